"""Quantities from matched numbers: value, multiplier, rounding interval, unit and bound, all exact.

A count or sum of money without multiplier or decimals is exact (low = high = value); anything else stands for what rounds
to it: 85% for 84.5 to 85.5, 六成 for 55 to 65.
"""

import re
from decimal import Decimal

from policytrack.extract.bounds import bound_after, bound_before
from policytrack.extract.composed import AND_HALF, MAY_CONTINUE, continued
from policytrack.extract.drafts import Quantity
from policytrack.extract.number_grammar import TO, Grammar
from policytrack.extract.number_words import MULTIPLIERS, number_value
from policytrack.extract.unit_senses import sense_of
from policytrack.interval import half_of_whole

Amount = tuple[Decimal, Decimal | None, Decimal]  # value, upper end of a range, half a unit of the last printed digit
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")
_SIGNS = frozenset("负下-－−")
_ZERO = Decimal(0)
_TENTHS = {"成": Decimal(5), "半": Decimal(2), "数": Decimal(2)}  # 六成, 七成半 and 一半, 半数: how far off they may be
_LISTED = re.compile(r"[0-9]\.[0-9]+[、和与]$")
_NEXT_NUMBER = re.compile(r"(?:[和、与][0-9]+(?:\.[0-9]+)?){1,6}")
# 负3.9%, 零下5℃, 增长-2.4%: a dash is a sign only where no range can begin.
_SIGNED = r"^|[，。；：、（\s]|增长|下降|同比|环比|增[速幅]|为|达|[^月日年度]至|到|是|[额润差]"
_NEGATIVE = re.compile(rf"(?:(?<![减担抱胜正自欺肩])负|零下|(?:{_SIGNED})[-－−])$")
_TO = re.compile(TO)
_MOVED_BY = re.compile("(?:减少|增加|下降|上升|提高|降低|压减|缩减|提升|回落|增长|上涨|下跌|下滑)了?$")
_FAR_APART = 3  # times: no range reaches so far
_THOUSANDS = re.compile(
    rf"(?P<a>[0-9]{{1,3}}(?:\.[0-9])?)[kK]?(?:(?:{TO})(?P<b>[0-9]{{1,3}}(?:\.[0-9])?))?[kK](?![A-Za-z])"
)
_PAY = re.compile("(?:薪|工资|月入|报酬)[^，。；、]{0,8}$")
_DIGITS = frozenset("0123456789")


def printed_amount(digits: str, mult: str | None) -> tuple[Decimal, Decimal, int, int]:
    """Value, half a unit of the last printed digit, power of the multiplier, digits after the point."""
    power = MULTIPLIERS.get(mult or "", 0)
    decimals = len(digits.partition(".")[2])
    half = Decimal(5).scaleb(-decimals - 1 + power) if power or decimals else _ZERO
    return Decimal(digits.replace(",", "")).scaleb(power), half, power, decimals


