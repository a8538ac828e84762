"""The report of a diff: what a reader wants first, then the lines, then what was refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policytrack.compare.diff import Diff, Line
from policytrack.compare.series import Measure
from policytrack.model import Fact
from policytrack.render.table import Column, Table
from policytrack.reports.numbers import as_printed, human, signed

VERDICT_ZH = {
    "re_report": "重复报道", "same_coarser": "同一数字(约数)", "restated": "修订", "conflict": "冲突",
    "yoy_nominal": "同比(名义)", "ytd_increment": "累计增量", "stock_change": "存量变化", "flow_disjoint": "两期流量",
    "bound_only": "仅有界限", "not_comparable": "不可比", "new": "新增", "no_new_report": "本期未见",
}  # fmt: skip
REASON_ZH = {
    "unit": "单位不同", "kind": "类别不同", "scope": "范围不同", "denominator": "分母不同", "accumulation": "累计方式不同",
    "period": "期间不可比",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Activity:
    """How much was done in one group (a type, a place, an actor) on one side."""

    actions: int = 0
    articles: int = 0


def activity_table(
    a: Mapping[str, Activity], b: Mapping[str, Activity], titles: tuple[str, str], label: Column
) -> Table:
    """Actions and articles of every group on both sides, the most active first."""
    none = Activity()
    groups = sorted({*a, *b}, key=lambda g: (-(a.get(g, none).actions + b.get(g, none).actions), g))
    columns = (
        label,
        Column("actions_a", "A 行动", "A actions", right=True),
        Column("actions_b", "B 行动", "B actions", right=True),
        Column("articles_a", "A 报道", "A articles", right=True),
        Column("articles_b", "B 报道", "B articles", right=True),
    )
    rows = [
        (
            group,
            a.get(group, none).actions,
            b.get(group, none).actions,
            a.get(group, none).articles,
            b.get(group, none).articles,
        )
        for group in groups
    ]
    return Table(f"A = {titles[0]}    B = {titles[1]}", columns, rows, name="activity")


LINE_COLUMNS = (
    Column("verdict", "结论", "verdict", show=lambda v: VERDICT_ZH.get(str(v), str(v))),
    Column("reason", "原因", "reason", show=lambda v: REASON_ZH.get(str(v), str(v))),
    Column("indicator", "指标", "indicator"),
    Column("ref_area", "地区", "area"),
    Column("old", "A", "A", right=True),
    Column("old_period", "A 期间", "A period"),
    Column("new", "B", "B", right=True),
    Column("new_period", "B 期间", "B period"),
    Column("delta", "差", "difference", right=True),
    Column("percent", "%", "%", right=True),
    Column("ids", "编号", "ids"),
)
_DATA_COLUMNS = (
    Column("old_value", "A 值", "A value", right=True),
    Column("new_value", "B 值", "B value", right=True),
    Column("unit_measure", "单位", "unit"),
    Column("delta_low", "差下限", "difference from", right=True),
    Column("delta_high", "差上限", "difference to", right=True),
    Column("side", "侧", "side"),
)
_QUOTE_COLUMNS = (Column("old_quote", "A 原文", "A quote"), Column("new_quote", "B 原文", "B quote"))


def lines_table(found: Diff, measure: Measure, place_name: Mapping[str, str], *, quotes: bool, data: bool) -> Table:
    """Every line of a diff; `data` adds exact values in the base unit, `quotes` both sentences."""
    columns = (*LINE_COLUMNS, *(_DATA_COLUMNS if data else ()), *(_QUOTE_COLUMNS if quotes else ()))
    rows = []
    for line in found.lines:
        row = _line(line, measure, place_name)
        if data:
            row += _exact(line, measure)
        if quotes:
            row += (_quote(line.a), _quote(line.b))
        rows.append(row)
    return Table(summary(found), columns, rows, notes=tuple(_footer(found)), name="lines")


def _line(line: Line, measure: Measure, place_name: Mapping[str, str]) -> tuple[str | None, ...]:
    verdict = line.verdict
    unit = measure.to_base(line.fact.figure.unit)[0]
    points = "个百分点" if unit == "%" else unit
    delta = None
    if verdict.delta is not None and verdict.delta_low is not None and verdict.delta_high is not None:
        error = (verdict.delta_high - verdict.delta_low) / 2
        delta = signed(verdict.delta, points) + (f" ±{human(error)}" if error else "")
    percent = None
    if verdict.percent is not None:
        percent = f"{'−' if verdict.percent < 0 else '+'}{abs(verdict.percent)}%"
    elif verdict.delta is not None and line.a and line.a.figure.value == 0:
        percent = "新增"
    place = line.fact.place or ""
    scope = line.fact.organisation or place_name.get(place, place)
    ids = " → ".join(f.mentions[0].figure_id for f in (line.a, line.b) if f)
    return (
        verdict.name, verdict.reason, line.indicator, scope, _value(line.a), _period(line.a), _value(line.b),
        _period(line.b), delta, percent, ids,
    )  # fmt: skip


def _value(fact: Fact | None) -> str | None:
    return as_printed(fact.figure) if fact else None


def _period(fact: Fact | None) -> str | None:
    from policytrack.period_query import format_period

    return format_period(fact.figure.period) if fact and fact.figure.period else None


def _exact(line: Line, measure: Measure) -> tuple[str | None, ...]:
    def value(fact: Fact | None) -> str | None:
        return format(fact.figure.value * measure.to_base(fact.figure.unit)[1], "f") if fact else None

    v = line.verdict
    low, high = (None if end is None else format(end, "f") for end in (v.delta_low, v.delta_high))
    return value(line.a), value(line.b), measure.to_base(line.fact.figure.unit)[0], low, high, line.side or None


def _quote(fact: Fact | None) -> str | None:
    return fact.mentions[0].quote if fact else None


def summary(found: Diff) -> str:
    """`3 new, 2 changed, 1 restated, 4 not comparable`: one sentence before everything else."""
    counts = found.counts
    changed = sum(counts[n] for n in ("yoy_nominal", "ytd_increment", "stock_change", "flow_disjoint", "bound_only"))
    parts = [
        (counts["new"], "new"), (changed, "changed"), (counts["restated"], "restated"),
        (counts["conflict"], "in conflict"), (counts["re_report"] + counts["same_coarser"], "reported again"),
        (counts["not_comparable"], "not comparable"), (counts["no_new_report"], "without a new report"),
    ]  # fmt: skip
    return ", ".join(f"{count} {name}" for count, name in parts if count) or "no difference"


def _footer(found: Diff) -> Sequence[str]:
    notes = []
    if found.refused:
        refused = ", ".join(f"{count} {reason}" for reason, count in sorted(found.refused.items()))
        notes.append(f"Refused comparisons by reason: {refused}.")
    if found.counts["yoy_nominal"]:
        notes.append("同比(名义) is naive: it divides two printed totals and knows nothing of prices or samples.")
    if found.counts["no_new_report"]:
        notes.append("本期未见 means that no new figure was found, not that anything ended.")
    return notes
