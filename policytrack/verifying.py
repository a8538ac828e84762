"""Reading an export, a listing or a report back against the database: every id, every value, every slice of the text.

A row of a listing is known by its `id` (12.f5, 12.a3); each field that the database has too must be equal as text. A row
of a report names figures, and its derived numbers are computed again. A file with the columns of a table is that table.
"""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policytrack.errors import InputError, UsageError
from policytrack.recomputing import Sources, recomputed
from policytrack.render.safe import for_spreadsheet
from policytrack.store.beside import replaced_item
from policytrack.store.export import missing
from policytrack.store.listing import item, parse_id, text_of
from policytrack.store.tables import TABLES, VIEWS, columns, table_rows

_KINDS = {".csv": ",", ".tsv": "\t"}
ENDINGS = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet", ".xlsx")
_XLSX_CELL = 32_767  # characters a cell can hold; longer texts were cut
_IDS = re.compile(r"[0-9]+\.[a-z][0-9]+(?: [0-9]+\.[a-z][0-9]+)*")  # 12.f5 12.f6
_FIGURE = re.compile(r"[0-9]+\.f[0-9]+")
_LISTING = frozenset({"id", "article"})  # every row of a listing has them
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One field, or one row, that is not what the database says."""

    row: int  # of the file, counted from 1; 0 for a row that the file lacks
    id: str
    field: str
    file_says: str
    database_says: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.id}, {self.field}: {self.file_says!r} in the file, {self.database_says!r} in the database"


def files(path: Path, is_report: Callable[[Path], bool]) -> list[Path]:
    """The files to verify: the path itself, or all files of a folder that an export or `-o` may have written."""
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.iterdir() if file.suffix.lower() in ENDINGS or is_report(file))
    if not found:
        raise InputError(f"{path} holds no export.", hint=f"Exports end in {', '.join(ENDINGS)}.")
    return found


def read_parts(path: Path) -> list[tuple[str, Rows]]:
    """(name, records) of a file, one for each sheet of a workbook; raises InputError when it is no export."""
    try:
        if path.suffix.lower() == ".xlsx":
            return _sheets(path)
        return [(path.stem, _parquet(path) if path.suffix.lower() == ".parquet" else _text_rows(path))]
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror or 'No such file or directory'}.", hint="Check the path."
        ) from None
    except (UnicodeDecodeError, json.JSONDecodeError, csv.Error, RecursionError) as error:
        raise InputError(f"{path} is no export: {error}.", hint="Give a file that -o or export wrote.") from None


def _text_rows(path: Path) -> Rows:
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix.lower() in _KINDS:
        if not text.strip():
            raise InputError(f"{path} is empty.", hint="Give a file that -o or export wrote.")
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=_KINDS[path.suffix.lower()]))
    found = (
        json.loads(text) if path.suffix.lower() == ".json" else [json.loads(line) for line in text.splitlines() if line]
    )
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise InputError(f"{path} is no list of records.", hint="Give a file that -o or export wrote.")
    return found


def _parquet(path: Path) -> Rows:
    try:
        import pyarrow.parquet as pq
    except ImportError:
        raise missing("lake", "Parquet") from None
    rows: Rows = pq.read_table(path).to_pylist()
    return rows


def opened_workbook(path: Path) -> Any:
    """The workbook of a file, its sheets read as they are asked for; raises InputError for a file that is none."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise missing("xlsx", "xlsx") from None
    try:
        return load_workbook(path, read_only=True)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", hint="Check the path.") from None
    except Exception as error:  # a file that is no archive, or one without the parts of a workbook: any of a dozen
        raise InputError(f"{path} is no workbook: {error}.", hint="Give a file that -o or export wrote.") from None


def _sheets(path: Path) -> list[tuple[str, Rows]]:
    parts = []
    for sheet in opened_workbook(path).worksheets:
        lines = sheet.iter_rows(values_only=True)
        head = [str(cell) for cell in next(lines, ())]
        parts.append((sheet.title, [dict(zip(head, line, strict=False)) for line in lines]))
    return parts


def verify_part(conn: sqlite3.Connection, name: str, rows: Rows, sources: Sources) -> Iterator[Mismatch]:
    """What differs between the records of a file and the database, and between the database and its own texts."""
    known = {*TABLES, *VIEWS}
    if name in known and (not rows or set(rows[0]) == set(columns(conn, name))):
        return _verify_table(conn, name, rows)
    if rows and not any(map(_name, rows)):
        raise InputError(
            f"The rows of {name} name no figure, so none can be read back.",
            hint="Say what made them: verify --command 'report types' FILE.",
        )
    return verify_rows(conn, rows, sources)


