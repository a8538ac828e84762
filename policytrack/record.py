"""The extraction record (schema_version 1): one JSON object an article, the contract between extract, store and export.

Decimals travel as strings, periods as `start/end`, missing values as null.
"""

from typing import Any

from policytrack.model import Action, Extraction, Figure
from policytrack.period import Period

SCHEMA_VERSION = 1


def _iso(period: Period | None) -> str | None:
    return period.iso if period else None


def figure_record(figure: Figure) -> dict[str, Any]:
    """One figure; a range has `low/high` as its value."""
    f = figure
    return {
        "id": f.id, "where": f.where, "start": f.start, "end": f.end, "surface": f.surface,
        "value": f.printed_value, "value_low": format(f.value_low, "f"), "value_high": format(f.value_high, "f"),
        "unit": f.unit, "unit_mult": f.unit_mult, "decimals": f.decimals, "dimension": f.dimension,
        "currency": f.currency, "bound": f.bound, "kind": f.kind, "sign": f.sign, "indicator": f.indicator,
        "breakdown": f.breakdown, "period": _iso(f.period), "period_how": f.period_how,
        "accumulation": f.accumulation, "basis": f.basis, "basis_how": f.basis_how,
        "base_period": _iso(f.base_period), "denominator": f.denominator, "obs": f.obs, "direction": f.direction,
        "organisation": f.organisation, "place": f.place, "action": f.action, "action_id": f.action_id,
        "rule": f.rule, "confidence": f.confidence,
    }  # fmt: skip


def action_record(action: Action) -> dict[str, Any]:
    """One action."""
    a = action
    return {
        "id": a.id, "type": a.type, "stage": a.stage, "realis": a.realis, "where": a.where, "start": a.start,
        "end": a.end, "quote": a.quote, "actor": a.actor, "actor_how": a.actor_how, "actor_level": a.actor_level,
        "target": a.target, "place": a.place, "period": _iso(a.period), "documents": list(a.documents),
        "figures": list(a.figures), "rule": a.rule, "confidence": a.confidence,
    }  # fmt: skip


def to_record(extraction: Extraction) -> dict[str, Any]:
    """The record of one extraction, ready for `json.dumps(…, ensure_ascii=False)`."""
    article = extraction.article
    return {
        "schema_version": SCHEMA_VERSION, "id": article.id, "title": article.title, "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "published_how": article.published_how, "source": article.source, "place": article.place,
        "url": article.url, "headline_only": article.headline_only, "text": article.text,
        "actions": [action_record(a) for a in extraction.actions],
        "figures": [figure_record(f) for f in extraction.figures],
        "numerals": [{"start": n.start, "end": n.end, "surface": n.surface, "class": n.cls}
                     for n in extraction.numerals],
        "audits": [{"template": a.template, "figures": list(a.figures), "verdict": a.verdict,
                    "derived": [{"name": d.name, "low": format(d.low, "f"), "high": format(d.high, "f"),
                                 "unit": d.unit} for d in a.derived],
                    "note": a.note} for a in extraction.audits],
    }  # fmt: skip
