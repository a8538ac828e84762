"""Events as times: 专项行动开展以来, 党的十八大以来, 活动期间.

What is counted since an event without a known day runs from an unknown day to that of publication; what falls within
one is a flow over a period whose days nobody says.
"""

from datetime import date

from policytrack.extract.drafts import TimeExpr
from policytrack.lexicon.events import Events
from policytrack.period import Period


def add_events(text: str, times: list[TimeExpr], reference: date | None, events: Events) -> list[TimeExpr]:
    """The times with the events of a text among them, sorted; an event that overlaps one gives way to it."""
    if events.pattern is None or ("以来" not in text and "期间" not in text):
        return times
    merged: list[TimeExpr] = []
    at = 0
    for found in events.pattern.finditer(text):
        start, end = found.span()
        while at < len(times) and times[at].end <= start:
            merged.append(times[at])
            at += 1
        if at < len(times) and times[at].start < end:
            continue
        day = events.starts[found["w"]]
        if not found["since"]:
            merged.append(TimeExpr(start, end, None, "range", "event"))
        elif day:
            merged.append(TimeExpr(start, end, Period(day, None), "since", "event"))
        else:
            merged.append(TimeExpr(start, end, Period(None, reference) if reference else None, "since", "event"))
    return merged + times[at:]
