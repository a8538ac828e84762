"""Is the database whole, and does every quote stand where it says? Findings are sentences; none means all is well."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from policytrack.store.identity import content_digest
from policytrack.store.listing import article_of

Finding = str


def check(conn: sqlite3.Connection) -> Iterator[Finding]:
    """Every defect found. Reads the whole database once."""
    for test in (_integrity, _references, _versions, _spans, _heads, _fulltext):
        yield from test(conn)


def _integrity(conn: sqlite3.Connection) -> Iterator[Finding]:
    for row in conn.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"SQLite: {row[0]}"


def _references(conn: sqlite3.Connection) -> Iterator[Finding]:
    for row in conn.execute("PRAGMA foreign_key_check"):
        yield f"row {row[1]} of {row[0]} points at a row of {row[2]} that is not there"


def _versions(conn: sqlite3.Connection) -> Iterator[Finding]:
    """The stored text is the one whose digest was stored with it."""
    sql = "SELECT v.*, v.id AS version_id, v.given_id AS given FROM versions v"
    for row in conn.execute(sql):
        article = article_of(row)
        digest = content_digest(replace(article, id=row["given"] or ""))
        if digest != row["content_sha256"]:
            yield f"version {row['version_id']} of article {row['article']}: its text is not the one that was stored"


def _spans(conn: sqlite3.Connection) -> Iterator[Finding]:
    """Every surface and quote of figures, actions and numerals, read again at its offsets."""
    sql = 'SELECT v.article, t.name, t."where", t.start, t."end", {0} AS said, {1}, v.text, v.title FROM {2} t'
    join = " JOIN extractions x ON x.id = t.extraction JOIN versions v ON v.id = x.version"
    for table, said, quote in (
        ("figures", "t.surface", "t.quote AS sentence, t.quote_start AS at"),
        ("actions", "t.quote", "NULL AS sentence, NULL AS at"),
    ):
        for row in conn.execute(sql.format(said, quote, table) + join):
            text = row["text"] if row["where"] == "text" else row["title"]
            if text[row["start"] : row["end"]] != row["said"]:
                yield f"{row['article']}.{row['name']}: {row['said']!r} does not stand at {row['start']}…{row['end']}"
            sentence = row["sentence"]
            if sentence is not None and text[row["at"] : row["at"] + len(sentence)] != sentence:
                yield f"{row['article']}.{row['name']}: its sentence does not stand at {row['at']}"
    numerals = 'SELECT v.article, t.start, t."end", t.surface, v.text FROM numerals t'
    for row in conn.execute(numerals + join):
        if row["text"][row["start"] : row["end"]] != row["surface"]:
            yield f"article {row['article']}: numeral {row['surface']!r} does not stand at {row['start']}"


def _heads(conn: sqlite3.Connection) -> Iterator[Finding]:
    """The current state is the newest of the runs that stand, and links between actions and figures hold."""
    newest = (
        "SELECT v.article, max(v.id) AS version FROM versions v JOIN extractions x ON x.version = v.id"
        " WHERE v.run NOT IN (SELECT run FROM run_undos) AND x.run NOT IN (SELECT run FROM run_undos)"
        " GROUP BY v.article"
    )
    for row in conn.execute(
        f"SELECT n.article FROM ({newest}) n LEFT JOIN heads h ON h.article = n.article AND h.version = n.version"
        " WHERE h.article IS NULL"
    ):
        yield f"article {row[0]}: its newest version is not the current one"
    for row in conn.execute(
        "SELECT h.article FROM heads h WHERE h.extraction <> (SELECT max(x.id) FROM extractions x"
        " WHERE x.version = h.version AND x.run NOT IN (SELECT run FROM run_undos))"
    ):
        yield f"article {row[0]}: its newest reading is not the current one"
    for row in conn.execute(
        "SELECT h.article, f.name FROM figures f JOIN heads h ON h.extraction = f.extraction WHERE f.action IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM actions a WHERE a.extraction = f.extraction AND a.name = f.action)"
    ):
        yield f"{row[0]}.{row[1]}: belongs to an action that is not there"
    for row in conn.execute("SELECT id, figures FROM actions"):
        if not isinstance(json.loads(row[1]), list):
            yield f"action row {row[0]}: its figures are not a list"


def _fulltext(conn: sqlite3.Connection) -> Iterator[Finding]:
    texts = conn.execute("SELECT count(*) FROM versions").fetchone()[0]
    indexed = conn.execute("SELECT count(*) FROM fulltext_docsize").fetchone()[0]
    if texts != indexed:
        yield f"the full-text index holds {indexed} of {texts} versions"
