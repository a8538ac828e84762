"""Readers: one module an input format, document → articles. Formats are told by content, not by name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from policytrack.errors import InputError
from policytrack.model import Article
from policytrack.readers.archive import read_packed, read_tar, read_zip
from policytrack.readers.decode import decode
from policytrack.readers.detect import binary_format, text_format
from policytrack.readers.document import Budget, Hints, Reading
from policytrack.readers.docx import read_docx
from policytrack.readers.feed import read_feed
from policytrack.readers.html import read_html
from policytrack.readers.lines import named_day, signature_day
from policytrack.readers.mail import read_mail
from policytrack.readers.page import printable
from policytrack.readers.pdf import read_pdf
from policytrack.readers.records import read_json, read_jsonl
from policytrack.readers.sheet import read_csv, read_xlsx
from policytrack.readers.text import read_markdown, read_plain
from policytrack.readers.warc import read_warc

__all__ = ["FORMATS", "Hints", "Reading", "read_document"]

# Readers of decoded text, of bytes, and of bytes that hold further documents.
_TEXTS: dict[str, Callable[[str, str, Hints], Reading]] = {
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
    "md": lambda text, origin, hints: read_markdown(text, origin),
    "html": lambda text, origin, hints: read_html(text, origin),
    "feed": lambda text, origin, hints: read_feed(text, origin),
    "text": lambda text, origin, hints: read_plain(text, origin),
}
_BYTES: dict[str, Callable[[bytes, str, Hints], Reading]] = {
    "pdf": lambda data, origin, hints: read_pdf(data, origin),
    "docx": lambda data, origin, hints: read_docx(data, origin),
    "xlsx": read_xlsx,
}
_HOLDERS: dict[str, Callable[..., Reading]] = {
    "zip": read_zip,
    "tar": read_tar,
    "gz": read_packed,
    "bz2": read_packed,
    "xz": read_packed,
    "warc": read_warc,
    "eml": read_mail,
}
FORMATS = (*_TEXTS, *_BYTES, *_HOLDERS)


def read_document(data: bytes, origin: str, hints: Hints) -> Reading:
    """The articles of one document; raises InputError when nothing of it can be read.

    `origin` names the document in messages; a date in its name dates articles that say nothing themselves.
    """
    if hints.format and hints.format not in FORMATS:
        raise InputError(f"--format {hints.format!r} is not known.", hint=f"Known are {', '.join(FORMATS)}.")
    return _read(data, origin, hints, Budget())


def _read(data: bytes, origin: str, hints: Hints, budget: Budget) -> Reading:
    form = hints.format or binary_format(data, origin)
    if form in _HOLDERS:
        return _HOLDERS[form](data, origin, replace(hints, format=None), budget, _read)
    if form in _BYTES:
        reading = _BYTES[form](data, origin, hints)
    else:
        text = decode(data, origin, hints.encoding)
        reading = _TEXTS[form or text_format(text)](text, origin, hints)
    named = named_day(origin)
    return replace(reading, articles=[_dated(article, named) for article in reading.articles])


def _dated(article: Article, named: date | None) -> Article:
    """The article with the day in the name of its file, or else under its text, where it states none itself."""
    article = _plain(article)
    day = named or signature_day(article.text) if article.published is None else None
    if article.published is None and day:
        return replace(article, published=day, published_how="inferred")
    return article


def _plain(article: Article) -> Article:
    """The article with nothing but one printable line in what is not its text."""
    values = {key: getattr(article, key) or "" for key in ("title", "byline", "source", "place", "url")}
    if all(value.isprintable() for value in values.values()):
        return article
    plain = {key: printable(value) for key, value in values.items()}
    return replace(
        article, title=plain["title"], byline=plain["byline"] or None, source=plain["source"] or None,
        place=plain["place"] or None, url=plain["url"] or None,
    )  # fmt: skip
