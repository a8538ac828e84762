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
    smaller: dict[str, dict[str, Decimal]]  # base unit → units that count only behind a greater one: 5元3角
    before: dict[str, str]  # a currency printed before its number → the unit it stands for: 港币 → 港元

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

    def continues(self, unit: str, smaller: str) -> Decimal | None:
        """The factor to the base of a unit that may continue a number of `unit`: 3元5角, 8天20小时, 六斤八两."""
        base, whole = self.factors.get(unit, ("", Decimal(0)))
        factor = self.smaller.get(base, {}).get(smaller)
        if factor is None and (known := self.factors.get(smaller)) and known[0] == base:
            factor = known[1]
        return factor if factor is not None and factor < whole else None

    @cached_property
    def before_pattern(self) -> str:
        return _alternation(self.before) or "(?!)"

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
    smaller: dict[str, dict[str, Decimal]] = {}
    before: dict[str, str] = {}
    for entry in entries:
        entry.only("dimension", "names", "base", "factors", "currency", "noun", "stops", "smaller", "before",
                   "example", "value", "not")  # fmt: skip
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
        for name, value in _factors(entry, "factors").items():
            factors[name] = (entry.text("base"), value)
        for name, value in _factors(entry, "smaller").items():
            smaller.setdefault(entry.text("base"), {})[name] = value
        before |= dict.fromkeys(entry.texts("before"), names[0])
    return Units(by_name, factors, stops, smaller, before)


def _factors(entry: Entry, key: str) -> dict[str, Decimal]:
    """A table of units and exact factors above zero."""
    values: dict[str, Decimal] = {}
    for name, factor in entry.data.get(key, {}).items():
        value = Entry(entry.path, entry.table, entry.number, {key: factor}).decimal(key)
        if value <= 0:
            raise entry.error(key, f"the factor of {name!r} must be above zero")
        values[name] = value
    return values
