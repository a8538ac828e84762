"""Rows for comparisons: narrow ones of all figures of two periods, and whole ones of those that are worth building."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from policytrack.compare.series import AHEAD
from policytrack.names import Names
from policytrack.query import Query
from policytrack.store.listing import from_clause, known_on, newest_first
from policytrack.store.terms import conditions


def numbered(conn: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[sqlite3.Row]:
    """The current figures with these row numbers, newest publication first."""
    return conn.execute(newest_first("figures", "t.id IN (SELECT value FROM json_each(?))"), (json.dumps(numbers),))


_PLACE = "CASE WHEN t.ref_area <> '' THEN t.ref_area ELSE v.place END"
_BARE = (
    f"coalesce(t.indicator, ''), coalesce({_PLACE}, ''), coalesce(t.time_period, ''), h.article || '.' || t.name, ?, t.id,"
    " h.article, t.organisation, t.breakdown, t.kind, t.obs_status, t.\"where\" = 'title'"
)
_PRINTED = "v.source, t.surface, t.bound, t.sign, t.obs_value, t.unit_measure, t.quote"
_UNASKED = "NULL, '', '', 1, '', '', NULL"


def bare(
    conn: sqlite3.Connection, query: Query, names: Names, side: int, *, as_of: date | None = None, whole: bool = False
) -> Iterator[tuple[Any, ...]]:
    """The figures a query selects as `compare.alone.Bare` has them, in no order; `whole` with what they print.

    Plain tuples with no more columns than needed, as all figures of two periods are read this way.
    """
    where, parameters = known_on(*conditions(query, "figures", names), as_of)
    columns = f"{_BARE}, {_PRINTED if whole else _UNASKED}"
    cursor = conn.cursor()
    cursor.row_factory = None
    return cursor.execute(f"SELECT {columns} FROM {from_clause('figures')} WHERE {where}", (side, *parameters))


# Articles with results that are printed so early that they count as targets.
_EARLY = (
    "SELECT e.extraction FROM figures e JOIN heads g ON g.extraction = e.extraction JOIN versions w ON w.id = g.version"
    f" WHERE e.obs_status = 'actual' AND e.time_end > date(w.published, '+{AHEAD.days} days')"
)


def maybe_targets(conn: sqlite3.Connection, query: Query, names: Names) -> Iterator[sqlite3.Row]:
    """The figures of a query that are targets, and all of the articles with figures that may be one fact with a target."""
    where, parameters = conditions(query, "figures", names)
    sought = f"({where}) AND (t.obs_status = 'target' OR t.extraction IN ({_EARLY}))"
    return conn.execute(newest_first("figures", sought), parameters)


def results_of(conn: sqlite3.Connection, places: Sequence[str]) -> Iterator[sqlite3.Row]:
    """The results of all articles that tell of one of the places, given as codes or names, empty for an unknown one."""
    here = "SELECT f.extraction FROM figures f WHERE coalesce(f.ref_area, '') IN (SELECT value FROM json_each(?))"
    where = f"t.obs_status = 'actual' AND t.extraction IN ({here})"
    return conn.execute(newest_first("figures", where), (json.dumps(places),))
