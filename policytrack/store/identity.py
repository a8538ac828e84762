"""When two texts are one article, and when an article has changed.

An article is known by its canonical URL; else by the id its input gave and its source; else by its title with source
and day; else by the file it stands in; else by its text. Where that may hit the wrong article (会议简讯 is printed
every day, every crawl counts its ids from 1) texts that share little are two articles, not two versions of one.
"""

import hashlib
import json
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from policytrack.model import Article

_TRACKING = re.compile(r"utm_.*|spm|from|share.*|scene|timestamp|_t", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[。！？!?\n]+")


def canonical_url(url: str) -> str:
    """The URL without fragment, tracking parameters, default port or trailing slash, host in lower case."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").lower()
    try:
        port = parts.port
    except ValueError:
        port = None
    if port and (parts.scheme, port) not in (("http", 80), ("https", 443)):
        host = f"{host}:{port}"
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
    return urlunsplit(("https", host, parts.path.rstrip("/") or "/", urlencode(sorted(kept)), ""))


def identity_of(article: Article, origin: str, position: int) -> str:
    """The identity of the article at `position` (from 1) of the document `origin` (`-` for a stream)."""
    if address := _address(article):
        return f"url:{address}"
    if article.id:
        return f"id:{_digest(article.source, article.id)}"
    if article.title and (article.published or article.source):
        return f"head:{_digest(article.title, article.source, _day(article))}"
    if origin != "-":
        return f"file:{_digest(origin, str(position))}"
    return f"text:{_digest(article.title, article.text)}"


def is_certain(article: Article) -> bool:
    """Whether its identity alone says that it is the same article, whatever its text has become."""
    return bool(_address(article) or (article.id and article.source))


def _address(article: Article) -> str | None:
    """The canonical URL of an article that has one; `http://[` is none."""
    if not article.url or not article.url.startswith(("http://", "https://")):
        return None
    try:
        return canonical_url(article.url)
    except ValueError:
        return None


def content_digest(article: Article) -> str:
    """A digest of everything that makes a version: it changes when the article must be stored again."""
    return _digest(
        article.title,
        article.byline,
        article.text,
        _day(article),
        article.source,
        article.place,
        article.url,
        article.id,
    )


def same_article(before: str, after: str) -> bool:
    """Whether two texts can be versions of one article: one is empty, or a third of the shorter stands in the other."""
    if not before.strip() or not after.strip():
        return True
    one, other = _sentences(before), _sentences(after)
    if not one or not other:
        return True
    shared = sum(map(len, one & other))
    return shared * 3 >= min(sum(map(len, one)), sum(map(len, other))) or _shared_start(before, after) >= 20


def _sentences(text: str) -> set[str]:
    return {s for s in (part.strip() for part in _SENTENCE_END.split(text)) if len(s) >= 8}


def _shared_start(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _day(article: Article) -> str | None:
    return article.published.isoformat() if article.published else None


def _digest(*parts: str | None) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:32]
