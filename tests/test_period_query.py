"""Periods as users write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytrack.errors import UsageError
from policytrack.period import Period
from policytrack.period_query import (
    days,
    disjoint,
    format_period,
    overlap,
    parse_period,
    previous,
    year_before,
)

TODAY = date(2023, 10, 25)
some_days = st.dates(date(1950, 1, 2), date(2090, 12, 30))
periods = st.one_of(
    st.tuples(some_days, st.integers(0, 2000)).map(lambda t: Period(t[0], t[0] + timedelta(days=t[1]))),
    st.builds(Period.month, st.integers(1950, 2090), st.integers(1, 12)),
    st.builds(Period.year, st.integers(1950, 2090)),
    some_days.map(lambda day: Period(day, None)),
    some_days.map(lambda day: Period(None, day)),
)


@given(periods)
def test_what_is_printed_parses_back(period: Period) -> None:
    assert parse_period(format_period(period), TODAY) == period


@given(periods)
def test_the_iso_form_parses_back(period: Period) -> None:
    assert Period.from_iso(period.iso) == period


CASES = {
    "2023": "2023-01-01/2023-12-31",
    "2023年": "2023-01-01/2023-12-31",
    "2023Q3": "2023-07-01/2023-09-30",
    "2023q3": "2023-07-01/2023-09-30",
    "2023H1": "2023-01-01/2023-06-30",
    "2023-08": "2023-08-01/2023-08-31",
    "2023-W36": "2023-09-04/2023-09-10",
    "20230911": "2023-09-11/2023-09-11",
    "last quarter": "2023-07-01/2023-09-30",
    "lastmonth": "2023-09-01/2023-09-30",
    "近三个月": "2023-07-26/2023-10-25",
    "最近90天": "2023-07-28/2023-10-25",
    "近两周": "2023-10-12/2023-10-25",
    "2023年9月上旬": "2023-09-01/2023-09-10",
    "9月中旬": "2023-09-11/2023-09-20",
    "2月下旬": "2023-02-21/2023-02-28",
    "2023-09-11": "2023-09-11/2023-09-11",
    "2023年三季度": "2023-07-01/2023-09-30",
    "2023年第三季度": "2023-07-01/2023-09-30",
    "前三季度": "2023-01-01/2023-09-30",
    "上半年": "2023-01-01/2023-06-30",
    "1-8月": "2023-01-01/2023-08-31",
    "1月至8月": "2023-01-01/2023-08-31",
    "2022年1—8月": "2022-01-01/2022-08-31",
    "前8个月": "2023-01-01/2023-08-31",
    "十月": "2023-10-01/2023-10-31",
    "9月11日": "2023-09-11/2023-09-11",
    "去年": "2022-01-01/2022-12-31",
    "去年上半年": "2022-01-01/2022-06-30",
    "去年同期": "2022-01-01/2022-10-25",
    "今年以来": "2023-01-01/2023-10-25",
    "十四五": "2021-01-01/2025-12-31",
    "“十四五”期间": "2021-01-01/2025-12-31",
    "last-quarter": "2023-07-01/2023-09-30",
    "this-month": "2023-10-01/2023-10-31",
    "last-week": "2023-10-16/2023-10-22",
    "-90d": "2023-07-28/2023-10-25",
    "-1m": "2023-09-26/2023-10-25",
    "2022Q3..2023Q1": "2022-07-01/2023-03-31",
    "9月11日至13日": "2023-09-11/2023-09-13",
    "9月28日-10月3日": "2023-09-28/2023-10-03",
    "２０２３年８月": "2023-08-01/2023-08-31",
    "2013—2017年": "2013-01-01/2017-12-31",
    "近五年": "2018-01-01/2022-12-31",
    "Q3": "2023-07-01/2023-09-30",
    "下半年": "2023-07-01/2023-12-31",
    "上周": "2023-10-16/2023-10-22",
    "2023 年 8 月": "2023-08-01/2023-08-31",
    "2023-08..": "2023-08-01/..",
    "..2023-08": "../2023-08-31",
}


@pytest.mark.parametrize("text", CASES)
def test_parse(text: str) -> None:
    assert parse_period(text, TODAY).iso == CASES[text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "2023-13",
        "2023Q5",
        "2023-02-30",
        "gestern",
        "H3",
        "0000",
        "9999-W60",
        "-99999y",
        "13月",
        "2023-0",
        "９月３１日",
        "8-1月",
        "2023Q3..2022Q1",
    ],
)
def test_what_is_no_period_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UsageError, match="2023Q3"):
        parse_period(text, TODAY)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2023Q3", "2023Q2"),
        ("2023-01", "2022-12"),
        ("2023", "2022"),
        ("2023H1", "2022H2"),
        ("2023-03-08..2023-03-14", "2023-03-01..2023-03-07"),
    ],
)
def test_previous(period: str, before: str) -> None:
    assert previous(parse_period(period, TODAY)) == parse_period(before, TODAY)


def test_a_year_before_keeps_the_end_of_february() -> None:
    assert year_before(Period.months(2024, 1, 2)) == Period.months(2023, 1, 2)
    assert year_before(Period.months(2025, 1, 2)) == Period.months(2024, 1, 2)


def test_overlap_counts_both_ends() -> None:
    q1, q2 = Period.months(2023, 1, 3), Period.months(2023, 4, 6)
    assert not overlap(q1, q2)
    assert overlap(q1, Period(date(2023, 3, 31), None))


def test_days_count_both_ends() -> None:
    assert days(Period.months(2024, 2, 2)) == 29
    assert days(Period(None, date(2024, 1, 1))) is None


def test_quarters_are_disjoint_and_a_year_to_date_is_not() -> None:
    quarters = [Period.months(2023, m, m + 2) for m in (7, 1, 10, 4)]
    assert disjoint(quarters)
    assert not disjoint([*quarters, Period.months(2023, 1, 8)])


@given(periods, periods)
def test_overlap_is_mutual(a: Period, b: Period) -> None:
    assert overlap(a, b) == overlap(b, a)


@given(st.text(alphabet="0123456789年月日季度上下半前近至到-—.QHWqhw一二三四五十今去同期“”", max_size=14))
def test_any_text_is_a_period_that_prints_back_or_a_usage_error(text: str) -> None:
    try:
        period = parse_period(text, TODAY)
    except UsageError:
        return
    assert parse_period(format_period(period), TODAY) == period
