"""Reading what is current: figures, actions and articles that a query selects, and single items by id.

Ids are what users type: `12` an article, `12.a3` an action, `12.f5` a figure. Rows are `sqlite3.Row`; their columns are
those of the tables, with `id`, `article`, `title`, `source`, `published` and `url` of the article in front.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from policytrack.errors import UsageError
from policytrack.model import Action, Article, Figure
from policytrack.names import Names
from policytrack.query import Query
from policytrack.store.rows import ACTION_COLUMNS, FIGURE_COLUMNS, action_of, figure_of
from policytrack.store.terms import Sql, conditions

_HEAD = "v.title AS title, v.source AS source, v.published AS published, v.url AS url, v.place AS article_place"
_ITEM = f"h.article || '.' || t.name AS id, h.article AS article, h.version AS version, {_HEAD}"


def _columns(names: Sequence[str]) -> str:
    return ", ".join(f't."{name}"' for name in names)


_FROM = {
    "figures": "figures t JOIN heads h ON h.extraction = t.extraction JOIN versions v ON v.id = h.version",
    "actions": "actions t JOIN heads h ON h.extraction = t.extraction JOIN versions v ON v.id = h.version",
    "articles": "heads h JOIN versions v ON v.id = h.version LEFT JOIN reprints r ON r.article = h.article",
}
_SELECT = {
    "figures": f"{_ITEM}, {_columns(FIGURE_COLUMNS)}",
    "actions": f"{_ITEM}, {_columns(ACTION_COLUMNS)}",
    "articles": "h.article AS id, h.article AS article, h.version AS version, h.extraction AS extraction, v.title,"
    " v.byline, v.text, v.published, v.published_how, v.source, v.place, v.url, v.headline_only, v.why, r.cluster,"
    " (SELECT count(*) FROM reprints o JOIN heads l ON l.article = o.article"
    " WHERE o.cluster = r.cluster AND o.article <> h.article)"
    " AS reprints,"
    " length(v.text) AS characters, (SELECT count(*) FROM versions o WHERE o.article = h.article) AS versions,"
    " (SELECT count(*) FROM figures f WHERE f.extraction = h.extraction) AS figures,"
    " (SELECT count(*) FROM actions a WHERE a.extraction = h.extraction) AS actions",
}
_ORDER = {
    "figures": "v.published DESC, h.article DESC, t.id",
    "actions": "v.published DESC, h.article DESC, t.id",
    "articles": "v.published DESC, h.article DESC",
}
_ID = re.compile(r"([0-9]{1,18})(?:\.([af][0-9]{1,9}))?")


def from_clause(listing: str) -> str:
    """The joined tables of a listing, as `conditions` names them: h heads, v versions, t figures or actions."""
    return _FROM[listing]


def select(listing: str) -> str:
    """SELECT and FROM of a listing, to be followed by a condition."""
    return f"SELECT {_SELECT[listing]} FROM {_FROM[listing]}"


def rows(
    conn: sqlite3.Connection,
    listing: str,
    query: Query,
    names: Names,
    *,
    limit: int | None = None,
    offset: int = 0,
    least_certain: bool = False,
    as_of: date | None = None,
) -> Iterator[sqlite3.Row]:
    """The rows of `figures`, `actions` or `articles` that a query selects, newest publication or least certain first.

    With `as_of`, only what was published by that day.
    """
    where, parameters = known_on(*conditions(query, listing, names), as_of)
    order = "t.confidence, h.article, t.id" if least_certain else _ORDER[listing]
    sql = f"SELECT {_SELECT[listing]} FROM {_FROM[listing]} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
    return conn.execute(sql, (*parameters, -1 if limit is None else limit, offset))


def known_on(where: str, parameters: list[object], as_of: date | None) -> Sql:
    """A condition, and that the article was published by a day."""
    return (f"({where}) AND v.published <= ?", [*parameters, as_of.isoformat()]) if as_of else (where, parameters)


def newest_first(listing: str, where: str) -> str:
    """The SELECT of a listing's rows under a condition, newest publication first."""
    return f"SELECT {_SELECT[listing]} FROM {_FROM[listing]} WHERE {where} ORDER BY {_ORDER[listing]}"


def count(conn: sqlite3.Connection, listing: str, query: Query, names: Names) -> int:
    """How many rows `rows` would give without a limit."""
    where, parameters = conditions(query, listing, names)
    found: int = conn.execute(f"SELECT count(*) FROM {_FROM[listing]} WHERE {where}", parameters).fetchone()[0]
    return found


@dataclass(frozen=True, slots=True)
class ItemId:
    """A parsed id: the article, and the name of an action (a3) or figure (f5) in it, if any."""

    article: int
    name: str | None

    @property
    def listing(self) -> str:
        if self.name is None:
            return "articles"
        return "figures" if self.name[0] == "f" else "actions"


def parse_id(text: str) -> ItemId:
    """The id a user typed; raises UsageError when it is none."""
    match = _ID.fullmatch(text.strip())
    if not match:
        raise UsageError(
            f"{text!r} is not an id.", hint="Ids look like 12 (an article), 12.a3 (an action) or 12.f5 (a figure)."
        )
    return ItemId(int(match[1]), match[2])


def item(conn: sqlite3.Connection, wanted: ItemId) -> sqlite3.Row:
    """The row of one article, action or figure; raises UsageError when there is none."""
    listing = wanted.listing
    sql = f"SELECT {_SELECT[listing]} FROM {_FROM[listing]} WHERE h.article = ?"
    found = conn.execute(
        sql if wanted.name is None else f"{sql} AND t.name = ?",
        (wanted.article,) if wanted.name is None else (wanted.article, wanted.name),
    ).fetchone()
    if found is None:
        message, hint = _missing(conn, wanted)
        raise UsageError(message, hint=hint)
    row: sqlite3.Row = found
    return row


