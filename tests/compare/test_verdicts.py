"""Every verdict of a diff, on values that can be checked by hand."""

from decimal import Decimal

import pytest
from facts import MEASURE, fact

from policytrack.compare.verdicts import judge

AUG, SEP = "2023-01-01/2023-08-31", "2023-01-01/2023-09-30"
Q2, Q3 = "2023-04-01/2023-06-30", "2023-07-01/2023-09-30"

CASES = {
    "re_report": (fact("9.27", period=AUG), fact("9.27", period=AUG, source="乙报")),
    "same_coarser": (fact("10.56", period=SEP), fact("10.6", period=SEP, source="乙报")),
    "restated": (
        fact("431.7", period=AUG, published="2023-09-14"),
        fact("433.2", period=AUG, published="2023-10-19"),
    ),
    "conflict": (fact("9.27", period=AUG), fact("9.72", period=AUG, source="乙报")),
    "ytd_increment": (fact("9.27", period=AUG), fact("10.56", period=SEP)),
    "yoy_nominal": (fact("8.62", period="2022-01-01/2022-09-30"), fact("10.56", period=SEP)),
    "stock_change": (
        fact("561.8", period="2023-06-30/2023-06-30", accumulation="point"),
        fact("583.4", period="2023-09-30/2023-09-30", accumulation="point"),
    ),
    "flow_disjoint": (
        fact("1260", "家", period=Q2, accumulation="period"),
        fact("1485", "家", period=Q3, accumulation="period"),
    ),
    "bound_only": (fact("8.62", period=AUG), fact("10", period=SEP, bound="gt")),
    "not_comparable(unit)": (fact("18", "公里", period=AUG), fact("6", "条", period=SEP)),
    "not_comparable(kind)": (fact("18", "%", period=AUG, kind="growth"), fact("18", "%", period=SEP, kind="share")),
    "not_comparable(scope)": (fact("1", period=AUG), fact("2", period=SEP, organisation="开发区")),
    "not_comparable(denominator)": (
        fact("31.9", "%", period=AUG, kind="share", denominator="text"),
        fact("40", "%", period=SEP, kind="share", denominator="unstated"),
    ),
    "not_comparable(accumulation)": (
        fact("1.2", period="2023-08-01/2023-08-31", accumulation="period"),
        fact("9.27", period=AUG),
    ),
    "not_comparable(period)": (
        fact("286", "家", period="2023-03-01/2023-05-31", accumulation="period"),
        fact("57", "家", period="2023-04-01/2023-06-30", accumulation="period"),
    ),
}


@pytest.mark.parametrize("expected", CASES)
def test_verdict(expected: str) -> None:
    assert str(judge(*CASES[expected], MEASURE)) == expected


@pytest.mark.parametrize("expected", CASES)
def test_verdict_is_symmetric(expected: str) -> None:
    a, b = CASES[expected]
    there, back = judge(a, b, MEASURE), judge(b, a, MEASURE)
    assert str(there) == str(back)
    assert (there.delta is None) == (back.delta is None)
    assert there.delta is None or there.delta == -back.delta


def test_increment_is_the_flow_between_with_both_half_units() -> None:
    verdict = judge(*CASES["ytd_increment"], MEASURE)
    assert verdict.delta == Decimal("129000000")
    assert (verdict.delta_low, verdict.delta_high) == (Decimal("128000000"), Decimal("130000000"))


def test_year_on_year_is_in_percent_of_the_earlier() -> None:
    assert judge(*CASES["yoy_nominal"], MEASURE).percent == Decimal("22.5")  # 10.56 / 8.62 − 1


def test_units_of_one_dimension_are_converted() -> None:
    hectares = fact("2", "公顷", period=AUG)
    mu = fact("45", "亩", period=SEP)
    assert judge(hectares, mu, MEASURE).delta == Decimal(15)


def test_nothing_is_said_about_an_unknown_period() -> None:
    assert str(judge(fact("1"), fact("2", period=AUG), MEASURE)) == "not_comparable(period)"


def test_a_bound_that_the_other_value_breaks_is_a_conflict() -> None:
    verdict = judge(fact("9.27", period=AUG), fact("10", period=AUG, bound="gt", source="乙报"), MEASURE)
    assert str(verdict) == "conflict"


def test_growth_over_spans_of_unequal_length_is_refused() -> None:
    a = fact("14.2", "%", period="2023-01-01/2023-06-30", kind="growth")
    assert str(judge(a, fact("14.6", "%", period=SEP, kind="growth"), MEASURE)) == "not_comparable(period)"


def test_a_leap_february_is_a_year_apart_from_a_plain_one() -> None:
    a = fact("1", period="2023-01-01/2023-02-28")
    assert str(judge(a, fact("2", period="2024-01-01/2024-02-29"), MEASURE)) == "yoy_nominal"


def test_means_of_growing_spans_do_not_subtract() -> None:
    a, b = (fact(n, "微克/立方米", period=p, indicator="PM2.5平均浓度") for n, p in (("31", AUG), ("29", SEP)))
    assert str(judge(a, b, MEASURE)) == "not_comparable(accumulation)"


def test_two_bounds_of_one_period_may_both_be_true() -> None:
    a, b = (fact(n, period=AUG, bound="gt", source=source) for n, source in (("8", "甲报"), ("10", "乙报")))
    assert str(judge(a, b, MEASURE)) == "bound_only"


def test_a_cumulative_amount_that_falls_has_no_percent() -> None:
    verdict = judge(fact("62", "家", period=AUG), fact("59", "家", period=SEP), MEASURE)
    assert (str(verdict), verdict.delta, verdict.percent) == ("conflict", Decimal(-3), None)
