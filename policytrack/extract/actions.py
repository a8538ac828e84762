"""Policy actions: clauses with a trigger become acts, clauses about one act join, each act gets realis and stage.

A clause counts as an act when its words name a type and something is done to it: a phrase, a pair of a rule, or an act
verb beside a typed object. What stopped the others is kept for `explain_actions`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from policytrack.extract.drafts import ActionDraft, Context
from policytrack.extract.evidence import trim
from policytrack.extract.links import link_figures
from policytrack.extract.realis import Realis
from policytrack.extract.refusals import Refusals
from policytrack.extract.repeats import split_repeats
from policytrack.extract.stages import stage_of
from policytrack.extract.triggers import CONCRETE, WEAK, Hit, Judgement, judge, scan
from policytrack.lexicon.actions import Term

__all__ = ["NearMiss", "explain_actions", "find_actions", "link_figures"]


_PURPOSES = ("帮助", "促进", "助力", "助推", "方便", "便利")
_MEANS = ("通过", "借助", "依托")
# What the act before it comes to: 开展招聘会3场，共提供岗位900个; 降低费率，为企业减负2亿元.
_TOTAL = re.compile(
    r"\s*(?:目前|当地|现|预计|年内)*(?:总?共(?![享建同用治筑])|合计|(?:共|累计|已|预计|可)*为(?:企业|市场主体|经营主体|纳税人))"
)
_LONG_LIST = 5  # clauses with words of the lexicon in one sentence
_ADVERB = 2  # characters that may stand before the verb of an imperative
_SHORTEST = 3  # a part of a clause with fewer characters is only a further predicate (项目开工、投产)


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
    found: Judgement | None
    reason: str  # why `found` is no act, empty when it is one
    realis: str
    standing: str  # the realis of its words, whatever its type says about itself

    @property
    def is_act(self) -> bool:
        return self.found is not None and not self.reason


def find_actions(context: Context) -> list[ActionDraft]:
    """The actions of a context whose times and quantities are known, in text order."""
    reader = _Reader(context)
    actions, context.repeats = split_repeats(context, reader.read())
    context.planned = reader.planned
    return actions


def explain_actions(context: Context) -> tuple[list[ActionDraft], list[NearMiss]]:
    """The actions, and the near misses with their reasons, vetoed words included; for `explain`."""
    reader = _Reader(context)
    actions = reader.read()
    vetoed = [
        NearMiss(start, end, kind, f"{kind}.vetoes", f"veto: {term.word}")
        for start, end, term in scan(context.text, context.lexicon.actions)
        for kind in term.vetoed
    ]
    return actions, sorted(reader.missed + vetoed, key=lambda miss: miss.start)


class _Reader:
    """One pass over the sentences of a context."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.lexicon = context.lexicon.actions
        self.realis = Realis(context)
        self.refusals = Refusals(context)
        self.actions: list[ActionDraft] = []
        self.missed: list[NearMiss] = []
        self.planned: list[tuple[int, int]] = []
        # A headline repeats an act of its article, so it is read only where there is nothing else.
        self.reads_headings = context.where == "title" and not context.article.text.strip()

    def read(self) -> list[ActionDraft]:
        layout = self.context.layout
        if not layout.paragraphs:  # nothing but blanks
            return []
        clauses = self._clauses()
        left, right, hits = next(clauses)
        current, silent = -1, False
        for sentence in layout.sentences:
            start, end = sentence
            here = layout.paragraph_at(start)
            if here != current:
                current = here
                self.realis.enter_paragraph(*layout.paragraphs[here], layout.headings[here])
                heading = layout.headings[here] and not self.reads_headings
                silent = heading or self.refusals.is_gloss(layout.paragraphs[here])
            self.realis.enter_sentence(start)
            self.refusals.enter_sentence()
            skip = silent or self.refusals.is_title(sentence, layout.paragraphs[here])
            group: list[_Clause] = []
            while left < end:
                if hits and not skip:
                    for part in self._parts(left, right, hits):
                        group.append(self._judged(*part))
                    standing = group[-1].standing
                else:
                    standing = self.realis.of(left, right, hits) if self.realis.dated else self.realis.sentence
                if standing == "planned":
                    self._plan(left, right)
                left, right, hits = next(clauses)
            if group:
                self._settle(group)
        return self.actions

    def _clauses(self) -> Iterator[tuple[int, int, list[Hit]]]:
        """Every clause with its words, and an end mark beyond the text."""
        hits = scan(self.text, self.lexicon)
        at, n = 0, len(hits)
        for start, end in self.context.layout.clauses:
            while at < n and hits[at][0] < start:
                at += 1
            first = at
            while at < n and hits[at][1] <= end:
                at += 1
            yield start, end, hits[first:at]
        yield len(self.text) + 1, len(self.text) + 1, []

    def _parts(self, start: int, end: int, hits: list[Hit]) -> list[tuple[int, int, list[Hit]]]:
        """The clause cut before every 、 after which a verb or a phrase begins a further act (改造A、更新B、新建C)."""
        text = self.text
        if text.find("、", start, end) < 0:
            return [(start, end, hits)]
        cuts = [i for i in range(1, len(hits)) if text[hits[i][0] - 1] == "、" and _opens_act(hits[i][2])]
        if not cuts or not any(_opens_act(term) for _, _, term in hits[: cuts[0]]):
            return [(start, end, hits)]
        parts, first, left = [], 0, start
        for cut in cuts:
            parts.append((left, hits[cut][0] - 1, hits[first:cut]))
            first, left = cut, hits[cut][0]
        parts.append((left, end, hits[first:]))
        judged = [judge(text, part, self.lexicon) for _, _, part in parts]
        if all(found is not None and found.alone for found in judged) and all(b - a > _SHORTEST for a, b, _ in parts):
            return parts
        return [(start, end, hits)]

    def _judged(self, start: int, end: int, hits: list[Hit]) -> _Clause:
        realis = standing = self.realis.of(start, end, hits)
        found = judge(self.text, hits, self.lexicon)
        if found is None:
            self.refusals.note(start, end, hits)
            return _Clause(start, end, hits, None, "", realis, realis)
        if realis == "planned" and not self.realis.stated and self.lexicon.types[found.type].announces:
            realis = "done"
        reason = self.refusals.reason(start, end, hits, found)
        if reason == "weak" and self.realis.report and realis == "planned" and self._is_imperative(start, hits, found):
            reason = ""
        return _Clause(start, end, hits, found, reason, realis, standing)

    def _is_imperative(self, start: int, hits: list[Hit], found: Judgement) -> bool:
        """Whether a clause begins with a verb and ends with its object, as the goals of a report do: 完善养老服务."""
        verb = next(at for at, _, term in hits if term.verb)
        last = max((at for at, _, term in hits if term.votes), default=-1)
        return 0 <= last <= found.where and verb - trim(self.text, start, last)[0] <= _ADVERB

    def _plan(self, start: int, end: int) -> None:
        """Note a clause that states a plan or a goal."""
        planned = self.planned
        if planned and planned[-1][1] >= start - 1:
            planned[-1] = (planned[-1][0], end)
        else:
            planned.append((start, end))

    def _settle(self, group: list[_Clause]) -> None:
        """Turn the clauses of one sentence into actions, joining those about one act."""
        _drop_lead(group)
        for clause, following in pairwise(group):
            if self.text.startswith("是", following.start) and clause.is_act:
                clause.reason = "copula: 是"  # 开展对接行动，是落实部署的举措
        previous: ActionDraft | None = None
        lead: Judgement | None = None  # of the action `previous`, while it is only a weak lead
        for clause in group:
            found = clause.found
            if found is None or clause.reason:
                if found is not None:
                    self.missed.append(NearMiss(clause.start, clause.end, found.type, found.rule, clause.reason))
                if previous and _continues(clause.hits, previous.type):
                    previous.end = trim(self.text, clause.start, clause.end)[1]
                continue
            start, end = trim(self.text, clause.start, clause.end)
            if previous and previous.type == found.type and self._goes_on(previous, clause, found, lead):
                previous.end = end
                lead = lead if found.first_verb == WEAK and lead else None
                continue
            previous = ActionDraft(
                type=found.type, start=start, end=end, trigger=found.trigger, realis=clause.realis, rule=found.rule,
                stage=stage_of(self.lexicon.types[found.type], clause.hits), confidence=_confidence(found),
            )  # fmt: skip
            lead = found if found.first_verb == WEAK else None
            self.actions.append(previous)

    def _goes_on(self, previous: ActionDraft, clause: _Clause, found: Judgement, lead: Judgement | None) -> bool:
        """Whether a clause of the same type as the act before it adds to that act."""
        has_figure = self.refusals.has_figure
        kind = self.lexicon.types[found.type]
        if self.text.startswith("；", clause.start - 1):
            return kind.joins
        if self.text.startswith(_MEANS, previous.start) or _TOTAL.match(self.text, clause.start, clause.end):
            return True
        if lead and has_figure(clause.start, clause.end) and not has_figure(lead.trigger, clause.start):
            return True  # 加强托育体系建设，新增托位300个
        if self._is_purpose(clause):
            return True  # 搭建就业平台，帮助毕业生就业
        if kind.joins or (found.verb == 0 and not found.alone):
            return True
        return _continues(clause.hits, found.type)

    def _is_purpose(self, clause: _Clause) -> bool:
        """Whether a clause only says what the act before it is good for."""
        start, end = trim(self.text, clause.start, clause.end)
        return self.text.startswith(_PURPOSES, start) and not self.refusals.has_figure(start, end)


def _drop_lead(group: list[_Clause]) -> None:
    """Refuse a weak first clause that only announces a long list of acts of other types: 深化交通治理，开通地铁3条，….

    Before one or two acts it is an act itself: 深化产教融合，建立人才流动机制.
    """
    if len(group) < _LONG_LIST or not group[0].is_act:
        return
    acts = [clause for clause in group if clause.is_act]
    if len(acts) < 2:
        return
    first, second = acts[0].found, acts[1].found
    assert first is not None
    assert second is not None
    if first.verb == WEAK and not first.alone and second.type != first.type and second.verb != WEAK:
        acts[0].reason = "lead"


def _continues(hits: list[Hit], kind: str) -> bool:
    return any(kind in term.continues for _, _, term in hits)


def _opens_act(term: Term) -> bool:
    return term.verb == CONCRETE or any(vote.alone for vote in term.votes)


def _confidence(found: Judgement) -> float:
    """From 0.6 for an object beside any verb to 0.95 for a rule with long words."""
    return round(min(0.95, 0.5 + found.score / 12 + (0.08 if found.alone else 0.0)), 2)
