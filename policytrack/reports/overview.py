"""The overview reports: what was done, by whom, where, with which figures, and what the data cover."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from policytrack.model import Fact
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.numbers import as_printed
from policytrack.reports.words import whose

Row = Any  # a row by column name: sqlite3.Row or a mapping
Label = Callable[[Cell], str]
# How many facts of a type the summary names.
_KEY_FACTS = 2


def summary(
    title: str,
    groups: Iterable[Row],
    facts: Mapping[str, list[Fact]],
    label: Label,
    place_label: Label,
    notes: tuple[str, ...],
) -> Table:
    """One line an action type: acts done and planned, articles, and its weightiest figures.

    The figures name whose they are, unless all are of one place or body.
    """
    scopes = {whose(fact.organisation, place_label(fact.place)) for several in facts.values() for fact in several}

    def scope(fact: Fact) -> str:
        return whose(fact.organisation, place_label(fact.place)) if len(scopes) > 1 else ""

    columns = (
        Column("type", "类型", "type", show=label, least=8),
        Column("done", "实施", "done", right=True),
        Column("planned", "计划", "planned", right=True),
        Column("articles", "报道", "articles", right=True),
        Column("figures", "主要数字", "key figures", show=lambda cell: str(cell).replace("；", "\n")),
    )
    rows = [
        (
            row["key"],
            row["done"],
            row["planned"],
            row["articles"],
            "；".join(key_figures(facts.get(row["key"], []), scope)),
        )
        for row in groups
    ]
    return Table(title, columns, rows, notes, name="summary")


def key_figures(facts: list[Fact], scope: Callable[[Fact], str]) -> list[str]:
    """The facts that tell most: money first, then counts; the latest print of each indicator and place."""
    latest: dict[tuple[str | None, str | None, str | None], Fact] = {}
    for fact in sorted(facts, key=lambda f: (str(f.figure.period.end if f.figure.period else ""), str(f.published))):
        latest[fact.figure.indicator, fact.place, fact.organisation] = fact
    ranked = sorted(latest.values(), key=_weight)
    return [
        f"{scope(fact)} {fact.figure.indicator}{as_printed(fact.figure)}{_span(fact)}".strip()
        for fact in ranked[:_KEY_FACTS]
    ]


def _span(fact: Fact) -> str:
    from policytrack.period_query import people_period

    return f"({people_period(fact.figure.period)})" if fact.figure.period else ""


def _weight(fact: Fact) -> tuple[object, ...]:
    figure = fact.figure
    return (
        figure.dimension != "money",
        figure.period is None,
        -len(fact.mentions),
        -figure.value,
        fact.mentions[0].figure_id,
    )


def groups(title: str, by: str, rows: Iterable[Row], figures: Mapping[str | None, int], label: Label) -> Table:
    """Actions, articles and figures of each group."""
    headings = {
        "type": ("类型", "type"), "place": ("地区", "place"), "actor": ("主体", "actor"), "source": ("来源", "source"),
        "month": ("月份", "month"), "quarter": ("季度", "quarter"),
    }  # fmt: skip
    zh, en = headings[by]
    columns = (
        Column(by, zh, en, show=label),
        Column("actions", "行动", "actions", right=True),
        Column("done", "实施", "done", right=True),
        Column("planned", "计划", "planned", right=True),
        Column("articles", "报道", "articles", right=True),
        Column("figures", "数字", "figures", right=True),
        Column("first", "最早", "first"),
        Column("last", "最近", "last"),
    )
    found = [
        (
            row["key"] or "—", row["actions"], row["done"], row["planned"], row["articles"], figures.get(row["key"], 0),
            row["first"], row["last"],
        )
        for row in rows
    ]  # fmt: skip
    return Table(title, columns, found, name=by)


def series(title: str, rows: Iterable[Row], label: Label, kind: Label, obs: Label) -> Table:
    """Indicators with the number of their figures and the days they cover."""
    columns = (
        Column("indicator", "指标", "indicator"),
        Column("place", "范围", "scope", show=label),
        Column("unit_measure", "单位", "unit"),
        Column("kind", "类别", "kind", show=kind),
        Column("obs_status", "性质", "status", show=obs),
        Column("figures", "数字", "figures", right=True),
        Column("periods", "期数", "periods", right=True),
        Column("first", "自", "from"),
        Column("last", "至", "to"),
    )
    return Table(title, columns, [tuple(row[c.key] for c in columns) for row in rows], name="series")


def coverage(title: str, rows: Iterable[Row]) -> Table:
    """What each source contributes, and what is missing in it."""
    columns = (
        Column("source", "来源", "source"),
        Column("articles", "报道", "articles", right=True),
        Column("headlines", "仅标题", "headlines", right=True),
        Column("actions", "行动", "actions", right=True),
        Column("figures", "数字", "figures", right=True),
        Column("no_period", "无期间", "no period", right=True),
        Column("no_indicator", "无指标", "no indicator", right=True),
        Column("unattached", "未归类", "unattached", right=True),
        Column("undated", "无日期", "undated", right=True),
        Column("first", "最早", "first"),
        Column("last", "最近", "last"),
    )
    found = [(row["source"] or "—", *(row[c.key] for c in columns[1:])) for row in rows]
    return Table(title, columns, found, name="coverage")
