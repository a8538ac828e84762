"""Whole tables, for export and for people: name, columns and rows, in the order of their numbers."""

import sqlite3
from collections.abc import Iterator

TABLES = (
    "runs", "run_ends", "run_undos", "run_inputs", "documents", "articles", "versions", "extractions", "heads",
    "actions", "figures", "numerals", "audits", "corrections", "sources", "reprints",
)  # fmt: skip
VIEWS = ("figures_view", "actions_view")


def schema_version(conn: sqlite3.Connection) -> int:
    """The number of the newest migration the database has."""
    version: int = conn.execute("PRAGMA user_version").fetchone()[0]
    return version


def columns(conn: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The columns of a table or view of ours."""
    _known(table)
    return tuple(row[1] for row in conn.execute(f"PRAGMA table_info({table})"))


def table_rows(conn: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    """All rows of a table or view, without loading them at once."""
    _known(table)
    order = "" if table in VIEWS else " ORDER BY 1"
    names = ", ".join(f'"{name}"' for name in columns(conn, table))
    return (tuple(row) for row in conn.execute(f"SELECT {names} FROM {table}{order}"))


def row_count(conn: sqlite3.Connection, table: str) -> int:
    _known(table)
    number: int = conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return number


def _known(table: str) -> None:
    if table not in TABLES and table not in VIEWS:
        raise ValueError(f"no table {table!r}")


def column_types(conn: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    """The columns of a table with their declared types; a view's columns take the type of their values."""
    _known(table)
    declared = [(row[1], row[2].upper()) for row in conn.execute(f"PRAGMA table_info({table})")]
    return [(name, kind or "TEXT") for name, kind in declared]
