"""Every number has one value, however it is printed."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policytrack.extract.number_words import number_value
from policytrack.extract.numbers import find_numbers
from policytrack.lexicon.load import load

VALUES = {
    "4.78万亿": "4780000000000", "三百余万": "3000000", "二十来万": "200000", "六点五": "6.5", "三点五万": "35000",
    "两千三": "2300", "两万零三": "20003", "五千零六十": "5060", "四万万": "400000000", "10万万": "1000000000",
    "3亿5000万": "350000000", "3亿零五百万": "305000000", "5万4千6百": "54600", "2千零30万": "20300000",
    "3万4000": "34000", "叁佰伍拾": "350", "廿五": "25", "五百卅四": "534", "二〇二三": "2023", "负六点六": "-6.6",
    "三又二分之一": "3.5", "千分之三": "0.003", "2.5e3": "2500", "一百零十万": "1100000", "1,234,567.8": "1234567.8",
    "五兆六十二亿": "5006200000000", "3^4": "81", "2.5^-2": "0.16", "10的4次方": "10000", "十的三次方": "1000", "7的平方": "49",
}  # fmt: skip


@pytest.mark.parametrize(("word", "value"), VALUES.items(), ids=VALUES)
def test_a_numeral_has_its_value(word: str, value: str) -> None:
    assert number_value(word) == Decimal(value)


@pytest.mark.parametrize("word", ["", "二三十", "两两", "点五", "三点", "一百分之", "零分之五", "元"])
def test_what_is_no_numeral_has_none(word: str) -> None:
    assert number_value(word) is None


def in_words(value: int) -> str:
    """The plain Chinese numeral of 0 … 9999 9999 9999."""
    if value == 0:
        return "零"
    parts: list[str] = []
    for power, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, value = divmod(value, power)
        if section:
            gap = parts and section < 1000
            parts.append(("零" if gap else "") + section_in_words(section) + name)
        elif parts and value and not parts[-1].endswith("零"):
            parts.append("零")
    return "".join(parts).replace("零零", "零")


def section_in_words(value: int) -> str:
    """The plain Chinese numeral of 1 … 9999."""
    text, zero = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            text += ("零" if zero and text else "") + "零一二三四五六七八九"[digit] + name
            zero = False
        else:
            zero = True
    return text


@settings(deadline=None)
@given(st.integers(0, 10**12 - 1))
def test_a_numeral_in_words_is_read_back(value: int) -> None:
    assert number_value(in_words(value)) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县有学校三百二十六所，其中小学28所。", ["326", "28"]),
        ("三千 九百 六十五吨", ["3965"]),
        ("产量为１２，３４５吨", ["12345"]),
        ("占五分之二", ["0.4"]),
        ("约百分之三点五", ["3.5"]),
        ("气温-5.5度", ["-5.5"]),
        ("10—15人", ["10", "15"]),
        ("过了半个月", ["0.5"]),
        ("一体化发展，大陆与四川", []),
        ("三打鸡蛋", ["36"]),
        ("五打五整治", ["5", "5"]),
        ("80的平方米", ["80"]),
        ("-3^2", ["-9"]),
        ("数百家", ["100"]),
        ("半打纸杯", ["6"]),
        ("1亿2千5百万", ["125000000"]),
        ("参会人数百余人", []),
    ],
)
def test_the_numbers_of_a_text(text: str, expected: list[str]) -> None:
    assert [number.value for number in find_numbers(text, load())] == [Decimal(value) for value in expected]


def test_a_number_that_is_not_told_has_two_ends() -> None:
    (found,) = find_numbers("捐款几十万元", load())
    assert (found.value, found.value_to) == (100_000, 1_000_000)


@pytest.mark.parametrize(
    ("text", "bound"),
    [("大于等于50", "ge"), ("小于20", "lt"), ("500多亿", "gt"), ("约30", "approx"), ("100以上", "ge"), ("7", "exact")],
)
def test_the_bound_of_a_number(text: str, bound: str) -> None:
    assert [number.bound for number in find_numbers(text, load())] == [bound]


@settings(deadline=None)
@given(st.text("零一二两三四五六七八九十百千万亿0123456789.,点分之又/负-余多几半折成个 \u3000元%至", max_size=40))
def test_any_text_is_read_without_overlap(text: str) -> None:
    found = list(find_numbers(text, load()))
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
