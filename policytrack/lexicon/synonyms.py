"""Indicator names that mean one quantity, and names that only look alike: the table `[[indicator]]`."""

from dataclasses import dataclass

from policytrack.lexicon.schema import Entry
from policytrack.lexicon.traditional import simplify

TABLES = ("indicator",)


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Every known name with the first name of its series, and the reasons why others are no synonyms."""

    first: dict[str, str]
    differs: dict[tuple[str, str], str]  # (first name of a series, the name that differs) → why
    vague: frozenset[str] = frozenset()  # names that say too little to be compared with anything

    def canonical(self, name: str) -> str:
        """The name under which an indicator is compared; unknown names stand for themselves."""
        plain = simplify(name)
        return self.first.get(plain, plain)

    def is_vague(self, name: str) -> bool:
        """Whether a name says too little to be compared: 项目, 城市中, or one character."""
        plain = simplify(name)
        return len(plain) < 2 or plain in self.vague or plain.endswith("中")

    def names_of(self, name: str) -> tuple[str, ...]:
        """All names of the series that `name` belongs to, itself included."""
        first = self.canonical(name)
        return (first, *(other for other, of in self.first.items() if of == first and other != first))

    def why_different(self, one: str, other: str) -> str | None:
        """The reason on file why two names are not one series."""
        a, b = self.canonical(one), self.canonical(other)
        return self.differs.get((a, other)) or self.differs.get((b, one))


def parse_synonyms(entries: list[Entry]) -> Synonyms:
    """The synonyms of all `[[indicator]]` entries; raises LexiconError for a name in two series."""
    first: dict[str, str] = {}
    differs: dict[tuple[str, str], str] = {}
    vague: set[str] = set()
    for entry in entries:
        entry.only("id", "names", "differs", "vague")
        entry.text("id")
        names = entry.texts("names")
        if not names:
            raise entry.error("names", "at least one name is required")
        if entry.data.get("vague", False) not in (True, False):
            raise entry.error("vague", "must be true or false")
        if entry.data.get("vague"):
            vague.update(names)
            continue
        head = first.get(names[0], names[0])
        for name in names:
            if first.setdefault(name, head) != head:
                raise entry.error("names", f"{name!r} belongs to the series of {first[name]!r} already")
        for other in entry.tables("differs"):
            unlike, why = other.get("name"), other.get("why")
            if not isinstance(unlike, str) or not isinstance(why, str):
                raise entry.error("differs", "each row needs a name and a why")
            if unlike in names:
                raise entry.error("differs", f"{unlike!r} is also listed as a synonym")
            differs[head, unlike] = why
    return Synonyms(first, differs, frozenset(vague))