def is_report(name: str, rows: Rows) -> bool:
    """Whether the records are of a report: some of its cells come from more than the figures that a row names."""
    return name not in {*TABLES, *VIEWS} and bool(rows) and not _LISTING.issubset(rows[0])


def _verify_table(conn: sqlite3.Connection, table: str, rows: Rows) -> Iterator[Mismatch]:
    """Every cell of a whole table, and the rows that the file lacks."""
    names = columns(conn, table)
    stored = {_text(row[0]): row for row in table_rows(conn, table)}
    for number, row in enumerate(rows, 1):
        key = _text(row.get(names[0]))
        found = stored.pop(key, None)
        if found is None:
            yield Mismatch(number, f"{table} {key}", names[0], key, "nothing")
            continue
        for field, cell in zip(names, found, strict=True):
            if not _equal(row.get(field), cell):
                yield Mismatch(number, f"{table} {key}", field, _text(row.get(field)), _text(cell))
    for key in stored:
        yield Mismatch(0, f"{table} {key}", names[0], "nothing", key)


def verify_rows(conn: sqlite3.Connection, rows: Rows, sources: Sources) -> Iterator[Mismatch]:
    """The rows of a listing or a report: fields that the database has under an id, and numbers that follow from figures."""
    for number, row in enumerate(rows, 1):
        name = _name(row)
        if not name:
            yield Mismatch(number, "no id", "id", "", "nothing")
            continue
        try:
            if "id" in row:
                yield from _stored(conn, number, row, sources)
            for field, said, ours in recomputed(row, sources):
                yield Mismatch(number, name, field, said, ours)
        except UsageError:
            yield Mismatch(number, name, "id", name, "nothing")


def _name(row: dict[str, Any]) -> str:
    """The id of a row, or the ids that a report's row is made of."""
    keys = ("id", "new_id", "old_id", "to_id", "target_id", "figures")
    return next((str(row[key]) for key in keys if row.get(key) and (key == "id" or _IDS.fullmatch(str(row[key])))), "")


def _stored(conn: sqlite3.Connection, number: int, row: dict[str, Any], sources: Sources) -> Iterator[Mismatch]:
    """The fields of a row that the database has under its id, and the printed number at its offsets."""
    name = str(row["id"])
    stored = replaced_item(conn, name) if "@" in name else item(conn, parse_id(name))
    keys = set(stored.keys())
    for field, value in row.items():
        if field in keys and not any(_equal(value, other) for other in _forms(field, stored, sources)):
            yield Mismatch(number, name, field, _text(value), _text(stored[field]))
    if "surface" in keys:
        yield from _reread(conn, number, name, stored)


def _forms(field: str, stored: sqlite3.Row, sources: Sources) -> tuple[Any, ...]:
    """The stored value as listings, reports and views print it: a figure without a place has its article's.

    A headline's figure without a period has that of the body's figure that it repeats.
    """
    if field == "ref_area" and "article_place" in stored.keys():  # noqa: SIM118 — a Row is no mapping
        return stored[field], stored[field] or stored["article_place"]
    if field == "time_period" and not stored[field] and _FIGURE.fullmatch(str(stored["id"])):
        return stored[field], sources.period(str(stored["id"]))
    return (stored[field], f"{stored['article']}.{stored[field]}") if field == "action" else (stored[field],)


def _reread(conn: sqlite3.Connection, number: int, name: str, stored: sqlite3.Row) -> Iterator[Mismatch]:
    """The printed number at its offsets in the stored text."""
    printed = text_of(conn, stored["version"], stored["where"])[stored["start"] : stored["end"]]
    if printed != stored["surface"]:
        yield Mismatch(number, name, "surface", printed, stored["surface"])


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _equal(given: Any, stored: Any) -> bool:
    """Equal as text; line breaks of a TSV are spaces, and --excel may have put an apostrophe before a formula."""
    one, other = _text(given), _text(stored)
    if one == other or one == for_spreadsheet(other) or one.split() == other.split() or _same_number(one, other):
        return True
    return len(one) == _XLSX_CELL and other.startswith(one)


def _same_number(one: str, other: str) -> bool:
    try:
        return float(one) == float(other)
    except ValueError:
        return False
