"""Reading all stored articles again with the present lexicon, and telling what that changes.

Only articles where something changes get a new reading; the old ones stay in the database.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from pathlib import Path

from policytrack.audit import audit_article
from policytrack.correcting import corrected
from policytrack.extract import extract_article
from policytrack.lexicon.load import Lexicon
from policytrack.model import Action, Article, Decision, Extraction, Figure
from policytrack.period import Period
from policytrack.reading import lexicon_of, rows
from policytrack.store.audits import stored_audits
from policytrack.store.corrections import decisions
from policytrack.store.listing import ItemId, article_numbers, article_of, item, stored_reading
from policytrack.store.write import RunWriter

Item = Figure | Action
Span = tuple[object, ...]
Relation = tuple[str, tuple[str, ...], str, str]  # template, figures, verdict and note of an audit
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Change:
    """One figure or action that a retag adds (+), takes away (−) or reads otherwise (~)."""

    sign: str
    article: int
    item: str  # figure | action | audit
    text: str
    what: str  # for ~, the fields that differ


@dataclass(slots=True)
class Changes:
    """What a retag changes; `lines` holds the first few hundred."""

    articles: int = 0
    changed: int = 0
    added: int = 0
    removed: int = 0
    altered: int = 0
    lines: list[Change] = field(default_factory=list)

    @property
    def summary(self) -> str:
        """`+14 −3 ~5 in 9 of 120 articles`."""
        return f"+{self.added} −{self.removed} ~{self.altered} in {self.changed} of {self.articles} articles"

    def note(self, change: Change) -> None:
        self.added += change.sign == "+"
        self.removed += change.sign == "−"
        self.altered += change.sign == "~"
        if len(self.lines) < _SHOWN:
            self.lines.append(change)


def retag(
    conn: sqlite3.Connection, lexicon: tuple[Path, ...], progress: Callable[[int, int], None] = lambda *_: None
) -> Changes:
    """Write new readings where they differ; the caller holds a transaction and commits it or not."""
    changes = Changes()
    knowledge = lexicon_of(lexicon)
    writer: RunWriter | None = None
    articles = article_numbers(conn)
    for done, article in enumerate(articles, 1):
        progress(done, len(articles))
        changes.articles += 1
        row = item(conn, ItemId(article, None))
        found = reading_of(article_of(row), knowledge, decisions(conn, row["version"]))
        if not _compare(conn, article, row["extraction"], found, changes):
            continue
        changes.changed += 1
        writer = writer or RunWriter(conn, "retag", [str(folder) for folder in lexicon], knowledge.version)
        writer.reread(article, row["version"], rows(found, knowledge.version))
    if writer is not None:
        writer.end("done")
    return changes


def reading_of(article: Article, lexicon: Lexicon, decided: Iterable[Decision]) -> Extraction:
    """An article read with the lexicon, and with what reviewers decided about it."""
    return audit_article(corrected(extract_article(article, lexicon), decided))


def _compare(conn: sqlite3.Connection, article: int, extraction: int, found: Extraction, changes: Changes) -> bool:
    """Note every difference between the stored reading and the new one; whether there is any."""
    before = changes.added + changes.removed + changes.altered
    figures, actions = stored_reading(conn, extraction)
    old_figures: dict[Span, Item] = {(f.where, f.start, f.end): f for f in figures}
    new_figures: dict[Span, Item] = {(f.where, f.start, f.end): f for f in found.figures}
    old_actions: dict[Span, Item] = {(a.where, a.type, a.start, a.end): a for a in actions}
    new_actions: dict[Span, Item] = {(a.where, a.type, a.start, a.end): a for a in found.actions}
    _differences(article, "figure", old_figures, new_figures, changes)
    _differences(article, "action", old_actions, new_actions, changes)
    if changes.added + changes.removed + changes.altered == before:  # else the names of figures have shifted
        _audits(article, stored_audits(conn, extraction), found, changes)
    return changes.added + changes.removed + changes.altered > before


def _audits(article: int, stored: Iterable[Relation], found: Extraction, changes: Changes) -> None:
    """Relations between the same figures that are now judged otherwise."""
    ours = {(audit.template, audit.figures, audit.verdict, audit.note) for audit in found.audits}
    for sign, relations in (("−", set(stored) - ours), ("+", ours - set(stored))):
        for template, _, verdict, note in sorted(relations):
            changes.note(Change(sign, article, "audit", f"{template}: {note}", verdict))


def _differences(article: int, item: str, old: Mapping[Span, Item], new: Mapping[Span, Item], changes: Changes) -> None:
    for key, one in old.items():
        other = new.get(key)
        if other is None:
            changes.note(Change("−", article, item, _text(one), ""))
        elif differing := [name for name in _fields(one) if _plain(one, name) != _plain(other, name)]:
            what = ", ".join(f"{name}: {_plain(one, name)} → {_plain(other, name)}" for name in differing)
            changes.note(Change("~", article, item, _text(one), what))
    for key, one in new.items():
        if key not in old:
            changes.note(Change("+", article, item, _text(one), ""))


def _text(item: Item) -> str:
    if isinstance(item, Figure):
        return f"{item.surface} {item.indicator or ''}".rstrip()
    return f"{item.type}: {item.quote}"


def _fields(item: Item) -> list[str]:
    """The fields that are compared: names shift when something is found before, and are compared by what they name."""
    return [field.name for field in fields(item) if field.name not in ("id", "action_id", "figures")]


def _plain(item: Item, name: str) -> str:
    value = getattr(item, name)
    if isinstance(value, Period):
        return value.iso
    if isinstance(value, Decimal):  # 2.1E+3 and 2100 are one value
        return format(value, "f")
    if name == "denominator" and value and re.fullmatch("f[0-9]+", value):
        return "figure"
    return "–" if value is None else str(value)
