"""Whole documents of every format, and ways to spoil them: the stock of `test_fuzz.py`.

Archives and Office files are spoilt inside as well, so that what reaches their parsers is not always a broken zip file.
"""

import bz2
import csv
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

from test_pdf import pdf

BODY = (
    "本报讯（记者 李某）甲县今年1至8月开工项目40个，完成投资31亿元，同比增长8.2%。县里派出专员120名，用时由5天减为2天。"
)
PLAIN = (
    f"甲县开工四十个项目\n2023年9月20日 10:30 来源：青禾日报\n{BODY}\n一、工业\n规上工业增加值增长6.1%，突破100吉瓦。\n"
)
PAGE = f"# 甲县开工\n\n{BODY}\n\n## 乙县减税——\n\n{BODY}\n\n## 广告\n\n### 丙县\n\n(记者 王某)\n"
HTML = (
    '<!DOCTYPE html><html><head><meta charset="gb2312"><title>甲县开工_青禾网</title><link rel="canonical" href="http://a.cn/1.html">'
    '<meta name="PubDate" content="2023-09-20"><script type="application/ld+json">{"datePublished": "2023-09-20"}</script></head>'
    f"<body><nav><a href=/>首页</a></nav><h1>甲县开工</h1><div class=info>来源：青禾网 时间：2023-09-20</div><div id=c><p>{BODY}</p>"
    f"<table><tr><td>项目<td>40个<tr><td colspan=2>投资&nbsp;31亿元</table><p>{BODY}<!-- x --></div><div class=footer>版权所有</div>"
)
RSS = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY e "实体">]><rss version="2.0"><channel><title>青禾网</title>'
    f"<item><title>甲县&e;开工</title><link>http://a.cn/1</link><pubDate>Wed, 20 Sep 2023 10:12:00 +0800</pubDate><guid>1</guid>"
    f"<description><![CDATA[<p>{BODY}</p>]]></description></item></channel></rss>"
)
ATOM = (
    f'<feed xmlns="http://www.w3.org/2005/Atom"><title>青禾网</title><entry><title>甲县开工</title><id>x</id>'
    f'<updated>2023-09-20T10:00:00Z</updated><link href="http://a.cn/2"/><content type="html">{BODY}</content></entry></feed>'
)
RECORD = {
    "id": "1",
    "title": "甲县开工",
    "published": "2023-09-20",
    "source": "青禾日报",
    "place": "甲县",
    "text": BODY,
}
JUNK = (
    b"\0", b"<", b">", b'"', b"&", b"%", b"-1", b"\n", b"\r", b"{", b"]", b"&#1;", b"&#xd800;", b"\xff\xfe", b"\xef\xbb\xbf",
    b"9" * 400, b"\x1b[2J", "\u202e\u2066".encode(), "亿".encode() * 40, b"1e999", b"\\ud800", "〇一二三".encode(), b"NaN",
    b"<![CDATA[", b"]]>", b"<!--", b"../" * 20, b"=cmd()", b"\x80" * 8, b"2023-99-99", b"Infinity", b"%Y", "（".encode() * 30,
    b"\xc2\xa0", b" " * 500, "，".encode() * 300,
)  # fmt: skip


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def _csv() -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(
        [["标题", "发布时间", "正文"], ["甲县开工", "2023-09-20", BODY], ["=cmd()", "2023/9/21", f'"{BODY}"\n第二行。']]
    )
    return out.getvalue().encode()


def _xlsx() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["标题", "日期", "正文"], ["甲县开工", "2023-09-20", BODY], ["乙县", 45189, BODY]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _docx() -> bytes:
    import docx

    document = docx.Document()
    for line in PLAIN.splitlines():
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(1, 1).text = "项目", "40个"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _mail() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "青禾县新闻办 <news@example.cn>", "甲县开工四十个项目"
    message["Date"] = "Wed, 20 Sep 2023 10:12:00 +0800"
    message.set_content(BODY, charset="gb18030")
    message.add_alternative(HTML, subtype="html")
    message.add_attachment(PLAIN.encode(), maintype="text", subtype="plain", filename="附件.txt")
    message.add_attachment(_zip({"a.md": PAGE.encode()}), maintype="application", subtype="zip", filename="a.zip")
    return message.as_bytes()


