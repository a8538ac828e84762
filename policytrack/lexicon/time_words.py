"""Words that are a time by themselves: the table `[[time_word]]`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from policytrack.lexicon.schema import Entry
from policytrack.lexicon.trie import compile_terms

TABLES = ("time_word",)
KINDS = (
    "day",
    "same_day",
    "week",
    "month",
    "same_month",
    "half_month",
    "quarter",
    "year",
    "years",
    "year_edge",
    "vague",
)
_LARGEST = 100


@dataclass(frozen=True)
class TimeWords:
    """Word → kind and step."""

    words: dict[str, tuple[str, int]]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches one of the words where it begins, the longest first."""
        return compile_terms(self.words)


def parse_time_words(entries: Iterable[Entry]) -> TimeWords:
    """All words; raises LexiconError for an unknown kind or a step that is no small whole number."""
    words: dict[str, tuple[str, int]] = {}
    for entry in entries:
        entry.only("kind", "step", "words")
        kind, step = entry.choice("kind", KINDS), entry.data.get("step", 0)
        if not isinstance(step, int) or abs(step) > _LARGEST:
            raise entry.error("step", f"must be a whole number of at most {_LARGEST}")
        if (kind == "half_month" and step not in (1, 16)) or (kind == "year_edge" and step not in (1, 12)):
            raise entry.error("step", f"must be {'1 or 16' if kind == 'half_month' else '1 or 12'} for {kind}")
        words |= dict.fromkeys(entry.texts("words"), (kind, step))
    return TimeWords(words)
