"""What must never be compared: lost scopes, unknown places, unstated wholes, other bases, vague names."""

from dataclasses import replace
from decimal import Decimal

import pytest
from facts import MEASURE, fact

from policytrack.compare.ambiguous import ambiguous
from policytrack.compare.diff import diff
from policytrack.compare.facts import Printed, facts_of
from policytrack.compare.series import common_unit, series_key
from policytrack.compare.verdicts import judge
from policytrack.model import Fact

H1, NINE = "2023-01-01/2023-06-30", "2023-01-01/2023-09-30"


def of_article(article: str, one: Fact) -> Fact:
    """The fact as one that an article prints."""
    return replace(one, mentions=tuple(replace(mention, article_id=article) for mention in one.mentions))


def test_two_values_for_one_series_and_period_in_one_article_are_unclear() -> None:
    district, zone = (of_article("1", fact(value, period=H1)) for value in ("24.8", "36.0"))
    assert ambiguous([district, zone], MEASURE) == {f"24.8亿元{H1}", f"36.0亿元{H1}"}


def test_a_rounded_headline_makes_nothing_unclear() -> None:
    exact, headline = of_article("1", fact("24.83", period=H1)), of_article("1", fact("24.8", period=H1))
    bound = of_article("1", fact("24", period=H1, bound="gt"))
    assert ambiguous([exact, headline, bound], MEASURE) == frozenset()


def test_two_thresholds_are_two_things() -> None:
    low, high = (of_article("1", fact(value, "家", period=H1, bound="gt")) for value in ("150", "250"))
    assert len(ambiguous([low, high], MEASURE)) == 2


def test_the_total_that_the_headline_repeats_stays_clear() -> None:
    total = of_article("1", fact("92.79", period=H1, id="1.f1"))
    again = replace(total, mentions=(*total.mentions, replace(total.mentions[0], figure_id="1.f2")))
    part = of_article("1", fact("38.18", period=H1, id="1.f5"))
    assert ambiguous([again, part], MEASURE) == {"1.f5"}


def test_an_article_does_not_contradict_itself() -> None:
    side = [of_article("1", fact(value, period=H1)) for value in ("24.8", "36.0")]
    assert [line.verdict.name for line in diff([], side, MEASURE).lines] == ["new", "new"]


def test_an_unclear_figure_is_refused() -> None:
    side = [of_article("1", fact(value, period=H1)) for value in ("24.8", "36.0")]
    lines = diff(side, [fact("50.0", period=NINE)], MEASURE).lines
    assert {str(line.verdict) for line in lines} == {"not_comparable(scope)", "no_new_report"}


