"""Audits as a table: verdict, template and the arithmetic in one line."""

import re
from collections.abc import Iterable

from policytrack.render.table import Cell, Column, Table

VERDICT_ZH = {"consistent": "相符", "inconsistent": "矛盾", "derived": "推算", "not_checkable": "不可核"}
_ORDER = ("inconsistent", "consistent", "derived", "not_checkable")

# The words of a note in Chinese, for people; data keep the note as it was computed.
_ZH = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"the sample of firms changes from year to year, so the rate is not that of the printed totals",
         "企业样本逐年变动，增速不是所印总量之比"),
        (r"the rate is in constant prices, the total in current ones", "增速按不变价，总量按现价"),
        (r"the rate is on a like-for-like base, which is not the printed one", "增速按同口径基数，与所印总量不同"),
        (r"the list after 其中 may be incomplete", "其中所列未必齐全"),
        (r"the parts may overlap", "各部分可能交叉"),
        (r"the list may be open", "或未列全"),
        (r"the denominator is unstated", "未说明占什么的比重"),
        (r"two sources, which may count differently", "两个来源，口径或有不同"),
        (r"assumes a linear schedule", "假定按月均匀推进"),
        (r"leaves nothing to divide by", "没有可除的基数"),
        (r"headline (\S+), body (\S+) for ", r"标题\1，正文\2："),
        (r"([0-9]+)/12 of the year", r"全年的\1/12"),
        (r"100% of ", "100%："),
        (r"in the base period", "（基期）"),
        (r" is no sum: ", " 不可相加："),
        (r" is given up", "是少收"), (r" is due later", "是迟收"), (r" is paid back", "是退还"), (r" is lent", "是借出"),
        (r" is paid on loans", "是贴息"), (r" is paid out", "是发放"), (r" is received", "是收到"),
        (r" fits its series ", "合于其序列"), (r" only (?=[×÷])", "须"), (r" falls to ", "降至"),
        (r"printed target ", "所印目标"), (r"printed ", "所印"), (r" points\b", "个百分点"), (r" before$", "（之前）"),
        (r" names\b", "个名称"), (r"(?<=[0-9]) to (?=[0-9])", "至"),
    )
)  # fmt: skip


def in_chinese(note: str) -> str:
    """A note with its English words in Chinese: 2.05亿元 falls to 3.31万元 becomes 2.05亿元降至3.31万元."""
    for pattern, said in _ZH:
        note = pattern.sub(said, note)
    return note


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
        Column("note", "算式", "arithmetic", show=(lambda note: in_chinese(str(note))) if zh else None),
        Column("figures", "数字", "figures"),
        Column("title", "标题", "title"),
    )
    head = "核算" if zh else "audit"
    return Table(f"{head}{asked} · {summary}", columns, found, name="audits")
