"""Templates over a fact base."""

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
