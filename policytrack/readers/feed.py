"""RSS 0.9x to 2.0, RSS 1.0 (RDF) and Atom: an article an item. Broken feeds are read as far as they go. Needs lxml."""

import re
from datetime import date
from email.utils import parsedate
from typing import Any

from policytrack.errors import InputError
from policytrack.model import Article
from policytrack.readers.document import Reading
from policytrack.readers.extras import need
from policytrack.readers.html import fragment_text
from policytrack.readers.lines import day_in
from policytrack.readers.page import byline, plain_title

_TEXTS = ("encoded", "content", "description", "summary")  # the fullest first
_HALF = re.compile(r"&#(?:x0*d[89a-f][0-9a-f]{2}|0*5(?:529[6-9]|5[3-9]\d{2}|[67]\d{3}));?", re.IGNORECASE)
_DAYS = ("pubDate", "published", "date", "issued", "updated", "modified", "dcdate")


def read_feed(text: str, origin: str) -> Reading:
    """The items of a feed; raises InputError when it holds none."""
    etree = need("lxml.etree", "feed", origin)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False, load_dtd=False,
                             encoding="utf-8", remove_comments=True, remove_pis=True)  # fmt: skip
    try:
        root = etree.fromstring(_without_declaration(text).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise InputError(f"{origin} is not a readable feed.", hint="Fetch it again.")
    channel = _child_text(next((e for e in root.iter() if _name(e) in ("channel", "feed")), root), ("title",))
    reading = Reading(media_type="application/rss+xml")
    for item in root.iter():
        if _name(item) in ("item", "entry"):
            reading.articles.append(_article(item, plain_title(channel) or None, origin))
    if not reading.articles:
        raise InputError(f"{origin} is a feed without items.", hint="Check its address; it may be an error page.")
    return reading


def _without_declaration(text: str) -> str:
    text = _HALF.sub("\ufffd", text.lstrip("\ufeff \n\t"))  # half characters, which the recovering parser lets through
    return text[text.find("?>") + 2 :].lstrip() if text.startswith("<?xml") and "?>" in text[:300] else text


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _child_text(element: Any, names: tuple[str, ...]) -> str:
    """The text of the first child with one of the names, the earlier name first."""
    found = {}
    for child in element:
        name = _name(child)
        if name in names and name not in found:
            found[name] = "".join(child.itertext()).strip()
    return next((found[name] for name in names if found.get(name)), "")


def _link(item: Any) -> str | None:
    for child in item:
        if _name(child) == "link":
            address = (child.get("href") or child.text or "").strip()
            if child.get("rel", "alternate") == "alternate" and address.startswith(("http://", "https://")):
                return address
    return None


def _article(item: Any, channel: str | None, origin: str) -> Article:
    body = fragment_text(_child_text(item, _TEXTS), origin)
    title = plain_title(" ".join(fragment_text(_child_text(item, ("title",)), origin).split()))
    day = _day(_child_text(item, _DAYS))
    author = _child_text(item, ("author", "creator")) or None
    return Article(
        id=_child_text(item, ("guid", "id")), text=body, title=title, byline=author or byline(body), published=day,
        published_how="stated" if day else "unknown", source=_child_text(item, ("source",)) or channel,
        url=_link(item), headline_only=not body,
    )  # fmt: skip


def _day(text: str) -> date | None:
    day = day_in(text)
    if day or not text:
        return day
    try:
        parts = parsedate(text)
        return date(*parts[:3]) if parts else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
