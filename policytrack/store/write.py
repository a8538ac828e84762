"""Writing: runs, documents with their articles, readings. Every document is one transaction.

Nothing is overwritten: a changed article gets a new version, a new reading new rows; `heads` points at the newest.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from policytrack import __version__
from policytrack.model import Article
from policytrack.store import quarantine, reprints
from policytrack.store.cursors import Cursor, write_cursor
from policytrack.store.identity import content_digest, identity_of, is_certain, same_article
from policytrack.store.rows import (
    ACTION_COLUMNS,
    AUDIT_COLUMNS,
    FIGURE_COLUMNS,
    NUMERAL_COLUMNS,
    ExtractionRows,
    insert_sql,
)

_INSERT_ACTION = insert_sql("actions", ACTION_COLUMNS, "extraction")
_INSERT_FIGURE = insert_sql("figures", FIGURE_COLUMNS, "extraction")
_INSERT_NUMERAL = insert_sql("numerals", NUMERAL_COLUMNS, "extraction")
_INSERT_AUDIT = insert_sql("audits", AUDIT_COLUMNS, "extraction")
_VERSION_COLUMNS = (
    "article", "content_sha256", "given_id", "title", "byline", "text", "published", "published_how", "source", "place",
    "url", "headline_only", "document", "run", "why",
)  # fmt: skip
_INSERT_VERSION = insert_sql("versions", _VERSION_COLUMNS)


@dataclass(frozen=True, slots=True)
class Document:
    """One input as it came, and what was read from it; `cursor` is None for streams."""

    origin: str
    sha256: str
    media_type: str
    size: int
    readings: Collection[tuple[Article, ExtractionRows]]
    cursor: Cursor | None = None
    bands: tuple[tuple[int, ...], ...] = ()  # of each reading, for finding reprints


@dataclass(slots=True)
class Counts:
    """What went into the database; headlines are articles without a body and are not counted as articles."""

    articles: int = 0
    headlines: int = 0
    changed: int = 0
    unchanged: int = 0
    figures: int = 0
    actions: int = 0
    undated: int = 0  # of the articles, those whose day nobody said

    def add(self, other: "Counts") -> None:
        for name in ("articles", "headlines", "changed", "unchanged", "figures", "actions", "undated"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def outcome(self) -> str:
        """What became of the input: added | changed | unchanged."""
        if self.articles or self.headlines:
            return "added"
        return "changed" if self.changed else "unchanged"


def now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def transaction(conn: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; inside another transaction, as in a dry run, a part of it."""
    if conn.in_transaction:
        begin, commit, rollback = "SAVEPOINT part", "RELEASE part", "ROLLBACK TO part; RELEASE part"
    else:
        begin, commit, rollback = "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"
    conn.execute(begin)
    try:
        yield
        conn.execute(commit)
    except BaseException:
        if conn.in_transaction:  # a full disk may have ended it already
            for statement in rollback.split("; "):
                conn.execute(statement)
        raise


@dataclass(slots=True)
class Tentative:
    """Changes that are forgotten unless someone sets `keep`."""

    keep: bool = False


@contextmanager
def tentative(conn: sqlite3.Connection) -> Iterator[Tentative]:
    """A transaction to look at before it is kept."""
    decision = Tentative()
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield decision
    finally:
        conn.execute("COMMIT" if decision.keep else "ROLLBACK")


