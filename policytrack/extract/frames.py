"""Which time expression frames which stretch of a text.

An expression frames the figures behind it in its sentence, then those of the paragraph until another one takes over. What
is only compared with (较2012年), quoted (《2023年行动方案》) or says when news came out (记者昨日获悉) frames nothing.
"""

import re
from dataclasses import dataclass

from policytrack.extract.drafts import Context, TimeExpr
from policytrack.extract.whole import dates_what_follows

_COMPARED = re.compile(
    r"(?:比|较|与|同|跟|和|比起|相比|相较于?|对比|同比|超过?|高于|低于|多于|少于|优于|好于|是|相当于|达到了?|接近|不如|仅为)$"
)
_WEAK_COMPARED = re.compile(r"(?:是|和|同|超过?|达到了?|相当于|接近|与|仅为)$")  # only before 去年同期 or 去年的
_AGAINST = re.compile(r"(?:同期)?(?:水平)?(?:相比|比较|的?(?:水平|基础上)|为基数)")
_FROM = re.compile(r"(?:由|从|自|分别由|分别从)$")
_VALUE_BEHIND = re.compile(r"的?[^，。；、\n]{0,8}?(?=[0-9])")
_NEWS = re.compile(
    r"获悉|了解到|获知|发布|公布|通报|介绍|表示|透露|宣布|指出|报道|[日天午晚]?[）)]?(?:讯|电(?![力网站价商动量梯信视子器])|消息)|印发|出台|下发"
    r"|发布会|来源|阅读|浏览|字号|采访"
)
_NOW = frozenset(
    ("目前", "当前", "截至目前", "截止目前", "到目前为止", "迄今为止", "迄今", "至今", "如今", "现在", "眼下", "现阶段")
)


# 2月，在某某会议上，局长说，…; 2011年10月，环境部公布了《…规划》，规划…: what is told is not of that day.
_SPOKEN = re.compile(
    r"[^。；0-9\n]{0,60}(?:(?:说|表示|透露|指出|介绍|坦言|称|回应|作报告)[，：:“]|记者会|发布会|通报会|通气会)"
    r"|[^。；0-9\n，]{0,20}(?:公布|发布|出台|印发|首发|下发|通过)了?(?:的)?[^。；，0-9\n]{0,12}《"
    r"|，[^。；，0-9\n]{0,20}(?:公布|发布)了?[^。；，\n]{0,16}(?:报告|结果|数据|名单)"
)
# 召开2023年全县安全生产会议, 2024年百日招聘行动启动: the year is part of a name.
_HELD = re.compile("(?:召开|举行|举办|启动|开展|参加)了?$")
_MEETING = re.compile(
    r"(?:(?!开展|举办|组织|召开|实施|启动|推进|持续|共|累计|各)[^，。；《》0-9]){2,20}?"
    r"(?:行动|会议|大会|活动|论坛|推进会|对接会|招聘会|培训班|宣传周)(?P<held>(?:日前|近日|正式|在|启动|举行|召开|开幕)(?![0-9]))?"
)
_FIRST = re.compile("的?(?:首[批个次场届轮]|第[一二三四五]|最[大强高])")
# 9月6日发布12条措施: that many came out on that day.
_MEASURES = re.compile(
    r"[^，。；《》\n]{0,24}(?:发布|公布|印发|出台|推出)了?[^，。；《》\n0-9]{0,16}[0-9一二三四五六七八九十]+余?多?(?:条|项)"
)
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
    section: TimeExpr | None = None  # of the last heading that names a time
    level: int = 0  # of that heading; a heading of its level or above ends the section

    def frame(self) -> Frame | None:
        """The innermost frame in force."""
        if nearest := self.sentence or self.behind:
            return Frame(nearest, "sentence")
        if self.paragraph:
            return Frame(self.paragraph, "paragraph")
        return Frame(self.section, "section") if self.section else None


