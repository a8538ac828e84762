"""What the stages of an extraction hand to each other. Offsets count in the view's text, half-open.

The stages, in order (`extract_article` runs them):
times → numerals and quantities → actions → kind, indicator, obs → periods → links → `Figure` and `Action`.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from policytrack.extract.layout import Layout
from policytrack.extract.view import View
from policytrack.lexicon.load import Lexicon
from policytrack.model import Article
from policytrack.period import Period


@dataclass(slots=True)
class TimeExpr:
    """A time expression of the text."""

    start: int
    end: int
    period: Period | None  # None for vague ones: 近年来, 目前
    # day | month | quarter | half | year | ytd (1月至8月, 今年以来) | until (截至8月底) | since (自2019年以来)
    # | moment (8月末) | range | deadline (到2025年) | vague
    shape: str
    rule: str


@dataclass(slots=True)
class Quantity:
    """A number with its unit, before anything is known about what it measures."""

    start: int  # of the surface: number, multiplier and unit
    end: int
    lead: int  # where the modifiers before it begin (约, 超过, 不低于); equals start when there are none
    tail: int  # where the modifiers after it end (以上, 左右); equals end when there are none
    value: Decimal
    value_to: Decimal | None
    value_low: Decimal
    value_high: Decimal
    decimals: int
    unit: str
    unit_mult: int
    dimension: str
    currency: str | None
    bound: str
    form: str  # number | percent | points | fraction | multiple | ratio | rank
    rule: str
    negative: bool = False  # 负3.9%, 零下5℃: value and interval are those of the number without its sign


@dataclass(slots=True)
class ActionDraft:
    """An action with its evidence; the final ids are given at the end."""

    type: str
    start: int
    end: int
    trigger: int  # where the trigger word begins
    realis: str
    rule: str
    stage: str | None = None
    actor: str | None = None
    actor_how: str | None = None
    actor_level: str | None = None
    target: str | None = None
    place: str | None = None
    period: Period | None = None
    documents: tuple[str, ...] = ()
    confidence: float = 0.8
    figures: "list[FigureDraft]" = field(default_factory=list)


@dataclass(slots=True)
class FigureDraft:
    """A quantity and what the text says about it, filled in stage by stage."""

    quantity: Quantity
    kind: str = "level"
    sign: int = 1
    indicator: str | None = None
    indicator_start: int = -1  # where its noun phrase, or the part of it in the clause, stands; -1 when unknown
    indicator_end: int = -1
    noun_end: int = -1  # where the noun behind the quantity ends, -1 when it names nothing there
    breakdown: str | None = None
    period: Period | None = None
    period_how: str = "unknown"
    accumulation: str = "none"
    basis: str | None = None
    basis_how: str | None = None
    base_period: Period | None = None
    denominator: "FigureDraft | str | None" = None
    obs: str = "actual"
    direction: str | None = None
    organisation: str | None = None
    place: str | None = None
    action: ActionDraft | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class About:
    """The year that an article looks back on and the one it looks ahead to, None where its headline names none."""

    past: int | None = None
    ahead: int | None = None
    report: bool = False  # a work report: it looks back on one year and ahead to the next


@dataclass(slots=True)
class Context:
    """One text under extraction: the body or the title of an article."""

    article: Article
    where: str  # text | title
    view: View
    layout: Layout
    lexicon: Lexicon
    text: str = field(init=False)  # of the view
    about: About = field(default_factory=About)
    times: list[TimeExpr] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    actions: list[ActionDraft] = field(default_factory=list)
    figures: list[FigureDraft] = field(default_factory=list)
    # Spans that state an act of `actions` once more, with that act; sorted.
    repeats: list[tuple[int, int, ActionDraft]] = field(default_factory=list)
    # Half-open spans of clauses that state a plan or a goal, sorted; set with the actions.
    planned: list[tuple[int, int]] = field(default_factory=list)
    _time_starts: list[int] = field(default_factory=list)
    _action_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.view.text

    @property
    def time_starts(self) -> list[int]:
        """Where the times begin, for bisection; made once."""
        if len(self._time_starts) != len(self.times):
            self._time_starts = [time.start for time in self.times]
        return self._time_starts

    @property
    def action_starts(self) -> list[int]:
        """Where the actions begin, for bisection; made once."""
        if len(self._action_starts) != len(self.actions):
            self._action_starts = [action.start for action in self.actions]
        return self._action_starts
