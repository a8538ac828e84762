"""Facts out of the database: the figures a query selects, clustered into facts with their mentions."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from policytrack.compare.alone import Bare, bare, split
from policytrack.compare.diff import Line
from policytrack.compare.facts import Printed, facts_of, single
from policytrack.compare.series import Measure
from policytrack.lexicon.load import Lexicon
from policytrack.model import Fact
from policytrack.names import Names
from policytrack.query import Query
from policytrack.store import beside, compared, listing
from policytrack.store.rows import figure_of


def measure_of(lexicon: Lexicon) -> Measure:
    """How the lexicon makes units and indicator names comparable."""
    synonyms = lexicon.synonyms
    return Measure(lexicon.units.to_base, cache(synonyms.canonical), cache(synonyms.is_vague))


def printed(conn: sqlite3.Connection, query: Query, names: Names, as_of: date | None = None) -> Iterator[Printed]:
    """The figures a query selects, as they are printed; with `as_of` only what was known on that day."""
    return map(_printed, listing.rows(conn, "figures", query, names, as_of=as_of))


def printed_of_article(conn: sqlite3.Connection, article: int) -> Iterator[Printed]:
    """The current figures of one article, as they are printed."""
    return map(_printed, listing.of_article(conn, "figures", article))


_day = lru_cache(maxsize=4096)(date.fromisoformat)


def _printed(row: sqlite3.Row) -> Printed:
    figure = figure_of(row)
    published = row["published"]
    return Printed(
        figure, row["id"], str(row["article"]), row["source"], _day(published) if published else None,
        row["ref_area"] or row["article_place"], figure.organisation, row["quote"],
    )  # fmt: skip


def replaced_facts(conn: sqlite3.Connection, query: Query, names: Names) -> list[Fact]:
    """The figures that a query selects in earlier versions of their articles, as facts of their own."""
    return facts_of(map(_printed, beside.replaced(conn, query, names)), measure_of(names.lexicon))


def facts(conn: sqlite3.Connection, query: Query, names: Names, as_of: date | None = None) -> list[Fact]:
    """The facts of a query's figures."""
    return facts_of(printed(conn, query, names, as_of), measure_of(names.lexicon))


def without_repeats(conn: sqlite3.Connection, found: Sequence[Fact], measure: Measure) -> list[Fact]:
    """The facts less those of headlines that repeat a figure of their body, which has a longer name and was not asked for."""
    called: dict[str, str | None] = {}
    for article in {fact.mentions[0].article_id for fact in found if fact.figure.where == "title"}:
        for fact in facts_of(printed_of_article(conn, int(article)), measure):
            called |= {mention.figure_id: fact.figure.indicator for mention in fact.mentions}
    return [
        fact for fact in found
        if fact.figure.where != "title" or called[fact.mentions[0].figure_id] == fact.figure.indicator
    ]  # fmt: skip


def targets(conn: sqlite3.Connection, query: Query, names: Names) -> list[Fact]:
    """The facts of a query that say what is to be reached."""
    found = facts_of(map(_printed, compared.maybe_targets(conn, query, names)), measure_of(names.lexicon))
    return [fact for fact in found if fact.figure.obs == "target"]


def answers(conn: sqlite3.Connection, to: Sequence[Fact], names: Names) -> list[Fact]:
    """The results that may answer some of the targets, as they are of their places."""
    places = sorted({fact.place or "" for fact in to})
    return facts_of(map(_printed, compared.results_of(conn, places)), measure_of(names.lexicon)) if to else []


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a diff: the facts that may meet others, and what needs no more than a line or a count."""

    facts: list[Fact]
    alone: list[Bare]
    nameless: list[Bare]  # figures that do not say what they measure

    @property
    def is_empty(self) -> bool:
        return not (self.facts or self.alone or self.nameless)


def sides(
    conn: sqlite3.Connection,
    queries: tuple[Query, Query],
    names: Names,
    as_of: date | None = None,
    *,
    whole: bool = True,
) -> tuple[Side, Side]:
    """Both sides of a diff; unless `whole`, what stands alone has nothing to print until it is `built`.

    What the connection reads from here on is of one moment, whoever writes meanwhile.
    """
    measure = measure_of(names.lexicon)
    if not conn.in_transaction:
        conn.execute("BEGIN")
    rows = [bare(compared.bare(conn, query, names, n, as_of=as_of, whole=whole)) for n, query in enumerate(queries)]
    one, other = (
        Side(facts_of(_numbered(conn, part.meeting), measure), part.alone, part.nameless)
        for part in split(rows[0], rows[1], measure)
    )
    return one, other


def _numbered(conn: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Printed]:
    return map(_printed, compared.numbered(conn, numbers))


def built(conn: sqlite3.Connection, lines: Sequence[Line | Bare]) -> list[Line]:
    """The lines of a diff with the facts of all that stands alone."""
    numbers = [line.number for line in lines if isinstance(line, Bare)]
    facts = {row.figure_id: single(row) for row in _numbered(conn, numbers)}

    def line_of(row: Bare) -> Line:
        fact = facts[row.figure_id]
        return (
            Line(row.verdict, None, fact, row.indicator) if row.side else Line(row.verdict, fact, None, row.indicator)
        )

    return [line_of(line) if isinstance(line, Bare) else line for line in lines]


def rates_beside(conn: sqlite3.Connection, lines: Sequence[Line | Bare], names: Names) -> list[Fact]:
    """The growth rates that the articles of B's totals print, where the lines of a diff set them against A's."""
    articles = {
        mention.article_id for line in lines if isinstance(line, Line) and line.a and line.b
        for mention in line.b.mentions
    }  # fmt: skip
    return facts_of(map(_printed, beside.rates(conn, articles)), measure_of(names.lexicon))
