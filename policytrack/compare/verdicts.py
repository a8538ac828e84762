"""What may be said of two facts. Every verdict is typed; a refusal names its reason.

All verdicts are symmetric but for the sign of the difference: `judge(a, b)` and `judge(b, a)` agree.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from policytrack.compare.series import Measure, SeriesKey, adds_up, amount, claimed, series_key, temporality, value
from policytrack.interval import HUNDRED
from policytrack.model import Fact
from policytrack.period import Period

# From the closest relation to the farthest; pairing prefers the first.
VERDICTS = (
    "re_report", "same_coarser", "restated", "conflict", "yoy_nominal", "ytd_increment", "stock_change",
    "flow_disjoint", "bound_only", "not_comparable", "new", "no_new_report",
)  # fmt: skip
# From the farthest to the closest: of two refusals the closer one is told.
REASONS = ("unit", "kind", "scope", "denominator", "accumulation", "period")
_RATES = ("growth", "change")
_MOST_REVISED = Decimal("1.5")
_SLIP = 1000
_SHARES = ("share", "ratio_to_target", "multiple", "rank")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a pair of facts allows to say; `delta` is B less A in the base unit, with its rounding error."""

    name: str
    reason: str | None = None  # of a refusal
    delta: Decimal | None = None
    delta_low: Decimal | None = None
    delta_high: Decimal | None = None
    percent: Decimal | None = None  # of A; None when A is zero or the difference is no growth

    def __str__(self) -> str:
        return f"{self.name}({self.reason})" if self.reason else self.name


NEW, NO_NEW_REPORT = Verdict("new"), Verdict("no_new_report")
_REFUSED = {reason: Verdict("not_comparable", reason) for reason in REASONS}


def refused(reason: str) -> Verdict:
    """The refusal for one of REASONS."""
    return _REFUSED[reason]


def judge(a: Fact, b: Fact, measure: Measure, keys: tuple[SeriesKey, SeriesKey] | None = None) -> Verdict:
    """The verdict on two facts of one indicator; `keys` are their series keys where they are known already."""
    reason = _refusal(*(keys or (series_key(a, measure), series_key(b, measure))))
    if not reason and not keys and any(measure.is_vague(fact.figure.indicator or "") for fact in (a, b)):
        reason = "scope"  # 7个项目 and 320个项目 count different projects; who brings keys has looked
    if reason:
        return refused(reason)
    before, after = a.figure.period, b.figure.period
    if before is None or after is None:
        return refused("period")
    if before == after:
        return _same_period(a, b, measure)
    name = _relation(a, b, before, after)
    if name in REASONS:
        return refused(name)
    if not (_is_exact(a) and _is_exact(b)):
        return Verdict("bound_only")
    found = _difference(name, a, b, measure)
    # A cumulative amount cannot fall: one of the two is wrong, or they are not of one scope after all.
    return found if name != "ytd_increment" or _rises(found, before, after) else replace(found, name="conflict")


def _rises(found: Verdict, before: Period, after: Period) -> bool:
    if found.delta_low is None or found.delta_high is None or before.end is None or after.end is None:
        return True
    return found.delta_high >= 0 if before.end < after.end else found.delta_low <= 0


def _refusal(first: SeriesKey, second: SeriesKey) -> str | None:
    """The first reason why two series must not be compared."""
    if first == second:
        return None
    if first.kind != second.kind or first.obs != second.obs:
        return "kind"
    if first.unit != second.unit:
        return "unit"
    if (first.place, first.organisation, first.breakdown) != (second.place, second.organisation, second.breakdown):
        return "scope"
    if first.denominator != second.denominator:
        return "denominator"
    return "accumulation" if first.temporality != second.temporality else None


def may_slip(a: Fact, b: Fact, measure: Measure) -> bool:
    """Whether two totals are so far apart that 万 may stand for 亿 in one of them."""
    small, large = sorted((abs(value(a, measure)), abs(value(b, measure))))
    return a.figure.kind == "level" and bool(small) and large >= small * _SLIP


def _is_exact(fact: Fact) -> bool:
    return fact.figure.bound == "exact" and fact.figure.value_to is None


