"""Opening a database: for reading, never created, migrated or locked; for writing, by one process at a time.

Plain sqlite3, so that a report does not pay for importing sqlite-utils; migrations load it when they are needed.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from policytrack.errors import DatabaseTooNew, ExitCode, NoDatabase, PolicytrackError
from policytrack.store.lock import write_lock

APPLICATION_ID = 0x706F6C74  # "polt"
SCHEMA_VERSION = 2
_FIRST_STEP = "`policytrack ingest PATH…` creates one."
_OTHER = " --db PATH names another."


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, its rows `sqlite3.Row`.

    Raises NoDatabase (exit 10), DatabaseTooNew (exit 12), or PolicytrackError when the file is not one of ours.
    """
    if not path.exists():
        raise NoDatabase(f"There is no database at {path}.", hint=_FIRST_STEP + _OTHER)
    conn = _connect(path, "ro")
    version = _check(conn, path)
    if version == 0:
        conn.close()
        raise NoDatabase(f"The database at {path} is empty.", hint=_FIRST_STEP)
    if version < SCHEMA_VERSION:
        conn.close()
        raise PolicytrackError(
            f"{path} has schema {version}, this program reads {SCHEMA_VERSION}.",
            hint="`policytrack db migrate` makes a backup and brings it up to date.",
        )
    return conn


@contextmanager
def one_moment(path: Path) -> Iterator[sqlite3.Connection]:
    """A reading connection that sees the database as of one moment, whoever writes meanwhile."""
    conn = open_reader(path)
    try:
        conn.execute("BEGIN")
        yield conn
    finally:
        conn.close()


@contextmanager
def open_writer(path: Path, wait: float = 0.0) -> Iterator[sqlite3.Connection]:
    """The one writing connection: creates the database when there is none, and migrates it after a backup.

    Raises Locked (exit 11) when another process holds it longer than `wait` seconds.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error.strerror or str(error)) from None
    if path.exists():  # a foreign file must not get a lock file beside it
        conn = _connect(path, "ro")
        _check(conn, path)
        conn.close()
    with write_lock(path, wait):
        conn = _connect(path, "rwc")
        try:
            _prepare(conn, path)
            yield conn
        except sqlite3.OperationalError as error:  # a full disk, a file that became read-only
            raise explained(path, error) from error
        finally:
            conn.close()


@contextmanager
def open_existing(path: Path, wait: float = 0.0) -> Iterator[sqlite3.Connection]:
    """The writing connection to a database that must be there; raises NoDatabase otherwise."""
    if not path.exists():
        raise NoDatabase(f"There is no database at {path}.", hint=_FIRST_STEP + _OTHER)
    with open_writer(path, wait) as conn:
        yield conn


@contextmanager
def open_rehearsal(path: Path, wait: float = 0.0) -> Iterator[sqlite3.Connection]:
    """A connection whose writes are all forgotten, for dry runs: the database is neither created nor migrated."""
    if path.exists() and _current(path):
        with open_writer(path, wait) as conn:
            conn.execute("BEGIN IMMEDIATE")
            try:
                yield conn
            finally:
                conn.execute("ROLLBACK")
        return
    from policytrack.store.migrations import migrate

    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(conn)
        conn.row_factory = sqlite3.Row
        yield conn
    finally:
        conn.close()


def _current(path: Path) -> bool:
    conn = _connect(path, "ro")
    version = _check(conn, path)
    conn.close()
    return version == SCHEMA_VERSION


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    if path.is_dir():
        raise PolicytrackError(f"{path} is a folder, not a database.", hint="Name a file with --db PATH.")
    try:
        return _opened(path, f"mode={mode}")
    except sqlite3.Error as error:
        still = not path.with_name(path.name + "-wal").exists()
        if mode == "ro" and still and path.exists() and "unable to open" in str(error):
            with suppress(
                sqlite3.Error
            ):  # in a folder that cannot be written, SQLite has no room for its shared memory
                return _opened(path, "mode=ro&immutable=1")
        raise explained(path, error) from None


def _opened(path: Path, parameters: str) -> sqlite3.Connection:
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?{parameters}", uri=True, isolation_level=None, timeout=5.0)
    conn.row_factory = sqlite3.Row
    conn.execute("PRAGMA schema_version")
    return conn


def _check(conn: sqlite3.Connection, path: Path) -> int:
    """The schema version of a database of ours, 0 for an empty one; closes the connection when it raises."""
    try:
        application = conn.execute("PRAGMA application_id").fetchone()[0]
        version: int = conn.execute("PRAGMA user_version").fetchone()[0]
        tables = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        conn.close()
        raise explained(path, error) from None
    if not tables and application in (0, APPLICATION_ID):
        return 0
    if application != APPLICATION_ID or not {"runs", "versions", "figures"} <= tables:
        # The table sqlite-utils keeps comes first: a process killed there leaves a database that is ours and empty.
        if tables <= {"_sqlite_migrations", "sqlite_sequence"} and application == 0:
            return 0
        conn.close()
        raise PolicytrackError(
            f"{path} is an SQLite database, but not one of policytrack.",
            hint="Name another with --db PATH.",
        )
    if version > SCHEMA_VERSION:
        conn.close()
        raise DatabaseTooNew(
            f"{path} was written by a newer policytrack (schema {version}, this one knows {SCHEMA_VERSION}).",
            hint="Upgrade with `pip install --upgrade policytrack`.",
        )
    return version


def _prepare(conn: sqlite3.Connection, path: Path) -> None:
    """Settings of the writer, and the migrations that are pending."""
    version = _check(conn, path)
    try:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = NORMAL")
        conn.execute("PRAGMA cache_size = -65536")
        conn.execute("PRAGMA wal_autocheckpoint = 10000")  # pages: a third faster than every 1,000
        conn.execute("PRAGMA foreign_keys = ON")
        if version < SCHEMA_VERSION:
            from policytrack.store.migrations import backup, migrate

            if version:
                backup(conn, path)
            migrate(conn)
            conn.row_factory = sqlite3.Row
        # A write, taken back: finds a read-only file now, not in the middle of a document. BEGIN IMMEDIATE does not.
        conn.execute("BEGIN IMMEDIATE")
        conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        conn.execute("ROLLBACK")
    except sqlite3.Error as error:
        raise explained(path, error) from None


def explained(path: Path, error: sqlite3.Error) -> PolicytrackError:
    """What an SQLite error means for the user."""
    text = str(error)
    if "not a database" in text:
        return PolicytrackError(f"{path} is not an SQLite database.", hint="Name another with --db PATH.")
    if "readonly" in text or "unable to open" in text:
        return _unwritable(path, "it is read-only" if "readonly" in text else text)
    if "full" in text:
        return PolicytrackError(
            f"{path}: the disk is full.", hint="The database is whole; free some space and run the command again."
        )
    if "locked" in text:
        return PolicytrackError(
            f"{path} is locked by another program.", hint="Close it and try again.", code=ExitCode.LOCKED
        )
    return PolicytrackError(f"{path}: {text}.", hint="`policytrack check` tells whether the database is whole.")


def _unwritable(path: Path, why: str) -> PolicytrackError:
    return PolicytrackError(
        f"{path} cannot be opened: {why}.", hint="Check its permissions, or name another with --db PATH."
    )


def has_fts() -> bool:
    """Whether this SQLite was built with full-text search."""
    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(a)")
    except sqlite3.Error:
        return False
    return True
