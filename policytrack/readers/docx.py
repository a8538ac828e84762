"""Word files (.docx): paragraphs and tables in order; a table row is a line with its cells between bars."""

import io
from typing import Any

from policytrack.errors import InputError
from policytrack.readers.archive import check_office_file
from policytrack.readers.document import Reading
from policytrack.readers.extras import need
from policytrack.readers.html_text import row_text
from policytrack.readers.page import printable
from policytrack.readers.text import read_plain


def read_docx(data: bytes, origin: str) -> Reading:
    """The article of a Word file; raises InputError for a broken or empty one."""
    docx = need("docx", "docx", origin)
    check_office_file(data, origin)
    try:
        lines = _lines(docx.Document(io.BytesIO(data)))
    except RecursionError:
        raise InputError(f"{origin} is nested too deeply.", hint="Save it again from Word.") from None
    except Exception as error:  # python-docx raises anything over broken files
        reason = printable(str(error))[:100] or type(error).__name__
        raise InputError(f"{origin} is a broken Word file ({reason}).", hint="Save it again from Word.") from None
    reading = read_plain("\n".join(lines), origin)
    return Reading(reading.articles, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")


def _lines(document: Any) -> list[str]:
    lines = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += [row_text(_cells(row)) for row in block.rows]
        else:
            lines.append(block.text.strip())
    return [line for line in lines if line]


def _cells(row: Any) -> list[str]:
    """The texts of a row, a merged cell once: `row.cells` repeats it as often as the file says, be it a billion times."""
    from docx.table import _Cell

    return [" ".join(_Cell(cell, row).text.split()) for cell in row._tr.tc_lst]
