"""The extraction record (schema_version 1): one JSON object an article, the contract between extract, store and export.

`to_record` and `from_record` are inverses. Decimals travel as strings, periods as `start/end`, missing values as null.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from policytrack.model import Action, Article, Audit, Derived, Extraction, Figure, Numeral
from policytrack.period import Period

SCHEMA_VERSION = 1


def _iso(period: Period | None) -> str | None:
    return period.iso if period else None


def _period(text: str | None) -> Period | None:
    return Period.from_iso(text) if text else None


def figure_record(figure: Figure) -> dict[str, Any]:
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


def figure_from(record: Mapping[str, Any]) -> Figure:
    r = dict(record)
    low, _, high = r["value"].partition("/")
    r |= {"value": Decimal(low), "value_to": Decimal(high) if high else None, "value_low": Decimal(r["value_low"]),
          "value_high": Decimal(r["value_high"]), "period": _period(r["period"]),
          "base_period": _period(r["base_period"])}  # fmt: skip
    return Figure(**r)


def action_from(record: Mapping[str, Any]) -> Action:
    r = dict(record)
    r |= {"period": _period(r["period"]), "documents": tuple(r["documents"]), "figures": tuple(r["figures"])}
    return Action(**r)


def from_record(record: Mapping[str, Any]) -> Extraction:
    """The extraction that `to_record` wrote."""
    published = record["published"]
    article = Article(
        id=record["id"], text=record["text"], title=record["title"], byline=record["byline"],
        published=date.fromisoformat(published) if published else None, published_how=record["published_how"],
        source=record["source"], place=record["place"], url=record.get("url"),
        headline_only=record["headline_only"],
    )  # fmt: skip
    return Extraction(
        article=article,
        actions=tuple(map(action_from, record["actions"])),
        figures=tuple(map(figure_from, record["figures"])),
        numerals=tuple(Numeral(n["start"], n["end"], n["surface"], n["class"]) for n in record["numerals"]),
        audits=tuple(
            Audit(a["template"], tuple(a["figures"]), a["verdict"],
                  tuple(Derived(d["name"], Decimal(d["low"]), Decimal(d["high"]), d["unit"]) for d in a["derived"]),
                  a["note"])
            for a in record["audits"]
        ),
    )  # fmt: skip
