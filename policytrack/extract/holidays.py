"""Holidays as times: 春节期间, 2023年国庆假期, 今年五一小长假.

A year that stands right before the name belongs to it; without one the latest holiday that had begun by the day of
publication is meant.
"""

import re
from datetime import date

from policytrack.extract.drafts import TimeExpr
from policytrack.lexicon.feasts import Feasts

_GAP = re.compile("的?")


def add_holidays(text: str, times: list[TimeExpr], reference: date | None, feasts: Feasts) -> list[TimeExpr]:
    """The times with the holidays of a text among them, sorted; an expression inside a holiday's gives way to it."""
    if feasts.pattern is None:
        return times
    merged: list[TimeExpr] = []
    at = 0
    for found in feasts.pattern.finditer(text):
        start, end = found.span()
        while at < len(times) and times[at].end <= start:
            merged.append(times[at])
            at += 1
        year = merged[-1] if merged else None
        period = None
        if year is not None and year.shape == "year" and _GAP.fullmatch(text, year.end, start):
            if year.period and year.period.start:
                period = feasts.in_year(found["w"], year.period.start.year)
            start = year.start
            merged.pop()
        elif reference is not None:
            period = feasts.last(found["w"], reference)
        while at < len(times) and times[at].start < end:  # 当天 in 端午节当天
            at += 1
        merged.append(TimeExpr(start, end, period, "range", "holiday"))
    return merged + times[at:]
