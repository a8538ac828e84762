"""Facts out of the database: the figures a query selects, clustered into facts with their mentions."""

import sqlite3
from collections.abc import Iterator
from datetime import date

from policytrack.compare.facts import Printed, facts_of
from policytrack.compare.series import Measure
from policytrack.lexicon.load import Lexicon
from policytrack.model import Fact
from policytrack.names import Names
from policytrack.query import Query
from policytrack.store.listing import of_article, rows
from policytrack.store.rows import figure_of


def measure_of(lexicon: Lexicon) -> Measure:
    """How the lexicon makes units and indicator names comparable."""
    return Measure(lexicon.units.to_base, lexicon.synonyms.canonical, lexicon.synonyms.is_vague)


def printed(conn: sqlite3.Connection, query: Query, names: Names, as_of: date | None = None) -> Iterator[Printed]:
    """The figures a query selects, as they are printed; with `as_of` only what was known on that day."""
    for row in rows(conn, "figures", query, names):
        published = date.fromisoformat(row["published"]) if row["published"] else None
        if as_of and (published is None or published > as_of):
            continue
        yield _printed(row, published)


def printed_of_article(conn: sqlite3.Connection, article: int) -> Iterator[Printed]:
    """The current figures of one article, as they are printed."""
    for row in of_article(conn, "figures", article):
        yield _printed(row, date.fromisoformat(row["published"]) if row["published"] else None)


def _printed(row: sqlite3.Row, published: date | None) -> Printed:
    figure = figure_of(row)
    return Printed(
        figure=figure,
        figure_id=row["id"],
        article_id=str(row["article"]),
        source=row["source"],
        published=published,
        place=row["ref_area"] or row["article_place"],
        organisation=figure.organisation,
        quote=row["quote"],
    )


def facts(conn: sqlite3.Connection, query: Query, names: Names, as_of: date | None = None) -> list[Fact]:
    """The facts of a query's figures."""
    return facts_of(printed(conn, query, names, as_of), measure_of(names.lexicon))
