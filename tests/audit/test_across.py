"""Templates over a fact base."""

from dataclasses import replace

import pytest
from facts import MEASURE, fact

from policytrack.audit.across import Comparison, unit_slip, yoy_chain, ytd_monotone
from policytrack.compare.series import series_key

JUL, AUG, SEP = "2023-01-01/2023-07-31", "2023-01-01/2023-08-31", "2023-01-01/2023-09-30"


BY = Comparison(lambda one: series_key(one, MEASURE), MEASURE.to_base)


def test_a_cumulative_count_must_not_fall() -> None:
    facts = [fact("62", "个", period=JUL), fact("59", "个", period=AUG)]
    (audit,) = ytd_monotone(facts, BY)
    assert (audit.verdict, audit.figures) == ("inconsistent", (f"62个{JUL}", f"59个{AUG}"))


def test_a_fall_inside_rounding_is_none() -> None:
    facts = [fact("6.2", period=JUL), fact("6.19", period=AUG)]
    assert [audit.verdict for audit in ytd_monotone(facts, BY)] == ["consistent"]


def test_totals_a_year_apart_agree_with_the_printed_growth() -> None:
    levels = [fact("612.4", period="2022-01-01/2022-09-30"), fact("701.8", period=SEP)]
    growth = [fact("14.6", "%", period=SEP, kind="growth")]
    (audit,) = yoy_chain(levels, growth, BY)
    assert audit.verdict == "consistent"


def test_a_growth_that_the_totals_do_not_give_is_not_called_wrong() -> None:
    levels = [fact("612.4", period="2022-01-01/2022-09-30"), fact("701.8", period=SEP)]
    (audit,) = yoy_chain(levels, [fact("4.6", "%", period=SEP, kind="growth")], BY)
    assert (audit.verdict, "constant prices" in audit.note) == ("not_checkable", True)


def test_wan_for_yi_is_found_against_the_series() -> None:
    facts = [fact("2.05", period=JUL), fact("2.61", period=AUG), fact("3.31", "万元", period=SEP)]
    (audit,) = unit_slip(facts, BY)
    assert (audit.verdict, "× 10000" in audit.note) == ("inconsistent", True)


def test_a_series_that_grows_fast_is_no_slip() -> None:
    facts = [fact("1.0", period=JUL), fact("2.0", period=AUG), fact("6.0", period=SEP)]
    assert list(unit_slip(facts, BY)) == []


def test_two_papers_may_count_differently() -> None:
    facts = [fact("62", "个", period=JUL), fact("59", "个", period=AUG, source="乙报")]
    (audit,) = ytd_monotone(facts, BY)
    assert (audit.verdict, "two sources" in audit.note) == ("not_checkable", True)


@pytest.mark.parametrize(
    ("unit", "indicator"),
    [("微克/立方米", "PM2.5平均浓度"), ("℃", "气温"), ("元", "人均可支配收入"), ("毫米", "降水量")],
)
def test_means_may_fall_during_a_year(unit: str, indicator: str) -> None:
    facts = [fact("62", unit, period=JUL, indicator=indicator), fact("59", unit, period=AUG, indicator=indicator)]
    assert list(ytd_monotone(facts, BY)) == []


def test_a_growth_over_another_base_is_not_set_against_the_totals() -> None:
    levels = [fact("612.4", period="2022-01-01/2022-09-30"), fact("701.8", period=SEP)]
    assert list(yoy_chain(levels, [fact("31.5", "%", period=SEP, kind="growth", basis="other")], BY)) == []


def test_one_article_alone_is_no_series_for_a_slip() -> None:
    facts = [fact("2.05", period=JUL), fact("2.61", period=AUG), fact("3.31", "万元", period=SEP)]
    one = [replace(f, mentions=tuple(replace(m, article_id="1") for m in f.mentions)) for f in facts]
    assert list(unit_slip(one, BY)) == []


@pytest.mark.parametrize(("odd", "factor"), [("331", "÷ 100"), ("0.331", "× 10"), ("33.1", "÷ 10")])
def test_a_shifted_point_needs_a_steady_series(odd: str, factor: str) -> None:
    facts = [fact("3.0", period=JUL), fact("3.1", period=AUG), fact(odd, period=SEP)]
    found = list(unit_slip(facts, BY))
    assert [audit.note.endswith(f"only {factor}") for audit in found] == ([] if factor == "÷ 100" else [True])


def test_amounts_of_one_series_in_two_units_are_converted() -> None:
    # 4.1万亩 = 41000亩; 2900公顷 = 43500亩; 2500公顷 = 37500亩
    land = {"indicator": "新增耕地", "period": JUL}
    rises = [fact("4.1", "万亩", **land), fact("2900", "公顷", **land | {"period": AUG})]
    falls = [fact("4.1", "万亩", **land), fact("2500", "公顷", **land | {"period": AUG})]
    (right,), (wrong,) = ytd_monotone(rises, BY), ytd_monotone(falls, BY)
    assert (right.verdict, wrong.verdict) == ("consistent", "inconsistent")
    assert wrong.note == f"新增耕地: 4.1万亩 ({JUL}) falls to 2500公顷 = 37500亩 ({AUG})"


def test_totals_in_two_units_give_their_growth() -> None:
    # 2900公顷 = 43500亩; 43500 ÷ 40000 − 1 = 8.75 %
    land = {"indicator": "新增耕地"}
    levels = [
        fact("4.0", "万亩", period="2022-01-01/2022-09-30", **land),
        fact("2900", "公顷", period=SEP, **land),
    ]
    (audit,) = yoy_chain(levels, [fact("8.8", "%", period=SEP, kind="growth", **land)], BY)
    assert audit.verdict == "consistent"


def test_another_unit_is_no_slip() -> None:
    # 290公顷 is 4350亩; 0.41万亩 and 0.43万亩 are of its order although 290 and 4100 are not
    land = {"indicator": "新增耕地"}
    facts = [fact("0.41", "万亩", period=JUL, **land), fact("0.43", "万亩", period=AUG, **land)]
    assert list(unit_slip([*facts, fact("290", "公顷", period=SEP, **land)], BY)) == []


def test_a_rate_is_set_against_the_total_of_its_article() -> None:
    # 6.31 ÷ 5.88 − 1 = 7.3 %; 6.58 ÷ 5.88 − 1 = 11.9 %
    then = fact("5.88", period="2022-01-01/2022-09-30")
    ours, theirs = fact("6.31", period=SEP), fact("6.58", period=SEP, source="乙报")
    rate = fact("7.3", "%", period=SEP, kind="growth")
    rate = replace(rate, mentions=tuple(replace(m, article_id=ours.mentions[0].article_id) for m in rate.mentions))
    [audit] = yoy_chain([then, ours, theirs], [rate], BY)
    assert (audit.verdict, audit.figures[1]) == ("consistent", ours.mentions[0].figure_id)
