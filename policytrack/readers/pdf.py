"""PDF files with a text layer: running heads and page numbers dropped, lines joined into paragraphs. Needs pypdf."""

import io
import logging
import re
import unicodedata
from collections import Counter
from typing import Any

from policytrack.errors import InputError
from policytrack.readers.document import Reading
from policytrack.readers.extras import need
from policytrack.readers.page import printable
from policytrack.readers.text import read_plain

_PAGES = 2000
_NUMBER = re.compile(r"[-—–·第\s]*[0-9]{1,4}[-—–·页\s]*(?:[/／共][ ]?[0-9]{1,4}[ ]?页?)?\s*")
_ITEM = r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节条]|[0-9]{1,2}[.、](?![0-9])"
_STARTS = re.compile(rf"[ \u3000]|{_ITEM}|[•●■]|表 ?[0-9]|注[:：]")
_FULL = 0.86  # of the width of the text: a shorter line ends its paragraph
_ROW = re.compile(
    r"(?:[ \t]+[-(（]?[0-9][0-9,.]*[%％]?[)）]?){2,}$"
)  # of a table: a line that ends in a row of numbers
_ENDS = "。！？：”；"


def read_pdf(data: bytes, origin: str) -> Reading:
    """The articles of a PDF; raises InputError for one that is encrypted, broken, or holds pictures of pages only."""
    pypdf = need("pypdf", "pdf", origin)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages = _pages(pypdf, data, origin)
    if not any(page.strip() for page in pages):
        raise InputError(
            f"{origin} has no text layer: its {len(pages)} pages are images.",
            hint="Run a text recognition on it first, as with ocrmypdf.",
        )
    text = join_lines(_without_furniture([page.split("\n") for page in pages]))
    reading = read_plain(text, origin)
    return Reading(reading.articles, "application/pdf", reading.problems)


def _pages(pypdf: Any, data: bytes, origin: str) -> list[str]:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [_page_text(page) for page in reader.pages[:_PAGES]]
    except RecursionError:
        raise InputError(f"{origin} is nested too deeply.", hint="Print it to a new PDF.") from None
    except Exception as error:  # pypdf raises anything over broken files
        reason = printable(str(error))[:100] or type(error).__name__
        raise InputError(f"{origin} is a broken PDF ({reason}).", hint="Print it to a new PDF.") from None
    if locked:
        raise InputError(f"{origin} is encrypted.", hint="Save it without a password.")
    return pages


def _page_text(page: Any) -> str:
    text = page.extract_text() or ""
    return "".join(c for c in text if c >= " " or c in "\n\t").replace("\ufffd", "")


def _without_furniture(pages: list[list[str]]) -> list[str]:
    """The lines of all pages without running heads, feet and page numbers."""
    heads: Counter[str] = Counter()
    edges = [_edges(lines) for lines in pages]
    for lines, at in zip(pages, edges, strict=True):
        heads.update({_shape(lines[i]) for i in at})
    often = max(3, len(pages) * 0.5)
    kept: list[str] = []
    for lines, at in zip(pages, edges, strict=True):
        drop = {i for i in at if _NUMBER.fullmatch(lines[i]) or heads[_shape(lines[i])] >= often}
        kept += [line for i, line in enumerate(lines) if i not in drop and line.strip()]
    return kept


def _edges(lines: list[str]) -> list[int]:
    """The first three and last two lines that hold anything: where running heads and page numbers stand."""
    full = [i for i, line in enumerate(lines) if line.strip()]
    return sorted({*full[:3], *full[-2:]})


def _shape(line: str) -> str:
    return re.sub(r"[0-9]+", "0", "".join(line.split()))


def join_lines(lines: list[str]) -> str:
    """Paragraphs: a line as wide as the text goes on in the next one unless that begins an item or is indented."""
    widths = sorted(_width(line) for line in lines)
    full = widths[int(len(widths) * 0.9)] * _FULL if widths else 0
    paragraphs: list[str] = []
    open_ended = False
    for line in lines:
        bare = line.strip()
        if open_ended and not _STARTS.match(line):
            glue = " " if paragraphs[-1][-1].isascii() and bare[0].isascii() and paragraphs[-1][-1].isalpha() else ""
            paragraphs[-1] += glue + bare
        else:
            paragraphs.append(bare)
        width = _width(line)
        open_ended = (
            not _ROW.search(bare) and width >= max(full, 24) and not (bare[-1] in _ENDS and width < full * 1.08)
        )
    return "\n".join(paragraphs)


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line.rstrip())
