"""Series keys: which facts may be compared at all.

Two facts belong to one series when indicator, place, organisation, breakdown, obs, kind, unit and denominator agree. The
denominator of a share is its whole, that of a growth rate is its base. What nobody knows is equal to nothing: an unknown
place, and a share of an unstated whole, are the same only within one paper.
Whether a flow is cumulative is read off its period: 一季度 and 1-3月 are the same quantity, so `ytd` and
`period` are both flows.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from policytrack.interval import Interval
from policytrack.lexicon.additive import is_additive
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
    is_vague: Callable[[str], bool] = lambda name: False  # whether a name says too little to be compared


class SeriesKey(NamedTuple):
    """What all facts of one series share. A tuple, because a diff hashes hundreds of thousands."""

    indicator: str
    place: str  # `?` and the paper when it is unknown
    organisation: str | None
    breakdown: str | None
    obs: str
    kind: str
    unit: str  # the base unit
    temporality: str  # flow | since | point | none
    denominator: str | None  # of a share `stated`, its words, or `?` and the paper; of a rate its basis


def temporality(figure: Figure) -> str:
    """`flow` for amounts over a stated span, else `since`, `point` or `none`."""
    return "flow" if figure.accumulation in ("ytd", "period") else figure.accumulation


def series_key(fact: Fact, measure: Measure) -> SeriesKey:
    """The series a fact belongs to."""
    figure = fact.figure
    return SeriesKey(
        measure.canonical(figure.indicator or ""), fact.place or f"?{_paper(fact)}", fact.organisation, figure.breakdown,
        _obs(fact), figure.kind, measure.to_base(figure.unit)[0], temporality(figure), _denominator(fact),
    )  # fmt: skip


def _paper(fact: Fact) -> str:
    first = fact.mentions[0]
    return first.source or first.article_id


AHEAD = timedelta(days=45)  # a year's result may be printed in December


def _obs(fact: Fact) -> str:
    """actual, target, …; what is printed long before its period ends is no result, whatever its verb says."""
    figure = fact.figure
    if figure.obs != "actual" or figure.period is None:
        return figure.obs
    end, told = figure.period.end, fact.mentions[0].published
    return "target" if end and told and end > told and end > told + AHEAD else "actual"


_BASES = ("yoy", "qoq", "mom", "year_start", "target")
_WHOLE = re.compile(
    r"占(?P<whole>[^，。；：、0-9]{2,16}?)(?:的)?(?:比重|比例|总量|总数|份额)?(?:提高到|提升至|上升到|达到?|为|约|近|超)*(?:的)?$"
)


def _denominator(fact: Fact) -> str | None:
    """What a share is a share of, or what a growth rate is the growth over."""
    figure = fact.figure
    if figure.kind in ("growth", "change"):
        named = _named_base(fact)
        if named:
            return named
        if figure.basis in _BASES or figure.basis is None:
            return figure.basis
        return f"{figure.basis} {figure.base_period.iso if figure.base_period else _paper(fact)}"
    if figure.denominator is None:
        return None
    if figure.denominator == "unstated":
        return f"?{_paper(fact)}"
    first = fact.mentions[0]
    before, found, _ = first.quote.partition(first.surface)
    whole = _WHOLE.search(before) if found else None
    return whole["whole"].removesuffix("的") if whole else "stated"


def adds_up(fact: Fact) -> bool:
    """Whether amounts of consecutive spans of its series may be subtracted."""
    return is_additive(fact.figure.unit, fact.figure.dimension, fact.figure.indicator or "")


_BASE_YEAR = re.compile(r"(?:与|比|较)(?P<year>(?:19|20)[0-9]{2})年(?!前)")


def _named_base(fact: Fact) -> str | None:
    """`over 2010` where the sentence names a base year that is not the year before: 与2010年相比分别下降7.8%."""
    period = fact.figure.period
    first = fact.mentions[0]
    before, found, _ = first.quote.partition(first.surface)
    years = [match["year"] for match in _BASE_YEAR.finditer(before)] if found else []
    if not years or period is None or period.end is None:
        return None
    return None if int(years[-1]) == period.end.year - 1 else f"over {years[-1]}"


def common_unit(a: Fact | None, b: Fact | None, measure: Measure) -> tuple[str, Decimal]:
    """The unit to print a pair in, and how many base units it is: the printed one where both share it, else the base."""
    units = {fact.figure.unit for fact in (a, b) if fact}
    if len(units) == 1:
        [unit] = units
        return unit, measure.to_base(unit)[1]
    fact = a or b
    assert fact is not None
    return measure.to_base(fact.figure.unit)[0], Decimal(1)


def amount(fact: Fact, measure: Measure) -> Interval:
    """What the fact's printed digits allow, in the base unit; decreases are negative for growth and change."""
    factor = measure.to_base(fact.figure.unit)[1]
    said = Interval.signed(fact.figure)
    return said if factor == 1 else Interval(said.low * factor, said.high * factor)


def value(fact: Fact, measure: Measure) -> Decimal:
    """The printed value in the base unit, signed like `amount`."""
    figure = fact.figure
    signed = -figure.value if figure.sign < 0 and figure.kind in ("growth", "change") else figure.value
    return signed * measure.to_base(figure.unit)[1]


def claimed(fact: Fact, measure: Measure) -> Interval:
    """Everything a printed figure allows: its rounding interval, opened by its bound."""
    said = amount(fact, measure)
    far = Decimal("1e30")
    match fact.figure.bound:
        case "gt" | "ge":
            return Interval(said.low, far)
        case "lt" | "le":
            return Interval(-far, said.high)
        case "approx":
            return said.widened(abs(said.middle) / 20)
        case _:
            return said
