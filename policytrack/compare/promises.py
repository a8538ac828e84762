"""Targets and planned acts, and what may answer them later: candidates with their scores, never claims.

A target is answered by figures of its indicator, best by those that end nearest to its own end; an act without a figure
by acts of its type and place in nearly its words. What has no candidate fell silent only when its time is over in what
was read: 到2025年 is not due in papers of 2023. Fees, limits and standards that hold by rule promise nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from policytrack.compare.campaigns import Report, likeness
from policytrack.compare.facts import id_order
from policytrack.compare.series import Measure, value
from policytrack.interval import HUNDRED
from policytrack.model import Fact

# A candidate below this score is not worth a reader's time. Chosen on the sample data: an equal name alone gives 0.5.
LEAST_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """How well a later figure fits a target, part by part; each part is 0 to 1."""

    name: float
    place: float
    time: float

    @property
    def total(self) -> float:
        """The weighted sum, 0 to 1: the name counts most, because nothing else can make up for it."""
        return round(0.5 * self.name + 0.25 * self.place + 0.25 * self.time, 2) if self.name else 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A later figure that may answer a target."""

    fact: Fact
    score: Score
    reached: Decimal | None  # percent of the target; None where a ratio says nothing


@dataclass(frozen=True, slots=True)
class Promise:
    """A target and its candidates, best first."""

    target: Fact
    answers: tuple[Answer, ...]

    @property
    def due(self) -> date | None:
        return self.target.figure.period.end if self.target.figure.period else None

    def state(self, known_on: date | None) -> str:
        """answered | pending | silent, as of the last day of which anything is known."""
        return _state(bool(self.answers), self.due, known_on)


def _state(answered: bool, due: date | None, known_on: date | None) -> str:
    if answered:
        return "answered"
    return "pending" if due and known_on and due > known_on else "silent"


def is_promised(target: Fact, planned: Collection[str]) -> bool:
    """Whether a target lies ahead of its print or belongs to a planned act (of the ids `planned`); else it is a rule's."""
    period, first = target.figure.period, target.mentions[0]
    if f"{first.article_id}.{target.figure.action_id}" in planned:
        return True
    return bool(period and period.end and (first.published is None or period.end >= first.published))


def promises(targets: Iterable[Fact], actuals: Iterable[Fact], measure: Measure, most: int = 3) -> list[Promise]:
    """Each target with at most `most` candidate answers, in the order in which the targets were printed."""
    later: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in actuals:
        if fact.figure.indicator and fact.figure.obs == "actual":
            later.setdefault(_bucket(fact, measure), []).append(fact)
    found = []
    for target in sorted(targets, key=lambda f: (str(f.published or ""), id_order(f.mentions[0].figure_id))):
        if not target.figure.indicator:
            continue
        candidates = later.get(_bucket(target, measure), [])
        answers = [answer for fact in candidates if (answer := _answer(target, fact, measure))]
        answers.sort(key=lambda a: _rank(target, a))
        best: dict[object, Answer] = {}
        for answer in answers:  # of prints of one period the best: >七百亿 and 约702亿 add nothing to 701.8亿
            best.setdefault(_told(answer.fact, measure), answer)
        found.append(Promise(target, tuple(best.values())[:most]))
    return found


def _bucket(fact: Fact, measure: Measure) -> tuple[str, str, str]:
    """What a target and its answers share: the unit, the kind of statement, and the place, if only by saying none."""
    return measure.to_base(fact.figure.unit)[0], fact.figure.kind, fact.place or ""


def _rank(target: Fact, answer: Answer) -> tuple[object, ...]:
    fact = answer.fact
    newest = -fact.published.toordinal() if fact.published else 0
    exact = fact.figure.bound == "exact"
    return -answer.score.total, _apart(target, fact), not exact, newest, fact.mentions[0].figure_id


def _told(fact: Fact, measure: Measure) -> object:
    """What all prints of one number share; a print without a period stands alone."""
    figure = fact.figure
    if figure.period is None:
        return fact.mentions[0].figure_id
    return measure.canonical(figure.indicator or ""), fact.place, fact.organisation, figure.breakdown, figure.period


