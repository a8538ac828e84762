"""Which facts of two sides are a pair: by series first, then refusals inside one indicator, the closest relation first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

from policytrack.compare.alone import RATES
from policytrack.compare.series import Measure, SeriesKey
from policytrack.compare.verdicts import REASONS, VERDICTS, Verdict, judge, refused
from policytrack.model import Fact

# Pairing tries every pair of a bucket up to this many; larger buckets are paired by neighbouring periods only.
_ALL_PAIRS = 2_500
_FAR = 1_000_000  # days between two periods when an end is unknown


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with what pairing asks of it again and again."""

    fact: Fact
    id: str  # of its first mention
    key: SeriesKey
    is_clear: bool  # whether it may be compared at all: its name says something, its article tells it from others
    is_vague: bool  # whether its name says too little to pair with anything, even to be refused
    end: int | None  # the ordinal of the last day of its period


Pair = tuple[Entry, Entry, Verdict]


def entries(
    keys: Mapping[str, SeriesKey], facts: Mapping[str, Fact], unclear: frozenset[str], measure: Measure
) -> dict[str, Entry]:
    """The facts by the id of their first mention, with their keys; `unclear` are those that nothing tells apart."""
    vague = cache(measure.is_vague)
    found = {}
    for name, fact in facts.items():
        key, period = keys[name], fact.figure.period
        is_vague = vague(key.indicator)
        end = period.end.toordinal() if period and period.end else None
        found[name] = Entry(fact, name, key, not is_vague and name not in unclear, is_vague, end)
    return found


def judged(a: Entry, b: Entry, measure: Measure) -> Verdict:
    """The verdict on two facts."""
    if not (a.is_clear and b.is_clear):
        return refused("scope")
    return judge(a.fact, b.fact, measure, (a.key, b.key))


def within(side: Iterable[Entry], measure: Measure) -> Iterator[Pair]:
    """Restatements and conflicts inside one side: two values for one series and period."""
    told: dict[tuple[SeriesKey, object], list[Entry]] = {}
    for entry in side:
        figure = entry.fact.figure
        if figure.period and figure.indicator and entry.is_clear:
            told.setdefault((entry.key, figure.period), []).append(entry)
    for group in told.values():
        if len(group) > 1:
            for first, second in pairwise(sorted(group, key=_when)):
                verdict = judged(first, second, measure)
                if verdict.name in ("restated", "conflict", "same_coarser"):
                    yield first, second, verdict


def _when(entry: Entry) -> tuple[str, str]:
    return str(entry.fact.mentions[0].published or "9999"), entry.id


def pairs(left_a: dict[str, Entry], left_b: dict[str, Entry], measure: Measure) -> Iterator[Pair]:
    """Pairs inside one series first, then refusals between what is left of one indicator; both sides lose what is paired."""
    for bucket_of in (_series, _indicator):
        buckets_b: dict[object, list[Entry]] = {}
        for entry in left_b.values():
            if not entry.is_vague:
                buckets_b.setdefault(bucket_of(entry), []).append(entry)
        buckets_a: dict[object, list[Entry]] = {}
        for entry in left_a.values():
            buckets_a.setdefault(bucket_of(entry), []).append(entry)
        for bucket, several in buckets_a.items():
            for pair in _best(several, buckets_b.get(bucket, []), measure):
                del left_a[pair[0].id], left_b[pair[1].id]
                yield pair


def _series(entry: Entry) -> SeriesKey:
    return entry.key


def _indicator(entry: Entry) -> tuple[str, str, str, str]:
    """What two facts must share for a refusal to be worth a line: indicator, obs, kind of statement and city."""
    key, figure = entry.key, entry.fact.figure
    return key.indicator, figure.obs, figure.kind if figure.kind in RATES else "", _region(key.place)


def _region(place: str) -> str:
    """The city of a place with a code: 全市 and 临江区 are worth a refusal."""
    return place[:4] if place[0].isdigit() else place


def _best(side_a: list[Entry], side_b: list[Entry], measure: Measure) -> list[Pair]:
    """One-to-one pairs, the closest relation first, then the nearest periods."""
    if not side_a or not side_b:
        return []
    ranked = []
    for one, other in _candidates(side_a, side_b):
        verdict = judged(one, other, measure)
        first, second = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        # No two rows share both ids, so that sorting never comes to what stands behind them.
        ranked.append((_RANKS[verdict.name, verdict.reason], _distance(one, other), first, second, one, other, verdict))
    ranked.sort()
    used_a: set[str] = set()
    used_b: set[str] = set()
    chosen = []
    for *_, one, other, verdict in ranked:
        if one.id not in used_a and other.id not in used_b:
            used_a.add(one.id)
            used_b.add(other.id)
            chosen.append((one, other, verdict))
    return chosen


# The closest relation first, refusals by how close the two come.
_ORDER: list[tuple[str, str | None]] = [(name, None) for name in VERDICTS[: VERDICTS.index("not_comparable")]]
_ORDER += [("not_comparable", reason) for reason in reversed(REASONS)]
_RANKS = {verdict: rank for rank, verdict in enumerate(_ORDER)}


def _candidates(side_a: list[Entry], side_b: list[Entry]) -> Iterable[tuple[Entry, Entry]]:
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


def _end(entry: Entry) -> tuple[str, str]:
    period = entry.fact.figure.period
    return (str(period.end) if period else "", entry.id)


def _distance(a: Entry, b: Entry) -> int:
    """The days between the ends of two periods."""
    return _FAR if a.end is None or b.end is None else abs(a.end - b.end)