def _same_period(a: Fact, b: Fact, measure: Measure) -> Verdict:
    one, other = claimed(a, measure), claimed(b, measure)
    if one.meets(other):
        if a.figure.bound != b.figure.bound:
            return Verdict("bound_only" if {a.figure.bound, b.figure.bound} - {"exact", "approx"} else "same_coarser")
        same_digits = amount(a, measure) == amount(b, measure)
        if a.figure.bound in ("gt", "ge", "lt", "le") and not amount(a, measure).meets(amount(b, measure)):
            return Verdict("bound_only")  # 超150 and 超250 may both be true
        return Verdict("re_report" if same_digits else "same_coarser")
    sources = {m.source for m in a.mentions} & {m.source for m in b.mentions}
    if not sources or a.published == b.published:
        return _difference("conflict", a, b, measure)
    small, large = sorted((abs(value(a, measure)), abs(value(b, measure))))
    if a.figure.kind == "level" and large > small * _MOST_REVISED:
        return refused("scope")  # no revision makes 161天 of 35.9天: one is of six cities
    return _difference("restated", a, b, measure)


def _relation(a: Fact, b: Fact, before: Period, after: Period) -> str:
    """The verdict that the two periods allow, or the reason why they allow none."""
    kind = a.figure.kind
    match temporality(a.figure):
        case "point":
            return "stock_change"
        case "since":
            grows = before.start == after.start and kind == "level" and adds_up(a)
            return "ytd_increment" if grows else "accumulation"
        case "none":
            return "period"
    if is_year_apart(before, after):
        return "yoy_nominal"
    if None in (before.start, before.end, after.start, after.end):
        return "period"
    if before.start == after.start and kind == "level":
        return (
            "ytd_increment" if adds_up(a) and adds_up(b) else "accumulation"
        )  # a mean of nine months less one of eight
    if _disjoint(before, after):
        if not _alike_in_length(before, after):
            return "period"
        reading = kind in _SHARES or (kind == "level" and not adds_up(a))  # two readings of a mean are no flows
        return "stock_change" if reading else "flow_disjoint"
    if before.start == after.start:
        return "stock_change" if kind in _SHARES else "period"  # growth over different spans does not subtract
    return "accumulation" if _nested(before, after) else "period"


@lru_cache(maxsize=4096)
def is_year_apart(a: Period, b: Period) -> bool:
    """Whether two periods, or two days, are the same of two years that follow each other."""

    def shifted(p: Period, years: int) -> tuple[object, ...]:
        return tuple(_shift(day, years) for day in (p.start, p.end))

    return (b.start, b.end) in (shifted(a, 1), shifted(a, -1)) or (a.start, a.end) in (shifted(b, 1), shifted(b, -1))


def _shift(day: date | None, years: int) -> date | None:
    """The same day of another year; the end of February stays the end of February."""
    if day is None:
        return None
    try:
        moved = day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
    if (day.month, day.day) == (2, 28) and moved.year % 4 == 0 and moved.year % 100:
        return moved.replace(day=29)
    return moved


def _disjoint(a: Period, b: Period) -> bool:
    assert a.start
    assert a.end
    assert b.start
    assert b.end
    return a.end < b.start or b.end < a.start


def _nested(a: Period, b: Period) -> bool:
    assert a.start
    assert a.end
    assert b.start
    assert b.end
    return (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)


def _alike_in_length(a: Period, b: Period) -> bool:
    """Whether two spans are as long as each other, give or take the unequal lengths of months and quarters."""
    assert a.start
    assert a.end
    assert b.start
    assert b.end
    one, other = (a.end - a.start).days + 1, (b.end - b.start).days + 1
    return abs(one - other) <= max(0, min(3, min(one, other) // 20))


def _difference(name: str, a: Fact, b: Fact, measure: Measure) -> Verdict:
    delta = value(b, measure) - value(a, measure)
    span = amount(b, measure) - amount(a, measure)
    percent = None
    base = value(a, measure)
    if a.figure.kind == "level" and name != "ytd_increment" and base:
        percent = (delta / base * HUNDRED).quantize(Decimal("0.1"))
    return Verdict(name, None, delta, span.low, span.high, percent)
