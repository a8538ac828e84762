"""Numbers in words and digits as exact Decimals.

Chinese numerals are read in both systems: positional (二〇二三 is 2023) and multiplicative (两千零五十 is 2050), simple and
formal (叁佰). A trailing digit after a multiplier stands one power below it: 三千五 is 3500. `number_value` is the one
place where a printed numeral gets its value; `number_grammar` says which characters make one.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "俩": 2, "仨": 3,
}  # fmt: skip
TENS = {"廿": 20, "卅": 30}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "k": 1000, "K": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "M": 10**6, "亿": 10**8, "億": 10**8, "兆": 10**12}
CHINESE = "".join(c for c in (*DIGITS, *TENS, *SMALL, *LARGE) if not c.isascii() and c != "兆")  # 兆瓦 is a unit
MORE = "余多几"  # 十余万, 三百多亿, 二十几万: inside a numeral they leave its value as it is
# Multipliers printed behind Arabic digits, with their power of ten; the longest first.
MULTIPLIERS = {
    "万亿": 12, "千亿": 11, "百亿": 10, "十亿": 9, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2,
    "k": 3, "K": 3,
}  # fmt: skip
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_PIECE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+|.")
_POWER = re.compile(r"(?P<a>.+?)(?:\^(?P<s>[+-]{0,2})(?P<e>[0-9]{1,2})|的(?:(?P<n>.+)次方|(?P<named>平方|立方)))")
_LARGEST_POWER = 99
_MULTIPLIER = frozenset("十百千万亿")
_COUNTED = tuple("人户次件总个头台家株例位辆基指分岁天多少")  # 参会人数百余人
_EXPONENT = re.compile(r"(?P<a>[0-9.,]+)[eE](?P<e>[+-]?[0-9]{1,3})")


@lru_cache(maxsize=4096)
def number_value(word: str) -> Decimal | None:
    """The value of a numeral as printed: 4.78万亿, 三百余万, 六点五, 3又1/2, 千分之三, 负五, 10的6次方; None when it is none."""
    if _PLAIN.fullmatch(word):
        return Decimal(word)
    if word[:1] in ("负", "-", "－"):
        value = number_value(word[1:].lstrip())
        return None if value is None else -value
    if power := _POWER.fullmatch(word):
        return _power(power)
    whole, also, rest = word.partition("又" if "又" in word else " ")
    if also:
        return _both(number_value(whole), number_value(rest), lambda a, b: a + b)
    for over in ("分之", "/"):
        left, found, right = word.partition(over)
        if found:
            above, below = (right, left) if over == "分之" else (left, right)
            return _both(number_value(above), number_value(below), lambda a, b: a / b if b else None)
    if power := _EXPONENT.fullmatch(word):
        return Decimal(power["a"].replace(",", "")).scaleb(int(power["e"]))
    return _with_point(word)


def is_some(text: str, at: int) -> bool:
    """Whether the multiplier at `at` follows a digit that is not told: 几十万, 数百; the 数 of 人数 and 多数 is none."""
    sign = text[at - 1 : at]
    return (
        at > 0
        and text[at] in _MULTIPLIER
        and (sign == "几" or (sign == "数" and text[at - 2 : at - 1] not in _COUNTED))
    )


def _power(found: re.Match[str]) -> Decimal | None:
    """2^5, 2.5^-1, 十的三次方, 3的平方; the sign of an exponent may stand twice."""
    base = number_value(found["a"])
    if found["named"]:
        exponent: Decimal | None = Decimal("平立".index(found["named"][0]) + 2)
    elif found["n"]:
        exponent = number_value(found["n"])
    else:
        exponent = Decimal(found["e"]) * (-1 if found["s"].count("-") == 1 else 1)
    if base is None or not base or exponent is None or exponent != int(exponent) or abs(exponent) > _LARGEST_POWER:
        return None
    return base ** int(exponent)


def _both(a: Decimal | None, b: Decimal | None, join: Callable[[Decimal, Decimal], Decimal | None]) -> Decimal | None:
    return None if a is None or b is None else join(a, b)


def _with_point(word: str) -> Decimal | None:
    """Words with 点 and perhaps a multiplier behind: 三点五万."""
    whole, point, rest = word.partition("点")
    value = _amount(whole)
    if not point or value is None:
        return value
    decimals = rest.rstrip("十百千万亿")
    if not decimals or any(c not in DIGITS for c in decimals):
        return None
    value += Decimal("0." + "".join(str(DIGITS[c]) for c in decimals))
    for c in rest[len(decimals) :]:
        value *= SMALL.get(c) or LARGE[c]
    return value


def _amount(word: str) -> Decimal | None:
    """Digits, words and multipliers without a point in words: 3亿5000万, 两千三, 1千零20."""
    if not word:
        return None
    if all(c in DIGITS for c in word):
        if len(word) == 1:
            return Decimal(DIGITS[word])
        return None if "两" in word else Decimal("".join(str(DIGITS[c]) for c in word))
    total = section = digit = Decimal(0)
    unit = 1  # the last multiplier, for 三千五
    waiting = zero = False  # whether a digit, or 零, stands before what comes next
    for piece in _PIECE.findall(word):
        if piece in DIGITS or piece[0] in "0123456789.":
            if waiting and digit:
                return None  # 二三十 is a range, not a number
            value = DIGITS.get(piece)
            digit = Decimal(piece.replace(",", "")) if value is None else Decimal(value)
            waiting, zero = digit != 0, digit == 0
            if not waiting or len(piece) > 1:
                unit = 1  # after 零, and of 3万4000, nothing is left out
        elif piece in TENS:
            section, unit, digit, waiting = section + TENS[piece], 10, Decimal(0), False
        elif piece in SMALL:
            section += (digit or (0 if section and not waiting and not zero else 1)) * SMALL[piece]
            unit, digit, waiting = SMALL[piece], Decimal(0), False
        elif piece in LARGE:
            section += digit
            if not section and total:
                total *= LARGE[piece]  # 四万万
            elif total < LARGE[piece]:
                total = (total + (section or 1)) * LARGE[piece]
            else:
                total += (section or 1) * LARGE[piece]
            unit, section, digit, waiting = LARGE[piece], Decimal(0), Decimal(0), False
        elif piece not in MORE and piece != "来":
            return None
    if digit and unit > 1:
        digit = digit * unit / 10  # 三千五, 两万三
    return total + section + digit
