"""Opening databases: what is refused, and with which words; locks, migrations, backups."""

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations
from stored import document, tax

from policytrack.errors import DatabaseTooNew, ExitCode, Locked, NoDatabase, PolicytrackError
from policytrack.store.checks import check
from policytrack.store.connect import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    explained,
    open_reader,
    open_rehearsal,
    open_writer,
)
from policytrack.store.lock import write_lock
from policytrack.store.migrations import STEPS, backup, migrations
from policytrack.store.tables import TABLES, VIEWS, columns, table_rows
from policytrack.store.write import RunWriter


def test_reading_never_creates_a_database(db_file: Path) -> None:
    with pytest.raises(
        NoDatabase, match=r"There is no database at .*test\.db\. `policytrack ingest PATH…` creates one"
    ):
        open_reader(db_file)
    assert not db_file.exists()


def test_an_empty_file_is_no_database_to_read_but_one_to_fill(db_file: Path) -> None:
    db_file.touch()
    with pytest.raises(NoDatabase, match="is empty"):
        open_reader(db_file)
    with open_writer(db_file) as conn:
        assert conn.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION


def test_a_new_database_is_marked_as_ours_and_in_wal_mode(writer: sqlite3.Connection) -> None:
    assert writer.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert writer.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


@pytest.mark.parametrize("opened", [open_reader, lambda path: open_writer(path).__enter__()], ids=["reader", "writer"])
def test_a_foreign_database_is_refused_and_left_alone(db_file: Path, opened) -> None:  # type: ignore[no-untyped-def]
    foreign = sqlite3.connect(db_file)
    foreign.execute("CREATE TABLE bookmarks (url TEXT)")
    foreign.close()
    before = db_file.read_bytes()
    with pytest.raises(PolicytrackError, match=r"is an SQLite database, but not one of policytrack\. Name another"):
        opened(db_file)
    assert db_file.read_bytes() == before
    assert list(db_file.parent.iterdir()) == [db_file]


def test_a_text_file_is_not_a_database(db_file: Path) -> None:
    db_file.write_text("减税降费" * 1000)
    with pytest.raises(PolicytrackError, match=r"is not an SQLite database\. Name another with --db PATH"):
        open_reader(db_file)


def test_a_newer_database_is_refused(db_file: Path, writer: sqlite3.Connection) -> None:
    writer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(DatabaseTooNew, match=r"newer policytrack .* Upgrade with") as caught:
        open_reader(db_file)
    assert caught.value.code == ExitCode.DATABASE_TOO_NEW


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_database_says_so(db_file: Path) -> None:
    with open_writer(db_file):
        pass
    db_file.chmod(0o444)
    with pytest.raises(PolicytrackError, match="it is read-only"), open_writer(db_file):
        pass


@pytest.mark.parametrize(
    ("error", "message"),
    [
        ("attempt to write a readonly database", "cannot be opened: it is read-only. Check its permissions"),
        ("unable to open database file", "cannot be opened: unable to open database file. Check its permissions"),
        ("database or disk is full", "the disk is full. The database is whole; free some space"),
        ("database is locked", "is locked by another program. Close it and try again"),
        ("disk I/O error", "disk I/O error. `policytrack check` tells"),
    ],
)
def test_errors_of_sqlite_are_told_with_the_next_step(db_file: Path, error: str, message: str) -> None:
    assert message in str(explained(db_file, sqlite3.OperationalError(error)))


def test_a_reader_cannot_write(db_file: Path, filled: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        open_reader(db_file).execute("DELETE FROM runs")


def test_a_reader_sees_the_last_whole_document_while_another_writes(db_file: Path, filled: sqlite3.Connection) -> None:
    filled.execute("BEGIN IMMEDIATE")
    filled.execute("DELETE FROM heads")
    assert open_reader(db_file).execute("SELECT count(*) FROM heads").fetchone()[0] == 2
    filled.execute("ROLLBACK")


def test_the_second_writer_hears_who_holds_the_lock(db_file: Path) -> None:
    with write_lock(db_file), pytest.raises(Locked) as caught, write_lock(db_file):
        pass
    message = str(caught.value)
    assert f"is being written by process {os.getpid()} on " in message
    assert "started 20" in message
    assert "--wait SECONDS" in message
    assert caught.value.code == ExitCode.LOCKED


def test_a_lock_is_free_again_when_its_holder_was_killed(db_file: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from policytrack.store.lock import write_lock\n"
        f"lock = write_lock(Path({str(db_file)!r})); lock.__enter__(); os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", script], check=False)
    assert killed.returncode == -9
    with write_lock(db_file):
        pass


def test_a_rehearsal_changes_nothing(db_file: Path) -> None:
    with open_writer(db_file) as conn:
        RunWriter(conn, "ingest", [], "lex1").add(document(tax()))
    with open_rehearsal(db_file) as conn:
        RunWriter(conn, "ingest", [], "lex1").add(document(tax(), origin="/other"))
        conn.execute("DELETE FROM heads")
    reader = open_reader(db_file)
    assert reader.execute("SELECT count(*) FROM runs").fetchone()[0] == 1
    assert reader.execute("SELECT count(*) FROM heads").fetchone()[0] == 1


