"""What one side says of one series and period: the prints that stand, and those that others replace or repeat.

A later print of the same paper replaces its earlier one. A bound or a round number that a number bears out is that number
again. Numbers of different papers that do not meet are rivals: all of them stand, and none is picked in silence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from policytrack.compare.entries import Entry, Pair, judged
from policytrack.compare.prints import is_number, replaces, when
from policytrack.compare.series import Measure, SeriesKey, claimed
from policytrack.compare.verdicts import Verdict
from policytrack.period import Period


@dataclass(frozen=True, slots=True)
class Told:
    """One side, ready to be paired: one entry for each series and period, and what contradicts it on its own side."""

    entries: dict[str, Entry]  # by id
    rivals: dict[str, tuple[Entry, ...]] = field(default_factory=dict)  # the others that stand, by the id of an entry
    within: list[Pair] = field(default_factory=list)  # restatements and conflicts, the earlier print first

    def left(self) -> Iterator[Entry]:
        """The entries that were not paired, with their rivals."""
        for entry in self.entries.values():
            yield from self.rivals.get(entry.id, ())
            yield entry


def tell(side: Mapping[str, Entry], measure: Measure) -> Told:
    """The entries of a side by what they speak of; of several the newest that stands is the one to be paired."""
    groups: dict[tuple[SeriesKey, Period], list[Entry]] = {}
    for entry in side.values():
        period = entry.fact.figure.period
        if period and entry.is_clear:
            groups.setdefault((entry.key, period), []).append(entry)
    found = Told(dict(side))
    for group in groups.values():
        if len(group) > 1:
            _settle(sorted(group, key=lambda entry: when(entry.fact)), found, measure)
    return found


def _settle(group: list[Entry], found: Told, measure: Measure) -> None:
    numbers = [entry for entry in group if is_number(entry.fact)]
    if not numbers:
        return
    standing = list(numbers)
    for entry in numbers:
        newer = next((other for other in numbers if replaces(other.fact, entry.fact)), None)
        if newer and (verdict := judged(entry, newer, measure)).name == "restated":
            standing.remove(entry)
            found.within.append((entry, newer, verdict))
            del found.entries[entry.id]
    found.within.extend(_conflicts(standing, measure))
    for entry in group:
        if entry not in numbers and any(_bears_out(number, entry, measure) for number in numbers):
            del found.entries[entry.id]
    *rivals, lead = standing
    if rivals:
        found.rivals[lead.id] = tuple(rivals)
        for rival in rivals:
            del found.entries[rival.id]


def _conflicts(standing: list[Entry], measure: Measure) -> Iterator[tuple[Entry, Entry, Verdict]]:
    for first, second in pairwise(standing):
        verdict = judged(first, second, measure)
        if verdict.name in ("restated", "conflict"):
            yield first, second, verdict


def _bears_out(number: Entry, other: Entry, measure: Measure) -> bool:
    return claimed(number.fact, measure).meets(claimed(other.fact, measure))
