"""Promises as a table: what was announced, and what may answer it, with the parts of the score."""

from collections.abc import Callable, Sequence

from policytrack.compare.facts import where_printed
from policytrack.compare.promises import Plan, Promise
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.numbers import as_printed, plain

_COLUMNS = (
    Column("target_id", "目标", "target", least=6),
    Column("indicator", "指标或行动", "indicator or act", least=16),
    Column("ref_area", "地区", "area"),
    Column("target", "目标值", "goal", right=True),
    Column("answer", "后来", "later", right=True),
    Column("reached", "完成%", "reached %", right=True),
    Column("score", "契合", "score", right=True),
    Column("parts", "名·地·时", "name·place·time"),
    Column("answer_id", "编号", "id", least=6),
    Column("published", "发布", "published"),
)


def promise_table(
    promises: Sequence[Promise], plans: Sequence[Plan], asked: str, label: Callable[[object], str], *, silent: bool,
    lang: str,
) -> Table:  # fmt: skip
    """One line a candidate; what has none stands with an empty answer. With `silent` only the latter."""
    rows: list[tuple[Cell, ...]] = []
    for promise in promises:
        figure, target = promise.target.figure, promise.target
        head = (
            where_printed(target).figure_id, figure.indicator, target.organisation or label(target.place),
            as_printed(figure),
        )  # fmt: skip
        if promise.silent:
            rows.append((*head, *[None] * 6))
        for answer in () if silent else promise.answers:
            score, fact = answer.score, answer.fact
            rows.append((
                *head, as_printed(fact.figure), plain(answer.reached) if answer.reached is not None else None,
                str(score.total), f"{score.name}·{score.place}·{score.time}", where_printed(fact).figure_id,
                fact.published,
            ))  # fmt: skip
    for plan in plans:
        act = plan.report
        announced: tuple[Cell, ...] = (act.action_id, act.action.quote, label(act.place), None)
        if not plan.answers:
            rows.append((*announced, *[None] * 6))
        for report, score in () if silent else plan.answers:
            rows.append((
                *announced, report.action.quote, None, str(score.total), f"{score.name}·{score.place}·{score.time}",
                report.action_id, report.published,
            ))  # fmt: skip
    return Table(_title(promises, plans, asked, lang), _COLUMNS, rows, name="promises")


def _title(promises: Sequence[Promise], plans: Sequence[Plan], asked: str, lang: str) -> str:
    quiet = sum(promise.silent for promise in promises) + sum(not plan.answers for plan in plans)
    count = len(promises) + len(plans)
    head = f"承诺 · {asked}" if asked and lang == "zh" else f"promises · {asked}" if asked else (
        "承诺" if lang == "zh" else "promises"
    )  # fmt: skip
    if lang == "zh":
        return f"{head} · {len(promises)}个目标，{len(plans)}项计划，{count - quiet}项有可能的结果，{quiet}项尚无下文"
    return f"{head} · {len(promises)} targets, {len(plans)} planned acts, {count - quiet} with candidates, {quiet} silent so far"
