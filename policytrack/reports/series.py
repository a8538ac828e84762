"""One indicator over time: its facts, its flows, and bars of both."""

from collections.abc import Callable, Sequence

from policytrack.compare.facts import where_printed
from policytrack.compare.flows import Flow, in_time, naive_growth
from policytrack.compare.growth import PrintedGrowth
from policytrack.compare.prints import counterpart, standing
from policytrack.compare.series import Measure, SeriesKey, amount, series_key, value
from policytrack.model import Fact
from policytrack.period_query import people_period, year_before
from policytrack.render.chart import Bar
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.numbers import as_printed, human, plain, rate
from policytrack.reports.words import whose

Label = Callable[[Cell], str]


def scope(fact: Fact, label: Label) -> str:
    """Whose number it is, as people read it."""
    return whose(fact.organisation, label(fact.place or ""))


def timeline(
    title: str, facts: Sequence[Fact], growth: Sequence[Fact], measure: Measure, label: Label, *, data: bool = False,
    lang: str = "zh",
) -> Table:  # fmt: skip
    """Every fact with the printed growth beside the naive one; a column a field for programs, fewer for people."""
    zh = lang == "zh"
    printed = PrintedGrowth([*facts, *growth], measure)
    rows: list[tuple[Cell, ...]] = []
    levels: dict[object, list[Fact]] = {}
    for fact in facts:
        if fact.figure.kind == "level" and fact.figure.period:
            levels.setdefault((series_key(fact, measure), fact.figure.period), []).append(fact)
    for fact in in_time(facts):
        figure, period = fact.figure, fact.figure.period
        before = levels.get((series_key(fact, measure), year_before(period)), []) if period else []
        then = counterpart(fact, standing(before, measure)) if figure.bound == "exact" else None
        naive = naive_growth(fact, then, measure) if then else None
        said = printed.of(fact) if period else None
        first, precise = fact.mentions[0], where_printed(fact)
        shown = people_period(period) if period else None
        if data:
            rows.append((
                period.iso if period else None, fact.place, fact.organisation, figure.surface, figure.bound, figure.value,
                figure.unit, figure.accumulation, rate(said.figure) if said else None, None if naive is None else plain(naive),
                len(fact.mentions), precise.published, precise.source, precise.figure_id,
                where_printed(then).figure_id if then and naive is not None else None,
            ))  # fmt: skip
        else:
            ours, theirs = (
                f"{plain(naive)}%".replace("-", "−") if naive is not None else None,
                as_printed(said.figure) if said else None,
            )
            words = ("公布", "名义") if zh else ("printed", "naive")
            rates = "\n".join(f"{word} {rate}" for word, rate in zip(words, (theirs, ours), strict=True) if rate)
            more = f" +{len(fact.mentions) - 1}" if len(fact.mentions) > 1 else ""
            told = f"{first.source or ''} {first.published or ''}{more}".strip()
            rows.append((shown, scope(fact, label), as_printed(figure), rates or None, told, precise.figure_id))
    note = "名义增速由公布的总量相除得出，未剔除价格与样本变动。" if zh else (
        "naive is ours: printed totals divided, blind to prices and to changed samples."
    )  # fmt: skip
    return Table(title, _DATA if data else _PEOPLE, rows, (note,) if growth else (), name="series")


_PEOPLE = (
    Column("time_period", "期间", "period", least=12),
    Column("scope", "范围", "scope"),
    Column("value", "数值", "value", right=True),
    Column("growth", "增速", "growth", right=True),
    Column("source", "来源", "source"),
    Column("id", "编号", "id", least=6),
)
_DATA = tuple(
    Column(key, key, key)
    for key in (
        "time_period", "ref_area", "organisation", "surface", "bound", "obs_value", "unit_measure", "accumulation",
        "printed_growth", "naive_growth", "mentions", "published", "source", "id", "base_id",
    )
)  # fmt: skip
_FLOW_PEOPLE = (
    Column("time_period", "期间", "period"),
    Column("scope", "范围", "scope"),
    Column("flow", "新增", "flow", right=True),
    Column("error", "误差", "error", right=True),
    Column("from_id", "起", "from"),
    Column("to_id", "止", "to"),
    Column("note", "说明", "note"),
)
_FLOW_DATA = tuple(
    Column(key, key, key)
    for key in (
        "time_period", "ref_area", "organisation", "flow", "flow_low", "flow_high", "unit_measure", "from_id", "to_id",
        "falls", "contested",
    )
)  # fmt: skip


def flow_table(
    title: str, flows: Sequence[Flow], measure: Measure, label: Label, *, data: bool = False, lang: str = "zh"
) -> Table:
    """Year-to-date amounts turned into what was added between them, with the rounding error of both ends."""
    zh = lang == "zh"
    falls = "下降，而累计数不会下降" if zh else "falls, which a cumulative amount cannot"
    contested = "另有他值" if zh else "contested"
    rows: list[tuple[Cell, ...]] = []
    for flow in flows:
        unit = measure.to_base(flow.after.figure.unit)[0]
        error = (flow.high - flow.low) / 2
        ends = where_printed(flow.before).figure_id if flow.before else None, where_printed(flow.after).figure_id
        if data:
            rows.append((
                flow.period.iso, flow.after.place, flow.after.organisation, flow.value, flow.low, flow.high, unit, *ends,
                flow.falls, flow.contested,
            ))  # fmt: skip
        else:
            rows.append((
                people_period(flow.period), scope(flow.after, label), human(flow.value, unit),
                f"±{human(error, unit)}" if error else None, *ends,
                "\n".join(note for note, holds in ((falls, flow.falls), (contested, flow.contested)) if holds) or None,
            ))  # fmt: skip
    return Table(title, _FLOW_DATA if data else _FLOW_PEOPLE, rows, name="flow")


def fact_bars(facts: Sequence[Fact], measure: Measure, label: Label) -> list[Bar]:
    """A bar for every amount with a period, the series after each other; their rounding is too small to draw."""
    drawn = [f for f in in_time(facts) if f.figure.period and f.figure.kind == "level"]
    order: dict[SeriesKey, int] = {}
    for fact in drawn:
        order.setdefault(series_key(fact, measure), len(order))
    drawn.sort(key=lambda fact: order[series_key(fact, measure)])
    return [
        Bar(
            f"{people_period(f.figure.period)} {scope(f, label)}", as_printed(f.figure), value(f, measure),
            measure.to_base(f.figure.unit)[0],
        )
        for f in drawn if f.figure.period and amount(f, measure).high > 0
    ]  # fmt: skip


def flow_bars(flows: Sequence[Flow], measure: Measure, label: Label) -> list[Bar]:
    """A bar for every flow with its error bar."""
    bars = []
    for flow in flows:
        unit = measure.to_base(flow.after.figure.unit)[0]
        name = f"{people_period(flow.period)} {scope(flow.after, label)}"
        error = (flow.high - flow.low) / 2
        text = human(flow.value, unit) + (f" ±{human(error, unit)}" if error else "")
        bars.append(Bar(name, text, flow.value, unit, flow.low, flow.high))
    return bars
