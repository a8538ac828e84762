"""Time expressions of a text: where they stand and which days they mean.

A bare number of years, months or days (3个月, 五年内) is a duration and no time; `近五年`, `前8个月` and `十四五` are times.
Version names and titles keep their expressions with the shape `name`: they are no period of any figure.
"""

import re
from datetime import date, timedelta

from policytrack.extract.calendar import (
    add_months,
    coming_year,
    coming_years,
    make_day,
    months,
    past_days,
    past_years,
    small_number,
)
from policytrack.extract.drafts import TimeExpr
from policytrack.extract.time_points import FULL_YEAR, SMALL, TO, Anchor, Point, read_point
from policytrack.lexicon.load import Lexicon
from policytrack.period import Period

# Where an expression may begin: a gate that looks three characters ahead for what makes it one, so that most digits and
# most of 全, 中, 新 are passed over without trying the grammar. It must let through all that the grammar reads.
_HEAD = re.compile(
    r"[0-9](?=[0-9]{0,3}(?:[ ]?[年月日号季个周天半\-—―~～－–/至到、]|[0-9]?\.[0-9]))"
    r"|[“\"](?=[一二三四五六七八九十])"
    r"|[今去前明后来本上下大当同该次翌全首头年近过最截目眼如日昨元春清端中国五除重双党改新开此现期这未接一二三四六七八九十]"
    r"(?=.{0,3}[年月日号季半周天节假期旬度今昨明底末初际来前后往间段些以0-9旦春秋在下晚近五])"
)
_ISO = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})(?:(?P<s>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12][0-9]|0?[1-9])|[-/](?P<m2>0[1-9]|1[0-2]))"
    r"(?![0-9%/\-]|[0-9.]*[年万亿元个])"
)
_YEARS = re.compile(rf"(?P<a>{FULL_YEAR})年?{TO}(?P<b>{FULL_YEAR})(?P<u>学年|年)")
_PLAN = re.compile(
    r"[“\"]?十(?P<n>[一二三四五六])五[”\"]?(?!\")(?:(?:规划|计划)?(?P<w>期间|时期|以来|末期?|初期?|期)|规划|计划)?"
)
_NEAR = re.compile(
    rf"(?:近|过去|最近|前)的?(?P<n>{SMALL}|两|几|[0-9]{{3}})(?P<u>年|个月|个?季度|天|日|周)(?:以?来|间)?"
)
_BACK = re.compile(rf"(?P<n>{SMALL}|两)年来|(?:这|过去的?|刚刚过去的)(?P<n2>{SMALL}|两)年")
_AHEAD = re.compile(
    rf"(?:未来|今后|今后的|接下来|此后)的?(?P<n>{SMALL}|两|[0-9]{{1,2}})(?:至[0-9一二三四五六七八九十]{{1,2}})?年"
)
_WORDS = {
    "昨天": ("day", -1), "昨日": ("day", -1), "昨晚": ("day", -1), "今天": ("day", 0), "今日": ("day", 0),
    "今晨": ("day", 0), "今晚": ("day", 0), "明天": ("day", 1), "明日": ("day", 1), "前天": ("day", -2),
    "前日": ("day", -2), "后天": ("day", 2), "当天": ("same", 0), "当日": ("same", 0), "当晚": ("same", 0),
    "次日": ("same", 1), "本月": ("month", 0), "上月": ("month", -1), "上个月": ("month", -1), "下月": ("month", 1),
    "下个月": ("month", 1), "当月": ("samemonth", 0), "全年": ("whole", 0), "年初": ("edge", 1), "年底": ("edge", 12),
    "年末": ("edge", 12), "年终": ("edge", 12), "岁末": ("edge", 12),
} | dict.fromkeys(
    ("目前", "当前", "近日", "日前", "近年来", "近年", "近几年", "近期", "近来", "最近", "如今", "现在", "眼下", "此前", "前期",
     "截至目前", "截止目前", "到目前为止", "迄今为止", "迄今", "至今", "现阶段"), ("vague", 0),
)  # fmt: skip
_WORD = re.compile("|".join(sorted(_WORDS, key=lambda w: (-len(w), w))))
_MONTH_BEFORE = re.compile("(?<![0-9])(?P<m>1[0-2]|[1-9])月份?$")
_FROM = re.compile("(?:自从|自|从|由)$")
_UNTIL = re.compile("(?:截至到|截止到|截至|截止|截)$")
_BY = re.compile("(?:到|至|力争|在)$")
_AFTER = re.compile("(?P<since>以来|起|开始|至今|以后)|(?P<by>以?前(?![往来三两])|之前)|(?P<in>期间|间)")
_DATELINE = re.compile("[日早上下午晚]?(?:讯|电|消息)(?![力网站价商动])")
_LASTING = re.compile("(?:持续|延续|延长|顺延|延期)(?:到|至)$")
_EVENT = re.compile("以来|期间")
_TITLE = re.compile(r"《[^《》\n]{1,90}》|“[^“”，。；！？\n]{1,24}”")
_VERSION = re.compile(r"年?[）)]?(?:版|修订|修正|本》)")


