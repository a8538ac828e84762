"""Markdown and plain text: front matter, headline, metadata lines, body; pages of several articles through `page`."""

from policytrack.errors import InputError
from policytrack.model import Article
from policytrack.readers.document import Reading
from policytrack.readers.lines import Meta, day_in, front_matter, meta_line
from policytrack.readers.page import byline, pieces, plain_body, plain_title

_TITLE_LENGTH = 60


def read_markdown(text: str, origin: str) -> Reading:
    """The articles of a Markdown page."""
    meta, start = front_matter(text)
    found = pieces(text, start)
    if not found:
        return read_plain(text, origin)
    articles = []
    for piece in found:
        body = plain_body(text[piece.start : piece.end])
        own = dict(meta)
        body = _strip_meta(body, own)
        articles.append(_article(piece.title, body, own))
    return Reading(articles, "text/markdown")


def read_plain(text: str, origin: str) -> Reading:
    """The one article of a text file: a first short line is its headline."""
    meta, start = front_matter(text)
    lines = text[start:].strip("\n\ufeff ").split("\n")
    title = meta.get("title", "")
    if not title and len(lines) > 1 and _is_title(lines[0]):
        title, lines = plain_title(lines[0]), lines[1:]
    body = _strip_meta(plain_body("\n".join(lines)), meta)
    if not body and not title:
        raise InputError(f"{origin} has no text.", hint="Check how the file was written.")
    return Reading([_article(title, body, meta)], "text/plain")


def _is_title(line: str) -> bool:
    line = line.strip()
    return 0 < len(line) <= _TITLE_LENGTH and line[-1] not in "。！？；，" and meta_line(line) is None


def _strip_meta(body: str, meta: Meta) -> str:
    """The body without the metadata lines at its top; what they say goes into `meta`."""
    lines = body.split("\n")
    for i, line in enumerate(lines[:4]):
        if not line.strip():
            continue
        found = meta_line(line)
        if found is None:
            return "\n".join(lines[i:]).strip()
        meta.update({key: value for key, value in found.items() if value})
    return body if not meta else "\n".join(line for line in lines if meta_line(line) is None).strip()


def _article(title: str, body: str, meta: Meta) -> Article:
    published = day_in(meta.get("published", ""))
    return Article(
        id="", text=body, title=title, byline=meta.get("byline") or byline(body), published=published,
        published_how="stated" if published else "unknown", source=meta.get("source"), place=meta.get("place"),
        url=meta.get("url"), headline_only=not body,
    )  # fmt: skip
