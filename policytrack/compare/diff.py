"""A diff of two sets of facts: pairs by series key, never by position or wording, and a verdict on every line.

Lines come in a fixed order (verdict, indicator, place). `diff(A, B)` and `diff(B, A)` mirror each other; what stands on
both sides unchanged gives no line, so `diff(A, A)` is empty.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from heapq import nsmallest

from policytrack.compare.alone import Bare
from policytrack.compare.ambiguous import ambiguous
from policytrack.compare.entries import entries
from policytrack.compare.pairing import pairs
from policytrack.compare.series import Measure, series_key
from policytrack.compare.told import tell
from policytrack.compare.verdicts import NEW, NO_NEW_REPORT, VERDICTS, Verdict
from policytrack.model import Fact


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: a pair with its verdict, or a fact that stands alone."""

    verdict: Verdict
    a: Fact | None
    b: Fact | None
    indicator: str
    side: str = ""  # A or B for two facts of one side that speak of the same thing
    contested: bool = False  # whether another value for the same, which no rule prefers, stands in another line

    @property
    def fact(self) -> Fact:
        fact = self.b or self.a
        assert fact is not None
        return fact


@dataclass(frozen=True, slots=True)
class Diff:
    """All lines of a diff, with counts for its summary and footer."""

    pairs: tuple[Line, ...]  # in order
    new: Sequence[Line | Bare]  # in no order, as most are never looked at
    gone: Sequence[Line | Bare]
    counts: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)  # by reason

    def __len__(self) -> int:
        return len(self.pairs) + len(self.new) + len(self.gone)

    @property
    def lines(self) -> tuple[Line | Bare, ...]:
        """All lines in order."""
        return tuple(self.first())

    def first(self, limit: int = 0) -> list[Line | Bare]:
        """The first lines in order, or without a limit all: pairs, then what is new, then what has no new report."""
        limit = limit or len(self)
        found: list[Line | Bare] = list(self.pairs[:limit])
        for several in (self.new, self.gone):
            room = limit - len(found)
            if room < len(several):
                return found + nsmallest(room, several, key=_where_alone)
            found += sorted(several, key=_where_alone)
        return found

    def only(self, verdict: str) -> "Diff":
        """The lines with one verdict, and the counts of all."""
        return replace(
            self,
            pairs=tuple(line for line in self.pairs if line.verdict.name == verdict),
            new=self.new if verdict == "new" else (),
            gone=self.gone if verdict == "no_new_report" else (),
        )

    @property
    def differs(self) -> bool:
        """Whether anything but re-reports was found."""
        return any(name not in ("re_report", "same_coarser") for name in self.counts)


def diff(
    a: Iterable[Fact], b: Iterable[Fact], measure: Measure, alone: tuple[Sequence[Bare], Sequence[Bare]] = ((), ())
) -> Diff:
    """The diff of the facts of two periods; a fact of both sides is one fact and gives no line.

    `alone` are figures of both sides that can meet neither the facts nor each other.
    """
    side_a, side_b = _by_identity(a), _by_identity(b)
    both = side_a | side_b
    keys = {name: series_key(fact, measure) for name, fact in both.items()}
    unclear = ambiguous(both.values(), measure, keys)
    known = entries(keys, both, unclear, measure)
    # A fact without an indicator is compared with nothing.
    only_a, only_b = (
        {name: known[name] for name, fact in side.items() if name not in other and fact.figure.indicator}
        for side, other in ((side_a, side_b), (side_b, side_a))
    )
    told_a, told_b = tell(only_a, measure), tell(only_b, measure)
    lines = [
        Line(verdict, one.fact, other.fact, one.key.indicator, name)
        for name, side in (("A", told_a), ("B", told_b))
        for one, other, verdict in side.within
    ]
    lines.extend(
        Line(match.verdict, match.one.fact, match.other.fact, match.one.key.indicator, contested=match.contested)
        for match in pairs(told_a, told_b, measure)
    )
    lines.sort(key=_order)
    gone: list[Line | Bare] = [
        *alone[0],
        *(Line(NO_NEW_REPORT, one.fact, None, one.key.indicator) for one in told_a.left()),
    ]
    new: list[Line | Bare] = [*alone[1], *(Line(NEW, None, one.fact, one.key.indicator) for one in told_b.left())]
    counts = Counter(line.verdict.name for line in lines)
    counts.update({name: len(several) for name, several in (("new", new), ("no_new_report", gone)) if several})
    refused = Counter(line.verdict.reason for line in lines if line.verdict.reason)
    return Diff(tuple(lines), new, gone, counts, refused)


def _by_identity(facts: Iterable[Fact]) -> dict[str, Fact]:
    return {fact.mentions[0].figure_id: fact for fact in facts}


def _order(line: Line) -> tuple[object, ...]:
    assert line.a
    assert line.b
    period = line.fact.figure.period
    one, other = line.a.mentions[0].figure_id, line.b.mentions[0].figure_id
    ids = (one, other) if one < other else (other, one)
    return (VERDICTS.index(line.verdict.name), line.indicator, line.b.place or "", period.iso if period else "", ids)


def _where_alone(line: Line | Bare) -> str:
    """The order of lines with one figure: by indicator, place, period and id, as one text, which compares fastest."""
    if isinstance(line, Bare):
        return "\0".join(line[:4])
    fact, period = line.fact, line.fact.figure.period
    return "\0".join((line.indicator, fact.place or "", period.iso if period else "", fact.mentions[0].figure_id))