def find_times(text: str, reference: date | None, lexicon: Lexicon) -> list[TimeExpr]:
    """The time expressions of a view's text, sorted, not overlapping; relative ones resolved against `reference`."""
    titles = [m.span() for m in _TITLE.finditer(text)]
    anchor = Anchor(reference)
    found: list[TimeExpr] = []
    at = title = free = 0  # `free`: where the last expression ended
    while m := _HEAD.search(text, at):
        start = m.start()
        expr = _expression(text, start, anchor)
        if expr is None or expr.start < free:
            at = start + (1 if not text[start].isdigit() else _digits(text, start))
            continue
        while title < len(titles) and titles[title][1] <= expr.start:
            title += 1
        if title < len(titles) and titles[title][0] < expr.start and expr.end < titles[title][1]:
            expr.shape = "name"
        if expr.shape != "vague" and _VERSION.match(text, expr.end):
            expr.shape = "name"
        found.append(expr)
        at = free = expr.end
    return found


def _digits(text: str, start: int) -> int:
    """How many digits of a number follow, so that none is entered in its middle."""
    end = start
    while end < len(text) and (text[end] in "0123456789" or (text[end] in ".," and text[end + 1 : end + 2].isdigit())):
        end += 1
    return max(1, end - start)


def _expression(text: str, start: int, anchor: Anchor) -> TimeExpr | None:
    head = text[start]
    before = text[start - 1] if start else ""
    if head in "0123456789" and before and before in "0123456789.":
        return None
    return _special(text, start, anchor) or _range(text, start, anchor)


def _special(text: str, start: int, anchor: Anchor) -> TimeExpr | None:
    """Five-year plans, spans of years, `近五年`, days counted from the reference, vague words."""
    head = text[start]
    if head in '“"十' and (m := _PLAN.match(text, start)):
        return _plan(m)
    m = _NEAR.match(text, start) if head in "近过最前" and not (start and text[start - 1] in "附最") else None
    if m and m["n"] != "几" and not (head == "前" and m["u"] in ("个月", "季度", "个季度")):
        return _near(m, anchor)
    if (m := _BACK.match(text, start)) and text[start - 1 : start] not in ("第",):
        count = small_number((m["n"] or m["n2"]).replace("两", "二"))
        return TimeExpr(start, m.end(), past_years(anchor.reference, count), "range", "years_back")
    if head in "未今接此" and (m := _AHEAD.match(text, start)):
        period = coming_years(anchor.reference, small_number(m["n"].replace("两", "二")))
        return TimeExpr(start, m.end(), period, "range", "years_ahead")
    if m := _WORD.match(text, start):
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


def _word(text: str, m: re.Match[str], anchor: Anchor) -> TimeExpr | None:
    kind, n = _WORDS[m[0]]
    reference = anchor.reference
    start, end = m.span()
    since = text.startswith("以来", end)
    if kind == "vague":
        if start and text[start - 1] == "临":  # 临近年底
            return None
        return TimeExpr(start, end, None, "vague", "vague")
    if kind == "edge":
        if start and text[start - 1] in "一二三四五六七八九十半整几0123456789两每逐":
            return None
        year = anchor.reference.year if anchor.reference else None
        if year is None:
            return TimeExpr(start, end, None, "moment", "year_edge")
        if n == 1 and since:
            return TimeExpr(start, end + 2, Period(date(year, 1, 1), reference), "ytd", "year_to_date")
        day = date(year, 1, 1) if n == 1 else date(year, 12, 31)
        return _wrap(text, start, Point(end, "moment", Period.day(day), year), anchor)
    if kind == "whole":
        year = anchor.year or (reference.year if reference else None)
        return TimeExpr(start, end, months(year, 1, 12) if year else None, "year", "whole_year")
    if kind in ("day", "same"):
        base = anchor.day or reference if kind == "same" else anchor.today or reference
        meant = _shift(base, n)
        if meant and kind == "day":
            anchor.day = meant
        return TimeExpr(start, end, Period.day(meant) if meant else None, "day", "day_word")
    if (
        kind == "samemonth"
        and (named := _MONTH_BEFORE.search(text, max(0, start - 3), start))
        and (anchor.year or reference)
    ):
        year = anchor.year or (reference.year if reference else 0)
        return _wrap(text, start, Point(end, "month", Period.month(year, int(named["m"]))), anchor)  # 8月当月
    base = anchor.day or reference if kind == "samemonth" else reference
    first = add_months(base.replace(day=1), n) if base and 2 < base.year < 9990 else None
    return _wrap(text, start, Point(end, "month", Period.month(first.year, first.month) if first else None), anchor)


def _shift(day: date | None, count: int) -> date | None:
    try:
        return day + timedelta(count) if day else None
    except OverflowError:
        return None


