"""Quantities from matched numbers: value, multiplier, rounding interval, unit and bound, all exact.

A count without multiplier or decimals is exact (low = high = value); anything else stands for what rounds to it.
"""

import re
from decimal import Decimal

from policytrack.extract.bounds import bound_after, bound_before
from policytrack.extract.drafts import Quantity
from policytrack.extract.number_grammar import ARABIC, MULTIPLIER, TO, Grammar
from policytrack.extract.number_words import MULTIPLIERS, arabic_value, chinese_value

Amount = tuple[Decimal, Decimal | None, Decimal]  # value, upper end of a range, half a unit of the last printed digit
_HUNDRED = Decimal(100)
_ZERO = Decimal(0)
_NEXT_NUMBER = re.compile(r"[和、与][0-9]+\.[0-9]+")
_SECOND_END = re.compile(rf"(?:{TO})(?P<b>{ARABIC})(?P<m>{MULTIPLIER})?")


def printed_amount(digits: str, mult: str | None) -> tuple[Decimal, Decimal, int, int]:
    """Value, half a unit of the last printed digit, power of the multiplier, digits after the point."""
    power = MULTIPLIERS.get(mult or "", 0)
    decimals = len(digits.partition(".")[2])
    half = Decimal(5).scaleb(-decimals - 1 + power) if power or decimals else _ZERO
    return arabic_value(digits).scaleb(power), half, power, decimals


def any_value(word: str | None) -> Decimal | None:
    """The value of Arabic digits or a Chinese numeral, perhaps with 点."""
    if not word:
        return None
    if word[0].isdigit():
        return arabic_value(word)
    whole, point, rest = word.partition("点")
    value = chinese_value(whole)
    if value is None or not point:
        return value
    return value + Decimal("0." + "".join(str(chinese_value(c)) for c in rest))


