"""Templates over a fact base."""

from dataclasses import replace

import pytest
from facts import MEASURE, fact

from policytrack.audit.across import unit_slip, yoy_chain, ytd_monotone
from policytrack.compare.series import SeriesKey, series_key
from policytrack.model import Fact

JUL, AUG, SEP = "2023-01-01/2023-07-31", "2023-01-01/2023-08-31", "2023-01-01/2023-09-30"


def series(one: Fact) -> SeriesKey:
    return series_key(one, MEASURE)


def test_a_cumulative_count_must_not_fall() -> None:
    facts = [fact("62", "个", period=JUL), fact("59", "个", period=AUG)]
    (audit,) = ytd_monotone(facts, series)
    assert (audit.verdict, audit.figures) == ("inconsistent", (f"62个{JUL}", f"59个{AUG}"))


def test_a_fall_inside_rounding_is_none() -> None:
    facts = [fact("6.2", period=JUL), fact("6.19", period=AUG)]
    assert [audit.verdict for audit in ytd_monotone(facts, series)] == ["consistent"]


def test_totals_a_year_apart_agree_with_the_printed_growth() -> None:
    levels = [fact("612.4", period="2022-01-01/2022-09-30"), fact("701.8", period=SEP)]
    growth = [fact("14.6", "%", period=SEP, kind="growth")]
    (audit,) = yoy_chain(levels, growth, series)
    assert audit.verdict == "consistent"


def test_a_growth_that_the_totals_do_not_give_is_not_called_wrong() -> None:
    levels = [fact("612.4", period="2022-01-01/2022-09-30"), fact("701.8", period=SEP)]
    (audit,) = yoy_chain(levels, [fact("4.6", "%", period=SEP, kind="growth")], series)
    assert (audit.verdict, "constant prices" in audit.note) == ("not_checkable", True)


def test_wan_for_yi_is_found_against_the_series() -> None:
    facts = [fact("2.05", period=JUL), fact("2.61", period=AUG), fact("3.31", "万元", period=SEP)]
    (audit,) = unit_slip(facts, series)
    assert (audit.verdict, "× 10000" in audit.note) == ("inconsistent", True)


def test_a_series_that_grows_fast_is_no_slip() -> None:
    facts = [fact("1.0", period=JUL), fact("2.0", period=AUG), fact("6.0", period=SEP)]
    assert list(unit_slip(facts, series)) == []


def test_two_papers_may_count_differently() -> None:
    facts = [fact("62", "个", period=JUL), fact("59", "个", period=AUG, source="乙报")]
    (audit,) = ytd_monotone(facts, series)
    assert (audit.verdict, "two sources" in audit.note) == ("not_checkable", True)


@pytest.mark.parametrize(
    ("unit", "indicator"),
    [("微克/立方米", "PM2.5平均浓度"), ("℃", "气温"), ("元", "人均可支配收入"), ("毫米", "降水量")],
)
def test_means_may_fall_during_a_year(unit: str, indicator: str) -> None:
    facts = [fact("62", unit, period=JUL, indicator=indicator), fact("59", unit, period=AUG, indicator=indicator)]
    assert list(ytd_monotone(facts, series)) == []


def test_a_growth_over_another_base_is_not_set_against_the_totals() -> None:
    levels = [fact("612.4", period="2022-01-01/2022-09-30"), fact("701.8", period=SEP)]
    assert list(yoy_chain(levels, [fact("31.5", "%", period=SEP, kind="growth", basis="other")], series)) == []


def test_one_article_alone_is_no_series_for_a_slip() -> None:
    facts = [fact("2.05", period=JUL), fact("2.61", period=AUG), fact("3.31", "万元", period=SEP)]
    one = [replace(f, mentions=tuple(replace(m, article_id="1") for m in f.mentions)) for f in facts]
    assert list(unit_slip(one, series)) == []


@pytest.mark.parametrize(("odd", "factor"), [("331", "÷ 100"), ("0.331", "× 10"), ("33.1", "÷ 10")])
def test_a_shifted_point_needs_a_steady_series(odd: str, factor: str) -> None:
    facts = [fact("3.0", period=JUL), fact("3.1", period=AUG), fact(odd, period=SEP)]
    found = list(unit_slip(facts, series))
    assert [audit.note.endswith(f"only {factor}") for audit in found] == ([] if factor == "÷ 100" else [True])
