"""Why an article's numbers and acts were read as they were: ledger, figures, actions and near misses as tables."""

from collections.abc import Iterable

from policytrack.lexicon.load import HOME, Lexicon
from policytrack.model import Extraction
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.details import marked
from policytrack.reports.numbers import as_printed

Miss = tuple[Cell, ...]  # clause, type, rule, what stopped it


def explanation(found: Extraction, misses: Iterable[Miss], lexicon: Lexicon) -> list[Table]:
    """The tables of an article: its text with figures in brackets, figures, actions, near misses, the ledger."""
    spans = [(f.start, f.end) for f in found.figures if f.where == "text"]
    text = Table("text", (Column("text", "原文", "text"),), [(marked(found.article.text, spans),)], name="text")
    figures = Table(
        "figures",
        tuple(
            Column(key, key, key)
            for key in (
                "figure",
                "value",
                "unit",
                "kind",
                "indicator",
                "period",
                "how",
                "accumulation",
                "obs",
                "action",
                "rule",
            )
        ),
        [
            (
                as_printed(f),
                f.printed_value,
                f.unit,
                f.kind,
                f.indicator,
                f.period.iso if f.period else None,
                f.period_how,
                f.accumulation,
                f.obs,
                f.action_id,
                f.rule,
            )
            for f in found.figures
        ],
        name="figures",
    )
    actions = Table(
        "actions",
        tuple(
            Column(key, key, key) for key in ("id", "type", "realis", "stage", "actor", "how", "quote", "rule", "file")
        ),
        [
            (a.id, a.type, a.realis, a.stage, a.actor, a.actor_how, a.quote, a.rule, rule_file(a.rule, lexicon))
            for a in found.actions
        ],
        name="actions",
    )
    near = Table(
        "near misses",
        tuple(Column(key, key, key) for key in ("clause", "type", "rule", "stopped by")),
        list(misses),
        name="near",
    )
    ledger = Table(
        "numerals",
        tuple(Column(key, key, key) for key in ("numeral", "class", "start", "end")),
        [(n.surface, n.cls, n.start, n.end) for n in found.numerals],
        name="numerals",
    )
    return [text, figures, actions, near, ledger]


def rule_file(rule: str, lexicon: Lexicon) -> str | None:
    """The lexicon file that a rule of an action type stands in, relative to the package."""
    kind = rule.partition(".")[0]
    path = HOME / "actions" / f"{kind}.toml"
    if kind in lexicon.actions.types and path.exists():
        return f"policytrack/lexicon/actions/{kind}.toml"
    return (
        "policytrack/lexicon/units.toml"
        if kind in ("number", "percent", "fraction", "tenths", "rank", "ratio")
        else None
    )
