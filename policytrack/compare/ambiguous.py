"""Facts whose scope their article does not say in a way that we read: two values for one series and period in one text.

`工业到位资金占比51.9%` of the district and `64.9%` with its zone are not two reports of one number. Whatever tells them
apart was lost, so neither may be compared with anything, but for the one that the article prints most often: the total of
its headline.
"""

from collections.abc import Iterable

from policytrack.compare.series import Measure, SeriesKey, claimed, series_key
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
    said = [claimed(fact, measure) for fact in group]
    return any(not one.meets(other) for i, one in enumerate(said) for other in said[:i])


def _main(group: list[Fact]) -> Fact | None:
    """The fact that is printed more often than every other one, if there is one."""
    often = sorted(group, key=lambda fact: -len(fact.mentions))
    return often[0] if len(often[0].mentions) > len(often[1].mentions) else None
