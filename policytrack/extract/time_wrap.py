"""The words around a point of time that make a beginning, an end or a deadline of it: 自…起, 截至…, …底前, …以来.

`或` and `及` put the point itself inside: 2015年2月1日或之后.
"""

import re
from datetime import date, timedelta

from policytrack.extract.calendar import coming_year, make_day, months
from policytrack.extract.drafts import TimeExpr
from policytrack.extract.time_points import Anchor, Point
from policytrack.period import Period

_FROM = re.compile("(?:自从|自|从|由)$")
_UNTIL = re.compile("(?:截至到|截止到|截至|截止|截)$")
_BEGUN = re.compile("[\u4e00-\u9fff]{1,10}?(?:以来|至今)")  # 自1999年实施至今
_BY = re.compile("(?:到|至|力争|在)$")
_AFTER = re.compile(
    "(?P<since>以来|起|开始|至今|以后)|(?P<by>以?前(?![往来三两])|之前)|(?P<in>期间|间)"
    "|(?P<or>[或及])(?:(?P<or_since>之后|以后)|(?P<or_by>之前|以前))"
)
_DATELINE = re.compile("[日早上下午晚]?(?:讯|电|消息)(?![力网站价商动])")
_LASTING = re.compile("(?:持续|延续|延长|顺延|延期)(?:到|至)$")


def wrap(text: str, start: int, point: Point, anchor: Anchor) -> TimeExpr | None:
    """The expression with the words that turn it into a beginning, an end or a deadline."""
    end, shape, period = point.end, point.grain, point.period
    if shape == "none":
        return None
    if point.year and (point.said_year or shape in ("year", "ytd")):
        anchor.year, anchor.year_end = point.year, end
    anchor.dated = anchor.dated or period is not None
    if shape == "day" and period:
        anchor.day, anchor.day_end = period.start, end
        if _DATELINE.match(text, end):
            anchor.today = period.start
    if shape == "half" and period and period.start and period.start.month == 1:
        shape = "ytd"
    after = _AFTER.match(text, end)
    lead = text[max(0, start - 4) : start]
    if after and after["or"] and period:
        if after["or_since"]:
            return TimeExpr(start, after.end(), Period(period.start, None), "since", "since")
        return TimeExpr(start, after.end(), Period(None, period.end), "deadline", "before")
    begun = _BEGUN.match(text, end) if period and _FROM.search(lead) else None
    if begun and shape in ("day", "month", "year"):
        return TimeExpr(start, begun.end(), Period(period.start, None) if period else None, "since", "since")
    if after and after["since"]:
        whole_this_year = shape == "year" and period and anchor.reference and point.year == anchor.reference.year
        if shape == "year" and after["since"] == "以来" and whole_this_year and period:
            return TimeExpr(start, after.end(), Period(period.start, anchor.reference), "ytd", "year_to_date")
        if shape in ("day", "month", "quarter", "year", "moment", "range"):
            begin = Period(period.start, None) if period else None
            if begin and not point.dated and point.month and after["since"] in ("起", "开始"):
                begin = _nearest(begin, anchor.reference)
            return TimeExpr(start, after.end(), begin, "since", "since")
    if after and after["by"] and _is_past(point, shape, anchor) and period and period.start and period.start > date.min:
        return TimeExpr(start, after.end(), Period(None, period.start - timedelta(1)), "deadline", "before")
    if after and after["by"] and shape in ("day", "month", "moment", "quarter", "year", "ytd"):
        return TimeExpr(start, after.end(), _deadline(text, period, point, anchor), "deadline", "before")
    if m := _UNTIL.search(lead):
        day = period.end if period else None
        return TimeExpr(start - len(m[0]), end, Period.day(day) if day else None, "until", "until")
    today = anchor.reference
    lasting = _LASTING.search(text[max(0, start - 4) : start])
    if lasting and today and period and period.end and period.end > today:
        return TimeExpr(start - 1, end, Period(today, period.end), "range", "lasting")
    if (
        _BY.search(lead)
        and lead[-1] in "到至"
        and not lead.endswith("达到")
        and shape in ("year", "moment", "month", "quarter")
    ):
        return TimeExpr(start - 1, end, _deadline(text, period, point, anchor), "deadline", "by")
    if after and after["in"]:
        end = after.end()
    return TimeExpr(start, end, period, shape, "point")


def _is_past(point: Point, shape: str, anchor: Anchor) -> bool:
    """Whether 2015年前 tells of what was before and sets no deadline: a year that was over, or a day of one."""
    end = point.period.end if point.period else None
    over = bool(end and anchor.reference and end < anchor.reference)
    return point.said_year and over and shape in ("year", "day")


def _nearest(begin: Period, reference: date | None) -> Period:
    """`7月1日起` said in June means this summer: the beginning nearest to the reference, before or after it."""
    if begin.start and reference and (reference - begin.start).days > 183:
        return Period(make_day(begin.start.year + 1, begin.start.month, begin.start.day) or begin.start, None)
    return begin


def _deadline(text: str, period: Period | None, point: Point, anchor: Anchor) -> Period | None:
    """The days a deadline names; without a year the coming ones."""
    if period is None or period.end is None or point.dated or not point.month or not anchor.reference:
        return period
    if point.grain == "day":  # 3月15日前
        year = coming_year(anchor.reference, point.month, period.end.day)
        day = make_day(year, point.month, period.end.day) if year else None
        return Period.day(day) if day else period
    year = coming_year(anchor.reference, point.month)
    return months(year, point.month, point.month) if year else period
