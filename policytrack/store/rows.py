"""Extractions as table rows and back: pure, so that a worker process can build them and only tuples travel.

A row leaves out `id` and `extraction`, which the writer puts in front.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from policytrack.compare.headlines import repeated
from policytrack.model import Action, Audit, Extraction, Figure
from policytrack.period import Period

ACTION_COLUMNS = (
    "name", "type", "stage", "realis", "where", "start", "end", "quote", "actor", "actor_how", "actor_level", "target",
    "ref_area", "time_period", "time_start", "time_end", "day", "documents", "figures", "rule", "confidence",
)  # fmt: skip
FIGURE_COLUMNS = (
    "name", "where", "start", "end", "surface", "quote", "quote_start", "obs_value", "value_to", "value_low",
    "value_high", "value_sort", "unit_measure", "unit_mult", "decimals", "dimension", "currency", "bound", "kind",
    "sign", "indicator", "breakdown", "time_period", "time_start", "time_end", "day", "period_how", "accumulation",
    "basis", "basis_how", "base_per", "denominator", "obs_status", "direction", "organisation", "ref_area",
    "ref_area_stated", "action_type", "action", "rule", "confidence",
)  # fmt: skip
NUMERAL_COLUMNS = ("start", "end", "surface", "class")
AUDIT_COLUMNS = ("template", "figures", "verdict", "derived", "note")

_WIDTH = len(FIGURE_COLUMNS)
Row = tuple[Any, ...]
# The span of the quoted sentence around a span of one text.
Quote = Callable[[str, int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class ExtractionRows:
    """The rows of one extraction; `numerals` holds the unattached ones only, `numeral_count` counts all."""

    lexicon: str
    actions: list[Row]
    figures: list[Row]
    numerals: list[Row]
    audits: list[Row]
    numeral_count: int


def _times(period: Period | None, published: str | None) -> tuple[str | None, str | None, str | None, str | None]:
    """time_period, time_start, time_end and day."""
    if period is None:
        return None, None, None, published
    start = period.start.isoformat() if period.start else None
    end = period.end.isoformat() if period.end else None
    return f"{start or '..'}/{end or '..'}", start, end, end or start or published


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def rows_of(extraction: Extraction, lexicon: str, quote: Quote) -> ExtractionRows:
    """The rows of an extraction; `quote(where, start, end)` gives the sentence around a figure."""
    article = extraction.article
    texts = {"text": article.text, "title": article.title}
    published = article.published.isoformat() if article.published else None
    body = [f for f in extraction.figures if f.where == "text"]
    counted = {f.id: _times(f.period, None)[3] for f in extraction.figures if f.period}
    return ExtractionRows(
        lexicon=lexicon,
        actions=[_action_row(a, counted, published) for a in extraction.actions],
        figures=[
            _figure_row(
                f,
                texts[f.where],
                quote(f.where, f.start, f.end),
                article.place,
                _told(f, body, article.place) or published,
            )
            for f in extraction.figures
        ],
        numerals=[(n.start, n.end, n.surface, n.cls) for n in extraction.numerals if n.cls == "unattached"],
        audits=[_audit_row(a) for a in extraction.audits],
        numeral_count=len(extraction.numerals),
    )


def _action_row(a: Action, counted: Mapping[str, str | None], published: str | None) -> Row:
    """The row of an action; one without a period is selected with its figures, whose days `counted` has, if they agree."""
    days = {counted[name] for name in a.figures if name in counted}
    day = days.pop() if len(days) == 1 and a.period is None else None
    return (
        a.id, a.type, a.stage, a.realis, a.where, a.start, a.end, a.quote, a.actor, a.actor_how, a.actor_level,
        a.target, a.place, *_times(a.period, day or published), _json(a.documents), _json(a.figures), a.rule, a.confidence,
    )  # fmt: skip


def _told(head: Figure, body: Sequence[Figure], home: str | None) -> str | None:
    """The day by which a headline's figure without a period is selected: that of the body's figure that it repeats."""
    said = repeated(body, head, home) if head.where == "title" and head.period is None else None
    return _times(said.period, None)[3] if said else None


def _figure_row(f: Figure, text: str, quote: tuple[int, int], article_place: str | None, undated: str | None) -> Row:
    """The row of a figure; `undated` is the day by which it is selected when it has no period."""
    signed = -f.value if f.sign < 0 and f.kind in ("growth", "change") else f.value
    return (
        f.id, f.where, f.start, f.end, f.surface, text[quote[0] : quote[1]], quote[0], format(f.value, "f"),
        None if f.value_to is None else format(f.value_to, "f"), format(f.value_low, "f"), format(f.value_high, "f"),
        float(signed), f.unit, f.unit_mult, f.decimals, f.dimension, f.currency, f.bound, f.kind, f.sign, f.indicator,
        f.breakdown, *_times(f.period, undated), f.period_how, f.accumulation, f.basis, f.basis_how,
        f.base_period.iso if f.base_period else None, f.denominator, f.obs, f.direction, f.organisation,
        f.place or article_place, int(f.place is not None), f.action, f.action_id, f.rule, f.confidence,
    )  # fmt: skip


def _audit_row(audit: Audit) -> Row:
    derived = [
        {"name": d.name, "low": format(d.low, "f"), "high": format(d.high, "f"), "unit": d.unit} for d in audit.derived
    ]
    return audit.template, _json(audit.figures), audit.verdict, _json(derived), audit.note


def figure_of(row: sqlite3.Row) -> Figure:
    """The figure of a row whose last columns are those of the table `figures`; the inverse of `rows_of`.

    By position, because a million look-ups by name take ten times as long.
    """
    (
        name, where, start, end, surface, _, _, value, value_to, low, high, _, unit, unit_mult, decimals, dimension,
        currency, bound, kind, sign, indicator, breakdown, period, _, _, _, period_how, accumulation, basis, basis_how,
        base, denominator, obs, direction, organisation, area, stated, action_type, action, rule, confidence,
    ) = row[-_WIDTH:]  # fmt: skip
    exact = Decimal(value)
    low, high = (exact if limit == value else Decimal(limit) for limit in (low, high))
    return Figure(
        name, where, start, end, surface, exact, None if value_to is None else Decimal(value_to), low, high, unit,
        unit_mult, decimals, dimension, currency, bound, kind, sign, indicator, breakdown, _period(period), period_how,
        accumulation, basis, basis_how, _period(base), denominator, obs, direction, organisation,
        area if stated else None, action_type, action, rule, confidence,
    )  # fmt: skip


def action_of(row: sqlite3.Row) -> Action:
    """The action of a row of the table `actions` or its views; the inverse of `rows_of`."""
    return Action(
        id=row["name"], type=row["type"], stage=row["stage"], realis=row["realis"], where=row["where"],
        start=row["start"], end=row["end"], quote=row["quote"], actor=row["actor"], actor_how=row["actor_how"],
        actor_level=row["actor_level"], target=row["target"], place=row["ref_area"],
        period=_period(row["time_period"]), documents=tuple(json.loads(row["documents"])),
        figures=tuple(json.loads(row["figures"])), rule=row["rule"], confidence=row["confidence"],
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _period(iso: str | None) -> Period | None:
    return Period.from_iso(iso) if iso else None


def insert_sql(table: str, columns: Sequence[str], *leading: str) -> str:
    """An INSERT of all columns, `leading` first; names are this package's own, never input."""
    names = (*leading, *columns)
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({quoted}) VALUES ({', '.join('?' * len(names))})"
