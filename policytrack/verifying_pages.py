"""Reading a report back by its command: each row, title and note of a file must be what the command prints now.

Markdown and HTML pages and workbooks name the command that made them; for other files somebody has to say it. Rows are
compared cell by cell, so that a table which an editor has aligned anew is still the same; words of somebody's own
around the tables of a page are not looked at.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from policytrack.errors import InputError
from policytrack.render.safe import for_spreadsheet
from policytrack.verifying import Mismatch, opened_workbook

# The format in which the command of a file is run again, by the ending of the file.
FORMS = {
    ".md": "md", ".html": "html", ".htm": "html", ".csv": "csv", ".tsv": "tsv", ".json": "jsonl", ".jsonl": "jsonl",
    ".ndjson": "jsonl", ".xlsx": "jsonl",
}  # fmt: skip
PROPERTY = "policytrack"  # of a workbook, and of a page's <meta>
PAGES = (".md", ".html", ".htm", ".xlsx")
_MARKDOWN_MADE_BY = re.compile(r"^<!-- policytrack (\[.*\]) -->$", re.MULTILINE)
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_RULE_CELL = re.compile(r":?-+:?")
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The tables of a file as text."""

    made_by: tuple[str, ...]  # the words of its command; none for a file that cannot name it
    texts: tuple[str, ...]  # titles and notes
    rows: tuple[Cells, ...]  # headings of CSV, Markdown and HTML among them
    headings: Cells = ()  # of the first table


def read_page(path: Path) -> Page:
    """The tables of a file; raises InputError for one that cannot be read."""
    ending = path.suffix.lower()
    if ending not in FORMS:
        raise InputError(
            f"{path}: a report does not end in {ending or 'nothing'}.", hint=f"Known are {', '.join(FORMS)}."
        )
    try:
        if ending == ".xlsx":
            return _workbook(path)
        text = path.read_text(encoding="utf-8-sig")
        return _records(json.loads(text)) if ending == ".json" else parsed(text, FORMS[ending])
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", hint="Check the path.") from None
    except (UnicodeDecodeError, json.JSONDecodeError, csv.Error, RecursionError) as error:
        raise InputError(f"{path} is no report of policytrack: {error}.", hint="Give a file that -o wrote.") from None


def names_its_command(path: Path) -> bool:
    """Whether a file is a page or workbook that names its command; the rows of a workbook are not read for it."""
    try:
        if path.suffix.lower() == ".xlsx":
            return bool(_named_by(opened_workbook(path)))
        return path.suffix.lower() in PAGES and bool(read_page(path).made_by)
    except InputError:
        return False


def parsed(text: str, form: str) -> Page:
    """The tables of a text in one of the formats of `-O`."""
    match form:
        case "html":
            reader = _HtmlPage()
            reader.feed(text)
            reader.close()
            return _page(reader.made_by, reader.texts, reader.rows)
        case "md":
            return _markdown(text)
        case "csv" | "tsv":
            rows = csv.reader(io.StringIO(text, newline=""), delimiter="," if form == "csv" else "\t")
            return _page("", [], [_cells(row) for row in rows if row])
    return _records([json.loads(line) for line in text.splitlines() if line])


def _markdown(text: str) -> Page:
    said = _MARKDOWN_MADE_BY.search(text)
    texts, rows = [], []
    for line in map(str.strip, text.splitlines()):
        if line.startswith("|"):
            cells = tuple(" ".join(cell.split()) for cell in _CELL_BORDER.split(line)[1:-1])
            if not all(map(_RULE_CELL.fullmatch, cells)):
                rows.append(cells)
        elif line.startswith("## ") or (line.startswith("*") and line.endswith("*")):
            texts.append(line)
    return _page(said[1] if said else "", texts, rows)


def _page(made_by: str, texts: list[str], rows: list[Cells]) -> Page:
    return Page(_words(made_by), tuple(texts), tuple(rows), rows[0] if rows else ())


