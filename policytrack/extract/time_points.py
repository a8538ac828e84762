"""Simple points and spans of time: a day, month, quarter, half or year, and its beginning or end.

`times` finds where they stand and what the words around them make of them; here they are read and resolved.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from policytrack.extract.calendar import (
    FULL_YEAR,
    SMALL,
    THIRDS,
    TO,
    latest_day,
    latest_year,
    make_day,
    months,
    near_year,
    short_year,
    small_number,
    third,
)
from policytrack.extract.lunar_dates import read_lunar
from policytrack.extract.outlook import looks_ahead, span_year, whole_year
from policytrack.lexicon.time_words import TimeWords
from policytrack.period import Period

_IN_DIGITS = "(?:Q[1-4]|H[12])(?![0-9])"  # 2023Q3, 2023年H1
_ERA_YEAR = re.compile(rf"..(?P<n>元|{SMALL})年")
# Years that only a month, quarter or half behind them tells from a number of years: 1357年6月, 98年4月, 零八年.
_WITH_MONTH = f"(?=年{SMALL}月)"
_OLD_YEAR = (
    f"(?:[1-9][0-9]{{2}}|1[0-7][0-9]{{2}}|[一二三四五六七八九][零〇一二三四五六七八九]{{2}}|[一二两]千){_WITH_MONTH}"
)
_SHORT_YEAR = (
    rf"(?:[0-9]{{2}}|[零〇一二三四五六七八九]{{2}})(?=年(?:{SMALL}月|[上下]半年|第?[一二三四1-4]季度|[前第]{SMALL}个月))"
    "|(?:0[0-9]|[零〇][一二三四五六七八九])(?=年(?![以之内来]))|[6-9][0-9](?=年[底初末])"
)
_RELATIVE = {
    "今年": 0, "本年度": 0, "本年": 0, "去年": -1, "上年度": -1, "上年": -1, "上一年": -1, "前年": -2, "大前年": -3,
    "明年": 1, "来年": 1, "下一年": 1, "后年": 2,
}  # fmt: skip
_OTHER_HALF = ("最", "今", "此", "往", "目", "之", "以")  # 最后半年
_SAME = {"当年": 0, "同年": 0, "该年": 0, "次年": 1, "翌年": 1}
_YEAR = re.compile(
    rf"(?:(?P<abs>{FULL_YEAR}|{_OLD_YEAR})|(?P<short>{_SHORT_YEAR}))年度?|(?P<bare>{FULL_YEAR})(?=[上下]半年|第?[一二三四1-4]季度|{_IN_DIGITS})|(?P<rel>今年|本年度|本年|去年|上年度|上一年|上年|大前年|前年|明年|来年|下一年|后年|当年|同年|该年|次年|翌年)"
    r"(?![轻纪龄级限])"
)
_IN_NUMBER = "零〇○一二三四五六七八九十百千万亿第"
_AFTER_WORKS = tuple("成产用工营运行")
_NOT_BEFORE_RELATIVE = "过以目基之今此往几共多三五十二"  # 过去年, 以上年, 此后年: other words
# 8月15号, and 10月22出生, 1月3至2月10: without 日 only where nothing can be counted.
_DAY_END = f"(?:[日号]|(?=[，。；、）\\s]|出生|{TO}{SMALL}月|$))"
_TAIL = re.compile(
    rf"的?(?:第?(?P<q>[一二三四1-4])(?:季度(?!末)|季度(?=末))|(?P<q1>首季)度?"
    rf"|(?P<qa>[一二三1-3])季?度?{TO}(?P<qb>[二三四2-4])季度"
    rf"|前(?P<qn>[一二两三23])个?季度|(?P<half>[上下前后])半年|(?:[前头]|(?P<after>后))(?P<fm>{SMALL}|两)(?:个月|月份?)|第(?P<nm>{SMALL})个月"
    rf"|(?P<listed>(?:[0-9]{{1,2}}、){{1,11}}[0-9]{{1,2}})月份?(?!{SMALL}[日号])"
    rf"|(?P<ma>{SMALL})月?份?{TO}(?P<mb>{SMALL})月(?!{SMALL}[日号])份?"
    rf"|(?P<m>{SMALL})月(?:(?P<d>{SMALL})(?:(?:{TO}|、|和)(?P<d2>{SMALL}))?{_DAY_END}|份?{THIRDS}|份(?!额))?"
    rf"|(?P<code>{_IN_DIGITS})|(?P<same>同期)(?:水平)?|(?P<whole>全年)(?!龄))"
)
_DAYS = re.compile(
    rf"(?P<a>{SMALL})(?:{TO}(?P<b>{SMALL}))?(?P<u>日|号)(?![内间均元游常产后前报用子夜程志])(?:(?=[^本])|$)"
)
_LISTED = ("、", "，", "和", "与", "及", "以及")
_EDGE = re.compile(r"[年月]?(?P<e>初|伊始|末|底|年中|中(?=[，。、]))|(?P<since>以来)")


@dataclass(slots=True)
class Point:
    """A simple expression: one day, month, quarter, half or year, or its beginning or end."""

    end: int
    grain: str  # as TimeExpr.shape, but for words added before or after
    period: Period | None
    year: int | None = None
    month: int | None = None
    said_year: bool = False  # whether the expression itself says which year, in digits
    dated: bool = False  # whether it says a year at all: 今年8月
    lunar: tuple[int, int] | None = None  # year and month of a lunar date, for the other end of a range


@dataclass(slots=True)
class Anchor:
    """What relative expressions are resolved against."""

    reference: date | None
    year: int | None = None  # the last year that the text stated
    year_end: int = -1000  # where it stated it
    day: date | None = None  # the last day that it stated
    day_end: int = -1000  # where it stated it
    dated: bool = False  # whether it named a time at all that has days
    eras: dict[str, int] = field(default_factory=dict)  # 康熙 → 1662
    words: TimeWords = field(default_factory=lambda: TimeWords({}))
    decades: bool = False  # whether the text names a decade or century at all
    today: date | None = None  # the day of its dateline: 本报西江3月19日讯 今天下午…


def read_point(text: str, start: int, anchor: Anchor, left: Point | None) -> Point | None:
    """The simple expression at `start`; `left` is the beginning of a range whose year and month it shares."""
    year: int | None = None
    said = False
    at = start
    if era := _ERA_YEAR.match(text, start) if text[start : start + 2] in anchor.eras else None:
        year, at = anchor.eras[text[start : start + 2]] - 1 + small_number(era["n"].replace("元", "一")), era.end()
    elif m := _YEAR.match(text, start):
        if m["abs"] or m["bare"]:
            year, said = small_number(m["abs"] or m["bare"]), True
        elif m["short"]:
            if start and text[start - 1] in _IN_NUMBER:
                return None
            year, said = short_year(anchor.reference, m["short"]), True
        elif start and text[start - 1] in _NOT_BEFORE_RELATIVE:
            return None
        elif m["rel"] == "后年" and text[start - 1 : start] in _AFTER_WORKS:
            return None  # 建成后年产值可达6亿元
        elif m["rel"] in _SAME:
            # 取得证书的当年 in a rule means no year of the calendar
            year = anchor.year + _SAME[m["rel"]] if anchor.year and start - anchor.year_end < 120 else None
        elif anchor.reference:
            year = anchor.reference.year + _RELATIVE[m["rel"]]
        at = m.end()
    if lunar := read_lunar(text, at, year, at > start, left.lunar if left else None, anchor.reference):
        shared = (lunar.year, lunar.month) if lunar.year else None
        return Point(lunar.end, lunar.grain, lunar.days, lunar.year, None, said, at > start, shared)
    tail = _TAIL.match(text, at)
    if tail is None or (at == start and text[at] == "的"):
        if at == start:
            return _bare_days(text, start, anchor, left)
        point = Point(at, "year", months(year, 1, 12) if year else None, year, None, said, True)
        return read_edge(text, point)
    if at == start and (
        tail["nm"]
        or tail["after"]
        or (tail["half"] and tail["half"] in "前后" and text[start - 1 : start] in _OTHER_HALF)
    ):
        return None
    if at == start and left and left.year:
        year = left.year
    point = _tail(tail, year, said, at > start, anchor)
    point.dated = at > start
    return read_edge(text, point)


def _bare_days(text: str, start: int, anchor: Anchor, left: Point | None) -> Point | None:
    m = _DAYS.match(text, start)
    if m is None or not (m["a"].isdigit() or len(m["a"]) > 1 or left) or (m["u"] == "号" and not left):
        return None
    low, high = small_number(m["a"]), small_number(m["b"] or m["a"])
    if left and left.year and left.month:
        day = make_day(left.year, left.month, high)
        return Point(m.end(), "day", Period.day(day), left.year, left.month) if day else None
    if anchor.day and text[anchor.day_end : start] in _LISTED and high > anchor.day.day:  # 5月8日、12日
        named = make_day(anchor.day.year, anchor.day.month, low)
        if named and low == high:
            return Point(m.end(), "day", Period.day(named), named.year, named.month)
    last = latest_day(anchor.reference, high)
    if last is None:
        return Point(m.end(), "day", None) if 1 <= low <= high <= 31 else None
    if low > high:
        return None
    begin = make_day(last.year, last.month, low)
    return (
        Point(m.end(), "day" if low == high else "range", Period(begin, last), last.year, last.month) if begin else None
    )


def _tail(m: re.Match[str], year: int | None, said: bool, has_year: bool, anchor: Anchor) -> Point:
    ref = anchor.reference
    end = m.end()

    # A text that speaks of a year that is over, as reviews in January do, does not look ahead.
    ahead = m["m"] and not (ref and anchor.year and anchor.year < ref.year)

    def of(month: int, day: int = 0) -> int | None:
        if has_year or year:
            return year
        return near_year(ref, month, day) if ahead else latest_year(ref, month, day or 1)

    def span(month: int) -> int | None:
        """The year of a span whose last part begins with `month`."""
        if has_year or year:
            return year
        return span_year(ref, month, ahead=looks_ahead(m.string, m.start(), end))

    if m["m"]:
        return _month(m, of, said)
    code = m["code"] or ""
    if m["q"] or m["q1"] or code[:1] == "Q":
        q = small_number(m["q"] or code[1:] or "1")
        y = span(3 * q - 2)
        return Point(end, "quarter", months(y, 3 * q - 2, 3 * q) if y else None, y, None, said)
    if m["qa"]:
        a, b = small_number(m["qa"]), small_number(m["qb"])
        y = span(3 * b - 2)
        return Point(end, "ytd" if a == 1 else "range", months(y, 3 * a - 2, 3 * b) if y else None, y, None, said)
    if m["qn"]:
        n = small_number(m["qn"].replace("两", "二"))
        y = span(3 * n - 2)
        return Point(end, "ytd", months(y, 1, 3 * n) if y else None, y, None, said)
    if m["half"] or code:
        a = 1 if (m["half"] or code) in ("上", "前", "H1") else 7
        y = span(a + 3)
        return Point(end, "half", months(y, a, a + 5) if y else None, y, None, said)
    if m["fm"]:
        n = small_number(m["fm"].replace("两", "二"))
        y = span(12 if m["after"] else n)
        if m["after"]:  # 今年后三个月
            return Point(end, "range", months(y, 13 - n, 12) if y and 0 < n < 13 else None, y, None, said)
        return Point(end, "ytd", months(y, 1, n) if y else None, y, None, said)
    if m["nm"]:
        n = small_number(m["nm"])
        return Point(end, "month", months(year, n, n) if year else None, year, n, said)
    if m["listed"] or m["ma"]:
        several = [small_number(word) for word in (m["listed"] or f"{m['ma']}、{m['mb']}").split("、")]
        a, b = several[0], several[-1]
        if m["listed"] and several != list(range(a, b + 1)):  # 5、8月份 is no one period
            return Point(end, "range" if all(1 <= month <= 12 for month in several) else "none", None)
        y = span(b)
        return Point(end, "ytd" if a == 1 else "range", months(y, a, b) if y else None, y, b, said)
    if m["same"]:
        return Point(end, "same", months(year, 1, 12) if year else None, year, None, said)
    y = year if has_year else anchor.year or whole_year(ref, ahead=looks_ahead(m.string, m.start(), end))
    return Point(end, "year", months(y, 1, 12) if y else None, y, None, said)


def _month(m: re.Match[str], of: "object", said: bool) -> Point:
    assert callable(of)
    month, end = small_number(m["m"]), m.end()
    if not 1 <= month <= 12:
        return Point(end, "none", None)
    if m["d"]:
        low = small_number(m["d"])
        y = of(month, low)
        day = make_day(y, month, low) if y else None
        if m["d2"] and y and day:
            last = make_day(y, month, small_number(m["d2"]))
            if last and last > day:
                return Point(end, "range", Period(day, last), y, month, said)
        return Point(end, "day", Period.day(day) if day else None, y, month, said)
    y = of(month)
    whole = months(y, month, month) if y else None
    if m["xun"] and whole and whole.start and whole.end:
        a, b = third(m["xun"], whole.end.day)
        return Point(end, "range", Period(whole.start.replace(day=a), whole.start.replace(day=b)), y, month, said)
    return Point(end, "month", whole, y, month, said)


def read_edge(text: str, point: Point) -> Point | None:
    """The point with 初, 末 or 底 behind it: a moment."""
    if point.grain == "none":
        return None
    m = _EDGE.match(text, point.end)
    if m and m["e"] and point.grain in ("year", "month", "quarter"):
        if m["e"] == "初" and text.startswith("以来", m.end()):
            return Point(m.end(), "year" if point.grain == "year" else "month", point.period, point.year, point.month)
        if m["e"] in ("年中", "中"):
            return point
        period = point.period
        day = (period.start if m["e"] in ("初", "伊始") else period.end) if period else None
        return Point(
            m.end(), "moment", Period.day(day) if day else None, point.year, point.month, point.said_year, point.dated
        )
    return point