def _warc() -> bytes:
    body = HTML.encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    chunked = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
        % (len(body), body)
    )
    packed = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(body)
    return b"".join(
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.cn/%d.html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        % (number, len(block), block)
        for number, block in enumerate((answer, chunked, packed))
    )


def seeds() -> dict[str, bytes]:
    """A whole document of every format and encoding that is read."""
    members = {"甲.txt": PLAIN.encode(), "b/a.html": HTML.encode(), "c.jsonl": json.dumps(RECORD).encode()}
    return {
        "text": PLAIN.encode(), "bom": b"\xef\xbb\xbf" + PLAIN.encode(), "gb18030": PLAIN.encode("gb18030"),
        "big5": "縣政府開工項目40個，投資31億元，縣裡的人在這裡。".encode("big5") * 3, "utf16": PLAIN.encode("utf-16"),
        "md": PAGE.encode(), "front": f"---\ntitle: 甲\ndate: 2023-09-20\n---\n{PAGE}".encode(), "html": HTML.encode("gb18030"),
        "rss": RSS.encode(), "atom": ATOM.encode(), "json": json.dumps([RECORD, RECORD], ensure_ascii=False).encode(),
        "jsonl": f"{json.dumps(RECORD)}\n{json.dumps(RECORD, ensure_ascii=False)}\n".encode(), "csv": _csv(), "xlsx": _xlsx(),
        "docx": _docx(), "pdf": pdf(PLAIN.splitlines(), [BODY[:30], BODY[30:]]), "eml": _mail(), "warc": _warc(), "zip": _zip(members),
        "tar": _tar(members), "nested": _zip({"a.zip": _zip(members), "b.tar.gz": gzip.compress(_tar(members))}),
        "gz": gzip.compress(PLAIN.encode()), "bz2": bz2.compress(PAGE.encode()), "xz": lzma.compress(HTML.encode()),
        "warc.gz": b"".join(gzip.compress(part) for part in (_warc(), _warc())),
    }  # fmt: skip


_UNPACK: dict[str, tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]] = {
    "gz": (gzip.decompress, gzip.compress), "warc.gz": (gzip.decompress, gzip.compress),
    "bz2": (bz2.decompress, bz2.compress), "xz": (lzma.decompress, lzma.compress),
}  # fmt: skip


class Spoiler:
    """Documents spoilt in a way that depends on the number alone, so that one that fails can be made again."""

    def __init__(self, whole: dict[str, bytes]) -> None:
        self.whole = whole
        self.names = sorted(whole)

    def document(self, number: int) -> tuple[str, bytes]:
        """The name of the seed and the spoilt bytes."""
        dice = random.Random(number)
        name = self.names[number % len(self.names)]
        data = self.whole[name]
        if dice.random() < 0.6:
            if name in _UNPACK:
                unpack, pack = _UNPACK[name]
                return name, pack(self._spoil(unpack(data), dice))
            if data.startswith(b"PK"):
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    members = {inner: archive.read(inner) for inner in archive.namelist()}
                inner = dice.choice(sorted(members))
                return name, _zip({**members, inner: self._spoil(members[inner], dice)})
        return name, self._spoil(data, dice)

    def _spoil(self, data: bytes, dice: random.Random) -> bytes:
        for _ in range(dice.choice((1, 1, 2, 3, 8))):
            at = dice.randrange(len(data) + 1)
            end = min(len(data), at + dice.choice((0, 1, 2, 4, 30, 400)))
            kind = dice.randrange(8)
            if kind == 0:
                data = data[:at] + bytes(dice.randrange(256) for _ in range(dice.randint(1, 6))) + data[end:]
            elif kind == 1:
                data = data[:at] + dice.choice(JUNK) + data[end:]
            elif kind == 2:
                data = data[:at] + data[end:]
            elif kind == 3:
                data = data[:at] + data[at:end] * dice.choice((2, 3, 50, 500)) + data[end:]
            elif kind == 4:
                data = data[:at]
            elif kind == 5:
                other = self.whole[dice.choice(self.names)]
                start = dice.randrange(len(other))
                data = data[:at] + other[start : start + 200] + data[end:]
            elif kind == 6 and data:
                at = min(at, len(data) - 1)
                data = data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1 :]
            else:
                tail = min(len(data), end + dice.choice((1, 10, 100)))
                data = data[:at] + data[end:tail] + data[at:end] + data[tail:]
        return data[: 1 << 20]
