"""Acts of several reports that belong together: one act printed twice, or a campaign and what follows it up.

Reports belong to one campaign when their acts share a name (供水专项整治), speak of one city or of a place inside the
other's, and follow each other within a year and a month. Without a name only near-identical words within a week count.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from policytrack.lexicon.campaigns import CampaignNames
from policytrack.lexicon.places import code_prefix
from policytrack.model import Action

_GAP = timedelta(days=400)  # a campaign repeated every year is a new one
_REPRINT = timedelta(days=7)
_BY_TITLE = frozenset(("safety_campaign", "inspection", "enforcement"))  # acts of what their article's title names
_ALIKE = 0.6  # share of common character pairs of two quotes of one act


@dataclass(frozen=True, slots=True)
class Report:
    """One act as one article reports it."""

    action: Action
    action_id: str  # as `policytrack show` takes it: 12.a5
    article_id: str
    source: str | None
    published: date | None
    place: str | None  # GB/T 2260 code or name: the act's own, else its article's
    title: str = ""  # of the article


@dataclass(frozen=True, slots=True)
class Campaign:
    """Reports that belong together, earliest first. `name` is empty for an act that is only printed again."""

    name: str
    reports: tuple[Report, ...]

    @property
    def acts(self) -> tuple[tuple[Report, ...], ...]:
        """The reports by act: those of one act printed twice stand together."""
        groups: list[list[Report]] = []
        for report in self.reports:
            for group in groups:
                if is_same_act(group[0], report):
                    group.append(report)
                    break
            else:
                groups.append([report])
        return tuple(tuple(group) for group in groups)


def campaigns(reports: Iterable[Report], names: CampaignNames) -> list[Campaign]:
    """The campaigns with at least two reports from different articles, by name and first day; each act once at most."""
    ordered = sorted(reports, key=_order)
    named: dict[str, list[list[Report]]] = {}
    loose: dict[tuple[str, str | None], list[list[Report]]] = {}
    for report in ordered:
        called = names.of(report.action.quote) | {title.strip("《》") for title in report.action.documents}
        if report.action.type in _BY_TITLE:
            called |= names.of(report.title)
        if called:
            group = _join(report, [g for name in sorted(called) for g in named.get(name, ())])
            for name in called:
                known = named.setdefault(name, [])
                if not any(group is other for other in known):
                    known.append(group)
        else:
            rows = loose.setdefault((report.action.type, report.place), [])
            match = next((group for group in reversed(rows[-20:]) if is_same_act(group[-1], report)), None)
            if match is None:
                rows.append([report])
            else:
                match.append(report)
    found: dict[int, Campaign] = {}
    for name in sorted(named, key=lambda name: (-len(name), name)):
        for group in named[name]:
            found.setdefault(id(group), Campaign(name, tuple(group)))
    again = [Campaign("", tuple(group)) for rows in loose.values() for group in rows]
    several = [c for c in (*found.values(), *again) if len({r.article_id for r in c.reports}) > 1]
    return sorted(several, key=lambda campaign: (_order(campaign.reports[0]), campaign.name))


def _join(report: Report, groups: list[list[Report]]) -> list[Report]:
    """The group that the report continues, with the report in it; a new one when there is none."""
    for group in groups:
        if _near(group[-1], report) and any(_one_place(other.place, report.place) for other in group):
            if not any(report is other for other in group):
                group.append(report)
            return group
    return [report]


def is_same_act(a: Report, b: Report) -> bool:
    """Whether two reports print one act: same type, place and realis, within a week, in nearly the same words.

    Neither numbers nor times may tell them apart: 减税2.1亿元 of a quarter and 减税4.3亿元 of a half-year are two.
    """
    if a.action.type != b.action.type or a.place != b.place or a.action.realis != b.action.realis:
        return False
    if a.action.period and b.action.period and a.action.period != b.action.period:
        return False
    if not _same_numbers(a.action.quote, b.action.quote):
        return False
    if a.published and b.published and abs(a.published - b.published) > _REPRINT:
        return False
    return likeness(a.action.quote, b.action.quote) >= _ALIKE


_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def _same_numbers(a: str, b: str) -> bool:
    """Whether every number of the text with fewer of them stands in the other one, too, there perhaps with more digits."""
    fewer, more = sorted((_NUMBER.findall(a), _NUMBER.findall(b)), key=len)
    return all(any(_rounds(one, other) or _rounds(other, one) for other in more) for one in fewer)


def _rounds(exact: str, rounded: str) -> bool:
    """10.56 and 10.6, but not 10.56 and 10.5."""
    places = len(rounded.partition(".")[2])
    return Decimal(exact).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) == Decimal(rounded)


def likeness(a: str, b: str) -> float:
    """Common character pairs of two texts over the pairs of the shorter one, from 0 to 1."""
    first, second = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (a, b))
    return len(first & second) / max(1, min(len(first), len(second)))


def _near(a: Report, b: Report) -> bool:
    return a.published is None or b.published is None or abs(b.published - a.published) <= _GAP


def _one_place(a: str | None, b: str | None) -> bool:
    """Whether two places are one, one inside the other, or in one city."""
    if a is None or b is None or a == b:
        return True
    first, second = code_prefix(a), code_prefix(b)
    if not (first[:2].isdigit() and second[:2].isdigit()):
        return False
    return first.startswith(second) or second.startswith(first) or (len(first) > 4 and first[:4] == second[:4])


def _order(report: Report) -> tuple[str, str, str]:
    published = report.published.isoformat() if report.published else "9999"
    return (published, report.article_id, report.action_id)
