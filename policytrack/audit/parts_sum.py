"""共A, 其中b、c、d: the parts against the whole. Parts after 其中 may be incomplete, so only too much contradicts;
parts joined by 共 or 合计 are complete, so too little contradicts as well."""

import itertools
import re
from collections.abc import Iterator

from policytrack.audit.passage import Passage, is_exact, printed
from policytrack.interval import Interval
from policytrack.model import Audit, Figure

NAME = "parts_sum"
_OF_WHICH = re.compile(r"其中|包括|分别(?:为|是)?")
_ALTOGETHER = re.compile(r"共计|合计|总计|共")


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each whole that is printed with at least two of its parts in one sentence."""
    for sentence in passage.sentences:
        amounts = tuple(f for f in sentence if f.kind == "level" and is_exact(f) and f.obs == "actual")
        for i, whole in enumerate(amounts):
            parts = _following(passage, amounts[i:])
            if len(parts) >= 2:
                yield _audit(whole, parts, complete=False)
            parts = _preceding(passage, amounts[: i + 1])
            if len(parts) >= 2:
                yield _audit(whole, parts, complete=True)


def _following(passage: Passage, amounts: tuple[Figure, ...]) -> list[Figure]:
    """The parts that come after a whole: introduced by 其中, in its unit, one list."""
    parts: list[Figure] = []
    for before, figure in itertools.pairwise(amounts):
        gap = passage.between(before, figure)
        if figure.unit != amounts[0].unit or (not parts and not _OF_WHICH.search(gap)):
            break
        if parts and (len(gap) > 16 or "；" in gap or _OF_WHICH.search(gap) or _ALTOGETHER.search(gap)):
            break
        parts.append(figure)
    return parts


def _preceding(passage: Passage, amounts: tuple[Figure, ...]) -> list[Figure]:
    """The parts that come before a whole that is introduced by 共 or 合计 in the next clause."""
    whole = amounts[-1]
    lead = passage.before(whole)
    if len(amounts) < 3 or not _ALTOGETHER.search(lead) or passage.between(amounts[-2], whole)[:1] not in "，,":
        return []
    parts: list[Figure] = []
    for figure in reversed(amounts[:-1]):
        following = parts[-1] if parts else whole
        gap = passage.between(figure, following)
        if figure.unit != whole.unit or len(gap) > 16 or "；" in gap or _ALTOGETHER.search(passage.before(figure)):
            break
        parts.append(figure)
    return parts[::-1]


def _audit(whole: Figure, parts: list[Figure], complete: bool) -> Audit:
    total = Interval.exactly(0)
    for part in parts:
        total += Interval.of(part)
    target = Interval.of(whole)
    if total.meets(target):
        verdict, relation = "consistent", "="
    elif total.low > target.high:
        verdict, relation = "inconsistent", ">"
    else:
        verdict, relation = ("inconsistent" if complete else "consistent"), "<"
    value = sum((part.value for part in parts), start=whole.value * 0)
    amount = format(value.scaleb(-whole.unit_mult).normalize(), "f")
    note = f"{' + '.join(part.surface for part in parts)} = {amount} {relation} {printed(whole)}"
    if relation == "<" and not complete:
        note += " (the list after 其中 may be incomplete)"
    return Audit(NAME, (whole.id, *(part.id for part in parts)), verdict, (), note)
