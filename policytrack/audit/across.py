"""Templates over a fact base: year-to-date must not fall, yearly totals and growth must agree, 万 and 亿 must not slip.

Figures are named by the ids that `policytrack show` takes. Amounts of one series may be printed in several units: they
are compared in the base unit of their dimension.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from policytrack.audit.passage import plain
from policytrack.interval import HUNDRED, Interval
from policytrack.lexicon.additive import is_additive
from policytrack.model import Audit, Fact
from policytrack.period import Period

_SLIPS = tuple(Decimal(10) ** n for n in (1, 3, 4, 8))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What facts are compared by."""

    series_of: Callable[[Fact], object | None]  # None for a fact that may not be compared with any other
    to_base: Callable[[str], tuple[str, Decimal]]  # a printed unit in its base unit and the factor to it

    def amount(self, fact: Fact) -> Interval:
        """What the fact's printed digits allow, in the base unit."""
        factor = self.to_base(fact.figure.unit)[1]
        said = Interval.of(fact.figure)
        return Interval(said.low * factor, said.high * factor)

    def value(self, fact: Fact) -> Decimal:
        """The printed value in the base unit."""
        return fact.figure.value * self.to_base(fact.figure.unit)[1]

    def printed(self, fact: Fact, *others: Fact) -> str:
        """The print, and what it is in the base unit when the others are printed in another unit."""
        figure = fact.figure
        unit, _ = self.to_base(figure.unit)
        differs = figure.unit != unit and any(other.figure.unit != figure.unit for other in others)
        return f"{figure.surface} = {plain(self.value(fact))}{unit}" if differs else figure.surface

    def shown(self, fact: Fact, *others: Fact) -> str:
        """The print with its period."""
        period = fact.figure.period
        return f"{self.printed(fact, *others)} ({period.iso if period else '?'})"


def _by_series(facts: Iterable[Fact], by: Comparison) -> Iterator[list[Fact]]:
    groups: dict[object, list[Fact]] = {}
    for fact in facts:
        figure = fact.figure
        usable = figure.bound == "exact" and figure.value_to is None and figure.obs == "actual" and figure.indicator
        if usable and figure.period and figure.period.start and figure.period.end:
            series = by.series_of(fact)
            if series is not None:
                groups.setdefault(series, []).append(fact)
    return (group for group in groups.values() if len(group) > 1)


def _ids(*facts: Fact) -> tuple[str, ...]:
    """Where the digits stand that were computed with: a headline may have rounded them, or called them otherwise."""
    return tuple(_printed(fact) for fact in facts)


def _printed(fact: Fact) -> str:
    same = [m.figure_id for m in fact.mentions if m.surface == fact.figure.surface] or [fact.mentions[0].figure_id]
    return next((name for name in same if name.rpartition(".")[2] == fact.figure.id), same[0])


def ytd_monotone(facts: Iterable[Fact], by: Comparison) -> Iterator[Audit]:
    """A cumulative count or amount of one year that falls; one audit for each consecutive pair."""
    for group in _by_series(facts, by):
        totals = [f for f in group if f.figure.kind == "level" and _from_january(f.figure.period) and _adds_up(f)]
        totals.sort(key=lambda f: (str(f.figure.period.end) if f.figure.period else "", str(f.published)))
        for before, after in itertools.pairwise(totals):
            one, other = before.figure.period, after.figure.period
            if one is None or other is None or one.start != other.start or one.end == other.end:
                continue
            falls = by.amount(after).high < by.amount(before).low
            relation = "falls to" if falls else "→"
            note = f"{before.figure.indicator}: {by.shown(before, after)} {relation} {by.shown(after, before)}"
            verdict = "inconsistent" if falls else "consistent"
            if falls and not {m.source for m in before.mentions} & {m.source for m in after.mentions}:
                verdict, note = "not_checkable", f"{note} (two sources, which may count differently)"
            yield Audit("ytd_monotone", _ids(before, after), verdict, (), note)


def _adds_up(fact: Fact) -> bool:
    return is_additive(fact.figure.unit, fact.figure.dimension, fact.figure.indicator or "")


