"""Markdown and plain text: front matter, headline, metadata lines, body; pages of several articles through `page`."""

import re
from dataclasses import replace
from itertools import pairwise

from policytrack.errors import InputError
from policytrack.model import Article
from policytrack.readers.document import Reading
from policytrack.readers.lines import Meta, day_or_part, front_matter, meta_line
from policytrack.readers.page import byline, pieces, plain_body, plain_title

_TITLE_LENGTH = 80
_HEADLINE = "a headline with a line of day and publisher under it"
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<words>[^\[\]\n]{0,200})\]\((?P<url>https?://[^\s()]{1,500}|[^\s()]{1,200})(?:[ ][^()\n]{0,100})?\)"
)
_LINK_LINE = re.compile(r"^[ \t]*\[[^\[\]\n]{0,40}\]\((?P<url>https?://[^\s()]{1,500})\)[ \t]*$", re.MULTILINE)


def read_markdown(text: str, origin: str) -> Reading:
    """The articles of a Markdown page."""
    meta, start = front_matter(text)
    found = pieces(text, start)
    if not found:
        return read_plain(text, origin)
    meta |= _of_page(text[start : found[0].start])
    articles = []
    for piece in found:
        own = dict(meta)
        body = plain_body(_without_links(text[piece.start : piece.end], own))
        body = "\n".join(_without_meta(body.split("\n"), own)).strip()
        articles.append(replace(_article(piece.title, body, own), why=piece.why))
    return Reading(articles, "text/markdown")


def _of_page(head: str) -> Meta:
    """What the lines over the first article say about the whole page: 青禾日报 2023年9月20日 第2版."""
    said: Meta = {}
    for line in head.split("\n"):
        found = meta_line(line.lstrip("#* ").rstrip("* "))
        if found and "published" in found:
            said |= found
    return said


def _without_links(text: str, meta: Meta) -> str:
    """The text with the words of its links only; a link on a line of its own is the address of the article."""
    if "](" not in text:
        return text
    for found in _LINK_LINE.finditer(text):
        meta.setdefault("url", found["url"])
    return _LINK.sub(lambda m: "" if m["image"] else m["words"], _LINK_LINE.sub("", text))


def read_plain(text: str, origin: str) -> Reading:
    """The articles of a text file: a first short line is the headline; lines of day and publisher part articles."""
    meta, start = front_matter(text)
    lines = text[start:].strip("\n\ufeff ").split("\n")
    starts = _headlines(lines)
    ends = [*starts[1:], len(lines)]
    why = (_HEADLINE,) if len(starts) > 1 else ()
    articles = [
        replace(_plain_article(lines[at:end], dict(meta)), why=why) for at, end in zip(starts, ends, strict=True)
    ]
    if not any(article.text or article.title for article in articles):
        raise InputError(f"{origin} has no text.", hint="Check how the file was written.")
    return Reading(articles, "text/plain")


def _headlines(lines: list[str]) -> list[int]:
    """Where articles begin: at a headline with a line of day and publisher under it; the first always at the top."""
    full = [i for i, line in enumerate(lines) if line.strip()]
    found = [
        above
        for above, below in pairwise(full)
        if _is_title(lines[above]) and len(lines[below]) <= 60 and "source" in (meta_line(lines[below]) or {})
    ]
    return [0, *found[1:]] if found else [0]


def _plain_article(lines: list[str], meta: Meta) -> Article:
    lines = _without_meta(lines, meta)
    title = meta.get("title", "")
    if not title and len(lines) > 1 and _is_title(lines[0]):
        title, lines = plain_title(lines[0]), lines[1:]
    while lines and (not lines[0].strip() or plain_title(lines[0]) == title):
        lines = lines[1:]
    return _article(title, plain_body("\n".join(_without_meta(lines, meta))), meta)


def _is_title(line: str) -> bool:
    line = line.strip()
    return 0 < len(line) <= _TITLE_LENGTH and line[-1] not in "。！？；，" and meta_line(line) is None


def _without_meta(lines: list[str], meta: Meta) -> list[str]:
    """The lines without metadata lines at their top; what those say goes into `meta`."""
    for i, line in enumerate(lines):
        found = meta_line(line)
        if found is None and line.strip():
            return lines[i:]
        meta.update({key: value for key, value in (found or {}).items() if value})
    return []


def _article(title: str, body: str, meta: Meta) -> Article:
    told = day_or_part(meta.get("published", ""))
    return Article(
        id="", text=body, title=title, byline=meta.get("byline") or byline(body), published=told[0] if told else None,
        published_how="unknown" if told is None else "stated" if told[1] else "inferred", source=meta.get("source"),
        place=meta.get("place"), url=meta.get("url"), headline_only=not body,
    )  # fmt: skip