def make(text: str, span: tuple[int, int], amount: Amount, unit: str, **more: object) -> Quantity:
    """A quantity with the bounds around it; `inner` is a bound inside the number (余, 多)."""
    start, end = span
    negative = False
    if text[start - 1 : start] in _SIGNS and start and (sign := _NEGATIVE.search(text, max(0, start - 5), start)):
        negative, start = True, start - (0 if sign[0] == "零下" else 1)
    bound, lead = bound_before(text, start)
    after, tail = bound_after(text, end)
    inner = str(more.pop("inner", "") or "")
    if lead < start and bound in ("lt", "approx") and after in ("ge", "gt"):
        bound = after
    low, high, half = amount
    if not half and low == low.to_integral_value() and not (more.get("decimals") or more.get("unit_mult")):
        half = half_of_whole(str(more.get("dimension", "count")))
    fields: dict[str, object] = {
        "decimals": 0, "unit_mult": 0, "dimension": "count", "currency": None, "form": "number", "rule": "number",
        "negative": negative,
    } | more  # fmt: skip
    return Quantity(
        start=start, end=end, lead=lead, tail=tail, value=low, value_to=high, value_low=low - half,
        value_high=(low if high is None else high) + half, unit=unit, bound=inner or bound or after or "exact",
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def with_unit(text: str, span: tuple[int, int], amount: Amount, reader: Grammar, **more: object) -> Quantity | None:
    """A quantity whose unit begins where the number ends, or None when none does."""
    start, end = span
    if text.startswith("个半", end) and AND_HALF.match(text, end) and amount[1] is None:  # 两个半小时
        amount, end, more = (amount[0] + _HALF, None, _ZERO), end + 2, more | {"decimals": 1}
    found = reader.unit.match(text, end)
    if not found:
        return None
    unit, form = sense_of(text, span, found[0], found.end()), "number"
    known = reader.units.by_name.get(unit) or reader.units.by_name.get(unit.partition("/")[0])
    if unit in ("百分点", "个百分点"):
        unit, form = "个百分点", "points"
    elif unit == "%":
        form = "percent"
    elif unit == "倍":
        form = "multiple"
    elif unit in ("成", "折"):
        scaled = _tenfold(amount, unit)
        if scaled is None:
            return None
        amount, unit, form = scaled, "%", "percent"
    dimension = "rate" if "/" in unit else known.dimension if known else "count"
    end = found.end()
    if text[end : end + 1] in MAY_CONTINUE and amount[1] is None and end < len(text):
        low, unit, end = continued(text, end, amount[0], unit, reader)
        if end > found.end():
            low = low.normalize()
            amount, more = (low, None, _ZERO), more | {"decimals": max(0, -int(low.as_tuple().exponent))}
    currency = known.currency if known else None
    if dimension == "money" and (prefix := reader.money.search(text, max(0, start - 6), start)):
        unit, currency = _currency(unit, currency, prefix["name"], reader)
    return make(
        text, (start, end), amount, unit, dimension=dimension, form=form, currency=currency, rule=f"number.{dimension}",
        **more,
    )  # fmt: skip


def _tenfold(amount: Amount, unit: str) -> Amount | None:
    """成 and 折 in percent: 7.2成 is 72, 8.5折 and 85折 are 85; None for what is no discount."""
    low, high, half = amount
    if unit == "折" and not 0 < low < 10:
        return amount if high is None and 10 < low < 100 and low == int(low) else None
    return low * 10, None if high is None else high * 10, (half or _HALF) * 10


def _currency(unit: str, currency: str | None, printed: str, reader: Grammar) -> tuple[str, str | None]:
    """Unit and currency of an amount with a currency before it: 港币2960元 is 港元."""
    named = reader.units.before[printed]
    other = reader.units.by_name[named].currency
    return (unit, currency) if other == currency or unit != "元" else (named, other)


def marked_money(text: str, found: re.Match[str], reader: Grammar) -> Quantity | None:
    """An amount whose unit stands only before it: $20, ¥3.5亿, 人民币300万."""
    start = found.start()
    prefix = reader.money.search(text, max(0, start - 6), start)
    if prefix is None:
        return None
    unit = reader.units.before[prefix["name"]]
    fields = {"unit": unit, "dimension": "money", "rule": "number.money"}
    return bare(text, found, prefix.start(), currency=reader.units.by_name[unit].currency, **fields)


def pay_in_thousands(text: str, at: int, before: str) -> Quantity | None:
    """月薪8k-12k: thousands of 元, which only the talk of pay tells from 4K screens and runs of 10k."""
    found = _THOUSANDS.match(text, at)
    if found is None or not _PAY.search(before):
        return None
    low, half, power, decimals = printed_amount(found["a"], "k")
    high = printed_amount(found["b"], "k")[0] if found["b"] else None
    fields = {"unit_mult": power, "decimals": decimals, "dimension": "money", "currency": "CNY", "rule": "number.money"}
    return make(text, found.span(), (low, high, half), "元", **fields)


def percentage(text: str, found: re.Match[str]) -> Quantity | None:
    """百分之五, 百分之三至百分之五."""
    low, high = number_value(found["pc"]), number_value(found["pc2"] or "")
    if low is None:
        return None
    span = found.span()
    if high is not None and high <= low:
        high, span = None, (span[0], found.end("pc"))
    amount = (low, high, _ZERO)
    return make(text, span, amount, "%", dimension="ratio", form="percent", rule="percent")


def fraction(text: str, found: re.Match[str], num: str, den: str) -> Quantity | None:
    """三分之一, 1/3: in percent, rounded to two digits as the annotation does; the interval keeps the exact value."""
    above, below = number_value(num), number_value(den)
    if above is None or not below or above > below:
        return None
    exact = above / below * _HUNDRED
    places = max(2, -int(exact.normalize().as_tuple().exponent)) if below % 10 == 0 else 2
    value = exact.quantize(Decimal(1).scaleb(-min(places, 20)))  # 十万分之三 keeps its digits
    shown = value.to_integral_value() if value == value.to_integral_value() else value.normalize()
    half = _ZERO if exact == shown else Decimal("0.005")
    return make(text, found.span(), (shown, None, half), "%", dimension="ratio", form="fraction", rule="fraction")


def ratio(text: str, found: re.Match[str]) -> Quantity | None:
    """2.05:1; other ratios (3:2, a clock time, a score, a division by 1:4:5) are no figures."""
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
    elif found["zhe"]:  # 八折, 八五折, 三点一折, 半折: what is left to pay
        word = found["zhe"].replace("半", "五").replace("点", "")
        value = (number_value(word) or _ZERO) * (10 if len(word) == 1 else 1)
    elif "点" in found["cheng"]:
        value = (number_value(found["cheng"]) or _ZERO) * 10
    else:
        values = [Decimal(number_value(c) or 0) * 10 for c in found["cheng"] if c not in "至到~"]
        value, high = values[0], (values[1] if len(values) > 1 else None)
        if high is not None and high <= value:
            return None
        if found["chalf"]:
            value += 5 if found["chalf"] == "半" else number_value(found["chalf"]) or 0
    half = _TENTHS.get(found[0][-1], _ZERO)
    return make(text, found.span(), (value, high, half), "%", dimension="ratio", form="percent", rule="tenths")


def _inner(*words: str | None) -> str:
    """The bound that stands inside a number: 三百余万, 二十来万."""
    return "gt" if {"余", "多", "几"} & set(words) else "approx" if "来" in words else ""


def arabic(text: str, found: re.Match[str], reader: Grammar) -> Quantity | None:
    """A quantity of Arabic digits: 22.35亿元, 3至5个, 10—15万元, 3亿5000万元, 60%~70%; None without a unit."""
    start, end = found.span()
    value, half, power, decimals = printed_amount(found["a"], found["am"])
    inner = _inner(found["ai"], found["aj"])
    if found["ap"]:  # 3亿5000万: as exact as its last part is printed
        whole = number_value(text[start : found.end("ap")])
        if whole is None:
            return None
        last = MULTIPLIERS.get(found["ap"][len(found["ap"].rstrip("百千万亿")) :], 0)
        value, half = whole, Decimal(5).scaleb(last - 1) if last else _ZERO
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
        return extended(text, q, reader)
    if q is None and (decimals or _LISTED.search(text, max(0, start - 8), start)) and not found["b"]:
        q = _shared_unit(text, (start, end), (value, high, half), reader, fields)
    noun = reader.noun.match(text, end) if q is None and power else None
    if noun:
        return make(text, (start, noun.end()), (value, high, half), noun[0], rule="number.noun", **fields)
    return q


def _shared_unit(
    text: str, span: tuple[int, int], amount: Amount, reader: Grammar, fields: dict[str, object]
) -> Quantity | None:
    """分别提高7.7、8和34.7个百分点: the unit behind the last number serves all; the surface is the first alone."""
    found = _NEXT_NUMBER.match(text, span[1])
    other = with_unit(text, (span[0], found.end()), amount, reader, **fields) if found else None
    if other is not None:
        other.end = other.tail = span[1]
    return other


def bare(text: str, found: re.Match[str], start: int, **more: object) -> Quantity:
    """A number without a unit: 100万, 第1, 提升至6.12."""
    value, half, power, decimals = printed_amount(found["a"], found["am"])
    if found["ap"]:
        value = number_value(text[found.start() : found.end("ap")]) or value
    fields: dict[str, object] = {"unit_mult": power, "decimals": decimals, "rule": "number.bare"} | more
    unit = str(fields.pop("unit", ""))
    end = next(found.end(name) for name in ("ap", "aj", "am", "a") if found[name])
    return make(text, (start, end), (value, None, half), unit, **fields)


def extended(text: str, q: Quantity, reader: Grammar) -> Quantity:
    """60%~70%, 2000亿至3000亿元, 10万元至15万元, 五元六角到五元八角: the second end repeats the unit."""
    to = _TO.match(text, q.end)
    if to is None:
        return q
    found = (reader.arabic if text[to.end() : to.end() + 1] in _DIGITS else reader.words).match(text, to.end())
    names = found.groupdict() if found else {}
    if found is None or names.get("b") or names.get("d") or not (names.get("a") or names.get("c")):
        return q
    if names.get("a"):
        high, half, _, _ = printed_amount(found["a"], found["am"])
    else:
        high, half = number_value(found[0]) or _ZERO, _ZERO
    other = with_unit(text, found.span(), (high, None, half), reader)
    if other and other.value > _FAR_APART * q.value and _MOVED_BY.search(text, max(0, q.lead - 4), q.lead):
        return q  # 减少1200万元至3.3亿元: by how much, and to what
    if other is None or other.unit != q.unit or other.value <= q.value:
        return q
    after, tail = bound_after(text, other.end)
    q.value_to, q.value_high, q.end, q.tail = other.value, other.value_high, other.end, tail
    q.bound = after or q.bound
    return q
