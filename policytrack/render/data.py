"""Tables for other programs: CSV, TSV, JSON and JSON Lines."""

import csv
import io
from collections.abc import Sequence
from json.encoder import encode_basestring

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


def _json_cell(cell: Cell) -> str:
    """A cell as JSON; decimals and days are strings, so that none is rounded."""
    if cell is None:
        return "null"
    if type(cell) is str:
        return encode_basestring(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell) if isinstance(cell, int) else encode_basestring(exact(cell))


def _records(table: Table, gap: str, joint: str, ends: tuple[str, str]) -> list[str]:
    """Every row as an object, written by hand: with an indent, `json.dumps` takes five times as long."""
    keys = [f"{gap}{encode_basestring(column.key)}: " for column in table.columns]
    first, last = ends
    return [
        first + joint.join([key + _json_cell(cell) for key, cell in zip(keys, row, strict=True)]) + last
        for row in table.rows
    ]


def _json_list(table: Table, indent: str) -> str:
    """The rows as a list whose bracket stands at `indent`."""
    inner = indent + "  "
    records = _records(table, f"{inner}  ", ",\n", (f"{inner}{{\n", f"\n{inner}}}"))
    return "[\n" + ",\n".join(records) + f"\n{indent}]" if records else "[]"


def json_text(tables: Sequence[Table]) -> str:
    """A list of records, or for several tables an object of lists."""
    if len(tables) == 1:
        return for_json(_json_list(tables[0], "")) + "\n"
    lists = [f"  {encode_basestring(table.name)}: {_json_list(table, '  ')}" for table in tables]
    return for_json("{\n" + ",\n".join(lists) + "\n}") + "\n"


def jsonl_text(table: Table) -> str:
    """One record a line."""
    return "".join(f"{for_json(record)}\n" for record in _records(table, "", ", ", ("{", "}")))
