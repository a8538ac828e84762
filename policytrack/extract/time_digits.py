"""Dates and periods in digits alone: 2023-09-11, 20230911, 31/12/2023, 2008.03-2010.07, 2016—2018年.

A text that is nothing but digits of a date (`2022 11 23`, `12/1`, `2018`) is read as one, as a cell or a heading prints it.
"""

import re
from datetime import date

from policytrack.extract.calendar import FULL_YEAR, TO, make_day, months, near_year, small_number
from policytrack.extract.drafts import TimeExpr
from policytrack.extract.time_points import Point
from policytrack.period import Period

_Y = "(?:19|20)[0-9]{2}"
_ISO = re.compile(
    rf"(?P<y>{_Y})(?:(?P<s>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12][0-9]|0?[1-9])|[-/](?P<m2>0[1-9]|1[0-2]))"
    rf"(?![0-9%/]|-(?!{_Y}[-/.])|[0-9.]*[年万亿元个])"
    rf"|(?P<cy>{_Y})(?P<cm>0[1-9]|1[0-2])(?P<cd>0[1-9]|[12][0-9]|3[01])(?![0-9.,%万亿元美个人家户吨公千亩平件项])"
)
_YEAR_LAST = re.compile(rf"(?P<a>[0-9]{{1,2}})(?P<s>[-/])(?P<b>[0-9]{{1,2}})(?P=s)(?P<y>{_Y}|[3-9][0-9])(?![0-9/%.-])")
_OF_WEEK = re.compile("(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])(?=（?(?:星期|周)[一二三四五六日天])")
_YEARS = re.compile(rf"(?P<a>{FULL_YEAR})年?{TO}(?P<b>{FULL_YEAR})(?P<u>学年|年)?")
# A career: 2008.03—2010.07, 2010.07-2012, 2019.05至今. A month has two digits; a decimal would need a unit.
_MONTHS = re.compile(
    rf"(?P<y>{_Y})\.(?P<m>0[1-9]|1[0-2]){TO}(?:(?P<now>今)|(?P<y2>{_Y})(?:\.(?P<m2>0[1-9]|1[0-2]))?)(?![0-9.,%万亿年])"
)
_WHOLE = re.compile(
    rf"(?P<y>{_Y}) (?P<m>1[0-2]|0?[1-9]) (?P<d>3[01]|[12][0-9]|0?[1-9])|(?P<year>{_Y})"
    "|(?P<m2>1[0-2]|[1-9])/(?P<d2>3[01]|[12][0-9]|[1-9])"
)
_LONGEST = 12


def day_or_month(text: str, start: int, reference: date | None) -> Point | None:
    """2023-09-11, 2023/9/11, 2023.9.11, 2023-09, 20230911, 31/12/2023, 12/1（星期五）."""
    m = _ISO.match(text, start)
    if m is None:
        return _other_order(text, start, reference)
    if m["m2"]:
        year, month = int(m["y"]), int(m["m2"])
        return Point(m.end(), "month", Period.month(year, month), year, month, True, True)
    return _point(m.end(), make_day(int(m["y"] or m["cy"]), int(m["m"] or m["cm"]), int(m["d"] or m["cd"])))


def _point(end: int, day: date | None) -> Point | None:
    return Point(end, "day", Period.day(day), day.year, day.month, True, True) if day else None


def _other_order(text: str, start: int, reference: date | None) -> Point | None:
    """The year last, when only one order of day and month gives a day; a month and a day before their day of the week."""
    if m := _OF_WEEK.match(text, start):
        year = near_year(reference, int(m["m"]), int(m["d"]))
        return _point(m.end(), make_day(year, int(m["m"]), int(m["d"])) if year else None)
    m = _YEAR_LAST.match(text, start)
    if m is None:
        return None
    a, b, year = int(m["a"]), int(m["b"]), int(m["y"]) + (1900 if len(m["y"]) == 2 else 0)
    days = {day for day in (make_day(year, a, b), make_day(year, b, a)) if day}
    return _point(m.end(), days.pop()) if len(days) == 1 else None


def years_or_months(text: str, start: int) -> TimeExpr | None:
    """2016—2018年, 2022-2023学年, 2008.03-2010.07, 2019.05至今."""
    if m := _MONTHS.match(text, start):
        return _months(m)
    m = _YEARS.match(text, start)
    if m is None or (not m["u"] and text[m.start() - 1 : m.start()] not in ("从", "自")):
        return None
    low, high = small_number(m["a"]), small_number(m["b"])
    if not 1800 < low < high < 2200:
        return None
    if m["u"] == "学年":
        return TimeExpr(m.start(), m.end(), Period(date(low, 9, 1), date(high, 8, 31)), "range", "school_year")
    return TimeExpr(m.start(), m.end(), Period(date(low, 1, 1), date(high, 12, 31)), "range", "years")


def _months(m: re.Match[str]) -> TimeExpr | None:
    first = Period.month(int(m["y"]), int(m["m"]))
    if m["now"]:
        return TimeExpr(m.start(), m.end(), Period(first.start, None), "since", "months")
    year = int(m["y2"])
    last = Period.month(year, int(m["m2"])) if m["m2"] else Period.year(year)
    if first.start is None or last.end is None or first.start > last.end:
        return None
    return TimeExpr(m.start(), m.end(), Period(first.start, last.end), "range", "months")


def whole_date(text: str, reference: date | None) -> TimeExpr | None:
    """The date that the text is, when it is nothing but its digits; 3/4 stays a fraction."""
    m = _WHOLE.fullmatch(text) if len(text) <= _LONGEST else None
    if m is None:
        return None
    if m["year"]:
        return TimeExpr(0, m.end(), months(int(m["year"]), 1, 12), "year", "whole")
    if m["y"]:
        day = make_day(int(m["y"]), int(m["m"]), int(m["d"]))
    else:
        month, number = int(m["m2"]), int(m["d2"])
        year = near_year(reference, month, number) if month >= number else None
        day = make_day(year, month, number) if year else None
    return TimeExpr(0, m.end(), Period.day(day), "day", "whole") if day else None
