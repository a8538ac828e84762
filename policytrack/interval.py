"""Closed intervals of Decimal: what a printed number can have been before it was rounded.

`22.35亿元` stands for every amount that rounds to it, so any arithmetic on printed digits is arithmetic on intervals.
"""

from dataclasses import dataclass
from decimal import Decimal

from policytrack.model import Figure

HUNDRED = Decimal(100)
_HALF, _NONE = Decimal("0.5"), Decimal(0)
_FRACTION = Decimal(2)  # 三分之一 and 1/3 are said of anything between 31 % and 35 %
# A headline rounds: 近五百 may stand for 485 but not for 400, 超4000亿 for 4873亿 but not for 7269亿. The tolerance of
# these words is a convention of this program.
_NEAR, _OVER = Decimal("0.1"), Decimal("1.25")
# A count is exact, and so is an amount paid in whole 元; anything else printed without a decimal was rounded to it.
_EXACT_DIMENSIONS = frozenset(("count", "people", "money", "time", "rank"))


def half_of_whole(dimension: str) -> Decimal:
    """How far from a whole number without a multiplier the measured one may lie: 85% is 84.5 to 85.5, 85家 are 85."""
    return _NONE if dimension in _EXACT_DIMENSIONS else _HALF


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, figure: Figure) -> "Interval":
        """What a printed figure can have been before it was rounded; a decrease is positive here, too."""
        slack = _FRACTION if _is_fraction(figure) else _NONE
        if not slack and figure.value_to is None:
            return cls(min(figure.value_low, figure.value), max(figure.value_high, figure.value))
        top = figure.value if figure.value_to is None else figure.value_to
        return cls(min(figure.value_low, figure.value - slack), max(figure.value_high, top + slack))

    @classmethod
    def signed(cls, figure: Figure) -> "Interval":
        """The same with decreases below zero."""
        said = cls.of(figure)
        falls = figure.sign < 0 and figure.kind in ("growth", "change")
        return cls(-said.high, -said.low) if falls else said

    @classmethod
    def exactly(cls, value: Decimal | int) -> "Interval":
        return cls(Decimal(value), Decimal(value))

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotient; the caller makes sure that `other` does not hold zero."""
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def meets(self, other: "Interval") -> bool:
        """Whether the two share a number; only intervals that do not meet contradict each other."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, by: Decimal) -> "Interval":
        return Interval(self.low - by, self.high + by)

    @property
    def middle(self) -> Decimal:
        return (self.low + self.high) / 2


def headline_span(head: Figure) -> Interval:
    """What the number of a headline may stand for in its body, given its digits and bound."""
    said = Interval.of(head)
    slack = abs(head.value) * _NEAR
    if head.bound in ("gt", "ge"):
        return Interval(said.low, max(said.high, head.value * _OVER))
    if head.bound in ("lt", "le"):
        return Interval(said.low - slack, said.high)
    if head.bound == "approx":
        return said.widened(slack)
    return said


def _is_fraction(figure: Figure) -> bool:
    """Whether a share is printed as a fraction, which is said loosely: the record holds the share that it is exactly."""
    return figure.unit == "%" and (
        "/" in figure.surface or ("分之" in figure.surface and "百分之" not in figure.surface)
    )
