"""Holidays as times: 春节期间, 2023年国庆假期, 今年五一小长假.

A year that stands right before the name belongs to it; without one the latest holiday that had begun by the day of
publication is meant.
"""

import re
from bisect import bisect_left
from datetime import date

from policytrack.extract.drafts import TimeExpr
from policytrack.lexicon.feasts import Feasts

_GAP = re.compile("的?")


def add_holidays(text: str, times: list[TimeExpr], reference: date | None, feasts: Feasts) -> list[TimeExpr]:
    """The times with the holidays of a text among them, sorted; an expression inside a holiday's gives way to it."""
    if feasts.pattern is None:
        return times
    for found in feasts.pattern.finditer(text):
        start, end = found.span()
        at = bisect_left([time.start for time in times], start)
        year = times[at - 1] if at else None
        joined = year is not None and year.shape == "year" and _GAP.fullmatch(text, year.end, start) is not None
        period = None
        if joined and year is not None and year.period and year.period.start:
            period = feasts.in_year(found["w"], year.period.start.year)
            start = year.start
        elif reference is not None:
            period = feasts.last(found["w"], reference)
        times = [time for time in times if time.end <= start or time.start >= end]
        at = bisect_left([time.start for time in times], start)
        times.insert(at, TimeExpr(start, end, period, "range", "holiday"))
    return times
