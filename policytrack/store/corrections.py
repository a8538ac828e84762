"""Decisions of reviewers: an append-only log beside the readings, and what waits for a decision.

A decision is one row; taking it back is one more row that names it. What stands is the newest decision on an item that
was not taken back.
"""

import json
import sqlite3
from collections.abc import Mapping

from policytrack.errors import UsageError
from policytrack.model import Decision
from policytrack.names import Names
from policytrack.query import Query
from policytrack.store.listing import from_clause, rows
from policytrack.store.terms import SAME_TEXT, conditions
from policytrack.store.write import now, transaction

_STANDS = "c.decision <> 'undo' AND c.id NOT IN (SELECT undoes FROM corrections WHERE undoes IS NOT NULL)"
# Whether the article still has the text that a decision is about.
_IN_EFFECT = (
    "EXISTS (SELECT 1 FROM heads h JOIN versions n ON n.id = h.version"
    " WHERE h.article = v.article AND n.content_sha256 = v.content_sha256)"
)


def decide(
    conn: sqlite3.Connection, version: int, item: tuple[str, str, int, int], decision: str, changes: Mapping[str, str]
) -> int:
    """Store one decision on (item, where, start, end) of a version; its number."""
    with transaction(conn):
        cursor = conn.execute(
            'INSERT INTO corrections (made_at, version, item, "where", start, "end", decision, changes)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (now(), version, *item, decision, json.dumps(dict(changes), ensure_ascii=False)),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def take_back(conn: sqlite3.Connection, number: int) -> tuple[int, int]:
    """Take a decision back; its (article, version). Raises UsageError when there is none of this number."""
    row = conn.execute(
        'SELECT c.version, v.article, c.item, c."where", c.start, c."end", c.decision,'
        f" ({_STANDS}) AS stands FROM corrections c JOIN versions v ON v.id = c.version WHERE c.id = ?",
        (number,),
    ).fetchone()
    if row is None or row["decision"] == "undo":
        raise UsageError(f"There is no decision {number}.", hint="`policytrack review --log` lists all.")
    if not row["stands"]:
        raise UsageError(f"Decision {number} is taken back already.", hint="`policytrack review --log` lists all.")
    with transaction(conn):
        conn.execute(
            'INSERT INTO corrections (made_at, version, item, "where", start, "end", decision, changes, undoes)'
            " VALUES (?, ?, ?, ?, ?, ?, 'undo', '{}', ?)",
            (now(), row["version"], row["item"], row["where"], row["start"], row["end"], number),
        )
    return row["article"], row["version"]


def decisions(conn: sqlite3.Connection, version: int) -> list[Decision]:
    """What stands on a version, oldest first; edits of one item add up, a later decision of another kind replaces."""
    found: dict[tuple[str, str, int, int], Decision] = {}
    same = SAME_TEXT.format(version="?")
    for row in conn.execute(f"SELECT * FROM corrections c WHERE {same} AND {_STANDS} ORDER BY c.id", (version,)):
        span = (row["item"], row["where"], row["start"], row["end"])
        changes = json.loads(row["changes"])
        before = found.get(span)
        if before and before.decision == "edit" and row["decision"] in ("edit", "accept"):
            changes = {**before.changes, **changes}
        kind = "edit" if changes else row["decision"]
        found[span] = Decision(*span, kind, changes)
    return list(found.values())


def log(conn: sqlite3.Connection) -> list[sqlite3.Row]:
    """Every decision, newest first, with the words it is about."""
    return conn.execute(
        "SELECT c.id AS number, c.made_at, v.article, c.item, c.decision, c.changes, c.undoes,"
        ' substr(CASE c."where" WHEN \'title\' THEN v.title ELSE v.text END, c.start + 1, c."end" - c.start) AS words,'
        f" v.title, ({_STANDS} AND {_IN_EFFECT}) AS stands FROM corrections c JOIN versions v ON v.id = c.version ORDER BY c.id DESC"
    ).fetchall()


def waiting(
    conn: sqlite3.Connection, listing: str, query: Query, names: Names, limit: int | None = None
) -> list[sqlite3.Row]:
    """The figures or actions that nobody has decided on, the least certain first."""
    return list(rows(conn, listing, query.having("reviewed", "no"), names, limit=limit, least_certain=True))


def waiting_numerals(
    conn: sqlite3.Connection, query: Query, names: Names, limit: int | None = None
) -> list[sqlite3.Row]:
    """The unattached numerals that nobody has decided on."""
    where, parameters = conditions(query, "articles", names)
    sql = (
        'SELECT h.article AS article, h.version AS version, n.start, n."end", n.surface, v.title, v.published,'
        " substr(v.text, max(1, n.start - 24), 50 + length(n.surface)) AS context,"
        " n.start + 1 - max(1, n.start - 24) AS at"
        f" FROM {from_clause('articles')} JOIN numerals n ON n.extraction = h.extraction WHERE {where}"
        f" AND NOT EXISTS (SELECT 1 FROM corrections c WHERE {SAME_TEXT.format(version='h.version')} AND c.item = 'numeral'"
        f' AND c.start = n.start AND c."end" = n."end" AND {_STANDS}) ORDER BY h.article, n.start LIMIT ?'
    )
    return conn.execute(sql, (*parameters, -1 if limit is None else limit)).fetchall()


def numeral_at(conn: sqlite3.Connection, article: int, start: int) -> tuple[int, int] | None:
    """(version, end) of the unattached numeral that begins there."""
    row = conn.execute(
        'SELECT h.version, n."end" FROM heads h JOIN numerals n ON n.extraction = h.extraction'
        " WHERE h.article = ? AND n.start = ?",
        (article, start),
    ).fetchone()
    return (row[0], row[1]) if row else None


def reviewed_articles(conn: sqlite3.Connection, run: int | None = None) -> list[tuple[int, int]]:
    """(article, version) of every current article on which a decision stands; of a run, those that it added."""
    sql = (
        "SELECT DISTINCT h.article, h.version FROM corrections c JOIN versions v ON v.id = c.version"
        " JOIN heads h ON h.article = v.article JOIN versions n ON n.id = h.version AND n.content_sha256 = v.content_sha256"
        f" WHERE {_STANDS} AND (? IS NULL OR n.run = ?) ORDER BY h.article"
    )
    return [(row[0], row[1]) for row in conn.execute(sql, (run, run))]
