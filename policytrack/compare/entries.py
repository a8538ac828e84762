"""Facts with their series keys: what pairing asks of each again and again."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from policytrack.compare.series import Measure, SeriesKey
from policytrack.compare.verdicts import Verdict, judge, refused
from policytrack.model import Fact


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with what pairing asks of it again and again."""

    fact: Fact
    id: str  # of its first mention
    key: SeriesKey
    is_clear: bool  # whether it may be compared at all: its name says something, its article tells it from others
    is_vague: bool  # whether its name says too little to pair with anything, even to be refused
    end: int | None  # the ordinal of the last day of its period


Pair = tuple[Entry, Entry, Verdict]


def entries(
    keys: Mapping[str, SeriesKey], facts: Mapping[str, Fact], unclear: frozenset[str], measure: Measure
) -> dict[str, Entry]:
    """The facts by the id of their first mention, with their keys; `unclear` are those that nothing tells apart."""
    vague = cache(measure.is_vague)
    found = {}
    for name, fact in facts.items():
        key, period = keys[name], fact.figure.period
        is_vague = vague(key.indicator)
        end = period.end.toordinal() if period and period.end else None
        found[name] = Entry(fact, name, key, not is_vague and name not in unclear, is_vague, end)
    return found


def judged(a: Entry, b: Entry, measure: Measure) -> Verdict:
    """The verdict on two facts."""
    if not (a.is_clear and b.is_clear):
        return refused("scope")
    return judge(a.fact, b.fact, measure, (a.key, b.key))
