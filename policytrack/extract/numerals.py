"""Every numeral of a text: quantities with value, unit and bound, and the class of all the others.

The scan walks from numeral to numeral, first come first served; what a time expression holds is not read again. Chinese
numerals count as numerals only where they are read as numbers: the 一 of 一体化 belongs to a word and gets no row.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from policytrack.extract.bounds import bound_after, bound_before
from policytrack.extract.drafts import Quantity, TimeExpr
from policytrack.extract.number_words import CHINESE, MULTIPLIERS, arabic_value, chinese_value
from policytrack.lexicon.load import Lexicon
from policytrack.lexicon.units import Units
from policytrack.model import Numeral

_A = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_C = f"[{CHINESE}]"
_MORE = "[余多几]"
_MULT = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|百(?=[多余]|[家户人个名余])|千(?![瓦克米伏卡帕焦乏])"
_TO = "至|到|-|—|――|——|~|～|－|–"
_SMALL_RANGE = "一二|二三|三四|三五|四五|五六|六七|七八|八九|两三"
_GATE = re.compile(f"[0-9{CHINESE}半数几]")


@dataclass(frozen=True)
class Grammar:
    """The patterns of one lexicon; each is tried at one position only."""

    units: Units
    number: re.Pattern[str]
    unit: re.Pattern[str]
    noun: re.Pattern[str]


@lru_cache(maxsize=8)
def grammar(lexicon: Lexicon) -> Grammar:
    units = lexicon.units
    number = re.compile(
        rf"百分之(?P<pc>{_A}|{_C}{{1,6}}(?:点{_C}{{1,4}})?)(?:(?:{_TO})百分之(?P<pc2>{_A}|{_C}{{1,6}}))?"
        rf"|(?P<den>{_C}{{1,4}}|[0-9]+)分之(?P<num>{_C}{{1,4}}|[0-9]+)"
        rf"|(?P<frac>[1-9][0-9]?/[1-9][0-9]{{0,2}})(?![0-9/年月])"
        rf"|(?P<colon>[0-9]+(?:\.[0-9]+)?:[0-9]+(?:\.[0-9]+)?)(?![0-9:])"
        rf"|(?P<a>{_A})(?P<ai>{_MORE})?(?P<am>{_MULT})?(?P<aj>{_MORE})?(?P<ap>{_A}(?:万))?"
        rf"(?:(?P<to>{_TO})(?P<b>{_A})(?P<bm>{_MULT})?(?P<bj>[余多])?)?"
        rf"|(?P<half>一半|半数)"
        rf"|(?P<cheng>[一二三四五六七八九](?:[一二三四五六七八九])?)成(?P<chalf>半)?(?![为立员果功长本效都就品熟套份群片林天])"
        rf"|(?P<sr>{_SMALL_RANGE})(?P<srm>[十百千万亿]*)"
        rf"|(?P<c>{_C}+)(?P<ci>[余多])?(?P<cm>[万亿]+)?(?:(?P<cto>至|到)(?P<d>{_C}+))?"
    )
    # A unit, and what makes it a rate: 元/千瓦时, 立方米/日, 元/人/月.
    rate = rf"(?:/(?:{units.pattern}|[年月日天时人户亩吨度]|小时|人次)){{1,2}}"
    unit = re.compile(rf"(?:{units.pattern})(?:{rate})?")
    return Grammar(units, number, unit, re.compile(units.noun_pattern))


def find_quantities(text: str, times: list[TimeExpr], lexicon: Lexicon) -> tuple[list[Quantity], list[Numeral]]:
    """The quantities of a view's text outside `times`, and the ledger of all its numerals; both sorted, no overlap."""
    reader = grammar(lexicon)
    starts = [t.start for t in times]
    quantities: list[Quantity] = []
    ledger: list[Numeral] = []
    at = 0
    while found := _GATE.search(text, at):
        at = found.start()
        i = bisect_right(starts, at) - 1
        if i >= 0 and at < times[i].end:
            _ledger_of_time(text, times[i], at, ledger)
            at = times[i].end
            continue
        limit = starts[i + 1] if i + 1 < len(starts) else len(text)
        quantity, row, end = _read(text, at, limit, reader)
        if quantity:
            quantities.append(quantity)
        if row:
            ledger.append(row)
        at = max(end, at + 1)
    return quantities, ledger


