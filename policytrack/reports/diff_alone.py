"""Rows of a diff for figures that stand alone: the same cells as those of other lines, from far less."""

from collections.abc import Mapping
from functools import lru_cache

from policytrack.compare.alone import Bare
from policytrack.period import Period
from policytrack.period_query import people_period
from policytrack.reports.diff_words import verdict_label
from policytrack.reports.numbers import signed_surface

Row = tuple[str | None, ...]
_NONE: Row = (None,) * 4  # printed, value, period and id of the side that has no figure


def exact_row(row: Bare, quotes: bool) -> Row:
    """The cells for programs."""
    (
        indicator, place, period, figure_id, side, _, _, organisation, _, kind, _, _, source, surface, bound, sign, value,
        unit, quote,
    ) = row  # fmt: skip
    printed = surface if bound == "exact" and sign > 0 else signed_surface(surface, bound, sign, kind)
    own: Row = (printed, value, period or None, figure_id)
    head: Row = (row.verdict.name, None, None, indicator, place or None, organisation)
    if side:
        cells = (*head, *_NONE, *own, unit, None, None, None, None, None, None, source)
        return (*cells, None, quote) if quotes else cells
    cells = (*head, *own, *_NONE, unit, None, None, None, None, None, source, None)
    return (*cells, quote, None) if quotes else cells


def short_row(row: Bare, place_name: Mapping[str, str], lang: str) -> Row:
    """The cells for people: verdict, indicator over its scope, A, B, difference and id."""
    scope = row.organisation or place_name.get(row.place, row.place)
    indicator = f"{row.indicator}\n{scope}" if scope else row.indicator
    said = signed_surface(row.surface, row.bound, row.sign, row.kind)
    value = f"{said}\n{_people(row.period)}" if row.period else said
    sides = (None, value) if row.side else (value, None)
    return verdict_label(row.verdict.name, None, lang), indicator, *sides, None, row.figure_id


def quoted(row: Bare) -> str:
    """Its side, id and sentence."""
    return f"{'AB'[row.side]} {row.figure_id} {row.quote}"


@lru_cache(maxsize=4096)
def _people(period: str) -> str:
    return people_period(Period.from_iso(period))
