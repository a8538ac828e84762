"""Audits as a table: verdict, template and the arithmetic in one line."""

from collections.abc import Iterable

from policytrack.render.table import Cell, Column, Table

VERDICT_ZH = {"consistent": "相符", "inconsistent": "矛盾", "derived": "推算", "not_checkable": "不可核"}
_ORDER = ("inconsistent", "consistent", "derived", "not_checkable")


def audits(asked: str, rows: Iterable[tuple[Cell, ...]], lang: str = "zh") -> Table:
    """Rows are (verdict, template, note, figure ids, title); contradictions first, and counted in the title."""
    zh = lang == "zh"
    found = sorted(rows, key=lambda row: (_ORDER.index(str(row[0])), str(row[1]), str(row[3])))
    counts = {name: sum(row[0] == name for row in found) for name in _ORDER}
    parts = [f"{n}项{VERDICT_ZH[name]}" if zh else f"{n} {name}" for name, n in counts.items() if n]
    summary = ("，" if zh else ", ").join(parts) or ("没有可核的关系" if zh else "no relations")
    columns = (
        Column("verdict", "结论", "verdict", show=(lambda v: VERDICT_ZH.get(str(v), str(v))) if zh else None),
        Column("template", "模板", "template"),
        Column("note", "算式", "arithmetic"),
        Column("figures", "数字", "figures"),
        Column("title", "标题", "title"),
    )
    head = "核算" if zh else "audit"
    return Table(f"{head}{asked} · {summary}", columns, found, name="audits")
