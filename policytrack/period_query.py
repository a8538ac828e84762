"""Periods as users write them: `2023Q3`, `2023-08`, `1-8月`, `2023年三季度`, `A..B`, `-90d`, `last-quarter`, `十四五`.

`parse_period` gives an inclusive range of days; `format_period` prints the shortest form that parses back to it.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise

from policytrack.errors import UsageError
from policytrack.period import Period

EXAMPLES = (
    "2023, 2023Q3, 2023H1, 2023-08, 2023-W36, 2023-09-11, 2023年三季度, 1-8月, 去年同期, last-quarter, -90d, A..B"
)
_CHINESE = dict(
    zip(("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"), range(1, 13), strict=True)
)
# The first year of the five-year plans; each runs from 1 January to 31 December of the fifth year.
PLANS = {
    "九五": 1996, "十五": 2001, "十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031,
}  # fmt: skip
_N = "[0-9]{1,2}|十[一二]?|[一二三四五六七八九]"
_TO = "(?:-|–|—{1,2}|~|～|至|到)"
_NAMED_YEAR = "(?P<rel>今年|去年|前年|明年|本年|上年)"
_YEAR = rf"(?:(?P<year>[0-9]{{4}})年?|{_NAMED_YEAR}|)"
_MONTHS = {"last": -1, "this": 0, "next": 1}

_WIDE = {0xFF10 + n: str(n) for n in range(10)} | {ord("－"): "-", ord("　"): None, ord(" "): None}

Match = re.Match[str]
Reader = Callable[[Match, date], Period]


def parse_period(text: str, today: date) -> Period:
    """The days that `text` means, relative forms counted from `today`; raises UsageError with what is accepted."""
    words = text.strip().translate(_WIDE)
    low, dots, high = words.partition("..")
    try:
        if dots:
            start = parse_period(low, today).start if low.strip() else None
            end = parse_period(high, today).end if high.strip() else None
            if start or end:
                return Period(start, end)
        for pattern, read in _FORMS:
            if found := pattern.fullmatch(words):
                return read(found, today)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"{text!r} is not a period: {error}.", hint=f"Write it like {EXAMPLES}.") from None
    raise UsageError(f"{text!r} is not a period.", hint=f"Write it like {EXAMPLES}.")


def format_period(period: Period) -> str:
    """The shortest form that `parse_period` reads back: `2023Q3`, `2023-08`, `2023-01..2023-08`, `..2023-09-11`."""
    start, end = period.start, period.end
    if start is None or end is None:
        return f"{start or ''}..{end or ''}" if (start or end) else ".."
    if start == end:
        return start.isoformat()
    for form, candidate in _named(start):
        if candidate == period:
            return form
    if start.day == 1 and Period.month(end.year, end.month).end == end:
        return f"{start:%Y-%m}..{end:%Y-%m}"
    return f"{start}..{end}"


def people_period(period: Period) -> str:
    """The form that reports print: `2023年1-8月`, `2023-09-11..09-13`; `parse_period` reads all but the last."""
    start, end = period.start, period.end
    if start is None or end is None or start == end or start.year != end.year:
        return format_period(period)
    short = format_period(period)
    if ".." not in short:
        return short
    if start.day == 1 and Period.month(end.year, end.month).end == end:
        return f"{start.year}年{start.month}-{end.month}月"
    return f"{start}..{end:%m-%d}"


def _named(start: date) -> list[tuple[str, Period]]:
    year, month = start.year, start.month
    forms = [(f"{year:04}", Period.year(year))]
    if month in (1, 7):
        forms.append((f"{year:04}H{month // 6 + 1}", Period.months(year, month, month + 5)))
    if month in (1, 4, 7, 10):
        forms.append((f"{year:04}Q{month // 3 + 1}", Period.months(year, month, month + 2)))
    forms.append((f"{year:04}-{month:02}", Period.month(year, month)))
    return forms


def year_before(period: Period) -> Period:
    """The same days a year earlier; the end of February stays the end of February."""
    return Period(_shift_year(period.start, -1), _shift_year(period.end, -1))


def previous(period: Period) -> Period:
    """The span of the same kind before it: a month before a month, a quarter before a quarter, else as many days."""
    start, end = period.start, period.end
    if start is None or end is None:
        raise UsageError("A period with an open end has none before it.", hint="Give both ends, as 2023-01..2023-08.")
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if start.day == 1 and Period.month(end.year, end.month).end == end:
        first = _shift_month(start, -months)
        return Period(first, start - timedelta(days=1))
    days = (end - start).days + 1
    return Period(start - timedelta(days=days), start - timedelta(days=1))


def overlap(a: Period, b: Period) -> bool:
    """Whether two periods share a day."""
    low, high = date.min, date.max
    return (a.start or low) <= (b.end or high) and (b.start or low) <= (a.end or high)


def days(period: Period) -> int | None:
    """How many days it has, both ends counted; None for an open end."""
    if period.start is None or period.end is None:
        return None
    return (period.end - period.start).days + 1


def disjoint(periods: Iterable[Period]) -> bool:
    """Whether no two of the periods share a day."""
    ordered = sorted(periods, key=lambda p: p.start or date.min)
    return not any(overlap(a, b) for a, b in pairwise(ordered))


def _shift_year(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    last = (day.month, day.day) in ((2, 28), (2, 29))
    end = Period.month(day.year, day.month).end
    if last and day == end:
        return Period.month(day.year + years, 2).end
    return day.replace(year=day.year + years, day=min(day.day, 28) if last else day.day)


def _shift_month(first: date, months: int) -> date:
    at = first.year * 12 + first.month - 1 + months
    return date(at // 12, at % 12 + 1, 1)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _CHINESE[text.replace("两", "二")]


def _year(found: Match, today: date) -> int:
    if found["year"]:
        return int(found["year"])
    return today.year + {"去年": -1, "上年": -1, "前年": -2, "明年": 1}.get(found["rel"] or "", 0)


def _quarter(year: int, n: int) -> Period:
    if not 1 <= n <= 4:
        raise ValueError("a year has four quarters")
    return Period.months(year, 3 * n - 2, 3 * n)


def _half(year: int, n: int) -> Period:
    if n > 2:
        raise ValueError("a year has two halves")
    return Period.months(year, 6 * n - 5, 6 * n)


def _years(first: int, last: int) -> Period:
    return Period(date(first, 1, 1), date(last, 12, 31))


def _days(found: Match, today: date) -> Period:
    year, month = _year(found, today), _number(found["m"])
    last = _number(found["m2"]) if found["m2"] else month
    return Period(date(year, month, int(found["d"])), date(year, last, int(found["d2"])))


def _checked_months(year: int, first: int, last: int) -> Period:
    if not 1 <= first <= last <= 12:
        raise ValueError("months run from 1 to 12")
    return Period.months(year, first, last)


def _week(found: Match, today: date) -> Period:
    monday = date.fromisocalendar(int(found["year"]), int(found["w"]), 1)
    return Period(monday, monday + timedelta(days=6))


def _week_of(found: Match, today: date) -> Period:
    monday = today + timedelta(days=7 * {"上": -1, "本": 0, "下": 1}[found[0][0]] - today.weekday())
    return Period(monday, monday + timedelta(days=6))


def _relative(found: Match, today: date) -> Period:
    step = _MONTHS[found["which"]]
    match found["unit"]:
        case "year":
            return Period.year(today.year + step)
        case "quarter":
            first = _shift_month(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * step)
            return Period.months(first.year, first.month, first.month + 2)
        case "week":
            monday = today - timedelta(days=today.weekday() - 7 * step)
            return Period(monday, monday + timedelta(days=6))
    first = _shift_month(today.replace(day=1), step)
    return Period.month(first.year, first.month)


_UNITS = {"天": "d", "日": "d", "周": "w", "星期": "w", "个月": "m", "月": "m"}


def _third(found: Match, today: date) -> Period:
    """Ten days of a month: 9月上旬 ends on the 10th, 下旬 with the month."""
    month = Period.month(_year(found, today), _number(found["m"]))
    first = {"上": 1, "中": 11, "下": 21}[found["third"]]
    assert month.start
    return Period(month.start.replace(day=first), month.end if first == 21 else month.start.replace(day=first + 9))


def _back(found: Match, today: date) -> Period:
    n = _number(found["n"])
    match _UNITS.get(found["unit"], found["unit"]):
        case "d":
            start = today - timedelta(days=n - 1)
        case "w":
            start = today - timedelta(days=7 * n - 1)
        case "m":
            start = _shift_month(today.replace(day=1), -n)
            start = start.replace(day=min(today.day, (Period.month(start.year, start.month).end or today).day))
            start += timedelta(days=1)
        case _:
            start = (_shift_year(today, -n) or today) + timedelta(days=1)
    return Period(start, today)


def _same_time_last_year(found: Match, today: date) -> Period:
    return year_before(Period(date(today.year, 1, 1), today))


_FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (r"(?P<year>[0-9]{4})年?(?:全年|度)?", lambda m, t: Period.year(int(m["year"]))),
        (r"(?P<year>[0-9]{4})-?Q(?P<q>[1-4])", lambda m, t: _quarter(int(m["year"]), int(m["q"]))),
        (r"(?P<year>[0-9]{4})-?H(?P<h>[12])", lambda m, t: _half(int(m["year"]), int(m["h"]))),
        (r"(?P<year>[0-9]{4})-?W(?P<w>[0-9]{1,2})", _week),
        (
            r"(?P<year>[0-9]{4})[-/.](?P<m>[0-9]{1,2})",
            lambda m, t: _checked_months(int(m["year"]), int(m["m"]), int(m["m"])),
        ),
        (
            r"(?P<year>(?:19|20)[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
            lambda m, t: Period.day(date(int(m["year"]), int(m["m"]), int(m["d"]))),
        ),
        (
            r"(?P<year>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})",
            lambda m, t: Period.day(date(int(m["year"]), int(m["m"]), int(m["d"]))),
        ),
        (
            rf"{_YEAR}(?P<m>{_N})月(?P<d>[0-9]{{1,2}})[日号]",
            lambda m, t: Period.day(date(_year(m, t), _number(m["m"]), int(m["d"]))),
        ),
        (rf"{_YEAR}(?P<m>{_N})月(?P<d>[0-9]{{1,2}})[日号]?{_TO}(?:(?P<m2>{_N})月)?(?P<d2>[0-9]{{1,2}})[日号]", _days),
        (rf"(?P<a>[0-9]{{4}})年?{_TO}(?P<b>[0-9]{{4}})年?", lambda m, t: _years(int(m["a"]), int(m["b"]))),
        (rf"(?:近|过去|前)(?P<n>{_N}|两|[0-9]{{3}})年", lambda m, t: _years(t.year - _number(m["n"]), t.year - 1)),
        (r"[QH](?P<q>[1-4])", lambda m, t: (_quarter if m[0][0] in "Qq" else _half)(t.year, int(m["q"]))),
        (rf"{_YEAR}第?(?P<q>[一二三四1-4])季度?", lambda m, t: _quarter(_year(m, t), _number(m["q"]))),
        (rf"{_YEAR}前(?P<q>[一二三四1-4])个?季度", lambda m, t: _checked_months(_year(m, t), 1, 3 * _number(m["q"]))),
        (rf"{_YEAR}(?P<h>[上下])半年", lambda m, t: _half(_year(m, t), 1 if m["h"] == "上" else 2)),
        (rf"{_YEAR}前(?P<m>{_N})个?月", lambda m, t: _checked_months(_year(m, t), 1, _number(m["m"]))),
        (
            rf"{_YEAR}(?P<a>{_N})月?{_TO}(?P<b>{_N})月份?",
            lambda m, t: _checked_months(_year(m, t), _number(m["a"]), _number(m["b"])),
        ),
        (rf"{_YEAR}(?P<m>{_N})月份?", lambda m, t: _checked_months(_year(m, t), _number(m["m"]), _number(m["m"]))),
        (rf"(?P<year>(?!))?{_NAMED_YEAR}(?:全年)?", lambda m, t: Period.year(_year(m, t))),
        (r"今年以来|年初以来|ytd", lambda m, t: Period(date(t.year, 1, 1), t)),
        (r"去年同期|上年同期", _same_time_last_year),
        (r"今天|today", lambda m, t: Period.day(t)),
        (r"昨天|yesterday", lambda m, t: Period.day(t - timedelta(days=1))),
        (r"本周|上周|下周", _week_of),
        (r"本月", lambda m, t: Period.month(t.year, t.month)),
        (r"上月|上个月", lambda m, t: previous(Period.month(t.year, t.month))),
        (r"本季度", lambda m, t: _quarter(t.year, (t.month + 2) // 3)),
        (r"上季度|上个季度", lambda m, t: previous(_quarter(t.year, (t.month + 2) // 3))),
        (
            r"“?(?P<p>" + "|".join(sorted(PLANS, key=len, reverse=True)) + r")”?(?:期间|时期)?",
            lambda m, t: Period(date(PLANS[m["p"]], 1, 1), date(PLANS[m["p"]] + 4, 12, 31)),
        ),
        (r"(?P<which>last|this|next)[-_]?(?P<unit>year|quarter|month|week)", _relative),
        (rf"(?:最近|近|过去)(?P<n>[0-9]{{1,5}}|{_N}|两)(?P<unit>天|日|周|星期|个?月)", _back),
        (rf"{_YEAR}(?P<m>{_N})月(?P<third>[上中下])旬", _third),
        (r"-(?P<n>[1-9][0-9]{0,4})(?P<unit>[dwmy])", _back),
    )
)
