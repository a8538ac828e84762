"""One series over time: its facts in order, and year-to-date amounts turned into the flows between them.

The flow between two cumulative amounts is their difference; its error is the sum of both rounding errors.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from policytrack.compare.prints import of_main_paper, standing
from policytrack.compare.series import Measure, adds_up, amount, value
from policytrack.interval import HUNDRED
from policytrack.model import Fact
from policytrack.period import Period


@dataclass(frozen=True, slots=True)
class Flow:
    """What was added in `period`: between the fact before (None: since 1 January) and this one."""

    period: Period
    value: Decimal
    low: Decimal
    high: Decimal
    before: Fact | None
    after: Fact
    contested: bool = False  # whether another paper puts one of the two at another value

    @property
    def falls(self) -> bool:
        """Whether a cumulative amount went down beyond rounding, which a flow cannot do."""
        return self.high < 0


def in_time(facts: Iterable[Fact]) -> list[Fact]:
    """Facts by the end of what they cover, then by when they were printed; facts without a period last."""
    return sorted(facts, key=_when)


def _when(fact: Fact) -> tuple[str, str, str]:
    period = fact.figure.period
    end = str(period.end or "9999") if period else "~"
    return (end, str(period.start or "") if period else "", str(fact.published or ""))


def flows(facts: Iterable[Fact], measure: Measure) -> list[Flow]:
    """The flows between consecutive year-to-date amounts of one series.

    A restated amount is taken as restated; where papers differ, the one that printed most periods is followed.
    """
    told: dict[Period, list[Fact]] = {}
    for fact in facts:
        period = fact.figure.period
        exact = fact.figure.bound == "exact" and fact.figure.kind == "level" and adds_up(fact)
        if exact and period and period.start and period.end and _from_january(period):
            told.setdefault(period, []).append(fact)
    periods = sorted(told, key=lambda p: p.iso)
    groups = [standing(told[period], measure) for period in periods]
    chosen = of_main_paper(groups)
    result: list[Flow] = []
    before, doubt = None, False
    for period, after, group in zip(periods, chosen, groups, strict=True):
        span, change, error = period, value(after, measure), amount(after, measure)
        earlier = before.figure.period if before else None
        if before and earlier and earlier.start == period.start and earlier.end:
            span = Period(earlier.end + timedelta(days=1), period.end)
            change -= value(before, measure)
            error = error - amount(before, measure)
            contested = doubt or len(group) > 1
            result.append(Flow(span, change, error.low, error.high, before, after, contested))
        else:
            result.append(Flow(span, change, error.low, error.high, None, after, len(group) > 1))
        before, doubt = after, len(group) > 1
    return result


def _from_january(period: Period) -> bool:
    assert period.start
    assert period.end
    return (period.start.month, period.start.day) == (1, 1) and period.start.year == period.end.year


def naive_growth(now: Fact, then: Fact, measure: Measure) -> Decimal | None:
    """Our own growth in percent between two printed totals a year apart; None when the base is zero."""
    base = value(then, measure)
    return ((value(now, measure) - base) / base * HUNDRED).quantize(Decimal("0.1")) if base else None
