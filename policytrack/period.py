"""Periods of days. Both ends are inclusive; `None` is an open end.

The ISO form is the one that is stored and printed in records: `2023-01-01/2023-08-31`, `../2023-08-31`, `2019-01-01/..`.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """A range of days, both inclusive; `None` is an open start or end."""

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    @property
    def iso(self) -> str:
        """`start/end`, with `..` for an open end; the inverse of `from_iso`."""
        return f"{self.start or '..'}/{self.end or '..'}"

    @classmethod
    def from_iso(cls, text: str) -> "Period":
        """The period that `iso` printed; raises ValueError on anything else."""
        start, slash, end = text.partition("/")
        if not slash:
            raise ValueError(f"not a period: {text!r}")
        return cls(*(None if part == ".." else date.fromisoformat(part) for part in (start, end)))

    @classmethod
    def day(cls, day: date) -> "Period":
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        return cls.months(year, month, month)

    @classmethod
    def months(cls, year: int, first: int, last: int) -> "Period":
        """From the first day of month `first` to the last day of month `last` of one year."""
        return cls(date(year, first, 1), date(year, last, monthrange(year, last)[1]))

    @classmethod
    def year(cls, year: int) -> "Period":
        return cls.months(year, 1, 12)
