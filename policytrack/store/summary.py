"""Counts for reports: grouped in SQL, so that a report over a million figures stays quick."""

import sqlite3
from typing import Any

from policytrack.names import Names
from policytrack.query import Query
from policytrack.store.listing import from_clause
from policytrack.store.terms import conditions

# What reports group by: a name for users → the expression over the tables of a listing.
_DAY = {"figures": "t.day", "actions": "t.day", "articles": "v.published"}
_ACTOR_OF_FIGURE = "(SELECT a.actor FROM actions a WHERE a.extraction = t.extraction AND a.name = t.action)"
_GROUPS = {
    "type": {"figures": "t.action_type", "actions": "t.type"},
    "place": {"figures": "coalesce(t.ref_area, v.place)", "actions": "coalesce(t.ref_area, v.place)", "articles": "v.place"},
    "actor": {"actions": "t.actor", "figures": _ACTOR_OF_FIGURE},
    "source": dict.fromkeys(("figures", "actions", "articles"), "v.source"),
    "indicator": {"figures": "t.indicator"},
    "month": {listing: f"substr({day}, 1, 7)" for listing, day in _DAY.items()},
    "quarter": {
        listing: f"substr({day}, 1, 4) || 'Q' || ((CAST(substr({day}, 6, 2) AS INTEGER) + 2) / 3)"
        for listing, day in _DAY.items()
    },
}  # fmt: skip
GROUPS = tuple(_GROUPS)


def grouped_actions(conn: sqlite3.Connection, query: Query, names: Names, by: str) -> list[sqlite3.Row]:
    """For each group of actions: key, done, planned, articles, and the days it spans; most first, times in order."""
    where, parameters = conditions(query, "actions", names)
    key = _GROUPS[by]["actions"]
    order = "key" if by in ("month", "quarter") else "actions DESC, key"
    sql = (
        f"SELECT {key} AS key, count(*) AS actions, sum(t.realis = 'done') AS done, sum(t.realis = 'planned') AS planned,"
        " count(DISTINCT h.article) AS articles, min(v.published) AS first, max(v.published) AS last"
        f" FROM {from_clause('actions')} WHERE {where} GROUP BY 1 ORDER BY {order}"
    )
    return conn.execute(sql, parameters).fetchall()


def grouped_figures(conn: sqlite3.Connection, query: Query, names: Names, by: str) -> dict[str | None, int]:
    """The number of figures in each group."""
    where, parameters = conditions(query, "figures", names)
    sql = f"SELECT {_GROUPS[by]['figures']} AS key, count(*) FROM {from_clause('figures')} WHERE {where} GROUP BY 1"
    return dict(tuple(row) for row in conn.execute(sql, parameters))


def series_overview(conn: sqlite3.Connection, query: Query, names: Names) -> list[sqlite3.Row]:
    """For each indicator, place, unit, kind and status: how many figures, and the days they cover; longest series first."""
    where, parameters = conditions(query, "figures", names)
    sql = (
        "SELECT t.indicator AS indicator, coalesce(t.organisation, t.ref_area, v.place) AS place,"
        " t.unit_measure AS unit_measure, t.kind AS kind, t.obs_status AS obs_status, count(*) AS figures,"
        " count(DISTINCT t.time_period) AS periods, min(t.time_end) AS first, max(t.time_end) AS last"
        f" FROM {from_clause('figures')} WHERE {where} AND t.indicator IS NOT NULL AND t.time_period IS NOT NULL"
        " GROUP BY 1, 2, 3, 4, 5 ORDER BY periods DESC, figures DESC, indicator, place"
    )
    return conn.execute(sql, parameters).fetchall()


def coverage(conn: sqlite3.Connection, query: Query, names: Names) -> list[sqlite3.Row]:
    """For each source: articles, headlines, figures, actions, figures without period or indicator, and days."""
    where, parameters = conditions(query, "articles", names)
    figure = "SELECT count(*) FROM figures f WHERE f.extraction = h.extraction"
    sql = (
        "SELECT v.source AS source, count(*) AS articles, sum(v.headline_only) AS headlines,"
        f" sum(({figure})) AS figures, sum(({figure} AND f.time_period IS NULL)) AS no_period,"
        f" sum(({figure} AND f.indicator IS NULL)) AS no_indicator,"
        " sum((SELECT count(*) FROM actions a WHERE a.extraction = h.extraction)) AS actions,"
        " sum((SELECT count(*) FROM numerals n WHERE n.extraction = h.extraction)) AS unattached,"
        " sum(v.published IS NULL) AS undated, min(v.published) AS first, max(v.published) AS last"
        f" FROM {from_clause('articles')} WHERE {where} GROUP BY 1 ORDER BY articles DESC, source"
    )
    return conn.execute(sql, parameters).fetchall()


def totals(conn: sqlite3.Connection, query: Query, names: Names) -> dict[str, Any]:
    """Articles, sources, and the first and last day of publication.

    A period selects by what is covered: the articles are then those that hold a selected action or figure, whenever they
    were published.
    """
    if any(term.key == "date" for term in query.terms) and not query.by_published:
        parts, parameters = [], []
        for listing in ("actions", "figures"):
            where, own = conditions(query, listing, names)
            parts.append(f"SELECT h.article FROM {from_clause(listing)} WHERE {where}")
            parameters += own
        chosen = f"h.article IN ({' UNION '.join(parts)})"
    else:
        chosen, parameters = conditions(query, "articles", names)
    sql = (
        "SELECT count(*) AS articles, count(DISTINCT v.source) AS sources, min(v.published) AS first,"
        f" max(v.published) AS last FROM {from_clause('articles')} WHERE {chosen}"
    )
    return dict(conn.execute(sql, parameters).fetchone())
