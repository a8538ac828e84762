"""The versions of an article: when each came in, and which sentences changed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from policytrack.render.table import Cell, Column, Table

_SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]?")


def versions(article: int, rows: Sequence[Mapping[str, Any]]) -> list[Table]:
    """A table of the versions, oldest first, and one of the sentences that each took away (−) or added (+)."""
    columns = (
        Column("version", "版本", "version", right=True), Column("run", "批次", "run", right=True),
        Column("started_at", "入库", "ingested", show=lambda cell: str(cell)[:16].replace("T", " ")),
        Column("published", "发布", "published"), Column("title", "标题", "title"),
        Column("characters", "字数", "characters", right=True), Column("undone", "已撤销", "undone"),
    )  # fmt: skip
    told: list[tuple[Cell, ...]] = [
        (
            n,
            row["run"],
            row["started_at"],
            row["published"],
            row["title"],
            len(row["text"]),
            bool(row["undone"]) or None,
        )
        for n, row in enumerate(rows, 1)
    ]
    changes: list[tuple[Cell, ...]] = [
        (n, sign, sentence)
        for n, (before, after) in enumerate(pairwise(rows), 2)
        for sign, sentence in changed(before["text"], after["text"])
    ]
    listing = Table(f"article {article}: versions", columns, told, name="versions")
    if not changes:
        return [listing]
    parts = (
        Column("version", "版本", "version", right=True),
        Column("sign", "", ""),
        Column("text", "句子", "sentence"),
    )
    return [listing, Table("changes", parts, changes, name="changes")]


def changed(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The sentences that differ, as (− or +, sentence), in reading order."""
    old, new = _sentences(before), _sentences(after)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (("−", sentence) for sentence in old[a:b])
            yield from (("+", sentence) for sentence in new[c:d])


def _sentences(text: str) -> list[str]:
    return [sentence for part in _SENTENCE.findall(text) if (sentence := part.strip())]
