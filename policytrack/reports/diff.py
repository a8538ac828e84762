"""The report of a diff: what a reader wants first, then the lines, then what was refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policytrack.compare.alone import Bare
from policytrack.compare.diff import Diff, Line
from policytrack.compare.facts import where_printed
from policytrack.compare.growth import PrintedGrowth
from policytrack.compare.series import Measure, common_unit
from policytrack.compare.totals import Total
from policytrack.compare.verdicts import is_year_apart, may_slip
from policytrack.model import Fact
from policytrack.period_query import people_period
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.diff_alone import exact_row
from policytrack.reports.diff_words import footer, rest, summary, verdict_label
from policytrack.reports.numbers import as_printed, human, rate, signed
from policytrack.reports.words import Labels, said, whose


@dataclass(frozen=True, slots=True)
class Activity:
    """How much was done in one group (a type, a place, an actor) on one side."""

    actions: int = 0
    articles: int = 0


def activity_table(
    a: Mapping[str, Activity], b: Mapping[str, Activity], titles: tuple[str, str], label: Column,
    totals: Mapping[str, Sequence[Total]], lang: str = "zh",
) -> Table:  # fmt: skip
    """Actions and articles of every group on both sides with what may be summed, the most active first."""
    none = Activity()
    groups = sorted({*a, *b, *totals}, key=lambda g: (-(a.get(g, none).actions + b.get(g, none).actions), g))
    counted = ("数字", "figures") if label.key == "indicator" else ("行动", "actions")
    columns = (
        label,
        Column("actions_a", f"A {counted[0]}", f"A {counted[1]}", right=True),
        Column("actions_b", f"B {counted[0]}", f"B {counted[1]}", right=True),
        Column("articles_a", "A 报道", "A articles", right=True),
        Column("articles_b", "B 报道", "B articles", right=True),
        Column("totals", "可比合计", "comparable totals", least=24),
    )
    rows: list[tuple[Cell, ...]] = []
    for group in groups:
        one, other = a.get(group, none), b.get(group, none)
        shown = "\n".join(_total(total, lang) for total in totals.get(group, ())[:3])
        rows.append((group, one.actions, other.actions, one.articles, other.articles, shown or None))
    return Table(f"A = {titles[0]}    B = {titles[1]}", columns, rows, name="activity")


def _total(total: Total, lang: str) -> str:
    over = "" if total.count == 1 else f"（{total.count}项之和）" if lang == "zh" else f" (sum of {total.count})"
    return f"{total.indicator} {human(total.before)}→{human(total.after, total.unit)}{over}"


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
        "printed_growth", "old_source", "new_source", "old_ref_area", "new_ref_area", "old_organisation",
        "new_organisation", "old_obs_status", "new_obs_status", "contested",
    )
)  # fmt: skip
_QUOTE_COLUMNS = (Column("old_quote", "A 原文", "A quote"), Column("new_quote", "B 原文", "B quote"))
# With both sentences the values share a column, else each would have a few cells.
_QUOTED_COLUMNS = (
    *_PEOPLE_COLUMNS[:2],
    Column("values", "数值", "values"),
    Column("quotes", "原文", "quotes", least=30),
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the lines: how units compare, what growth is printed, how places and states are called."""

    measure: Measure
    growth: PrintedGrowth
    labels: Labels
    lang: str = "zh"

    def growth_of(self, line: Line) -> Fact | None:
        """The printed growth of a total beside the total of the year before."""
        if line.b is None or line.a is None or line.b.figure.kind != "level":
            return None
        one, other = line.a.figure.period, line.b.figure.period
        annual = line.verdict.name == "stock_change" and one and other and is_year_apart(one, other)
        return self.growth.of(line.b) if line.verdict.name == "yoy_nominal" or annual else None

    def scope(self, fact: Fact) -> str:
        return whose(fact.organisation, self.labels["ref_area"].get(fact.place or "", fact.place or ""))


def lines_table(
    found: Diff, shown: Sequence[Line | Bare], beside: Beside, *, quotes: bool, data: bool, empty: bool = False
) -> Table:
    """The lines of a diff that are shown, short for people, with exact values in their common unit for programs.

    For people every line has its facts; a note tells them how many more lines there are.
    """
    people = _QUOTED_COLUMNS if quotes else _PEOPLE_COLUMNS
    columns = (*_DATA_COLUMNS, *(_QUOTE_COLUMNS if quotes else ())) if data else people
    rows: list[tuple[str | None, ...]] = []
    for line in shown:
        if isinstance(line, Bare):
            rows.append(exact_row(line, quotes))
            continue
        if data:
            rows.append(_exact(line, beside, quotes))
        else:
            row = _short(line, beside)
            rows.append(_quoted(row, _both(line)) if quotes else row)
    notes = (*rest(len(found) - len(shown), beside.lang), *footer(found, beside.lang))
    return Table(summary(found, beside.lang, empty=empty), columns, rows, notes=notes, name="lines")


