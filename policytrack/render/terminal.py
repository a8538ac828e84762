"""Tables on a terminal, or the same table as plain text in a pipe. All text from outside is plain `Text`, never markup.

On a terminal wide cells wrap; nothing is cut. In a pipe the table is as wide as it needs to be.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from policytrack.render.safe import for_terminal
from policytrack.render.table import Cell, Column, Table, shown
from policytrack.render.wrap import longest_token, wrap

_GAP = 3  # cells between two columns
_TIGHT = 2  # the same where words would break otherwise
_LEAST = 8  # what a text column keeps while others can give
_NARROW = 4  # what it keeps where there is hardly any room
_WHOLE = 20  # cells up to which a word, date or number keeps its column wide enough
TITLE, HEADING, NOTE = "bold", "bold cyan", "dim"


@dataclass(frozen=True, slots=True)
class Screen:
    """What is known about where the text goes."""

    width: int | None  # None: as wide as the table needs
    color: bool
    lang: str


def terminal_text(tables: Sequence[Table], screen: Screen) -> str:
    """All tables, one under the other."""
    width = screen.width or max((_needed(table, screen.lang) for table in tables), default=80)
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=screen.color, no_color=not screen.color, highlight=False, markup=False,
        emoji=False, legacy_windows=False, color_system="standard" if screen.color else None, soft_wrap=False,
    )  # fmt: skip
    for n, table in enumerate(tables):
        if n:
            console.print()
        if table.title:
            console.print(Text(for_terminal(table.title), style=TITLE))
        if table.columns and screen.width is not None and 2 + (2 + _TIGHT) * (len(table.columns) - 1) > screen.width:
            for line in _records(table, screen.lang, screen.width):
                console.print(Text(line), soft_wrap=True)
        elif table.columns:
            console.print(_rich_table(table, screen))
        for note in table.notes:
            console.print(Text(for_terminal(note), style=NOTE))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _rich_table(table: Table, screen: Screen) -> RichTable:
    natural = _natural(table, screen.lang)
    widths, gap = (natural, _GAP) if screen.width is None else _fitted(table, natural, screen)
    grid = RichTable(
        box=box.SIMPLE_HEAD, header_style=HEADING, pad_edge=False, show_edge=False, collapse_padding=gap == _TIGHT
    )
    for column, width in zip(table.columns, widths, strict=True):
        grid.add_column(
            Text("\n".join(wrap(column.heading(screen.lang), width))),
            justify="right" if column.right else "left",
            overflow="fold",
            width=width,
        )
    for row in table.rows:
        cells = zip(table.columns, row, widths, strict=True)
        grid.add_row(*(Text("\n".join(wrap(_said(column, value), width))) for column, value, width in cells))
    return grid


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
