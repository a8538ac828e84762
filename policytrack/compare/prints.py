"""Who printed a number when, and which of several numbers for one series and period stand."""

from collections import Counter
from collections.abc import Iterable, Sequence

from policytrack.compare.series import Measure
from policytrack.compare.verdicts import judge
from policytrack.model import Fact


def papers(fact: Fact) -> set[str]:
    """The papers that print a fact."""
    return {mention.source for mention in fact.mentions if mention.source}


def is_number(fact: Fact) -> bool:
    """Whether a fact is one printed number, not a bound, a round number or a range."""
    return fact.figure.bound == "exact" and fact.figure.value_to is None


def replaces(newer: Fact, older: Fact) -> bool:
    """Whether a paper printed the one after the other, and no paper the other after the one."""
    later, earlier = _last_days(newer), _last_days(older)
    both = later.keys() & earlier.keys()
    after = [later[source] > earlier[source] for source in both if later[source] != earlier[source]]
    return bool(after) and all(after)


def _last_days(fact: Fact) -> dict[str, str]:
    """The last day on which each paper printed it."""
    found: dict[str, str] = {}
    for mention in fact.mentions:
        if mention.source and mention.published:
            found[mention.source] = max(found.get(mention.source, ""), mention.published.isoformat())
    return found


def when(fact: Fact) -> tuple[str, int, int, str]:
    """In the order of printing; what is printed on one day in the order of articles, 8.f2 before 17.f2."""
    name = fact.mentions[0].figure_id
    article, _, figure = name.partition(".")
    number, position = (int(text) if text.isdecimal() else 0 for text in (article, figure[1:]))
    return str(fact.mentions[0].published or "9999"), number, position, name


def standing(facts: Iterable[Fact], measure: Measure) -> list[Fact]:
    """The numbers of one series and period that no later print of their paper replaced, in the order of printing."""
    numbers = sorted(filter(is_number, facts), key=when)
    return [
        fact for fact in numbers
        if not any(replaces(other, fact) and judge(fact, other, measure).name == "restated" for other in numbers)
    ]  # fmt: skip


def counterpart(fact: Fact, others: Sequence[Fact]) -> Fact | None:
    """Which of the numbers that stand a fact may be set against: one of its own paper, or the only one there is."""
    own = [other for other in others if papers(other) & papers(fact)]
    return own[0] if len(own) == 1 else others[0] if len(others) == 1 else None


def of_main_paper(several: Iterable[Sequence[Fact]]) -> list[Fact]:
    """One of the numbers that stand for each period: of the paper that printed most periods, then the newest."""
    groups = list(several)
    often = Counter(paper for group in groups for paper in {p for fact in group for p in papers(fact)})

    def weight(fact: Fact) -> tuple[int, tuple[str, int, int, str]]:
        return max((often[paper] for paper in papers(fact)), default=0), when(fact)

    return [max(group, key=weight) for group in groups]
