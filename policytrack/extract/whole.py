"""What an article as a whole says about time: the year a work report tells of, the period its title or its lead names."""

import re
from datetime import date

from policytrack.extract.calendar import year_over
from policytrack.extract.drafts import Context, TimeExpr
from policytrack.extract.times import find_times
from policytrack.period import Period

_REPORT = re.compile(r"工作报告|计划执行情况")
_PERIODIC_TITLE = re.compile(r"情况|总结|公报|回顾|运行|数据|完成|通报|统计|盘点")
_CHARGED = re.compile("费|价|税|补贴|补助|待遇|低保|标准|杠杆")
_HOLDS = re.compile("[^。；]{0,30}(?:执行|施行|实施|调整|提高|上调|下调|降低|征收|免征|取消)")
_CUMULATIVE = ("ytd", "quarter", "half")
_LEAD_PARAGRAPHS = 3  # a lead may stand behind a photo credit, a dateline and an opening sentence
_RECENT = 75  # days after its end within which a period is news


class Whole:
    """The outermost scope of one context. Periods are None where nothing is said."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.reference = context.article.published
        self.report = bool(_REPORT.search(context.article.title)) and self.reference is not None
        self.done: Period | None = None
        self.ahead: Period | None = None
        if self.report and self.reference:
            year = year_over(context.article.title, self.reference)
            self.done, self.ahead = Period.year(year), Period.year(year + 1)
        self._title: TimeExpr | None = None
        self._lead: TimeExpr | None = None
        self._rule: TimeExpr | None = None
        self._title_read = self._lead_read = self._rule_read = False

    def is_done_year(self, period: Period) -> bool:
        """Whether a period begins in the year that a work report tells of."""
        done, start = self.done, period.start
        return bool(self.report and done and done.start and start and start.year == done.start.year)

    def title(self) -> TimeExpr | None:
        """The period that the title names for the whole article: 前三季度, 2023年…情况."""
        if not self._title_read:
            self._title_read = True
            title = self.context.article.title
            for time in find_times(title, self.reference, self.context.lexicon) if title else ():
                if time.shape in ("ytd", "quarter", "month", "half") or (time.shape == "year" and is_periodic(title)):
                    self._title = time
                    break
        return self._title

    def lead(self) -> TimeExpr | None:
        """The one cumulative period of an article that reports on a single one: 1月至8月 in its lead, and no other."""
        if not self._lead_read:
            self._lead_read = True
            spans = [t for t in self.context.times if t.shape in _CUMULATIVE]
            if self.reference:
                spans = [t for t in spans if t.period and t.period.end not in (None, self.reference)]
            if spans and len({t.period for t in spans}) == 1:
                first = spans[0]
                recent = self.reference is None or _is_recent(first, self.reference)
                if self.context.layout.paragraph_at(first.start) <= _LEAD_PARAGRAPHS and recent:
                    self._lead = first
        return self._lead

    def rule(self) -> TimeExpr | None:
        """The one day from which an article about a charge or an allowance says that it holds: 7月1日起."""
        if not self._rule_read:
            self._rule_read = True
            if _CHARGED.search(self.context.article.title):
                begun = [t for t in self.context.times if t.shape == "since" and t.period and t.rule == "since"]
                text = self.context.text
                begun = [
                    t for t in begun if text.endswith(("起", "开始"), t.start, t.end) and _HOLDS.match(text, t.end)
                ]
                if begun and len({t.period for t in begun}) == 1:
                    self._rule = begun[0]
        return self._rule


def is_periodic(title: str) -> bool:
    """Whether a headline that names a year promises what happened in it: 2023年…情况."""
    return _PERIODIC_TITLE.search(title) is not None


def _is_recent(time: TimeExpr, reference: date) -> bool:
    end = time.period.end if time.period else None
    return end is not None and 0 <= (reference - end).days <= _RECENT
