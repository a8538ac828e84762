"""Units and classifiers: the table `[[unit]]`, compiled into one pattern and a table of conversions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from policytrack.lexicon.schema import Entry

TABLES = ("unit",)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit as printed."""

    name: str
    dimension: str
    currency: str | None
    noun: bool  # 10万儿童: a noun that serves as its own classifier


@dataclass(frozen=True)
class Units:
    """All units by name; the longest name that fits is the unit."""

    by_name: dict[str, Unit]
    factors: dict[str, tuple[str, Decimal]]  # unit → base unit, factor
    stops: dict[str, str]  # unit → characters behind it that make it the beginning of a word

    def to_base(self, unit: str) -> tuple[str, Decimal]:
        """The base unit of a printed unit and the exact factor to it; unknown units stand for themselves."""
        return self.factors.get(unit, (unit, Decimal(1)))

    @cached_property
    def pattern(self) -> str:
        """An alternation of all names but nouns, the longest first."""
        names = sorted((n for n, unit in self.by_name.items() if not unit.noun), key=lambda n: (-len(n), n))
        return "|".join(
            re.escape(name) + (f"(?![{self.stops[name]}])" if self.stops.get(name) else "") for name in names
        )

    @cached_property
    def noun_pattern(self) -> str:
        return _alternation(name for name, unit in self.by_name.items() if unit.noun)


def _alternation(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))


def parse_units(entries: list[Entry]) -> Units:
    """The units of all `[[unit]]` entries; raises LexiconError for factors without base or below zero."""
    by_name: dict[str, Unit] = {}
    factors: dict[str, tuple[str, Decimal]] = {}
    stops: dict[str, str] = {}
    for entry in entries:
        entry.only("dimension", "names", "base", "factors", "currency", "noun", "stops", "example", "value", "not")
        dimension = entry.text("dimension")
        currency = entry.text("currency", "") or None
        noun = bool(entry.data.get("noun", False))
        names = entry.texts("names")
        if not names:
            raise entry.error("names", "at least one name is required")
        for name in names:
            by_name.setdefault(name, Unit(name, dimension, currency, noun))
        for name, characters in entry.data.get("stops", {}).items():
            if not isinstance(characters, str) or set(characters) & set("]^\\"):
                raise entry.error("stops", f"the characters behind {name!r} must be a text without ] ^ and backslash")
            stops[name] = characters
        for name, factor in entry.data.get("factors", {}).items():
            base = entry.text("base")
            value = Entry(entry.path, entry.table, entry.number, {"factors": factor}).decimal("factors")
            if value <= 0:
                raise entry.error("factors", f"the factor of {name!r} must be above zero")
            factors[name] = (base, value)
    return Units(by_name, factors, stops)
