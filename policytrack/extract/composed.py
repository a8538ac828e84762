"""What continues a quantity behind its unit: smaller units (50元6角三分, 8天20小时), a half (三斤半), a tenth (一块二)."""

import re
from decimal import Decimal

from policytrack.extract.number_grammar import ARABIC, WORDS, Grammar
from policytrack.extract.number_words import CHINESE, DIGITS, number_value

_HALF = re.compile("半(?![程山岛决数导成自挂径个夜价天日月年小载])钟?")
_TENTH = re.compile(
    "(?:(?P<c>[一二三四五六七八九])|(?P<a>[1-9][0-9]?))(?=[，。；、）~～至到-]|以[上下内]|左右|$)"  # 一块二, 1米75
)
_PART = re.compile(f"零?(?P<n>{ARABIC}|{WORDS})")
_WITH_TENTHS = ("块", "毛", "角", "米")
AND_HALF = re.compile("个半(?=小时|钟头|月|星期|学期|学年)")
MAY_CONTINUE = frozenset(f"0123456789半{CHINESE}")


def continued(text: str, end: int, value: Decimal, unit: str, reader: Grammar) -> tuple[Decimal, str, int]:
    """Value, unit and end of a quantity that goes on behind its unit.

    The unit stays the first one, unless only the last one can say the sum exactly: 8天20小时 is 212 小时.
    """
    known = reader.units.factors.get(unit)
    if known is None:
        return value, unit, end
    total, at, last, least = value * known[1], end, known[1], unit
    while part := _PART.match(text, at):
        found = reader.unit.match(text, part.end())
        name = found[0] if found else text[part.end() : part.end() + 1]
        factor = reader.units.continues(least, name)
        number = number_value(part["n"])
        if factor is None or number is None or number * factor >= last:
            break
        total, last, least, at = total + number * factor, factor, name, part.end() + len(name)
    if half := _HALF.match(text, at):
        total, at = total + last / 2, half.end()
    elif unit in _WITH_TENTHS and (digit := _TENTH.match(text, at)):
        printed = digit["a"] or str(DIGITS[digit["c"]])
        if (digit["a"] is None) == (text[end - len(unit) - 1 : end - len(unit)] in DIGITS) or at > end:
            total, at = total + last * int(printed) / 10 ** len(printed), digit.end()
    sum_ = total / known[1]
    if at == end or sum_ == round(sum_, 8):
        return sum_, unit, at
    if least not in reader.units.factors:  # 8天20时
        least = next(name for name, factor in reader.units.factors.items() if factor == (known[0], last))
    return total / last, least, at
