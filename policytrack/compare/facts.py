"""Mentions become facts: the same figure printed in headline and body, or by two papers, is one fact."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from policytrack.compare.series import Measure, amount, series_key
from policytrack.model import Fact, Figure, Mention


@dataclass(frozen=True, slots=True)
class Printed:
    """One figure with the article it stands in, as the store hands it over."""

    figure: Figure
    figure_id: str
    article_id: str
    source: str | None
    published: date | None
    place: str | None
    organisation: str | None
    quote: str


def facts_of(rows: Iterable[Printed], measure: Measure) -> list[Fact]:
    """One fact for each group of figures of one series, period and bound whose rounding intervals meet.

    The most precise mention gives the fact its figure. Figures whose period is unknown are never merged: nothing says
    that they speak of the same time.
    """
    groups: dict[object, list[Fact]] = {}
    for number, row in enumerate(rows):
        fact = _single(row)
        figure = row.figure
        same = (series_key(fact, measure), figure.period, figure.bound) if figure.period else number
        groups.setdefault(same, []).append(fact)
    return [fact for group in groups.values() for fact in _merge(group, measure)]


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
