"""Which days a time expression means. Days are resolved against the day the text was published, the reference.

A month without a year is the latest that began on or before the reference, and so is a day; a near one of the same year
(`NEAR_DAYS`, `NEAR_MONTH`) may lie ahead, unless the text speaks of a year that is over. Without a reference it has no days.
"""

import re
from calendar import isleap, monthrange
from datetime import date, timedelta

from policytrack.extract.number_words import number_value
from policytrack.period import Period

# Parts of the patterns of dates.
TO = "(?:至|到|—{1,2}|―{1,2}|[-–~～－])"
SMALL = "(?:[0-9]{1,2}(?![0-9])|[一二三四五六七八九十]{1,3})"
THIRDS = "(?P<xun>上中|中下|[上中下])旬"
FULL_YEAR = "(?:(?:1[89]|20|21)[0-9]{2}(?![0-9])|[一二][零〇○O0一二三四五六七八九]{3}|[一二两]千零?[一二三四五六七八九十]{1,3}(?=年))"
NEAR_DAYS, NEAR_MONTH = 92, 31  # how many days ahead a day or the beginning of a month may lie
FIRST_YEAR, LAST_YEAR = 1, 2100
# 2023年政府工作报告, 政府工作报告（2023年）; not 2022年计划执行情况, which names the year that is over
_NAMED_YEAR = re.compile(
    r"(?P<y>20[0-9]{2})年?[^，。、与和]{0,10}政府工作报告|政府工作报告[（(](?P<of>20[0-9]{2})年?[）)]"
)


def small_number(word: str) -> int:
    """The value of `8`, `八`, `十二`, `二十一`, `二〇二三`; -1 when it is none."""
    if word.isascii():
        return int(word) if word.isdigit() else -1
    value = number_value(word.replace("O", "零").replace("0", "零"))
    return int(value) if value is not None and value == int(value) else -1


def short_year(reference: date | None, word: str) -> int:
    """The year that 98年 or 零八年 means: of this century unless that lies more than twenty years ahead."""
    number = small_number(word)
    now = reference.year if reference else 2030
    year = now // 100 * 100 + number
    return year if year <= now + 20 else year - 100


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def months(year: int, first: int, last: int) -> Period | None:
    """Whole months of one year; None outside the calendar."""
    if not (1 <= first <= last <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    return Period.months(year, first, last)


def latest_year(reference: date | None, month: int, day: int = 1) -> int | None:
    """The year of the latest such day that is not after the reference."""
    if reference is None:
        return None
    year = reference.year if (month, day) <= (reference.month, reference.day) else reference.year - 1
    while (month, day) == (2, 29) and not isleap(year) and year > FIRST_YEAR:
        year -= 1
    return year


def near_year(reference: date | None, month: int, day: int = 0) -> int | None:
    """The same for a month or day by itself: a near one of the same year may lie ahead, as 3月1日 on 12 February."""
    if reference is None:
        return None
    last = date(reference.year, 12, 31)
    near = min(NEAR_DAYS if day else NEAR_MONTH, (last - reference).days)
    return latest_year(reference + timedelta(near), month, day or 1)


def coming_year(reference: date | None, month: int, day: int = 31) -> int | None:
    """The year of the next such day that is not before the reference."""
    if reference is None:
        return None
    return reference.year if (month, day) >= (reference.month, reference.day) else reference.year + 1


def third(name: str, last: int) -> tuple[int, int]:
    """The first and last day of 上旬, 中下旬 … in a month of `last` days."""
    days = {"上": (1, 10), "中": (11, 20), "下": (21, last)}
    return days[name[0]][0], days[name[-1]][1]


def latest_day(reference: date | None, day: int) -> date | None:
    """The latest day with that number in its month, not after the reference."""
    if reference is None or not 1 <= day <= 31:
        return None
    year, month = reference.year, reference.month
    if day > reference.day:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    for _ in range(3):
        found = make_day(year, month, day)
        if found:
            return found
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return None


def add_months(day: date, count: int) -> date:
    """The same day of a month `count` later, or that month's last day."""
    index = day.year * 12 + day.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def past_years(reference: date | None, count: int) -> Period | None:
    """`近五年`: the `count` full calendar years before the reference's year."""
    if reference is None or not 1 <= count <= 100:
        return None
    return Period(date(reference.year - count, 1, 1), date(reference.year - 1, 12, 31))


def past_days(reference: date | None, days: int) -> Period | None:
    """`近7天`: the days up to the reference."""
    if reference is None or not 1 <= days <= 40000:
        return None
    return Period(reference - timedelta(days), reference)


def coming_years(reference: date | None, count: int) -> Period | None:
    """`未来五年`: the `count` calendar years that begin with the reference's year."""
    if reference is None or not 1 <= count <= 100:
        return None
    return Period(date(reference.year, 1, 1), date(reference.year + count - 1, 12, 31))


def coming_days(reference: date | None, count: int, unit: str) -> Period | None:
    """`未来三天`: the days after the reference; `未来两个月` begins with the reference itself."""
    if reference is None or not 1 <= count <= 100:
        return None
    if unit == "个月":
        return Period(reference, add_months(reference, count) - timedelta(1))
    return Period(reference + timedelta(1), reference + timedelta(count * (7 if unit == "周" else 1)))


def year_over(title: str, published: date) -> int:
    """The year whose results a report tells: the one before the year it is named after, else before its session."""
    named = _NAMED_YEAR.search(title)
    if named and int(named["y"] or named["of"]) in (published.year, published.year + 1):
        return int(named["y"] or named["of"]) - 1
    return published.year - (0 if published.month >= 10 else 1)
