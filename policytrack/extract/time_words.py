"""Times that are one word or formula: five-year plans, 近五年, 未来三年, 昨天, 本月, 年底, 上世纪90年代."""

import re
from datetime import date, timedelta

from policytrack.extract.calendar import (
    LAST_YEAR,
    SMALL,
    THIRDS,
    TO,
    add_months,
    coming_days,
    coming_years,
    latest_year,
    make_day,
    months,
    past_days,
    past_years,
    small_number,
    third,
)
from policytrack.extract.drafts import TimeExpr
from policytrack.extract.outlook import looks_ahead, whole_year
from policytrack.extract.time_points import Anchor, Point, read_edge
from policytrack.extract.time_wrap import wrap
from policytrack.period import Period

_PLAN = re.compile(
    r"[“\"]?十(?P<n>[一二三四五六])五[”\"]?(?!\")(?:(?:规划|计划)?(?P<w>期间|时期|以来|末期?|初期?|期)|规划|计划)?"
)
_NEAR = re.compile(
    rf"(?:近|过去|最近|前)的?(?P<n>{SMALL}|两|几|[0-9]{{3}})(?P<u>年|个月|个?季度|天|日|周)(?:以?来|间)?"
)
_BACK = re.compile(rf"(?P<n>{SMALL}|两)年来|(?:这|过去的?|刚刚过去的)(?P<n2>{SMALL}|两)年")
_AHEAD = re.compile(
    rf"(?:未来|今后|今后的|接下来|此后)的?(?P<n>{SMALL}|两)(?:(?:至[0-9一二三四五六七八九十]{{1,2}})?年|(?P<u>个月|天|日|周))"
)
# 上世纪90年代, 十九世纪七十年代, 50年代, 18世纪末; 21世纪海上丝绸之路 is a name.
_CENTURY = f"上世纪|本世纪|(?:{SMALL}|[0-9]{{2}})世纪"
_DECADE = re.compile(
    rf"(?P<c>{_CENTURY})?(?P<d>[1-9]0|(?P<y>(?:1[89]|20)[0-9]0)|[一二三四五六七八九]十)年代(?:[初中末后]期?)?"
    rf"|(?P<whole>{_CENTURY})(?:[初中末]期?(?=[，。、的]|$)|(?=以来)|(?![\u4e00-\u9fff]))"
)
_DAYS_OF = re.compile(rf"(?P<a>{SMALL})(?:[日号]?{TO}(?P<b>{SMALL}))?[日号]|{THIRDS}")
_NUMERALS = tuple("0123456789一二三四五六七八九十百千万余多几两")
_NEARING = ("临近", "接近", "将近", "已近")  # 临近年底: no deadline and no day
_MONTH_BEFORE = re.compile("(?<![0-9])(?P<m>1[0-2]|[1-9])月份?$")


# Counted from the day of publication, where nothing else is named that it could count from: 三年前, 20天后.
_AGO = re.compile(
    rf"(?P<n>{SMALL}|两|[0-9]{{3}})(?P<u>年|个月|天)之?(?P<w>前|后)(?![往来期沿后提述置夕一二两三四五六七八九十0-9])"
)
_SAYS = re.compile("(?:^|[，。；：、！？“（\n]|早在|就在|而?在|自|从|比|较|但|我|他|她)$")


def _names_a_quarter(m: re.Match[str]) -> bool:
    """Whether what looks like a stretch of time is a calendar period: 前三季度, 过去的一季度."""
    return (m[0][0] == "前" and m["u"] in ("个月", "季度", "个季度")) or (m["u"] == "季度" and m["n"] in "一二三四")


def special(text: str, start: int, anchor: Anchor) -> TimeExpr | None:
    """Five-year plans, spans of years, `近五年`, days counted from the reference, vague words."""
    head = text[start]
    if anchor.decades and (m := _DECADE.match(text, start)):
        return _decade(m, anchor)
    if head in '“"十' and (m := _PLAN.match(text, start)):
        return _plan(m)
    m = _NEAR.match(text, start) if head in "近过最前" and not (start and text[start - 1] in "附最元提") else None
    if m and m["n"] != "几" and not _names_a_quarter(m):
        return _near(m, anchor)
    if (m := _BACK.match(text, start)) and m[0] != "这一年" and text[start - 1 : start] not in ("第",):
        count = small_number((m["n"] or m["n2"]).replace("两", "二"))
        return TimeExpr(start, m.end(), past_years(anchor.reference, count), "range", "years_back")
    if (m := _AGO.match(text, start)) and _SAYS.search(text, max(0, start - 2), start):
        return _ago(m, anchor)
    if head in "未今接此" and (m := _AHEAD.match(text, start)):
        count = small_number(m["n"].replace("两", "二"))
        if m["u"]:
            return TimeExpr(start, m.end(), coming_days(anchor.reference, count, m["u"]), "range", "ahead")
        return TimeExpr(start, m.end(), coming_years(anchor.reference, count), "range", "years_ahead")
    if head not in "0123456789" and (m := anchor.words.pattern.match(text, start)):
        return _word(text, m, anchor)
    return None


