"""A diff of two sets of facts: pairs by series key, never by position or wording, and a verdict on every line.

Lines come in a fixed order (verdict, indicator, place). `diff(A, B)` and `diff(B, A)` mirror each other; what stands on
both sides unchanged gives no line, so `diff(A, A)` is empty.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from policytrack.compare.alone import RATES, Bare
from policytrack.compare.ambiguous import ambiguous
from policytrack.compare.series import Measure, SeriesKey, series_key
from policytrack.compare.verdicts import REASONS, VERDICTS, Verdict, judge
from policytrack.model import Fact

# Pairing tries every pair of a bucket up to this many; larger buckets are paired by neighbouring periods only.
_ALL_PAIRS = 2_500
_SAME_FACT = ("re_report", "same_coarser", "restated", "conflict")


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: a pair with its verdict, or a fact that stands alone."""

    verdict: Verdict
    a: Fact | None
    b: Fact | None
    indicator: str
    side: str = ""  # A or B for two facts of one side that speak of the same thing

    @property
    def fact(self) -> Fact:
        fact = self.b or self.a
        assert fact is not None
        return fact


@dataclass(frozen=True, slots=True)
class Diff:
    """All lines of a diff, with counts for its summary and footer."""

    lines: tuple[Line | Bare, ...]
    counts: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)  # by reason

    @property
    def pairs(self) -> Iterator[Line]:
        """The lines that are about two facts."""
        return (line for line in self.lines if isinstance(line, Line) and line.a and line.b)

    @property
    def differs(self) -> bool:
        """Whether anything but re-reports was found."""
        return any(name not in ("re_report", "same_coarser") for name in self.counts)


