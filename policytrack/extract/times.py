"""Time expressions of a text: where they stand and which days they mean.

Relative expressions are resolved against the publication day; a month without a year is the latest one that is not after
it, unless the same sentence has named a year. Durations (3个月内, 48个月) are quantities, not times.
"""

import re
from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache

from policytrack.extract.drafts import TimeExpr
from policytrack.lexicon.load import Lexicon
from policytrack.period import Period

_CN = {
    "两": 2,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}
_CN_DIGIT = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_M = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])"
_D = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]|二十|[一二三四五六七八九十])"
_Y4 = r"(?:19|20)[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2}"
_REL = "今年|去年|前年|明年|本年度?|上年度?|当年|同年|后年|上一年"
_TO = "至|到|-|—|――|——|~|～|－|–"
_YEAR = rf"(?:(?P<y{{0}}>{_Y4})年度?|(?P<rel{{0}}>{_REL})的?)"


def _year(n: str = "") -> str:
    return _YEAR.replace("{0}", n)


_PREFIX = r"(?P<pre>截至目前|截至|截止到?|自从?|从|到|至)?"
_PATTERNS = (
    # 2013-2017年, 2013年至2017年
    rf"(?P<years>(?P<ya>{_Y4})年?(?:{_TO})(?P<yb>{_Y4})年?(?P<ys>底|末|期间|度)?)(?![0-9])",
    # 2023年9月11日至13日, 9月28日至10月3日
    rf"(?P<days>(?:{_year('1')})?(?P<dm1>{_M})月(?P<dd1>{_D})[日号]?(?:{_TO})(?:{_year('2')})?(?:(?P<dm2>{_M})月)?(?P<dd2>{_D})[日号])",
    # 1月至8月, 1-8月, 2022年10月至2023年3月
    rf"(?P<months>(?:{_year('3')})?(?P<ma>{_M})月?份?(?:{_TO})(?:{_year('4')})?(?P<mb>{_M})月份?(?![0-9]+[日号]))",
    # 2023年9月11日, 9月11日
    rf"(?P<day>(?:{_year('5')})?(?P<dm>{_M})月(?P<dd>{_D})[日号])",
    # 一季度, 前三季度, 上半年, 前8个月
    rf"(?P<quarters>(?:{_year('6')})?(?P<qf>前|第)?(?P<q>[一二三四1-4])个?季度末?)",
    rf"(?P<half>(?:{_year('7')})?(?P<h>[上下])半年)",
    rf"(?P<first>(?:{_year('8')})?(?:前(?P<fm>{_M}|两)个?月|头(?P<fm2>{_M}|两)个月))",
    # 8月, 8月底, 8月中旬
    rf"(?P<month>(?:{_year('9')})?(?P<m>{_M})月(?!季|均|经|收入|租|薪|供|台)(?P<ms>份|底|末|初|上旬|中旬|下旬)?)",
    # 2023年, 今年, 去年底, 去年同期
    rf"(?P<year>{_year('0')}(?P<yt>上半年|下半年|全年|同期|同比|年?底|年?末|年?初|春节|期间|内|以前|之前|前)?)",
    r"(?P<same>上年同期|同期水平)",
    r"(?P<whole>全年)(?![龄])|(?P<yearend>年底|年末|岁末)(?=[，。前完成实基建将，、]|$)|(?P<yearstart>年初以来|年初至今)",
    r"(?P<plan>[“\"]?(?P<pn>十[一二三四五六]五|九五|十五(?=[”\"])|[一二三四五六七八九]五(?=[”\"]?(?:期间|时期|计划|规划)))[”\"]?(?P<ps>期间|时期|末|以来|期末|时期末)?)(?![规计纲])",
    rf"(?P<past>(?:近|过去|最近|这)(?P<pq>[两三四五六七八九十]|十[一二三四五]|[0-9]{{1,2}})年(?:来|间|里|中)?(?![级]))",
    r"(?P<vague>近年来|近几年来?|近两年来?|截至目前|目前|当前|现在|如今|眼下|近日|日前|连日来|近期|近来|最近|多年来|长期以来|此前|今后|未来|下一步|近段时间|同时期|往年|历年)",
    r"(?P<rday>昨天|昨日|今天|今日|前天|明天|当天|当日|即日)",
    r"(?P<fest>(?:今年|去年)?(?:春节|元旦|清明|五一|端午|中秋|国庆|双节|元宵)(?:假期|黄金周|小长假|期间|长假)+)",
    rf"(?P<lone>(?<![0-9.,])(?P<ld>3[01]|[12][0-9]|[1-9])[日号])(?!内|均|前|益|间|常|电|供|处|产|租|夜|游)",
    r"(?P<lonemoon>本月|上月|上个月|当月|本季度|上季度|本周|上周)",
)
_SUFFIX = r"(?P<suf>以来|起|底|末|止|前|之前|以前|开始)?"
_GATE = '(?=[0-9一二三四五六七八九十今去前明本上当同后年全近过最这目截现如眼日连多长此未下往历昨即春元清端中国双自从到至“"头])'
_TIME = re.compile(f"{_GATE}{_PREFIX}(?:{'|'.join(_PATTERNS)}){_SUFFIX}")
_BREAK = re.compile("[。！？\n]")
_NAMED = re.compile(
    r"《[^》\n]*》|“[^”\n]{1,24}(?:行动|计划|方案|规划|大会|会议)[^”\n]{0,6}”|（[0-9]{4}[~～—-][0-9]{4}年）"
)
_PLANS = {"九五": 1996, "十五": 2001, "十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026,
          "十六五": 2031}  # fmt: skip
