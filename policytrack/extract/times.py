"""Time expressions of a text: where they stand and which days they mean.

A bare number of years, months or days (3个月, 五年内) is a duration and no time; `近五年`, `前8个月` and `十四五` are times.
Version names and titles keep their expressions with the shape `name`: they are no period of any figure.
"""

import re
from datetime import date, timedelta

from policytrack.extract.calendar import SMALL, TO, small_number
from policytrack.extract.drafts import TimeExpr
from policytrack.extract.errata import cites_issue
from policytrack.extract.event_times import add_events
from policytrack.extract.holidays import add_holidays
from policytrack.extract.time_digits import day_or_month, whole_date, years_or_months
from policytrack.extract.time_points import Anchor, Point, read_point
from policytrack.extract.time_words import special
from policytrack.extract.time_wrap import wrap
from policytrack.lexicon.load import Lexicon
from policytrack.period import Period

# Where an expression may begin: a gate that looks three characters ahead for what makes it one, so that most digits and
# most of 全, 中, 新 are passed over without trying the grammar. It must let through all that the grammar reads.
_FIRST = "今去前明后来本上下大当同该次翌全首头年近过最截目眼如日昨五除此现这未接零〇两正腊冬闰农阴旧一二三四六七八九十"
_HEAD = re.compile(
    rf"(?=[0-9“\"元多历连长不岁年迄前开{_FIRST}])(?:"  # what every choice below begins with, asked once
    r"[0-9](?=[0-9]{0,3}(?:[ ]?(?:[年月日号季周天半世\-—―~～－–/至到、]|个月))|[0-9]{3}\.[0-9]|[0-9]{7}(?![0-9])"
    r"|[0-9]?/[0-9]{1,2}(?:/|（?(?:星期|周))|[0-9]{3}(?:[上下]半年|第?[一二三四]季度|[QH][1-4]))"
    r"|[“\"](?=十[一二三四五六]五)|元(?=年)|(?:[多历连]年|长期以|不久)(?=[来前])|(?:岁末|年终)(?=[，。])|迄今|前不久|开年"
    rf"|[{_FIRST}]"
    r"(?=.{0,3}[年月日号季半世周天节假期旬度今昨明底末初际来前后往间段些内以0-9旦春秋在下晚近五夕历夜晨早]))"
)
_TITLE = re.compile(r"《[^《》\n]{1,90}》|“[^“”，。；！？\n]{1,24}”")
_EFFORT = re.compile("(?:良好)?开局|开门红|攻坚|攻势|冲刺|会战|大干")  # 一季度良好开局行动 is the name of an effort
_VERSION = re.compile(r"年?[）)]?(?:版|修订|修正|本》)")


def find_times(text: str, reference: date | None, lexicon: Lexicon) -> list[TimeExpr]:
    """The time expressions of a view's text, sorted, not overlapping; relative ones resolved against `reference`."""
    titles = [m.span() for m in _TITLE.finditer(text)]
    anchor = Anchor(reference, eras=lexicon.eras, words=lexicon.time_words, decades="年代" in text or "世纪" in text)
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
        if expr.shape != "vague" and (_VERSION.match(text, expr.end) or _EFFORT.match(text, expr.end)):
            expr.shape = "name"
        if expr.shape == "day" and cites_issue(text, expr.start, expr.end):
            expr.shape = "name"
        found.append(expr)
        at = free = expr.end
    if not found and (whole := whole_date(text, reference)):
        return [whole]
    found = add_holidays(text, found, reference, lexicon.feasts)
    return add_events(text, found, reference, lexicon.events)


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
    return special(text, start, anchor) or _range(text, start, anchor)


def _range(text: str, start: int, anchor: Anchor) -> TimeExpr | None:
    """A point, or two points with a connector, and the words around them."""
    if text[start] in "12一二" and (years := years_or_months(text, start)):
        return years
    lead = text[max(0, start - 2) : start]
    if lead in anchor.eras and text[start] in "元一二三四五六七八九十":
        start -= 2
    first = _point(text, start, anchor, None)
    if first is None:
        return None
    if (
        first.grain in _SIMPLE and text[first.end : first.end + 1] in _THEN and (then := _AFTER.match(text, first.end))
    ):  # 2010年之后2018年之前
        second = _point(text, then.end(), anchor, first)
        if second and second.grain in _SIMPLE and (until := _BEFORE.match(text, second.end)):
            return TimeExpr(start, until.end(), _between(first, second), "range", "between")
    connected = _joins(text, first) and text[first.end : first.end + 1] in _JOINING and _JOIN.match(text, first.end)
    if connected:
        second = _point(text, connected.end(), anchor, first)
        between = second is not None and (not connected["and"] or text.startswith("之间", second.end))
        if second and between and _joins(text, second) and second.period and first.period:
            low, high = first.period.start, second.period.end
            if low and high and low <= high:
                ytd = second.grain == "month" and (low.month, low.day) == (1, 1) and low.year == high.year
                end = second.end + 2 if connected["and"] else second.end
                point = Point(end, "ytd" if ytd else "range", Period(low, high), second.year, second.month)
                return wrap(text, start, point, anchor)
        if second is None and first.period and (word := _word_until(text, connected.end(), first.period, anchor)):
            return TimeExpr(start, word.end, word.period, "range", "point")
        if second and between and second.grain in _SIMPLE and anchor.reference is None:
            return TimeExpr(start, second.end, None, "range", "point")  # its days are not known, its words are
    return wrap(text, start, first, anchor)