class RunWriter:
    """One run: it starts when made, and takes documents, failures and an end."""

    def __init__(self, conn: sqlite3.Connection, command: str, arguments: object, lexicon: str) -> None:
        self.conn = conn
        with transaction(conn):
            cursor = conn.execute(
                "INSERT INTO runs (command, arguments, started_at, program, lexicon) VALUES (?, ?, ?, ?, ?)",
                (command, json.dumps(arguments, ensure_ascii=False), now(), __version__, lexicon),
            )
        assert cursor.lastrowid is not None
        self.run: int = cursor.lastrowid

    def end(self, status: str, unchanged_inputs: int = 0) -> None:
        """Close the run: done | some_failed | interrupted | failed; count the inputs that were unchanged."""
        with transaction(self.conn):
            if unchanged_inputs:
                self._input("*", "unchanged", articles=unchanged_inputs)
            self.conn.execute(
                "INSERT INTO run_ends (run, ended_at, status) VALUES (?, ?, ?)", (self.run, now(), status)
            )

    def fail(self, origin: str, reason: str, hint: str) -> None:
        """Note an input, or a part of one, that could not be read."""
        with transaction(self.conn):
            self._input(origin, "failed", reason=reason, hint=hint)

    def attempt(self, failed: quarantine.Attempt) -> None:
        """Remember a failed input with all that is needed to try it again."""
        with transaction(self.conn):
            quarantine.note(self.conn, failed, self.run)

    def healed(self, origin: str) -> None:
        """Forget the failures of an input that was read."""
        with transaction(self.conn):
            quarantine.clear(self.conn, origin)

    def catch_up(self) -> None:
        """Cluster reprints among articles that came in without the library for it."""
        with transaction(self.conn):
            reprints.catch_up(self.conn)

    def add(self, document: Document) -> Counts:
        """Store what is new in a document, in one transaction."""
        counts = Counts()
        with transaction(self.conn):
            stored: int | None = None
            used: set[str] = set()
            for position, (article, rows) in enumerate(document.readings, 1):
                digest = content_digest(article)
                if self._known(digest):
                    counts.unchanged += 1
                    continue
                if stored is None:
                    stored = self._document(document)
                number, is_new = self._article(article, document.origin, position, used)
                version = self._version(number, article, digest, stored)
                self._extraction(number, version, rows)
                if document.bands:
                    reprints.cluster(self.conn, number, article.text, document.bands[position - 1])
                _count(counts, article, rows, is_new)
            if counts.outcome != "unchanged":
                self._input(
                    document.origin, counts.outcome, articles=counts.articles + counts.headlines + counts.changed
                )
            self._cursor(document)
        return counts

    def reread(self, article: int, version: int, rows: ExtractionRows) -> None:
        """Store a new reading of a version that is already there; the caller holds the transaction."""
        self._extraction(article, version, rows)

    def touch(self, document: Document) -> None:
        """Note that a file with a new time stamp has the content that was read before."""
        with transaction(self.conn):
            self._cursor(document)

    def _cursor(self, document: Document) -> None:
        if document.cursor:
            write_cursor(self.conn, document.origin, document.sha256, document.cursor, self.run)

    def _known(self, digest: str) -> bool:
        row = self.conn.execute(
            "SELECT 1 FROM versions v JOIN heads h ON h.version = v.id WHERE v.content_sha256 = ?", (digest,)
        ).fetchone()
        return row is not None

    def _document(self, document: Document) -> int:
        cursor = self.conn.execute(
            "INSERT INTO documents (sha256, media_type, origin, size, run) VALUES (?, ?, ?, ?, ?)",
            (document.sha256, document.media_type, document.origin, document.size, self.run),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _article(self, article: Article, origin: str, position: int, used: set[str]) -> tuple[int, bool]:
        """The number of the article, and whether it is a new one. Two articles of a document are never one."""
        base = identity = identity_of(article, origin, position)
        ordinal = 1
        while True:
            row = self.conn.execute(
                "SELECT a.id, v.text, h.article IS NOT NULL AS live FROM articles a"
                " JOIN versions v ON v.article = a.id LEFT JOIN heads h ON h.article = a.id"
                " WHERE a.identity = ? ORDER BY h.version = v.id DESC, v.id DESC LIMIT 1",
                (identity,),
            ).fetchone()
            if identity not in used:
                if row is None:
                    used.add(identity)
                    return self._new_article(identity), True
                if base.startswith("file:") or is_certain(article) or same_article(row["text"], article.text):
                    used.add(identity)
                    return row["id"], not row["live"]
            ordinal += 1
            identity = f"{base}#{ordinal}"

    def _new_article(self, identity: str) -> int:
        cursor = self.conn.execute("INSERT INTO articles (identity, run) VALUES (?, ?)", (identity, self.run))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _version(self, number: int, article: Article, digest: str, document: int) -> int:
        cursor = self.conn.execute(
            _INSERT_VERSION,
            (
                number, digest, article.id or None, article.title, article.byline, article.text,
                article.published.isoformat() if article.published else None, article.published_how, article.source,
                article.place, article.url, int(article.headline_only), document, self.run, "; ".join(article.why) or None,
            ),
        )  # fmt: skip
        assert cursor.lastrowid is not None
        self.conn.execute(
            "INSERT INTO fulltext (rowid, title, body) VALUES (?, ?, ?)",
            (cursor.lastrowid, " ".join(article.title), " ".join(article.text)),
        )
        return cursor.lastrowid

    def _extraction(self, article: int, version: int, rows: ExtractionRows) -> None:
        conn = self.conn
        cursor = conn.execute(
            "INSERT INTO extractions (version, run, lexicon, numerals) VALUES (?, ?, ?, ?)",
            (version, self.run, rows.lexicon, rows.numeral_count),
        )
        key = cursor.lastrowid
        assert key is not None
        for sql, lines in (
            (_INSERT_ACTION, rows.actions),
            (_INSERT_FIGURE, rows.figures),
            (_INSERT_NUMERAL, rows.numerals),
            (_INSERT_AUDIT, rows.audits),
        ):
            if lines:
                conn.executemany(sql, [(key, *line) for line in lines])
        conn.execute(
            "INSERT INTO heads (article, version, extraction) VALUES (?, ?, ?) ON CONFLICT (article) DO UPDATE"
            " SET version = excluded.version, extraction = excluded.extraction",
            (article, version, key),
        )

    def _input(self, origin: str, outcome: str, *, reason: str = "", hint: str = "", articles: int = 0) -> None:
        self.conn.execute(
            "INSERT INTO run_inputs (run, origin, outcome, reason, hint, articles) VALUES (?, ?, ?, ?, ?, ?)",
            (self.run, origin, outcome, reason or None, hint or None, articles),
        )


def _count(counts: Counts, article: Article, rows: ExtractionRows, is_new: bool) -> None:
    if not is_new:
        counts.changed += 1
    elif article.headline_only:
        counts.headlines += 1
    else:
        counts.articles += 1
    counts.undated += article.published is None
    counts.figures += len(rows.figures)
    counts.actions += len(rows.actions)
