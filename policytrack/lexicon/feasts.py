"""Public holidays by name: the table `[[feast]]`, which turns 2023年春节期间 into days."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from policytrack.lexicon.schema import Entry
from policytrack.period import Period

TABLES = ("feast",)


@dataclass(frozen=True, slots=True, eq=False)
class Feasts:
    """The days off of each holiday; `pattern` finds its names (group `w`) before 期间, 假期 and the like."""

    days: Mapping[str, tuple[Period, ...]] = field(default_factory=dict)  # by name, in the order of time
    pattern: re.Pattern[str] | None = None

    def in_year(self, name: str, year: int) -> Period | None:
        """The days off of a holiday in a year; None when the year is not listed."""
        return next((days for days in self.days[name] if days.end and days.end.year == year), None)

    def last(self, name: str, day: date) -> Period | None:
        """The latest days off of a holiday that had begun by a day; None before the first one listed."""
        begun = [days for days in self.days[name] if days.start and days.start <= day]
        return begun[-1] if begun else None


def parse_feasts(entries: Iterable[Entry]) -> Feasts:
    """All holidays; raises LexiconError for days that are no period."""
    days: dict[str, tuple[Period, ...]] = {}
    for entry in entries:
        entry.only("id", "words", "days")
        periods = []
        for text in entry.texts("days"):
            start, _, end = text.partition("/")
            try:
                period = Period(date.fromisoformat(start), date.fromisoformat(end))
            except ValueError:
                raise entry.error("days", f"{text!r} must be written as yyyy-mm-dd/yyyy-mm-dd") from None
            periods.append(period)
        for word in entry.text("words").split():
            days[word] = tuple(sorted((*days.get(word, ()), *periods), key=lambda p: p.start or date.min))
    if not days:
        return Feasts()
    names = "|".join(sorted(map(re.escape, days), key=lambda name: (-len(name), name)))
    return Feasts(days, re.compile(f"(?P<w>{names})节?(?:小?长?假期?日?(?:期间)?|期间|黄金周|当天)"))