_SHIFT = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "去年": -1,
    "上年": -1,
    "上年度": -1,
    "上一年": -1,
    "前年": -2,
    "明年": 1,
    "后年": 2,
}


class _Reference:
    """What relative expressions refer to: the publication day, and the year the sentence has named."""

    def __init__(self, day: date | None) -> None:
        self.day = day
        self.year: int | None = None

    def of(self, found: re.Match[str], n: str) -> int | None:
        """The year that a match names in its year group `n`, or None."""
        written = found[f"y{n}"]
        if written:
            digits = written if written.isdigit() else "".join(_CN_DIGIT[c] if c in _CN_DIGIT else c for c in written)
            self.year = int(digits)
            return self.year
        relative = found[f"rel{n}"]
        if relative in ("当年", "同年"):
            return self.year or (self.day.year if self.day else None)
        if relative and self.day:
            self.year = self.day.year + _SHIFT[relative]
            return self.year
        return None

    def for_month(self, month: int, day: int = 1) -> int | None:
        """The year of a month printed without one."""
        if self.year is not None:
            return self.year
        if self.day is None:
            return None
        return self.day.year - ((month, day) > (self.day.month, self.day.day))


def find_times(text: str, reference: date | None, lexicon: Lexicon) -> list[TimeExpr]:
    """The time expressions of a view's text, sorted, not overlapping; relative ones resolved against `reference`."""
    names = [m.span() for m in _NAMED.finditer(text)]
    name_starts = [a for a, _ in names]
    ref = _Reference(reference)
    result: list[TimeExpr] = []
    last = 0
    for found in _TIME.finditer(text):
        kind = _kind(found)
        start = found.start(kind)
        if ref.year is not None and _BREAK.search(text, last, start):
            ref.year = None
        last = found.end()
        i = bisect_right(name_starts, start) - 1
        if i >= 0 and start < names[i][1]:
            result.append(TimeExpr(start, found.end(kind), None, "name", f"time.{kind}"))
            continue
        try:
            read = _READERS[kind](found, ref)
        except (ValueError, OverflowError):
            read = None
        if read is None:
            continue
        period, shape = read
        period, shape, start, end = _framed(found, kind, period, shape, ref)
        result.append(TimeExpr(start, end, period, shape, f"time.{kind}"))
    return result


_KINDS = ("years", "days", "months", "day", "quarters", "half", "first", "month", "year", "same", "whole", "yearend",
          "yearstart", "plan", "past", "vague", "rday", "fest", "lone", "lonemoon")  # fmt: skip


def _kind(found: re.Match[str]) -> str:
    return next(kind for kind in _KINDS if found[kind] is not None)


Read = tuple[Period | None, str] | None


