"""Closed intervals of Decimal: what a printed number can have been before it was rounded.

`22.35亿元` stands for every amount that rounds to it, so any arithmetic on printed digits is arithmetic on intervals.
"""

from dataclasses import dataclass
from decimal import Decimal

from policytrack.model import Figure

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, figure: Figure) -> "Interval":
        """The rounding interval of a printed figure; a decrease is negative only in `signed`."""
        return cls(figure.value_low, figure.value_high)

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

    @property
    def positive(self) -> bool:
        return self.low > 0
