"""完成额, 完成目标的X%, 超进度Y: the annual target that follows, and whether the schedule is the calendar's share.

`125.8 ÷ 78.6%` bounds the target; `(125.8 − 19.1) ÷ target` is the schedule, which is linear only by assumption. 时序进度
and 序时进度 are no plan but the share of the year that has passed, so a difference to them in points can be checked.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from policytrack.audit.passage import Passage, in_print, is_exact, percent, printed, same_measure
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Derived, Figure

NAME = "target_completion"
_GOAL = re.compile("目标|任务|计划|指标|预算")
# 84.6亿元，完成…78.6% and 84.6亿元占计划的78.6%; in 19个重点项目投资完成率145% the count is no amount done.
_PARTED = re.compile(r"^\s*(?:占|完成|达|为|相当)|[，,、；;：:（(]")
_SET = re.compile("目标|任务|计划|下达|预算|应")
_ELAPSED = re.compile("时序|序时|时间进度")
_BEHIND = re.compile("落后|滞后|低于|慢于|欠|差")


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each share of a target whose own amount is printed in the same sentence."""
    for sentence in passage.sentences:
        for i, ratio in enumerate(sentence):
            if ratio.unit != "%" or not is_exact(ratio) or ratio.value_low <= 0:
                continue
            goal = _direct_goal(passage, sentence[:i], ratio)
            if ratio.kind != "ratio_to_target" and (goal is None or ratio.kind in ("growth", "change")):
                continue
            done = _done(passage, [f for f in sentence[:i] if f is not goal], ratio, goal)
            if done is not None:
                near = goal or _goal(passage, sentence, done, ratio)
                yield _audit(passage, done, ratio, _ahead(passage, sentence[i + 1 :], done, ratio), near)


def _direct_goal(passage: Passage, before: tuple[Figure, ...], ratio: Figure) -> Figure | None:
    """完成年目标任务6600人的100.76%: the figure right before 的 is the goal, whatever it was taken for."""
    if (
        before
        and passage.between(before[-1], ratio).strip() in ("的", ")的", "）的")
        and _GOAL.search(passage.before(before[-1]))
    ):
        return before[-1]
    return None


def _done(passage: Passage, before: list[Figure], ratio: Figure, goal: Figure | None) -> Figure | None:
    """The amount done: the nearest of the ratio's indicator, or with a printed goal the nearest of the goal's unit."""
    for figure in reversed(before):
        gap = passage.between(figure, ratio)
        if "；" in gap or ";" in gap or figure.kind == "share":
            return None
        if figure.kind != "level" or not is_exact(figure) or _is_goal(passage, figure):
            continue
        if goal is not None and figure.unit == goal.unit:
            return figure if passage.between(figure, goal).strip()[:1] in "，,、（(" else None
        if goal is None and figure.obs == "actual" and same_measure(figure, ratio) and _PARTED.search(gap):
            return figure
    return None


def _is_goal(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is printed as the goal of another ratio: 目标任务6600人的."""
    return passage.after(figure, 1) == "的" and bool(_GOAL.search(passage.before(figure)))


def _goal(passage: Passage, sentence: tuple[Figure, ...], done: Figure, ratio: Figure) -> Figure | None:
    """The one target of the sentence, or of the paragraph before it, that is printed for what was done."""
    for pool, own in ((sentence, True), (tuple(f for f in passage.figures if f.start < done.start), False)):
        goals = [f for f in pool if f is not done and f.unit == done.unit and f.kind == "level" and is_exact(f)]
        goals = [f for f in goals if _is_near(passage, f, ratio) and not _is_goal(passage, f)]
        if own:
            goals = [f for f in goals if f.obs == "target" or (f.start < done.start and _SET.search(passage.lead(f)))]
        else:
            goals = [f for f in goals if f.obs == "target" and same_measure(f, ratio)]
        if goals:
            return goals[0] if len(goals) == 1 else None
    return None


def _is_near(passage: Passage, goal: Figure, ratio: Figure) -> bool:
    first, second = sorted((goal, ratio), key=lambda f: f.start)
    gap = passage.between(first, second)
    return len(gap) < 120 and "\n" not in gap and "；" not in gap and ";" not in gap


def _ahead(passage: Passage, after: tuple[Figure, ...], done: Figure, ratio: Figure) -> Figure | None:
    for figure in after:
        if "；" in passage.between(ratio, figure) or figure.kind == "ratio_to_target":
            return None
        lead = passage.before(figure)
        if figure.kind == "diff_to_target" and figure.unit == done.unit:
            return figure
        if figure.unit == "个百分点" and _ELAPSED.search(lead):
            return figure
    return None


def _audit(passage: Passage, done: Figure, ratio: Figure, ahead: Figure | None, goal: Figure | None) -> Audit:
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
        points = ahead.unit == "个百分点"
        plan = _by_points(passage, ratio, ahead) if points else _schedule(done, ratio, ahead)
        derived.append(Derived("schedule_share", plan.low, plan.high, "%"))
        if points:
            sign = "+" if _BEHIND.search(passage.before(ahead)) else "−"
            note += f"; {printed(ratio)}% {sign} {printed(ahead)} points = {percent(plan)}"
        else:
            note += f"; ({printed(done)} − {printed(ahead)}) ÷ {in_print(middle, done, 2)} = {percent(plan)}"
        months = _months(done)
        if months:
            share_of_year = Decimal(months) / 12 * HUNDRED
            linear = Interval.exactly(share_of_year).widened(Decimal("0.05")).meets(plan)
            note += f" {'≈' if linear else '≠'} {months}/12 of the year"
            note += " (时序进度 is the share of the year)" if points else " (assumes a linear schedule)"
            if linear:
                verdict = "consistent" if verdict == "derived" else verdict
            elif points:
                verdict = "inconsistent"
    return Audit(NAME, tuple(figures), verdict, tuple(derived), note)


def _schedule(done: Figure, ratio: Figure, ahead: Figure) -> Interval:
    """The share of the target that was due: ratio × (1 − ahead ÷ done), which uses the amount once."""
    lead = Interval.of(ahead) / Interval.of(done)
    return Interval.of(ratio) * (Interval.exactly(1) - lead)


def _by_points(passage: Passage, ratio: Figure, ahead: Figure) -> Interval:
    step = Interval.of(ahead)
    return Interval.of(ratio) + step if _BEHIND.search(passage.before(ahead)) else Interval.of(ratio) - step


def _months(figure: Figure) -> int | None:
    """How many whole months of the year a year-to-date figure covers."""
    period = figure.period
    if figure.accumulation not in ("ytd", "period") or period is None or not period.start or not period.end:
        return None
    first_of_year = (period.start.month, period.start.day) == (1, 1) and period.start.year == period.end.year
    return period.end.month if first_of_year and period.end.day >= 28 else None
