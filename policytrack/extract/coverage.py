"""Which period each figure covers, and how it accumulates: stated in its clause, or carried from before.

A flow of the current year runs from 1 January to the day of publication; a stock stands on one day. A work report of
January (or of December) tells of the year that ended, its goals are those of the year that begins.
"""

import re
from dataclasses import dataclass
from datetime import date

from policytrack.extract.calendar import year_over
from policytrack.extract.drafts import ActionDraft, Context, FigureDraft, TimeExpr
from policytrack.extract.frames import Frame, Frames, State
from policytrack.extract.stocks import BUILT, FLOW, REACHED, SHARE_STOCK, STOCK
from policytrack.extract.times import find_times
from policytrack.period import Period
from policytrack.period_query import previous, year_before

Cover = tuple[Period | None, str]
_NONE: Cover = (None, "none")

_SINCE_WORDS = re.compile(r"累计|总投资|共计|总共")
_REPORT = re.compile(r"工作报告|计划执行情况")
_PERIODIC_TITLE = re.compile(r"情况|总结|公报|回顾|运行|数据|完成|通报|统计|盘点")
_CUMULATIVE = ("ytd", "quarter", "half")
_UNDATED = {"ytd": "ytd", "since": "since"} | dict.fromkeys(
    ("range", "month", "quarter", "half", "year", "day"), "period"
)
_LEAD_PARAGRAPHS = 3  # a lead may stand behind a photo credit, a dateline and an opening sentence
_RATE = re.compile(r"每(?:年|月|天|日|人|个|户|亩)|年产|年均|日均|一年")


def assign_periods(context: Context) -> None:
    """Set period, period_how, accumulation and base_period of the context's figures and actions, in place."""
    reader = Coverage(context)
    frames = Frames(context)
    events: list[tuple[int, FigureDraft | ActionDraft]] = [(f.quantity.start, f) for f in context.figures]
    events += [(a.trigger if a.start <= a.trigger < a.end else a.start, a) for a in context.actions]
    events.sort(key=lambda event: event[0])
    for offset, draft in events:
        state = frames.at(offset)
        if isinstance(draft, FigureDraft):
            reader.figure(draft, state)
        else:
            reader.action(draft, state)


@dataclass(slots=True)
class _Whole:
    """The frame of a whole article: the year a work report tells of, or the period its title names."""

    done: Period | None = None
    ahead: Period | None = None


