"""Words that hold a numeral and count nothing: the table `[[numeral_words]]`."""

import re
from dataclasses import dataclass
from functools import cached_property

from policytrack.lexicon.schema import Entry
from policytrack.lexicon.trie import compile_terms

TABLES = ("numeral_words",)
IDS = ("idiom", "name")


@dataclass(frozen=True)
class NumeralWords:
    """The words by id."""

    words: dict[str, tuple[str, ...]]

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The characters a word may begin with."""
        return frozenset(word[0] for words in self.words.values() for word in words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches one of the words where it begins."""
        return compile_terms(word for words in self.words.values() for word in words)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that are listed as names."""
        return frozenset(self.words["name"])


def parse_numeral_words(entries: list[Entry]) -> NumeralWords:
    """All words; raises LexiconError for an unknown id."""
    words: dict[str, tuple[str, ...]] = dict.fromkeys(IDS, ())
    for entry in entries:
        entry.only("id", "words")
        name = entry.choice("id", IDS)
        words[name] = (*words[name], *entry.texts("words"))
    return NumeralWords(words)
