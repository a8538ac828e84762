"""Which time expression frames which stretch of a text.

An expression frames the figures behind it in its sentence, then those of the paragraph until another one takes over. What
is only compared with (较2012年), quoted (《2023年行动方案》) or says when news came out (记者昨日获悉) frames nothing.
"""

import re
from dataclasses import dataclass

from policytrack.extract.drafts import Context, TimeExpr
from policytrack.extract.layout import is_announced
from policytrack.extract.time_roles import role
from policytrack.extract.whole import Whole, dates_what_follows
from policytrack.period import Period

_FIRST = re.compile("的?(?:首[批个次场届轮]|第[一二三四五]|最[大强高])")
_ONCE = ("当月", "当日", "当天")  # holds for its sentence; what was in force before goes on after it
_MARKS = (
    re.compile("[一二三四五六七八九十]+、"),
    re.compile("（[一二三四五六七八九十]+）"),
    re.compile("[0-9]+[.．、]"),
)
_BARE = 6  # the level of a heading without a mark
_TITLE_PARAGRAPHS = 2  # a headline inside the text may stand below a dateline


@dataclass(slots=True)
class Frame:
    """A time expression in force, and where it was said: sentence | paragraph | section."""

    time: TimeExpr
    where: str

    @property
    def how(self) -> str:
        return "stated" if self.where == "sentence" else "carried"


@dataclass(slots=True)
class State:
    """What is in force at one point of the text, from the innermost scope to the outermost."""

    behind: TimeExpr | None = None  # stands behind the figure in a clause that opens its sentence
    local: TimeExpr | None = None  # holds for the next figure only: 较2011年的2404万吨
    sentence: TimeExpr | None = None
    base: TimeExpr | None = None  # what the sentence compares with
    paragraph: TimeExpr | None = None
    earlier: TimeExpr | None = None  # the last dated frame before a `目前` of the same paragraph
    since: TimeExpr | None = None  # the beginning that the paragraph's figures count from: 自4月1日起…截至8月底
    plan: TimeExpr | None = None  # the last frame of the paragraph that can hold a goal: 2023年, 到2025年
    run: TimeExpr | None = None  # the years that a paragraph of a report begins with, up to the next such or a heading
    section: TimeExpr | None = None  # of the last heading that names a time
    level: int = 0  # of that heading; a heading of its level or above ends the section

    def frame(self) -> Frame | None:
        """The innermost frame in force."""
        if nearest := self.sentence or self.behind:
            return Frame(nearest, "sentence")
        if self.paragraph:
            return Frame(self.paragraph, "paragraph")
        outer = self.run or self.section
        return Frame(outer, "section") if outer else None


def heading_level(line: str) -> int:
    """How deep a heading stands: 1 for the outermost marks, 6 for one without a mark."""
    line = line.lstrip()
    if line[:1] == "#":
        return len(line) - len(line.lstrip("#"))
    line = line.lstrip("* ")
    return next((level for level, mark in enumerate(_MARKS, 2) if mark.match(line)), _BARE)


