"""Rows of a diff for figures that stand alone: the same cells for programs as those of other lines, from far less."""

from policytrack.compare.alone import Bare
from policytrack.reports.numbers import signed_surface

Row = tuple[str | None, ...]
_NO_DIFFERENCE: Row = (None,) * 5  # delta, its ends, percent and printed growth
_NONE: Row = (None,) * 4  # printed, value, period and id of the side that has no figure


def exact_row(row: Bare, quotes: bool) -> Row:
    """What `reports.diff` prints of a line whose facts are built."""
    (
        indicator, place, period, figure_id, side, _, _, organisation, _, kind, obs, _, source, surface, bound, sign, value,
        unit, quote,
    ) = row  # fmt: skip
    printed = surface if bound == "exact" and sign > 0 else signed_surface(surface, bound, sign, kind)
    own: Row = (printed, value, period or None, figure_id)
    head: Row = (row.verdict.name, None, None, indicator, place or None, organisation)
    if side:
        whose: Row = (None, source, None, place or None, None, organisation, None, obs, None)
        cells = (*head, *_NONE, *own, unit, *_NO_DIFFERENCE, *whose)
        return (*cells, None, quote) if quotes else cells
    whose = (source, None, place or None, None, organisation, None, obs, None, None)
    cells = (*head, *own, *_NONE, unit, *_NO_DIFFERENCE, *whose)
    return (*cells, quote, None) if quotes else cells