def test_a_rehearsal_does_not_create_a_database(db_file: Path) -> None:
    with open_rehearsal(db_file) as conn:
        assert RunWriter(conn, "ingest", [], "lex1").add(document(tax())).articles == 1
    assert not db_file.exists()


def test_a_backup_is_a_whole_database(db_file: Path, filled: sqlite3.Connection) -> None:
    copy = open_reader(backup(filled, db_file))
    assert copy.execute("SELECT count(*) FROM figures").fetchone()[0] == 4
    assert copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_migrations_are_numbered_without_gaps() -> None:
    assert list(STEPS) == list(range(1, SCHEMA_VERSION + 1))
    assert all(name.startswith(f"{number:03}_") for number, name in STEPS.items())
    assert [step.name for step in migrations._migrations] == list(STEPS.values())


def test_every_table_can_be_exported(filled: sqlite3.Connection) -> None:
    for table in (*TABLES, *VIEWS):
        width = len(columns(filled, table))
        assert all(len(row) == width for row in table_rows(filled, table))


def test_all_tables_are_listed_for_export(writer: sqlite3.Connection) -> None:
    names = {row[0] for row in writer.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    state = {"cursors", "failures", "reprint_bands", "_sqlite_migrations", "sqlite_sequence"}
    assert names - state - {name for name in names if name.startswith("fulltext")} == set(TABLES)


def fill_the_disk(db_file: Path) -> None:
    """Add documents until the database may not grow any more."""
    with open_writer(db_file) as conn:
        pages = conn.execute("PRAGMA page_count").fetchone()[0]
        conn.execute(f"PRAGMA max_page_count = {pages + 20}")
        run = RunWriter(conn, "ingest", [], "lex1")
        for number in range(1000):
            article = replace(tax().article, id=str(number))
            run.add(document(replace(tax(), article=article), origin=f"/news/{number}"))


def test_a_full_disk_ends_with_a_clear_error_and_a_whole_database(db_file: Path) -> None:
    with pytest.raises(PolicytrackError, match=r"the disk is full\. The database is whole"):
        fill_the_disk(db_file)
    reader = open_reader(db_file)
    assert reader.execute("SELECT count(*) FROM heads").fetchone()[0] > 0
    assert list(check(reader)) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_database_in_a_folder_that_cannot_be_written_can_be_read(db_file: Path) -> None:
    with open_writer(db_file) as conn:
        RunWriter(conn, "ingest", [], "lex1").add(document(tax()))
    db_file.parent.chmod(0o555)
    try:
        assert open_reader(db_file).execute("SELECT count(*) FROM heads").fetchone()[0] == 1
    finally:
        db_file.parent.chmod(0o755)


def test_a_writer_that_waits_gets_its_turn(db_file: Path) -> None:
    script = (
        "from pathlib import Path; from policytrack.store.connect import open_writer\n"
        f"with open_writer(Path({str(db_file)!r}), wait=60) as conn: print('in', flush=True)"
    )
    with write_lock(db_file):
        second = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
        assert second.poll() is None
    said, _ = second.communicate(timeout=60)
    assert (said, second.returncode) == ("in\n", 0)


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program with one more migration than this one."""
    following = SCHEMA_VERSION + 1

    def apply(db: Database) -> None:
        db.conn.execute("ALTER TABLE sources ADD COLUMN note TEXT")
        db.conn.execute(f"PRAGMA user_version = {following}")

    extended = Migrations("policytrack")
    for step in migrations._migrations:
        extended(name=step.name)(step.fn)
    extended(name=f"{following:03}_note")(apply)
    monkeypatch.setattr("policytrack.store.migrations.migrations", extended)
    monkeypatch.setattr("policytrack.store.connect.SCHEMA_VERSION", following)


def test_an_old_database_is_backed_up_and_migrated_by_a_writer(
    db_file: Path, filled: sqlite3.Connection, request: pytest.FixtureRequest
) -> None:
    copy = backup(filled, db_file, db_file.with_name("old.db"))
    request.getfixturevalue("next_schema")
    with pytest.raises(
        PolicytrackError, match=r"has schema 2, this program reads 3\. `policytrack db migrate` makes a"
    ):
        open_reader(copy)
    with open_writer(copy) as conn:
        assert [row[1] for row in conn.execute("PRAGMA table_info(sources)")][-1] == "note"
        assert conn.execute("SELECT count(*) FROM figures").fetchone()[0] == 4
    [kept] = copy.parent.glob("old.db.*.backup")
    assert sqlite3.connect(kept).execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    db_file: Path, filled: sqlite3.Connection, request: pytest.FixtureRequest
) -> None:
    copy = backup(filled, db_file, db_file.with_name("old.db"))
    old = sqlite3.connect(copy)
    old.execute("ALTER TABLE sources ADD COLUMN note TEXT")  # so that the migration cannot add it
    old.close()
    request.getfixturevalue("next_schema")
    with pytest.raises(PolicytrackError, match="duplicate column name: note"), open_writer(copy):
        pass
    assert sqlite3.connect(copy).execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