def _apart(target: Fact, fact: Fact) -> int:
    """Days between the ends of two periods: of several answers the one that ends with its target tells most."""
    goal, told = target.figure.period, fact.figure.period
    if goal is None or told is None or goal.end is None or told.end is None:
        return 100_000
    return abs((goal.end - told.end).days)


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned act without a figure, and later acts that may be it, best first."""

    report: Report
    answers: tuple[tuple[Report, Score], ...]

    @property
    def due(self) -> date | None:
        return self.report.action.period.end if self.report.action.period else None

    def state(self, known_on: date | None) -> str:
        """As `Promise.state`."""
        return _state(bool(self.answers), self.due, known_on)


def plans(planned: Iterable[Report], done: Iterable[Report], most: int = 3) -> list[Plan]:
    """Each planned act with at most `most` later acts of its type, in the order in which they were announced."""
    later: dict[tuple[str, str | None], list[Report]] = {}
    for report in done:
        if report.action.realis == "done" and report.place:
            later.setdefault((report.action.type, report.place), []).append(report)
    found = []
    for plan in sorted(planned, key=lambda r: (str(r.published or ""), r.action_id)):
        if plan.action.realis != "planned" or plan.action.figures:
            continue
        candidates = [(r, _act_score(plan, r)) for r in later.get((plan.action.type, plan.place), ())]
        answers = [(r, s) for r, s in candidates if s.total >= LEAST_SCORE and s.time and s.place]
        answers.sort(key=lambda pair: (-pair[1].total, str(pair[0].published or ""), pair[0].action_id))
        found.append(Plan(plan, tuple(answers[:most])))
    return found


def _act_score(plan: Report, act: Report) -> Score:
    alike = likeness(plan.action.quote, act.action.quote)
    after = plan.published is not None and act.published is not None and act.published > plan.published
    same = 1.0 if plan.place == act.place and plan.place else 0.0
    return Score(round(alike, 2) if alike >= 0.4 else 0.0, same, 1.0 if after else 0.0)


def _answer(target: Fact, fact: Fact, measure: Measure) -> Answer | None:
    said, told = target.published, fact.published
    if said is None or told is None or told <= said:
        return None
    score = Score(_name(target, fact, measure), _place(target, fact), _time(target, fact))
    if score.total < LEAST_SCORE or not (score.time and score.place) or measure.is_vague(fact.figure.indicator or ""):
        return None  # nothing that another place did answers what this one promised
    goal = value(target, measure)
    # What a part of the place did is no share of what the whole promised.
    whole = score.place == 1.0 and fact.figure.breakdown == target.figure.breakdown
    countable = whole and target.figure.kind == "level" and goal > 0 and fact.figure.bound in ("exact", "approx")
    reached = (value(fact, measure) / goal * HUNDRED).quantize(Decimal("0.1")) if countable else None
    return Answer(fact, score, reached)


def _name(target: Fact, fact: Fact, measure: Measure) -> float:
    """1 for one series, else the share of common character pairs; below one half the names are unrelated."""
    a, b = (measure.canonical(f.figure.indicator or "") for f in (target, fact))
    if a == b:
        return 1.0
    one, other = (Counter(name[i : i + 2] for i in range(len(name) - 1)) for name in (a, b))
    both = sum((one & other).values())
    if not both:
        return 0.0
    alike = 2 * both / (sum(one.values()) + sum(other.values()))
    return round(alike, 2) if alike >= 0.5 else 0.0


def _place(target: Fact, fact: Fact) -> float:
    if not target.place:  # two unknown places are one only in one paper
        return 1.0 if target.mentions[0].source == fact.mentions[0].source and not fact.place else 0.0
    if (target.place, target.organisation) == (fact.place, fact.organisation):
        return 1.0
    return 0.5 if target.place == fact.place else 0.0


def _time(target: Fact, fact: Fact) -> float:
    """1 when the figure covers the target's time, 0.5 when either is unknown, 0 when they cannot meet."""
    goal, told = target.figure.period, fact.figure.period
    if goal is None or told is None:
        return 0.5
    if told.end and goal.start and told.end < goal.start:
        return 0.0
    if told.start and goal.end and told.start > goal.end:
        return 0.0
    return 1.0
