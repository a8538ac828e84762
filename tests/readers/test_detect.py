"""Formats are told by content; what no reader takes is refused with its name and a way out."""

import pytest

from policytrack.errors import InputError
from policytrack.readers.detect import binary_format, text_format


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('{"text": "一"}\n{"text": "二"}\n', "jsonl"),
        ('{\n "text": "一"\n}\n', "json"),
        ('[{"text": "一"}]', "json"),
        ("[图片] 甲县开工", "text"),
        ("<!DOCTYPE html><p>文</p>", "html"),
        ('<?xml version="1.0"?><html><p>文</p></html>', "html"),
        ('<?xml version="1.0"?><rss version="2.0"></rss>', "feed"),
        ("# 甲县开工\n\n文。", "md"),
        ("---\ntitle: 题\n---\n文。", "md"),
        ("标题,正文\n甲,乙\n", "csv"),
        ("标题\t日期\t备注\n甲\t乙\t丙\n", "csv"),
        ("甲县开工。\n#1 厂房投产。", "text"),
        ("<甲县> 开工3个。", "text"),
    ],
)
def test_texts(text: str, form: str) -> None:
    assert text_format(text) == form


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a is an old Word or Excel file (.doc, .xls)."),
        (b"{\\rtf1 x}", "a is an RTF file."),
        (b"\x89PNG\r\n", "a is a picture."),
        (b"SQLite format 3\0", "a is a SQLite database."),
        (b"Rar!\x1a\x07", "a is a RAR archive."),
        (b"7z\xbc\xaf\x27\x1c", "a is a 7z archive."),
        (b"PK\x03\x04broken", "a is a broken zip file."),
    ],
)
def test_refusals(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as told:
        binary_format(data, "a")
    assert told.value.message == reason
    assert told.value.hint


def test_a_letter_in_a_text_is_no_mail() -> None:
    assert binary_format("From: 甲县\n开工3个。\n".encode(), "a") is None
