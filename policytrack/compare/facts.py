"""Mentions become facts: the same figure printed in headline and body, or by two papers, is one fact."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from policytrack.compare.series import Measure, amount, series_key
from policytrack.interval import Interval
from policytrack.model import Fact, Figure, Mention


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
    that they speak of the same time. Only a headline's is its article's.
    """
    groups: dict[object, list[Fact]] = {}
    for number, row in enumerate(_with_headlines(list(rows), measure)):
        fact = _single(row)
        figure = row.figure
        same = (series_key(fact, measure), figure.period, figure.bound) if figure.period else number
        groups.setdefault(same, []).append(fact)
    return [fact for group in groups.values() for fact in _merge(group, measure)]


def _with_headlines(rows: list[Printed], measure: Measure) -> list[Printed]:
    """The rows, where a headline's figure without a period has that of the body's figure that it repeats."""
    titles = {row.article_id for row in rows if _is_open_headline(row)}
    if not titles:
        return rows
    bodies: dict[str, list[Printed]] = {}
    for row in rows:
        if row.article_id in titles and row.figure.where == "text":
            bodies.setdefault(row.article_id, []).append(row)
    return [_repeated(row, bodies.get(row.article_id, []), measure) if _is_open_headline(row) else row for row in rows]


def _is_open_headline(row: Printed) -> bool:
    return row.figure.where == "title" and row.figure.period is None


def _repeated(head: Printed, body: list[Printed], measure: Measure) -> Printed:
    """The headline's row as a mention of the one body figure it can repeat: same kind, unit, indicator and number."""
    title = head.figure
    name = measure.canonical(title.indicator or "")
    alike = [
        row for row in body
        if (row.figure.kind, row.figure.unit, row.figure.obs, row.figure.sign) == (title.kind, title.unit, title.obs, title.sign)
        and _same_name(measure.canonical(row.figure.indicator or ""), name)
        and Interval.of(row.figure).meets(Interval.of(title)) and row.figure.bound == title.bound
    ]  # fmt: skip
    if not alike or len({row.figure.period for row in alike}) > 1:
        return head
    said = alike[0].figure
    figure = replace(
        title, period=said.period, period_how="carried", accumulation=said.accumulation, indicator=said.indicator,
        breakdown=said.breakdown, organisation=said.organisation, place=said.place, basis=said.basis,
        base_period=said.base_period, denominator=said.denominator,
    )  # fmt: skip
    return head._replace(figure=figure, place=alike[0].place, organisation=alike[0].organisation)


def _same_name(one: str, other: str) -> bool:
    return bool(one and other) and (one == other or one in other or other in one)


def _single(row: Printed) -> Fact:
    mention = Mention(row.figure_id, row.article_id, row.source, row.published, row.figure.surface, row.quote)
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


def _order(mention: Mention) -> tuple[str, str]:
    return (mention.published.isoformat() if mention.published else "9999", mention.figure_id)
