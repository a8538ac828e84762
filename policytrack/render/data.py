"""Tables for other programs: CSV, TSV, JSON and JSON Lines."""

import csv
import io
import json
from collections.abc import Sequence

from policytrack.render.safe import for_json, for_spreadsheet
from policytrack.render.table import Cell, Table, exact

_AS_IS = {str, int, type(None)}  # what the csv module writes as `exact` does; a tenth of the time in long tables


def csv_text(table: Table, *, delimiter: str = ",", excel: bool = False) -> str:
    """RFC 4180 text with a header of column keys; `excel` adds BOM, CRLF and neutral formula cells."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n" if excel else "\n")
    writer.writerow(column.key for column in table.columns)
    if excel:
        writer.writerows([for_spreadsheet(exact(cell)) for cell in row] for row in table.rows)
    else:
        writer.writerows(row if _AS_IS.issuperset(map(type, row)) else map(exact, row) for row in table.rows)
    return ("\ufeff" if excel else "") + out.getvalue()


def tsv_text(table: Table) -> str:
    """Tab-separated text; tabs and line breaks in cells become spaces, so that every record is one line."""
    lines = ["\t".join(column.key for column in table.columns)]
    lines += ["\t".join(" ".join(exact(cell).split()) for cell in row) for row in table.rows]
    return "\n".join(lines) + "\n"


def _json_cell(cell: Cell) -> object:
    return cell if cell is None or isinstance(cell, bool | int) else exact(cell)


def _records(table: Table) -> list[dict[str, object]]:
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, map(_json_cell, row), strict=True)) for row in table.rows]


def json_text(tables: Sequence[Table]) -> str:
    """A list of records, or for several tables an object of lists; decimals are strings, so that none is rounded."""
    one = len(tables) == 1
    content: object = _records(tables[0]) if one else {table.name: _records(table) for table in tables}
    return for_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def jsonl_text(table: Table) -> str:
    """One record a line."""
    return "".join(for_json(json.dumps(record, ensure_ascii=False)) + "\n" for record in _records(table))