REFUSED = {
    "unknown places of two papers": (
        fact("1", period=H1, place=None),
        fact("2", period=NINE, place=None, source="乙报"),
        "scope",
    ),
    "shares of an unstated whole in two papers": (
        fact("3.8", "%", period=H1, kind="share", denominator="unstated"),
        fact("4.1", "%", period=H1, kind="share", denominator="unstated", source="乙报"),
        "denominator",
    ),
    "growth over the year before and over 2020": (
        fact("5.1", "%", period=H1, kind="growth", basis="yoy"),
        fact("31.5", "%", period=H1, kind="growth", basis="other"),
        "denominator",
    ),
    "a plan and a result": (fact("120", period=H1, obs="target"), fact("84", period=H1), "kind"),
    "a goal that looks done": (
        fact("120", period="2023-01-01/2023-12-31", published="2023-02-01"),
        fact("84", period=NINE, published="2023-10-12"),
        "kind",
    ),
    "one breakdown and another": (fact("1", period=H1, breakdown="城镇"), fact("2", period=H1, breakdown="农村"), "scope"),
    "the city and a bureau": (fact("1", period=H1), fact("2", period=H1, organisation="市公安局"), "scope"),
    "the city and the nation": (fact("1", period=H1, place="630100"), fact("2", period=H1, place="100000"), "scope"),
    "rates of ten months and of eight": (
        fact("98", "%", period="2022-01-01/2022-10-31", kind="share"),
        fact("94", "%", period="2023-01-01/2023-08-31", kind="share"),
        "period",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    a, b, reason = REFUSED[case]
    assert str(judge(a, b, MEASURE)) == str(judge(b, a, MEASURE)) == f"not_comparable({reason})"


def test_shares_of_two_wholes_are_two_series() -> None:
    keys = []
    for quote in ("煤炭消费占能源消费总量的65.7%，", "煤炭消费占世界煤炭消费的65.7%，"):
        one = fact("65.7", "%", period=H1, kind="share", denominator="text")
        keys.append(series_key(replace(one, mentions=(replace(one.mentions[0], quote=quote),)), MEASURE).denominator)
    assert keys == ["能源消费", "世界煤炭消费"]


def test_a_vague_name_is_compared_with_nothing_and_still_listed() -> None:
    vague = replace(MEASURE, is_vague=lambda name: name == "项目")
    a, b = fact("7", "个", indicator="项目", period=H1), fact("320", "个", indicator="项目", period=NINE)
    assert [line.verdict.name for line in diff([a], [b], vague).lines] == ["new", "no_new_report"]
    assert str(judge(a, b, vague)) == "not_comparable(scope)"


def printed(one: Fact) -> Printed:
    mention = one.mentions[0]
    return Printed(
        one.figure, mention.figure_id, "1", mention.source, mention.published, one.place, one.organisation, ""
    )


def test_a_headline_without_a_period_is_a_mention_of_the_body() -> None:
    rows = [printed(fact("993.1", id="1.f1", where="title", period=None)), printed(fact("993.1", id="1.f2", period=H1))]
    [one] = facts_of(rows, MEASURE)
    assert [mention.figure_id for mention in one.mentions] == ["1.f1", "1.f2"]
    assert one.figure.period is not None


def test_a_headline_that_two_periods_could_mean_stays_apart() -> None:
    rows = [printed(fact("5", "家", id="1.f1", where="title", period=None))]
    rows += [printed(fact("5", "家", id=f"1.f{n}", period=period)) for n, period in ((2, H1), (3, NINE))]
    assert len(facts_of(rows, MEASURE)) == 3


def test_a_whole_percent_is_rounded() -> None:
    assert (
        str(judge(fact("15", "%", period=H1), fact("15.3", "%", period=H1, source="乙报"), MEASURE)) == "same_coarser"
    )


def test_a_growth_from_nothing_has_no_percent() -> None:
    verdict = judge(fact("0", "家", period="2022-01-01/2022-06-30"), fact("5", "家", period=H1), MEASURE)
    assert (verdict.delta, verdict.percent) == (Decimal(5), None)


def rate(quote: str, number: str, period: str) -> Fact:
    one = fact(number, "%", period=period, kind="growth", basis="yoy")
    return replace(one, mentions=(replace(one.mentions[0], quote=quote),))


def test_a_rate_over_a_named_year_is_not_year_on_year() -> None:
    long = rate("排放总量与2010年相比下降9.9%。", "9.9", "2013-01-01/2013-12-31")
    short = rate("排放总量比2013年下降3.4%。", "3.4", "2014-01-01/2014-12-31")
    assert str(judge(long, short, MEASURE)) == "not_comparable(denominator)"
    assert series_key(short, MEASURE).denominator == "yoy"


def test_a_revision_does_not_multiply() -> None:
    a = fact("35.9", "天", period=H1, published="2023-07-01")
    b = fact("161", "天", period=H1, published="2023-09-01")
    assert str(judge(a, b, MEASURE)) == "not_comparable(scope)"


def test_two_readings_of_a_price_are_no_flows() -> None:
    a, b = (
        fact(n, "元/吨", period=p, indicator="出厂价格", accumulation="period")
        for n, p in (("310", "2023-04-01/2023-06-30"), ("295", "2023-07-01/2023-09-30"))
    )
    assert str(judge(a, b, MEASURE)) == "stock_change"


def test_a_pair_is_told_in_the_unit_that_both_print() -> None:
    measure = replace(MEASURE, to_base=lambda unit: ("秒", Decimal(86400)) if unit == "天" else (unit, Decimal(1)))
    a, b = fact("35", "天", period=H1), fact("40", "天", period=NINE)
    assert common_unit(a, b, measure) == ("天", Decimal(86400))
    assert common_unit(a, fact("9", "秒", period=NINE), measure) == ("秒", Decimal(1))


@pytest.mark.parametrize(
    ("name", "number", "bound", "period", "facts"),
    [
        ("减税降费", "5.1", "exact", H1, 1),
        ("减税降费", "5.1", "exact", None, 1),
        ("新增减税降费", "5.08", "exact", None, 1),
        ("减税降费", "5.2", "exact", None, 2),
        ("减税降费", "5", "gt", None, 2),
        ("减税降费", "5.1", "exact", NINE, 2),
        ("减税降费退税缓税", "5.1", "exact", None, 2),
        ("增值税", "5.1", "exact", None, 2),
    ],
    ids=["its period", "none", "its name", "another number", "a bound", "another period", "one of several", "another"],
)
def test_a_headline_calls_the_figure_of_its_body_by_a_shorter_name(
    name: str, number: str, bound: str, period: str | None, facts: int
) -> None:
    head = fact(number, id="1.f1", where="title", indicator=name, period=period, bound=bound)
    body = [
        fact("5.08", id="1.f2", period=H1, indicator="新增减税降费"),
        fact("1.2", id="1.f3", period=H1, indicator="增值税减免"),
    ]
    found = facts_of(map(printed, [head, *body]), MEASURE)
    assert len(found) == facts + 1
    [main] = [one for one in found if one.figure.surface == "5.08亿元"]
    assert len(main.mentions) == 3 - facts


def test_a_bound_of_the_headline_is_of_the_series_of_its_body() -> None:
    head = fact("5", id="1.f1", where="title", indicator="减税降费", bound="gt", period=None)
    body = fact("5.08", id="1.f2", period=H1, indicator="新增减税降费")
    one, other = facts_of(map(printed, [head, body]), MEASURE)
    assert series_key(one, MEASURE) == series_key(other, MEASURE)
    assert [line.verdict.name for line in diff([], [one, other], MEASURE).lines] == ["new"]


def test_a_headline_that_names_the_place_of_its_article_repeats_its_body() -> None:
    head = printed(fact("5.1", id="1.f1", where="title", period=None))
    head = head._replace(figure=replace(head.figure, place="安澜市"))
    assert len(facts_of([head, printed(fact("5.08", id="1.f2", period=H1))], MEASURE)) == 1
    other = head._replace(figure=replace(head.figure, place="望川市"))
    assert len(facts_of([other, printed(fact("5.08", id="1.f2", period=H1))], MEASURE)) == 2
