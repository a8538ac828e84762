"""Reading a page back, Markdown or HTML: each of its rows, titles and notes must be what its command prints now.

A page names the command that made it. Rows are compared as their cells, so that a table which an editor has aligned anew
is still the same; words of somebody's own around the tables are not looked at.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from html.parser import HTMLParser
from pathlib import Path

from policytrack.errors import InputError
from policytrack.verifying import Mismatch

FORMS = {".md": "md", ".html": "html", ".htm": "html"}
_MARKDOWN_MADE_BY = re.compile(r"^<!-- policytrack (\[.*\]) -->$", re.MULTILINE)
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_RULE_CELL = re.compile(r":?-+:?")


@dataclass(frozen=True, slots=True)
class Page:
    """The tables of a page as text."""

    made_by: tuple[str, ...]  # the words of its command
    texts: tuple[str, ...]  # titles and notes
    rows: tuple[tuple[str, ...], ...]  # headings among them


def read_page(path: Path) -> Page:
    """The page of a file; raises InputError for one that cannot be read or names no command."""
    try:
        page = parsed(path.read_text(encoding="utf-8-sig"), FORMS[path.suffix.lower()])
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", hint="Check the path.") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no page of policytrack: {error}.", hint="Give a file that -o wrote.") from None
    if not page.made_by:
        raise InputError(f"{path} names no command that made it.", hint="Print it again with -o, or verify a CSV.")
    return page


def is_page(path: Path) -> bool:
    """Whether a file is a page that names its command."""
    try:
        return path.suffix.lower() in FORMS and bool(read_page(path).made_by)
    except InputError:
        return False


def parsed(text: str, form: str) -> Page:
    """The page of a text, `md` or `html`."""
    if form == "html":
        reader = _HtmlPage()
        reader.feed(text)
        reader.close()
        return Page(_words(reader.made_by), tuple(reader.texts), tuple(reader.rows))
    said = _MARKDOWN_MADE_BY.search(text)
    texts, rows = [], []
    for line in map(str.strip, text.splitlines()):
        if line.startswith("|"):
            cells = tuple(" ".join(cell.split()) for cell in _CELL_BORDER.split(line)[1:-1])
            if not all(map(_RULE_CELL.fullmatch, cells)):
                rows.append(cells)
        elif line.startswith("## ") or (line.startswith("*") and line.endswith("*")):
            texts.append(line)
    return Page(_words(said[1] if said else ""), tuple(texts), tuple(rows))


def _words(made_by: str) -> tuple[str, ...]:
    try:
        words = json.loads(made_by or "[]")
    except json.JSONDecodeError:
        return ()
    return tuple(words) if isinstance(words, list) and all(isinstance(word, str) for word in words) else ()


class _HtmlPage(HTMLParser):
    """The captions, cells and notes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.made_by = ""
        self.texts: list[str] = []
        self.rows: list[tuple[str, ...]] = []
        self._cells: list[str] = []
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and given.get("name") == "policytrack":
            self.made_by = given.get("content") or ""
        elif tag == "tr":
            self._cells = []
        elif tag in ("td", "th", "caption", "p"):
            self._text = []
        elif tag == "br":
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr":
            self.rows.append(tuple(self._cells))
        elif tag in ("td", "th", "caption", "p") and self._text is not None:
            text = " ".join("".join(self._text).split())
            (self._cells if tag in ("td", "th") else self.texts).append(text)
            self._text = None


def differences(page: Page, now: Page) -> Iterator[Mismatch]:
    """What stands on a page and is not printed now, cell by cell where a row has changed."""
    left = Counter(now.rows)
    left.subtract(page.rows)
    free = [row for row in now.rows if left[row] > 0]
    headings = page.rows[0] if page.rows else ()
    for number, row in enumerate(page.rows):
        if left[row] >= 0:
            continue
        left[row] += 1
        other = _nearest(row, free)
        name = row[0] if row else ""
        if other is None or len(other) != len(row):
            yield Mismatch(number, name, "row", " | ".join(row), "nothing")
            continue
        free.remove(other)
        for field, said, ours in zip(headings, row, other, strict=False):
            if said != ours:
                yield Mismatch(number, name, field, said, ours)
    for text in page.texts:
        if text not in now.texts:
            close = get_close_matches(text, now.texts, 1)
            yield Mismatch(0, "page", "text", text, close[0] if close else "nothing")


def lacking(page: Page, now: Page) -> int:
    """How many rows are printed now and do not stand on the page."""
    return sum((Counter(now.rows) - Counter(page.rows)).values())


def _nearest(row: tuple[str, ...], free: list[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The row with the most equal cells; none when no cell is equal."""
    best = max(free, key=lambda other: sum(map(str.__eq__, row, other)), default=None)
    return best if best is not None and any(map(str.__eq__, row, best)) else None
