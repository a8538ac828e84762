"""Cells broken into lines: between Chinese characters, never inside a number, date or word, never before a closing mark.

Widths are terminal cells: a Chinese character has two.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

_OPENING = "【（《“‘「〔("
_CLOSING = "】）》”’」〕)，。、；：！？,.;:!?%…"
# What stays together: an ASCII word, which may end behind the dots of 2023-09-05..09-07 or a slash, or one other
# character; with the marks that open before it and close after it.
_WORD = r"(?:(?!\.\.|/)[!-~])+(?:\.\.|/+)?|\.\.|/+"
_TOKEN = re.compile(rf"\s*[{_OPENING}]*(?:{_WORD}|\S)[{_CLOSING}]*|\s+")


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, each at most `width` cells; line breaks of the text stay."""
    return [line for part in text.split("\n") for line in _lines(part, width)]


def longest_token(text: str) -> int:
    """The cells of the widest piece that `wrap` leaves whole where it can."""
    return max((cell_len(token.strip()) for token in _TOKEN.findall(text)), default=0)


def _lines(text: str, width: int) -> Iterator[str]:
    if cell_len(text) <= width:
        yield text
        return
    line, used = "", 0
    for token in _TOKEN.findall(text):
        size = cell_len(token)
        if used + size > width and line:
            yield line.rstrip()
            token = token.lstrip()
            line, used, size = "", 0, cell_len(token)
        if size > width:
            *whole, token = chop_cells(token, width)
            yield from whole
            size = cell_len(token)
        line, used = line + token, used + size
    if line or not text:
        yield line.rstrip()