def role(text: str, time: TimeExpr, clause_end: int) -> str:
    """What an expression does: frame | now | recently | base | local | news | none. `clause_end` bounds what is read."""
    shape = time.shape
    if shape in ("name", "plan"):
        return "none"
    if shape == "vague":
        return "now" if text[time.start : time.end] in _NOW else "recently"
    before = text[max(0, time.start - 4) : time.start]
    compared = _COMPARED.search(before)
    behind = text[time.end : time.end + 8]
    if shape == "same":
        if compared or _AGAINST.match(behind):
            return "base"
        return "local" if _FROM.search(before) or _VALUE_BEHIND.match(text, time.end) else "base"
    if _AGAINST.match(behind) and (compared or "相比" in behind or "基础" in behind):
        return "base"
    if compared and (not _WEAK_COMPARED.search(before) or behind.startswith("的") or shape == "moment"):
        return "local" if behind[:1] == "的" or behind[:1].isdigit() else "base"
    if _FROM.search(before) and behind.startswith("的") and _VALUE_BEHIND.match(text, time.end):
        return "local"
    if shape == "day" and _MEASURES.match(text, time.end):
        return "frame"
    if shape == "day" and _NEWS.search(text, time.end, min(clause_end + 1, time.end + 40)):
        return "news"
    named = _MEETING.match(text, time.end) if shape == "year" and text[time.end - 1] == "年" else None
    if named and (named["held"] or _HELD.search(before)):
        return "none"
    if shape in ("day", "month") and _SPOKEN.match(text, time.end):
        return "news"
    return "frame"


def heading_level(line: str) -> int:
    """How deep a heading stands: 1 for the outermost marks, 6 for one without a mark."""
    line = line.lstrip()
    if line[:1] == "#":
        return len(line) - len(line.lstrip("#"))
    line = line.lstrip("* ")
    return next((level for level, mark in enumerate(_MARKS, 2) if mark.match(line)), _BARE)


class Frames:
    """Reads the expressions of a context in text order and says what is in force where."""

    def __init__(self, context: Context) -> None:
        self.context = context
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
        time, clause = times[self.next], layout.clauses[layout.clause_at(offset)]
        if not offset < time.start < clause[1] or time.shape not in _BEHIND or self.text[time.start - 1] == "的":
            return None
        return time if role(self.text, time, clause[1]) == "frame" else None

    def _enter(self, offset: int) -> None:
        """Forget what does not reach over the paragraphs and sentences entered since."""
        layout, state = self.layout, self.state
        paragraph = layout.paragraph_at(offset)
        if paragraph != self.paragraph:
            goes_on = paragraph == self.paragraph + 1 and _GOES_ON.match(self.text, layout.paragraphs[paragraph][0])
            if not goes_on:
                state.paragraph = state.plan = state.earlier = state.since = None
            if state.section:
                self._leave_section(paragraph)
            self.paragraph = paragraph
        sentence = layout.sentence_at(offset)
        if sentence != self.sentence:
            state.sentence = state.base = state.local = None
            self.sentence = sentence

    def _leave_section(self, paragraph: int) -> None:
        """End the section when a heading of its level or above stood since, up to a paragraph."""
        layout, state = self.layout, self.state
        for at in range(self.paragraph + 1, paragraph + 1):
            if layout.headings[at] and heading_level(self.text[slice(*layout.paragraphs[at])]) <= state.level:
                state.section = None
                return

    def _take(self, time: TimeExpr) -> None:
        self._enter(time.start)
        state, layout = self.state, self.layout
        clause_end = layout.clauses[layout.clause_at(time.start)][1] if layout.clauses else time.end
        kind = role(self.text, time, clause_end)
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
        state.sentence = time
        state.local = None
        if layout.headings and layout.headings[self.paragraph]:
            line = self.text[slice(*layout.paragraphs[self.paragraph])]
            level = heading_level(line)
            if time.shape in ("day", "moment") or (
                level == _BARE and time.shape in ("year", "month") and not dates_what_follows(time, line)
            ):
                return
            state.section = time
            state.level = 0 if level == _BARE and self.paragraph < _TITLE_PARAGRAPHS else level
            return
        if time.shape not in ("until", "moment", "day"):
            state.plan = time
        if time.shape == "since":
            state.since = time
        elif time.shape != "until":
            state.since = None
        once = self.text.endswith(_ONCE, time.start, time.end) or self.text.startswith(_ONCE, time.end)
        if not (state.paragraph and once):
            state.earlier = state.paragraph = time


_BEHIND = ("day", "month", "quarter", "half", "ytd")
_GOES_ON = re.compile(r"[\s*]*(?:同时|此外|另外|其中|与此同时|并且?|■|—|◆|●|（[0-9一二三四五]|其次|再次|还)")