def _framed(
    found: re.Match[str], kind: str, period: Period | None, shape: str, ref: _Reference
) -> tuple[Period | None, str, int, int]:
    """The period with what stands before and behind it: 截至…, 自…, …以来, 到…."""
    before, after = found["pre"], found["suf"]
    start = found.start(kind)
    end = found.end(kind)
    if shape in ("vague", "name", "base") or period is None:
        return period, shape, found.start() if before else start, end
    if after in ("以来", "起", "开始") or (before in ("自", "从", "自从") and after != "前"):
        if period.start is None:
            return period, shape, start, end
        this_year = ref.day is not None and period.start == date(ref.day.year, 1, 1)
        if after in ("起", "开始") and ref.day and period.start > ref.day:
            return Period(period.start, None), "since", found.start(), found.end()
        if after == "以来" and this_year and ref.day:
            return Period(period.start, ref.day), "ytd", found.start(), found.end()
        if before in ("自", "从", "自从") or after in ("以来", "起"):
            return Period(period.start, None), "since", found.start(), found.end()
    if before in ("截至", "截止", "截止到"):
        return Period(None, period.end), "until", found.start(), found.end()
    if before in ("到", "至") and period.end and (ref.day is None or period.end > ref.day):
        return period, "deadline", found.start(), found.end()
    if after in ("前", "之前", "以前") and period.end and ref.day and period.end > ref.day:
        return period, "deadline", start, found.end()
    return period, shape, start, end


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text in _CN:
        return _CN[text]
    tens, _, ones = text.partition("十")
    return (_CN[tens] if tens else 1) * 10 + (_CN[ones] if ones else 0)


def _years(m: re.Match[str], ref: _Reference) -> Read:
    def year(text: str) -> int:
        return int(text if text.isdigit() else "".join(_CN_DIGIT.get(c, c) for c in text))

    first, second = year(m["ya"]), year(m["yb"])
    if second < first:
        return None
    return Period(date(first, 1, 1), date(second, 12, 31)), "range"


def _days(m: re.Match[str], ref: _Reference) -> Read:
    month, day = _number(m["dm1"]), _number(m["dd1"])
    year = ref.of(m, "1") or ref.for_month(month, day)
    if year is None:
        return None, "range"
    end_month = _number(m["dm2"]) if m["dm2"] else month
    end_year = ref.of(m, "2") or (year + 1 if end_month < month else year)
    return Period(date(year, month, day), date(end_year, end_month, _number(m["dd2"]))), "range"


def _months(m: re.Match[str], ref: _Reference) -> Read:
    first, last = _number(m["ma"]), _number(m["mb"])
    named = ref.of(m, "3")
    second = ref.of(m, "4")
    year = named or (second if second and first <= last else None) or ref.for_month(last)
    if year is None:
        return None, "ytd" if first == 1 else "range"
    end_year = second or (year + 1 if last < first else year)
    if last < first and not second and not named:
        year, end_year = year - 1, year
    period = Period(date(year, first, 1), Period.month(end_year, last).end)
    return period, "ytd" if first == 1 and year == end_year else "range"


def _day(m: re.Match[str], ref: _Reference) -> Read:
    month, day = _number(m["dm"]), _number(m["dd"])
    year = ref.of(m, "5") or ref.for_month(month, day)
    return (Period.day(date(year, month, day)) if year else None), "day"


def _quarters(m: re.Match[str], ref: _Reference) -> Read:
    n = _number(m["q"])
    year = ref.of(m, "6") or ref.for_month(3 * n - 2)
    if year is None:
        return None, "quarter"
    if m["qf"] == "前":
        return Period.months(year, 1, 3 * n), "ytd"
    period = Period.months(year, 3 * n - 2, 3 * n)
    if m["quarters"].endswith("末") and period.end:
        return Period.day(period.end), "moment"
    return period, "quarter"


def _half(m: re.Match[str], ref: _Reference) -> Read:
    first = m["h"] == "上"
    year = ref.of(m, "7") or ref.for_month(1 if first else 7)
    if year is None:
        return None, "half"
    return (Period.months(year, 1, 6), "ytd") if first else (Period.months(year, 7, 12), "half")


def _first(m: re.Match[str], ref: _Reference) -> Read:
    n = _number(m["fm"] or m["fm2"])
    year = ref.of(m, "8") or ref.for_month(n)
    return (Period.months(year, 1, n) if year else None), "ytd"


def _month(m: re.Match[str], ref: _Reference) -> Read:
    month = _number(m["m"])
    year = ref.of(m, "9") or ref.for_month(month)
    if year is None:
        return None, "month"
    period = Period.month(year, month)
    assert period.start and period.end
    if m["ms"] in ("底", "末"):
        return Period.day(period.end), "moment"
    thirds = {"初": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, period.end.day)}
    if m["ms"] in thirds:
        a, b = thirds[m["ms"]]
        return Period(period.start.replace(day=a), period.start.replace(day=b)), "range"
    return period, "month"


