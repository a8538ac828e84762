"""Facts for tests, written in the short form a reader of the test can check by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

from policytrack.compare.series import Measure
from policytrack.interval import half_of_whole
from policytrack.model import Fact, Figure, Mention
from policytrack.period import Period

MULT = {"": 0, "万": 4, "亿": 8}
_DIMENSIONS = {"元": "money", "%": "ratio", "个百分点": "ratio", "亩": "area", "公顷": "area", "公里": "length"}


def figure(number: str, unit: str = "亿元", **fields: Any) -> Figure:
    """`figure("22.35", "亿元", period="2023-01-01/2023-08-31", accumulation="ytd")`."""
    mult = unit[0] if unit[0] in MULT else ""
    power = MULT[mult]
    decimals = len(number.partition(".")[2])
    dimension = _DIMENSIONS.get(unit.removeprefix(mult), "count")
    half = Decimal(5).scaleb(-decimals - 1 + power) if power or decimals else half_of_whole(dimension)
    value = Decimal(number).scaleb(power)
    period = fields.pop("period", None)
    base: dict[str, Any] = {
        "id": "f1", "where": "text", "start": 0, "end": 1, "surface": number + unit, "value": value, "value_to": None,
        "value_low": value - half, "value_high": value + half, "unit": unit.removeprefix(mult), "unit_mult": power,
        "decimals": decimals, "dimension": dimension, "currency": None, "bound": "exact", "kind": "level", "sign": 1,
        "indicator": "减税降费", "breakdown": None, "period": Period.from_iso(period) if period else None,
        "period_how": "stated", "accumulation": "ytd", "basis": None, "basis_how": None, "base_period": None,
        "denominator": None, "obs": "actual", "direction": None, "organisation": None, "place": None, "action": None,
        "action_id": None, "rule": "test", "confidence": 1.0,
    }  # fmt: skip
    return Figure(**base | fields)


def fact(number: str, unit: str = "亿元", **fields: Any) -> Fact:
    """A fact with one mention; `id`, `source`, `published`, `place` and `organisation` describe the mention."""
    figure_id = fields.pop("id", f"{number}{unit}{fields.get('period', '')}")
    source, published = fields.pop("source", "甲报"), fields.pop("published", None)
    place, organisation = fields.pop("place", "安澜市"), fields.pop("organisation", None)
    what = figure(number, unit, **fields)
    day = date.fromisoformat(published) if published else None
    return Fact(what, place, organisation, (Mention(figure_id, figure_id, source, day, what, ""),))


UNITS = {"公顷": ("亩", Decimal(15))}
MEASURE = Measure(lambda unit: UNITS.get(unit, (unit, Decimal(1))), lambda name: name)
