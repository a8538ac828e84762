"""Listings: figures, actions and articles as tables, one row an item. Rows come from the store, by column name."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from policytrack.render.table import Cell, Column, Table

Row = Any  # a row by column name: sqlite3.Row or a mapping
LabelOf = Callable[[Cell], str]

# Columns that people see; data formats get all of ALL_FIGURES.
_FIGURES = (
    Column("id", "编号", "id"),
    Column("surface", "数值", "value", right=True),
    Column("indicator", "指标", "indicator"),
    Column("kind", "类别", "kind"),
    Column("time_period", "期间", "period"),
    Column("ref_area", "地区", "area"),
    Column("action_type", "行动", "action"),
    Column("quote", "原文", "quote"),
    Column("title", "标题", "title"),
    Column("published", "发布", "published"),
)
_MORE_FIGURES = tuple(
    Column(key, key, key)
    for key in (
        "source", "obs_value", "value_to", "value_low", "value_high", "unit_measure", "unit_mult", "decimals",
        "dimension", "currency", "bound", "sign", "breakdown", "period_how", "accumulation", "basis", "basis_how",
        "base_per", "denominator", "obs_status", "direction", "organisation", "action", "where", "start", "end", "rule",
        "confidence", "article", "url",
    )
)  # fmt: skip
_ACTIONS = (
    Column("id", "编号", "id"),
    Column("type", "类型", "type"),
    Column("realis", "状态", "realis"),
    Column("actor", "主体", "actor"),
    Column("quote", "原文", "quote"),
    Column("time_period", "期间", "period"),
    Column("ref_area", "地区", "area"),
    Column("title", "标题", "title"),
    Column("published", "发布", "published"),
)
_MORE_ACTIONS = tuple(
    Column(key, key, key)
    for key in (
        "source", "stage", "actor_how", "actor_level", "target", "documents", "figures", "where", "start", "end", "rule",
        "confidence", "article", "url",
    )
)  # fmt: skip
_ARTICLES = (
    Column("id", "编号", "id", right=True),
    Column("published", "发布", "published"),
    Column("source", "来源", "source"),
    Column("place", "地区", "place"),
    Column("title", "标题", "title"),
    Column("actions", "行动", "actions", right=True),
    Column("figures", "数字", "figures", right=True),
)
_MORE_ARTICLES = tuple(
    Column(key, key, key) for key in ("byline", "published_how", "headline_only", "characters", "url")
)
COLUMNS = {
    "figures": (_FIGURES, _MORE_FIGURES),
    "actions": (_ACTIONS, _MORE_ACTIONS),
    "articles": (_ARTICLES, _MORE_ARTICLES),
}
REALIS_ZH = {"done": "已实施", "planned": "计划", "background": "背景"}
KIND_ZH = {
    "level": "数值", "growth": "增速", "change": "增减", "share": "占比", "ratio_to_target": "完成率",
    "diff_to_target": "超/欠进度", "rank": "位次", "multiple": "倍数",
}  # fmt: skip


def listing(
    name: str, rows: Iterable[Row], title: str, labels: Mapping[str, Mapping[str, str]], *, data: bool
) -> Table:
    """The table of a listing; `labels` maps a column to the labels of its values for people, `data` adds all columns."""
    for_people, more = COLUMNS[name]
    columns = tuple(_labelled(column, labels) for column in for_people) + (more if data else ())
    keys = [column.key for column in columns]
    return Table(title, columns, [tuple(_cell(row[key]) for key in keys) for row in rows], name=name)


def _labelled(column: Column, labels: Mapping[str, Mapping[str, str]]) -> Column:
    known = labels.get(column.key)
    show: Callable[[Cell], str] | None = None
    if column.key == "time_period":
        show = _period
    elif known is not None:

        def show(cell: Cell) -> str:
            return known.get(str(cell), str(cell))

    return Column(column.key, column.zh, column.en, column.right, show)


def _period(cell: Cell) -> str:
    from policytrack.period import Period
    from policytrack.period_query import people_period

    return people_period(Period.from_iso(str(cell)))


def _cell(value: Any) -> Cell:
    return value if value is None or isinstance(value, bool | int | str | Decimal) else str(value)
