"""Where paragraphs, sentences and clauses begin and end in a view. All spans are half-open and sorted.

A clause ends at ，；：。！？ or a line end; a sentence at 。！？…… or a line end; the terminator belongs to neither.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"(?:[^。！？…\n]++|…(?!…))+")
_CLAUSE = re.compile(r"(?:[^，；：。！？…\n—]++|…(?!…)|—(?!—))+")
_TITLED = re.compile(r"#+\s|\*\*|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[【]")

_ITEM = re.compile(r"[\s*]*(?:[0-9]{1,3}[.、．）](?![0-9])|（[0-9]{1,3}）|[①-⑳●•◆■★▲])")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """The spans of one text; `*_at` return the index of the span that holds an offset (or the one before it)."""

    text: str
    paragraphs: list[Span]
    headings: list[bool]  # parallel to paragraphs
    sentences: list[Span]
    clauses: list[Span]
    _paragraph_starts: list[int]
    _sentence_starts: list[int]
    _clause_starts: list[int]

    def paragraph_at(self, offset: int) -> int:
        return (bisect_right(self._paragraph_starts, offset) or 1) - 1

    def sentence_at(self, offset: int) -> int:
        return (bisect_right(self._sentence_starts, offset) or 1) - 1

    def clause_at(self, offset: int) -> int:
        return (bisect_right(self._clause_starts, offset) or 1) - 1


_ANNOUNCES = re.compile(r"(?:包括|如下|下列|以下|主要有)[^，。；：\n]{0,10}：\s*$")


def is_announced(text: str, start: int) -> bool:
    """Whether what ends before `start` announces a list: 将办好下列实事：."""
    return _ANNOUNCES.search(text, max(0, start - 20), start) is not None


def is_heading(line: str) -> bool:
    """Whether a line is a heading or sub-head: marked as one, or short and without sentence punctuation."""
    line = line.strip()
    if not line:
        return False
    if line[-1] in "。！？；":
        return line.startswith("**") and line.endswith("**")
    if line[0] == "#":
        return True
    return len(line) <= 40 and (bool(_TITLED.match(line)) or not any(mark in line for mark in "，。；"))


def _is_item(line: str, following: str) -> bool:
    """Whether a short line is an item of a list, not a heading: numbered, with a count, and no text under it."""
    item = _ITEM.match(line)
    return bool(
        item and any(mark.isdecimal() for mark in line[item.end() :]) and (not following or is_heading(following))
    )


def make_layout(text: str) -> Layout:
    """The layout of `text`; every span holds more than white space."""
    paragraphs = [m.span() for m in _LINE.finditer(text) if not m[0].isspace()]
    sentences = [m.span() for m in _SENTENCE.finditer(text) if not m[0].isspace()]
    clauses = [m.span() for m in _CLAUSE.finditer(text) if not m[0].isspace()]
    lines = [text[a:b] for a, b in paragraphs]
    following = [*lines[1:], ""]
    headings = [is_heading(line) and not _is_item(line, following[n]) for n, line in enumerate(lines)]
    return Layout(
        text=text,
        paragraphs=paragraphs,
        headings=headings,
        sentences=sentences,
        clauses=clauses,
        _paragraph_starts=[a for a, _ in paragraphs],
        _sentence_starts=[a for a, _ in sentences],
        _clause_starts=[a for a, _ in clauses],
    )
