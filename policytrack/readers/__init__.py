"""Readers: one module an input format, document → articles. Formats are told by content, not by name."""

import re
from dataclasses import replace

from policytrack.errors import InputError
from policytrack.model import Article
from policytrack.readers.decode import decode
from policytrack.readers.document import Hints, Reading
from policytrack.readers.lines import day_in
from policytrack.readers.records import read_json, read_jsonl
from policytrack.readers.text import read_markdown, read_plain

__all__ = ["Hints", "Reading", "read_document"]

_TEXT_READERS = {"jsonl": read_jsonl, "json": read_json, "md": read_markdown, "text": read_plain}
FORMATS = tuple(_TEXT_READERS)


def read_document(data: bytes, origin: str, hints: Hints) -> Reading:
    """The articles of one document; raises InputError when nothing of it can be read.

    `origin` names the document in messages; a date in its name dates articles that say nothing themselves.
    """
    if hints.format and hints.format not in FORMATS:
        raise InputError(f"--format {hints.format!r} is not known.", hint=f"Known are {', '.join(FORMATS)}.")
    text = decode(data, origin, hints.encoding)
    form = hints.format or _detect(text)
    reading = _TEXT_READERS[form](text, origin)
    day = day_in(origin.rpartition("/")[2])
    return replace(reading, articles=[_dated(article, day) for article in reading.articles])


def _detect(text: str) -> str:
    head = text.lstrip("\ufeff \t\n")
    if head.startswith("{"):
        first = head.partition("\n")[0].rstrip()
        return "jsonl" if first.endswith("}") or not head.rstrip().endswith("}") else "json"
    if head.startswith("[") and re.match(r"\[\s*[{\]]", head):
        return "json"
    return "md" if head.startswith("---\n") or re.search(r"^#{1,6}[ \t]+\S", text, re.MULTILINE) else "text"


def _dated(article: Article, day: "object") -> Article:
    from datetime import date

    if article.published is None and isinstance(day, date):
        return replace(article, published=day, published_how="inferred")
    return article
