"""Campaigns out of the database: the actions a query selects, with the reports that belong together."""

import sqlite3
from datetime import date

from policytrack.compare.campaigns import Campaign, Report, campaigns
from policytrack.names import Names
from policytrack.query import Query
from policytrack.store.listing import rows
from policytrack.store.rows import action_of


def reports_of(conn: sqlite3.Connection, query: Query, names: Names) -> list[Report]:
    """The actions of a query, as their articles report them."""
    return [
        Report(
            action=action_of(row),
            action_id=row["id"],
            article_id=str(row["article"]),
            source=row["source"],
            published=date.fromisoformat(row["published"]) if row["published"] else None,
            place=row["ref_area"] or row["article_place"],
            title=row["title"] or "",
        )
        for row in rows(conn, "actions", query, names)
    ]


def campaigns_of(conn: sqlite3.Connection, query: Query, names: Names) -> list[Campaign]:
    """The campaigns among the actions of a query, by first report; an act printed twice is one."""
    return campaigns(reports_of(conn, query, names), names.lexicon.campaigns)
