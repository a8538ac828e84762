"""The report of a diff: what a reader wants first, then the lines, then what was refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policytrack.compare.alone import Bare
from policytrack.compare.diff import Diff, Line
from policytrack.compare.facts import where_printed
from policytrack.compare.series import Measure, common_unit
from policytrack.compare.totals import Total
from policytrack.model import Fact
from policytrack.period_query import people_period
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.diff_alone import exact_row
from policytrack.reports.diff_words import footer, rest, summary, verdict_label
from policytrack.reports.numbers import as_printed, human, signed


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
        "printed_growth", "old_source", "new_source",
    )
)  # fmt: skip
_QUOTE_COLUMNS = (Column("old_quote", "A 原文", "A quote"), Column("new_quote", "B 原文", "B quote"))
# With both sentences the values share a column, else each would have a few cells.
_QUOTED_COLUMNS = (
    *_PEOPLE_COLUMNS[:2],
    Column("values", "数值", "values"),
    Column("quotes", "原文", "quotes", least=30),
)
Printed = Mapping[tuple[object, ...], Fact]


def scope_of(fact: Fact, measure: Measure) -> tuple[object, ...]:
    """What a total and its printed growth rate share."""
    figure = fact.figure
    return measure.canonical(figure.indicator or ""), fact.place, fact.organisation, figure.breakdown, figure.period


def printed_growth(facts: Sequence[Fact], measure: Measure) -> Printed:
    """The printed year-on-year rates among the facts, by what they are the growth of."""
    return {scope_of(f, measure): f for f in facts if f.figure.kind == "growth" and f.figure.basis in (None, "yoy")}


def lines_table(
    found: Diff, shown: Sequence[Line | Bare], measure: Measure, place_name: Mapping[str, str], growth: Printed, *,
    quotes: bool, data: bool, lang: str = "zh", empty: bool = False,
) -> Table:  # fmt: skip
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
        said = growth.get(scope_of(line.b, measure)) if line.b and line.verdict.name == "yoy_nominal" else None
        if data:
            rows.append(_exact(line, measure, said, quotes))
        else:
            row = _short(line, measure, place_name, said, lang)
            rows.append(_quoted(row, _both(line)) if quotes else row)
    notes = (*rest(len(found) - len(shown), lang), *footer(found, lang))
    return Table(summary(found, lang, empty=empty), columns, rows, notes=notes, name="lines")


def _quoted(row: tuple[str | None, ...], quotes: str) -> tuple[str | None, ...]:
    """A row for people with its values under each other and both sentences beside them."""
    name, indicator, old, new, delta, _ = row
    values = "\n".join(f"{side} {cell}" for side, cell in (("A", old), ("B", new)) if cell)
    return name, indicator, "\n".join(part for part in (values, delta) if part), quotes


def _short(
    line: Line, measure: Measure, place_name: Mapping[str, str], said: Fact | None, lang: str
) -> tuple[str | None, ...]:
    """One line for people: value over period, difference over percent."""
    place = line.fact.place or ""
    scope = line.fact.organisation or place_name.get(place, place)
    name = verdict_label(line.verdict.name, line.verdict.reason, lang)
    if line.side:  # both values stand on one side, whatever the columns are called
        name += f"\n{line.side} 期之内" if lang == "zh" else f"\nwithin {line.side}"
    ids = "\n".join(where_printed(f).figure_id for f in (line.a, line.b) if f)
    indicator = f"{line.indicator}\n{scope}" if scope else line.indicator
    return name, indicator, _value(line.a), _value(line.b), _difference(line, measure, said, lang), ids


def _difference(line: Line, measure: Measure, said: Fact | None, lang: str) -> str | None:
    v = line.verdict
    if v.delta is None or v.delta_low is None or v.delta_high is None:
        return None
    unit, factor = common_unit(line.a, line.b, measure)
    error = (v.delta_high - v.delta_low) / 2 / factor
    points = "个百分点" if unit == "%" else unit
    text = signed(v.delta / factor, points)
    if v.percent is not None:
        text += f"\n{'−' if v.percent < 0 else '+'}{abs(v.percent)}%"
    elif line.a and line.a.figure.value == 0:
        text += "\n新增"
    if said is not None and line.fact.figure.kind == "level":
        text += f"\n{'公布' if lang == 'zh' else 'printed'} {as_printed(said.figure)}"
    return text + (f"\n±{human(error, points)}" if error else "")


def _value(fact: Fact | None) -> str | None:
    if fact is None:
        return None
    period = fact.figure.period
    return as_printed(fact.figure) + (f"\n{people_period(period)}" if period else "")


def _exact(line: Line, measure: Measure, said: Fact | None, quotes: bool) -> tuple[str | None, ...]:
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
    sources = (where_printed(f).source if f else None for f in (line.a, line.b))
    return (
        v.name, v.reason, line.side or None, line.indicator, fact.place, fact.organisation, *side(line.a), *side(line.b),
        unit, *numbers, as_printed(said.figure) if said else None, *sources,
        *((_quote(line.a), _quote(line.b)) if quotes else ()),
    )  # fmt: skip


def _both(line: Line) -> str:
    """Both sentences under each other."""
    sides = (("A", line.a), ("B", line.b))
    quotes = (f"{name} {where_printed(fact).figure_id} {_quote(fact)}" for name, fact in sides if fact)
    return "\n".join(quotes)


def _quote(fact: Fact | None) -> str | None:
    return where_printed(fact).quote if fact else None
