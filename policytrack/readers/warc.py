"""Web archives (WARC): the HTML, text and PDF answers of a crawl, each a document with its address."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace

from policytrack.errors import InputError
from policytrack.readers.archive import Read, deeper
from policytrack.readers.document import Budget, Hints, Reading

_RECORD = re.compile(rb"WARC/[01]\.[0-9]+\r?\n")
_READ = ("text/html", "text/plain", "application/xhtml", "application/pdf", "application/rss", "application/atom",
         "text/xml", "application/xml")  # fmt: skip
_PART = 64 << 20


def read_warc(data: bytes, origin: str, hints: Hints, budget: Budget, read: Read) -> Reading:
    """The articles of all answers with status 200 in a web archive."""
    inner = deeper(budget, origin)
    reading = Reading(media_type="application/warc")
    for headers, block in _records(data):
        if headers.get("warc-type") not in ("response", "resource"):
            continue
        address = headers.get("warc-target-uri", "").strip("<>")
        try:
            content = _answer(block, headers) if headers["warc-type"] == "response" else block
            if not content:
                continue
            inner.spend(len(content), origin)
            found = read(content, f"{origin}!{address[:200]}", replace(hints, format=None), inner)
        except InputError as error:
            reading.problems.append(error)
            if inner.bytes < 0 or inner.members < 0:
                break
            continue
        reading.articles.extend(replace(a, url=a.url or address or None) for a in found.articles)
        reading.problems.extend(found.problems)
    budget.bytes, budget.members = inner.bytes, inner.members
    if not reading.articles and not reading.problems:
        raise InputError(f"{origin} is a web archive without pages.", hint="Check what was crawled.")
    return reading


def _headers(block: bytes) -> dict[str, str]:
    lines = block.decode("utf-8", "replace").splitlines()
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _split(block: bytes) -> tuple[bytes, bytes]:
    for gap in (b"\r\n\r\n", b"\n\n"):
        head, found, body = block.partition(gap)
        if found:
            return head, body
    return block, b""


def _records(data: bytes) -> Iterator[tuple[dict[str, str], bytes]]:
    at = 0
    while found := _RECORD.search(data, at):
        gap = re.compile(rb"\r?\n\r?\n").search(data, found.end())
        if gap is None:
            return
        headers = _headers(data[found.end() : gap.start()])
        size = headers.get("content-length", "")
        length = int(size) if re.fullmatch("[0-9]{1,12}", size) else 0
        yield headers, data[gap.end() : gap.end() + length]
        at = gap.end() + length


def _answer(block: bytes, record: dict[str, str]) -> bytes:
    """The body of an HTTP answer, or nothing when it is no page."""
    head, body = _split(block)
    status = head.split(b"\n", 1)[0].split()
    headers = _headers(head)
    kind = headers.get("content-type", "text/html")
    if len(status) < 2 or status[1] != b"200" or not kind.startswith(_READ):
        return b""
    if "chunked" in headers.get("transfer-encoding", ""):
        body = _unchunked(body)
    if headers.get("content-encoding") in ("gzip", "deflate"):
        try:
            body = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(body, _PART)
        except zlib.error:
            raise InputError(f"{record.get('warc-target-uri', '')[:200]} is broken.", hint="Crawl it again.") from None
    return body


def _unchunked(body: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        size = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        if not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size) or int(size, 16) == 0:
            return b"".join(parts) if parts or end >= 0 else body
        parts.append(body[end + 2 : end + 2 + int(size, 16)])
        at = end + 2 + int(size, 16) + 2
