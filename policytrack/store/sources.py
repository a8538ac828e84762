"""Configured sources: what `ingest` reads without arguments. Removing one keeps its row."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from policytrack.errors import UsageError
from policytrack.store.write import now, transaction


@dataclass(frozen=True, slots=True)
class Source:
    """A place where documents come from, and what is known about all of them."""

    name: str
    location: str  # path, glob or URL
    options: Mapping[str, str]  # place, published_from, format, encoding
    added_at: str


def sources(conn: sqlite3.Connection) -> list[Source]:
    """All configured sources, in the order they were added."""
    rows = conn.execute("SELECT name, location, options, added_at FROM sources WHERE removed_at IS NULL ORDER BY id")
    return [Source(row[0], row[1], json.loads(row[2]), row[3]) for row in rows]


def add_source(conn: sqlite3.Connection, name: str, location: str, options: Mapping[str, str]) -> None:
    """Add a source; raises UsageError when the name is taken."""
    if any(source.name == name for source in sources(conn)):
        raise UsageError(f"There is a source {name!r} already.", hint=f"`policytrack source remove {name}` removes it.")
    with transaction(conn):
        conn.execute(
            "INSERT INTO sources (name, location, options, added_at) VALUES (?, ?, ?, ?)",
            (name, location, json.dumps(dict(options), ensure_ascii=False), now()),
        )


def remove_source(conn: sqlite3.Connection, name: str) -> None:
    """Remove a source; what was read from it stays. Raises UsageError for an unknown name."""
    with transaction(conn):
        found = conn.execute(
            "UPDATE sources SET removed_at = ? WHERE name = ? AND removed_at IS NULL", (now(), name)
        ).rowcount
    if not found:
        close = get_close_matches(name, [source.name for source in sources(conn)], 1)
        meant = f"Did you mean {close[0]}? " if close else ""
        raise UsageError(f"There is no source {name!r}.", hint=f"{meant}`policytrack source list` lists all.")
