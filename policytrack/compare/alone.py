"""Figures of two periods that can meet no other one, so that a diff of a million figures need not build them.

Two figures meet when `facts_of` may merge them, when one side has two values for one series and period, when a pair or a
refusal may be made of them, or when one is the printed growth of the other. Each test here is coarser than the one it
stands for: who meets nobody by these tests has a line of its own by `diff`, too. A property test holds the two together.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import compress
from operator import itemgetter, or_
from typing import Any, NamedTuple

from policytrack.compare.series import Measure
from policytrack.compare.verdicts import NEW, NO_NEW_REPORT, Verdict

# Kinds that are refused beside others of their kind only; levels and shares of one indicator may be refused together.
RATES = ("growth", "change", "diff_to_target", "ratio_to_target", "rank")


_VERDICTS = (NO_NEW_REPORT, NEW)


class Bare(NamedTuple):
    """A figure with no more than its own line in a diff needs. Lines are ordered by the first four fields."""

    indicator: str  # the name under which it is compared; empty when it has none
    place: str  # its own, else its article's, else empty
    period: str  # ISO, empty when unknown
    figure_id: str
    side: int  # 0 A, 1 B
    number: int  # of its row in the database
    article: int
    organisation: str | None
    breakdown: str | None
    kind: str
    obs: str
    headline: int  # 1 in a headline: it may be its body's figure again
    # What a line for programs prints; empty where nobody asked for it.
    source: str | None
    surface: str
    bound: str
    sign: int
    value: str
    unit: str
    quote: str | None

    @property
    def verdict(self) -> Verdict:
        """What a diff says of it when it stands alone."""
        return _VERDICTS[self.side]


def bare(rows: Iterable[tuple[Any, ...]]) -> Iterable[Bare]:
    """The rows of the database as `Bare`."""
    return map(partial(tuple.__new__, Bare), rows)


class Split(NamedTuple):
    """One side: what stands alone, the numbers of the rows that may meet others, and what has no indicator."""

    alone: list[Bare]
    meeting: list[int]
    nameless: list[Bare]


def split(a: Iterable[Bare], b: Iterable[Bare], measure: Measure) -> tuple[Split, Split]:
    """Both sides of a diff, split; the indicators of the rows that stand alone are canonical."""
    canonical, vague = cache(measure.canonical), cache(measure.is_vague)
    sides = [_canonical(side, canonical) for side in (a, b)]
    classes = [_classes(side) for side in sides]
    met = {kin for kin in {*classes[0]} & {*classes[1]} if kin[0] and not vague(kin[0])}
    met |= {(name, region, "growth") for name, region, _ in met}  # it may be printed beside a pair of levels
    shared = {row.number for row in sides[0]} & {row.number for row in sides[1]}  # where both sides are one period
    one, other = (_split(side, kin, met, shared) for side, kin in zip(sides, classes, strict=True))
    return one, other


def _canonical(rows: Iterable[Bare], canonical: Callable[[str], str]) -> list[Bare]:
    return [
        row if (name := canonical(row.indicator)) == row.indicator else row._replace(indicator=name) for row in rows
    ]


_Class = tuple[str, str, str]
_RATES = {kind: kind for kind in RATES}


def _cells(*names: str) -> Callable[[Bare], tuple[Any, ...]]:
    """The fields of a row; in C, as every figure of two periods passes here."""
    return itemgetter(*map(Bare._fields.index, names))


_of_class = _cells("indicator", "place", "kind", "obs")
# What two figures of one side share when they can meet. All whose place is unknown count as being of one.
_same = _cells("indicator", "place", "period", "organisation", "breakdown", "kind")


def _classes(rows: Iterable[Bare]) -> list[_Class]:
    """What figures of both sides share when they can be a pair: no more than both a series and a refusal ask for."""
    # A result printed long before its period ends is a target, whatever it says: the two are one class.
    return [
        (name, place[:4], _RATES.get(kind) or ("actual" if obs == "target" else obs))
        for name, place, kind, obs in map(_of_class, rows)
    ]


def _split(rows: Sequence[Bare], classes: Sequence[_Class], met: set[_Class], shared: set[int]) -> Split:
    same = list(map(_same, rows))
    twice = {key for key, count in Counter(same).items() if count > 1}
    meets = list(map(or_, map(met.__contains__, classes), map(twice.__contains__, same)))
    headed = {(row.article, row.kind) for row in rows if row.headline}
    if headed or shared:
        meets = [
            meet or (row.article, row.kind) in headed or row.number in shared
            for meet, row in zip(meets, rows, strict=True)
        ]
    return Split(
        alone=[row for row, meet in zip(rows, meets, strict=True) if not meet and row.indicator],
        meeting=[row.number for row in compress(rows, meets) if row.indicator],
        nameless=[row for row in rows if not row.indicator],
    )
