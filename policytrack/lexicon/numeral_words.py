"""Words that hold a numeral and count nothing: the table `[[numeral_words]]`."""

import re
from dataclasses import dataclass
from functools import cached_property

from policytrack.lexicon.schema import Entry

TABLES = ("numeral_words",)
IDS = ("idiom", "name")


@dataclass(frozen=True)
class NumeralWords:
    """The words by id."""

    words: dict[str, tuple[str, ...]]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches at a numeral that begins one of the words; the group says which id."""
        parts = []
        for name in IDS:
            found = "|".join(re.escape(word) for word in sorted(self.words[name], key=lambda w: (-len(w), w)))
            parts.append(f"(?P<{name}>{found or '(?!)'})")
        return re.compile("|".join(parts))


def parse_numeral_words(entries: list[Entry]) -> NumeralWords:
    """All words; raises LexiconError for an unknown id."""
    words: dict[str, tuple[str, ...]] = dict.fromkeys(IDS, ())
    for entry in entries:
        entry.only("id", "words")
        name = entry.choice("id", IDS)
        words[name] = (*words[name], *entry.texts("words"))
    return NumeralWords(words)
