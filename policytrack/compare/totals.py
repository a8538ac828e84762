"""Sums over the lines of a diff: only of one indicator and unit, of facts that do not overlap, for the same two periods.

Two places overlap when one lies in the other, or when either is unknown; an organisation overlaps with its place. What was
given up, deferred and paid back is never added: the indicators differ. What papers put at different values is in no sum,
nor is what may be a slip of a power of ten.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from policytrack.compare.diff import Line
from policytrack.compare.series import Measure, value
from policytrack.compare.verdicts import may_slip
from policytrack.lexicon.places import code_prefix
from policytrack.model import Fact
from policytrack.period import Period

_COMPARABLE = ("yoy_nominal", "flow_disjoint", "stock_change")


@dataclass(frozen=True, slots=True)
class Total:
    """What comparable facts of one indicator add up to on both sides, in the base unit."""

    indicator: str
    unit: str
    before: Decimal
    after: Decimal
    count: int  # facts on each side


def totals(lines: Iterable[Line], group_of: Callable[[Fact], str], measure: Measure) -> dict[str, list[Total]]:
    """The totals of each group, those over most facts first."""
    sums: dict[tuple[str, str, str, str, Period | None, Period | None], list[Line]] = {}
    for line in lines:
        if line.a is None or line.b is None or line.verdict.name not in _COMPARABLE or line.side or line.contested:
            continue
        if line.b.figure.kind != "level" or line.b.figure.obs != "actual":
            continue
        if may_slip(line.a, line.b, measure):
            continue
        unit = measure.to_base(line.b.figure.unit)[0]
        key = (
            group_of(line.b), line.indicator, unit, line.verdict.name, line.a.figure.period, line.b.figure.period
        )  # fmt: skip
        chosen = sums.setdefault(key, [])
        if not any(_overlap(line.b, other.b) for other in chosen if other.b):
            chosen.append(line)
    found: dict[str, list[Total]] = {}
    for (group, indicator, unit, *_), chosen in sums.items():
        before, after = (
            sum((value(fact, measure) for line in chosen if (fact := pick(line))), Decimal(0))
            for pick in (_before, _after)
        )
        found.setdefault(group, []).append(Total(indicator, unit, before, after, len(chosen)))
    for several in found.values():
        several.sort(key=lambda total: (-total.count, total.indicator, total.unit))
    return found


def _before(line: Line) -> Fact | None:
    return line.a


def _after(line: Line) -> Fact | None:
    return line.b


def _overlap(one: Fact, other: Fact) -> bool:
    """Whether two facts of one period may count something twice."""
    a, b = code_prefix(one.place or ""), code_prefix(other.place or "")
    if not a or not b or a.startswith(b) or b.startswith(a):
        # Two named bodies of one place are two; a body and its place are not.
        return not (
            one.place == other.place
            and one.organisation
            and other.organisation != one.organisation
            and other.organisation
        )
    return False
