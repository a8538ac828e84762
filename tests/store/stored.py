"""Hand-made extractions, so that store tests do not depend on what extraction finds."""

from datetime import date
from decimal import Decimal

from policytrack.model import Action, Article, Extraction, Figure, Numeral
from policytrack.period import Period
from policytrack.store.cursors import Cursor
from policytrack.store.rows import ExtractionRows, rows_of
from policytrack.store.write import Document


def make_figure(name: str, text: str, surface: str, value: str, unit: str, **more: object) -> Figure:
    """A figure whose surface stands in `text`."""
    start = text.index(surface)
    fields: dict[str, object] = {
        "id": name, "where": "text", "start": start, "end": start + len(surface), "surface": surface,
        "value": Decimal(value), "value_to": None, "value_low": Decimal(value), "value_high": Decimal(value),
        "unit": unit, "unit_mult": 0, "decimals": 0, "dimension": "count", "currency": None, "bound": "exact",
        "kind": "level", "sign": 1, "indicator": None, "breakdown": None, "period": None, "period_how": "unknown",
        "accumulation": "none", "basis": None, "basis_how": None, "base_period": None, "denominator": None,
        "obs": "actual", "direction": None, "organisation": None, "place": None, "action": None, "action_id": None,
        "rule": "test", "confidence": 0.9,
    }  # fmt: skip
    return Figure(**(fields | more))  # type: ignore[arg-type]


def make_action(name: str, text: str, quote: str, kind: str, **more: object) -> Action:
    """An action whose quote stands in `text`."""
    start = text.index(quote)
    fields: dict[str, object] = {
        "id": name, "type": kind, "stage": None, "realis": "done", "where": "text", "start": start,
        "end": start + len(quote), "quote": quote, "actor": None, "actor_how": None, "actor_level": None,
        "target": None, "place": None, "period": None, "documents": (), "figures": (), "rule": "test",
        "confidence": 0.8,
    }  # fmt: skip
    return Action(**(fields | more))  # type: ignore[arg-type]


def reading(extraction: Extraction) -> tuple[Article, ExtractionRows]:
    """An extraction as the writer takes it; the quoted sentence is the whole text."""
    article = extraction.article
    rows = rows_of(extraction, "lex1", lambda where, start, end: (0, len(getattr(article, where))))
    return article, rows


def document(*extractions: Extraction, origin: str = "-", cursor: Cursor | None = None) -> Document:
    """A document of these extractions."""
    return Document(origin, f"sha-{origin}", "text/plain", 10, tuple(map(reading, extractions)), cursor)


TAX_TEXT = "今年1月至6月,澄江区税务局减税降费3.4亿元。组织2个检查组检查企业85家。"
LAND_TEXT = "截至8月底,临泽县建成高标准农田6.1万亩,同比增长12.5%。"


def tax() -> Extraction:
    """Money and an inspection of a district in Qinghai, first half of 2023."""
    half = Period(date(2023, 1, 1), date(2023, 6, 30))
    money = make_figure(
        "f1", TAX_TEXT, "3.4亿元", "340000000", "元", dimension="money", currency="CNY", unit_mult=8, decimals=1,
        indicator="减税降费", period=half, period_how="stated", accumulation="ytd", action="tax_fee_reduction",
        action_id="a1", value_low=Decimal("335000000"), value_high=Decimal("345000000"),
    )  # fmt: skip
    firms = make_figure("f2", TAX_TEXT, "85家", "85", "家", indicator="检查企业", action="inspection", action_id="a2")
    acts = (
        make_action(
            "a1", TAX_TEXT, "减税降费3.4亿元", "tax_fee_reduction", actor="澄江区税务局", period=half, figures=("f1",)
        ),
        make_action("a2", TAX_TEXT, "组织2个检查组检查企业85家", "inspection", actor="澄江区税务局", figures=("f2",)),
    )
    published = {"published": date(2023, 7, 20), "published_how": "given"}
    article = Article("", TAX_TEXT, "澄江区减税降费", source="澄江日报", place="630102", **published)  # type: ignore[arg-type]
    at = TAX_TEXT.index("2个")
    return Extraction(article, acts, (money, firms), (Numeral(at, at + 1, "2", "unattached"),))


def land() -> Extraction:
    """An area and its growth of a county in Gansu, August 2023."""
    ends = Period(date(2023, 1, 1), date(2023, 8, 31))
    area = make_figure(
        "f1", LAND_TEXT, "6.1万亩", "61000", "亩", dimension="area", unit_mult=4, decimals=1, indicator="高标准农田",
        period=ends, period_how="stated", accumulation="ytd",
    )  # fmt: skip
    growth = make_figure(
        "f2", LAND_TEXT, "12.5%", "12.5", "%", dimension="ratio", kind="growth", sign=-1, indicator="高标准农田"
    )
    published = {"published": date(2023, 9, 5), "published_how": "given"}
    article = Article("", LAND_TEXT, "临泽县建成高标准农田", source="临泽发布", place="620723", **published)  # type: ignore[arg-type]
    return Extraction(article, (), (area, growth), ())
