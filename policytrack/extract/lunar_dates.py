"""Days and months of the lunar calendar in a text: 农历八月十五, 2023年腊月廿三, 大年初一至初六, 除夕.

A number of a month and a day is lunar when the calendar is named, when the month is 正月, 冬月, 腊月 or a leap month, or when
the day is printed as 初三 or 廿三. A year that is not said is that of the latest such day, or of the coming one when it is
near; of a leap month that of the nearest. The last day of the lunar year (除夕) belongs to the solar year in which it falls.
"""

import re
from dataclasses import dataclass
from datetime import date

from policytrack.extract.calendar import FULL_YEAR, NEAR_DAYS, SMALL, small_number
from policytrack.lexicon.lunar import lunar_day, lunar_month
from policytrack.period import Period

_EARLY = "初(?:[一二三四五六七八九十]|[0-9]{1,2}(?![0-9]))"
_LATE = "廿[一二三四五六七八九]?"
_DAY = rf"(?P<d>{_EARLY}|{_LATE}|{SMALL}[日号]?(?![多余几天]))"
# 六月初一 is a day, 六月初一批 the beginning of a month.
_BREAK = "(?=[，。；、）（\\s至到—－~～-]|当[天日晚]|这天|$)"
_LUNAR = re.compile(
    rf"(?:(?:农历|阴历|旧历)的?(?:(?P<y>{FULL_YEAR})年)?(?P<l1>闰)?(?P<m1>{SMALL}|[正冬腊])月"
    rf"|(?P<l2>闰)(?P<m2>{SMALL})月|(?P<m3>[正冬腊])月){_DAY}?"
    rf"|(?P<m4>[一二三四五六七八九十]{{1,2}})月(?P<d4>{_EARLY}{_BREAK}|{_LATE})"
    rf"|大年(?P<d5>{_EARLY})|(?P<eve>大年三十|除夕)"
)
_SHARED = re.compile(rf"(?:大年)?(?P<d>{_EARLY}|{_LATE}|[一二三][十]?[一二三四五六七八九]?{_BREAK})")
_NAMED = {"正": 1, "冬": 11, "腊": 12}
_LEAP_YEARS = 10  # how far a leap month may lie away


@dataclass(frozen=True, slots=True)
class LunarDate:
    """A lunar day or month and the days it means."""

    end: int
    grain: str  # day or month
    days: Period | None
    year: int | None
    month: int


def read_lunar(
    text: str, at: int, year: int | None, dated: bool, left: tuple[int, int] | None, reference: date | None
) -> LunarDate | None:
    """The lunar date at `at`; `year` is what was read before it, `left` year and month of a range's beginning."""
    if left and (m := _SHARED.match(text, at)):
        return _after(m, left)
    m = _LUNAR.match(text, at)
    if m is None:
        return None
    if m["y"]:
        year, dated = small_number(m["y"]), True
    if m["eve"]:
        month, day, leap = 12, 0, False
        year = year - 1 if year else None
    else:
        named = m["m1"] or m["m2"] or m["m3"] or m["m4"] or "正"
        month, leap = _NAMED.get(named) or small_number(named), bool(m["l1"] or m["l2"])
        word = m["d"] or m["d4"] or m["d5"]
        day = _number(word) if word else -1
    grain = "month" if day < 0 else "day"
    if year is None and not dated and left:
        year = left[0] + (month < left[1])
    if year is None and not dated and reference:
        year = _year_meant(month, day, leap, reference)
    days = _days(year, month, day, leap) if year else None
    return LunarDate(m.end(), grain, days, year, month)


def _number(word: str) -> int:
    """The day that 初八, 廿三, 二十三 or 18日 is."""
    word = word.rstrip("日号").removeprefix("初")
    return small_number(("二十" + word[1:]) if word[0] == "廿" else word)


def _after(m: re.Match[str], left: tuple[int, int]) -> LunarDate:
    """The second end of 正月初一至初六 and 腊月廿八至初三: in the same month or, when that is over, in the next."""
    year, month = left
    day = _number(m["d"])
    if month == 12 and day < 20:  # 除夕至初六
        year, month = year + 1, 1
    return LunarDate(m.end(), "day", _days(year, month, day, False), year, month)


def _days(year: int, month: int, day: int, leap: bool) -> Period | None:
    if day < 0:
        return lunar_month(year, month, leap)
    found = lunar_day(year, month, day, leap)
    return Period.day(found) if found else None


def _year_meant(month: int, day: int, leap: bool, reference: date) -> int | None:
    """The lunar year that is meant where none is said."""
    reach = _LEAP_YEARS if leap else 2
    known = ((y, _days(y, month, day, leap)) for y in range(reference.year - reach, reference.year + reach + 1))
    found = [(y, days) for y, days in known if days]
    if leap:
        return min(((_distance(days, reference), y) for y, days in found), default=(0, None))[1]
    return max((y for y, days in found if days.start and (days.start - reference).days <= NEAR_DAYS), default=None)


def _distance(days: Period, reference: date) -> int:
    if days.start is None or days.end is None or days.start <= reference <= days.end:
        return 0
    return (days.start - reference).days if days.start > reference else (reference - days.end).days
