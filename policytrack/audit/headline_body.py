"""A figure of the headline against the body: the same fact, a rounded one, or a contradiction."""

from collections.abc import Iterator
from decimal import Decimal

from policytrack.audit.passage import Passage, same_measure
from policytrack.interval import Interval
from policytrack.model import Audit, Figure

NAME = "headline_body"
_OPEN = Decimal("1e30")
# A headline rounds: 近五百 may stand for 485 but not for 400. The tolerance of 近 and 约 is a convention of this audit.
_NEAR = Decimal("0.1")


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each headline figure that has a body figure of its unit and indicator."""
    for head in passage.title_figures:
        alike = [f for f in passage.figures if f.unit == head.unit and f.kind == head.kind]
        said = _allowed(head)
        match = next((f for f in alike if Interval.of(f).meets(said)), None)
        if match is not None:
            yield Audit(NAME, (head.id, match.id), "consistent", (), f"{head.surface} ≈ {match.surface}")
            continue
        rival = [f for f in alike if same_measure(f, head) and f.bound == "exact"]
        if len(rival) == 1 and head.indicator:
            yield Audit(
                NAME, (head.id, rival[0].id), "inconsistent", (),
                f"headline {head.surface}, body {rival[0].surface} for {head.indicator}",
            )  # fmt: skip


def _allowed(head: Figure) -> Interval:
    """What a body figure may be, given the headline's digits and bound."""
    low, high = head.value_low, head.value_high
    slack = abs(head.value) * _NEAR
    if head.bound in ("gt", "ge"):
        return Interval(low, _OPEN)
    if head.bound == "lt":
        return Interval(low - slack, high)
    if head.bound == "le":
        return Interval(-_OPEN, high)
    if head.bound == "approx":
        return Interval(low - slack, high + slack)
    return Interval(low, high)