def _missing(conn: sqlite3.Connection, wanted: ItemId) -> tuple[str, str]:
    head = conn.execute("SELECT extraction FROM heads WHERE article = ?", (wanted.article,)).fetchone()
    if head is None:
        newest = conn.execute("SELECT max(article) FROM heads").fetchone()[0]
        hint = f"Articles go up to {newest}; `policytrack articles` lists them." if newest else "The database is empty."
        return f"There is no article {wanted.article}.", hint
    kind = {"figures": "figure", "actions": "action", "articles": "article"}[wanted.listing]
    return (
        f"Article {wanted.article} has no {kind} {wanted.name}.",
        f"`policytrack {wanted.listing} article:{wanted.article}` lists what it has.",
    )


def of_article(conn: sqlite3.Connection, listing: str, article: int) -> list[sqlite3.Row]:
    """The current figures or actions of one article, in text order."""
    sql = f"SELECT {_SELECT[listing]} FROM {_FROM[listing]} WHERE h.article = ? ORDER BY t.id"
    return conn.execute(sql, (article,)).fetchall()


def article_of(row: sqlite3.Row) -> Article:
    """The article of a row of the listing `articles`; its id is the database's."""
    return Article(
        id=str(row["article"]), text=row["text"], title=row["title"], byline=row["byline"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        published_how=row["published_how"], source=row["source"], place=row["place"], url=row["url"],
        headline_only=bool(row["headline_only"]),
    )  # fmt: skip


def article_numbers(conn: sqlite3.Connection) -> list[int]:
    """The numbers of all current articles, ascending."""
    return [row[0] for row in conn.execute("SELECT article FROM heads ORDER BY article")]


def published_span(conn: sqlite3.Connection) -> tuple[str | None, str | None]:
    """The first and last day of publication of current articles, None when none is dated."""
    ends = (
        # CROSS JOIN: along the index on the day, to the first version that is current.
        "SELECT v.published FROM versions v CROSS JOIN heads h ON h.version = v.id WHERE v.published IS NOT NULL"
        f" ORDER BY v.published {order} LIMIT 1"
        for order in ("ASC", "DESC")
    )
    first, last = ((row := conn.execute(sql).fetchone()) and row[0] for sql in ends)
    return first, last


def indicator_names(conn: sqlite3.Connection) -> list[str]:
    """All indicators that current figures measure."""
    return [
        row[0] for row in conn.execute("SELECT DISTINCT indicator FROM current_figures WHERE indicator IS NOT NULL")
    ]


def stored_reading(conn: sqlite3.Connection, extraction: int) -> tuple[list[Figure], list[Action]]:
    """The figures and actions of one reading, in text order."""
    figures = conn.execute("SELECT * FROM figures WHERE extraction = ? ORDER BY id", (extraction,))
    actions = conn.execute("SELECT * FROM actions WHERE extraction = ? ORDER BY id", (extraction,))
    return [figure_of(row) for row in figures], [action_of(row) for row in actions]


def versions(conn: sqlite3.Connection, article: int) -> list[sqlite3.Row]:
    """All versions of an article, oldest first, with their run, its time, and whether the run was undone."""
    return conn.execute(
        "SELECT v.id AS version, v.title, v.text, v.published, v.source, v.run, r.started_at, d.origin,"
        " v.run IN (SELECT run FROM run_undos) AS undone FROM versions v JOIN runs r ON r.id = v.run"
        " JOIN documents d ON d.id = v.document WHERE v.article = ? ORDER BY v.id",
        (article,),
    ).fetchall()


def text_of(conn: sqlite3.Connection, version: int, where: str) -> str:
    """The text or title of a version."""
    row = conn.execute("SELECT text, title FROM versions WHERE id = ?", (version,)).fetchone()
    return str(row["title" if where == "title" else "text"]) if row else ""


def provenance(conn: sqlite3.Connection, article: int) -> sqlite3.Row:
    """Where an article comes from: origin, sha256, media type, run, lexicon and time of its current reading."""
    row: sqlite3.Row = conn.execute(
        "SELECT d.origin, d.sha256, d.media_type, v.run AS ingested_by, r.started_at AS ingested_at, x.run AS read_by,"
        " x.lexicon, (SELECT count(*) FROM versions o WHERE o.article = h.article) AS versions, a.identity"
        " FROM heads h JOIN versions v ON v.id = h.version JOIN documents d ON d.id = v.document"
        " JOIN extractions x ON x.id = h.extraction JOIN runs r ON r.id = v.run JOIN articles a ON a.id = h.article"
        " WHERE h.article = ?",
        (article,),
    ).fetchone()
    return row


def unattached(conn: sqlite3.Connection, query: Query, names: Names) -> list[sqlite3.Row]:
    """The numerals of the selected articles that were taken for nothing known, with the text around them."""
    where, parameters = conditions(query, "articles", names)
    sql = (
        'SELECT h.article AS article, n.start, n."end", n.surface, n.class, v.title, v.published,'
        " substr(v.text, max(1, n.start - 14), 30 + length(n.surface)) AS context"
        f" FROM {_FROM['articles']} JOIN numerals n ON n.extraction = h.extraction WHERE {where}"
        " ORDER BY h.article, n.start"
    )
    return conn.execute(sql, parameters).fetchall()
