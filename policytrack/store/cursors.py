"""What inputs looked like when they were read, so that an unchanged file costs a stat and an unchanged page one answer."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Cursor:
    """What a file or a page looked like when it was read."""

    options: str  # digest of the options it was read with
    mtime_ns: int = 0
    size: int = 0
    etag: str | None = None
    last_modified: str | None = None


class Known(NamedTuple):
    """What is known of an input that was read."""

    mtime_ns: int
    size: int
    sha256: str
    etag: str | None = None
    last_modified: str | None = None


def cursors(conn: sqlite3.Connection, options: str) -> dict[str, Known]:
    """origin → what is known, of the inputs read with these options by runs that were not undone."""
    rows: Iterable[sqlite3.Row] = conn.execute(
        "SELECT origin, mtime_ns, size, sha256, etag, last_modified FROM cursors WHERE options = ?"
        " AND run NOT IN (SELECT run FROM run_undos)",
        (options,),
    )
    return {row[0]: Known(*row[1:]) for row in rows}


def write_cursor(conn: sqlite3.Connection, origin: str, sha256: str, cursor: Cursor, run: int) -> None:
    """Note what an input looks like now; the caller holds the transaction."""
    conn.execute(
        "INSERT INTO cursors (origin, options, mtime_ns, size, sha256, run, etag, last_modified)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (origin, options) DO UPDATE SET mtime_ns = excluded.mtime_ns,"
        " size = excluded.size, sha256 = excluded.sha256, run = excluded.run, etag = excluded.etag,"
        " last_modified = excluded.last_modified",
        (origin, cursor.options, cursor.mtime_ns, cursor.size, sha256, run, cursor.etag, cursor.last_modified),
    )
