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


def timeline(title: str, facts: Sequence[Fact], growth: Sequence[Fact], measure: Measure, label: Label) -> Table:
    """Every fact with the printed growth beside the naive one."""
    printed = {(g.place, g.organisation, g.figure.period): g for g in growth}
    levels = {
        (f.place, f.organisation, f.figure.breakdown, f.figure.period): f for f in facts if f.figure.kind == "level"
    }
    columns = (
        Column("time_period", "期间", "period"),
        Column("scope", "范围", "scope"),
        Column("value", "数值", "value", right=True),
        Column("accumulation", "累计", "accumulation"),
        Column("printed_growth", "公布增速", "printed growth", right=True),
        Column("naive_growth", "名义增速", "naive growth", right=True),
        Column("mentions", "报道", "mentions", right=True),
        Column("published", "发布", "published"),
        Column("source", "来源", "source"),
        Column("id", "编号", "id"),
    )
    rows: list[tuple[Cell, ...]] = []
    for fact in in_time(facts):
        period = fact.figure.period
        then = (
            levels.get((fact.place, fact.organisation, fact.figure.breakdown, year_before(period))) if period else None
        )
        naive = (
            naive_growth(fact, then, measure) if then and fact.figure.bound == then.figure.bound == "exact" else None
        )
        said = printed.get((fact.place, fact.organisation, period)) if period else None
        first = fact.mentions[0]
        rows.append((
            people_period(period) if period else None, _scope(fact, label), as_printed(fact.figure),
            fact.figure.accumulation, as_printed(said.figure) if said else None,
            f"{plain(naive)}%" if naive is not None else None, len(fact.mentions), first.published, first.source,
            first.figure_id,
        ))  # fmt: skip
    notes = ("名义增速 is ours: printed totals divided, blind to prices and to changed samples.",) if growth else ()
    return Table(title, columns, rows, notes, name="series")


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
