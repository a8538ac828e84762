"""Promises as a table: what was announced, and what may answer it, with the parts of the score."""

from collections.abc import Callable, Iterator, Sequence

from policytrack.compare.facts import where_printed
from policytrack.compare.promises import Plan, Promise, Score
from policytrack.period import Period
from policytrack.period_query import people_period
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.numbers import as_printed, plain

_COLUMNS = (
    Column("target_id", "目标编号", "target id"),
    Column("indicator", "指标或行动", "indicator or act"),
    Column("ref_area", "地区", "area"),
    Column("target", "目标", "goal", right=True),
    Column("target_period", "目标期间", "goal for"),
    Column("answer", "后来", "later", right=True),
    Column("answer_period", "后来期间", "later period"),
    Column("reached", "完成%", "reached %", right=True),
    Column("score", "契合", "score", right=True),
    Column("parts", "名·地·时", "name·place·time"),
    Column("answer_id", "后来编号", "later id"),
    Column("published", "发布", "published"),
)
_PEOPLE_COLUMNS = (
    Column("ids", "编号", "ids", least=6),
    Column("indicator", "指标或行动", "indicator or act", least=16),
    Column("target", "目标", "goal", right=True, least=8),
    Column("answer", "后来", "later", right=True, least=8),
    Column("reached", "完成%", "reached %", right=True),
    Column("score", "契合", "score", right=True),
)
_SCORE_NOTE = {
    "zh": "契合：0至1，下为指标名、地区、时间三项；是候选，不是结论",
    "en": "score: 0 to 1, under it name, place and time; candidates, not claims",
}
Label = Callable[[object], str]


def promise_table(
    promises: Sequence[Promise], plans: Sequence[Plan], asked: str, label: Label, *, silent: bool, data: bool, lang: str
) -> Table:
    """One line a candidate; what has none stands with an empty answer. With `silent` only the latter.

    Programs get a field a column; people get what belongs together under each other.
    """
    rows = [*_targets(promises, label, silent=silent), *_plans(plans, label, silent=silent)]
    title = _title(promises, plans, asked, lang)
    if data:
        return Table(title, _COLUMNS, rows, name="promises")
    notes = (_SCORE_NOTE[lang],) if any(row[-1] for row in rows) else ()
    return Table(title, _PEOPLE_COLUMNS, [_stacked(row) for row in rows], notes=notes, name="promises")


_NOTHING = (None,) * 7


def _targets(promises: Sequence[Promise], label: Label, *, silent: bool) -> Iterator[tuple[Cell, ...]]:
    for promise in promises:
        figure, target = promise.target.figure, promise.target
        head = (
            where_printed(target).figure_id, figure.indicator, target.organisation or label(target.place),
            as_printed(figure), _iso(figure.period),
        )  # fmt: skip
        if promise.silent:
            yield (*head, *_NOTHING)
        for answer in () if silent else promise.answers:
            fact = answer.fact
            reached = plain(answer.reached) if answer.reached is not None else None
            yield (
                *head, as_printed(fact.figure), _iso(fact.figure.period), reached, *_score(answer.score),
                where_printed(fact).figure_id, fact.published,
            )  # fmt: skip


def _plans(plans: Sequence[Plan], label: Label, *, silent: bool) -> Iterator[tuple[Cell, ...]]:
    for plan in plans:
        act = plan.report
        head = (act.action_id, act.action.quote, label(act.place), None, _iso(act.action.period))
        if not plan.answers:
            yield (*head, *_NOTHING)
        for report, score in () if silent else plan.answers:
            yield (
                *head, report.action.quote, _iso(report.action.period), None, *_score(score), report.action_id,
                report.published,
            )  # fmt: skip


def _score(score: Score) -> tuple[str, str]:
    return str(score.total), f"{score.name}·{score.place}·{score.time}"


def _iso(period: Period | None) -> str | None:
    return period.iso if period else None


def _stacked(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row of `_COLUMNS` as people read it: what belongs together under each other."""
    cells = {column.key: cell for column, cell in zip(_COLUMNS, row, strict=True)}
    return (
        _lines(cells["target_id"], cells["answer_id"]), _lines(cells["indicator"], cells["ref_area"]),
        _lines(cells["target"], _people(cells["target_period"])), _lines(cells["answer"], _people(cells["answer_period"])),
        cells["reached"], _lines(cells["score"], cells["parts"]),
    )  # fmt: skip


def _lines(*parts: Cell) -> str | None:
    return "\n".join(str(part) for part in parts if part) or None


def _people(iso: Cell) -> str | None:
    return people_period(Period.from_iso(str(iso))) if iso else None


def _title(promises: Sequence[Promise], plans: Sequence[Plan], asked: str, lang: str) -> str:
    quiet = sum(promise.silent for promise in promises) + sum(not plan.answers for plan in plans)
    count = len(promises) + len(plans)
    head = f"承诺 · {asked}" if asked and lang == "zh" else f"promises · {asked}" if asked else (
        "承诺" if lang == "zh" else "promises"
    )  # fmt: skip
    if lang == "zh":
        return f"{head} · {len(promises)}个目标，{len(plans)}项计划，{count - quiet}项有可能的结果，{quiet}项尚无下文"
    return f"{head} · {len(promises)} targets, {len(plans)} planned acts, {count - quiet} with candidates, {quiet} silent so far"
