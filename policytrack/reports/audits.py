"""Audits as a table: verdict, template and the arithmetic in one line."""

from collections.abc import Iterable

from policytrack.render.table import Cell, Column, Table

VERDICT_ZH = {"consistent": "相符", "inconsistent": "矛盾", "derived": "推算", "not_checkable": "不可核"}
COLUMNS = (
    Column("verdict", "结论", "verdict", show=lambda v: VERDICT_ZH.get(str(v), str(v))),
    Column("template", "模板", "template"),
    Column("note", "算式", "arithmetic"),
    Column("figures", "数字", "figures"),
    Column("title", "标题", "title"),
)


def audits(title: str, rows: Iterable[tuple[Cell, ...]]) -> Table:
    """Rows are (verdict, template, note, figure ids, title)."""
    found = sorted(rows, key=lambda row: (str(row[0]) != "inconsistent", str(row[0]), str(row[1]), str(row[3])))
    count: dict[str, int] = {}
    for row in found:
        count[str(row[0])] = count.get(str(row[0]), 0) + 1
    summary = ", ".join(f"{n} {verdict}" for verdict, n in sorted(count.items())) or "no relations"
    return Table(f"{title} · {summary}", COLUMNS, found, name="audits")