class Frames:
    """Reads the expressions of a context in text order and says what is in force where."""

    def __init__(self, context: Context, whole: Whole) -> None:
        self.context = context
        self.report = whole.report
        self.dated = whole.title is not None or whole.past is not None  # whether the whole has a time of its own
        self.title = whole.title
        self.listing = False  # whether a list goes on
        self.headed = -1  # the heading that set the section last
        self.layout = context.layout
        self.text = context.text
        self.state = State()
        self.paragraph = self.sentence = -1
        self.next = 0

    def at(self, offset: int) -> State:
        """The state at an offset; offsets must not fall from call to call."""
        times = self.context.times
        while self.next < len(times) and times[self.next].start < offset:
            self._take(times[self.next])
            self.next += 1
        self._enter(offset)
        self.state.behind = self._behind(offset) if self.state.sentence is None else None
        return self.state

    def _behind(self, offset: int) -> TimeExpr | None:
        """The time that stands behind an offset in its clause: 首批13个项目昨天启动."""
        times, layout = self.context.times, self.layout
        if self.next == len(times) or not layout.clauses:
            return None
        time = times[self.next]
        if time.shape not in _BEHIND or not offset < time.start or self.text[time.start - 1] == "的":
            return None
        clause = layout.clauses[layout.clause_at(offset)]
        if time.start >= clause[1]:
            return None
        return time if role(self.text, time, clause[1]) == "frame" else None

    def _enter(self, offset: int) -> None:
        """Forget what does not reach over the paragraphs and sentences entered since."""
        layout, state = self.layout, self.state
        paragraph = layout.paragraph_at(offset)
        if paragraph != self.paragraph:
            follows = paragraph == self.paragraph + 1
            goes_on = follows and _GOES_ON.match(self.text, layout.paragraphs[paragraph][0]) is not None
            goes_on = self._lists(paragraph) or goes_on
            if goes_on and state.paragraph and state.paragraph.shape in _FLEETING:
                goes_on = False  # a day, or how things stand on one, is not that of the next paragraph
            if not goes_on:
                state.paragraph = state.plan = state.earlier = state.since = None
            if state.section or state.run:
                self._leave_section(paragraph)
            self.paragraph = paragraph
        sentence = layout.sentence_at(offset)
        if sentence != self.sentence:
            state.sentence = state.base = state.local = None
            self.sentence = sentence

    def _lists(self, paragraph: int) -> bool:
        """Whether a paragraph is an item of the list that one before it announced: 办好下列实事：…"""
        start, end = self.layout.paragraphs[paragraph]
        if is_announced(self.text, start):
            self.listing = True
        elif (self.layout.headings[paragraph] and end - start < 12) or end - start > _LIST_ITEM:
            self.listing = False
        return self.listing

    def _leave_section(self, paragraph: int) -> None:
        """End the section when a heading of its level or above stood since, up to a paragraph."""
        layout, state = self.layout, self.state
        for at in range(self.paragraph + 1, paragraph + 1):
            if layout.headings[at] or self._is_numbered(at):
                state.run = None
                if heading_level(self.text[slice(*layout.paragraphs[at])]) <= state.level:
                    state.section = None

    def _take(self, time: TimeExpr) -> None:
        self._enter(time.start)
        state, layout = self.state, self.layout
        clause_end = layout.clauses[layout.clause_at(time.start)][1] if layout.clauses else time.end
        kind = role(self.text, time, clause_end)
        if kind == "attribute":
            kind = "none" if state.frame() or self.dated else "frame"
        if kind == "frame":
            self._frame(time)
        elif kind == "now":
            state.earlier = state.sentence or state.earlier
            state.sentence = state.paragraph = time
        elif kind == "recently":
            if state.sentence is None:
                state.sentence = time
        elif kind == "base":
            state.base = time
        elif kind == "local":
            state.base = state.local = time

    def _frame(self, time: TimeExpr) -> None:
        """Put a time in force for its sentence and, where it may carry, for its paragraph or section."""
        state, layout = self.state, self.layout
        if (
            time.shape == "year"
            and state.sentence
            and state.sentence.shape == "day"
            and _FIRST.match(self.text, time.end)
        ):
            return  # 9月1日，今年首批项目签约: the year tells which projects
        if time.period is None and time.rule == "event" and state.frame():
            return  # 9月…。活动期间: the days said before are better than none
        if self.text.startswith("当月", time.start) and time.end - time.start == 2:
            time = self._month_of(time)
        state.sentence = time
        state.local = None
        if layout.headings and (layout.headings[self.paragraph] or self._announces()):
            line = self.text[slice(*layout.paragraphs[self.paragraph])]
            level = heading_level(line)
            if time.shape in ("day", "moment") or (
                level == _BARE and time.shape in ("year", "month") and not dates_what_follows(time, line)
            ):
                return
            if self.headed == self.paragraph:
                return  # 一、过去五年和2022年工作回顾: what comes first is told first
            self.headed, state.section = self.paragraph, time
            state.level = 0 if level == _BARE and self.paragraph < _TITLE_PARAGRAPHS else level
            return
        if self.report and self._begins_a_run(time):
            state.run = time
        if time.shape not in ("until", "moment", "day"):
            state.plan = time
        if time.shape == "since":
            state.since = time
        elif time.shape != "until":
            state.since = None
        once = self.text.endswith(_ONCE, time.start, time.end) or self.text.startswith(_ONCE, time.end)
        once = once or self.text.endswith(("其中", "其中，"), 0, time.start)
        if not once:
            state.earlier = state.paragraph = time

    def _month_of(self, time: TimeExpr) -> TimeExpr:
        """当月 after 1-3月: the last month of the time in force."""
        outer = self.state.sentence or self.state.paragraph or self.state.run or self.state.section or self.title
        end = outer.period.end if outer and outer.shape in _MONTHS and outer.period else None
        if end is None:
            return time
        return TimeExpr(time.start, time.end, Period.month(end.year, end.month), "month", time.rule)

    def _announces(self) -> bool:
        """Whether a paragraph is a heading that ends with a stop: 一、1-3月份主要指标完成情况。"""
        return self._is_numbered(self.paragraph)

    def _is_numbered(self, paragraph: int) -> bool:
        start, end = self.layout.paragraphs[paragraph]
        return end - start <= _SHORT and _NUMBERED.fullmatch(self.text, start, end) is not None

    def _begins_a_run(self, time: TimeExpr) -> bool:
        """Whether a paragraph of a report begins with the years that it and those below it tell of."""
        start, period = self.layout.paragraphs[self.paragraph][0], time.period
        if time.start - start > _LEAD or period is None or period.start is None or period.end is None:
            return False
        return (period.end - period.start).days > 360 and "，" not in self.text[start : time.start]


_MONTHS = ("ytd", "month", "quarter", "half")
_SHORT = 34  # characters of a heading
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[^，。；]{4,28}(?:情况|工作|回顾|安排|任务|特点|运行)。"
)
_FLEETING = ("day", "until", "moment")
_LIST_ITEM = 120  # characters of a paragraph that may be an item of a list
_LEAD = 24  # characters into a paragraph of a report within which its years stand
_BEHIND = ("day", "month", "quarter", "half", "ytd")
_GOES_ON = re.compile(r"[\s*]*(?:同时|此外|另外|其中|与此同时|并且?|■|—|◆|●|（[0-9一二三四五]|其次|再次|还)")
