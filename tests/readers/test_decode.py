"""Bytes as text: every encoding Chinese news comes in, and what is named when none fits."""

import pytest

from policytrack.errors import InputError
from policytrack.readers.decode import decode

TEXT = "青禾县今年前三季度完成投资12.5亿元，比上年同期增长8.3%，这是在不断优化的服务中取得的。\n"
TRADITIONAL = "青禾縣政府今天發表新的計畫，這是一個為了地方產業發展而提出的中長期方案。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16"])
def test_detected(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_big5_is_told_from_gb18030() -> None:
    assert decode(TRADITIONAL.encode("big5"), "a.txt") == TRADITIONAL


def test_utf_16_big_endian_with_mark() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.txt") == TEXT


def test_line_ends_are_one_character() -> None:
    assert decode("一\r\n二\r三\n".encode(), "a.txt") == "一\n二\n三\n"


def test_a_named_encoding_is_used() -> None:
    assert decode(TEXT.encode("utf-16-le"), "a.txt", "utf-16-le") == TEXT


def test_a_wrong_named_encoding_tells_byte_and_offset() -> None:
    with pytest.raises(InputError) as told:
        decode(b"abc\xff", "a.txt", "utf-8")
    assert told.value.message == "a.txt is not valid utf-8: byte 0xff at offset 3."
    assert told.value.hint == "Name its encoding, as --encoding gb18030, or save it as UTF-8."


def test_an_invalid_byte_is_named_with_its_offset() -> None:
    with pytest.raises(InputError) as told:
        decode(b"plain english " + b"\xff\xff", "a.txt")
    assert told.value.message == "a.txt is not valid utf-8: byte 0xff at offset 14."


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\0\0\0"], ids=["nothing", "spaces", "zeros"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(InputError) as told:
        decode(data, "a.txt")
    assert told.value.message == "a.txt is empty."


@pytest.mark.parametrize("data", [b"ab\0cd", bytes(range(1, 9)) * 50], ids=["zero", "controls"])
def test_no_text(data: bytes) -> None:
    with pytest.raises(InputError) as told:
        decode(data, "a.bin")
    assert told.value.message == "a.bin is not text."
