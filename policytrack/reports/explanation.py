"""Why an article's numbers and acts were read as they were: figures, actions, near misses and ledger as tables."""

from collections.abc import Iterable

from policytrack.lexicon.load import HOME, Lexicon
from policytrack.model import Action, Basis, Figure, NearMiss, Numeral, Reading, ReadNumber
from policytrack.period_query import people_period
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.details import marked
from policytrack.reports.numbers import as_printed, human
from policytrack.reports.words import Labels, column, said, title

_FIGURES = ("figure", "value", "unit", "kind", "indicator", "period", "how", "accumulation", "obs", "action", "rule")
_ACTIONS = ("id", "type", "realis", "stage", "actor", "how", "quote", "rule", "file")


def explanation(read: Reading, lexicon: Lexicon, lang: str, labels: Labels | None = None) -> list[Table]:
    """The tables of an article: its text with figures in brackets, figures, actions, near misses, the ledger.

    With `labels` they are for people, who get few wide columns; without, a field a column.
    """
    found = read.extraction
    spans = [(f.start, f.end) for f in found.figures if f.where == "text"]
    body = Column("text", "原文", "text")
    told = found.article.text if labels is None else marked(found.article.text, spans)
    text = Table(title("text", lang), (body,), [(told,)], name="text")
    if labels is None:
        figures = Table("figures", tuple(map(column, _FIGURES)), [*map(_figure, found.figures)], name="figures")
        acts = [_action(action, lexicon) for action in found.actions]
        actions = Table("actions", tuple(map(column, _ACTIONS)), acts, name="actions")
    else:
        figures = Table(
            title("figures", lang),
            (
                column("id"), column("surface", right=True), column("indicator"), column("period"), column("action"),
                column("rule"),
            ),
            [_told_figure(f, labels) for f in found.figures],
            name="figures",
        )  # fmt: skip
        actions = Table(
            title("actions", lang),
            (
                column("id"),
                column("type", least=8),
                column("actor", least=8),
                column("quote", least=20),
                column("rule"),
            ),
            [_told_action(a, lexicon, labels) for a in found.actions],
            name="actions",
        )
    known = labels or {}
    ledger = Table(
        title("numerals", lang),
        (
            column("numeral"), column("class"), column("value", right=True), column("start", right=True),
            column("end", right=True),
        ),
        _numerals(read, known),
        name="numerals",
    )  # fmt: skip
    return [text, figures, actions, near_misses(read.misses, lang, known), ledger, times(read, lang)]


def times(read: Reading, lang: str) -> Table:
    """Every time expression of the text and the days it was taken for."""
    columns = (column("words"), column("shape"), column("period"), column("rule"), column("start", right=True),
               column("end", right=True))  # fmt: skip
    rows = [(t.surface, t.shape, t.period.iso if t.period else None, t.rule, t.start, t.end) for t in read.times]
    return Table(title("times", lang), columns, rows, name="times")


def _numerals(read: Reading, labels: Labels) -> list[tuple[Cell, ...]]:
    """The rows of the ledger, and between them, without a class, the numbers that words hold: the 3 of 三方."""
    found = read.extraction
    rows: list[tuple[Cell, ...]] = [
        (n.surface, said(labels, "class", n.cls), _values(read, n), n.start, n.end) for n in found.numerals
    ]
    held = {at for n in found.numerals for at in range(n.start, n.end)}
    rows += [
        (found.article.text[n.start : n.end], None, _value(n), n.start, n.end)
        for n in read.values
        if held.isdisjoint(range(n.start, n.end))
    ]
    return sorted(rows, key=lambda row: int(str(row[3])))


def _values(read: Reading, numeral: Numeral) -> str:
    """The values of the numbers in a row of the ledger, as printed and without their units: 3 and 5 of 3至5个."""
    return "/".join(_value(number) for number in read.values if numeral.start <= number.start < numeral.end)


