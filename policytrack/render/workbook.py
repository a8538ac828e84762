"""Tables as an xlsx workbook, one sheet each. Texts stay texts; numbers of up to 15 digits are numbers."""

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from policytrack.errors import PolicytrackError
from policytrack.render.safe import for_terminal
from policytrack.render.table import Cell, Table, exact

_DIGITS = 15  # a spreadsheet keeps no more
_CELL = 32_767  # characters it keeps in a cell
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(tables: Sequence[Table], path: Path, lang: str, made_by: Sequence[str] = ()) -> None:
    """Write the tables and, as a property, the command that made them.

    Raises PolicytrackError when the library is missing, OSError when the file cannot be written.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise PolicytrackError(
            "xlsx needs a library that is not here.", hint="Install it with pip install 'policytrack[xlsx]'."
        ) from None
    try:
        with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
            if made_by:
                book.set_custom_property("policytrack", json.dumps(made_by, ensure_ascii=False))
            bold = book.add_format({"bold": True})
            for table in tables:
                sheet = book.add_worksheet(table.name[:31])
                for at, column in enumerate(table.columns):
                    sheet.write_string(0, at, column.heading(lang), bold)
                for number, row in enumerate(table.rows, 1):
                    for at, cell in enumerate(row):
                        _write(sheet, number, at, cell)
                sheet.freeze_panes(1, 0)
    except xlsxwriter.exceptions.FileCreateError as error:
        raise error.args[0] from None


def _write(sheet: Any, row: int, at: int, cell: Cell) -> None:
    if cell is None:
        return
    if (
        isinstance(cell, int | Decimal)
        and not isinstance(cell, bool)
        and len(Decimal(cell).as_tuple().digits) <= _DIGITS
    ):
        sheet.write_number(row, at, cell)
    else:
        sheet.write_string(row, at, for_terminal(exact(cell))[:_CELL])
