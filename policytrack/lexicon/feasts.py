"""Feasts by name: the table `[[feast]]`, which turns 中秋节 into a day and 2023年春节期间 into days."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from policytrack.lexicon.lunar import SOLAR_TERMS, lunar_day, solar_term
from policytrack.lexicon.schema import Entry
from policytrack.lexicon.trie import compile_terms
from policytrack.period import Period

TABLES = ("feast",)
_RULE = re.compile(
    r"(?P<kind>solar|lunar) (?P<m>\d\d)-(?P<d>\d\d)|weekday (?P<wm>\d\d)-(?P<n>[1-5])-(?P<w>[1-7])"
    rf"|term(?: (?P<term>{'|'.join(SOLAR_TERMS)}))?|easter (?P<shift>[+-]?\d{{1,2}})"
)
_OFF = "小?长?假期?日?(?:期间)?|期间|黄金周"
_DAY = "当[天日晚]|[这那]一?天|晚上|夜[里间]|[上下]午|早上"
# Behind these a name alone is a day and not the beginning of another name: 开展春节慰问 is no day.
_ALONE = r"(?=[，。；、）！？\s]|前[夕后]?|[来降]临|将至|到来|过后|$)"


@dataclass(frozen=True, slots=True, eq=False)
class Feasts:
    """The day of each feast and the days off around it.

    `pattern` finds a name (group `w`) before words that say which days are meant: `off` (假期, 期间), `day` (当天), or alone.
    """

    days: Mapping[str, tuple[Period, ...]] = field(default_factory=dict)  # days off by name, in the order of time
    rules: Mapping[str, str] = field(default_factory=dict)  # how the day itself is found, by name
    listed: Mapping[str, tuple[date, ...]] = field(default_factory=dict)  # or which days it fell on
    pattern: re.Pattern[str] | None = None

    def in_year(self, name: str, year: int) -> Period | None:
        """The days off of a feast in a year; None when the year is not listed."""
        return next((days for days in self.days.get(name, ()) if days.end and days.end.year == year), None)

    def around(self, name: str, day: date, ahead: int) -> Period | None:
        """The days off that begin within `ahead` days, else the latest ones begun; None outside what is listed."""
        near = day + timedelta(min(ahead, (date.max - day).days))
        begun = [days for days in self.days.get(name, ()) if days.start and days.start <= near]
        return begun[-1] if begun else None

    def has_day(self, name: str) -> bool:
        """Whether the day itself is known, beside the days off."""
        return name in self.rules or name in self.listed

    def day(self, name: str, year: int) -> date | None:
        """The day of a feast in a solar year; None when it is not known."""
        listed = [day for day in self.listed.get(name, ()) if day.year == year]
        if listed or name not in self.rules:
            return listed[0] if listed else None
        return _day(self.rules[name], year)

    def nearest(self, name: str, day: date) -> date | None:
        """The feast's day that lies nearest to a day."""
        years = range(max(1, day.year - 1), min(9999, day.year + 1) + 1)
        return min(filter(None, (self.day(name, year) for year in years)), key=lambda d: abs(d - day), default=None)


def _day(rule: str, year: int) -> date | None:
    found = _RULE.fullmatch(rule)
    if found is None:
        return None
    try:
        if found["kind"] == "solar":
            return date(year, int(found["m"]), int(found["d"]))
        if found["kind"] == "lunar":  # the last ones of a lunar year fall in the next solar one: 腊八, 除夕
            days = (lunar_day(y, int(found["m"]), int(found["d"])) for y in (year - 1, year))
            known = [day for day in days if day]
            return next((day for day in known if day.year == year), known[-1] if known else None)
        if found["term"]:
            return solar_term(year, found["term"])
        if found["shift"]:
            return easter(year) + timedelta(int(found["shift"]))
        first = date(year, int(found["wm"]), 1)
        return first + timedelta((int(found["w"]) - first.isoweekday()) % 7 + 7 * (int(found["n"]) - 1))
    except (ValueError, OverflowError):
        return None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    days = h + weekday - 7 * ((a + 11 * h + 19 * weekday) // 433)
    month = (days + 90) // 25
    return date(year, month, (days + 33 * month + 19) % 32)


def parse_feasts(entries: Iterable[Entry]) -> Feasts:
    """All feasts; raises LexiconError for days that are no period and for a rule that is none."""
    days: dict[str, tuple[Period, ...]] = {}
    rules: dict[str, str] = {}
    listed: dict[str, tuple[date, ...]] = {}
    for entry in entries:
        entry.only("id", "words", "day", "on", "days")
        names = entry.text("words").split()
        periods = tuple(_periods(entry))
        rule, on = entry.text("day", ""), tuple(_dates(entry))
        if rule and not _RULE.fullmatch(rule):
            raise entry.error("day", f"{rule!r} is no rule for a day")
        if not (periods or rule or on):
            raise entry.error("days", "one of day, on and days is required")
        for name in names:
            if rule == "term":
                rules[name] = f"term {name.removesuffix('节气')}"
            elif rule:
                rules[name] = rule
            if not _RULE.fullmatch(rules.get(name, "term")):
                raise entry.error("day", f"{name!r} is no solar term")
            if periods:
                days[name] = tuple(sorted((*days.get(name, ()), *periods), key=lambda p: p.start or date.min))
            if on:
                listed[name] = (*listed.get(name, ()), *on)
    known = {*days, *rules, *listed}
    if not known:
        return Feasts()
    word = compile_terms(known).pattern
    return Feasts(days, rules, listed, re.compile(f"(?P<w>{word})节?(?:(?P<off>{_OFF})|(?P<day>{_DAY})|{_ALONE})"))


def _periods(entry: Entry) -> Iterable[Period]:
    for text in entry.texts("days"):
        start, _, end = text.partition("/")
        try:
            yield Period(date.fromisoformat(start), date.fromisoformat(end))
        except ValueError:
            raise entry.error("days", f"{text!r} must be written as yyyy-mm-dd/yyyy-mm-dd") from None


def _dates(entry: Entry) -> Iterable[date]:
    for text in entry.texts("on"):
        try:
            yield date.fromisoformat(text)
        except ValueError:
            raise entry.error("on", f"{text!r} must be written as yyyy-mm-dd") from None
