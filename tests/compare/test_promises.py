"""Targets and the later figures that may answer them."""

from datetime import date
from decimal import Decimal

import pytest
from facts import MEASURE, fact

from policytrack.compare.campaigns import Report
from policytrack.compare.promises import is_promised, plans, promises
from policytrack.model import Action

YEAR = "2023-01-01/2023-12-31"
END = date(2024, 1, 31)  # the last day of which anything is known
TARGET = fact("120", "公里", indicator="新改建农村公路", obs="target", period=YEAR, published="2023-01-18")


def test_a_later_figure_of_the_same_series_is_a_candidate() -> None:
    done = fact("126", "公里", indicator="新改建农村公路", period="2023-01-01/2023-12-15", published="2023-12-15")
    (promise,) = promises([TARGET], [done], MEASURE)
    (answer,) = promise.answers
    assert (answer.score.total, answer.reached) == (1.0, Decimal("105.0"))


def test_a_similar_name_scores_less() -> None:
    done = fact("126", "公里", indicator="农村公路", period="2023-01-01/2023-12-15", published="2023-12-15")
    ((promise),) = promises([TARGET], [done], MEASURE)
    assert 0.5 <= promise.answers[0].score.total < 1


def test_what_was_printed_before_the_target_answers_nothing() -> None:
    done = fact("110", "公里", indicator="新改建农村公路", period=YEAR, published="2022-12-15")
    assert promises([TARGET], [done], MEASURE)[0].state(END) == "silent"


def test_another_unit_answers_nothing() -> None:
    done = fact("126", "条", indicator="新改建农村公路", period=YEAR, published="2023-12-15")
    assert promises([TARGET], [done], MEASURE)[0].state(END) == "silent"


def test_another_year_answers_nothing() -> None:
    done = fact("126", "公里", indicator="新改建农村公路", period="2024-01-01/2024-12-31", published="2024-12-15")
    assert promises([TARGET], [done], MEASURE)[0].state(END) == "silent"


def test_what_another_place_did_answers_nothing() -> None:
    done = fact(
        "126",
        "公里",
        indicator="新改建农村公路",
        period="2023-01-01/2023-12-15",
        published="2023-12-15",
        place="望川市",
    )
    assert promises([TARGET], [done], MEASURE)[0].state(END) == "silent"


def test_two_unknown_places_are_not_one() -> None:
    target = fact(
        "120", "公里", indicator="新改建农村公路", obs="target", period=YEAR, published="2023-01-18", place=None
    )
    done = fact(
        "126", "公里", indicator="新改建农村公路", period=YEAR, published="2023-12-15", place=None, source="乙报"
    )
    assert promises([target], [done], MEASURE)[0].state(END) == "silent"


def test_the_figure_that_ends_with_the_target_comes_first() -> None:
    spring = fact("20", "公里", indicator="新改建农村公路", period="2023-01-01/2023-03-31", published="2023-04-12")
    winter = fact("118", "公里", indicator="新改建农村公路", period="2023-01-01/2023-11-30", published="2023-12-12")
    (promise,) = promises([TARGET], [spring, winter], MEASURE)
    assert [answer.reached for answer in promise.answers] == [Decimal("98.3"), Decimal("16.7")]


def test_a_bound_is_no_share_of_the_target() -> None:
    done = fact("100", "公里", indicator="新改建农村公路", period=YEAR, published="2023-12-15", bound="gt")
    assert promises([TARGET], [done], MEASURE)[0].answers[0].reached is None


def act(quote: str, realis: str, published: str, place: str = "安澜市") -> Report:
    action = Action(
        "a1", "inspection", None, realis, "text", 0, len(quote), quote, None, None, None, None, None, None, (), (), "test", 1.0
    )  # fmt: skip
    return Report(action, quote, quote, "甲报", date.fromisoformat(published), place)


PLAN = act("将在八月底前完成餐饮单位首轮检查", "planned", "2023-07-01")


def test_a_planned_act_is_answered_by_a_later_one_in_its_words() -> None:
    done = act("全部餐饮单位首轮检查已经完成", "done", "2023-09-01")
    [plan] = plans([PLAN], [done])
    assert [report for report, _ in plan.answers] == [done]


@pytest.mark.parametrize(
    "other",
    [
        act("全部餐饮单位首轮检查已经完成", "done", "2023-06-01"),
        act("全部餐饮单位首轮检查已经完成", "done", "2023-09-01", "望川市"),
        act("开展加油站消防检查", "done", "2023-09-01"),
    ],
    ids=["earlier", "elsewhere", "other words"],
)
def test_a_planned_act_without_an_answer_fell_silent(other: Report) -> None:
    assert plans([PLAN], [other])[0].answers == ()


@pytest.mark.parametrize(("known_on", "state"), [(date(2023, 12, 30), "pending"), (date(2023, 12, 31), "silent")])
def test_what_is_not_due_is_not_silent(known_on: date, state: str) -> None:
    [promise] = promises([TARGET], [], MEASURE)
    assert (promise.due, promise.state(known_on)) == (date(2023, 12, 31), state)


@pytest.mark.parametrize(
    ("period", "promised"),
    [(YEAR, True), ("2023-02-01/..", False), ("2022-01-01/2022-12-31", False), (None, False)],
    ids=["ahead", "since a day", "over", "unsaid"],
)
def test_what_holds_by_rule_is_no_promise(period: str | None, promised: bool) -> None:
    fee = fact("1.4", "元", indicator="停车费", obs="target", period=period, published="2023-01-18", action_id="a2")
    assert is_promised(fee, frozenset()) is promised
    assert is_promised(fee, {f"{fee.mentions[0].article_id}.a2"})


def test_of_prints_of_one_period_the_exact_one_is_the_candidate() -> None:
    road = {"indicator": "新改建农村公路", "period": YEAR, "published": "2023-12-15"}
    done = [
        fact("110", "公里", bound="gt", **road),
        fact("118", "公里", **road),
        fact("120", "公里", bound="approx", **road),
    ]
    [promise] = promises([TARGET], done, MEASURE)
    assert [answer.fact.figure.surface for answer in promise.answers] == ["118公里"]


@pytest.mark.parametrize("part", [{"organisation": "市本级"}, {"breakdown": "城区"}], ids=["a body", "a part"])
def test_what_a_part_did_is_no_share_of_the_whole(part: dict[str, str]) -> None:
    done = fact("30", "公里", indicator="新改建农村公路", period=YEAR, published="2023-12-15", **part)
    [answer] = promises([TARGET], [done], MEASURE)[0].answers
    assert answer.reached is None
