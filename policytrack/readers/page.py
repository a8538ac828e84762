"""Newspaper pages: which headings begin an article, which are sub-heads of the one before, and which stand alone.

On converted pages headlines and sub-heads share a level, so the level alone decides nothing. Each heading collects evidence;
it begins an article when the evidence reaches `ENOUGH`. The reasons are kept for whoever asks why.
"""

import re
from dataclasses import dataclass

ENOUGH = 2
_DATED = 0.3  # of the headings of a level that head a dateline: then the page's items begin with one
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<title>[^\n]*)$", re.MULTILINE)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_REPORTER = r"(?:本报|本台|见习|特约|首席|实习|全媒体)*(?:记者|通讯员|通讯员)[^（）()\n，。]{1,30}"
_DATELINE = re.compile(
    rf"(?:本报|本网|本刊|本台)[^\n，。]{{0,14}}(?:讯|电|消息)|(?:新华社|中新社|中新网|人民网|央视网)[^\n，。]{{0,18}}(?:电|讯|消息)"
    rf"|[（(]{_REPORTER}[）)]|{_REPORTER}(?:报道|文/图)"
)  # fmt: skip
_CLOSING = re.compile(rf"[（(](?P<who>{_REPORTER})[）)]\s*$")
_OPENING = re.compile(rf"[（(](?P<who>{_REPORTER})[）)]")
_CREDIT = re.compile(r"[^\n，。]{2,12}(?:摄|供图|制图|/图|图)$")
# The name of the page, not of an article: 第2版 综合新闻, A03版, 《青禾日报》 (20230920).
_PAGE_NAME = re.compile(
    r"第?[A-Z]?[0-9一二三四五六七八九十]{1,3}版(?:[\s:：·].*)?|《[^《》]{2,20}》[\s(（]*20[0-9]{2}.*"
)
_ADVERTISEMENT = re.compile(r"(?:公益|分类)?广告|(?:遗失)?(?:声明|启事)|(?:招标|拍卖|招聘|注销|减资)公告|分类信息")
_ERRATA = re.compile(r"(?:来函|重要)?(?:更正|勘误|更正启事|更正声明|更正说明|更正与致歉|致歉)")
_RUNNING_ON = ("——", "—", "……", "…", "：", ":", "，", "、")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text under it, as a half-open span of the page."""

    level: int
    title: str
    start: int  # of the heading's line
    body: int  # where the text under it begins
    end: int

    def text(self, page: str) -> str:
        return page[self.body : self.end]


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of a page: its headline, the span of its text, and why it was cut here."""

    title: str
    start: int
    end: int
    why: tuple[str, ...]


def sections(page: str, start: int = 0) -> list[Section]:
    """All headings of a page from `start` on, each with the text up to the next heading."""
    found = list(_HEADING.finditer(page, start))
    ends = [*(m.start() for m in found[1:]), len(page)][: len(found)]
    return [
        Section(len(m["marks"]), plain_title(m["title"].rstrip(" \t#")), m.start(), m.end(), end)
        for m, end in zip(found, ends, strict=True)
    ]


def pieces(page: str, start: int = 0) -> list[Piece]:
    """The articles of a page in order; a heading without a text of its own is an orphan headline."""
    parts = sections(page, start)
    peers = _peers(parts, page)
    articles: list[Piece] = []
    previous: Section | None = None
    for i, section in enumerate(parts):
        follower = parts[i + 1] if i + 1 < len(parts) else None
        if not section.text(page).strip():
            if follower is not None and follower.level > section.level and peers[i + 1]:
                continue  # the heading of a page or of a group of articles
            if _PAGE_NAME.fullmatch(section.title):
                continue
            ends = follower is None or _evidence(follower, None, page, peers[i + 1])[1] >= ENOUGH
            if ends and (i or follower is None):
                articles.append(Piece(section.title, section.end, section.end, ("a headline without a text",)))
                continue
        reasons, score = _evidence(section, previous, page, peers[i])
        previous = section
        after_advertisement = bool(articles) and bool(_ADVERTISEMENT.fullmatch(articles[-1].title))
        if not articles or score >= ENOUGH or after_advertisement or articles[-1].start == articles[-1].end:
            articles.append(Piece(section.title, section.body, section.end, reasons or ("the first heading",)))
        else:
            last = articles[-1]
            told = f"{section.title} is a sub-head: {', '.join(reasons) or 'nothing speaks for a new article'}"
            articles[-1] = Piece(last.title, last.start, section.end, (*last.why, told))
    return articles


def _peers(parts: list[Section], page: str) -> list[int]:
    """For each heading, what it weighs to be one of several of the highest level of a page, or of a group without text."""
    peers = [0] * len(parts)

    def mark(first: int, end: int) -> None:
        if first >= end:
            return
        top = min(section.level for section in parts[first:end])
        at = [i for i in range(first, end) if parts[i].level == top]
        dated = sum(dateline(parts[i].text(page)) for i in at)
        # Where items begin with datelines, a heading of their level that has none may be a sub-head.
        alone = dated >= 2 and dated >= len(at) * _DATED
        if len(at) > 1:
            for i in at:
                peers[i] = 1 if alone else 2
        for i, following in zip(at, [*at[1:], end], strict=True):
            if not parts[i].text(page).strip():
                mark(i + 1, following)

    mark(0, len(parts))
    return peers


def _evidence(section: Section, previous: Section | None, page: str, peer: int) -> tuple[tuple[str, ...], int]:
    """What speaks for a new article at a heading, and the sum."""
    weighed = []
    if peer:
        weighed.append(("one of several headings of its level", peer))
    if dateline(section.text(page)):
        weighed.append(("its text begins with a dateline", 3))
    if previous is not None and _CLOSING.search(previous.text(page)[-60:].rstrip()):
        weighed.append(("the text before it ends with a byline", 2))
    if _ADVERTISEMENT.fullmatch(section.title):
        weighed.append(("an advertisement", 3))
    if _ERRATA.fullmatch(section.title):
        weighed.append(("a correction notice", 3))
    if section.title.endswith(_RUNNING_ON):
        weighed.append(("the heading runs on", -4))
    return tuple(f"{reason} ({weight:+})" for reason, weight in weighed), sum(weight for _, weight in weighed)


def dateline(text: str) -> bool:
    """Whether a text begins like a news item: 本报讯(记者 …), behind photo credits at most."""
    for line in text.strip().split("\n")[:6]:
        line = line.strip()
        if not line or _CREDIT.fullmatch(line):
            continue
        return bool(_DATELINE.match(line)) or bool(_DATELINE.match(line[:60].lstrip("　 ")))
    return False


def byline(text: str) -> str | None:
    """Who wrote a text: `记者 X` of its dateline or closing byline."""
    found = _OPENING.search(text[:160]) or _CLOSING.search(text.rstrip()[-80:])
    return " ".join(found["who"].split()) if found else None


def plain_title(text: str) -> str:
    """A heading without tags, emphasis marks and control characters."""
    return printable(_TAG.sub("", text).replace("**", ""))


def printable(text: str) -> str:
    """A text on one line: white space is a space; escapes, bidi marks and the like are gone."""
    text = " ".join(text.split())
    return text if text.isprintable() else "".join(c for c in text if c.isprintable())


def plain_body(text: str) -> str:
    """A body without HTML tags; paragraphs stay apart."""
    if "<" not in text:
        return text.strip()
    text = re.sub(r"</p>|<br ?/?>", "\n", text)
    return _TAG.sub("", text).strip()
