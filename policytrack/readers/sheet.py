"""Tables of articles, a row each: CSV and TSV, and xlsx (needs openpyxl). The first row names the columns."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from policytrack.errors import InputError
from policytrack.readers.archive import check_office_file
from policytrack.readers.columns import assign_columns
from policytrack.readers.document import Hints, Reading
from policytrack.readers.extras import need
from policytrack.readers.page import printable
from policytrack.readers.records import take_record

_CELL = 10_000_000  # characters
_COLUMNS = 256  # a row that claims the last of 16,384 columns is padded with empty cells
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read_csv(text: str, origin: str, hints: Hints) -> Reading:
    """The articles of a CSV or TSV file."""
    csv.field_size_limit(_CELL)
    first = text.lstrip("\ufeff\n").partition("\n")[0]
    separator = max("\t,;|", key=first.count)
    reading = Reading(media_type="text/csv")
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=separator)
    _take_rows(_guarded(rows, reading, origin), origin, hints, reading)
    return reading


def _guarded(rows: Any, reading: Reading, origin: str) -> Iterator[tuple[int, Sequence[Any]]]:
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            problem = InputError(f"{origin}:{rows.line_num}: not CSV ({error}).", hint="Check its quotation marks.")
            reading.problems.append(problem)
            return
        yield rows.line_num, row


def read_xlsx(data: bytes, origin: str, hints: Hints) -> Reading:
    """The articles of every sheet whose first row names a column of texts."""
    openpyxl = need("openpyxl", "xlsx", origin)
    check_office_file(data, origin)
    reading = Reading(media_type=_XLSX)
    refused: list[InputError] = []
    used = 0
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            name = f"{origin}, sheet {printable(sheet.title)}"
            sheet.reset_dimensions()  # the stated ones may be wrong, and rows outside of them would be lost
            try:
                _take_rows(enumerate(sheet.iter_rows(max_col=_COLUMNS, values_only=True), 1), name, hints, reading)
                used += 1
            except InputError as error:
                refused.append(error)
    except RecursionError:
        raise InputError(f"{origin} is nested too deeply.", hint="Save it again.") from None
    except Exception as error:  # openpyxl raises anything over broken files
        reason = printable(str(error))[:100] or type(error).__name__
        raise InputError(f"{origin} is a broken xlsx file ({reason}).", hint="Save it again.") from None
    if not used:
        raise refused[0] if refused else InputError(f"{origin} has no sheet.", hint="Save it again.")
    return reading


def _take_rows(rows: Iterable[tuple[int, Sequence[Any]]], origin: str, hints: Hints, reading: Reading) -> None:
    header: list[str] = []
    fields: dict[str, str] = {}
    for number, row in rows:
        cells = [_text(cell) for cell in row]
        if not any(cells):
            continue
        if not header:
            header = [cell.strip() for cell in cells]
            fields = assign_columns(header, dict(hints.columns), origin)
            places = {field: header.index(column) for field, column in fields.items()}
            continue
        record = {field: cells[at].strip() for field, at in places.items() if at < len(cells) and cells[at].strip()}
        take_record(reading, {"text": "", **record}, f"{origin}:{number}")
    if not header:
        raise InputError(f"{origin} is empty.", hint="Its first row must name the columns.")


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
