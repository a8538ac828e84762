"""Tables on a terminal, wrapped to its width. Every text from outside is made harmless before it is laid out.

On a terminal wide cells wrap; nothing is cut. In a pipe the table is as wide as it needs to be (`plain`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len

from policytrack.render.plain import RULE, joined
from policytrack.render.safe import for_terminal
from policytrack.render.table import Cell, Column, Table, shown
from policytrack.render.wrap import longest_token, wrap

_GAP = 3  # cells between two columns
_TIGHT = 2  # the same where words would break otherwise
_LEAST = 8  # what a text column keeps while others can give
_NARROW = 4  # what it keeps where there is hardly any room
_WHOLE = 20  # cells up to which a word, date or number keeps its column wide enough
TITLE, HEADING, NOTE = "\x1b[1m", "\x1b[1;36m", "\x1b[2m"
_RESET = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Screen:
    """What is known about where the text goes."""

    width: int | None  # None: as wide as the table needs
    color: bool
    lang: str


def terminal_text(tables: Sequence[Table], screen: Screen) -> str:
    """All tables, one under the other."""
    width = screen.width or max((_needed(table, screen.lang) for table in tables), default=80)
    known = Screen(width, screen.color, screen.lang)
    parts = ["".join(f"{line}\n" for line in _lines(table, known, width)) for table in tables]
    return "\n".join(parts)


def _lines(table: Table, screen: Screen, width: int) -> Iterator[str]:
    def styled(lines: Iterable[str], style: str) -> Iterator[str]:
        return (f"{style}{line}{_RESET}" if screen.color and line else line for line in lines)

    if table.title:
        yield from styled(wrap(for_terminal(table.title), width), TITLE)
    if table.columns and 2 + (2 + _TIGHT) * (len(table.columns) - 1) > width:
        yield from _records(table, screen.lang, width)
    elif table.columns:
        widths, gap = _fitted(table, _natural(table, screen.lang), screen)
        right = [column.right for column in table.columns]
        headings = [column.heading(screen.lang) for column in table.columns]
        yield from styled(_row(headings, widths, right, gap, bottom=True), HEADING)
        yield RULE * (sum(widths) + gap * (len(widths) - 1))
        for row in table.rows:
            cells = [_said(column, value) for column, value in zip(table.columns, row, strict=True)]
            yield from _row(cells, widths, right, gap)
    for note in table.notes:
        yield from styled(wrap(for_terminal(note), width), NOTE)


def _row(
    cells: Sequence[str], widths: list[int], right: list[bool], gap: int, *, bottom: bool = False
) -> Iterator[str]:
    """The lines of one row; with `bottom`, short cells stand at its foot as headings do."""
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped))
    if bottom:
        wrapped = [[""] * (height - len(lines)) + lines for lines in wrapped]
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield joined(parts, widths, right, gap).rstrip()


def _records(table: Table, lang: str, width: int) -> Iterator[str]:
    """One field a line, for a screen on which the columns cannot stand beside each other."""
    for row in table.rows:
        yield "─" * width
        for column, value in zip(table.columns, row, strict=True):
            yield from wrap(f"{column.heading(lang)}: {_said(column, value)}".rstrip(), width)


def _said(column: Column, value: Cell) -> str:
    return for_terminal(shown(column, value))


def _natural(table: Table, lang: str) -> list[int]:
    """The width of each column at which no cell wraps."""
    widths = [cell_len(column.heading(lang)) for column in table.columns]
    for row in table.rows:
        for i, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            lines = _said(column, value).split("\n")
            widths[i] = max(widths[i], *(cell_len(line) for line in lines))
    return widths


def _whole(table: Table, lang: str) -> tuple[list[int], list[int]]:
    """For each column the width at which the words of its heading stay whole, and the width that its values need.

    Values need it for numbers, and for words and dates of a usual length.
    """
    headings = [longest_token(column.heading(lang)) for column in table.columns]
    values = [min(cell_len(column.heading(lang)), _NARROW) for column in table.columns]
    for row in table.rows:
        for i, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            text = _said(column, value)
            if column.right:
                values[i] = max(values[i], *(cell_len(line) for line in text.split("\n")))
            else:
                longest = longest_token(text)
                values[i] = max(values[i], longest if longest <= _WHOLE else 0)
    return headings, values


def _fitted(table: Table, natural: list[int], screen: Screen) -> tuple[list[int], int]:
    """Widths and gap that fit the screen: the widest column gives first, texts before numbers.

    On a screen too narrow for that, columns move together, then words of headings break, then words and dates, then
    numbers; at last every column may shrink to one character of two cells. Nothing is cut.
    """
    assert screen.width is not None
    joints = len(natural) - 1
    if sum(natural) + _GAP * joints <= screen.width:
        return natural, _GAP
    headings, values = _whole(table, screen.lang)
    words = [min(own, max(pair)) for own, *pair in zip(natural, headings, values, strict=True)]
    rows = list(zip(natural, words, values, table.columns, strict=True))
    tried = (
        ([min(own, max(word, c.least or (own if c.right else _LEAST))) for own, word, _, c in rows], _GAP),
        (words, _TIGHT),
        ([min(own, value) for own, _, value, _ in rows], _TIGHT),
        ([min(own, value if c.right else c.least or _LEAST) for own, _, value, c in rows], _TIGHT),
        ([min(own, value if c.right else _NARROW) for own, _, value, c in rows], _TIGHT),
        ([min(own, 2) for own in natural], _TIGHT),
    )
    for floor, gap in tried:
        if sum(floor) + gap * joints <= screen.width:
            break
    return _shrunk(natural, floor, screen.width - gap * joints), gap


def _shrunk(widths: list[int], floor: list[int], room: int) -> list[int]:
    """The widths with one cell after the other taken from the column that can spare most, down to the floor."""
    widths = list(widths)
    while sum(widths) > room:
        give = max(range(len(widths)), key=lambda i: widths[i] - floor[i])
        if widths[give] <= floor[give]:
            break
        widths[give] -= 1
    return widths


def _needed(table: Table, lang: str) -> int:
    """The width at which no cell wraps."""
    widths = _natural(table, lang)
    longest = max((cell_len(line) for line in (table.title, *table.notes)), default=0)
    return max(sum(widths) + _GAP * len(widths), longest, 20)
