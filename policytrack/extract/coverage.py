"""Which period each figure covers, and how it accumulates: stated in its clause, or carried from before.

A flow of the current year runs from 1 January to the day of publication; a stock stands on one day. A work report of
January (or of December) tells of the year that ended, its goals are those of the year that begins. `Frames` says which
time is in force where, `Whole` what the article says as one; here a figure takes what suits it.
"""

import re
from datetime import date

from policytrack.extract.calendar import coming_years, small_number
from policytrack.extract.drafts import ActionDraft, Context, FigureDraft, TimeExpr
from policytrack.extract.frames import Frame, Frames, State
from policytrack.extract.spans import Cover, Spans, base_period, is_long, is_short, plans_on
from policytrack.extract.stocks import (
    goes_on_listing,
    is_agreed_for,
    is_before_value,
    is_built,
    is_charge,
    is_made,
    is_rate,
    is_stock,
    is_timeless,
    lead_of,
    sets_a_rule,
    stands_as_a_goal,
)
from policytrack.extract.whole import Whole
from policytrack.lexicon.gazetteer import leading_place
from policytrack.period import Period
from policytrack.period_query import year_before

_NONE: Cover = (None, "none")

_REACH = 120  # how far back words are looked for in a sentence
_SINCE_WORDS = re.compile(r"累计|总投资|共计|总共")
_UNDER_WAY = ("until", "ytd", "quarter", "half", "vague")
# 三年内破千亿, 通过3年努力, 3年拟关停: years that begin with this one.
_WITHIN = re.compile(
    r"(?<![0-9第近去前后这的])(?P<n>[2-9]|[二两三四五六七八九])年(?:之?内|时间|努力|拟|计划(?=[投新建完培])|(?=淘汰|关停|投资|建成))"
)
_THERE_IS = re.compile("现有[^，。；0-9]{0,8}$")
_JOINED = ("、", "和", "与", "及", "以及")
_TASK = re.compile("任务|目标|年度计划")


def assign_periods(context: Context) -> None:
    """Set period, period_how, accumulation and base_period of the context's figures and actions, in place."""
    reader = Coverage(context)
    frames = Frames(context, reader.whole)
    events: list[tuple[int, FigureDraft | ActionDraft]] = [(f.quantity.start, f) for f in context.figures]
    events += [(a.trigger if a.start <= a.trigger < a.end else a.start, a) for a in context.actions]
    events.sort(key=lambda event: event[0])
    for offset, draft in events:
        state = frames.at(offset)
        if isinstance(draft, FigureDraft):
            reader.figure(draft, state)
        else:
            reader.action(draft, state)


