"""A table that finds any of many thousand words in one pass, longest first.

A regular expression of so many words takes half a second to compile, longer than a short article takes to read. This
table is built in milliseconds and is as fast: a word is looked up by its first two characters, which say how long the
words are that may begin here.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Generic, TypeVar

__all__ = ["WordIndex"]

Meaning = TypeVar("Meaning")


class WordIndex(Generic[Meaning]):
    """Words with what they mean; it is built when a text is first searched, because reports search none."""

    def __init__(self, words: Mapping[str, Meaning]) -> None:
        self.words = words

    def find(self, text: str) -> list[tuple[int, int, Meaning]]:
        """Start, end and meaning of the words in `text`: leftmost, then longest, not overlapping."""
        words, lengths_of = self.words.get, self._lengths.get
        single = self._single
        found, at, end = [], 0, len(text)
        while at < end:
            for length in lengths_of(text[at : at + 2], ()):
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
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """The lengths of the words that begin with two characters, in falling order."""
        lengths: dict[str, set[int]] = {}
        for word in self.words:
            if len(word) > 1:
                lengths.setdefault(word[:2], set()).add(len(word))
        return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}

    @cached_property
    def _single(self) -> frozenset[str]:
        return frozenset(word for word in self.words if len(word) == 1)