def make(text: str, span: tuple[int, int], amount: Amount, unit: str, **more: object) -> Quantity:
    """A quantity with the bounds around it; `inner` is a bound inside the number (余, 多)."""
    start, end = span
    bound, lead = bound_before(text, start)
    after, tail = bound_after(text, end)
    inner = str(more.pop("inner", "") or "")
    if lead < start and bound in ("lt", "approx") and after in ("ge", "gt"):
        bound = after
    low, high, half = amount
    fields: dict[str, object] = {
        "decimals": 0, "unit_mult": 0, "dimension": "count", "currency": None, "form": "number", "rule": "number",
    } | more  # fmt: skip
    return Quantity(
        start=start, end=end, lead=lead, tail=tail, value=low, value_to=high, value_low=low - half,
        value_high=(low if high is None else high) + half, unit=unit, bound=inner or bound or after or "exact",
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def with_unit(text: str, span: tuple[int, int], amount: Amount, reader: Grammar, **more: object) -> Quantity | None:
    """A quantity whose unit begins where the number ends, or None when none does."""
    start, end = span
    found = reader.unit.match(text, end)
    if not found:
        return None
    unit, form = found[0], "number"
    known = reader.units.by_name.get(unit) or reader.units.by_name.get(unit.partition("/")[0])
    if unit in ("百分点", "个百分点"):
        unit, form = "个百分点", "points"
    elif unit == "%":
        form = "percent"
    elif unit == "倍":
        form = "multiple"
    elif unit == "成":
        low, high, half = amount
        amount, unit, form = (low * 10, None if high is None else high * 10, half * 10), "%", "percent"
    dimension = "rate" if "/" in unit else known.dimension if known else "count"
    return make(
        text, (start, found.end()), amount, unit, dimension=dimension, form=form,
        currency=known.currency if known else None, rule=f"number.{dimension}", **more,
    )  # fmt: skip


def percentage(text: str, found: re.Match[str]) -> Quantity | None:
    """百分之五, 百分之三至百分之五."""
    low, high = any_value(found["pc"]), any_value(found["pc2"])
    if low is None:
        return None
    amount = (low, high, _ZERO)
    return make(text, found.span(), amount, "%", dimension="ratio", form="percent", rule="percent")


def fraction(text: str, found: re.Match[str], num: str, den: str) -> Quantity | None:
    """三分之一, 1/3: in percent, rounded to two digits as the annotation does; the interval keeps the exact value."""
    above, below = any_value(num), any_value(den)
    if above is None or not below or above > below:
        return None
    exact = above / below * _HUNDRED
    value = exact.quantize(Decimal("0.01"))
    shown = value.to_integral_value() if value == value.to_integral_value() else value.normalize()
    half = _ZERO if exact == shown else Decimal("0.005")
    return make(text, found.span(), (shown, None, half), "%", dimension="ratio", form="fraction", rule="fraction")


def ratio(text: str, found: re.Match[str]) -> Quantity | None:
    """2.05:1; other ratios (3:2, a clock time, a score) are no figures."""
    left, _, right = found["colon"].partition(":")
    if right != "1":
        return None
    value, half, _, decimals = printed_amount(left, None)
    amount = (value, None, half)
    return make(text, found.span(), amount, "", decimals=decimals, dimension="ratio", form="ratio", rule="ratio")


def tenths(text: str, found: re.Match[str]) -> Quantity | None:
    """三成, 七成半, 一半: percent."""
    high = None
    if found["half"]:
        if text[found.end() : found.end() + 1] in ("天", "路"):
            return None
        value = Decimal(50)
    else:
        values = [Decimal(chinese_value(c) or 0) * 10 for c in found["cheng"]]
        value, high = values[0], (values[1] if len(values) > 1 else None)
        if high is not None and high <= value:
            return None
        if found["chalf"]:
            value += 5
    return make(text, found.span(), (value, high, _ZERO), "%", dimension="ratio", form="percent", rule="tenths")


def arabic(text: str, found: re.Match[str], reader: Grammar) -> Quantity | None:
    """A quantity of Arabic digits: 22.35亿元, 3至5个, 10—15万元, 3亿5000万元, 60%~70%; None without a unit."""
    start, end = found.span()
    value, half, power, decimals = printed_amount(found["a"], found["am"])
    inner = "gt" if {found["ai"], found["aj"]} & {"余", "多"} else ""
    if found["ap"]:
        more, half, _, _ = printed_amount(found["ap"].rstrip("万"), "万")
        value += more
    high = None
    if found["b"]:
        high, half, upper, places = printed_amount(found["b"], found["bm"])
        inner = inner or ("gt" if found["bj"] else "")
        if not found["am"] and upper:  # 10至15万元: the multiplier serves both ends
            value = value.scaleb(upper)
        power, decimals = max(power, upper), max(decimals, places)
        if value >= high:
            return None
    fields: dict[str, object] = {"unit_mult": power, "decimals": decimals, "inner": inner}
    q = with_unit(text, (start, end), (value, high, half), reader, **fields)
    if q is not None and found["b"] is None:
        return _extended(text, q, reader)
    if q is None and decimals and not found["b"]:
        q = _shared_unit(text, (start, end), (value, high, half), reader, fields)
    noun = reader.noun.match(text, end) if q is None and power else None
    if noun:
        return make(text, (start, noun.end()), (value, high, half), noun[0], rule="number.noun", **fields)
    return q


def _shared_unit(
    text: str, span: tuple[int, int], amount: Amount, reader: Grammar, fields: dict[str, object]
) -> Quantity | None:
    """分别提高7.7和34.7个百分点: the unit behind the second number serves both; the surface is the first alone."""
    found = _NEXT_NUMBER.match(text, span[1])
    other = with_unit(text, (span[0], found.end()), amount, reader, **fields) if found else None
    if other is not None:
        other.end = other.tail = span[1]
    return other


def bare(text: str, found: re.Match[str], start: int, **more: object) -> Quantity:
    """A number without a unit: 100万, 第1, 提升至6.12."""
    value, half, power, decimals = printed_amount(found["a"], found["am"])
    fields = {"unit_mult": power, "decimals": decimals, "rule": "number.bare"} | more
    end = found.end("aj") if found["aj"] else found.end("am") if found["am"] else found.end("a")
    return make(text, (start, end), (value, None, half), "", **fields)


def _extended(text: str, q: Quantity, reader: Grammar) -> Quantity:
    """60%~70%, 2000亿至3000亿元, 10万元至15万元: the second end repeats the unit."""
    found = _SECOND_END.match(text, q.end)
    unit = reader.unit.match(text, found.end()) if found else None
    if not found or not unit or unit[0] != q.unit:
        return q
    high, half, _, _ = printed_amount(found["b"], found["m"])
    if high <= q.value:
        return q
    after, tail = bound_after(text, unit.end())
    q.value_to, q.value_high, q.end, q.tail = high, high + half, unit.end(), tail
    q.bound = after or q.bound
    return q
