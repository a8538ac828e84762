"""Which facts are a pair when several might be, and what is said where papers disagree."""

from dataclasses import replace

from facts import MEASURE, fact

from policytrack.compare.diff import Line, diff
from policytrack.model import Fact, Mention

H1, NINE = "2023-01-01/2023-06-30", "2023-01-01/2023-09-30"
H1_2022 = "2022-01-01/2022-06-30"
Short = tuple[str, str | None, str | None]


def short(line: Line) -> Short:
    return str(line.verdict), line.a and line.a.figure.surface, line.b and line.b.figure.surface


def lines(a: list[Fact], b: list[Fact]) -> list[Short]:
    return [short(line) for line in diff(a, b, MEASURE).lines if isinstance(line, Line)]


def stock(number: str, day: str, **more: object) -> Fact:
    return fact(number, period=f"{day}/{day}", accumulation="point", indicator="存款余额", **more)


def reprinted(one: Fact, source: str, day: str) -> Fact:
    """The fact with another paper's mention."""
    first = one.mentions[0]
    published = replace(fact("1", published=day).mentions[0], source=source).published
    return replace(one, mentions=(*one.mentions, Mention("90.f1", "90", source, published, first.figure, "")))


def test_stocks_of_a_year_apart_are_a_pair() -> None:
    now = [stock("412.6", "2023-03-31"), stock("431.8", "2023-06-30")]
    assert lines([stock("398.2", "2022-06-30")], now) == [
        ("stock_change", "398.2亿元", "431.8亿元"), ("new", None, "412.6亿元"),
    ]  # fmt: skip
    assert ("stock_change", "380.1亿元", "412.6亿元") in lines([stock("380.1", "2022-03-31")], now)


def test_stocks_of_two_quarters_are_paired_from_their_ends() -> None:
    before = [stock("401", "2023-04-30"), stock("402", "2023-05-31"), stock("403", "2023-06-30")]
    after = [stock("408", "2023-08-31"), stock("409", "2023-09-30")]
    assert lines(before, after) == [
        ("stock_change", "402亿元", "408亿元"), ("stock_change", "403亿元", "409亿元"),
        ("no_new_report", "401亿元", None),
    ]  # fmt: skip


def test_the_increment_is_that_of_the_whole_gap() -> None:
    after = [fact("7.1", period="2023-01-01/2023-07-31"), fact("8.3", period=NINE)]
    assert lines([fact("6.2", period=H1)], after) == [("ytd_increment", "6.2亿元", "8.3亿元"), ("new", None, "7.1亿元")]


def test_districts_are_not_refused_beside_each_other() -> None:
    before = [fact("2.1", place="630102", period=H1_2022), fact("7.7", place="630100", period=H1)]
    after = [fact("3.4", place="630103", period=NINE)]
    assert lines(before, after) == [
        ("not_comparable(scope)", "7.7亿元", "3.4亿元"), ("no_new_report", "2.1亿元", None),
    ]  # fmt: skip


def test_bodies_and_parts_are_refused_beside_their_whole_only() -> None:
    after = [fact("3.4", organisation="市税务局", period=NINE)]
    assert lines([fact("2.1", period=H1)], after)[0][0] == "not_comparable(scope)"
    assert [name for name, *_ in lines([fact("2.1", organisation="市财政局", period=H1)], after)] == [
        "new",
        "no_new_report",
    ]
    part = [fact("3.4", breakdown="城镇", period=NINE)]
    assert [name for name, *_ in lines([fact("2.1", breakdown="农村", period=H1)], part)] == ["new", "no_new_report"]


def test_of_two_papers_the_one_that_printed_both_is_compared() -> None:
    before = [fact("2.7", period=H1_2022, source="甲报")]
    now = [fact("2.95", period=H1, source="甲报", id="8.f2"), fact("3.05", period=H1, source="乙报", id="17.f2")]
    found = diff(before, now, MEASURE)
    assert lines(before, now) == [("conflict", "2.95亿元", "3.05亿元"), ("yoy_nominal", "2.7亿元", "2.95亿元")]
    assert [line.contested for line in found.pairs] == [False, False]


def test_where_no_paper_printed_both_every_value_is_compared() -> None:
    before = [fact("2.7", period=H1_2022, source="丙报")]
    now = [fact("2.95", period=H1, source="甲报", id="8.f2"), fact("3.05", period=H1, source="乙报", id="17.f2")]
    found = [line for line in diff(before, now, MEASURE).pairs if line.verdict.name == "yoy_nominal"]
    assert {short(line)[2] for line in found} == {"2.95亿元", "3.05亿元"}
    assert all(line.contested for line in found)


def test_what_its_paper_restated_is_compared_as_restated() -> None:
    before = [fact("4.1", period=H1_2022)]
    now = [
        fact("5.1", period=H1, published="2023-07-15", id="3.f1"),
        fact("4.9", period=H1, published="2023-08-02", id="12.f1"),
    ]
    assert lines(before, now) == [("restated", "5.1亿元", "4.9亿元"), ("yoy_nominal", "4.1亿元", "4.9亿元")]
    assert lines(before, [reprinted(now[0], "乙报", "2023-07-18"), now[1]]) == lines(before, now)


def test_a_bound_between_two_prints_hides_no_restatement() -> None:
    now = [
        fact("5.1", period=H1, published="2023-07-15", id="3.f1"),
        fact("5.06", period=H1, bound="gt", published="2023-07-20", id="4.f1"),
        fact("4.9", period=H1, published="2023-08-02", id="12.f1"),
    ]
    assert [name for name, *_ in lines([], now)] == ["restated", "new"]


def test_a_bound_that_a_number_bears_out_has_no_line() -> None:
    before = [fact("4.1", period=H1_2022)]
    now = [fact("5.1", period=H1), fact("5", period=H1, bound="gt")]
    assert lines(before, now) == [("yoy_nominal", "4.1亿元", "5.1亿元")]


def test_prints_of_one_paper_that_no_revision_explains_are_refused() -> None:
    before = [fact("40", "天", period=H1_2022)]
    now = [
        fact("36", "天", period=H1, published="2023-07-15", id="3.f1"),
        fact("161", "天", period=H1, published="2023-08-02", id="12.f1"),
    ]
    assert {name for name, *_ in lines(before, now)} == {"not_comparable(scope)"}


def test_ids_are_compared_as_numbers() -> None:
    now = [fact("2.95", period=H1, source="甲报", id="17.f2"), fact("3.05", period=H1, source="乙报", id="8.f2")]
    assert lines([], now)[0] == ("conflict", "3.05亿元", "2.95亿元")


def test_many_values_are_set_against_the_newest_only() -> None:
    before = [fact(f"4.{n}", period=H1_2022, source=f"报{n}", id=f"{n}.f1") for n in range(1, 5)]
    now = [fact(f"5.{n}", period=H1, source=f"刊{n}", id=f"{n + 10}.f1") for n in range(1, 6)]
    found = [line for line in diff(before, now, MEASURE).pairs if line.verdict.name == "yoy_nominal"]
    assert len(found) == 4 + 5 - 1
    assert all("4.4亿元" in short(line) or "5.5亿元" in short(line) for line in found)
