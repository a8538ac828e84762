"""Which figures belong to which action: those inside its evidence, and the details its sentence adds to it.

A figure outside every evidence belongs to the act before it when its clause gives a share, a part, a limit or a
beneficiary of that act (其中…, 占目标任务的…, 惠及…), and to the act after it when its clause only prepares that one
(对…企业，给予…). Results such as growth stay without an action.
"""

import re
from bisect import bisect_right

from policytrack.extract.drafts import ActionDraft, Context, FigureDraft
from policytrack.period import Period

# How a clause begins that adds to the act before it in the sentence.
_FOLLOWS = re.compile(
    r"[\s”》（]*(?:其中|即|占(?:目标|任务|计划|年度|改造|总|全年)|完成(?:投资|年度|目标|全年|计划|任务)|涉及|惠及|覆盖|服务|受益|"
    r"(?:计划|估算|预计|概算|年度|项目|合计|协议|仅上述.{0,8})?(?:总)?投资|总额|金额|合同|共(?!同)|合计|累计|分别|较(?!快)|最高|最多|最长|不超过|"
    r"每|单[个项户笔]|平均|提供|吸引|参与|出动|发现|整改|已整改|包括|带动(?!.{0,6}消费)|比原|补助|奖励|标准|期限|额度|面积|动态|可以?产生|"
    r"[^，。]{0,12}(?:直接受益|参加|参与|到场)|目前已有|并)"
)
# How a clause begins that prepares the act after it.
_PREPARES = re.compile(
    r"[\s”》（]*[^，。；]{0,10}?(?:对|针对|在|通过|从(?!20|[0-9])|向|为|依托|以|围绕|面向|利用|选取|选派|投入|安排|筹集|统筹|组织|凡|属于|符合|当|按|根据)"
)
_OUTCOME = re.compile(
    r"比重|产值|增加值|总量|浓度|利润|收入|排名|位居|增速|稳定在|保持在|实现了?就业|拉动|带动|新增产值|率[达为超提降]"
)
_RULES = re.compile(r"意见|办法|通知|规定|条例|细则|方案|措施|政策|标准|收费|扣除")
_AMONG = re.compile(r"占(?:全|总)")
_NESTED = re.compile(r"[\s”》]*其中")


def link_figures(context: Context) -> None:
    """Set `FigureDraft.action` and `ActionDraft.figures`; the direction of money comes from the action's type.

    An act that no time dates takes the period that its amounts share.
    """
    actions = sorted(context.actions, key=lambda action: action.start)
    if not actions:
        return
    starts = [action.start for action in actions]
    linker = _Linker(context, actions, starts)
    for figure in context.figures:
        action = linker.inside(figure) or linker.around(figure)
        if action is None:
            continue
        figure.action = action
        action.figures.append(figure)
        if figure.quantity.dimension == "money" and figure.obs != "demand" and figure.direction is None:
            figure.direction = context.lexicon.actions.types[action.type].direction
    for action in actions:
        if action.period is None and action.figures:
            action.period = _shared_period(action.figures)


def _shared_period(figures: list[FigureDraft]) -> Period | None:
    """The one period of the amounts of an act, None where they have several or stand on a day."""
    periods = {
        figure.period for figure in figures if figure.kind == "level" and figure.accumulation in ("ytd", "period")
    }
    return periods.pop() if len(periods) == 1 else None


class _Linker:
    def __init__(self, context: Context, actions: list[ActionDraft], starts: list[int]) -> None:
        self.context = context
        self.layout = context.layout
        self.text = context.text
        self.actions = actions
        self.starts = starts
        self.repeats = context.repeats
        self.repeat_starts = [start for start, _, _ in context.repeats]
        self.rules = bool(_RULES.search(context.article.title))  # limits in a notice belong to its acts

    def inside(self, figure: FigureDraft) -> ActionDraft | None:
        """The action whose evidence holds the figure."""
        at = bisect_right(self.starts, figure.quantity.start) - 1
        if at >= 0 and figure.quantity.start < self.actions[at].end:
            return None if self._compares(figure) else self.actions[at]
        at = bisect_right(self.repeat_starts, figure.quantity.start) - 1
        if at >= 0 and figure.quantity.start < self.repeats[at][1]:
            return self.repeats[at][2]
        return None

    def _compares(self, figure: FigureDraft) -> bool:
        """Whether a figure inside an act only ranks it among others (居全省首位, 占全省一半)."""
        if figure.kind == "rank":
            return True
        start = figure.quantity.lead
        return figure.kind == "share" and bool(_AMONG.search(self.text, max(0, start - 8), start))

    def around(self, figure: FigureDraft) -> ActionDraft | None:
        """The action of the figure's sentence that it adds to or prepares."""
        at = figure.quantity.start
        layout = self.layout
        sentence = layout.sentence_at(at)
        left, right = layout.sentences[sentence]
        clause = layout.clauses[layout.clause_at(at)][0]
        index = bisect_right(self.starts, at)
        before = self.actions[index - 1] if index else None
        after = self.actions[index] if index < len(self.actions) else None
        if before is not None and before.start >= left:
            if figure.kind in ("ratio_to_target", "diff_to_target") or self._adds(figure, before, clause):
                return before
        elif before is not None and self._goes_on(figure, before, sentence, left):
            return before
        if after is not None and after.start < right and figure.kind == "level" and self._prepares(figure, clause):
            return after
        return None

    def _prepares(self, figure: FigureDraft, clause: int) -> bool:
        return bool(_PREPARES.match(self.text, clause)) and not _OUTCOME.search(self.text, clause, figure.quantity.end)

    def _adds(self, figure: FigureDraft, before: ActionDraft, clause: int) -> bool:
        q = figure.quantity
        if figure.obs == "actual" and (figure.kind == "growth" or _OUTCOME.search(self.text, clause, q.end)):
            return False
        if before.figures and self._lists_on(figure, before.figures[-1], clause):
            return True
        if _FOLLOWS.match(self.text, clause):
            return figure.kind != "share" or figure.obs == "target"
        return self._is_limit(figure, clause)

    def _lists_on(self, figure: FigureDraft, last: FigureDraft, clause: int) -> bool:
        """Whether the figure goes on with a list: 建成一级站3个，二级站20个."""
        q = figure.quantity
        return (
            figure.kind == "level" and q.unit == last.quantity.unit and clause - last.quantity.end <= 2
            and q.end - clause <= 16
        )  # fmt: skip

    def _is_limit(self, figure: FigureDraft, clause: int) -> bool:
        """Whether a figure is a limit or an entitlement that a rule sets, and no goal for an outcome."""
        if not self.rules or figure.obs != "target" or figure.kind not in ("level", "share", "multiple"):
            return False
        return not _OUTCOME.search(self.text, clause, figure.quantity.end)

    def _goes_on(self, figure: FigureDraft, before: ActionDraft, sentence: int, left: int) -> bool:
        """Whether a sentence without an act so far still speaks of the act at the end of the one before it."""
        if sentence == 0 or before.start < self.layout.sentences[sentence - 1][0]:
            return False
        if _NESTED.match(self.text, left):
            return bool(before.figures) and figure.kind == "level" and figure.obs == before.figures[-1].obs
        same = self.layout.paragraph_at(left) == self.layout.paragraph_at(before.start)
        return same and self._is_limit(figure, left)
