"""The Chinese calendar: days of lunar dates and solar terms, from the table `lunar.tsv`, which says where it is from.

A lunar year bears the number of the solar year in which it begins. Outside the years of the table nothing is known.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from policytrack.period import Period

SOLAR_TERMS = (
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至", "小暑", "大暑", "立秋", "处暑",
    "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Year:
    months: dict[tuple[int, bool], Period]  # month, whether it is a leap month
    terms: tuple[date, ...]


def lunar_month(year: int, month: int, leap: bool = False) -> Period | None:
    """The days of a lunar month; None when the year is unknown or has no such month."""
    known = _table().get(year)
    return known.months.get((month, leap)) if known else None


def lunar_day(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The day of a lunar date, of its month's last day when `day` is 0; None when there is no such day."""
    days = lunar_month(year, month, leap)
    if days is None or days.start is None or days.end is None:
        return None
    found = days.start + timedelta(day - 1) if day else days.end
    return found if found <= days.end else None


def solar_term(year: int, name: str) -> date | None:
    """The day of a solar term in a solar year; None when the year is unknown."""
    known = _table().get(year)
    return known.terms[SOLAR_TERMS.index(name)] if known else None


@cache
def _table() -> dict[int, _Year]:
    lines = Path(__file__).with_name("lunar.tsv").read_text(encoding="utf-8").splitlines()
    return dict(_year(line) for line in lines if not line.startswith("#"))


def _year(line: str) -> tuple[int, _Year]:
    year, first, lengths, leap, days = line.split("\t")
    names = [(month, again) for month in range(1, 13) for again in ((False, True) if month == int(leap) else (False,))]
    start, months = date.fromisoformat(first), {}
    for name, length in zip(names, lengths, strict=True):
        end = start + timedelta(28 + int(length))
        months[name], start = Period(start, end), end + timedelta(1)
    terms = tuple(date(int(year), n // 2 + 1, int(day)) for n, day in enumerate(days.split()))
    return int(year), _Year(months, terms)
