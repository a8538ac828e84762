"""Saved web pages: the article without navigation, related links and footers; table cells kept.

The body is the smallest element that holds most of the page's sentences, counted by their punctuation outside links:
navigation and link lists have none. Needs lxml.
"""

import math
import re
from collections.abc import Iterator
from typing import Any

from policytrack.errors import InputError
from policytrack.model import Article
from policytrack.readers.document import Reading
from policytrack.readers.extras import need
from policytrack.readers.html_facts import PageFacts, facts, trim
from policytrack.readers.html_text import SKIPPED, text_of
from policytrack.readers.page import byline

MOST = 0.6  # of the page's sentences
_PUNCTUATION = re.compile("[，。；、！？,;：”]")
_JUNK = re.compile(
    r"(?:^|[-_ \s])(?:share|bdshare|comments?|post_comment|relate[ds]?|related\w*|recommend\w*|tuijian|hot\w*"
    r"|rank\w*|nav\w*|menu|crumbs?|breadcrumb\w*|foot\w*|copyright|sidebar|side|ads?|advert\w*|login|search|toolbar"
    r"|pagination|page_?nav|qrcode|ewm|print|editor|ep-source|zdfy|edit|vote|appraise|like|emotion|mood|prev\w*|next\w*)(?:$|[-_ \s])",
    re.IGNORECASE,
)

_CERTAIN = re.compile(r"(?:^|\s)(?:nav|navbar|menu|foot|footer|copyright)(?:$|\s)", re.IGNORECASE)


def read_html(text: str, origin: str) -> Reading:
    """The article of a page; raises InputError for a page that holds no running text, such as a list of links."""
    root = parse_html(text, origin)
    page = facts(root, text_of(root))
    links = sum(1 for _ in root.iter("a"))
    body = trim(_body(root), page)
    if not _is_article(body):
        raise _no_article(links, origin)
    article = Article(
        id="", text=body, title=page.title, byline=page.byline or byline(body), published=page.published,
        published_how="stated" if page.published else "unknown", source=page.source, url=page.url,
    )  # fmt: skip
    return Reading([article], "text/html")


def parse_html(text: str, origin: str) -> Any:
    """The root element; entities stay unexpanded, nothing is fetched, nesting is bounded by the parser."""
    lxml_html = need("lxml.html", "html", origin)
    etree = need("lxml.etree", "html", origin)
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise InputError(f"{origin} is HTML without content.", hint="Save the page again.") from None
    return root


def fragment_text(markup: str, origin: str) -> str:
    """The text of a piece of HTML, as feeds carry them; text without tags comes back as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    if not markup.strip():
        return ""
    return text_of(parse_html(f"<div>{markup}</div>", origin))


def _body(root: Any) -> str:
    scores = _scores(root)
    _prune(root, scores)
    scores = _scores(root)
    total = scores.get(root, (0, 0, 0))[0]
    chosen = root
    while total:
        inner = next((child for child in _elements(chosen) if scores[child][0] >= MOST * total), None)
        if inner is None or inner.tag in ("p", "span", "font", "strong", "b", "a"):
            break
        chosen = inner
    return text_of(chosen)


def _elements(parent: Any) -> Iterator[Any]:
    return (child for child in parent if isinstance(child.tag, str))


def _scores(root: Any) -> dict[Any, tuple[int, int, int]]:
    """For each element: sentence marks outside links, characters outside links, characters inside links."""
    scores: dict[Any, tuple[int, int, int]] = {}
    linked = {element for link in root.iter("a") for element in link.iter()}
    for element in reversed(list(root.iter())):
        if not isinstance(element.tag, str) or element.tag in SKIPPED:
            scores[element] = (0, 0, 0)
            continue
        own = (element.text or "").strip()
        in_link = element in linked
        marks = 0 if in_link else len(_PUNCTUATION.findall(own))
        plain, links = (0, len(own)) if in_link else (len(own), 0)
        for child in element:
            more = scores[child]
            marks, plain, links = marks + more[0], plain + more[1], links + more[2]
            tail = (child.tail or "").strip()
            if in_link:
                links += len(tail)
            else:
                marks += len(_PUNCTUATION.findall(tail))
                plain += len(tail)
        scores[element] = (marks, plain, links)
    return scores


def _prune(root: Any, scores: dict[Any, tuple[int, int, int]]) -> None:
    """Take out blocks that are mostly links, hidden, or named as furniture, unless they hold the sentences."""
    total = scores[root][0]
    for element in list(root.iter("div", "ul", "ol", "dl", "table", "section", "aside", "nav", "footer", "td", "p",
                                  "span", "li", "h2", "h3", "h4", "form")):  # fmt: skip
        marks, plain, links = scores[element]
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        certain = element.tag in ("nav", "footer") or bool(_CERTAIN.search(names))
        if element.getparent() is None or (marks > 0.4 * total and not certain):
            continue
        style = (element.get("style") or "").replace(" ", "").lower()
        furniture = certain or element.tag == "aside" or bool(_JUNK.search(names)) or "display:none" in style
        mostly_links = element.tag not in ("p", "span", "h2", "h3", "h4") and links > plain and links > 8
        if furniture or mostly_links:
            _drop(element)


def _drop(element: Any) -> None:
    """Make an element one that holds no text; moving the text behind it, which stays, would take quadratic time."""
    element.clear(keep_tail=True)
    element.tag = "script"


def _is_article(body: str) -> bool:
    marks = len(_PUNCTUATION.findall(body))
    return (
        bool(re.search(r"[。！？]| \| |[a-z]\.", body))
        and marks >= 2
        and len(body) >= 20
        and marks >= math.sqrt(len(body)) / 8
    )


def _no_article(links: int, origin: str) -> InputError:
    if links >= 10:
        return InputError(
            f"{origin} is a list of {links} links without an article.", hint="Save the pages it links to."
        )
    return InputError(
        f"{origin} holds no running text.", hint="If its text is built by scripts, save it after loading."
    )


__all__ = ["PageFacts", "fragment_text", "parse_html", "read_html"]
