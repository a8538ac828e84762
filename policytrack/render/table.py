"""A table as data: what reports return and every output format prints. Nothing here knows a terminal.

Cells are None, text, int, Decimal, date or bool. `show` of a column makes the short form for people; CSV and JSON
always get the exact value.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from policytrack.errors import UsageError

Cell = None | str | int | Decimal | date | bool


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key in data formats and its heading for people in both languages."""

    key: str
    zh: str
    en: str
    right: bool = False  # numbers line up on the right
    show: Callable[[Cell], str] | None = None
    least: int = 0  # cells that a narrow terminal must leave it

    def heading(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, with a title above and notes below that only people see."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    notes: tuple[str, ...] = ()
    name: str = "table"  # of the file or the JSON key when several tables are written

    def only(self, keys: Sequence[str]) -> "Table":
        """The table with these columns in this order; raises UsageError for a key it has not."""
        at = {column.key: i for i, column in enumerate(self.columns)}
        unknown = [key for key in keys if key not in at]
        if unknown:
            raise UsageError(f"No column {unknown[0]!r} here.", hint=f"Columns are {', '.join(at)}.")
        picked = [at[key] for key in keys]
        return replace(
            self,
            columns=tuple(self.columns[i] for i in picked),
            rows=[tuple(row[i] for i in picked) for row in self.rows],
        )


def exact(cell: Cell) -> str:
    """The cell as data: decimals without exponent, days as ISO, nothing as the empty text."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return format(cell, "f")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def shown(column: Column, cell: Cell) -> str:
    """The cell as people read it."""
    if cell is None:
        return ""
    return column.show(cell) if column.show else exact(cell)
