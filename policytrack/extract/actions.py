"""Policy actions: clauses with a trigger become acts; clauses about the same act join; each act gets realis and stage.

A clause counts as an act when its words name a type and something is done to it: a phrase or a pair of a rule, or an act
verb beside a typed object. The reasons why a clause with a trigger is no act are kept for `explain_actions`.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from policytrack.extract.drafts import ActionDraft, Context
from policytrack.extract.evidence import is_setting, speeches, trim
from policytrack.extract.links import link_figures
from policytrack.extract.realis import Realis
from policytrack.extract.stages import stage_of
from policytrack.extract.triggers import CONCRETE, RESULT, WEAK, Hit, Judgement, judge, scan
from policytrack.lexicon.actions import Term

__all__ = ["NearMiss", "explain_actions", "find_actions", "link_figures"]

# The last word of a sentence that only announces its paragraph: 就业服务稳步加强。
_SUMMARY = frozenset("加强 提升 改善 加快 推进 深化 完善 增强 提高 显现 凸显 协调 均衡 进步 优化 增效 扩容 升级 有力 向好 显著 完成 持续 发力 织密 夯实 壮大 见效 突破 改进".split())
_REFUSING = ("negated", "hypothetical", "not_an_act")
_MARKERS = ("（", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "——", "*", "#")


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A clause that holds a trigger and was not taken for an act, with the word or rule that stopped it."""

    start: int
    end: int
    type: str
    rule: str
    reason: str


@dataclass(slots=True)
class _Clause:
    start: int
    end: int
    hits: list[Hit]
    judgement: Judgement | None
    realis: str


def find_actions(context: Context) -> list[ActionDraft]:
    """The actions of a context whose times and quantities are known, in text order."""
    return _Reader(context).read()


def explain_actions(context: Context) -> tuple[list[ActionDraft], list[NearMiss]]:
    """The actions, and the near misses with their reasons; for `explain`, which alone pays for it."""
    reader = _Reader(context)
    actions = reader.read()
    return actions, reader.missed


