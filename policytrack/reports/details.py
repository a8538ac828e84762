"""One article, action or figure in full, and where it comes from: tables of a field and its value."""

import json
from collections.abc import Iterable
from typing import Any

from policytrack.period import Period
from policytrack.period_query import people_period
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.words import Labels, column, heading, said, title

Row = Any  # a row by column name: sqlite3.Row or a mapping
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
_NAMED = ("type", "action_type")  # their ids are what a query takes, so both are printed


def fields(
    head: str, pairs: Iterable[tuple[str, Cell]], lang: str, name: str = "details", labels: Labels | None = None
) -> Table:
    """A line for each pair that has a value; with `labels`, values and lists as people read them."""
    rows = [(key, _value(key, value, labels)) for key, value in pairs if value not in (None, "", "[]")]
    columns = (
        Column("field", "项目", "field", show=lambda key: heading(str(key), lang)),
        Column("value", "内容", "value"),
    )
    return Table(head, columns, rows, name=name)


def record(head: str, pairs: Iterable[tuple[str, Cell]], name: str) -> Table:
    """One row with a column for each pair, for programs."""
    keys, values = zip(*pairs, strict=True)
    return Table(head, tuple(map(column, keys)), [tuple(values)], name=name)


def _details(head: str, pairs: Iterable[tuple[str, Cell]], lang: str, name: str, labels: Labels | None) -> Table:
    return record(head, pairs, name) if labels is None else fields(head, pairs, lang, name, labels)


def article(row: Row, marked: str, lang: str, labels: Labels | None = None) -> Table:
    """An article's metadata and its text, figures in brackets."""
    pairs = [(key, row[key]) for key in _ARTICLE]
    if row["versions"] > 1:
        how = f" · policytrack show {row['id']} --versions" if labels is not None else ""
        pairs.append(("versions", f"{row['versions']}{how}"))
    named = f": {row['title']}" if row["title"] else ""
    return _details(f"{title('article', lang)} {row['id']}{named}", [*pairs, ("text", marked)], lang, "article", labels)


def action(row: Row, quote: str, lang: str, labels: Labels | None = None) -> Table:
    pairs = [("quote", quote), *((key, row[key]) for key in _ACTION)]
    return _details(f"{title('action', lang)} {row['id']}", pairs, lang, "action", labels)


def figure(row: Row, quote: str, lang: str, labels: Labels | None = None) -> Table:
    idle = _idle(row) if labels is not None else ()
    pairs = [("quote", quote), *((key, row[key]) for key in _FIGURE if key not in idle)]
    return _details(f"{title('figure', lang)} {row['id']}", pairs, lang, "figure", labels)


def _idle(row: Row) -> tuple[str, ...]:
    """The fields of a figure that tell people nothing: a range without width, the direction of a level."""
    exact = ("value_low", "value_high") if row["value_low"] == row["value_high"] else ()
    return exact if row["kind"] in ("growth", "change") else (*exact, "sign")


def provenance(row: Row, lang: str, labels: Labels | None = None) -> Table:
    """Where it comes from: document, hash, runs and lexicon."""
    return _details(title("provenance", lang), ((key, row[key]) for key in _PROVENANCE), lang, "provenance", labels)


def position(row: Row, rule_file: str | None, lang: str, labels: Labels | None = None) -> Table:
    """Where an item stands, and the file of its rule."""
    pairs = [
        ("article", f"{row['article']}: {row['title']}" if labels is not None else row["article"]),
        ("source", row["source"]), ("published", row["published"]), ("where", row["where"]),
        ("offsets", f"{row['start']}–{row['end']}"), ("rule_file", rule_file),
    ]  # fmt: skip
    return _details(title("where it stands", lang), pairs, lang, "position", labels)


def _value(key: str, value: Cell, labels: Labels | None) -> Cell:
    if labels is None:
        return value
    if key in ("documents", "figures"):
        return " ".join(json.loads(str(value)))
    if key in ("time_period", "base_per"):
        return people_period(Period.from_iso(str(value)))
    words = said(labels, key, value)
    return f"{words} ({value})" if key in _NAMED and words != value else words


def marked(text: str, spans: Iterable[tuple[int, int]], offset: int = 0) -> str:
    """The text with each span in brackets; spans count from `offset`, and those that overlap or lie outside are left."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        low, high = start - offset, end - offset
        if low >= at and high <= len(text):
            pieces += [text[at:low], "【", text[low:high], "】"]
            at = high
    return "".join((*pieces, text[at:]))
