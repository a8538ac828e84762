"""Holidays as times, with the days off of their year."""

from datetime import date

import pytest

from policytrack.extract.times import find_times
from policytrack.lexicon.load import load
from policytrack.period import Period

LEXICON = load()


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("春节期间，接待游客50万人次", Period(date(2024, 2, 10), date(2024, 2, 17))),
        ("国庆假期接待游客80万人次", Period(date(2023, 9, 29), date(2023, 10, 6))),
        ("2023年春节假期接待游客40万人次", Period(date(2023, 1, 21), date(2023, 1, 27))),
        ("去年五一小长假接待游客30万人次", Period(date(2023, 4, 29), date(2023, 5, 3))),
        ("2031年春节期间", None),
    ],
    ids=["last", "before", "year", "last_year", "unlisted"],
)
def test_a_holiday_is_its_days_off(text: str, period: Period | None) -> None:
    (found,) = find_times(text, date(2024, 3, 20), LEXICON)
    assert (found.rule, found.period) == ("holiday", period)


def test_the_name_of_a_holiday_alone_is_no_time() -> None:
    assert find_times("开展春节慰问活动", date(2024, 3, 20), LEXICON) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("元宵节，群众赏灯", date(2024, 2, 24)),
        ("农民丰收节当天，销售20万元", date(2023, 9, 23)),
        ("冬至", date(2023, 12, 22)),
        ("母亲节", date(2024, 5, 12)),
        ("复活节", date(2024, 3, 31)),
        ("“八一”建军节", date(2023, 8, 1)),
        ("腊八节", date(2024, 1, 18)),
    ],
)
def test_a_feast_has_its_nearest_day(text: str, day: date) -> None:
    (found,) = find_times(text, date(2024, 1, 20), LEXICON)
    assert found.period == Period.day(day)


def test_a_feast_of_a_year_leaves_the_year_to_the_figures() -> None:
    found = find_times("2022年中秋节，", date(2024, 1, 20), LEXICON)
    assert [(time.shape, time.period) for time in found] == [
        ("year", Period.year(2022)),
        ("name", Period.day(date(2022, 9, 10))),
    ]


@pytest.mark.parametrize("text", ["政治清明。", "排放雨水，", "重阳节期间走访老人", "开展教师节走访"])
def test_other_words_and_unlisted_days_are_no_feast(text: str) -> None:
    assert find_times(text, date(2024, 1, 20), LEXICON) == []


def test_days_off_that_begin_within_a_month_are_the_coming_ones() -> None:
    (found,) = find_times("春节期间安排文艺演出60场", date(2024, 1, 20), LEXICON)
    assert found.period == Period(date(2024, 2, 10), date(2024, 2, 17))


def test_every_holiday_lasts_at_most_ten_days() -> None:
    for days in LEXICON.feasts.days.values():
        for period in days:
            assert period.start is not None
            assert period.end is not None
            assert 0 <= (period.end - period.start).days <= 9


def test_a_time_inside_a_holiday_gives_way_and_the_others_stay() -> None:
    text = "5月以来，端午节当天接待游客2万人次，6月增长3%"
    found = find_times(text, date(2024, 7, 1), LEXICON)
    assert [text[time.start : time.end] for time in found] == ["5月以来", "端午节当天", "6月"]
