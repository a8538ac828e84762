"""A table that finds any of many thousand words in one pass, longest first.

A regular expression of so many words takes half a second to compile, longer than a short article takes to read. This
table is built in milliseconds and is as fast: most places are passed over because no word begins with their two
characters, and three say how long the words are that may begin there.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Generic, TypeVar

__all__ = ["WordIndex"]

Meaning = TypeVar("Meaning")
_SHORTEST = (2,)


class WordIndex(Generic[Meaning]):
    """Words with what they mean; it is built when a text is first searched, because reports search none."""

    def __init__(self, words: Mapping[str, Meaning]) -> None:
        self.words = words

    def find(self, text: str) -> list[tuple[int, int, Meaning]]:
        """Start, end and meaning of the words in `text`: leftmost, then longest, not overlapping."""
        words, heads, lengths_of, single = self.words.get, self._heads, self._lengths.get, self._single
        found, at, end = [], 0, len(text)
        while at < end:
            for length in lengths_of(text[at : at + 3], _SHORTEST) if text[at : at + 2] in heads else ():
                meaning = words(text[at : at + length])
                if meaning is not None and at + length <= end:
                    found.append((at, at + length, meaning))
                    at += length
                    break
            else:
                if text[at] in single:
                    found.append((at, at + 1, self.words[text[at]]))
                at += 1
        return found

    @cached_property
    def _heads(self) -> frozenset[str]:
        """The first two characters of the words."""
        return frozenset(word[:2] for word in self.words if len(word) > 1)

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """The lengths of the words that begin with three characters, in falling order down to 2."""
        lengths: dict[str, set[int]] = {}
        for word in self.words:
            if len(word) > 2:
                lengths.setdefault(word[:3], set(_SHORTEST)).add(len(word))
        return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}

    @cached_property
    def _single(self) -> frozenset[str]:
        return frozenset(word for word in self.words if len(word) == 1)
