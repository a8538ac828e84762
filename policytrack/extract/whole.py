"""What an article as a whole says about time: the year a work report tells of, the period its title or its lead names."""

import re
from datetime import date
from functools import cached_property

from policytrack.extract.drafts import Context, TimeExpr
from policytrack.extract.time_roles import role
from policytrack.extract.times import find_times
from policytrack.period import Period

_PERIODIC_TITLE = re.compile(r"情况|总结|公报|回顾|运行|数据|完成|通报|统计|盘点")
_RESULT = re.compile(r"增长|下降|同比|环比|上涨|回升|回落|达到?[0-9]|突破|实现|新增|份")
_BULLETIN = re.compile(r"《(?P<y>20[0-9]{2})年?[^《》\n]{2,30}(?:公报|年报|白皮书)》")
_LEAD = 600  # characters within which an article says what bulletin it reports on
_CHARGED = re.compile("费|价|税|补贴|补助|待遇|低保|标准|杠杆")
_HOLDS = re.compile("[^。；]{0,30}(?:执行|施行|实施|调整|提高|上调|下调|降低|征收|免征|取消)")
_CUMULATIVE = ("ytd", "quarter", "half")
_LEAD_PARAGRAPHS = 3  # a lead may stand behind a photo credit, a dateline and an opening sentence
_CLAUSE = 40  # characters behind a time that say what it does
_RECENT = 75  # days after its end within which a period is news


class Whole:
    """The outermost scope of one context. Periods are None where nothing is said."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.reference = context.article.published
        year = context.about
        self.report = year.report
        self.past = Period.year(year.past) if year.past else None  # the year it looks back on
        self.done = self.past if year.report else None
        self.ahead = Period.year(year.ahead) if year.report and year.ahead else None
        self.planned = Period.year(year.ahead) if year.ahead and not year.report else None  # the year of a plan

    def is_done_year(self, period: Period) -> bool:
        """Whether a period begins in the year that the article looks back on."""
        past, start = self.past, period.start
        return bool(past and past.start and start and start.year == past.start.year)

    @cached_property
    def title(self) -> TimeExpr | None:
        """The period that the title names for the whole article: 前三季度, 2023年…情况."""
        title = self.context.article.title
        times = find_times(title, self.reference, self.context.lexicon) if title else []
        return next((time for time in times if dates_what_follows(time, title)), None)

    @cached_property
    def lead(self) -> TimeExpr | None:
        """The one cumulative period of an article that reports on a single one: 1月至8月 in its lead, and no other."""
        spans = [t for t in self.context.times if t.shape in _CUMULATIVE]
        if self.reference:
            spans = [t for t in spans if t.period and t.period.end not in (None, self.reference)]
        if not spans or len({t.period for t in spans}) > 1 or not self._is_early(spans[0]):
            return None
        if len(spans) == 1 and role(self.context.text, spans[0], spans[0].end + _CLAUSE) == "none":
            return None  # 听取上半年工作汇报
        return spans[0] if self.reference is None or _is_recent(spans[0], self.reference) else None

    def span_to(self, moment: TimeExpr) -> TimeExpr | None:
        """The cumulative period that the article reports on, if a moment is its last day: 前三季度 of 9月末."""
        span, day = self.title or self.lead, moment.period
        if span is None or span.period is None or day is None or span.shape not in _CUMULATIVE:
            return None
        return span if span.period.end == day.end else None

    @cached_property
    def bulletin(self) -> TimeExpr | None:
        """The year of the bulletin that an article reports on: 《2023年生态环境状况公报》 in its lead."""
        named = _BULLETIN.search(self.context.text, 0, _LEAD)
        if named is None or self.report:
            return None
        return TimeExpr(*named.span(), Period.year(int(named["y"])), "year", "bulletin")

    @cached_property
    def rule(self) -> TimeExpr | None:
        """The one day from which an article about a charge or an allowance says that it holds: 7月1日起."""
        if not _CHARGED.search(self.context.article.title):
            return None
        text = self.context.text
        begun = [t for t in self.context.times if t.shape == "since" and t.period and t.rule == "since"]
        begun = [t for t in begun if text.endswith(("起", "开始"), t.start, t.end) and _HOLDS.match(text, t.end)]
        return begun[0] if begun and len({t.period for t in begun}) == 1 else None

    def _is_early(self, time: TimeExpr) -> bool:
        return self.context.layout.paragraph_at(time.start) <= _LEAD_PARAGRAPHS


def dates_what_follows(time: TimeExpr, headline: str) -> bool:
    """Whether a time in a headline is that of the results below it: a year or a month only where it promises some."""
    if time.shape in _CUMULATIVE:
        return True
    if time.shape == "month":
        return bool(_PERIODIC_TITLE.search(headline) or _RESULT.search(headline))
    return time.shape == "year" and _PERIODIC_TITLE.search(headline) is not None


def _is_recent(time: TimeExpr, reference: date) -> bool:
    end = time.period.end if time.period else None
    return end is not None and 0 <= (reference - end).days <= _RECENT
