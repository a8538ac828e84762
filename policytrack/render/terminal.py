"""Tables on a terminal, or the same table as plain text in a pipe. All text from outside is plain `Text`, never markup.

On a terminal wide cells wrap; nothing is cut. In a pipe the table is as wide as it needs to be.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from policytrack.render.safe import for_terminal
from policytrack.render.table import Table, shown

_GAP = 3  # cells between two columns
_LEAST = 8  # what a text column keeps while others can give
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
        if table.columns:
            console.print(_rich_table(table, screen))
        for note in table.notes:
            console.print(Text(for_terminal(note), style=NOTE))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _rich_table(table: Table, screen: Screen) -> RichTable:
    grid = RichTable(box=box.SIMPLE_HEAD, header_style=HEADING, pad_edge=False, show_edge=False)
    natural = _natural(table, screen.lang)
    widths = natural if screen.width is None else _fitted(table, natural, screen.width)
    for column, width in zip(table.columns, widths, strict=True):
        grid.add_column(
            Text(column.heading(screen.lang)),
            justify="right" if column.right else "left",
            overflow="fold",
            width=width,
        )
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        grid.add_row(*(Text(for_terminal(shown(column, value))) for column, value in cells))
    return grid


def _natural(table: Table, lang: str) -> list[int]:
    """The width of each column at which no cell wraps."""
    widths = [cell_len(column.heading(lang)) for column in table.columns]
    for row in table.rows:
        for i, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            lines = for_terminal(shown(column, value)).split("\n")
            widths[i] = max(widths[i], *(cell_len(line) for line in lines))
    return widths


def _fitted(table: Table, natural: list[int], width: int) -> list[int]:
    """Widths that fit the screen: the widest column gives first, texts before numbers, none below what it needs.

    On a screen too narrow even for that, every column may shrink to one character of two cells; nothing is cut.
    """
    widths = list(natural)
    room = width - _GAP * (len(widths) - 1)
    floors = [
        min(own, column.least or (own if column.right else _LEAST))
        for own, column in zip(natural, table.columns, strict=True)
    ]
    for floor in (floors, [min(own, 2) for own in natural]):
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