class _Reader:
    """One pass over the sentences of a context."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.lexicon = context.lexicon.actions
        self.hits = scan(self.text, self.lexicon)
        self.realis = Realis(context)
        self.speeches = speeches(self.text)
        self.quantities = [q.start for q in context.quantities]
        if not self.quantities:  # TEMPORARY until quantities are there
            self.quantities = [m.start() for m in re.finditer(r"(?<![0-9])[0-9]+(?:\.[0-9]+)?(?![0-9年月日])[多余万亿]*[^年月日、]", self.text)]
        self.actions: list[ActionDraft] = []
        self.missed: list[NearMiss] = []
        self.quoting = False  # whether the sentence reports what a leader said

    def read(self) -> list[ActionDraft]:
        layout, hits = self.context.layout, self.hits
        clauses, at, hit_at, n = layout.clauses, 0, 0, len(hits)
        paragraph = -1
        for start, end in layout.sentences:
            here = layout.paragraph_at(start)
            if here != paragraph:
                paragraph = here
                self.realis.enter_paragraph(*layout.paragraphs[here], layout.headings[here])
            while at < len(clauses) and clauses[at][0] < start:
                at += 1
            group: list[_Clause] = []
            self.realis.enter_sentence(start)
            self.quoting = False
            skip = layout.headings[here] or self._is_title(start, end, *layout.paragraphs[here])
            while at < len(clauses) and clauses[at][0] < end:
                left, right = clauses[at]
                at += 1
                while hit_at < n and hits[hit_at][0] < left:
                    hit_at += 1
                first = hit_at
                while hit_at < n and hits[hit_at][1] <= right:
                    hit_at += 1
                if first == hit_at or skip:
                    if not skip:
                        group.append(_Clause(left, right, [], None, self.realis.sentence))
                    continue
                for part in self._parts(left, right, hits[first:hit_at]):
                    group.append(self._clause(*part))
            if group:
                self._settle(group)
        return self.actions

    def _is_title(self, start: int, end: int, paragraph_start: int, paragraph_end: int) -> bool:
        """Whether a sentence is the title of its paragraph: `（三）加大支持力度。` before more text, or bold."""
        text = self.text
        if end + 2 >= paragraph_end or end - start > 45:
            return False
        head = text[start:end].lstrip(" 　")
        if start == paragraph_start and "，" not in head and self._has_figure(start, end) is False:
            last = head[-2:]
            if last in _SUMMARY:
                return True
        if head.startswith("**"):
            return text.startswith(("。**", "**"), end) or head.endswith("**")
        return head.startswith(_MARKERS) and "，" not in head

    def _clause(self, start: int, end: int, hits: list[Hit]) -> _Clause:
        realis = self.realis.of(start, end, hits)
        if not self.quoting:
            self.quoting = any(term.cue == "speech" for _, _, term in hits)
        found = judge(hits, self.lexicon)
        if found:
            if realis == "planned" and not self.realis.stated and self.lexicon.types[found.type].announces:
                realis = "done"
            found.reason = self._refused(start, end, hits, found)
        return _Clause(start, end, hits, found, realis)

    def _parts(self, start: int, end: int, hits: list[Hit]) -> list[tuple[int, int, list[Hit]]]:
        """The clause cut before every 、 after which a verb or a phrase begins a further act (改造A、更新B、新建C)."""
        cuts = [
            index
            for index in range(1, len(hits))
            if self.text[hits[index][0] - 1] == "、" and _opens_act(hits[index][2])
        ]
        if not cuts or not any(_opens_act(term) for _, _, term in hits[: cuts[0]]):
            return [(start, end, hits)]
        parts, first, left = [], 0, start
        for cut in cuts:
            parts.append((left, hits[cut][0] - 1, hits[first:cut]))
            first, left = cut, hits[cut][0]
        parts.append((left, end, hits[first:]))
        if all(judge(part, self.lexicon) for _, _, part in parts):
            return parts
        return [(start, end, hits)]

    def _refused(self, start: int, end: int, hits: list[Hit], found: Judgement) -> str:
        """Why a judged clause is no act, empty when it is one."""
        for at, _, term in hits:
            if term.cue in _REFUSING or (term.cue == "copula" and at < max(found.verb_at, found.trigger)):
                return f"{term.cue}: {term.word}"
        if self.quoting:
            return "speech"
        if is_setting(self.text, start, end):
            return "setting"
        if self.text.startswith(("？", "?"), end):
            return "question"
        if any(a <= start < b for a, b in self.speeches):
            return "speech"
        if found.alone:
            return ""
        if found.verb < WEAK and any(term.cue == "outcome" for _, _, term in hits):
            return "outcome"
        if found.verb == CONCRETE and (found.score >= 2.9 or self._has_figure(start, end)):
            return ""
        if found.verb == WEAK and found.score >= 3.4 and found.verb_at < found.where:
            return ""
        if found.verb == RESULT and found.score >= 3.4 and found.verb_at > found.where:
            return ""
        if found.verb == 0 and found.score >= 4.0 and self._has_figure(start, end):
            return ""
        return "no act verb" if not found.verb else "weak"

    def _has_figure(self, start: int, end: int) -> bool:
        at = bisect_left(self.quantities, start)
        return at < len(self.quantities) and self.quantities[at] < end

    def _settle(self, group: list[_Clause]) -> None:
        """Turn the clauses of one sentence into actions, joining those about one act."""
        _drop_lead(group)
        previous: ActionDraft | None = None
        lead: Judgement | None = None  # of the action `previous`, while it is only a weak lead
        for clause in group:
            found = clause.judgement
            if found is None or found.reason:
                if found and found.reason:
                    self.missed.append(NearMiss(clause.start, clause.end, found.type, found.rule, found.reason))
                if previous and any(previous.type in term.continues for _, _, term in clause.hits):
                    previous.end = trim(self.text, clause.start, clause.end)[1]
                continue
            start, end = trim(self.text, clause.start, clause.end)
            if previous and previous.type == found.type and self._goes_on(clause, found, lead):
                previous.end = end
                lead = lead if found.verb == WEAK and lead else None
                continue
            kind = self.lexicon.types[found.type]
            previous = ActionDraft(
                type=found.type, start=start, end=end, trigger=found.trigger, realis=clause.realis, rule=found.rule,
                stage=stage_of(kind, clause.hits), confidence=_confidence(found),
            )  # fmt: skip
            lead = found if found.verb == WEAK else None
            self.actions.append(previous)

    def _goes_on(self, clause: _Clause, found: Judgement, lead: Judgement | None) -> bool:
        """Whether a clause of the same type as the act before it adds to that act."""
        if lead is not None and self._has_figure(clause.start, clause.end) and not self._has_figure(lead.trigger, clause.start):
            return True
        if self.lexicon.types[found.type].joins:
            return True
        return (found.verb == 0 and not found.alone) or any(found.type in term.continues for _, _, term in clause.hits)


def _drop_lead(group: list[_Clause]) -> None:
    """Refuse a weak first clause that only announces the acts of another type after it: 深化交通治理，开通地铁3条."""
    acts = [clause.judgement for clause in group if clause.judgement and not clause.judgement.reason]
    if len(acts) < 2 or acts[0] is not (group[0].judgement):
        return
    first, second = acts[0], acts[1]
    if first.verb == WEAK and not first.alone and second.type != first.type and second.verb != WEAK:
        first.reason = "lead"


def _opens_act(term: Term) -> bool:
    return term.verb == CONCRETE or any(vote.alone for vote in term.votes)


def _confidence(found: Judgement) -> float:
    """0.6 for an object beside any verb, up to 0.95 for a rule with long words."""
    return round(min(0.95, 0.5 + found.score / 12 + (0.08 if found.alone else 0.0)), 2)
