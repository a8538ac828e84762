"""Tables to files: CSV, JSON Lines, Parquet or one xlsx workbook. A file appears whole or not at all."""

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from policytrack.errors import PolicytrackError, UsageError
from policytrack.store.tables import column_types, columns, row_count, table_rows

FORMATS = ("csv", "jsonl", "parquet", "xlsx")
_CHUNK = 10_000  # rows held at a time
_XLSX_ROWS = 1_048_575  # what a worksheet can hold below its header
# Makes a text harmless in a spreadsheet; the caller brings it, because it belongs to rendering.
Guard = Callable[[str], str]


def export_tables(
    conn: sqlite3.Connection, tables: Sequence[str], folder: Path, form: str, *, guard: Guard | None = None
) -> Iterator[tuple[Path, int]]:
    """Write one file a table into a folder; yields each file with its number of rows. With `guard`, CSV for Excel."""
    write = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}[form]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table in tables:
            path = folder / f"{table}.{form}"
            part = path.with_name(path.name + ".part")
            write(conn, table, part, guard)
            part.replace(path)
            yield path, row_count(conn, table)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}.", hint="Name another folder.") from None


def export_table(conn: sqlite3.Connection, table: str, path: Path, form: str, *, guard: Guard | None = None) -> int:
    """Write one table to one file; the number of rows."""
    write = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}[form]
    part = path.with_name(path.name + ".part")
    try:
        write(conn, table, part, guard)
        part.replace(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", hint="Name another file.") from None
    return row_count(conn, table)


def _csv(conn: sqlite3.Connection, table: str, path: Path, guard: Guard | None) -> None:
    encoding, end = ("utf-8-sig", "\r\n") if guard else ("utf-8", "\n")
    with path.open("w", encoding=encoding, errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, lineterminator=end)
        writer.writerow(columns(conn, table))
        for row in table_rows(conn, table):
            writer.writerow([guard(cell) if guard and isinstance(cell, str) else cell for cell in row])


def _jsonl(conn: sqlite3.Connection, table: str, path: Path, _: Guard | None) -> None:
    names = columns(conn, table)
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        for row in table_rows(conn, table):
            file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")


def _parquet(conn: sqlite3.Connection, table: str, path: Path, _: Guard | None) -> None:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise missing("lake", "Parquet") from None
    kinds = {"INTEGER": pa.int64(), "REAL": pa.float64()}
    schema = pa.schema([(name, kinds.get(kind, pa.string())) for name, kind in column_types(conn, table)])
    with pq.ParquetWriter(path, schema) as writer:
        for rows in _chunks(table_rows(conn, table)):
            columns_ = [list(column) for column in zip(*rows, strict=True)]
            writer.write_table(pa.table(columns_, schema=schema))


def export_xlsx(conn: sqlite3.Connection, tables: Sequence[str], path: Path) -> Iterator[tuple[str, int]]:
    """Write all tables as the sheets of one workbook; yields each table with its number of rows. Texts stay texts."""
    try:
        import xlsxwriter
    except ImportError:
        raise missing("xlsx", "xlsx") from None
    for table in tables:
        if row_count(conn, table) > _XLSX_ROWS:
            raise UsageError(f"{table} has more rows than a worksheet can hold.", hint="Export CSV or Parquet.")
    part = path.with_name(path.name + ".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "constant_memory": True,
    }
    try:
        with xlsxwriter.Workbook(str(part), options) as book:
            for table in tables:
                sheet = book.add_worksheet(table)
                sheet.write_row(0, 0, columns(conn, table))
                for number, row in enumerate(table_rows(conn, table), 1):
                    for at, cell in enumerate(row):
                        if cell is not None:
                            sheet.write(number, at, cell[:32_767] if isinstance(cell, str) else cell)
                yield table, row_count(conn, table)
        part.replace(path)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        cause = error if isinstance(error, OSError) else error.args[0]
        raise UsageError(f"{path} cannot be written: {cause.strerror}.", hint="Name another file.") from None


def _chunks(rows: Iterator[tuple[object, ...]]) -> Iterator[list[tuple[object, ...]]]:
    chunk: list[tuple[object, ...]] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def missing(extra: str, what: str) -> PolicytrackError:
    """The error about a library that is not installed."""
    return PolicytrackError(f"{what} needs a library that is not here.", hint=f"pip install 'policytrack[{extra}]'")
