"""What the words of a query mean in the lexicon: types by id or label, places by name or code, units with their kin."""

from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from policytrack.errors import UsageError
from policytrack.lexicon.load import Lexicon
from policytrack.lexicon.places import candidates, gazetteer, places_below, resolve_place


@dataclass(frozen=True, slots=True)
class PlaceTerm:
    """A place as asked for: the code prefixes that count, or, when no code is known, the name."""

    prefixes: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """Look-ups that turn a query's words into what stands in the tables."""

    lexicon: Lexicon

    def kin(self, unit: str) -> tuple[tuple[str, Decimal], ...]:
        """The units a value may be printed in, each with the factor that brings such a value to `unit`."""
        units = self.lexicon.units
        base, factor = units.to_base(unit)
        others = {name: own / factor for name, (to, own) in units.factors.items() if to == base}
        return tuple(({base: 1 / factor, unit: Decimal(1)} | others).items())

    def type_id(self, text: str) -> str:
        """The id of an action type given by id, Chinese or English label; UsageError with suggestions otherwise."""
        types = self.lexicon.actions.types
        if text in types:
            return text
        labels = {label: t.id for t in types.values() for label in (t.label, t.label_en.lower())}
        if text.lower() in labels:
            return labels[text.lower()]
        partial = [t.id for t in types.values() if len(text) > 1 and text in t.label]
        if len(partial) == 1:
            return partial[0]
        close = partial or get_close_matches(text, [*types, *labels], 3, 0.5)
        meant = f"Did you mean {' or '.join(close)}? " if close else ""
        raise UsageError(
            f"There is no action type {text!r}.", hint=f"{meant}`policytrack lexicon list actions` lists all."
        )

    def place(self, text: str) -> PlaceTerm:
        """The place meant; UsageError when the name is shared by several. Unknown names stand for themselves."""
        found = resolve_place(text, g=gazetteer(self.lexicon.places))  # with the zones of the user's files
        if found:
            return PlaceTerm(places_below(found.code), found.name)
        several = [place for place in candidates(text) if not place.until]
        if len(several) > 1:
            codes = ", ".join(place.code for place in several[:5])
            raise UsageError(
                f"Several places are called {text}.", hint=f"Give a code ({codes} …) or the city before it."
            )
        return PlaceTerm((), text)

    def indicators(self, text: str) -> tuple[str, ...]:
        """The text and the other names of the same series."""
        return tuple(dict.fromkeys((text, *self.lexicon.synonyms.names_of(text))))