def _records(content: Any) -> Page:
    """The rows of JSON: a list of objects, or an object of such lists."""
    lists = [content] if isinstance(content, list) else list(content.values()) if isinstance(content, dict) else []
    rows = [row for table in lists if isinstance(table, list) for row in table if isinstance(row, dict)]
    return Page((), (), tuple(_cells(list(row.values())) for row in rows), _cells(list(rows[0] if rows else ())))


def _workbook(path: Path) -> Page:
    book = opened_workbook(path)
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows(min_row=2, values_only=True))
    headings = next(book.worksheets[0].iter_rows(max_row=1, values_only=True), ())
    return Page(_named_by(book), (), tuple(_cells(row) for row in rows), _cells(headings))


def _named_by(book: Any) -> tuple[str, ...]:
    named = {prop.name: prop.value for prop in book.custom_doc_props.props}
    return _words(str(named.get(PROPERTY) or ""))


def _cells(row: Sequence[Any]) -> Cells:
    """Cells as one text whatever the format: numbers without idle zeros, guarded formulas, spaces for line breaks."""
    return tuple(map(_cell, row))


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value)
    try:
        return format(Decimal(text).normalize(), "f") if text.lstrip("-")[:1].isdigit() else _guarded(text)
    except InvalidOperation:
        return _guarded(text)


def _guarded(text: str) -> str:
    return " ".join((text if text.startswith("'") else for_spreadsheet(text)).split())


def _words(made_by: str) -> tuple[str, ...]:
    try:
        words = json.loads(made_by or "[]")
    except (json.JSONDecodeError, RecursionError):
        return ()
    return tuple(words) if isinstance(words, list) and all(isinstance(word, str) for word in words) else ()


class _HtmlPage(HTMLParser):
    """The captions, cells and notes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.made_by = ""
        self.texts: list[str] = []
        self.rows: list[Cells] = []
        self._row: list[str] = []
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and given.get("name") == PROPERTY:
            self.made_by = given.get("content") or ""
        elif tag == "tr":
            self._row = []
        elif tag in ("td", "th", "caption", "p"):
            self._text = []
        elif tag == "br":
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr":
            self.rows.append(tuple(self._row))
        elif tag in ("td", "th", "caption", "p") and self._text is not None:
            text = " ".join("".join(self._text).split())
            (self._row if tag in ("td", "th") else self.texts).append(text)
            self._text = None


def differences(page: Page, now: Page) -> Iterator[Mismatch]:
    """What stands in a file and is not printed now, cell by cell where a row has changed, and rows that it lacks."""
    left = Counter(now.rows)
    left.subtract(page.rows)
    free = [row for row in now.rows if left[row] > 0]
    for number, row in enumerate(page.rows, 0 if page.headings in page.rows[:1] else 1):
        if left[row] >= 0:
            continue
        left[row] += 1
        other = _nearest(row, free)
        name = row[0] if row else ""
        if other is None or len(other) != len(row):
            yield Mismatch(number, name, "row", " | ".join(row), "nothing")
            continue
        free.remove(other)
        for at, (said, ours) in enumerate(zip(row, other, strict=True)):
            if said != ours:
                yield Mismatch(number, name, page.headings[at] if at < len(page.headings) else str(at + 1), said, ours)
    for row in free:
        yield Mismatch(0, row[0] if row else "", "row", "nothing", " | ".join(row))
    for text in page.texts:
        if text not in now.texts:
            close = get_close_matches(text, now.texts, 1)
            yield Mismatch(0, "page", "text", text, close[0] if close else "nothing")


def _nearest(row: Cells, free: list[Cells]) -> Cells | None:
    """The row with the most equal cells; none when no cell is equal."""
    best = max(free, key=lambda other: sum(map(str.__eq__, row, other)), default=None)
    return best if best is not None and any(map(str.__eq__, row, best)) else None
