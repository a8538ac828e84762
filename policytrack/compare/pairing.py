"""Which facts of two sides are a pair: by series first, then refusals inside one indicator, the closest relation first.

Of equal relations those of a year apart come first, then the last of both sides, then what stands as far before it on
both: of the stocks of two quarters the two at their ends are a pair, then those of the months before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from policytrack.compare.alone import RATES
from policytrack.compare.entries import Entry, Pair, judged
from policytrack.compare.prints import papers
from policytrack.compare.series import Measure, SeriesKey
from policytrack.compare.told import Told
from policytrack.compare.verdicts import REASONS, VERDICTS, Verdict, is_year_apart, refused
from policytrack.lexicon.places import code_prefix

# Pairing tries every pair of a bucket up to this many; larger buckets are paired by neighbouring periods only.
_ALL_PAIRS = 2_500
_MANY = 9  # more lines for one series and two periods than anybody compares
_FAR = 1_000_000  # days between two periods when an end is unknown


@dataclass(frozen=True, slots=True)
class Match:
    """Two facts of both sides, and whether another value of one of them has as good a claim."""

    one: Entry
    other: Entry
    verdict: Verdict
    contested: bool = False


def pairs(side_a: Told, side_b: Told, measure: Measure) -> Iterator[Match]:
    """Pairs inside one series first, then refusals between what is left of one indicator; both sides lose what is paired."""
    left_a, left_b = side_a.entries, side_b.entries
    for bucket_of in (_series, _indicator):
        buckets_b: dict[object, list[Entry]] = {}
        for entry in left_b.values():
            if not entry.is_vague:
                buckets_b.setdefault(bucket_of(entry), []).append(entry)
        buckets_a: dict[object, list[Entry]] = {}
        for entry in left_a.values():
            buckets_a.setdefault(bucket_of(entry), []).append(entry)
        for bucket, several in buckets_a.items():
            for one, other, verdict in _best(several, buckets_b.get(bucket, []), measure):
                del left_a[one.id], left_b[other.id]
                rivals = side_a.rivals.get(one.id, ()), side_b.rivals.get(other.id, ())
                if rivals == ((), ()):
                    yield Match(one, other, verdict)
                else:
                    yield from _contested((*rivals[0], one), (*rivals[1], other), measure)


def _contested(side_a: tuple[Entry, ...], side_b: tuple[Entry, ...], measure: Measure) -> Iterator[Match]:
    """The values of both sides that one paper printed; where no paper printed both, every value against every other.

    Of many values each is set against the newest of the other side only.
    """
    both = [(one, other) for one, other in product(side_a, side_b) if papers(one.fact) & papers(other.fact)]
    # No revision makes one number of the other: nothing says which of them is the series.
    unlike = any(judged(one, side[-1], measure).reason for side in (side_a, side_b) for one in side[:-1])
    every = list(product(side_a, side_b))
    if len(every) > _MANY:
        every = [*product(side_a[:-1], side_b[-1:]), *product(side_a[-1:], side_b)]
    for one, other in both if both and not unlike else every:
        verdict = refused("scope") if unlike else judged(one, other, measure)
        yield Match(one, other, verdict, contested=len(both) != 1)


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
    """One-to-one pairs, the closest relation first, then a year apart, then by their place on their side."""
    if not side_a or not side_b:
        return []
    shift = max(entry.end or 0 for entry in side_b) - max(entry.end or 0 for entry in side_a)
    ranked = []
    for one, other in _candidates(side_a, side_b):
        if _is_apart(one.key, other.key):
            continue
        verdict = judged(one, other, measure)
        first, second = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        # No two rows share both ids, so that sorting never comes to what stands behind them.
        near = 0 if verdict.name == "stock_change" and _is_year_apart(one, other) else 1
        rank = _RANKS[verdict.name, verdict.reason]
        ranked.append((rank, near, _distance(one, other, shift), first, second, one, other, verdict))
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


def _distance(a: Entry, b: Entry, shift: int) -> int:
    """How many days the two are further from each other, or nearer, than the last of both sides."""
    return _FAR if a.end is None or b.end is None else abs(b.end - a.end - shift)


def _is_year_apart(a: Entry, b: Entry) -> bool:
    one, other = a.fact.figure.period, b.fact.figure.period
    return bool(one and other and is_year_apart(one, other))


def _is_apart(a: SeriesKey, b: SeriesKey) -> bool:
    """Whether the two are of different parts of a whole, which nobody would compare: two districts, two bodies."""
    if a.place != b.place:
        one, other = code_prefix(a.place), code_prefix(b.place)
        return not (one.startswith(other) or other.startswith(one))
    parts = ((a.organisation, b.organisation), (a.breakdown, b.breakdown))
    return any(one and other and one != other for one, other in parts)