def _plan(m: re.Match[str]) -> TimeExpr:
    first = 2001 + 5 * (small_number(m["n"]))
    first = {1: 2006, 2: 2011, 3: 2016, 4: 2021, 5: 2026, 6: 2031}[small_number(m["n"])]
    span = Period(date(first, 1, 1), date(first + 4, 12, 31))
    when = m["w"] or ""
    if when == "以来":
        return TimeExpr(m.start(), m.end(), Period(span.start, None), "since", "plan_since")
    if when.startswith("末"):
        return TimeExpr(m.start(), m.end(), Period.day(date(first + 4, 12, 31)), "moment", "plan_end")
    return TimeExpr(m.start(), m.end(), span, "range" if when else "plan", "plan")


def _near(m: re.Match[str], anchor: Anchor) -> TimeExpr:
    count = small_number(m["n"].replace("两", "二"))
    unit = m["u"]
    if unit == "年":
        period = past_years(anchor.reference, count)
    elif unit in ("天", "日", "周"):
        period = past_days(anchor.reference, count * (7 if unit == "周" else 1))
    else:
        back = count * (3 if "季" in unit else 1)
        ok = anchor.reference is not None and 0 < back < 1000
        period = Period(add_months(anchor.reference, -back), anchor.reference) if ok and anchor.reference else None
    return TimeExpr(m.start(), m.end(), period, "range", "recent")


