"""Tables as plain text for a pipe or a file: as wide as they need to be, laid out as on a terminal.

Without rich, which takes ten times as long over a table of some ten thousand rows.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from policytrack.render.safe import for_terminal
from policytrack.render.table import Table, shown

GAP = 3  # between columns
RULE = "─"


def plain_text(tables: Sequence[Table], lang: str) -> str:
    """All tables, one under the other, with an empty line between them."""
    parts = ["".join(f"{line.rstrip()}\n" for line in _lines(table, lang)) for table in tables]
    return "\n".join(parts)


def _lines(table: Table, lang: str) -> Iterator[str]:
    if table.title:
        yield for_terminal(table.title)
    if table.columns:
        headings = [column.heading(lang) for column in table.columns]
        right = [column.right for column in table.columns]
        rows = [
            [for_terminal(shown(column, value)).split("\n") for column, value in zip(table.columns, row, strict=True)]
            for row in table.rows
        ]
        widths = [
            max(cell_len(heading), max((cell_len(line) for row in rows for line in row[i]), default=0))
            for i, heading in enumerate(headings)
        ]
        yield joined(headings, widths, right)
        yield RULE * (sum(widths) + GAP * (len(widths) - 1))
        for row in rows:
            for cells in zip_longest(*row, fillvalue=""):
                yield joined(cells, widths, right)
    yield from map(for_terminal, table.notes)


def joined(cells: Sequence[str], widths: list[int], right: list[bool], gap: int = GAP) -> str:
    """One line: every cell padded to its width, on the left or right."""
    padded = []
    for cell, width, justified in zip(cells, widths, right, strict=True):
        space = " " * (width - cell_len(cell))
        padded.append(space + cell if justified else cell + space)
    return (" " * gap).join(padded)
