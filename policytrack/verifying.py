"""Reading an export or a listing back against the database: every id, every value, every slice of the text.

A row is known by its `id` (12.f5, 12.a3); each field that the database has too must be equal as text.
"""

import csv
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policytrack.errors import InputError, UsageError
from policytrack.render.safe import for_spreadsheet
from policytrack.store.listing import item, parse_id, text_of

_KINDS = {".csv": ",", ".tsv": "\t"}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One field, or one row, that is not what the database says."""

    row: int  # of the file, counted from 1
    id: str
    field: str
    file_says: str
    database_says: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.id}, {self.field}: {self.file_says!r} in the file, {self.database_says!r} in the database"


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The records of a CSV, TSV, JSON or JSON Lines file; raises InputError when it is none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix in _KINDS:
            return list(csv.DictReader(text.splitlines(), delimiter=_KINDS[path.suffix]))
        found = json.loads(text) if path.suffix == ".json" else [json.loads(line) for line in text.splitlines() if line]
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", hint="Check the path.") from None
    except (UnicodeDecodeError, json.JSONDecodeError, csv.Error) as error:
        raise InputError(f"{path} is no export: {error}.", hint="Give a file that -o or export wrote.") from None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise InputError(f"{path} is no list of records.", hint="Give a file that -o or export wrote.")
    return found


def verify_rows(conn: sqlite3.Connection, rows: list[dict[str, Any]]) -> Iterator[Mismatch]:
    """What differs between the rows of a file and the database, and between the database and its own texts."""
    for number, row in enumerate(rows, 1):
        name = str(row.get("id", ""))
        try:
            stored = item(conn, parse_id(name))
        except UsageError:
            yield Mismatch(number, name or "no id", "id", name, "nothing")
            continue
        keys = set(stored.keys())
        for field, value in row.items():
            if field in keys and not _equal(value, stored[field]):
                yield Mismatch(number, name, field, _text(value), _text(stored[field]))
        if "surface" in keys:
            yield from _reread(conn, number, name, stored)


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
    return one == other or one == for_spreadsheet(other) or one.split() == other.split() or _same_number(one, other)


def _same_number(one: str, other: str) -> bool:
    try:
        return float(one) == float(other)
    except ValueError:
        return False
