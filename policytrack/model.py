"""The vocabulary of the whole program: articles in, actions and figures out.

Offsets count Unicode code points and are end-exclusive. Values are `Decimal`, multiplied out to the printed physical unit
(`22.35亿元` is 2235000000 元); days are `date`; periods are inclusive at both ends. The words are defined in the
extraction record, `policytrack help record`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from policytrack.period import Period


@dataclass(frozen=True, slots=True)
class Article:
    """One news item as a reader hands it on: what is extracted from, before anything is known about it."""

    id: str
    text: str  # the body, without its headline
    title: str = ""
    byline: str | None = None
    published: date | None = None
    published_how: str = "unknown"  # given | stated | inferred | unknown
    source: str | None = None  # the paper, site or feed, in its own words
    place: str | None = None  # GB/T 2260 code, or a name when no code is known
    url: str | None = None
    headline_only: bool = False
    why: tuple[str, ...] = ()  # why it begins and ends where it does in its document


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number as printed, and everything the text says about what it measures."""

    id: str
    where: str  # text | title: what the offsets count in
    start: int
    end: int
    surface: str
    value: Decimal  # for a printed range its lower end
    value_to: Decimal | None  # the upper end of a printed range
    value_low: Decimal  # the rounding interval of the printed digits
    value_high: Decimal
    unit: str  # as printed, less its multiplier; percent is %, points are 个百分点
    unit_mult: int  # the power of ten of the printed multiplier: 万 4, 亿 8
    decimals: int  # digits printed after the point
    dimension: str  # money, count, ratio, length, area, mass, ...
    currency: str | None  # ISO 4217
    bound: str  # exact | approx | ge | gt | le | lt
    kind: str  # level | growth | change | share | ratio_to_target | diff_to_target | rank | multiple
    sign: int  # -1 for a decrease, else 1; the value itself stays positive
    indicator: str | None
    breakdown: str | None
    period: Period | None
    period_how: str  # stated | carried | inferred | unknown
    accumulation: str  # ytd | since | period | point | none
    basis: str | None  # yoy | qoq | mom | year_start | target | other
    basis_how: str | None  # stated | implied
    base_period: Period | None
    denominator: str | None  # a figure id, text, or "unstated"
    obs: str  # actual | target | capacity | demand
    direction: str | None  # in | out
    organisation: str | None
    place: str | None
    action: str | None  # the type of the action it belongs to
    action_id: str | None
    rule: str
    confidence: float

    @property
    def printed_value(self) -> str:
        """`6600000`, or `3/5` for a printed range: plain decimal notation, never an exponent."""
        low = format(self.value, "f")
        return low if self.value_to is None else f"{low}/{format(self.value_to, 'f')}"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a public body did, does or announces."""

    id: str
    type: str
    stage: str | None
    realis: str  # done | planned | background
    where: str
    start: int
    end: int
    quote: str
    actor: str | None
    actor_how: str | None  # stated | carried | inferred
    actor_level: str | None  # nation | province | city | county | township | zone | other
    target: str | None
    place: str | None
    period: Period | None
    documents: tuple[str, ...]
    figures: tuple[str, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Numeral:
    """One line of the numeral ledger: a numeral of the text and what it was taken for."""

    start: int
    end: int
    surface: str
    cls: str  # figure|date|period|ordinal|name|list_marker|document_number|article|unattached


@dataclass(frozen=True, slots=True)
class Derived:
    """A number that follows from printed ones, as an interval."""

    name: str
    low: Decimal
    high: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Audit:
    """One relation between printed figures, recomputed."""

    template: str
    figures: tuple[str, ...]
    verdict: str  # consistent | inconsistent | derived | not_checkable
    derived: tuple[Derived, ...]
    note: str  # the arithmetic in one line a reader can check by hand


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one article."""

    article: Article
    actions: tuple[Action, ...]
    figures: tuple[Figure, ...]
    numerals: tuple[Numeral, ...]
    audits: tuple[Audit, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """Words of the article that an action or figure rests on; `start` and `end` are None for words of the headline."""

    role: str  # evidence | actor | period
    words: str
    start: int | None
    end: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A clause of the body with the words of a type, and what stopped it."""

    start: int
    end: int
    clause: str
    type: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadTime:
    """A time expression of the body and the days it was taken for; None for vague ones."""

    start: int
    end: int
    surface: str
    shape: str  # day | month | quarter | half | year | ytd | until | since | moment | range | deadline | vague | …
    period: Period | None
    rule: str


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number of the body with its value; 几十万 is 100000 to 1000000."""

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read again: bases by id of the action (a3) or figure (f5)."""

    extraction: Extraction
    bases: dict[str, list[Basis]]
    misses: list[NearMiss]
    values: tuple[ReadNumber, ...] = ()  # every number of the body, whether or not it counts something
    times: tuple[ReadTime, ...] = ()

    def misses_near(self, start: int, end: int) -> list[NearMiss]:
        """The near misses in the paragraphs of a span of the body."""
        text = self.extraction.article.text
        low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        return [miss for miss in self.misses if low <= miss.start and (high < 0 or miss.end <= high)]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision that stands: accept, reject, or edit with the new value of each field."""

    item: str  # figure | action | numeral
    where: str
    start: int
    end: int
    decision: str  # accept | edit | reject
    changes: Mapping[str, str]

    @property
    def span(self) -> tuple[str, str, int, int]:
        return self.item, self.where, self.start, self.end


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a fact is printed."""

    figure_id: str  # as `policytrack show` takes it: 12.f5
    article_id: str
    source: str | None
    published: date | None
    figure: Figure
    quote: str

    @property
    def surface(self) -> str:
        return self.figure.surface


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or more figures say: the unit of comparison. The figure is the most precise mention's."""

    figure: Figure
    place: str | None  # GB/T 2260 code or name: the figure's own, else its article's
    organisation: str | None
    mentions: tuple[Mention, ...]  # earliest first

    @property
    def published(self) -> date | None:
        """When it was last printed."""
        return max((m.published for m in self.mentions if m.published), default=None)
