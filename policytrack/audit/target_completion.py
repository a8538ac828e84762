"""完成额, 完成目标的X%, 超进度Y: the annual target that follows, and whether the schedule is the calendar's share.

`125.8 ÷ 78.6%` bounds the target; `(125.8 − 19.1) ÷ target` is the schedule, which is linear only by assumption.
"""

from collections.abc import Iterator
from decimal import Decimal

from policytrack.audit.passage import Passage, in_print, is_exact, percent, printed, same_measure
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Derived, Figure

NAME = "target_completion"


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each share of a target whose own amount is printed in the same sentence."""
    for sentence in passage.sentences:
        for i, ratio in enumerate(sentence):
            if ratio.kind != "ratio_to_target" or ratio.unit != "%" or not is_exact(ratio) or ratio.value_low <= 0:
                continue
            done = _nearest(sentence[:i], ratio, "actual")
            if done is None:
                continue
            ahead = next((f for f in sentence[i + 1 :] if f.kind == "diff_to_target" and f.unit == done.unit), None)
            goal = _nearest(tuple(f for f in sentence if f is not done), ratio, "target")
            yield _audit(done, ratio, ahead, goal)


def _nearest(sentence: tuple[Figure, ...], ratio: Figure, obs: str) -> Figure | None:
    for figure in reversed(sentence):
        if figure.kind == "level" and figure.obs == obs and is_exact(figure) and same_measure(figure, ratio):
            return figure
    return None


def _audit(done: Figure, ratio: Figure, ahead: Figure | None, goal: Figure | None) -> Audit:
    share = Interval.of(ratio)
    target = Interval.of(done) / share * Interval.exactly(HUNDRED)
    middle = done.value / ratio.value * HUNDRED
    note = (
        f"{printed(done)} ÷ {printed(ratio)}% = {in_print(middle, done, 2)} "
        f"[{in_print(target.low, done, 2)}, {in_print(target.high, done, 2)}]"
    )
    derived = [Derived("annual_target", target.low, target.high, done.unit)]
    figures = [done.id, ratio.id]
    verdict = "derived"
    if goal is not None and goal.unit == done.unit:
        figures.append(goal.id)
        verdict = "consistent" if Interval.of(goal).meets(target) else "inconsistent"
        note += f"; printed target {printed(goal)}"
    if ahead is not None and is_exact(ahead):
        figures.append(ahead.id)
        plan = _schedule(done, ratio, ahead)
        derived.append(Derived("schedule_share", plan.low, plan.high, "%"))
        note += f"; ({printed(done)} − {printed(ahead)}) ÷ {in_print(middle, done, 2)} = {percent(plan)}"
        months = _months(done)
        if months:
            share_of_year = Decimal(months) / 12 * HUNDRED
            linear = plan.low <= share_of_year <= plan.high
            note += f" {'≈' if linear else '≠'} {months}/12 of the year (assumes a linear schedule)"
            if verdict == "derived" and linear:
                verdict = "consistent"
    return Audit(NAME, tuple(figures), verdict, tuple(derived), note)


def _schedule(done: Figure, ratio: Figure, ahead: Figure) -> Interval:
    """The share of the target that was due: ratio × (1 − ahead ÷ done), which uses the amount once."""
    lead = Interval.of(ahead) / Interval.of(done)
    return Interval.of(ratio) * (Interval.exactly(1) - lead)


def _months(figure: Figure) -> int | None:
    """How many months of the year a year-to-date figure covers."""
    period = figure.period
    if figure.accumulation not in ("ytd", "period") or period is None or not period.start or not period.end:
        return None
    first_of_year = (period.start.month, period.start.day) == (1, 1) and period.start.year == period.end.year
    return period.end.month if first_of_year else None
