"""Listings: figures, actions and articles as tables, one row an item. Rows come from the store, by column name."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import itemgetter
from typing import Any

from policytrack.render.table import Cell, Column, Table, exact
from policytrack.reports.numbers import signed_surface
from policytrack.reports.words import Labels, column, said, whose

Row = Any  # a row by column name: sqlite3.Row or a mapping

# What programs get, a column a field; people get the short form of `_FOR_PEOPLE`.
_FIGURES = tuple(
    map(
        column,
        (
            "id", "surface", "indicator", "kind", "time_period", "ref_area", "action_type", "quote", "title",
            "published", "source", "obs_value", "value_to", "value_low", "value_high", "unit_measure", "unit_mult",
            "decimals", "dimension", "currency", "bound", "sign", "breakdown", "period_how", "accumulation", "basis",
            "basis_how", "base_per", "denominator", "obs_status", "direction", "organisation", "action", "where",
            "start", "end", "rule", "confidence", "article", "url",
        ),
    )
)  # fmt: skip
_ACTIONS = tuple(
    map(
        column,
        (
            "id", "type", "realis", "actor", "quote", "time_period", "ref_area", "title", "published", "source",
            "stage", "actor_how", "actor_level", "target", "documents", "figures", "where", "start", "end", "rule",
            "confidence", "article", "url",
        ),
    )
)  # fmt: skip
_ARTICLES = (
    column("id", right=True), column("published"), column("source", least=8), column("place"), column("title", least=14),
    column("actions", right=True), column("figures", right=True),
)  # fmt: skip
_MORE_ARTICLES = tuple(
    map(column, ("byline", "published_how", "headline_only", "characters", "url", "why", "cluster", "reprints"))
)
_FOR_PEOPLE = {
    "figures": (
        Column("id", "编号", "id", least=6),
        Column("surface", "数值", "value", right=True),
        Column("indicator", "指标", "indicator", least=14),
        Column("time_period", "期间", "period", least=10),
        Column("quote", "原文", "quote", least=24),
    ),
    "actions": (
        Column("id", "编号", "id", least=6),
        Column("type", "类型", "type", least=8),
        Column("actor", "主体", "actor", least=12),
        Column("time_period", "期间", "period", least=10),
        Column("quote", "原文", "quote", least=24),
    ),
    "articles": _ARTICLES,
}
_FOR_PROGRAMS = {"figures": _FIGURES, "actions": _ACTIONS, "articles": (*_ARTICLES, *_MORE_ARTICLES)}
_DECIMALS = frozenset({"obs_value", "value_to", "value_low", "value_high"})
# A quote longer than this is cut around its figure, for people only.
_QUOTE = 60


def listing(
    name: str,
    rows: Iterable[Row],
    title: str,
    labels: Labels,
    *,
    data: bool,
    picked: tuple[str, ...] = (),
) -> Table:
    """The table of a listing, every field for programs and for `picked` columns, else the short form for people."""
    if data or picked:
        columns = tuple(_labelled(column, labels) for column in _FOR_PROGRAMS[name])
        keys = [column.key for column in columns]
        return Table(title, columns, list(_exact(rows, keys)), name=name)
    short = {"figures": _figure, "actions": _action}.get(name)
    columns = _FOR_PEOPLE[name] if short else tuple(_labelled(column, labels) for column in _FOR_PEOPLE[name])
    if short is None:
        return Table(title, columns, [tuple(_cell(row[c.key]) for c in columns) for row in rows], name=name)
    return Table(title, columns, [short(row, labels) for row in rows], name=name)


def _exact(rows: Iterable[Row], keys: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    """The cells of all rows; by position, because looking 40 names up in a row takes longer than all else."""
    decimals = [i for i, key in enumerate(keys) if key in _DECIMALS]
    pick = None
    for row in rows:
        if isinstance(row, Mapping):
            cells = [row[key] for key in keys]
        else:
            if pick is None:
                names = row.keys()
                pick = itemgetter(*map(names.index, keys))
            cells = list(pick(row))
        for i in decimals:
            if cells[i] is not None:
                cells[i] = Decimal(cells[i])
        yield tuple(cell if type(cell) in _AS_IS else _cell(cell) for cell in cells)


_AS_IS = (str, int, type(None))


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _said(labels: Labels, key: str, value: str | None) -> str | None:
    return said(labels, key, value) if value else None


def _figure(row: Row, labels: Labels) -> tuple[Cell, ...]:
    """Value over kind, indicator over action type, period over place, quote over title."""
    kind = _said(labels, "kind", row["kind"]) if row["kind"] != "level" else None
    at = row["start"] - row["quote_start"]
    quote = around(row["quote"], at, at + row["end"] - row["start"])
    period = _period(row["time_period"]) if row["time_period"] else None
    place = whose(row["organisation"], _said(labels, "ref_area", row["ref_area"]) or "")
    return (
        row["id"], _lines(signed_surface(row["surface"], row["bound"], row["sign"], row["kind"]), kind),
        _lines(row["indicator"], _said(labels, "action_type", row["action_type"])),
        _lines(period, place), _lines(quote, _source(row)),
    )  # fmt: skip


def _action(row: Row, labels: Labels) -> tuple[Cell, ...]:
    """Type over realis, period over place, quote over title."""
    realis = _said(labels, "realis", row["realis"]) if row["realis"] != "done" else None
    period = _period(row["time_period"]) if row["time_period"] else None
    return (
        row["id"], _lines(_said(labels, "type", row["type"]), realis), row["actor"],
        _lines(period, _said(labels, "ref_area", row["ref_area"])), _lines(" ".join(row["quote"].split()), _source(row)),
    )  # fmt: skip


def _source(row: Row) -> str:
    return f"—{row['title']} {row['published'] or ''}".rstrip()


def around(quote: str, start: int, end: int) -> str:
    """The quote with its figure in brackets, cut to what stands around it."""
    if not 0 <= start < end <= len(quote):
        return " ".join(quote[:_QUOTE].split())
    low = max(0, start - _QUOTE // 2)
    high = min(len(quote), end + _QUOTE // 2)
    text = f"{'…' if low else ''}{quote[low:start]}【{quote[start:end]}】{quote[end:high]}{'…' if high < len(quote) else ''}"
    return " ".join(text.split())


def _labelled(column: Column, labels: Labels) -> Column:
    """The column with its values as people read them."""
    if column.key in ("time_period", "base_per"):
        return replace(column, show=_period)
    if column.key in ("documents", "figures") and not column.right:  # lists of an action; of an article it is a count
        return replace(column, show=lambda cell: " ".join(json.loads(str(cell))))
    if column.key in _DECIMALS:
        column = replace(column, right=True)
    return replace(column, show=lambda cell: said(labels, column.key, cell if cell is None else exact(cell)))


def _period(cell: Cell) -> str:
    from policytrack.period import Period
    from policytrack.period_query import people_period

    return people_period(Period.from_iso(str(cell)))


def _cell(value: Any) -> Cell:
    return value if value is None or isinstance(value, bool | int | str | Decimal) else str(value)