Read = tuple[Quantity | None, Numeral | None, int]
_HUNDRED = Decimal(100)
# Characters that make a preceding numeral part of a name or code: PM2.5, G6, A3, 5G, T3航站楼.
_LATIN = re.compile("[A-Za-z_@#]")
_CODE_AFTER = re.compile(
    r"[A-Za-z]|号(?!召)|版|路(?!灯)|环(?!保|境|比)|中学|小学|院|团|高速|专线|国道|省道|街|里(?=社区)|栋楼|热线|平台账号"
)
_DOC_NUMBER = re.compile(r"[〔\[［][0-9]{4}[〕\]］]$")
_RANKED = re.compile(r"(?:排名?|位|名|列|居|跃升|升|稳居|第)[^，。；]{0,10}$")
_ORDINAL_TAIL = re.compile("[位名]")
_LIST_HEAD = re.compile(r"(?:^|[\n。；：，])[（(]?$")
_LIST_TAIL = re.compile(r"[、.．）)]|是(?![^，。]{0,3}[个家])|要")
_QUOTED = re.compile(r"“[^“”\n]{0,12}$")
_NAME_AFTER = re.compile("大(?!类)|强(?!化|调|制|度|力|劲|势|于|大|有|烈)|全其美|级|类地区|型")
_RANK_WORD = re.compile(
    "前(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?P<u>位|名)?(?![0-9一二三四五六七八九十个月年天季次期场轮批])"
)
_PLACEHOLDER = re.compile("[数几]")


def _row(text: str, start: int, end: int, cls: str) -> Numeral:
    return Numeral(start, end, text[start:end], cls)


def _ledger_of_time(text: str, time: TimeExpr, at: int, ledger: list[Numeral]) -> None:
    """One row for each numeral inside a time expression."""
    cls = "date" if time.shape in ("day", "moment", "deadline") else "period"
    for found in re.finditer(rf"[0-9]+|{_C}+", text[at : time.end]):
        ledger.append(_row(text, at + found.start(), at + found.end(), cls))


def _read(text: str, at: int, limit: int, reader: Grammar) -> Read:
    """What stands at `at`: a quantity with its ledger row, a row alone, or nothing; and where to go on."""
    found = reader.number.match(text, at, limit)
    if not found:
        return None, None, at + 1
    kind = found.lastgroup or ""
    arabic = found["a"] is not None or found["colon"] is not None or found["frac"] is not None
    before = text[max(0, at - 14) : at]
    if arabic and (refused := _refused(text, found, before, reader)):
        return None, _row(text, at, refused[1], refused[0]), refused[1]
    del kind
    if found["pc"]:
        return _percent(text, found)
    if found["den"]:
        return _fraction(text, found, found["num"], found["den"])
    if found["frac"]:
        num, _, den = found["frac"].partition("/")
        return _fraction(text, found, num, den)
    if found["colon"]:
        return _ratio(text, found)
    if found["half"] or found["cheng"]:
        return _tenths(text, found)
    if found["a"]:
        return _arabic(text, found, before, reader)
    return _chinese(text, found, before, reader)


def _refused(text: str, found: re.Match[str], before: str, reader: Grammar) -> tuple[str, int] | None:
    """Class and end of an Arabic numeral that is no figure."""
    start, end = found.span()
    if before and _LATIN.match(before[-1]) and not re.search(r"(?:GDP|CPI|PPI|PM10|PM2\.5|AQI)$", before):
        return "name", end
    digits = re.match(r"[0-9.,]+", text[start:end])
    stop = start + (digits.end() if digits else 1)
    if _DOC_NUMBER.search(text[max(0, start - 7) : start]) and text[stop : stop + 1] == "号":
        return "document_number", stop
    if before.endswith(("〔", "[", "［")) and text[stop : stop + 1] in "〕]］":
        return "document_number", stop
    if before.endswith("第") and not _ORDINAL_TAIL.match(text, stop):
        return None if _RANKED.search(before[:-1]) else ("ordinal", stop)
    if before.endswith("+") or text[stop : stop + 1] == "+":
        return "name", stop
    if found["a"] and not (found["am"] or found["b"]) and _LIST_HEAD.search(before) and _LIST_TAIL.match(text, stop):
        return "list_marker", stop
    if found["a"] and not found["am"] and _CODE_AFTER.match(text, stop) and not reader.unit.match(text, stop):
        return "name", stop
    return None