def yoy_chain(facts: Iterable[Fact], growth: Iterable[Fact], by: Comparison) -> Iterator[Audit]:
    """Two totals a year apart against the printed growth of the later; nominal, so it never contradicts by itself.

    Where papers differ, the rate is that of the total's article, and the earlier total one of its paper.
    """
    rates: dict[object, list[Fact]] = {}
    for said in growth:
        if said.figure.basis in (None, "yoy") and said.figure.bound == "exact":
            rates.setdefault(_scope(said), []).append(said)
    for group in _by_series(facts, by):
        levels: dict[Period | None, list[Fact]] = {}
        for fact in group:
            if fact.figure.kind == "level":
                levels.setdefault(fact.figure.period, []).append(fact)
        for now in (fact for several in levels.values() for fact in several):
            period = now.figure.period
            then = _only(levels.get(_year_before(period), []), now, _papers)
            rate = _only(rates.get(_scope(now), []), now, _articles, alone=len(levels[period]) == 1)
            if then is None or rate is None or then.figure.value_low <= 0:
                continue
            ratio = by.amount(now) / by.amount(then)
            ours = Interval((ratio.low - 1) * HUNDRED, (ratio.high - 1) * HUNDRED)
            agrees = ours.meets(Interval.signed(rate.figure))
            sign = "−" if rate.figure.sign < 0 else ""
            note = (
                f"{by.printed(now, then)} ÷ {by.printed(then, now)} − 1 = {ours.middle:.1f}% "
                f"{'≈' if agrees else '≠'} printed {sign}{rate.figure.surface}"
            ).replace("= -", "= −")
            if not agrees:
                note += " (printed growth may be in constant prices or on a revised base)"
            verdict = "consistent" if agrees else "not_checkable"
            yield Audit("yoy_chain", _ids(then, now, rate), verdict, (), note)


def _only(several: Sequence[Fact], of: Fact, told: Callable[[Fact], set[str]], *, alone: bool = True) -> Fact | None:
    """The one that shares what `told` says with a fact; else, if it may stand alone, the only one there is."""
    own = [fact for fact in several if told(fact) & told(of)]
    if not own and alone and len(several) == 1:
        return several[0]
    return own[-1] if own else None


def _papers(fact: Fact) -> set[str]:
    return {mention.source for mention in fact.mentions if mention.source}


def _articles(fact: Fact) -> set[str]:
    return {mention.article_id for mention in fact.mentions}


def _scope(fact: Fact) -> tuple[object, ...]:
    figure = fact.figure
    return (figure.indicator, fact.place, fact.organisation, figure.breakdown, figure.period)


def unit_slip(facts: Iterable[Fact], by: Comparison) -> Iterator[Audit]:
    """An amount that fits its series only after a power of ten: 万 printed for 亿, or a shifted point.

    The series is what other articles print for other periods; a factor of ten, which growth may reach, needs a series that
    agrees with itself within a factor of two.
    """
    for group in _by_series(facts, by):
        levels = [f for f in group if f.figure.kind == "level" and f.figure.value > 0 and _adds_up(f)]
        for odd in levels:
            rest = [f for f in levels if f is not odd and _same_shape(f, odd) and _elsewhere(f, odd)]
            if len({f.figure.period for f in rest}) < 2:
                continue
            value, values = by.value(odd), [by.value(f) for f in rest]
            low, high = min(values), max(values)
            if high > low * 8 or low / 8 <= value <= high * 8:
                continue
            slip = _slip(value, low, high)
            if slip:
                note = (
                    f"{odd.figure.indicator}: {by.shown(odd, *rest)} fits its series "
                    f"({by.shown(rest[0], odd)}, {by.shown(rest[-1], odd)}) only {slip}"
                )
                yield Audit("unit_slip", _ids(odd, rest[0], rest[-1]), "inconsistent", (), note)


def _slip(value: Decimal, low: Decimal, high: Decimal) -> str | None:
    """The power of ten that brings a value nearest to what its series spans, as `× 10000`; None when none does."""
    fits = []
    for factor in _SLIPS:
        slack = Decimal("1.5") if factor == 10 else Decimal(4)
        for name, scaled in (("×", value * factor), ("÷", value / factor)):
            if low / slack <= scaled <= high * slack and (factor > 10 or high <= low * 2):
                apart = max(low / scaled, scaled / high)
                fits.append((max(apart, Decimal(1)), f"{name} {factor:f}"))
    return min(fits)[1] if fits else None


def _elsewhere(one: Fact, other: Fact) -> bool:
    """Whether two facts stand in different articles and speak of different times."""
    articles = {m.article_id for m in one.mentions} & {m.article_id for m in other.mentions}
    return not articles and one.figure.period != other.figure.period


def _same_shape(one: Fact, other: Fact) -> bool:
    """Whether two totals may be expected to be of one order: both cumulative, or of spans of one length."""
    if _from_january(one.figure.period) and _from_january(other.figure.period):
        return True
    lengths = sorted(_days(fact.figure.period) for fact in (one, other))
    return lengths[1] <= lengths[0] * 2


def _days(period: Period | None) -> int:
    return (period.end - period.start).days + 1 if period and period.start and period.end else 0


def _from_january(period: Period | None) -> bool:
    if period is None or period.start is None or period.end is None:
        return False
    return (period.start.month, period.start.day) == (1, 1) and period.start.year == period.end.year


def _year_before(period: Period | None) -> Period | None:
    if period is None or period.start is None or period.end is None:
        return None
    if (period.end.month, period.end.day) == (2, 29) or (period.start.month, period.start.day) == (2, 29):
        return None
    return Period(period.start.replace(year=period.start.year - 1), period.end.replace(year=period.end.year - 1))
