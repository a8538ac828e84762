"""The report of a diff: what a reader wants first, then the lines, then what was refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policytrack.compare.diff import Diff, Line
from policytrack.compare.series import Measure
from policytrack.model import Fact
from policytrack.period_query import people_period
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


_PEOPLE_COLUMNS = (
    Column("verdict", "结论", "verdict"),
    Column("indicator", "指标", "indicator", least=16),
    Column("old", "A", "A", right=True),
    Column("new", "B", "B", right=True),
    Column("delta", "差", "difference", right=True),
    Column("ids", "编号", "ids"),
)
_DATA_COLUMNS = tuple(
    Column(key, key, key)
    for key in (
        "verdict", "reason", "side", "indicator", "ref_area", "organisation", "old", "old_value", "old_period", "old_id",
        "new", "new_value", "new_period", "new_id", "unit_measure", "delta", "delta_low", "delta_high", "percent",
        "old_source", "new_source",
    )
)  # fmt: skip
_QUOTE_COLUMNS = (Column("old_quote", "A 原文", "A quote"), Column("new_quote", "B 原文", "B quote"))


def lines_table(found: Diff, measure: Measure, place_name: Mapping[str, str], *, quotes: bool, data: bool) -> Table:
    """Every line of a diff, short for people, with exact values in the base unit for programs."""
    columns = (*(_DATA_COLUMNS if data else _PEOPLE_COLUMNS), *(_QUOTE_COLUMNS if quotes else ()))
    rows = []
    for line in found.lines:
        row = _exact(line, measure) if data else _short(line, measure, place_name)
        rows.append((*row, _quote(line.a), _quote(line.b)) if quotes else row)
    return Table(summary(found), columns, rows, notes=tuple(_footer(found)), name="lines")


def _short(line: Line, measure: Measure, place_name: Mapping[str, str]) -> tuple[str | None, ...]:
    """One line for people: value over period, difference over percent."""
    verdict = line.verdict
    place = line.fact.place or ""
    scope = line.fact.organisation or place_name.get(place, place)
    name = VERDICT_ZH[verdict.name] + (f"\n{REASON_ZH[verdict.reason]}" if verdict.reason else "")
    ids = "\n".join(f.mentions[0].figure_id for f in (line.a, line.b) if f)
    indicator = f"{line.indicator}\n{scope}" if scope else line.indicator
    return name, indicator, _value(line.a), _value(line.b), _difference(line, measure), ids


def _difference(line: Line, measure: Measure) -> str | None:
    v = line.verdict
    if v.delta is None or v.delta_low is None or v.delta_high is None:
        return None
    unit = measure.to_base(line.fact.figure.unit)[0]
    error = (v.delta_high - v.delta_low) / 2
    text = signed(v.delta, "个百分点" if unit == "%" else unit)
    if v.percent is not None:
        text += f"\n{'−' if v.percent < 0 else '+'}{abs(v.percent)}%"
    elif line.a and line.a.figure.value == 0:
        text += "\n新增"
    return text + (f"\n±{human(error)}" if error else "")


def _value(fact: Fact | None) -> str | None:
    if fact is None:
        return None
    period = fact.figure.period
    return as_printed(fact.figure) + (f"\n{people_period(period)}" if period else "")


def _exact(line: Line, measure: Measure) -> tuple[str | None, ...]:
    def value(fact: Fact | None) -> str | None:
        return format(fact.figure.value * measure.to_base(fact.figure.unit)[1], "f") if fact else None

    def side(fact: Fact | None) -> tuple[str | None, ...]:
        if fact is None:
            return None, None, None, None
        period = fact.figure.period
        return as_printed(fact.figure), value(fact), period.iso if period else None, fact.mentions[0].figure_id

    v, fact = line.verdict, line.fact
    numbers = (None if n is None else format(n, "f") for n in (v.delta, v.delta_low, v.delta_high, v.percent))
    sources = (f.mentions[0].source if f else None for f in (line.a, line.b))
    return (
        v.name, v.reason, line.side or None, line.indicator, fact.place, fact.organisation, *side(line.a), *side(line.b),
        measure.to_base(fact.figure.unit)[0], *numbers, *sources,
    )  # fmt: skip


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
