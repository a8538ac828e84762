"""Mentions become facts: the same figure printed in headline and body, or by two papers, is one fact."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from policytrack.compare.headlines import repeated
from policytrack.compare.series import Measure, amount, series_key
from policytrack.model import Fact, Figure, Mention

_NUMBERS = re.compile("[0-9]+")


class Printed(NamedTuple):
    """One figure with the article it stands in, as the store hands it over; a tuple, because there are many."""

    figure: Figure
    figure_id: str
    article_id: str
    source: str | None
    published: date | None
    place: str | None
    organisation: str | None
    quote: str


def where_printed(fact: Fact) -> Mention:
    """The mention that prints the fact's own digits; an earlier one may have rounded them."""
    if len(fact.mentions) == 1:
        return fact.mentions[0]
    same = [m for m in fact.mentions if m.surface == fact.figure.surface] or list(fact.mentions)
    return next((m for m in same if m.figure_id.rpartition(".")[2] == fact.figure.id), same[0])


def facts_of(rows: Iterable[Printed], measure: Measure) -> list[Fact]:
    """One fact for each group of figures of one series, period and bound whose rounding intervals meet.

    The most precise mention gives the fact its figure. Figures whose period is unknown are never merged: nothing says
    that they speak of the same time. A headline's figure is the one of its body that it repeats.
    """
    groups: dict[object, list[Fact]] = {}
    for number, row in enumerate(_with_headlines(list(rows), measure)):
        fact = single(row)
        figure = row.figure
        same = (series_key(fact, measure), figure.period, figure.bound) if figure.period else number
        groups.setdefault(same, []).append(fact)
    return [fact for group in groups.values() for fact in _merge(group, measure)]


def _with_headlines(rows: list[Printed], measure: Measure) -> list[Printed]:
    """The rows, where a headline's figure is called and dated as the body's figure that it repeats."""
    titles = {row.article_id for row in rows if row.figure.where == "title"}
    if not titles:
        return rows
    bodies: dict[str, list[Printed]] = {}
    for row in rows:
        if row.article_id in titles and row.figure.where == "text":
            bodies.setdefault(row.article_id, []).append(row)
    return [
        _as_in_body(row, bodies.get(row.article_id, []), measure) if row.figure.where == "title" else row
        for row in rows
    ]


def _as_in_body(head: Printed, body: list[Printed], measure: Measure) -> Printed:
    """The headline's row as a mention of the one body figure it can repeat."""
    home = next((row.place for row in body if row.figure.place is None), None)
    said = repeated([row.figure for row in body], head.figure, home, measure.canonical)
    if said is None:
        return head
    figure = replace(
        head.figure, period=said.period, period_how="carried", accumulation=said.accumulation, indicator=said.indicator,
        breakdown=said.breakdown, organisation=said.organisation, place=said.place, basis=said.basis,
        base_period=said.base_period, denominator=said.denominator,
    )  # fmt: skip
    own = next(row for row in body if row.figure is said)
    return head._replace(figure=figure, place=own.place, organisation=own.organisation)


def single(row: Printed) -> Fact:
    """The fact that one figure is as long as it meets no other."""
    mention = Mention(row.figure_id, row.article_id, row.source, row.published, row.figure, row.quote)
    return Fact(row.figure, row.figure.place or row.place, row.organisation, (mention,))


def _merge(group: list[Fact], measure: Measure) -> list[Fact]:
    if len(group) == 1:
        return group
    merged: list[Fact] = []
    for fact in sorted(group, key=_coarseness):
        said = amount(fact, measure)
        for i, kept in enumerate(merged):
            if amount(kept, measure).meets(said):
                mentions = tuple(sorted((*kept.mentions, *fact.mentions), key=_order))
                merged[i] = Fact(kept.figure, kept.place, kept.organisation, mentions)
                break
        else:
            merged.append(fact)
    return merged


def _coarseness(fact: Fact) -> tuple[object, ...]:
    """The narrowest rounding interval first; a body before a headline; then the earliest mention."""
    figure = fact.figure
    return (figure.value_high - figure.value_low, figure.where == "title", _order(fact.mentions[0]))


def _order(mention: Mention) -> tuple[str, tuple[int, ...]]:
    return (mention.published.isoformat() if mention.published else "9999", id_order(mention.figure_id))


def id_order(figure_id: str) -> tuple[int, ...]:
    """Ids as they were given: 2.f2 before 19.f2."""
    return tuple(map(int, _NUMBERS.findall(figure_id)))
