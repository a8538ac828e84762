"""What the product makes of a case, beside what the suite expects: one judge for each concept.

The product's own functions are called as `extract` and `explain` call them. Units are compared through the lexicon's
conversions, so 1.5 kg is the 1500 grams of a suite.
"""

import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from cases import Case

from policytrack.extract.drafts import Quantity, TimeExpr
from policytrack.extract.number_grammar import grammar
from policytrack.extract.numbers import find_numbers
from policytrack.extract.numerals import find_quantities
from policytrack.extract.times import find_times
from policytrack.extract.view import View, make_view
from policytrack.lexicon.load import load
from policytrack.lexicon.places import places_in

LEXICON = load()
UNITS: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "units.toml").read_text(encoding="utf-8"))
_NEAR = Decimal("1e-11")  # suites print fifteen digits of a fraction


def _read(case: Case) -> tuple[View, list[TimeExpr], list[Quantity]]:
    view = make_view(case.text)
    times = find_times(view.text, case.reference, LEXICON)
    return view, times, find_quantities(view.text, times, LEXICON)[0]


def _same(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= abs(b) * _NEAR


def numbers(case: Case) -> bool:
    """The same numbers in the same order, and no others."""
    found = [number.value for number in find_numbers(case.text, LEXICON)]
    wanted = [Decimal(e["value"]) for e in case.expected]
    return len(found) == len(wanted) and all(map(_same, found, wanted))


def percents(case: Case) -> bool:
    found = [_signed(q) for q in _read(case)[2] if q.unit in ("%", "个百分点")]
    wanted = [Decimal(e["value"]) for e in case.expected]
    return len(found) == len(wanted) and all(map(_same, found, wanted))


def quantities(case: Case) -> bool:
    """Every expected amount of money, length, mass … with its unit and bound; none where none is expected."""
    named = [e for e in case.expected if e["type"] == "currency" and e["value"] is None]
    wanted = [_plain(case, expected) for expected in case.expected if expected not in named]
    dimensions = {_dimension(e) for e in wanted} or {"money", "length", "mass", "time"}
    bare = dimensions == {"money"} and not _prints_currency(_read(case)[0].text)
    found = [q for q in _read(case)[2] if q.dimension in dimensions or (bare and not q.unit)]
    if bare:  # a parser of money alone is told that 三百万 is money; here it is a number
        wanted = [e | {"unit": ""} for e in wanted]
    if not found and len(wanted) == 1 and "/" in str(wanted[0]["value"]):
        return _is_some(case, wanted[0])
    return len(found) == len(wanted) and all(map(_is_amount, found, wanted)) and all(map(_is_currency, named))


def _is_some(case: Case, expected: dict[str, Any]) -> bool:
    """Whether a number that is none (几十万块) has the suite's ends and unit; it is in the ledger, though no figure."""
    low, _, high = expected["value"].partition("/")
    numbers = [n for n in find_numbers(case.text, LEXICON) if n.value_to is not None]
    units = [grammar(LEXICON).unit.match(case.text, n.end) for n in numbers]
    return [(n.value, n.value_to) for n in numbers] == [(Decimal(low), Decimal(high))] and all(
        unit and LEXICON.units.to_base(unit[0])[0] == expected["unit"] for unit in units
    )


def _prints_currency(text: str) -> bool:
    return "分" in text or any(name in text for name, unit in LEXICON.units.by_name.items() if unit.currency)


def _is_currency(expected: dict[str, Any]) -> bool:
    """Whether words without a number are a unit of the currency that the suite means."""
    unit, meant = (LEXICON.units.by_name.get(name) for name in (expected["text"], UNITS["all"][expected["unit"]]))
    return unit is not None and meant is not None and unit.currency == meant.currency


def _plain(case: Case, expected: dict[str, Any]) -> dict[str, Any]:
    """The expectation with our name of its unit; `under Mile 3.5` is taken apart."""
    names = UNITS["all"] | UNITS.get(case.suite, {})
    words = str(expected["value"]).split()
    if len(words) == 3 and words[0] in ("under", "above"):
        expected = expected | {"mod": words[0], "unit": words[1], "value": words[2]}
    return expected | {"unit": names.get(expected["unit"], expected["unit"])}


def _dimension(expected: dict[str, Any]) -> str:
    if expected["type"] in ("money", "currency"):
        return "money"
    unit = LEXICON.units.by_name.get(expected["unit"])
    return unit.dimension if unit else "other"


def _is_amount(q: Quantity, expected: dict[str, Any]) -> bool:
    if expected["value"] is None:
        return True  # the suite says only where an amount stands
    if expected.get("mod") in ("under", "above") and (q.bound in ("lt", "le")) != (expected["mod"] == "under"):
        return False
    low, _, high = expected["value"].partition("/")
    if not low[:1].isdigit() and low[:1] != "-":
        return False
    unit = expected["unit"]
    if not _converts(q, _signed(q), Decimal(low), unit):
        return False
    # 3000多 is a range to a suite and a lower bound here.
    return not high or q.bound == "gt" or (q.value_to is not None and _converts(q, q.value_to, Decimal(high), unit))


def _converts(q: Quantity, value: Decimal, wanted: Decimal, unit: str) -> bool:
    base, factor = LEXICON.units.to_base(unit)
    own, own_factor = LEXICON.units.to_base(q.unit)
    if own == base:
        return _same(value * own_factor, wanted * factor)
    known = LEXICON.units.by_name.get(unit)
    return bool(known and known.currency and known.currency == q.currency) and _same(value, wanted)


def _signed(q: Quantity) -> Decimal:
    return -q.value if q.negative else q.value


def ranges(case: Case) -> bool:
    """Every end of every interval: as a bound of a number, or as the two ends of a quantity."""
    ends = {(n.bound, n.value.normalize()) for n in find_numbers(case.text, LEXICON)}
    spans = {(q.value.normalize(), q.value_to.normalize()) for q in _read(case)[2] if q.value_to is not None}
    return all(_is_interval(e["value"], ends, spans) for e in case.expected)


def _is_interval(text: str, ends: set[tuple[str, Decimal]], spans: set[tuple[Decimal, Decimal]]) -> bool:
    low, high = (Decimal(end).normalize() if end else None for end in text[1:-1].split(","))
    if low is not None and high is not None and (low, high) in spans:
        return True
    if low is not None and low == high:
        return ("exact", low) in ends
    return (low is None or ("ge" if text[0] == "[" else "gt", low) in ends) and (
        high is None or ("le" if text[-1] == "]" else "lt", high) in ends
    )


def periods(case: Case) -> bool:
    """Every expected day or period, or one of its other readings; no days where none are expected."""
    found = {time.period.iso for time in _read(case)[1] if time.period}
    if not case.expected:
        return not found
    return all(
        any(_iso(value) in found for value in (e["value"], *e.get("alt", ()))) or (not found and _never(e["value"]))
        for e in case.expected
    )


def _iso(value: str) -> str:
    """The days of an expectation; of times of day the days, which is all the product tells. Midnight ends the day before."""
    start, slash, end = value.replace("-inf", "").replace("inf", "").partition("/")
    if end.endswith(" 00:00:00"):
        end = (date.fromisoformat(end[:10]) - timedelta(1)).isoformat()
    start, end = start[:10], end[:10]
    return f"{start or '..'}/{(end or '..') if slash else start}"


def _never(value: str) -> bool:
    """Whether the suite, too, finds that the calendar has no such day: 2019年2月29日."""
    return value in ("0001-01-01", "not resolved")


def spans(case: Case) -> bool:
    """The same words as times, in the same order."""
    view, times, _ = _read(case)
    found = [case.text[slice(*view.span(time.start, time.end))] for time in times]
    return found == [e["text"] for e in case.expected]


def places(case: Case) -> bool:
    """The county, city or province that the text names most exactly."""
    names = [place.name for _, _, place in places_in(case.text)]
    value = case.expected[0]["value"]
    wanted = value["county"] or value["city"] or value["province"]
    return wanted in names
