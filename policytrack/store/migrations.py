"""Numbered, append-only migrations: `schema/NNN_*.sql` brings a database from version NNN-1 to NNN.

The version stands in `PRAGMA user_version`, so that a reader can check it without importing anything, and in the table
sqlite-utils keeps. `application_id` marks a database as ours.
"""

import sqlite3
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from sqlite_utils import Database, Migrations

from policytrack.store.connect import APPLICATION_ID, SCHEMA_VERSION

STEPS = {1: "001_initial", 2: "002_nightly"}  # never renumbered, never edited once released

migrations = Migrations("policytrack")


def _register(number: int, name: str) -> None:
    @migrations(name=name)
    def apply(db: Database) -> None:
        for statement in _statements((files("policytrack.store") / "schema" / f"{name}.sql").read_text("utf-8")):
            db.conn.execute(statement)
        db.conn.execute(f"PRAGMA user_version = {number}")
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


for _number, _name in STEPS.items():
    _register(_number, _name)


def _statements(script: str) -> list[str]:
    """The statements of a script one by one: `executescript` would commit the transaction around it."""
    statements, buffer = [], ""
    for line in script.splitlines(keepends=True):
        buffer += line
        if sqlite3.complete_statement(buffer):
            statements.append(buffer)
            buffer = ""
    return statements


def migrate(conn: sqlite3.Connection) -> list[str]:
    """Apply what is pending, each step in one transaction; the names of the steps applied."""
    db = Database(conn)
    pending = [step.name for step in migrations.pending(db)]
    migrations.apply(db)
    return pending


def backup(conn: sqlite3.Connection, path: Path, to: Path | None = None) -> Path:
    """Copy the whole database, consistent under concurrent reads; by default beside it with a time stamp."""
    if to is None:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        to = path.with_name(f"{path.name}.{stamp}.backup")
    part = to.with_name(to.name + ".part")
    target = sqlite3.connect(part)
    try:
        conn.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()
    part.replace(to)
    return to


assert max(STEPS) == SCHEMA_VERSION