def _quoted(row: tuple[str | None, ...], quotes: str) -> tuple[str | None, ...]:
    """A row for people with its values under each other and both sentences beside them."""
    name, indicator, old, new, delta, _ = row
    values = "\n".join(f"{side} {cell}" for side, cell in (("A", old), ("B", new)) if cell)
    return name, indicator, "\n".join(part for part in (values, delta) if part), quotes


def _short(line: Line, beside: Beside) -> tuple[str | None, ...]:
    """One line for people: value over period, difference over percent; of two scopes both."""
    zh = beside.lang == "zh"
    name = verdict_label(line.verdict.name, line.verdict.reason, beside.lang)
    if line.side:  # both values stand on one side, whatever the columns are called
        name += f"\n{line.side} 期之内" if zh else f"\nwithin {line.side}"
    if line.contested:
        name += "\n另有他值" if zh else "\ncontested"
    if line.a and line.b and line.verdict.delta is not None and may_slip(line.a, line.b, beside.measure):
        name += "\n数量级存疑" if zh else "\nmagnitude?"
    ids = "\n".join(where_printed(f).figure_id for f in (line.a, line.b) if f)
    scopes = dict.fromkeys(beside.scope(fact) for fact in (line.a, line.b) if fact)
    scope = " → ".join(name or "？" for name in scopes) if any(scopes) else ""
    indicator = f"{line.indicator}\n{scope}" if scope else line.indicator
    return name, indicator, _value(line.a, beside), _value(line.b, beside), _difference(line, beside), ids


def _difference(line: Line, beside: Beside) -> str | None:
    v, rate_said = line.verdict, beside.growth_of(line)
    if v.delta is None or v.delta_low is None or v.delta_high is None:
        return None
    unit, factor = common_unit(line.a, line.b, beside.measure)
    error = (v.delta_high - v.delta_low) / 2 / factor
    points = "个百分点" if unit == "%" else unit
    text = signed(v.delta / factor, points)
    if v.percent is not None:
        text += f"\n{'−' if v.percent < 0 else '+'}{abs(v.percent)}%"
    elif line.a and line.a.figure.value == 0:
        text += "\n新增"
    if rate_said is not None:
        text += f"\n{'公布' if beside.lang == 'zh' else 'printed'} {as_printed(rate_said.figure)}"
    return text + (f"\n±{human(error, points)}" if error else "")


def _value(fact: Fact | None, beside: Beside) -> str | None:
    """The print, marked when it is no result, over its period."""
    if fact is None:
        return None
    figure = fact.figure
    status = "" if figure.obs == "actual" else f"{said(beside.labels, 'obs_status', figure.obs)} "
    return f"{status}{as_printed(figure)}" + (f"\n{people_period(figure.period)}" if figure.period else "")


def _exact(line: Line, beside: Beside, quotes: bool) -> tuple[str | None, ...]:
    measure, growth = beside.measure, beside.growth_of(line)
    unit, factor = common_unit(line.a, line.b, measure)

    def value(fact: Fact) -> str:
        figure = fact.figure
        if figure.unit == unit:
            return format(figure.value, "f")
        return format(figure.value * measure.to_base(figure.unit)[1] / factor, "f")

    def side(fact: Fact | None) -> tuple[str | None, ...]:
        if fact is None:
            return None, None, None, None
        period = fact.figure.period
        return as_printed(fact.figure), value(fact), period.iso if period else None, where_printed(fact).figure_id

    v, fact = line.verdict, line.fact
    deltas = (None if n is None else format(n / factor, "f") for n in (v.delta, v.delta_low, v.delta_high))
    numbers = (*deltas, None if v.percent is None else format(v.percent, "f"))
    sides = (line.a, line.b)
    whose = (
        *(where_printed(f).source if f else None for f in sides), *(f.place if f else None for f in sides),
        *(f.organisation if f else None for f in sides), *(f.figure.obs if f else None for f in sides),
    )  # fmt: skip
    return (
        v.name, v.reason, line.side or None, line.indicator, fact.place, fact.organisation, *side(line.a), *side(line.b),
        unit, *numbers, rate(growth.figure) if growth else None, *whose, "yes" if line.contested else None,
        *((_quote(line.a), _quote(line.b)) if quotes else ()),
    )  # fmt: skip


def _both(line: Line) -> str:
    """Both sentences under each other."""
    sides = (("A", line.a), ("B", line.b))
    quotes = (f"{name} {where_printed(fact).figure_id} {_quote(fact)}" for name, fact in sides if fact)
    return "\n".join(quotes)


def _quote(fact: Fact | None) -> str | None:
    return where_printed(fact).quote if fact else None