def _word_until(text: str, at: int, first: Period, anchor: Anchor) -> TimeExpr | None:
    """The second end of 8月1日至今日 and 5月到本月10日: a word that names days."""
    word = special(text, at, anchor) if text[at : at + 1] in _DAY_WORDS else None
    if word is None or word.period is None or word.shape not in ("day", "month"):
        return None
    low, high = first.start, word.period.end
    return (
        TimeExpr(word.start, word.end, Period(low, high), word.shape, word.rule)
        if low and high and low <= high
        else None
    )


def _joins(text: str, point: Point) -> bool:
    """Whether a point may be an end of a range: 5月中旬至6月下旬, 6月底到8月底."""
    return (
        point.grain in _SIMPLE
        or (point.grain == "moment" and point.month is not None)
        or (point.grain == "range" and text[point.end - 1] == "旬")
    )


def _between(first: Point, second: Point) -> Period | None:
    """From the beginning of the first to the day before the second."""
    low = first.period.start if first.period else None
    high = second.period.start if second.period else None
    return Period(low, high - timedelta(1)) if low and high and low < high else None


_AFTER = re.compile("(?:之后|以后)(?:[、，]?且?在?)")
_THEN = ("之", "以")
_BEFORE = re.compile("(?:之前|以前)")
_SIMPLE = ("day", "month", "year", "quarter")
_JOIN = re.compile(rf"(?:（[^（）]{{1,6}}）|）)? ?(?:{TO}|起至) ?|(?P<and>[与和])")
_JOINING = frozenset("（） 至到—―-–~～－起与和")
_DIGITS = frozenset("0123456789")
_DAY_WORDS = frozenset("今昨前本上下当")
# 5月8日、9日和10日 are one stretch of days when each follows the one before.
_NEXT_DAY = re.compile(rf"(?:[、，和与及])(?P<d>{SMALL})[日号](?![内间均元常产游])")
_LISTING = frozenset("、，和与及")
_TIMES_OF_DAY = frozenset("0123456789凌清早上中下傍晚夜零一二三四五六七八九十两")
_DAYTIME = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜间"
# The time of day behind a day: 20日11:00时, 21号下午5点, 8月15日9时30分.
_CLOCK = re.compile(
    rf"(?:{_DAYTIME})?(?:[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?[时分]?|{SMALL}时(?![间代期速效空长段])(?:{SMALL}分|许|整)?)"
    rf"|(?:{_DAYTIME})(?:{SMALL}|两)点(?:{SMALL}分?|半|整|许|钟)?|{SMALL}点(?:{SMALL}分|整|许|钟)"
)


def _point(text: str, start: int, anchor: Anchor, left: Point | None) -> Point | None:
    """A day, month, quarter or year in words or ISO form, with the time of day behind it."""
    digit = text[start : start + 1] in _DIGITS
    point = (day_or_month(text, start, anchor.reference) if digit else None) or read_point(text, start, anchor, left)
    if (
        point
        and point.grain == "day"
        and text[point.end : point.end + 1] in _TIMES_OF_DAY
        and (clock := _CLOCK.match(text, point.end))
    ):
        point.end = clock.end()
    if point and point.grain == "day" and point.period and text[point.end : point.end + 1] in _LISTING:
        return _listed(text, point)
    return point


def _listed(text: str, point: Point) -> Point:
    """The day with those that are listed behind it, when they follow one another."""
    last, end = point.period.end if point.period else None, point.end
    while last and (m := _NEXT_DAY.match(text, end)) and small_number(m["d"]) == (last + timedelta(1)).day:
        if _CLOCK.match(text, m.end()):  # 18日8时和19日9时 are two times
            break
        last, end = last + timedelta(1), m.end()
    if last is None or end == point.end or point.period is None:
        return point
    return Point(end, "range", Period(point.period.start, last), point.year, point.month, point.said_year, point.dated)
