"""What waits for a reviewer, and what reviewers decided, as tables; and one item as a person is asked about it."""

import json
from collections.abc import Iterable
from typing import Any

from policytrack.render.table import Cell, Column, Table
from policytrack.reports.listings import around
from policytrack.reports.words import Labels, column, said, title

Row = Any  # a row by column name: sqlite3.Row or a mapping
_DECISION_ZH = {"accept": "认可", "edit": "修改", "reject": "剔除", "undo": "撤回"}
_ITEM_ZH = {"figure": "数字", "action": "行动", "numeral": "未归类"}


def queue(figures: Iterable[Row], actions: Iterable[Row], numerals: Iterable[Row], lang: str, labels: Labels) -> Table:
    """Unattached numerals first, then figures and actions together, the least certain first."""
    rows: list[tuple[Cell, ...]] = [
        (numeral_id(row), "numeral", None, row["surface"], None, _context(row), row["title"], row["published"])
        for row in numerals
    ]
    certain = [(row["confidence"], row["article"], _figure(row, labels)) for row in figures]
    certain += [(row["confidence"], row["article"], _action(row, labels)) for row in actions]
    rows += [line for _, _, line in sorted(certain, key=lambda item: item[:2])]
    columns = (
        column("id"), Column("item", "条目", "item", show=_shown(_ITEM_ZH, lang)),
        Column("confidence", "把握", "confidence", right=True), Column("words", "读作", "read as"), column("type"),
        column("context", least=20), column("title"), column("published"),
    )  # fmt: skip
    return Table(title("review", lang), columns, rows, name="review")


def log_table(rows: Iterable[Row], lang: str) -> Table:
    """All decisions, newest first."""
    columns = (
        Column("number", "序号", "number", right=True), Column("made_at", "时间", "made at"), column("article", right=True),
        Column("item", "条目", "item", show=_shown(_ITEM_ZH, lang)),
        Column("decision", "决定", "decision", show=_shown(_DECISION_ZH, lang)), Column("words", "词语", "words"),
        Column("changes", "内容", "changes"), Column("stands", "有效", "stands", show=lambda cell: "✓" if cell else ""),
    )  # fmt: skip
    told: list[tuple[Cell, ...]] = [
        (
            row["number"], row["made_at"], row["article"], row["item"], row["decision"], row["words"],
            f"undoes {row['undoes']}" if row["undoes"] else changes(row["changes"]), bool(row["stands"]),
        )
        for row in rows
    ]  # fmt: skip
    return Table(title("review", lang), columns, told, name="decisions")


def changes(text: str) -> str:
    """`kind=growth, sign=-1` of the stored JSON."""
    return ", ".join(f"{key}={value}" for key, value in json.loads(text).items())


def numeral_id(row: Row) -> str:
    """`12.n245`: the article and the offset of the numeral."""
    return f"{row['article']}.n{row['start']}"


def _shown(names: dict[str, str], lang: str) -> Any:
    return (lambda cell: names.get(str(cell), str(cell))) if lang == "zh" else str


def _context(row: Row) -> str:
    return around(row["context"], row["at"] - 1, row["at"] - 1 + len(row["surface"]))


def _figure(row: Row, labels: Labels) -> tuple[Cell, ...]:
    at = row["start"] - row["quote_start"]
    kind = "" if row["kind"] == "level" else f" {said(labels, 'kind', row['kind'])}"
    return (
        row["id"], "figure", str(row["confidence"]), f"{row['indicator'] or '?'} {row['surface']}{kind}",
        said(labels, "type", row["action_type"]) if row["action_type"] else None,
        around(row["quote"], at, at + row["end"] - row["start"]), row["title"], row["published"],
    )  # fmt: skip


def _action(row: Row, labels: Labels) -> tuple[Cell, ...]:
    actor = row["actor"] or "?"
    return (
        row["id"], "action", str(row["confidence"]), f"{actor} · {said(labels, 'realis', row['realis'])}",
        said(labels, "type", row["type"]), " ".join(row["quote"].split()), row["title"], row["published"],
    )  # fmt: skip