def _value(number: ReadNumber) -> str:
    values = (number.value,) if number.value_to is None else (number.value, number.value_to)
    return "/".join(f"{value.normalize():f}" for value in values)


def near_misses(misses: Iterable[NearMiss], lang: str, labels: Labels) -> Table:
    """Clauses that were nearly acts, with the word or rule that stopped them."""
    columns = (column("clause"), column("type"), column("rule"), column("stopped_by"))

    def reason(text: str) -> str:
        kind, colon, word = text.partition(": ")
        return f"{said(labels, 'stopped_by', kind)}{colon}{word}"

    rows = [(" ".join(m.clause.split()), said(labels, "type", m.type), m.rule, reason(m.reason)) for m in misses]
    return Table(title("near misses", lang), columns, rows, name="near")


def bases(found: Iterable[Basis], lang: str) -> Table:
    """The words an item rests on, the place where they stand, and their sentence."""
    names = {"evidence": "触发词", "actor": "主体", "period": "期间"} if lang == "zh" else {}
    columns = (
        Column("role", "依据", "for", show=lambda cell: names.get(str(cell), str(cell))),
        Column("words", "词语", "words"),
        Column("offsets", "字符位置", "offsets"),
        Column("sentence", "所在句", "sentence"),
    )
    rows: list[tuple[Cell, ...]] = [
        (b.role, b.words, f"{b.start}–{b.end}" if b.start is not None else title("headline", lang), b.sentence)
        for b in found
    ]
    return Table(title("read from", lang), columns, rows, name="bases")


def _figure(f: Figure) -> tuple[Cell, ...]:
    return (
        as_printed(f), f.printed_value, f.unit, f.kind, f.indicator, f.period.iso if f.period else None, f.period_how,
        f.accumulation, f.obs, f.action_id, f.rule,
    )  # fmt: skip


def _action(a: Action, lexicon: Lexicon) -> tuple[Cell, ...]:
    return a.id, a.type, a.realis, a.stage, a.actor, a.actor_how, a.quote, a.rule, rule_file(a.rule, lexicon)


def _told_figure(f: Figure, labels: Labels) -> tuple[Cell, ...]:
    """Value over kind, indicator over obs, period over where it comes from."""
    plain = human(f.value, f.unit)
    kind = said(labels, "kind", f.kind) if f.kind != "level" else ""
    period = people_period(f.period) if f.period else ""
    how = said(labels, "how", f.period_how) if f.period_how else ""
    run = said(labels, "accumulation", f.accumulation) if f.accumulation != "none" else ""
    return (
        f.id, _lines(as_printed(f), f"= {plain}" if plain != f.surface and f.value_to is None else "", kind),
        _lines(f.indicator, said(labels, "obs", f.obs) if f.obs != "actual" else ""),
        _lines(period, " · ".join(part for part in (how, run) if part)), f.action_id, f.rule,
    )  # fmt: skip


def _told_action(a: Action, lexicon: Lexicon, labels: Labels) -> tuple[Cell, ...]:
    """Type over realis and stage, actor over where it comes from, rule over its file."""
    return (
        a.id, _lines(said(labels, "type", a.type), said(labels, "realis", a.realis), a.stage),
        _lines(a.actor, said(labels, "how", a.actor_how) if a.actor_how else ""), " ".join(a.quote.split()),
        _lines(a.rule, rule_file(a.rule, lexicon)),
    )  # fmt: skip


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def rule_file(rule: str, lexicon: Lexicon) -> str | None:
    """The lexicon file that a rule stands in: of the package relative to it, of the user in full."""
    kind = rule.partition(".")[0]
    if kind in lexicon.actions.types:
        path = lexicon.actions.types[kind].path
        inside = HOME in path.parents
        return path.relative_to(HOME.parent.parent).as_posix() if inside else str(path)
    if kind in ("number", "percent", "fraction", "tenths", "rank", "ratio"):
        return "policytrack/lexicon/units.toml"
    return None
