"""What a dated time means for a figure: which days, and how it accumulates over them.

A stock stands on the last day of a time, a flow runs over it; in a report of a year the results of several years are those
of the last one. `lead` is always the words of the figure's clause before it.
"""

import re
from datetime import date

from policytrack.extract.drafts import Context, FigureDraft, TimeExpr
from policytrack.extract.stocks import (
    is_of_a_year,
    is_rate_of_stock,
    is_reached,
    is_stock,
    is_there,
    stands_as_a_goal,
    stands_at_the_end,
)
from policytrack.extract.whole import Whole
from policytrack.period import Period
from policytrack.period_query import previous, year_before

Cover = tuple[Period | None, str]  # the days and the accumulation

_REACH = 120  # how far back 累计 is looked for in a sentence
_SINCE_WORDS = re.compile(r"累计|总投资|共计|总共")
_TOLD = re.compile(r"累计|总投资|总共|共(?![同产青和建享治])")
_TO_DATE = re.compile("累计")  # 10月新增4家，累计新增94家
_YEARLY = re.compile("营收|收入|产值|产量|销售额|交易额|进出口|旅客|游客|增加值|总值")
_A_YEARS = re.compile(
    r"(?:产值|总值|总量|总额|营收|收入|产量|进出口|GDP|消费|预算|吞吐量|出口|年产)[^，。；]{0,10}(?:达到?|突破|超过?|近|[提上跃]升[到至]|提高[到至]|增[加长]?[到至]|升至)(?:近|约|超)?$|达到$"
)
_YEARS = re.compile(
    "年均(?:增|递增|下降|降低|减少|新增|提)|五年(?:来|间)?(?:累计|增长|新增|共|实现)|三年(?:来|间)?(?:累计|增长)"
)
_CUT_BY = re.compile("压减|削减|淘汰|关停|退出|年均")
_WORKS = re.compile(
    "完成|新[增建改]|改[建造]|建[设成]|实施|培[育训]|引进|打造|创建|治理|修复|投资|促进|帮助|发放|栽植|开工"
)
_WILL = re.compile("(?:将|还要|拟|计划|力争)(?:再|继续|新|于|在|投|建|完成|安排|发放|拨付|减免|开工|实施)")
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
        end = period.end
        if shape == "since":
            return self._since(draft, time, period)
        if shape in ("moment", "deadline") and end and period.start == end and draft.obs != "actual":
            works = _WORKS.search(lead) and not is_reached(draft, lead)
            yearly = (end.month, end.day) == (12, 31) and (_YEARLY.search(lead) or works)
            # 到年底，营收达到40亿元: what the year brings; 到年底，企业达到40家: what stands there
            return (Period.year(end.year), "period") if yearly else (period, "point")
        if shape == "moment":
            return period, "point"
        if shape == "deadline":
            return self._by(draft, period, lead)
        if shape == "until" and end:
            return self._until(draft, end, lead)
        if draft.obs == "actual" or (draft.obs == "capacity" and self.whole.report):
            return self._happened(draft, period, shape, lead, said)
        if draft.obs == "target" and shape in ("range", "year") and self._is_ahead(end):
            return self.goal(draft, period, lead)
        return period, "ytd" if shape == "ytd" else "period"

    def _happened(self, draft: FigureDraft, period: Period, shape: str, lead: str, said: str) -> Cover:
        """The days of a result: of this year up to now, of a report's years with their conventions."""
        end, today = period.end, self.reference
        if shape == "year" and period.start and today:
            if self.whole.is_done_year(period):
                return self.past_year(draft, period, lead)
            under_way = end is None or end > today
            if period.start.year == today.year and under_way and not said.endswith("度") and not said[:1].isdigit():
                return Period(period.start, today), "ytd"
        is_over = today is None or (end is not None and end <= today)
        if is_over and end and shape in ("year", "ytd", "quarter", "half", "month") and is_stock(draft, lead):
            return Period.day(end), "point"
        if is_over and end and shape == "month" and _TO_DATE.search(lead):
            return Period(date(end.year, 1, 1), end), "ytd"
        if shape == "range" and self.whole.report:
            return self.past_year(draft, period, lead)
        return period, "ytd" if shape == "ytd" else "period"

    def _until(self, draft: FigureDraft, end: date, lead: str) -> Cover:
        """截至8月底: a stock, what its year brought, or a flow since 1 January, of an unknown start where it ends a year."""
        if is_rate_of_stock(draft, lead) or is_stock(draft, lead) or is_reached(draft, lead) or is_there(draft, lead):
            return Period.day(end), "point"
        if (end.month, end.day) != (12, 31):
            return Period(date(end.year, 1, 1), end), "ytd"
        if draft.kind == "level" and draft.quantity.dimension == "money" and is_of_a_year(draft, lead):
            return Period.year(end.year), "period"  # 截至2022年底，人均收入9000元
        return Period(None, end), "since"

    def _since(self, draft: FigureDraft, time: TimeExpr, period: Period) -> Cover:
        """自2014年起: an open end, and up to now where the sentence says 累计."""
        if draft.obs != "actual":
            return period, "period"
        at = draft.quantity.start
        sentence = self.layout.sentences[self.layout.sentence_at(at)][0]
        told = _TOLD.search(self.text, max(time.end, sentence, at - _REACH), at)
        if told and period.start and self.reference and period.start <= self.reference:
            return Period(period.start, self.reference), "since"
        return period, "since"

    def _by(self, draft: FigureDraft, period: Period, lead: str) -> Cover:
        """到2025年: a flow up to then, what stands there, or the goal of a report for years to come."""
        end = period.end
        if end and _SINCE_WORDS.search(lead):
            return Period(None, end), "since"
        if draft.obs == "target" and end:
            if self._is_ahead(end):
                first = self.whole.ahead.start if self.whole.ahead and "年均" in lead else period.start
                return self.goal(draft, Period(first, end), lead)
            works = draft.kind == "level" and _WORKS.search(lead) and not is_reached(draft, lead)
            if _CUT_BY.search(lead) or works:
                return Period(None, end), "since"  # 到2025年压减300万吨, 完成新改建公路30万公里
        standing = draft.kind == "level" and (is_stock(draft, lead) or is_reached(draft, lead))
        return period, "point" if standing else "period"

    def _is_ahead(self, end: date | None) -> bool:
        """Whether a day lies in the coming year of a report or after it."""
        ahead = self.whole.ahead
        return bool(ahead and ahead.end and end and end >= ahead.end)

    def goal(self, draft: FigureDraft, span: Period, lead: str) -> Cover:
        """A goal of a report for a year or more: a flow over it or what stands at its end."""
        point = span.end is not None and stands_as_a_goal(draft, lead)
        return (Period.day(span.end), "point") if point and span.end else (span, "period")

    def is_of_results(self, time: TimeExpr) -> bool:
        """Whether no plan can be of a time: the year a report looks back on, a span that ended before the article."""
        end = time.period.end if time.period else None
        over = end is not None and self.reference is not None and end < self.reference
        return (over and time.shape in ("ytd", "half", "quarter")) or (
            end is not None and time.period == self.whole.done
        )

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
        if not point and span == self.whole.done and span.end and (years := _YEARS.search(lead)):
            first = span.end.year - 4 if years[0][0] != "三" else span.end.year - 2
            return Period(date(first, 1, 1), span.end), "period"  # 年均增长, 五年累计: of the term, not of the year
        if not point and _is_years(span) and draft.kind == "level" and _A_YEARS.search(lead):
            return Period.year(span.end.year), "period"  # 这五年…总产值突破400亿元: that of the last year
        counted = draft.obs == "actual" and _SINCE_WORDS.search(lead[-14:])
        if counted and not point and span == self.whole.done and draft.kind == "level":
            return Period(None, span.end), "since"
        return (Period.day(span.end), "point") if point else (span, "period")