def _amount(found: re.Match[str], digits: str, mult: str | None) -> tuple[Decimal, Decimal, int, int]:
    """Value, half a unit of the last printed digit, power of the multiplier, digits after the point."""
    power = MULTIPLIERS.get(mult or "", 0)
    value = arabic_value(digits)
    decimals = len(digits.partition(".")[2])
    half = Decimal(5).scaleb(-decimals - 1 + power) if power or decimals else Decimal(0)
    return value.scaleb(power), half, power, decimals


def _quantity(
    text: str, span: tuple[int, int], value: tuple[Decimal, Decimal | None, Decimal], unit: str, **more: object
) -> Quantity:
    """A quantity with the bounds around it. `value` is (value, upper end of a range, half a unit of the last digit)."""
    start, end = span
    bound, lead = bound_before(text, start)
    after, tail = bound_after(text, end)
    bound = str(more.pop("inner", "") or "") or bound or after or "exact"
    if lead < start and bound in ("lt", "approx") and after in ("ge", "gt"):
        bound = after
    low, high, half = value
    top = low if high is None else high
    fields: dict[str, object] = {
        "decimals": 0, "unit_mult": 0, "dimension": "count", "currency": None, "form": "number", "rule": "number",
    } | more  # fmt: skip
    return Quantity(
        start=start, end=end, lead=lead, tail=tail, value=low, value_to=high, value_low=low - half,
        value_high=top + half, unit=unit, bound=bound, **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def _done(text: str, quantity: Quantity) -> Read:
    return quantity, _row(text, quantity.start, quantity.end, "figure"), quantity.end


def _percent(text: str, found: re.Match[str]) -> Read:
    low, high = (_any_value(found[name]) for name in ("pc", "pc2"))
    if low is None:
        return None, None, found.end()
    q = _quantity(text, found.span(), (low, high, Decimal(0)), "%", dimension="ratio", form="percent", rule="percent")
    return _done(text, q)


def _any_value(word: str | None) -> Decimal | None:
    if not word:
        return None
    if word[0].isdigit():
        return arabic_value(word)
    whole, point, rest = word.partition("点")
    value = chinese_value(whole)
    if value is None or not point:
        return value
    digits = [chinese_value(c) for c in rest]
    return value + Decimal("0." + "".join(str(d) for d in digits))


def _fraction(text: str, found: re.Match[str], num: str, den: str) -> Read:
    above, below = _any_value(num), _any_value(den)
    if above is None or not below or above > below:
        return None, _row(text, *found.span(), "unattached"), found.end()
    value = (above / below * _HUNDRED).quantize(Decimal("0.01"))
    value = value.to_integral_value() if value == value.to_integral_value() else value.normalize()
    q = _quantity(
        text, found.span(), (value, None, Decimal(0)), "%", dimension="ratio", form="fraction", rule="fraction"
    )
    return _done(text, q)


def _ratio(text: str, found: re.Match[str]) -> Read:
    left, _, right = found["colon"].partition(":")
    if right != "1" or (text[found.end() : found.end() + 1] in "0123456789"):
        return None, _row(text, *found.span(), "name"), found.end()
    value, half, _, decimals = _amount(found, left, None)
    q = _quantity(
        text, found.span(), (value, None, half), "", decimals=decimals, dimension="ratio", form="ratio", rule="ratio"
    )
    return _done(text, q)


def _tenths(text: str, found: re.Match[str]) -> Read:
    if found["half"]:
        if text[found.end() : found.end() + 1] in "天路":
            return None, None, found.end()
        value, high = Decimal(50), None
    else:
        tenths = [Decimal(chinese_value(c) or 0) * 10 for c in found["cheng"]]
        value, high = tenths[0], (tenths[1] if len(tenths) > 1 else None)
        if found["chalf"]:
            value += 5
    q = _quantity(text, found.span(), (value, high, Decimal(0)), "%", dimension="ratio", form="percent", rule="tenths")
    return _done(text, q)


def _unit_at(text: str, at: int, reader: Grammar) -> re.Match[str] | None:
    return reader.unit.match(text, at)


def _with_unit(
    text: str, start: int, end: int, value: tuple[Decimal, Decimal | None, Decimal], reader: Grammar, **more: object
) -> Quantity | None:
    """A quantity whose unit begins at `end`, or None when none does."""
    found = _unit_at(text, end, reader)
    if not found:
        return None
    unit = found[0]
    known = reader.units.by_name.get(unit) or reader.units.by_name.get(unit.partition("/")[0])
    form = "number"
    if unit in ("百分点", "个百分点"):
        unit, form = "个百分点", "points"
    elif unit == "%":
        form = "percent"
    elif unit == "倍":
        form = "multiple"
    elif unit == "成":
        low, high, half = value
        value, unit, form = (low * 10, None if high is None else high * 10, half * 10), "%", "percent"
    dimension = known.dimension if known else "count"
    if "/" in unit:
        dimension = "rate"
    return _quantity(
        text, (start, found.end()), value, unit, dimension=dimension, form=form,
        currency=known.currency if known else None, rule=f"number.{dimension}", **more,
    )  # fmt: skip


def _arabic(text: str, found: re.Match[str], before: str, reader: Grammar) -> Read:
    start, end = found.span()
    value, half, power, decimals = _amount(found, found["a"], found["am"])
    inner = "gt" if found["ai"] in ("余", "多") or found["aj"] in ("余", "多") else ""
    if found["ap"]:
        more = _amount(found, found["ap"].rstrip("万"), "万")
        value, half, decimals = value + more[0], more[1], decimals
    high = None
    if found["b"]:
        upper, upper_half, upper_power, upper_decimals = _amount(found, found["b"], found["bm"])
        inner = inner or ("gt" if found["bj"] else "")
        if not found["am"] and upper_power:  # 10至15万元: the multiplier serves both
            value = value.scaleb(upper_power)
        high, half, power, decimals = upper, upper_half, max(power, upper_power), max(decimals, upper_decimals)
        if value > high:
            return None, _row(text, start, end, "name"), end
    more_fields: dict[str, object] = {"unit_mult": power, "decimals": decimals, "inner": inner}
    amount = (value, high, half)
    q = _with_unit(text, start, end, amount, reader, **more_fields)
    if q is None and found["b"] is None and (same := reader.unit.match(text, end)) is None:
        q = _range_with_units(text, found, reader, amount, more_fields)
        del same
    if q is not None and found["b"] is None:
        q = _extend_range(text, q, reader)
    if q is None and power and (noun := reader.noun.match(text, end)):
        q = _quantity(text, (start, noun.end()), amount, noun[0], rule="number.noun", **more_fields)
    if q is None and (before.endswith("第") or power or _stands_alone(text, start, end)):
        if before.endswith("第"):
            return _done(text, _quantity(text, (start - 1, end), amount, "", form="rank", rule="rank"))
        q = _quantity(text, (start, end), amount, "", rule="number.bare", **more_fields)
    if q is None:
        return None, _row(text, start, end, "unattached"), end
    if before.endswith("第"):
        if q.unit not in ("位", "名"):
            return None, _row(text, start, end, "ordinal"), end
        q.start = q.lead = start - 1
        q.form, q.rule, q.dimension = "rank", "rank", "rank"
    if _QUOTED.search(before) and not power and q.dimension in ("count", "people") and not found["b"]:
        return None, _row(text, start, end, "name"), end
    if q.unit in ("年", "月", "日") and not found["b"] and value > 31:
        return None, _row(text, start, end, "date"), end
    return _done(text, q)


def _extend_range(text: str, q: Quantity, reader: Grammar) -> Quantity:
    """60%~70%, 2000亿至3000亿元, 10万元至15万元: the second end repeats the unit."""
    found = re.compile(rf"(?:{_TO})(?P<b>{_A})(?P<m>{_MULT})?").match(text, q.end)
    if not found:
        return q
    unit = reader.unit.match(text, found.end())
    if not unit or unit[0] != q.unit:
        return q
    power = MULTIPLIERS.get(found["m"] or "", 0)
    high = arabic_value(found["b"]).scaleb(power)
    if high <= q.value:
        return q
    decimals = len(found["b"].partition(".")[2])
    half = Decimal(5).scaleb(-decimals - 1 + power) if power or decimals else Decimal(0)
    after, tail = bound_after(text, unit.end())
    q.value_to, q.value_high, q.end, q.tail = high, high + half, unit.end(), tail
    q.bound = after or q.bound
    return q


def _range_with_units(
    text: str, found: re.Match[str], reader: Grammar, amount: tuple[Decimal, Decimal | None, Decimal],
    fields: dict[str, object],
) -> Quantity | None:  # fmt: skip
    return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a bare number is a value: 提升至6.12， or 改造小区440，— behind a noun and before a break."""
    if text[end : end + 1] not in "，。；、）" or start == 0:
        return False
    return "\u4e00" <= text[start - 1] <= "\u9fff" and text[start - 1] not in "第年月日号"


def _chinese(text: str, found: re.Match[str], before: str, reader: Grammar) -> Read:
    start, end = found.span()
    if found["sr"]:
        low, high = (chinese_value(c) for c in found["sr"])
        factor = chinese_value(found["srm"]) if found["srm"] else Decimal(1)
        if low is None or high is None or factor is None or low >= high:
            return None, None, end
        q = _with_unit(text, start, end, (low * factor, high * factor, Decimal(0)), reader)
        if q is not None and not _QUOTED.search(before):
            return _done(text, q)
        found = (
            re.compile(rf"(?P<c>{_C}+)(?P<ci>[余多])?(?P<cm>[万亿]+)?(?P<cto>至)?(?P<d>$)?").match(text, start) or found
        )
        end = found.end()
    word = found["c"] or ""
    ranked = _rank(text, start, before, word)
    if ranked:
        return ranked
    if before.endswith("第"):
        return None, _row(text, start, end, "ordinal"), end
    if _LIST_HEAD.search(before) and _LIST_TAIL.match(text, end):
        return None, _row(text, start, end, "list_marker"), end
    value = chinese_value(word)
    if value is None:
        return None, None, end
    if found["cm"]:
        factor = chinese_value("一" + found["cm"])
        value *= factor or 1
    power = 8 if "亿" in found[0] else 4 if "万" in found[0] else 0
    high = chinese_value(found["d"]) if found["d"] else None
    inner = "gt" if found["ci"] else ""
    fields: dict[str, object] = {"unit_mult": power, "inner": inner}
    if text[end : end + 1] == "大" and text[end + 1 : end + 2] == "类":
        return _done(text, _quantity(text, (start, end + 2), (value, None, Decimal(0)), "大类", rule="number.count"))
    if _NAME_AFTER.match(text, end) or (_QUOTED.search(before) and value < 100):
        return None, (_row(text, start, end, "name") if len(word) > 1 or _NAME_AFTER.match(text, end) else None), end
    q = _with_unit(text, start, end, (value, high, Decimal(0)), reader, **fields)
    if q is None or q.form == "percent":
        return None, (_row(text, start, end, "name") if len(word) > 2 else None), end
    if word == "一" and q.form != "multiple":
        return None, _row(text, start, start + 1, "article"), q.end
    if word in ("千", "百", "万", "亿") and q.unit in ("里", "年", "分", "米", "点", "方", "般", "难", "姓"):
        return None, None, end
    if len(word) == 1 and q.unit in (
        "方",
        "点",
        "线",
        "路",
        "级",
        "区",
        "县",
        "市",
        "国",
        "省",
        "年",
        "环",
        "代",
        "分",
        "度",
        "里",
        "格",
    ):
        return None, None, end
    return _done(text, q)


def _rank(text: str, start: int, before: str, word: str) -> Read | None:
    """第一 behind 居, 排名 …, and 前三."""
    if before.endswith("前") and re.search(r"(?:排名?|位|列|居|进入|跻身)[^，。；]{0,8}前$", before):
        found = _RANK_WORD.match(text, start - 1)
        value = _any_value(found["n"]) if found else None
        if found and value is not None:
            q = _quantity(text, (start - 1, found.end()), (value, None, Decimal(0)), found["u"] or "", form="rank",
                          rule="rank", dimension="rank", inner="le")  # fmt: skip
            return _done(text, q)
    if before.endswith("第") and re.search(r"(?:排名?|位|名|列|居|全[国省市区县球]|世界)[^，。；]{0,8}第$", before):
        value = chinese_value(word)
        if value is not None:
            end = start + len(word)
            unit = text[end : end + 1] if text[end : end + 1] in ("位", "名") else ""
            q = _quantity(text, (start - 1, end + len(unit)), (value, None, Decimal(0)), unit, form="rank",
                          rule="rank", dimension="rank")  # fmt: skip
            return _done(text, q)
    return None
