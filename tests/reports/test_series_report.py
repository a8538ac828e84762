"""One indicator over time: growth beside growth, vintages, bars."""

from dataclasses import replace

from facts import MEASURE, fact

from policytrack.compare.facts import Printed, facts_of
from policytrack.compare.flows import flows
from policytrack.model import Fact
from policytrack.reports.series import fact_bars, flow_bars, flow_table, timeline
from policytrack.reports.vintages import vintages

Q1, H1 = "2023-01-01/2023-03-31", "2023-01-01/2023-06-30"


def label(cell: object) -> str:
    return str(cell)


def printed(one: Fact) -> Printed:
    mention = one.mentions[0]
    return Printed(one.figure, mention.figure_id, mention.article_id, mention.source, mention.published, one.place,
                   one.organisation, "")  # fmt: skip


def test_printed_growth_stands_beside_naive_growth() -> None:
    levels = [fact("8.00", period="2022-01-01/2022-06-30"), fact("9.00", period=H1)]
    growth = [fact("13.5", "%", period=H1, kind="growth")]
    rows = timeline("", levels, growth, MEASURE, label).rows
    assert rows[1][3] == "公布 13.5%\n名义 12.5%"  # 9 ÷ 8 − 1


def test_growth_over_another_base_is_not_shown_as_year_on_year() -> None:
    growth = [fact("31.5", "%", period=H1, kind="growth", basis="other")]
    [row] = timeline("", [fact("9.00", period=H1)], growth, MEASURE, label).rows
    assert row[3] is None


def test_households_and_money_of_one_indicator_have_no_common_growth() -> None:
    levels = [fact("800", "户", period="2022-01-01/2022-06-30"), fact("900", "元", period=H1)]
    assert [row[3] for row in timeline("", levels, [], MEASURE, label).rows] == [None, None]


def test_vintages_tell_first_rounded_restated_and_others_apart() -> None:
    prints = [
        fact("431.7", period=H1, published="2023-07-14", id="1"),
        fact("432", period=H1, published="2023-07-15", source="乙报", id="2"),
        fact("433.2", period=H1, published="2023-10-19", id="3"),
        fact("413.7", period=H1, published="2023-10-20", source="丙报", id="4"),
    ]
    table = vintages("", facts_of(map(printed, prints), MEASURE), [], MEASURE, label)
    assert [row[4] for row in table.rows] == ["first", "rounded", "restated", "other"]


def test_a_bound_of_the_headline_is_no_restatement() -> None:
    prints = [
        fact("2", period=H1, bound="gt", published="2023-07-14", id="1.f1"),
        fact("2.05", period=H1, published="2023-07-14", id="1.f2"),
    ]
    table = vintages("", facts_of(map(printed, prints), MEASURE), [], MEASURE, label)
    assert [(row[3], row[4]) for row in table.rows] == [(">2亿元", "first"), ("2.05亿元", "more precise")]


def test_flows_have_their_rounding_error_in_every_form() -> None:
    steps = flows([fact("3.08", period=Q1), fact("6.74", period=H1)], MEASURE)
    table = flow_table("", steps, MEASURE, label)
    assert table.rows[1][2:4] == ("3.66亿元", "±100万元")  # 6.74 − 3.08, half a unit of each
    assert flow_bars(steps, MEASURE, label)[1].text == "3.66亿元 ±100万元"


def test_bars_of_one_series_stand_together() -> None:
    facts = [
        fact("1", period=Q1, place="甲市"), fact("5", period=Q1, place="乙市"), fact("2", period=H1, place="甲市"),
    ]  # fmt: skip
    assert [bar.label for bar in fact_bars(facts, MEASURE, label)] == ["2023Q1 甲市", "2023H1 甲市", "2023Q1 乙市"]


def test_a_finer_print_is_more_precise_whatever_its_unit_is_called() -> None:
    prints = [
        fact("0.51", period=H1, published="2023-07-14", id="1.f1"),
        fact("5100", "万元", period=H1, published="2023-07-15", source="乙报", id="2.f1"),
        fact("0.5", period=H1, published="2023-07-16", source="丙报", id="3.f1"),
    ]
    table = vintages("", facts_of(map(printed, prints), MEASURE), [], MEASURE, label)
    assert [(row[3], row[4]) for row in table.rows] == [
        ("0.51亿元", "first"), ("5100万元", "more precise"), ("0.5亿元", "rounded"),
    ]  # fmt: skip


def test_what_an_article_said_before_it_changed_stands_before_what_it_says() -> None:
    day = {"period": H1, "published": "2023-07-14"}
    now = of("9", fact("6.24", id="9.f1", **day)), fact("6.24", id="12.f1", source="乙报", **day)
    then = of("9", fact("6.42", id="9.f1@1", **day)), of("9", fact("6.2", id="9.f2@1", **day))
    merged = facts_of([printed(one) for one in now], MEASURE)
    table = vintages("", merged, then, MEASURE, label)
    assert [(row[3], row[4], row[6]) for row in table.rows] == [
        ("6.42亿元", "replaced", "9.f1@1"), ("6.24亿元", "corrected", "9.f1"), ("6.24亿元", "other", "12.f1"),
    ]  # fmt: skip


def of(article: str, one: Fact) -> Fact:
    """The fact as that article prints it."""
    return replace(one, mentions=tuple(replace(m, article_id=article) for m in one.mentions))


def test_flows_follow_the_paper_that_printed_most() -> None:
    nine = "2023-01-01/2023-09-30"
    facts = [
        fact("3.08", period=Q1, id="1.f1"),
        fact("6.74", period=H1, id="2.f1"),
        fact("6.99", period=H1, source="乙报", published="2023-07-30", id="3.f1"),
        fact("9.50", period=nine, id="4.f1"),
    ]
    rows = flow_table("", flows(facts, MEASURE), MEASURE, label).rows
    assert [(row[2], row[-1]) for row in rows] == [
        ("3.08亿元", None), ("3.66亿元", "另有他值"), ("2.76亿元", "另有他值"),  # 6.74 − 3.08, 9.50 − 6.74
    ]  # fmt: skip


def test_flows_take_what_was_restated() -> None:
    facts = [
        fact("5.10", period=H1, published="2023-07-15", id="3.f1"),
        fact("4.90", period=H1, published="2023-08-02", id="12.f1"),
    ]
    [flow] = flows(facts, MEASURE)
    assert (flow.after.figure.surface, flow.contested) == ("4.90亿元", False)


def test_naive_growth_is_over_the_total_of_its_paper() -> None:
    before = {"period": "2022-01-01/2022-06-30"}
    facts = [fact("8.00", **before), fact("9.99", source="乙报", **before), fact("9.00", period=H1)]
    rows = timeline("", facts, [], MEASURE, label).rows
    assert rows[-1][3] == "名义 12.5%"  # 9 ÷ 8 − 1
    other = fact("9.00", period=H1, source="丙报")
    assert timeline("", [*facts[:2], other], [], MEASURE, label).rows[-1][3] is None


def test_prints_of_one_day_stand_in_the_order_of_their_ids() -> None:
    day = {"period": H1, "published": "2023-07-14"}
    prints = [fact("6.24", id="19.f2", **day), fact("6.24", id="2.f2", source="乙报", **day)]
    table = vintages("", facts_of(map(printed, prints), MEASURE), [], MEASURE, label)
    assert [(row[4], row[6]) for row in table.rows] == [("first", "2.f2"), ("again", "19.f2")]