def _ago(m: re.Match[str], anchor: Anchor) -> TimeExpr | None:
    """The year, month or day so far from the reference; it is about then, so it dates no figure."""
    count = small_number(m["n"].replace("两", "二"))
    reference = anchor.reference
    if reference is None or (m["w"] == "后" and anchor.dated):
        return None
    step = count if m["w"] == "后" else -count
    if m["u"] == "天":
        day = _shift(reference, step)
        period = Period.day(day) if day else None
    elif m["u"] == "年":
        period = months(reference.year + step, 1, 12)
    else:
        month = reference.year * 12 + reference.month - 1 + step
        period = months(month // 12, month % 12 + 1, month % 12 + 1)
    return TimeExpr(m.start(), m.end(), period, "name", "ago") if period else None


def _word(text: str, m: re.Match[str], anchor: Anchor) -> TimeExpr | None:
    kind, n = anchor.words.words[m[0]]
    reference = anchor.reference
    start, end = m.span()
    since = text.startswith("以来", end)
    if kind == "vague":
        if start and text[start - 1] == "临":  # 临近年底
            return None
        return TimeExpr(start, end, None, "vague", "vague")
    if kind == "year_edge":
        if start and text[start - 1] in "一二三四五六七八九十半整几0123456789两每逐":
            return None
        if text[max(0, start - 2) : start] in _NEARING:
            return TimeExpr(start, end, None, "vague", "vague")
        year = anchor.reference.year if anchor.reference else None
        if year is None:
            return TimeExpr(start, end, None, "moment", "year_edge")
        if n == 1 and since:
            return TimeExpr(start, end + 2, Period(date(year, 1, 1), reference), "ytd", "year_to_date")
        if n != 1 and anchor.year != year and end - start < len(text):  # 年底 and no more is the coming one
            year = whole_year(reference, ahead=looks_ahead(text, start, end)) or year
        if m[0] == "开年":
            return None  # 开年第一会
        day = date(year, 1, 1) if n == 1 else date(year, 12, 31)
        return wrap(text, start, Point(end, "moment", Period.day(day), year), anchor)
    if kind == "years":
        return TimeExpr(start, end, coming_years(reference, n), "range", "years_ahead")
    if kind == "year":
        if m[0] == "年内" and text[start - 1 : start] in (*_NUMERALS, "半", "整", "每", "当"):
            return None  # 三年内
        year = anchor.year or whole_year(reference, ahead=end - start == len(text) or looks_ahead(text, start, end))
        return TimeExpr(start, end, months(year, 1, 12) if year else None, "year", "whole_year")
    if kind in ("day", "same_day"):
        if text[start] == "次" and text[start - 1 : start] in _NUMERALS:
            return None  # 14次日常清理
        base = anchor.day or reference if kind == "same_day" else anchor.today or reference
        meant = _shift(base, n)
        if meant and kind == "day":
            anchor.day = meant
        return TimeExpr(start, end, Period.day(meant) if meant else None, "day", "day_word")
    if kind == "week":
        if text[end : end + 1] and text[end] in "一二三四五六日天末":
            return None  # a day of the week
        monday = reference - timedelta(reference.weekday()) if reference else None
        first, last = _shift(monday, 7 * n), _shift(monday, 7 * n + 6)
        return TimeExpr(start, end, Period(first, last) if first and last else None, "range", "week")
    if kind == "quarter":
        return _quarter(text, m, n, anchor)
    if kind == "same_month" and (named := _MONTH_BEFORE.search(text, max(0, start - 3), start)):
        year = anchor.year or latest_year(reference, int(named["m"]))  # 8月当月
        return wrap(text, start, Point(end, "month", Period.month(year, int(named["m"])) if year else None), anchor)
    base = anchor.day or reference if kind == "same_month" else reference
    if kind == "half_month":
        part = make_day(base.year, base.month, n) if base else None
        last = Period.month(base.year, base.month).end if base else None
        days = Period(part, part.replace(day=15) if n == 1 else last) if part else None
        return TimeExpr(start, end, days, "range", "half_month")
    first = add_months(base.replace(day=1), n) if base and 2 < base.year < 9990 else None
    month = Period.month(first.year, first.month) if first else None
    point = _days_of(text, end, month) or read_edge(text, Point(end, "month", month)) or Point(end, "month", month)
    return wrap(text, start, point, anchor)


def _days_of(text: str, end: int, month: Period | None) -> Point | None:
    """Days of a month that a word names: 本月十日, 上个月5号至8号, 本月上旬."""
    m = _DAYS_OF.match(text, end)
    if m is None:
        return None
    if month is None or month.start is None or month.end is None:
        return Point(m.end(), "day", None)
    if m["xun"]:
        low, high = third(m["xun"], month.end.day)
    else:
        low, high = small_number(m["a"]), small_number(m["b"] or m["a"])
    if not 1 <= low <= high <= month.end.day:
        return Point(m.end(), "day", None)
    days = Period(month.start.replace(day=low), month.start.replace(day=high))
    return Point(m.end(), "day" if low == high else "range", days, month.start.year, month.start.month)


def _quarter(text: str, m: re.Match[str], step: int, anchor: Anchor) -> TimeExpr | None:
    period = None
    if anchor.reference and 2 < anchor.reference.year < 9990:
        quarter = (anchor.reference.year * 12 + anchor.reference.month - 1) // 3 + step
        period = months(quarter // 4, 3 * (quarter % 4) + 1, 3 * (quarter % 4) + 3)
    point = Point(m.end(), "quarter", period)
    return wrap(text, m.start(), read_edge(text, point) or point, anchor)


def _decade(m: re.Match[str], anchor: Anchor) -> TimeExpr | None:
    """Ten years, or a century counted as its hundreds: 18世纪 is 1700 to 1799."""
    now = anchor.reference.year if anchor.reference else 2030
    name = m["c"] or m["whole"]
    first, length = now // 100 * 100, 10
    if name == "上世纪":
        first -= 100
    elif name and name != "本世纪":
        first = 100 * (small_number(name.removesuffix("世纪")) - 1)
    if m["whole"]:
        length = 100
    elif m["y"]:
        first = int(m["y"])
    else:
        first += small_number(m["d"])
        if not name and first > now:
            first -= 100
    if not 1 <= first <= LAST_YEAR - length:
        return None
    return TimeExpr(m.start(), m.end(), Period(date(first, 1, 1), date(first + length - 1, 12, 31)), "range", "decade")


def _shift(day: date | None, count: int) -> date | None:
    try:
        return day + timedelta(count) if day else None
    except OverflowError:
        return None
