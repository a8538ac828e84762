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
    for column in table.columns:
        grid.add_column(
            Text(column.heading(screen.lang)),
            justify="right" if column.right else "left",
            overflow="fold",
            no_wrap=screen.width is None or (column.right and column.key not in table.wide),
        )
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        grid.add_row(*(Text(for_terminal(shown(column, value))) for column, value in cells))
    return grid


def _needed(table: Table, lang: str) -> int:
    """The width at which no cell wraps."""
    widths = [cell_len(column.heading(lang)) for column in table.columns]
    for row in table.rows:
        for i, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            lines = for_terminal(shown(column, value)).split("\n")
            widths[i] = max(widths[i], *(cell_len(line) for line in lines))
    longest = max((cell_len(line) for line in (table.title, *table.notes)), default=0)
    return max(sum(widths) + 3 * len(widths) + 2, longest, 20)