class Coverage:
    """Decides the periods of one context."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.reference = context.article.published
        title = context.article.title
        self.report = bool(_REPORT.search(title)) and self.reference is not None
        self.title_time: TimeExpr | None = None
        self.title_read = False
        self.lead_time: TimeExpr | None = None
        self.lead_read = False
        if self.report and self.reference:
            year = year_over(title, self.reference)
            self.whole = _Whole(Period.year(year), Period.year(year + 1))
        else:
            self.whole = _Whole()

    # figures

    def figure(self, draft: FigureDraft, state: State) -> None:
        """Set what the state says about one figure."""
        start = draft.quantity.start
        local = state.local
        if local and 0 <= start - state.local_end <= 10:
            frame: Frame | None = Frame(local, "sentence")
        else:
            frame = self._frame(draft, state)
        cover, how = self._cover(draft, frame, state)
        draft.period, draft.accumulation = cover
        draft.period_how = how if draft.period else "unknown"
        draft.base_period = self._base(draft, state)

    def _frame(self, draft: FigureDraft, state: State) -> Frame | None:
        """The frame that suits the figure: a goal looks past what has been reached so far."""
        frame = state.frame()
        if frame and draft.obs in ("target", "demand"):
            time = frame.time
            if time.shape in ("until", "vague") or (time.shape == "moment" and time is not state.sentence):
                other = state.plan
                return Frame(other, frame.where) if other else None
            if frame.where != "sentence" and (time.shape == "day" or (time.period and time.period == self.whole.done)):
                return None
        if frame and frame.where != "sentence" and self._is_rate(draft):
            return None
        return frame

    def _is_rate(self, draft: FigureDraft) -> bool:
        start = draft.quantity.start
        return bool(_RATE.search(self.text, max(0, start - 14), start))

    def _cover(self, draft: FigureDraft, frame: Frame | None, state: State) -> tuple[Cover, str]:
        if frame is None:
            return self._unframed(draft)
        time = frame.time
        if time.shape == "vague":
            if self.report and time.rule == "vague":
                return self._unframed(draft)
            return self._now(draft, state), frame.how
        if time.shape == "same":
            now = state.sentence or state.paragraph
            span = now.period if now else None
            if span is None and self.title():
                span = self.title().period  # type: ignore[union-attr]
            return ((year_before(span), "period") if span else _NONE), frame.how
        return self._timed(draft, time, frame), frame.how

    def _timed(self, draft: FigureDraft, time: TimeExpr, frame: Frame) -> Cover:
        """What a dated frame means for the figure."""
        period, shape = time.period, time.shape
        if period is None:
            return None, self._undated(draft, time)
        actual = draft.obs == "actual"
        stock = self._is_stock(draft)
        end = period.end
        if shape == "moment" and end:
            return period, "point"
        if shape == "until" and end:
            return (Period.day(end), "point") if stock else self._until(draft, end)
        if shape == "since":
            told = _SINCE_WORDS.search(self._lead(draft))  # 自2014年起…累计: up to now; without it the end is open
            if actual and told and period.start and self.reference and period.start <= self.reference:
                return Period(period.start, self.reference), "since"
            return period, "since" if actual else "period"
        if shape == "deadline":
            if _SINCE_WORDS.search(self._lead(draft)) and end:
                return Period(None, end), "since"
            return period, "point" if stock and draft.kind == "level" else "period"
        if shape == "year" and period.start and self.reference and actual:
            if self.report and self.whole.done and period.start.year == self.whole.done.start.year:  # type: ignore[union-attr]
                return self._past_year(draft, period)
            if period.start.year == self.reference.year:
                return Period(period.start, self.reference), "ytd"
        is_over = self.reference is None or (end is not None and end <= self.reference)
        if stock and end and actual and is_over and shape in ("year", "ytd", "quarter", "half", "month"):
            return Period.day(end), "point"
        if shape == "range" and self.report and actual:
            return self._past_year(draft, period)
        if shape == "ytd":
            return period, "ytd"
        return period, "period"

    def _undated(self, draft: FigureDraft, time: TimeExpr) -> str:
        """How a figure accumulates over a time whose year is unknown: the words alone say it."""
        if self.reference is not None:
            return "ytd" if time.shape == "ytd" else "period" if time.shape == "range" else "none"
        words = self.text[time.start : time.end]
        if time.shape in ("since", "half") and ("今年" in words or "上半年" in words):
            return "ytd"
        if time.shape in ("until", "moment"):
            return "point" if time.shape == "moment" or self._is_stock(draft) else "ytd"
        return _UNDATED.get(time.shape, "none")

    def _until(self, draft: FigureDraft, end: date) -> Cover:
        """A flow up to a day: since 1 January, unless the day ends a year."""
        if (end.month, end.day) == (12, 31):
            return Period(None, end), "since"
        return Period(date(end.year, 1, 1), end), "ytd"

    def _now(self, draft: FigureDraft, state: State) -> Cover:
        """`目前`: a stock without a day, or a flow of the year that the paragraph named before."""
        earlier = state.earlier
        stock = self._is_stock(draft) or bool(BUILT.search(self._lead(draft)))
        if earlier and earlier.shape in ("year", "ytd") and earlier.period and self.reference and not stock:
            start = earlier.period.start
            if start == date(self.reference.year, 1, 1):
                return Period(start, self.reference), "ytd"
        return None, "point" if stock else "none"

    def _unframed(self, draft: FigureDraft) -> tuple[Cover, str]:
        """What the article as a whole says."""
        whole = self.whole
        if whole.done and whole.ahead:
            if draft.obs in ("target", "demand"):
                stock = draft.kind == "share" or (draft.kind == "level" and self._is_stock(draft))
                end = whole.ahead.end
                return ((Period.day(end), "point") if stock and end else (whole.ahead, "period")), "inferred"
            return self._past_year(draft, whole.done), "inferred"
        title = self.title()
        if title and draft.obs == "actual" and (title.period or self.reference is None):
            return self._timed(draft, title, Frame(title, "section")), "inferred"
        lead = self._lead_time()
        if lead and lead.end <= draft.quantity.start and self._goes_with_lead(draft):
            return self._timed(draft, lead, Frame(lead, "section")), "carried"
        return _NONE, "unknown"

    def _lead_time(self) -> TimeExpr | None:
        """The one cumulative period of an article that reports on a single one: 1月至8月 in its lead, and no other."""
        if not self.lead_read:
            self.lead_read = True
            spans = [t for t in self.context.times if t.shape in _CUMULATIVE]
            if self.reference:
                spans = [t for t in spans if t.period and t.period.end not in (None, self.reference)]
            if spans and len({t.period for t in spans}) == 1:
                layout = self.context.layout
                first = spans[0]
                recent = self.reference is None or self._is_recent(first)
                if layout.paragraph_at(first.start) <= _LEAD_PARAGRAPHS and recent:
                    self.lead_time = first
        return self.lead_time

    def _is_recent(self, time: TimeExpr) -> bool:
        end = time.period.end if time.period else None
        return end is not None and self.reference is not None and 0 <= (self.reference - end).days <= 75

    def _goes_with_lead(self, draft: FigureDraft) -> bool:
        """Whether a figure is a result of its own (投资84.6亿元, 占比31.9%), not a size (15户企业) or a standard."""
        q = draft.quantity
        if draft.obs not in ("actual", "demand"):
            return False
        if draft.kind == "share":
            return "占" in self._lead(draft)
        if draft.kind in ("growth", "change", "ratio_to_target", "diff_to_target"):
            return True
        before = 0 <= draft.indicator_start < q.start
        counted = before or bool(_SINCE_WORDS.search(self._lead(draft)))
        return draft.kind == "level" and q.dimension != "time" and counted and not self._is_rate(draft)

    def _past_year(self, draft: FigureDraft, span: Period) -> Cover:
        """Results cover the year, stocks and ranks stand at its end."""
        lead = self._lead(draft)
        assert span.end
        point = (
            draft.kind == "rank"
            or (draft.kind == "level" and (self._is_stock(draft) or bool(REACHED.search(lead))))
            or (draft.kind == "share" and bool(SHARE_STOCK.search((draft.indicator or "") + lead[-12:])))
        )
        if _SINCE_WORDS.search(lead[-14:]) and not point and span == self.whole.done and draft.kind == "level":
            return Period(None, span.end), "since"
        return (Period.day(span.end), "point") if point else (span, "period")

    def _is_stock(self, draft: FigureDraft) -> bool:
        """Whether its words name something that is there at a moment."""
        words = (draft.indicator or "") + self._lead(draft)[-12:]
        return bool(STOCK.search(words)) and not FLOW.search(words)

    def _lead(self, draft: FigureDraft) -> str:
        """The words of its clause before the figure, at most 30."""
        start = draft.quantity.start
        layout = self.context.layout
        begin = layout.clauses[layout.clause_at(start)][0] if layout.clauses else start
        return self.text[max(begin, start - 30) : start]

    def _base(self, draft: FigureDraft, state: State) -> Period | None:
        """The period a growth or change compares with."""
        if draft.kind not in ("growth", "change", "multiple"):
            return None
        if state.base and state.base.period and state.base.shape != "same" and draft.basis != "yoy":
            return state.base.period
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

    # the title, the actions

    def title(self) -> TimeExpr | None:
        """The period that the title names for the whole article: 前三季度, 2023年…情况."""
        if not self.title_read:
            self.title_read = True
            title = self.context.article.title
            for time in find_times(title, self.reference, self.context.lexicon) if title else ():
                if time.shape in ("ytd", "quarter", "month", "half") or (
                    time.shape == "year" and _PERIODIC_TITLE.search(title)
                ):
                    self.title_time = time
                    break
        return self.title_time

    def action(self, draft: ActionDraft, state: State) -> None:
        """An act takes the frame of its clause, or that of its report."""
        frame = state.frame()
        if frame and frame.time.period and frame.time.shape not in ("until", "moment"):
            draft.period = frame.time.period
        elif self.whole.done and draft.realis != "planned":
            draft.period = self.whole.done
        elif self.whole.ahead and draft.realis == "planned":
            draft.period = self.whole.ahead