class _Keys:
    """The series key of every fact of a diff, computed once."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.known: dict[str, SeriesKey] = {}
        self.ambiguous: frozenset[str] = frozenset()
        self.clear: dict[str, bool] = {}

    def of(self, fact: Fact) -> SeriesKey:
        name = fact.mentions[0].figure_id
        key = self.known.get(name)
        if key is None:
            key = self.known[name] = series_key(fact, self.measure)
        return key

    def is_clear(self, fact: Fact) -> bool:
        """Whether the fact may be compared at all: its name says something, and its article tells it from others."""
        name = fact.mentions[0].figure_id
        known = self.clear.get(name)
        if known is None:
            known = name not in self.ambiguous and not self.measure.is_vague(self.of(fact).indicator)
            self.clear[name] = known
        return known

    def judge(self, a: Fact, b: Fact) -> Verdict:
        if not (self.is_clear(a) and self.is_clear(b)):
            return Verdict("not_comparable", "scope")
        return judge(a, b, self.measure, (self.of(a), self.of(b)))


def diff(
    a: Iterable[Fact], b: Iterable[Fact], measure: Measure, alone: tuple[Sequence[Bare], Sequence[Bare]] = ((), ())
) -> Diff:
    """The diff of the facts of two periods; a fact of both sides is one fact and gives no line.

    `alone` are figures of both sides that can meet neither the facts nor each other.
    """
    side_a, side_b = _by_identity(a), _by_identity(b)
    keys = _Keys(measure)
    both = side_a | side_b
    keys.ambiguous = ambiguous(both.values(), measure, {name: keys.of(fact) for name, fact in both.items()})
    lines = list(_within(side_a, side_b, keys))
    only_a = [fact for key, fact in side_a.items() if key not in side_b]
    only_b = [fact for key, fact in side_b.items() if key not in side_a]
    lines.extend(_pairs(only_a, only_b, keys))
    lines.sort(key=_order)
    placed = _with_alone(lines, alone)
    counts = Counter(line.verdict.name for line in placed)
    refused = Counter(line.verdict.reason for line in lines if line.verdict.reason)
    return Diff(tuple(placed), counts, refused)


def _by_identity(facts: Iterable[Fact]) -> dict[str, Fact]:
    return {fact.mentions[0].figure_id: fact for fact in facts}


def _order(line: Line) -> tuple[object, ...]:
    fact = line.fact
    period = fact.figure.period
    ids = sorted(f.mentions[0].figure_id for f in (line.a, line.b) if f)
    return (VERDICTS.index(line.verdict.name), line.indicator, fact.place or "", period.iso if period else "", ids)


def _with_alone(lines: list[Line], alone: tuple[Sequence[Bare], Sequence[Bare]]) -> list[Line | Bare]:
    """Lines in their order with the figures that stand alone in theirs: what is new, then what has no new report."""
    placed: list[Line | Bare] = [line for line in lines if line.a and line.b]
    gone = [line for line in lines if not line.b]
    new = [line for line in lines if not line.a]
    for own, bare in ((new, alone[1]), (gone, alone[0])):
        placed.extend(sorted([*bare, *own], key=_where_alone))
    return placed


def _where_alone(line: Line | Bare) -> str:
    """The order of lines with one figure: by indicator, place, period and id, as one text, which compares fastest."""
    if isinstance(line, Bare):
        return "\0".join(line[:4])
    fact, period = line.fact, line.fact.figure.period
    return "\0".join((line.indicator, fact.place or "", period.iso if period else "", fact.mentions[0].figure_id))


def _within(side_a: dict[str, Fact], side_b: dict[str, Fact], keys: _Keys) -> Iterator[Line]:
    """Restatements and conflicts inside one side: two values for one series and period."""
    for name, side, other in (("A", side_a, side_b), ("B", side_b, side_a)):
        told: dict[tuple[SeriesKey, object], list[Fact]] = {}
        for key, fact in side.items():
            if fact.figure.period and fact.figure.indicator and key not in other:
                told.setdefault((keys.of(fact), fact.figure.period), []).append(fact)
        for (series, _), facts in told.items():
            clear = [fact for fact in facts if keys.is_clear(fact)]
            for first, second in pairwise(sorted(clear, key=_when)):
                verdict = keys.judge(first, second)
                if verdict.name in ("restated", "conflict", "same_coarser"):
                    yield Line(verdict, first, second, series.indicator, name)


def _when(fact: Fact) -> tuple[str, str]:
    return (str(fact.mentions[0].published or "9999"), fact.mentions[0].figure_id)


def _pairs(only_a: list[Fact], only_b: list[Fact], keys: _Keys) -> Iterator[Line]:
    """Pairs inside one series first, then refusals between what is left of one indicator, then what stands alone."""
    left_a, left_b = _named(only_a), _named(only_b)
    for by_series in (True, False):
        buckets_b: dict[object, list[Fact]] = {}
        for fact in left_b.values():
            if keys.measure.is_vague(keys.of(fact).indicator):
                continue  # a name that says too little pairs with nothing, not even to be refused
            buckets_b.setdefault(_bucket(fact, keys, by_series), []).append(fact)
        buckets_a: dict[object, list[Fact]] = {}
        for fact in left_a.values():
            buckets_a.setdefault(_bucket(fact, keys, by_series), []).append(fact)
        for bucket, facts in buckets_a.items():
            for one, other, verdict in _best(facts, buckets_b.get(bucket, []), keys):
                left_a.pop(one.mentions[0].figure_id)
                left_b.pop(other.mentions[0].figure_id)
                yield Line(verdict, one, other, keys.of(one).indicator)
    for fact in left_a.values():
        yield Line(Verdict("no_new_report"), fact, None, keys.of(fact).indicator)
    for fact in left_b.values():
        yield Line(Verdict("new"), None, fact, keys.of(fact).indicator)


def _named(facts: list[Fact]) -> dict[str, Fact]:
    """Facts that say what they measure; the others cannot be compared with anything."""
    return {fact.mentions[0].figure_id: fact for fact in facts if fact.figure.indicator}


def _bucket(fact: Fact, keys: _Keys, by_series: bool) -> object:
    """What two facts must share to be a pair: the series, or only indicator, obs, kind of statement and city."""
    if by_series:
        return keys.of(fact)
    rate = fact.figure.kind in RATES
    return (
        keys.of(fact).indicator, fact.figure.obs, fact.figure.kind if rate else "",
        _region(keys.of(fact).place),
    )  # fmt: skip


def _region(place: str) -> str:
    """What two places must share for a refusal to be worth a line: the city. 全市 and 临江区 are worth one."""
    return place[:4] if place[0].isdigit() else place


def _best(side_a: list[Fact], side_b: list[Fact], keys: _Keys) -> list[tuple[Fact, Fact, Verdict]]:
    """One-to-one pairs, the closest relation first, then the nearest periods."""
    if not side_a or not side_b:
        return []
    ranked = []
    for one, other in _candidates(side_a, side_b):
        verdict = keys.judge(one, other)
        ids = sorted((one.mentions[0].figure_id, other.mentions[0].figure_id))
        rank = (VERDICTS.index(verdict.name), -REASONS.index(verdict.reason) if verdict.reason else 0)
        ranked.append((rank, _distance(one, other), ids, one, other, verdict))
    ranked.sort(key=lambda row: row[:3])
    used_a: set[str] = set()
    used_b: set[str] = set()
    chosen = []
    for *_, one, other, verdict in ranked:
        key_a, key_b = one.mentions[0].figure_id, other.mentions[0].figure_id
        if key_a not in used_a and key_b not in used_b:
            used_a.add(key_a)
            used_b.add(key_b)
            chosen.append((one, other, verdict))
    return chosen


def _candidates(side_a: list[Fact], side_b: list[Fact]) -> Iterable[tuple[Fact, Fact]]:
    if len(side_a) * len(side_b) <= _ALL_PAIRS:
        return product(side_a, side_b)
    # Neighbours in time only: each fact of the smaller side with the fifty nearest of the other. Linear in the bucket.
    one, other = sorted(side_a, key=_end), sorted(side_b, key=_end)
    width = 25
    step = len(other) / len(one)
    return (
        (fact, near)
        for i, fact in enumerate(one)
        for near in other[max(0, int(i * step) - width) : int(i * step) + width]
    )


def _end(fact: Fact) -> tuple[str, str]:
    period = fact.figure.period
    return (str(period.end) if period else "", fact.mentions[0].figure_id)


def _distance(a: Fact, b: Fact) -> int:
    one, other = a.figure.period, b.figure.period
    if one is None or other is None or one.end is None or other.end is None:
        return 1_000_000
    return abs((one.end - other.end).days)
