"""What stands beside figures that were read already: rates, titles and plans of their articles, and earlier versions."""

import json
import sqlite3
from collections.abc import Collection, Iterator

from policytrack.errors import UsageError
from policytrack.names import Names
from policytrack.query import Query
from policytrack.store.listing import parse_id, select
from policytrack.store.terms import conditions

_IN = "h.article IN (SELECT value FROM json_each(?))"
# The last reading of every version that a newer one replaced, of runs that were not undone; `heads` names the article.
_REPLACED = (
    " FROM figures t JOIN extractions x ON x.id = t.extraction JOIN versions v ON v.id = x.version"
    " JOIN heads h ON h.article = v.article AND h.version <> v.id AND v.run NOT IN (SELECT run FROM run_undos)"
    " AND x.id = (SELECT max(o.id) FROM extractions o WHERE o.version = v.id AND o.run NOT IN (SELECT run FROM run_undos))"
)


def _numbers(articles: Collection[str]) -> tuple[str]:
    return (json.dumps(list(map(int, articles))),)


def rates(conn: sqlite3.Connection, articles: Collection[str]) -> Iterator[sqlite3.Row]:
    """The growth rates among the current figures of articles."""
    return conn.execute(f"{select('figures')} WHERE t.kind = 'growth' AND {_IN}", _numbers(articles))


def titles(conn: sqlite3.Connection, articles: Collection[str]) -> dict[str, str]:
    """The titles of articles by their numbers."""
    sql = f"SELECT h.article, v.title FROM heads h JOIN versions v ON v.id = h.version WHERE {_IN}"
    return {str(number): title for number, title in conn.execute(sql, _numbers(articles))}


def planned_acts(conn: sqlite3.Connection, articles: Collection[str]) -> set[str]:
    """The ids (12.a3) of the planned acts of articles."""
    sql = (
        "SELECT h.article || '.' || t.name FROM actions t JOIN heads h ON h.extraction = t.extraction"
        f" WHERE t.realis = 'planned' AND {_IN}"
    )
    return {row[0] for row in conn.execute(sql, _numbers(articles))}


def replaced(conn: sqlite3.Connection, query: Query, names: Names) -> Iterator[sqlite3.Row]:
    """The figures of a query in earlier versions of their articles; their ids name the version: 12.f5@1."""
    where, parameters = conditions(query, "figures", names)
    return conn.execute(f"{_replaced()} WHERE {where} ORDER BY h.article, v.id, t.id", parameters)


def replaced_item(conn: sqlite3.Connection, name: str) -> sqlite3.Row:
    """The figure 12.f5@1 of the first version of an article; raises UsageError when there is none."""
    current, _, version = name.partition("@")
    wanted = parse_id(current)
    found = conn.execute(
        f"SELECT * FROM ({_replaced()} WHERE h.article = ? AND t.name = ?) WHERE id = ?",
        (wanted.article, wanted.name, f"{wanted.article}.{wanted.name}@{version}"),
    ).fetchone()
    if found is None:
        raise UsageError(
            f"There is no figure {name}.", hint=f"`policytrack show {wanted.article} --versions` lists them."
        )
    row: sqlite3.Row = found
    return row


def _replaced() -> str:
    ordinal = "(SELECT count(*) FROM versions o WHERE o.article = v.article AND o.id <= v.id)"
    columns = select("figures").partition(" FROM figures t ")[0]
    columns = columns.replace("t.name AS id", f"t.name || '@' || {ordinal} AS id", 1)
    return columns.replace("h.version AS version", "v.id AS version", 1) + _REPLACED