def _range(text: str, start: int, anchor: Anchor) -> TimeExpr | None:
    """A point, or two points with a connector, and the words around them."""
    if (m := _YEARS.match(text, start)) and (years := _years(m)):
        return years
    if m := _ISO.match(text, start):
        day = make_day(int(m["y"]), int(m["m"]), int(m["d"])) if m["d"] else None
        if day:
            return _wrap(text, start, Point(m.end(), "day", Period.day(day), day.year, day.month, True), anchor)
        if m["m2"]:
            period = Period.month(int(m["y"]), int(m["m2"]))
            return _wrap(text, start, Point(m.end(), "month", period, int(m["y"]), int(m["m2"]), True), anchor)
        return None
    first = read_point(text, start, anchor, None)
    if first is None:
        return None
    if first.grain in ("day", "month", "year", "quarter") and (m := _CONNECT.match(text, first.end)):
        second = read_point(text, m.end(), anchor, first)
        if second and second.grain in ("day", "month", "year", "quarter") and second.period and first.period:
            low, high = first.period.start, second.period.end
            if low and high and low <= high:
                ytd = second.grain == "month" and (low.month, low.day) == (1, 1) and low.year == high.year
                point = Point(second.end, "ytd" if ytd else "range", Period(low, high), second.year, second.month)
                return _wrap(text, start, point, anchor)
    return _wrap(text, start, first, anchor)


_CONNECT = re.compile(rf"(?:（[^（）]{{1,6}}）|）)?(?:{TO}|起至)")


def _years(m: re.Match[str]) -> TimeExpr | None:
    low, high = small_number(m["a"]), small_number(m["b"])
    if not 1800 < low < high < 2200:
        return None
    if m["u"] == "学年":
        return TimeExpr(m.start(), m.end(), Period(date(low, 9, 1), date(high, 8, 31)), "range", "school_year")
    return TimeExpr(m.start(), m.end(), Period(date(low, 1, 1), date(high, 12, 31)), "range", "years")


def _wrap(text: str, start: int, point: Point, anchor: Anchor) -> TimeExpr | None:
    """The expression with the words that turn it into a beginning, an end or a deadline."""
    end, shape, period = point.end, point.grain, point.period
    if shape == "none":
        return None
    if point.year and (point.said_year or shape in ("year", "ytd")):
        anchor.year, anchor.year_end = point.year, end
    if shape == "day" and period:
        anchor.day = period.start
        if _DATELINE.match(text, end):
            anchor.today = period.start
    if shape == "half" and period and period.start and period.start.month == 1:
        shape = "ytd"
    after = _AFTER.match(text, end)
    lead = text[max(0, start - 4) : start]
    if after and after["since"]:
        whole_this_year = shape == "year" and period and anchor.reference and point.year == anchor.reference.year
        if shape == "year" and after["since"] == "以来" and whole_this_year and period:
            return TimeExpr(start, after.end(), Period(period.start, anchor.reference), "ytd", "year_to_date")
        if shape in ("day", "month", "quarter", "year", "moment", "range"):
            begin = Period(period.start, None) if period else None
            if begin and not point.dated and point.month and after["since"] in ("起", "开始"):
                begin = _nearest(begin, anchor.reference)
            return TimeExpr(start, after.end(), begin, "since", "since")
    if after and after["by"] and shape in ("day", "month", "moment", "quarter", "year", "ytd"):
        return TimeExpr(start, after.end(), _deadline(text, period, point, anchor), "deadline", "before")
    if m := _UNTIL.search(lead):
        day = period.end if period else None
        return TimeExpr(start - len(m[0]), end, Period.day(day) if day else None, "until", "until")
    today = anchor.reference
    lasting = _LASTING.search(text[max(0, start - 4) : start])
    if lasting and today and period and period.end and period.end > today:
        return TimeExpr(start - 1, end, Period(today, period.end), "range", "lasting")
    if _BY.search(lead) and lead[-1] in "到至" and shape in ("year", "moment", "month", "quarter"):
        return TimeExpr(start - 1, end, _deadline(text, period, point, anchor), "deadline", "by")
    if after and after["in"]:
        end = after.end()
    return TimeExpr(start, end, period, shape, "point")


def _nearest(begin: Period, reference: date | None) -> Period:
    """`7月1日起` said in June means this summer: the beginning nearest to the reference, before or after it."""
    if begin.start and reference and (reference - begin.start).days > 183:
        return Period(make_day(begin.start.year + 1, begin.start.month, begin.start.day) or begin.start, None)
    return begin


def _deadline(text: str, period: Period | None, point: Point, anchor: Anchor) -> Period | None:
    """The days a deadline names; without a year the coming ones."""
    if period is None or period.end is None or point.dated or not point.month or not anchor.reference:
        return period
    year = coming_year(anchor.reference, point.month)
    return months(year, point.month, point.month) if year else period
