"""Numbers in words and digits as exact Decimals, and Chinese numerals written from them.

Chinese numerals are read in both systems: positional (二〇二三 is 2023) and multiplicative (两千零五十 is 2050), simple and
formal (叁佰). A trailing digit after a multiplier stands one power below it: 三千五 is 3500.
"""

from decimal import Decimal

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "俩": 2, "仨": 3, "廿": 20,
}  # fmt: skip
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
CHINESE = "".join((*DIGITS, *SMALL, *LARGE))
# Multipliers printed behind Arabic digits, with their power of ten; the longest first.
MULTIPLIERS = {
    "万亿": 12, "千亿": 11, "百亿": 10, "十亿": 9, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2,
}  # fmt: skip


def chinese_value(word: str) -> Decimal | None:
    """The value of a Chinese numeral, or None when the characters do not make one."""
    if not word or any(c not in DIGITS and c not in SMALL and c not in LARGE for c in word):
        return None
    if all(c in DIGITS for c in word):
        return Decimal("".join(str(DIGITS[c]) for c in word)) if len(word) > 1 else Decimal(DIGITS[word])
    total = section = digit = 0
    unit = 1  # the last multiplier, for 三千五
    seen_digit = False
    for c in word:
        if c in DIGITS:
            if seen_digit and digit:
                return None  # 二三十 is a range, not a number
            digit, seen_digit = DIGITS[c], True
            if digit == 0:
                unit, seen_digit = 1, False
        elif c in SMALL:
            section += (digit or (0 if section and not seen_digit else 1)) * SMALL[c]
            unit, digit, seen_digit = SMALL[c], 0, False
        else:
            section += digit
            total = (
                (total + (section or (1 if not total else 0))) * LARGE[c]
                if LARGE[c] > total
                else (total + (section or 1) * LARGE[c])
            )
            unit, section, digit, seen_digit = LARGE[c], 0, 0, False
    if digit and unit > 1:
        digit = digit * unit // 10  # 三千五, 两万三; after 零 the unit was reset
    return Decimal(total + section + digit)


def chinese_numeral(value: int) -> str:
    """The plain Chinese numeral of 0 … 9999 9999 9999; `chinese_value` reads it back."""
    if not 0 <= value < 10**12:
        raise ValueError(f"{value} is out of the range that is written in words")
    if value == 0:
        return "零"
    parts: list[str] = []
    for power, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, value = divmod(value, power)
        if section:
            gap = parts and section < 1000
            parts.append(("零" if gap else "") + _section(section) + name)
        elif parts and value and not parts[-1].endswith("零"):
            parts.append("零")
    return "".join(parts).replace("零零", "零")


def _section(value: int) -> str:
    text, zero = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            text += ("零" if zero and text else "") + "零一二三四五六七八九"[digit] + name
            zero = False
        else:
            zero = True
    return text


def arabic_value(digits: str) -> Decimal:
    """The exact value of printed Arabic digits, thousands separators removed."""
    return Decimal(digits.replace(",", ""))