class Coverage:
    """Decides the periods of one context."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.reference = context.article.published
        self.whole = Whole(context)
        self.spans = Spans(context, self.whole)
        self.lead = ""  # of the figure under decision: the words of its clause before it
        self.previous: FigureDraft | None = None  # the figure decided last

    # figures

    def figure(self, draft: FigureDraft, state: State) -> None:
        """Set what the state says about one figure."""
        start = draft.quantity.start
        self.lead = lead_of(self.context, draft)
        before = self.lead[: len(self.lead) - (start - draft.quantity.lead)]
        local, state.local = state.local, None
        if local and 0 <= start - local.end <= 10 and draft.quantity.form != "multiple":
            cover, how = self._cover(draft, Frame(local, "sentence"), state)
        elif self.previous and self._is_listed(draft, self.previous):
            cover, how = (self.previous.period, self.previous.accumulation), self.previous.period_how
        elif is_timeless(self.context, draft, before):
            cover, how = _NONE, "unknown"
        elif is_before_value(self.context, draft, before):
            cover, how = (None, "point" if draft.quantity.dimension == "count" else "none"), "unknown"
        elif _THERE_IS.search(before) and draft.kind == "level" and state.sentence is None:
            cover, how = (None, "point"), "unknown"
        else:
            cover, how = self._cover(draft, self._frame(draft, state), state)
        if self.previous and self._changes(draft, self.previous):
            cover, how = (self.previous.period, self.previous.accumulation), self.previous.period_how
        draft.period, draft.accumulation = cover
        draft.period_how = how if draft.period else "unknown"
        draft.base_period = base_period(draft, state.base)
        self.previous = draft

    def _is_listed(self, draft: FigureDraft, previous: FigureDraft) -> bool:
        """Whether a figure goes on with a list of values: 分别达到43家、322家."""
        same = draft.kind == previous.kind and draft.obs == previous.obs
        joined = self.text[previous.quantity.tail : draft.quantity.lead] in _JOINED
        return same and joined and draft.quantity.unit == previous.quantity.unit

    def _changes(self, draft: FigureDraft, previous: FigureDraft) -> bool:
        """Whether a figure is what a stock moved by since the year began: 入驻企业213户，较年初增加19户."""
        moved = draft.kind == "change" and draft.basis == "year_start" and previous.accumulation == "point"
        same = draft.quantity.unit == previous.quantity.unit and draft.indicator == previous.indicator
        return moved and same and previous.quantity.start >= self._sentence_start(draft)

    def _frame(self, draft: FigureDraft, state: State) -> Frame | None:
        """The frame that suits the figure: a goal looks past what has been reached so far."""
        frame = state.frame()
        if frame is None:
            return None
        time = frame.time
        if self.whole.report and frame.where == "paragraph" and is_short(time):
            return None  # 国庆假期游客爆满。全年…: a report goes on with its year
        if frame.where == "paragraph" and time.shape in ("year", "ytd") and self._is_elsewhere(draft, time):
            return None
        if frame.where == "paragraph" and time.shape == "moment" and is_made(draft, self.lead):
            span = self.whole.span_to(time)  # 前三季度…。9月末，余额…。新增耕地…
            return Frame(span, "section") if span else frame
        if (
            draft.obs == "target"
            and frame.where == "paragraph"
            and plans_on(self.lead)
            and self.spans.is_of_results(time)
        ):
            return None
        if draft.obs in ("target", "demand"):
            if draft.obs == "target" and time.shape in _UNDER_WAY[:-1] and _TASK.search(self.lead):
                return frame
            if time.shape in ("until", "vague") or (time.shape == "moment" and time is not state.sentence):
                return Frame(state.plan, frame.where) if state.plan else None
            if frame.where != "sentence" and (time.shape == "day" or (time.period and time.period == self.whole.done)):
                return None
        if frame.where != "sentence" and is_rate(self.context, draft) and not is_long(time):
            return frame if time.shape == "deadline" and "年均" in self.lead else None
        return frame

    def _is_elsewhere(self, draft: FigureDraft, time: TimeExpr) -> bool:
        """Whether its sentence speaks of another place than the one that named the time: 江苏今年…。浙江义乌…."""
        layout = self.context.layout
        here = self._place_at(self._sentence_start(draft))
        if here is None:
            return False
        there = self._place_at(layout.sentences[layout.sentence_at(time.start)][0])
        return there is not None and not here.startswith(there.rstrip("0"))

    def _place_at(self, start: int) -> str | None:
        """The code of the place that a sentence begins with."""
        place, _ = leading_place(self.text[start : start + 12].removeprefix("在"))
        return place.code if place else None

    def _cover(self, draft: FigureDraft, frame: Frame | None, state: State) -> tuple[Cover, str]:
        if draft.obs == "target" and (frame is None or frame.where != "sentence" or frame.time.shape == "vague"):
            start = draft.quantity.start
            within = _WITHIN.search(self.text, max(self._sentence_start(draft), start - _REACH), start)
            first = self.whole.ahead.start if self.whole.ahead else self.reference
            if within and first:
                years = coming_years(first, small_number(within["n"].replace("两", "二")))
                standing = draft.kind == "level" and stands_as_a_goal(draft, self.lead)
                return (years, "point" if standing else "period"), "stated"
        if frame is None:
            return self._unframed(draft)
        time = frame.time
        end = time.period.end if time.period else None
        if draft.obs == "target" and time.shape in _UNDER_WAY and end and _TASK.search(self.lead):
            year = Period.year(end.year)  # 截至10月底完成年度任务1200人的95%: the task is the year's
            return (
                (Period.day(year.end), "point") if draft.kind == "share" and year.end else (year, "period")
            ), frame.how
        begun = draft.obs == "capacity" and self.text[time.start - 1 : time.start] == "于"  # 于3月开工，总投资3亿元
        if begun or (frame.where != "sentence" and not self._carries(draft, time)):
            return _NONE, "unknown"
        if time.rule == "whole_year" and self.whole.report:
            return self._unframed(draft)  # 全年 of a report: of the year its part tells of
        if time.shape == "vague":
            if self.whole.report and time.rule == "vague":
                return self._unframed(draft)
            return self._now(draft, state), frame.how
        if time.shape == "same":
            now = state.sentence or state.paragraph
            span = now.period if now else None
            if span is None and (title := self.whole.title):
                span = title.period
            return ((year_before(span), "period") if span else _NONE), frame.how
        if time.shape == "until" and end and state.since and state.since.period and not is_stock(draft, self.lead):
            begin = state.since.period.start
            if begin and begin < end:
                return (Period(begin, end), "since"), frame.how
        if draft.obs == "target" and time.shape in ("day", "month") and time.period and sets_a_rule(self.lead):
            return (Period(time.period.start, None), "period"), frame.how  # 3月，扣除比例提高到100%: from then on
        return self.spans.timed(draft, time, self.lead), frame.how

    def _carries(self, draft: FigureDraft, time: TimeExpr) -> bool:
        """Whether a time said in an earlier sentence may be the figure's: a size is of no day, a result not to come."""
        if draft.obs == "capacity":
            return time.shape not in ("day", "month", "moment", "vague")
        start = time.period.start if time.period else None
        return not (draft.obs == "actual" and start and self.reference and start > self.reference)

    def _now(self, draft: FigureDraft, state: State) -> Cover:
        """`目前`: a stock without a day, or a flow of the year that the paragraph named before."""
        sentence = self._sentence_start(draft)
        earlier = state.earlier if state.earlier and state.earlier.start >= sentence else None
        stock = is_stock(draft, self.lead) or is_built(draft, self.lead)
        if not stock and self.previous and self.previous.quantity.start >= sentence:
            listed = self.previous.period is None and self.previous.accumulation == "point"
            stock = listed and goes_on_listing(draft, self.lead)
        if earlier and earlier.shape in ("year", "ytd") and earlier.period and self.reference and not stock:
            start = earlier.period.start
            if start == date(self.reference.year, 1, 1):
                return Period(start, self.reference), "ytd"
        return None, "point" if stock else "none"

    def _sentence_start(self, draft: FigureDraft) -> int:
        layout = self.context.layout
        return layout.sentences[layout.sentence_at(draft.quantity.start)][0]

    def _unframed(self, draft: FigureDraft) -> tuple[Cover, str]:
        """What the article as a whole says."""
        last = self.previous
        if last and last.period and is_agreed_for(self.text, draft, last):
            return (last.period, last.accumulation), "carried"
        done, ahead = self.whole.done, self.whole.ahead
        if done and ahead:
            if draft.obs in ("target", "demand"):
                return self.spans.goal(draft, ahead, self.lead), "inferred"
            return self.spans.past_year(draft, done, self.lead), "inferred"
        title = self.whole.title
        if title and draft.obs == "actual" and (title.period or self.reference is None):
            cover = self.spans.timed(draft, title, self.lead, self.context.article.title)
            return self._listed_stock(draft, cover), "inferred"
        if self.whole.past and draft.obs == "actual":
            cover = self.spans.past_year(draft, self.whole.past, self.lead)
            return self._listed_stock(draft, cover), "inferred"
        if self.whole.planned and draft.obs == "target":
            return (self.whole.planned, "period"), "inferred"
        bulletin = self.whole.bulletin if draft.obs == "actual" else None
        if bulletin and bulletin.end <= draft.quantity.start and not is_built(draft, self.lead):
            return self.spans.timed(draft, bulletin, self.lead), "inferred"
        rule = self.whole.rule if draft.obs == "target" else None
        if rule and rule.end <= draft.quantity.start and is_charge(draft, self.lead):
            return (rule.period, "period"), "carried"
        lead = self.whole.lead
        if lead and lead.end <= draft.quantity.start and self._goes_with_lead(draft):
            return self.spans.timed(draft, lead, self.lead), "carried"
        return _NONE, "unknown"

    def _listed_stock(self, draft: FigureDraft, cover: Cover) -> Cover:
        """Let a figure of a bulletin go on with the stocks listed before it: 共有剧团1个，文化馆1个."""
        last = self.previous
        if last is None or last.accumulation != "point" or last.quantity.start < self._sentence_start(draft):
            return cover
        counted = draft.quantity.dimension in ("count", "people") and goes_on_listing(draft, self.lead)
        return (last.period, "point") if counted else cover

    def _goes_with_lead(self, draft: FigureDraft) -> bool:
        """Whether a figure is a result of its own (投资84.6亿元, 占比31.9%), not a size (15户企业) or a standard."""
        q = draft.quantity
        if draft.obs not in ("actual", "demand"):
            return False
        if draft.kind == "share":
            return "占" in self.lead
        if draft.kind in ("growth", "change", "ratio_to_target", "diff_to_target"):
            return True
        counted = 0 <= draft.indicator_start < q.start or bool(_SINCE_WORDS.search(self.lead))
        return draft.kind == "level" and q.dimension != "time" and counted and not is_rate(self.context, draft)

    # the actions

    def action(self, draft: ActionDraft, state: State) -> None:
        """An act takes the frame of its clause, or that of its report."""
        frame = state.frame()
        if frame and self.whole.report and frame.time.rule == "whole_year":
            frame = None  # 全年 of a report: of the year its part tells of
        if frame and draft.realis == "planned" and frame.where != "sentence" and self.spans.is_of_results(frame.time):
            frame = None
        if frame and frame.time.period and frame.time.shape not in ("until", "moment"):
            draft.period = frame.time.period
        elif self.whole.done and draft.realis != "planned":
            draft.period = self.whole.done
        elif self.whole.ahead and draft.realis == "planned":
            draft.period = self.whole.ahead
