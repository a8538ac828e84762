"""One indicator over time: its facts, its flows, its vintages, and a chart for the terminal."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from policytrack.compare.flows import Flow, in_time, naive_growth
from policytrack.compare.series import Measure, value
from policytrack.model import Fact
from policytrack.period import Period
from policytrack.period_query import people_period, year_before
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.numbers import as_printed, human, plain

Label = Callable[[Cell], str]
_BLOCKS = "▏▎▍▌▋▊▉█"


def _scope(fact: Fact, label: Label) -> str:
    return fact.organisation or label(fact.place or "")


def timeline(
    title: str, facts: Sequence[Fact], growth: Sequence[Fact], measure: Measure, label: Label, *, data: bool = False
) -> Table:
    """Every fact with the printed growth beside the naive one; a column a field for programs, fewer for people."""
    printed = {(g.place, g.organisation, g.figure.period): g for g in growth}
    rows: list[tuple[Cell, ...]] = []
    levels = {
        (f.place, f.organisation, f.figure.breakdown, f.figure.period): f for f in facts if f.figure.kind == "level"
    }
    for fact in in_time(facts):
        figure, period = fact.figure, fact.figure.period
        then = levels.get((fact.place, fact.organisation, figure.breakdown, year_before(period))) if period else None
        exact = then is not None and figure.bound == then.figure.bound == "exact"
        naive = naive_growth(fact, then, measure) if then and exact else None
        said = printed.get((fact.place, fact.organisation, period)) if period else None
        ours, theirs = f"{plain(naive)}%" if naive is not None else None, as_printed(said.figure) if said else None
        first = fact.mentions[0]
        shown = people_period(period) if period else None
        if data:
            rows.append((
                period.iso if period else None, fact.place, fact.organisation, as_printed(figure), figure.value,
                figure.unit, figure.accumulation, theirs, ours, len(fact.mentions), first.published, first.source,
                first.figure_id,
            ))  # fmt: skip
        else:
            rates = "\n".join(
                part for part in (f"公布 {theirs}" if said else "", f"名义 {ours}" if ours else "") if part
            )
            more = f" +{len(fact.mentions) - 1}" if len(fact.mentions) > 1 else ""
            told = f"{first.source or ''} {first.published or ''}{more}".strip()
            rows.append((shown, _scope(fact, label), as_printed(figure), rates or None, told, first.figure_id))
    notes = ("名义 is ours: printed totals divided, blind to prices and to changed samples.",) if growth else ()
    return Table(title, _DATA if data else _PEOPLE, rows, notes, name="series")


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
        "time_period", "ref_area", "organisation", "surface", "obs_value", "unit_measure", "accumulation",
        "printed_growth", "naive_growth", "mentions", "published", "source", "id",
    )
)  # fmt: skip


def flow_table(title: str, flows: Sequence[Flow], measure: Measure, label: Label) -> Table:
    """Year-to-date amounts turned into what was added between them, with the rounding error of both ends."""
    columns = (
        Column("time_period", "期间", "period"),
        Column("scope", "范围", "scope"),
        Column("flow", "新增", "flow", right=True),
        Column("error", "误差", "error", right=True),
        Column("from_id", "起", "from"),
        Column("to_id", "止", "to"),
        Column("note", "说明", "note"),
    )
    rows: list[tuple[Cell, ...]] = []
    for flow in flows:
        unit = measure.to_base(flow.after.figure.unit)[0]
        error = (flow.high - flow.low) / 2
        rows.append((
            people_period(flow.period), _scope(flow.after, label), human(flow.value, unit),
            f"±{human(error, unit)}" if error else None, flow.before.mentions[0].figure_id if flow.before else None,
            flow.after.mentions[0].figure_id, "falls, which a cumulative amount cannot" if flow.falls else None,
        ))  # fmt: skip
    return Table(title, columns, rows, name="flow")


def vintages(title: str, facts: Sequence[Fact], label: Label) -> Table:
    """Every print of every fact: who printed it first, who rounded, who restated."""
    columns = (
        Column("time_period", "期间", "period"),
        Column("scope", "范围", "scope"),
        Column("published", "发布", "published"),
        Column("surface", "数值", "value", right=True),
        Column("role", "版本", "vintage"),
        Column("source", "来源", "source"),
        Column("id", "编号", "id"),
    )
    groups: dict[tuple[Period | None, str | None, str | None], list[Fact]] = {}
    for fact in in_time(facts):
        groups.setdefault((fact.figure.period, fact.place, fact.organisation), []).append(fact)
    rows: list[tuple[Cell, ...]] = []
    for (period, _, _), group in groups.items():
        prints = sorted(
            ((m, fact) for fact in group for m in fact.mentions),
            key=lambda p: (str(p[0].published or ""), p[0].figure_id),
        )
        first_value = prints[0][1]
        for n, (mention, fact) in enumerate(prints):
            role = "first" if n == 0 else "restated" if fact is not first_value else "again"
            if n and fact is first_value and mention.surface != prints[0][0].surface:
                role = "rounded" if len(mention.surface) < len(prints[0][0].surface) else "more precise"
            rows.append((
                people_period(period) if period else None, _scope(fact, label), mention.published, mention.surface, role,
                mention.source, mention.figure_id,
            ))  # fmt: skip
    return Table(title, columns, rows, name="vintages")


def chart(facts: Sequence[Fact], measure: Measure, label: Label, width: int) -> list[str]:
    """A bar a fact, drawn to one scale; empty when there is nothing positive to draw."""
    drawn = [f for f in in_time(facts) if f.figure.period and f.figure.kind == "level"]
    top = max((value(f, measure) for f in drawn), default=Decimal(0))
    if top <= 0:
        return []
    names = [f"{people_period(f.figure.period)} {_scope(f, label)}" for f in drawn if f.figure.period]
    room = max(10, width - 50)
    lines = []
    for fact, name in zip(drawn, names, strict=True):
        eighths = int(value(fact, measure) / top * room * 8)
        bar = "█" * (eighths // 8) + (_BLOCKS[eighths % 8 - 1] if eighths % 8 else "")
        lines.append(f"{name}\t{bar} {as_printed(fact.figure)}")
    return lines