def base_period(draft: FigureDraft, compared: TimeExpr | None) -> Period | None:
    """The period a growth or change compares with; `compared` is the time its sentence compares with."""
    if draft.kind not in ("growth", "change", "multiple"):
        return None
    if compared and compared.period and compared.shape != "same" and draft.basis != "yoy":
        return compared.period
    span = draft.period
    if span is None or draft.basis is None or span.start is None:
        return None
    if draft.basis == "yoy":
        return year_before(span)
    if draft.basis == "year_start":
        return Period.day(date(span.start.year - 1, 12, 31))
    if draft.basis in ("mom", "qoq") and span.end:
        return previous(span)
    return None


def plans_on(lead: str) -> bool:
    """Whether a clause plans with a verb: 上半年…。将再减免200万元."""
    return _WILL.search(lead) is not None


def _is_years(span: Period) -> bool:
    """Whether a period holds more than one year."""
    return span.start is not None and span.end is not None and span.end.year > span.start.year


def is_long(time: TimeExpr) -> bool:
    """Whether an annual mean may be that of a time: 这五年…年均增长8%."""
    return time.period is not None and _is_years(time.period)


def is_short(time: TimeExpr) -> bool:
    """Whether a time is less than a year: a day, a holiday, a quarter."""
    period = time.period
    return bool(period and period.start and period.end and (period.end - period.start).days < 360)
