"""One article, action or figure in full, and why it was found: tables of a field and its value."""

from collections.abc import Iterable
from typing import Any

from policytrack.render.table import Cell, Column, Table

Row = Any  # a row by column name: sqlite3.Row or a mapping
_COLUMNS = (Column("field", "项目", "field"), Column("value", "内容", "value"))
_ARTICLE = ("id", "title", "source", "published", "published_how", "byline", "place", "url")
_PROVENANCE = ("origin", "media_type", "sha256", "ingested_by", "ingested_at", "read_by", "lexicon", "versions")
_ACTION = (
    "id", "type", "stage", "realis", "actor", "actor_how", "actor_level", "target", "ref_area", "time_period",
    "documents", "figures", "rule", "confidence",
)  # fmt: skip
_FIGURE = (
    "id", "surface", "obs_value", "value_to", "value_low", "value_high", "unit_measure", "bound", "kind", "sign",
    "indicator", "breakdown", "time_period", "period_how", "accumulation", "basis", "basis_how", "base_per",
    "denominator", "obs_status", "direction", "organisation", "ref_area", "action_type", "action", "rule", "confidence",
)  # fmt: skip


def fields(title: str, pairs: Iterable[tuple[str, Cell]], name: str = "details") -> Table:
    """The pairs that have a value."""
    rows = [(key, value) for key, value in pairs if value not in (None, "", "[]")]
    return Table(title, _COLUMNS, rows, name=name)


def article(row: Row, marked: str) -> Table:
    """An article's metadata and its text, figures in brackets."""
    pairs = [(key, row[key]) for key in _ARTICLE]
    return fields(f"article {row['id']}: {row['title']}", [*pairs, ("text", marked)], "article")


def action(row: Row, quote: str) -> Table:
    return fields(f"action {row['id']}", [("quote", quote), *((key, row[key]) for key in _ACTION)], "action")


def figure(row: Row, quote: str) -> Table:
    return fields(f"figure {row['id']}", [("quote", quote), *((key, row[key]) for key in _FIGURE)], "figure")


def provenance(row: Row) -> Table:
    """Where it comes from: document, hash, runs and lexicon."""
    return fields("provenance", ((key, row[key]) for key in _PROVENANCE), "provenance")


def marked(text: str, spans: Iterable[tuple[int, int]], offset: int = 0) -> str:
    """The text with each span in brackets; spans count from `offset`, and those that overlap or lie outside are left."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        low, high = start - offset, end - offset
        if low >= at and high <= len(text):
            pieces += [text[at:low], "【", text[low:high], "】"]
            at = high
    return "".join((*pieces, text[at:]))
