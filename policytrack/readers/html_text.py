"""An element tree as text: a line a block, a line a table row with its cells between bars. No recursion, so depth is safe."""

import re
from typing import Any

_UNSEEN = (
    "script style noscript template iframe object embed applet svg math select option button input textarea head"
    " canvas video audio map"
)
_STACKED = (
    "p div section article header footer main aside nav ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table tbody thead tfoot"
    " caption blockquote pre hr form fieldset center address figure figcaption body html"
)
SKIPPED = frozenset(_UNSEEN.split())
_BLOCKS = frozenset(_STACKED.split())
_CELL = 200  # characters; longer cells are the columns of a layout, not of a table
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")
_INDENT = re.compile(r"^[ \u3000]+|[ \u3000]+$", re.MULTILINE)


def text_of(root: Any) -> str:
    """The text of an element, without empty lines."""
    buffers: list[list[str]] = [[]]
    rows: list[list[str]] = []
    pending: list[tuple[Any, bool]] = [(root, True)]
    while pending:
        element, opening = pending.pop()
        tag = element.tag
        if opening:
            skip = not isinstance(tag, str) or tag in SKIPPED
            if not skip:
                _open(tag, buffers, rows)
                buffers[-1].append(_SPACE.sub(" ", element.text or ""))
                pending.append((element, False))
                for child in reversed(element):
                    pending.append((child, True))
            elif element is not root:
                buffers[-1].append(_SPACE.sub(" ", element.tail or ""))
        else:
            _close(tag, buffers, rows)
            if element is not root:
                buffers[-1].append(_SPACE.sub(" ", element.tail or ""))
    return _lines("".join(buffers[0]))


def _open(tag: str, buffers: list[list[str]], rows: list[list[str]]) -> None:
    if tag == "br" or tag in _BLOCKS:
        buffers[-1].append("\n")
    elif tag == "tr":
        rows.append([])
    elif tag in ("td", "th"):
        buffers.append([])


def _close(tag: str, buffers: list[list[str]], rows: list[list[str]]) -> None:
    if tag in _BLOCKS:
        buffers[-1].append("\n")
    elif tag in ("td", "th"):
        cell = _lines("".join(buffers.pop()))
        if rows:
            rows[-1].append(cell)
        else:
            buffers[-1].append(f"\n{cell}\n")
    elif tag == "tr":
        buffers[-1].append(f"\n{row_text(rows.pop())}\n")


def row_text(cells: list[str]) -> str:
    """A row of a table on one line; the cells of a layout one below the other."""
    cells = [cell for cell in cells if cell]
    if len(cells) > 1 and all(len(cell) <= _CELL for cell in cells):
        return " | ".join(cell.replace("\n", " ") for cell in cells)
    return "\n".join(cells)


def _lines(text: str) -> str:
    return "\n".join(line for line in _INDENT.sub("", text).split("\n") if line)
