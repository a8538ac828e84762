"""Events that figures are counted from or within: the table `[[event]]`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from policytrack.lexicon.schema import Entry


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """The first day of each event, None where it has none; `pattern` finds one (group `w`) before 以来 or 期间."""

    starts: Mapping[str, date | None] = field(default_factory=dict)  # by word
    pattern: re.Pattern[str] | None = None


def parse_events(entries: Iterable[Entry]) -> Events:
    """All events; raises LexiconError for a first day that is no day."""
    starts: dict[str, date | None] = {}
    for entry in entries:
        entry.only("id", "words", "start")
        start = None
        if "start" in entry.data:
            try:
                start = date.fromisoformat(entry.text("start"))
            except ValueError:
                raise entry.error("start", "must be written as yyyy-mm-dd") from None
        starts |= dict.fromkeys(entry.text("words").split(), start)
    if not starts:
        return Events()
    names = "|".join(sorted(map(re.escape, starts), key=lambda name: (-len(name), name)))
    return Events(starts, re.compile(f"(?P<w>{names})(?:(?P<since>以来)|期间)"))
