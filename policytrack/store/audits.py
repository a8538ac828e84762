"""Stored audits: of the articles that a query selects, and of one reading."""

import json
import sqlite3

from policytrack.names import Names
from policytrack.query import Query
from policytrack.store.listing import from_clause
from policytrack.store.terms import conditions


def article_audits(conn: sqlite3.Connection, query: Query, names: Names) -> list[tuple[str, str, str, str, str]]:
    """(verdict, template, note, figure ids, title) of every audit of the selected articles."""
    where, parameters = conditions(query, "articles", names)
    sql = (
        "SELECT h.article AS article, v.title AS title, u.verdict AS verdict, u.template AS template, u.note AS note,"
        f" u.figures AS figures FROM {from_clause('articles')} JOIN audits u ON u.extraction = h.extraction"
        f" WHERE {where} ORDER BY h.article, u.id"
    )
    return [
        (
            row["verdict"], row["template"], row["note"],
            " ".join(f"{row['article']}.{name}" for name in json.loads(row["figures"])), row["title"],
        )
        for row in conn.execute(sql, parameters)
    ]  # fmt: skip


def stored_audits(conn: sqlite3.Connection, extraction: int) -> list[tuple[str, tuple[str, ...], str, str]]:
    """(template, figure names, verdict, note) of every audit of one reading."""
    sql = "SELECT template, figures, verdict, note FROM audits WHERE extraction = ? ORDER BY id"
    return [
        (row["template"], tuple(json.loads(row["figures"])), row["verdict"], row["note"])
        for row in conn.execute(sql, (extraction,))
    ]


def read_with(conn: sqlite3.Connection, extraction: int) -> str:
    """The version of the lexicon that a reading was made with."""
    version: str = conn.execute("SELECT lexicon FROM extractions WHERE id = ?", (extraction,)).fetchone()[0]
    return version
