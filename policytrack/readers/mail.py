"""E-mail (.eml) and saved pages (.mht): the message as an article, attachments as documents of their own."""

import email
import email.policy
from datetime import date
from email.message import EmailMessage, Message
from typing import Any

from policytrack.errors import InputError
from policytrack.model import Article
from policytrack.readers.archive import Read, deeper
from policytrack.readers.document import Budget, Hints, Reading
from policytrack.readers.page import byline, plain_title


def read_mail(data: bytes, origin: str, hints: Hints, budget: Budget, read: Read) -> Reading:
    """The text of a message and the articles of its attachments."""
    inner = deeper(budget, origin)
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()][:1000]
    except Exception:  # the parser raises anything over broken headers
        raise InputError(f"{origin} is a broken e-mail.", hint="Save it again.") from None
    reading = Reading(media_type="message/rfc822")
    texts = [part for part in parts if _kind(part) in ("text/plain", "text/html") and not _name(part)]
    body = next((p for p in texts if _kind(p) == "text/plain"), None) or next(iter(texts), None)
    for number, part in enumerate(parts, 1):
        content = _content(part)
        if not content.strip() or (part in texts and part is not body) or _kind(part).startswith(("image/", "font/")):
            continue
        shown = origin if part is body else f"{origin}!{_name(part) or number}"
        charset = _charset(part) if part is body else None
        try:
            inner.spend(len(content), origin)
            found = read(content, shown, Hints(encoding=charset), inner)
        except InputError as error:
            reading.problems.append(error)
            continue
        reading.articles.extend(_from_mail(a, message) if part is body else a for a in found.articles)
        reading.problems.extend(found.problems)
    budget.bytes, budget.members = inner.bytes, inner.members
    if not reading.articles and not reading.problems:
        raise InputError(f"{origin} is an e-mail without text.", hint="Check whether its text is a picture.")
    return reading


def _kind(part: Message) -> str:
    try:
        return part.get_content_type()
    except Exception:
        return "application/octet-stream"


def _name(part: Message) -> str:
    try:
        return plain_title(part.get_filename() or "")[:200]
    except Exception:
        return ""


def _content(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except Exception:
        return b""
    return content if isinstance(content, bytes) else b""


def _charset(part: Message) -> str | None:
    """The declared charset where it is one; what it declares is checked by the decoder."""
    import codecs

    try:
        name = codecs.lookup(part.get_content_charset() or "").name
    except (LookupError, ValueError):
        return None
    return "gb18030" if name in ("gb2312", "gbk") else name if name not in ("ascii", "iso8859-1") else None


def _header(message: Any, name: str) -> str:
    try:
        return plain_title(" ".join(str(message.get(name) or "").split()))
    except Exception:
        return ""


def _from_mail(article: Article, message: EmailMessage | Message) -> Article:
    """The article with subject, sender and day of the message where its text says nothing itself."""
    from dataclasses import replace
    from email.utils import parseaddr, parsedate

    day = article.published
    if day is None:
        try:
            parts = parsedate(_header(message, "Date"))
            day = date(*parts[:3]) if parts else None
        except (ValueError, TypeError, IndexError, OverflowError):
            day = None
    name, address = parseaddr(_header(message, "From"))
    return replace(
        article, title=_header(message, "Subject") or article.title, published=day,
        published_how=article.published_how if article.published else "stated" if day else "unknown",
        source=article.source or name or address or None, byline=article.byline or byline(article.text),
    )  # fmt: skip