def _year_alone(m: re.Match[str], ref: _Reference) -> Read:
    tail = m["yt"] or ""
    if tail in ("同期", "同比"):
        return None, "base"
    year = ref.of(m, "0")
    if year is None:
        return None, "year"
    if tail.endswith(("底", "末")):
        return Period.day(date(year, 12, 31)), "moment"
    if tail.endswith("初") and tail != "":
        return Period.day(date(year, 1, 1)), "moment"
    if tail == "上半年":
        return Period.months(year, 1, 6), "ytd"
    if tail == "下半年":
        return Period.months(year, 7, 12), "half"
    if m["rel0"] in ("今年", "本年") and ref.day and tail not in ("全年", "内"):
        return Period.year(year), "this_year"
    return Period.year(year), "year"


def _same(m: re.Match[str], ref: _Reference) -> Read:
    return None, "base"


def _whole(m: re.Match[str], ref: _Reference) -> Read:
    year = ref.year or (ref.day.year if ref.day else None)
    return (Period.year(year) if year else None), "year"


def _yearend(m: re.Match[str], ref: _Reference) -> Read:
    if ref.day is None:
        return None, "vague"
    return Period.day(date(ref.day.year, 12, 31)), "deadline"


def _yearstart(m: re.Match[str], ref: _Reference) -> Read:
    return (Period(date(ref.day.year, 1, 1), ref.day) if ref.day else None), "ytd"


def _plan(m: re.Match[str], ref: _Reference) -> Read:
    first = _PLANS.get(m["pn"])
    if first is None:
        return None
    period = Period(date(first, 1, 1), date(first + 4, 12, 31))
    if (m["ps"] or "").endswith("末"):
        return Period.day(date(first + 4, 12, 31)), "moment"
    if m["ps"] == "以来":
        return Period(date(first, 1, 1), None), "since"
    return period, "range" if m["ps"] else "name"


def _past(m: re.Match[str], ref: _Reference) -> Read:
    if ref.day is None:
        return None, "vague"
    n = 2 if m["pq"] == "两" else _number(m["pq"])
    return Period(date(ref.day.year - n, 1, 1), date(ref.day.year - 1, 12, 31)), "range"


def _vague(m: re.Match[str], ref: _Reference) -> Read:
    return None, "vague"


def _rday(m: re.Match[str], ref: _Reference) -> Read:
    step = {"昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "即日": 0, "前天": -2, "明天": 1}.get(m["rday"])
    if ref.day is None or step is None:
        return None, "vague"
    return Period.day(ref.day + timedelta(days=step)), "day"


def _fest(m: re.Match[str], ref: _Reference) -> Read:
    return None, "vague"


def _lone(m: re.Match[str], ref: _Reference) -> Read:
    if ref.day is None:
        return None, "day"
    n = int(m["ld"])
    first = ref.day.replace(day=1)
    if n > ref.day.day + 3:
        first = (first - timedelta(days=1)).replace(day=1)
    return Period.day(first.replace(day=n)), "day"


def _lonemoon(m: re.Match[str], ref: _Reference) -> Read:
    day = ref.day
    if day is None:
        return None, "vague"
    word = m["lonemoon"]
    if word.endswith("月"):
        first = day.replace(day=1)
        if word.startswith("上"):
            first = (first - timedelta(days=1)).replace(day=1)
        return Period.month(first.year, first.month), "month"
    if word.endswith("季度"):
        n = (day.month + 2) // 3 - word.startswith("上")
        year, n = (day.year, n) if n else (day.year - 1, 4)
        return Period.months(year, 3 * n - 2, 3 * n), "quarter"
    monday = day - timedelta(days=day.weekday() + 7 * word.startswith("上"))
    return Period(monday, monday + timedelta(days=6)), "range"


_READERS = {
    "years": _years, "days": _days, "months": _months, "day": _day, "quarters": _quarters, "half": _half,
    "first": _first, "month": _month, "year": _year_alone, "same": _same, "whole": _whole, "yearend": _yearend,
    "yearstart": _yearstart, "plan": _plan, "past": _past, "vague": _vague, "rday": _rday, "fest": _fest,
    "lone": _lone, "lonemoon": _lonemoon,
}  # fmt: skip


@lru_cache(maxsize=1)
def time_kinds() -> tuple[str, ...]:
    """The kinds of time expressions, as rules name them."""
    return _KINDS
