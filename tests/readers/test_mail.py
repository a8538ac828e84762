"""E-mail and web archives: documents inside documents."""

from datetime import date
from email.message import EmailMessage

import pytest

from policytrack.errors import InputError
from policytrack.readers import Hints, Reading, read_document

BODY = "甲县今年开工项目40个，投资31亿元。\n用时5天。"


def mail(body: str = BODY, charset: str = "utf-8") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "青禾县新闻办 <news@example.cn>"
    message["To"] = "desk@example.cn"
    message["Subject"] = "甲县开工四十个项目"
    message["Date"] = "Wed, 20 Sep 2023 10:12:00 +0800"
    if body:
        message.set_content(body, charset=charset)
    return message


def read(data: bytes, origin: str = "a.eml") -> Reading:
    return read_document(data, origin, Hints())


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030"])
def test_the_text_of_a_message(charset: str) -> None:
    [article] = read(mail(charset=charset).as_bytes()).articles
    assert (article.title, article.text) == ("甲县开工四十个项目", BODY)
    assert (article.published, article.source) == (date(2023, 9, 20), "青禾县新闻办")


def test_plain_text_is_read_once_where_html_stands_beside_it() -> None:
    message = mail()
    message.add_alternative("<p>" + BODY + "</p>", subtype="html")
    assert [article.text for article in read(message.as_bytes()).articles] == [BODY]


def test_attachments_are_documents_of_their_own() -> None:
    message = mail()
    message.add_attachment(
        "乙县投产三家工厂\n全县投产3家。\n".encode(), maintype="text", subtype="plain", filename="乙.txt"
    )
    message.add_attachment(b"a\0b", maintype="application", subtype="octet-stream", filename="x.bin")
    reading = read(message.as_bytes())
    assert [article.title for article in reading.articles] == ["甲县开工四十个项目", "乙县投产三家工厂"]
    assert [problem.message for problem in reading.problems] == ["a.eml!x.bin is not text."]


def test_a_message_without_text_is_refused() -> None:
    with pytest.raises(InputError) as told:
        read(mail(body="").as_bytes())
    assert told.value.message == "a.eml is an e-mail without text."


def record(kind: str, address: str, block: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, status: str = "200 OK", kind: str = "text/html", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def test_pages_of_a_web_archive() -> None:
    pytest.importorskip("lxml")
    page = f"<html><title>甲县开工四十个项目</title><p>{BODY}</p></html>".encode()
    data = (
        record("warcinfo", "", b"software: x")
        + record("request", "http://news.example.cn/1", b"GET / HTTP/1.1\r\n\r\n")
        + record("response", "http://news.example.cn/1", answer(page))
        + record("response", "http://news.example.cn/2", answer(b"gone", "404 Not Found"))
        + record("response", "http://news.example.cn/3", answer(b"\xff\xd8\xff", kind="image/jpeg"))
    )
    [article] = read(data, "a.warc").articles
    assert (article.title, article.url) == ("甲县开工四十个项目", "http://news.example.cn/1")


def test_chunked_answers() -> None:
    text = "甲县开工\n全县开工40个。\n".encode()
    body = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (5, text[:5], len(text) - 5, text[5:])
    block = answer(body, kind="text/plain", more="Transfer-Encoding: chunked\r\n")
    [article] = read(record("response", "http://news.example.cn/1", block), "a.warc").articles
    assert article.text == "全县开工40个。"


def test_a_web_archive_without_pages_is_refused() -> None:
    with pytest.raises(InputError) as told:
        read(record("warcinfo", "", b"software: x"), "a.warc")
    assert told.value.message == "a.warc is a web archive without pages."
