"""Full-text search, right for Chinese words of any length.

Every character is a token of the index and every word a phrase. The index knows no punctuation, so each hit is looked
at again in the text. Newest first: ranking by bm25 costs a second on very common words and is asked for.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from policytrack.errors import UsageError
from policytrack.names import Names
from policytrack.query import Query
from policytrack.store.terms import conditions, phrase


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds all the words; `spans` are the words' half-open spans in its text, sorted."""

    article: int
    title: str
    source: str | None
    published: str | None
    text: str
    spans: tuple[tuple[int, int], ...]


def search(
    conn: sqlite3.Connection,
    words: list[str],
    query: Query,
    names: Names,
    *,
    limit: int | None = 20,
    ranked: bool = False,
) -> Iterator[Hit]:
    """Current articles that hold every word, newest first or by relevance; raises UsageError when there is no word."""
    sought = [word.strip() for word in words if any(c.isalnum() for c in word)]
    if not sought:
        raise UsageError("There is no word to search for.", hint="`policytrack search 减税 小微企业` finds both words.")
    where, parameters = conditions(query, "articles", names)
    order = "bm25(fulltext, 5.0, 1.0)" if ranked else "v.published DESC, h.article DESC"
    sql = (
        "SELECT h.article, v.title, v.source, v.published, v.text FROM fulltext"
        " JOIN versions v ON v.id = fulltext.rowid"
        f" JOIN heads h ON h.version = v.id WHERE fulltext MATCH ? AND {where} ORDER BY {order}"
    )
    left = limit
    for row in conn.execute(sql, (" AND ".join(map(phrase, sought)), *parameters)):
        if left == 0:
            return
        if all(word in row["text"] or word in row["title"] for word in sought):
            spans = _spans(row["text"], sought)
            yield Hit(row["article"], row["title"], row["source"], row["published"], row["text"], spans)
            left = None if left is None else left - 1


def _spans(text: str, words: list[str]) -> tuple[tuple[int, int], ...]:
    found = set()
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.add((at, at + len(word)))
            at = text.find(word, at + len(word))
    return tuple(sorted(found))
