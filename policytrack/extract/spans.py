"""What a dated time means for a figure: which days, and how it accumulates over them.

A stock stands on the last day of a time, a flow runs over it; in a report of a year the results of several years are those
of the last one. `lead` is always the words of the figure's clause before it.
"""

import re
from datetime import date

from policytrack.extract.drafts import Context, FigureDraft, TimeExpr
from policytrack.extract.stocks import is_reached, is_stock, stands_as_a_goal, stands_at_the_end
from policytrack.extract.whole import Whole
from policytrack.period import Period

Cover = tuple[Period | None, str]  # the days and the accumulation

_REACH = 120  # how far back 累计 is looked for in a sentence
_SINCE_WORDS = re.compile(r"累计|总投资|共计|总共")
_TOLD = re.compile(r"累计|总投资|总共|共(?![同产青和建享治])")
_TO_DATE = re.compile("累计")  # 10月新增4家，累计新增94家
_YEARLY = re.compile("营收|收入|产值|产量|销售额|交易额|进出口|旅客|游客|增加值|总值")
_A_YEARS = re.compile(
    r"(?:产值|总值|总量|总额|营收|收入|产量|进出口|GDP|消费|预算|吞吐量|年产)[^，。；]{0,10}(?:达到?|突破|超过?|近)(?:近|约|超)?$|达到$"
)
_CUT_BY = re.compile("压减|削减|淘汰|关停|退出|年均")
_UNDATED = {"ytd": "ytd", "since": "since"} | dict.fromkeys(
    ("range", "month", "quarter", "half", "year", "day"), "period"
)


class Spans:
    """Reads the times of one context for its figures."""

    def __init__(self, context: Context, whole: Whole) -> None:
        self.layout = context.layout
        self.text = context.text
        self.reference = context.article.published
        self.whole = whole

    def timed(self, draft: FigureDraft, time: TimeExpr, lead: str, text: str | None = None) -> Cover:
        """What a time means for a figure; `text` is where the time stands, the context's own by default."""
        said = (self.text if text is None else text)[time.start : time.end]
        period, shape = time.period, time.shape
        if period is None:
            return None, self._undated(draft, time.shape, lead, said)
        actual = draft.obs == "actual"
        stock = is_stock(draft, lead)
        end = period.end
        goal = not actual and end and period == Period.day(date(end.year, 12, 31)) and _YEARLY.search(lead)
        if goal and end and shape in ("moment", "deadline"):
            return Period.year(end.year), "period"  # 到年底，营收达到40亿元: what the year brings
        if shape == "moment" and end:
            return period, "point"
        if shape == "until" and end:
            standing = stock or (draft.kind in ("share", "change") and "失业率" in (draft.indicator or "") + lead)
            return (Period.day(end), "point") if standing else _until(end)
        if shape == "since":
            start = draft.quantity.start
            sentence = self.layout.sentences[self.layout.sentence_at(start)][0]
            near = max(time.end, sentence, start - _REACH)
            told = _TOLD.search(self.text, near, start)  # 自2014年起…累计: up to now, else open
            if actual and told and period.start and self.reference and period.start <= self.reference:
                return Period(period.start, self.reference), "since"
            return period, "since" if actual else "period"
        if shape == "deadline":
            if _SINCE_WORDS.search(lead) and end:
                return Period(None, end), "since"
            if self.whole.ahead and draft.obs == "target" and end and end > (self.whole.ahead.end or end):
                return self._long_goal(draft, period, end, lead)
            standing = draft.kind == "level" and (stock or is_reached(draft, lead))
            if draft.obs == "target" and end and _CUT_BY.search(lead):
                return Period(None, end), "since"  # 到2025年压减300万吨
            return period, "point" if standing or period.start == end else "period"
        if shape == "year" and period.start and self.reference and actual:
            if self.whole.is_done_year(period):
                return self.past_year(draft, period, lead)
            ended = end is not None and end <= self.reference
            if period.start.year == self.reference.year and not ended and not said.endswith("度"):
                return Period(period.start, self.reference), "ytd"
        is_over = self.reference is None or (end is not None and end <= self.reference)
        if stock and end and actual and is_over and shape in ("year", "ytd", "quarter", "half", "month"):
            return Period.day(end), "point"
        if shape == "month" and actual and end and is_over and _TO_DATE.search(lead):
            return Period(date(end.year, 1, 1), end), "ytd"
        if shape == "range" and self.whole.report and actual:
            return self.past_year(draft, period, lead)
        return period, "ytd" if shape == "ytd" else "period"

    def _long_goal(self, draft: FigureDraft, period: Period, end: date, lead: str) -> Cover:
        """A goal of a report beyond its coming year: a mean over the years up to then, or what stands at their end."""
        if "年均" in lead and self.whole.ahead:
            return Period(self.whole.ahead.start, end), "period"
        return (Period.day(end), "point") if stands_as_a_goal(draft, lead) else (period, "period")

    def _undated(self, draft: FigureDraft, shape: str, lead: str, said: str) -> str:
        """How a figure accumulates over a time whose year is unknown: the words alone say it."""
        if self.reference is not None:
            return "ytd" if shape == "ytd" else "period" if shape == "range" else "none"
        if shape == "month" and _TO_DATE.search(lead):
            return "ytd"
        if shape in ("since", "half") and ("今年" in said or "上半年" in said):
            return "ytd"
        if shape in ("until", "moment"):
            return "point" if shape == "moment" or is_stock(draft, lead) else "ytd"
        return _UNDATED.get(shape, "none")

    def past_year(self, draft: FigureDraft, span: Period, lead: str) -> Cover:
        """Results cover the year, stocks and ranks stand at its end."""
        assert span.end
        point = stands_at_the_end(draft, lead)
        if not point and _is_years(span) and draft.kind == "level" and _A_YEARS.search(lead):
            return Period.year(span.end.year), "period"  # 这五年…总产值突破400亿元: that of the last year
        if _SINCE_WORDS.search(lead[-14:]) and not point and span == self.whole.done and draft.kind == "level":
            return Period(None, span.end), "since"
        return (Period.day(span.end), "point") if point else (span, "period")


def _until(end: date) -> Cover:
    """A flow up to a day: since 1 January, unless the day ends a year."""
    if (end.month, end.day) == (12, 31):
        return Period(None, end), "since"
    return Period(date(end.year, 1, 1), end), "ytd"


def _is_years(span: Period) -> bool:
    """Whether a period holds more than one year."""
    return span.start is not None and span.end is not None and span.end.year > span.start.year


def is_long(time: TimeExpr) -> bool:
    """Whether an annual mean may be that of a time: 这五年…年均增长8%."""
    return time.period is not None and _is_years(time.period)
