"""Facts whose scope their article does not say in a way that we read: two values for one series and period in one text.

`工业到位资金占比51.9%` of the district and `64.9%` with its zone are not two reports of one number. Whatever tells them
apart was lost, so neither may be compared with anything, but for the one that the article prints most often: the total of
its headline.
"""

from collections.abc import Iterable

from policytrack.compare.series import Measure, SeriesKey, amount, claimed, series_key, value
from policytrack.interval import Interval
from policytrack.model import Fact


def ambiguous(facts: Iterable[Fact], measure: Measure, keys: dict[str, SeriesKey] | None = None) -> frozenset[str]:
    """The ids (of their first mention) of facts that share article, series and period with another value."""
    told: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        if not fact.figure.indicator:
            continue
        name = fact.mentions[0].figure_id
        key = keys[name] if keys and name in keys else series_key(fact, measure)
        for article in {mention.article_id for mention in fact.mentions}:
            told.setdefault((article, key, fact.figure.period), []).append(fact)
    found: set[str] = set()
    for group in told.values():
        if len(group) > 1 and _differ(group, measure):
            main = _main(group)
            found.update(fact.mentions[0].figure_id for fact in group if fact is not main)
    return frozenset(found)


def _differ(group: list[Fact], measure: Measure) -> bool:
    return any(not _agree(one, other, measure) for i, one in enumerate(group) for other in group[:i])


def _agree(one: Fact, other: Fact, measure: Measure) -> bool:
    """Whether the two can be one number: one lies in what the other's digits and bound allow. >150 and >250 are two."""
    if one.figure.bound == other.figure.bound != "exact":
        return amount(one, measure).meets(amount(other, measure))
    a, b = (Interval.exactly(value(fact, measure)) for fact in (one, other))
    return claimed(one, measure).meets(b) or claimed(other, measure).meets(a)


def _main(group: list[Fact]) -> Fact | None:
    """The fact that is printed more often than every other one, if there is one."""
    often = sorted(group, key=lambda fact: -len(fact.mentions))
    return often[0] if len(often[0].mentions) > len(often[1].mentions) else None
