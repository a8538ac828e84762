"""Rows of a diff for figures that stand alone: the same cells for programs as those of other lines, from far less."""

from policytrack.compare.alone import Bare
from policytrack.reports.numbers import signed_surface

Row = tuple[str | None, ...]
_NONE: Row = (None,) * 4  # printed, value, period and id of the side that has no figure


def exact_row(row: Bare, quotes: bool) -> Row:
    """What `reports.diff` prints of a line whose facts are built."""
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
