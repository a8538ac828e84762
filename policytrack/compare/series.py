"""Series keys: which facts may be compared at all.

Two facts belong to one series when indicator, place, organisation, breakdown, obs, kind, unit and denominator agree.
Whether a flow is cumulative is read off its period: 一季度 and 1-3月 are the same quantity, so `ytd` and
`period` are both flows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from policytrack.interval import Interval
from policytrack.model import Fact, Figure

# A printed unit in the base unit of its dimension and the factor to it: 公顷 → (亩, 15).
# Unknown units stand for themselves.
ToBase = Callable[[str], tuple[str, Decimal]]
# The name under which an indicator is compared: 减税降费额 → 减税降费. Unknown names stand for themselves.
Canonical = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Measure:
    """How units and indicator names are made comparable; built from the lexicon."""

    to_base: ToBase
    canonical: Canonical


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """What all facts of one series share."""

    indicator: str
    place: str | None
    organisation: str | None
    breakdown: str | None
    obs: str
    kind: str
    unit: str  # the base unit
    temporality: str  # flow | since | point | none
    denominator: str | None  # stated | unstated | None


def temporality(figure: Figure) -> str:
    """`flow` for amounts over a stated span, else `since`, `point` or `none`."""
    return "flow" if figure.accumulation in ("ytd", "period") else figure.accumulation


def series_key(fact: Fact, measure: Measure) -> SeriesKey:
    """The series a fact belongs to."""
    figure = fact.figure
    denominator = figure.denominator
    if denominator is not None and denominator != "unstated":
        denominator = "stated"
    return SeriesKey(
        indicator=measure.canonical(figure.indicator or ""),
        place=fact.place,
        organisation=fact.organisation,
        breakdown=figure.breakdown,
        obs=figure.obs,
        kind=figure.kind,
        unit=measure.to_base(figure.unit)[0],
        temporality=temporality(figure),
        denominator=denominator,
    )


def amount(fact: Fact, measure: Measure) -> Interval:
    """What the fact's printed digits allow, in the base unit; decreases are negative for growth and change."""
    figure = fact.figure
    factor = measure.to_base(figure.unit)[1]
    interval = Interval(figure.value_low * factor, figure.value_high * factor)
    if figure.sign < 0 and figure.kind in ("growth", "change"):
        return Interval(-interval.high, -interval.low)
    return interval


def value(fact: Fact, measure: Measure) -> Decimal:
    """The printed value in the base unit, signed like `amount`."""
    figure = fact.figure
    signed = -figure.value if figure.sign < 0 and figure.kind in ("growth", "change") else figure.value
    return signed * measure.to_base(figure.unit)[1]
