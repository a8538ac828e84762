"""Feasts as times: 春节期间, 2023年国庆假期, 中秋节当天, 冬至.

A year that stands right before the name belongs to it. Without one the days off are those that begin within a month of the
day of publication, else the latest ones; the day of a feast is the nearest. A name alone has the shape `name`: it is shown
with its day, but dates no figure.
"""

import re
from datetime import date

from policytrack.extract.drafts import TimeExpr
from policytrack.lexicon.feasts import Feasts
from policytrack.period import Period

_GAP = re.compile("的?")
_AHEAD = 31  # days


def add_holidays(text: str, times: list[TimeExpr], reference: date | None, feasts: Feasts) -> list[TimeExpr]:
    """The times with the feasts of a text among them, sorted; an expression inside a feast's gives way to it."""
    if feasts.pattern is None:
        return times
    merged: list[TimeExpr] = []
    at = 0
    for found in feasts.pattern.finditer(text):
        start, end = found.span()
        while at < len(times) and times[at].end <= start:
            merged.append(times[at])
            at += 1
        last = merged[-1] if merged else None
        before = last if last and last.shape == "year" and _GAP.fullmatch(text, last.end, start) else None
        year = before.period.start.year if before and before.period and before.period.start else None
        alone = found["off"] is None and found["day"] is None
        if (alone and not feasts.has_day(found["w"])) or (found["off"] and found["w"] not in feasts.days):
            continue
        unknown = before is not None and year is None
        period = None if unknown else _days(found, year, reference, feasts)
        if before is not None and not alone:
            start = before.start
            merged.pop()
        while at < len(times) and times[at].start < end:  # 当天 in 端午节当天
            at += 1
        shape = "name" if alone else "range" if found["off"] or period is None or period.start != period.end else "day"
        merged.append(TimeExpr(start, end, period, shape, "feast" if alone else "holiday"))
    return merged + times[at:]


def _days(found: re.Match[str], year: int | None, reference: date | None, feasts: Feasts) -> Period | None:
    """The days off, or the day itself."""
    name = found["w"]
    if found["off"] is None and feasts.has_day(name):
        day = feasts.day(name, year) if year else feasts.nearest(name, reference) if reference else None
        return Period.day(day) if day else None
    if year:
        return feasts.in_year(name, year)
    return feasts.around(name, reference, _AHEAD) if reference else None
