"""Inputs whose newest attempt failed: what is needed to try them again, and which are left alone until they change.

A broken file must be heard of, but not every night: after `ATTEMPTS` with the same stat it is in quarantine. What may
heal without a change of the file (a server, permissions, a library to be installed) never gets there.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from policytrack import __version__

ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at an input that failed."""

    origin: str
    reason: str
    hint: str
    options: Mapping[str, Any]  # what the user said about it
    mtime_ns: int = 0
    size: int = 0
    lasting: bool = False


def note(conn: sqlite3.Connection, attempt: Attempt, run: int) -> None:
    """Remember a failure, counting the attempts at the same content; the caller holds the transaction."""
    conn.execute(
        "INSERT INTO failures (origin, options, mtime_ns, size, attempts, lasting, reason, hint, program, first_run, run)"
        " VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?) ON CONFLICT (origin) DO UPDATE SET options = excluded.options,"
        " attempts = CASE WHEN mtime_ns = excluded.mtime_ns AND size = excluded.size AND program = excluded.program"
        " THEN attempts + 1 ELSE 1 END, mtime_ns = excluded.mtime_ns, size = excluded.size, lasting = excluded.lasting,"
        " reason = excluded.reason, hint = excluded.hint, program = excluded.program, run = excluded.run",
        (
            attempt.origin, json.dumps(dict(attempt.options), ensure_ascii=False), attempt.mtime_ns, attempt.size,
            int(attempt.lasting), attempt.reason, attempt.hint, __version__, run, run,
        ),
    )  # fmt: skip


def clear(conn: sqlite3.Connection, origin: str) -> None:
    """Forget the failures of an input that was read."""
    conn.execute("DELETE FROM failures WHERE origin = ?", (origin,))


def failing(conn: sqlite3.Connection) -> set[str]:
    """The origins of all inputs whose newest attempt failed."""
    return {row[0] for row in conn.execute("SELECT origin FROM failures")}


def quarantined(conn: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """origin → (mtime_ns, size) of the inputs that are left alone while they look like this."""
    rows = conn.execute(
        "SELECT origin, mtime_ns, size FROM failures WHERE lasting AND attempts >= ? AND program = ?",
        (ATTEMPTS, __version__),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def quarantine_rows(conn: sqlite3.Connection) -> list[dict[str, Any]]:
    """The inputs in quarantine with reason and next step, for people."""
    rows = conn.execute(
        "SELECT origin, 'quarantine' AS outcome, attempts, first_run, run, reason, hint FROM failures"
        " WHERE lasting AND attempts >= ? AND program = ? ORDER BY origin",
        (ATTEMPTS, __version__),
    )
    return [dict(row) for row in rows]


def retries(conn: sqlite3.Connection) -> list[tuple[str, dict[str, Any]]]:
    """Every failing input with what the user said about it when it was tried."""
    rows = conn.execute("SELECT origin, options FROM failures WHERE origin <> '-' ORDER BY origin")
    return [(row[0], json.loads(row[1])) for row in rows]
