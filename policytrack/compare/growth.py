"""Printed year-on-year growth beside the totals it was printed for.

A rate belongs to the total of its own article. One whose article prints no total belongs to the only total there is; beside
two totals that differ, or two rates that differ, it belongs to none.
"""

from collections.abc import Iterable

from policytrack.compare.series import Measure, amount, claimed
from policytrack.model import Fact


class PrintedGrowth:
    """The rates among some facts, by the totals among them."""

    def __init__(self, facts: Iterable[Fact], measure: Measure) -> None:
        self._measure = measure
        self._rates: dict[object, list[Fact]] = {}
        self._levels: dict[object, list[Fact]] = {}
        for fact in facts:
            figure = fact.figure
            if figure.kind == "growth" and figure.basis in (None, "yoy"):
                self._rates.setdefault(self._scope(fact), []).append(fact)
            elif figure.kind == "level":
                self._levels.setdefault(self._scope(fact), []).append(fact)

    def of(self, total: Fact) -> Fact | None:
        """The printed growth of a total; None when none is printed, or nothing says that it is this one's."""
        scope = self._scope(total)
        rates = self._rates.get(scope)
        if not rates:
            return None
        own = [rate for rate in rates if _articles(rate) & _articles(total)]
        if not own:
            levels = self._levels.get(scope, ())
            said = claimed(total, self._measure)
            if not all(claimed(level, self._measure).meets(said) for level in levels):
                return None
            taken = set().union(*map(_articles, levels)) if levels else set()
            own = [rate for rate in rates if not _articles(rate) & taken]
        return own[0] if own and all(self._agree(own[0], rate) for rate in own) else None

    def _scope(self, fact: Fact) -> tuple[object, ...]:
        """What a total and its growth share."""
        figure = fact.figure
        name = self._measure.canonical(figure.indicator or "")
        return name, fact.place, fact.organisation, figure.breakdown, figure.period

    def _agree(self, one: Fact, other: Fact) -> bool:
        return amount(one, self._measure).meets(amount(other, self._measure))


def _articles(fact: Fact) -> set[str]:
    return {mention.article_id for mention in fact.mentions}
