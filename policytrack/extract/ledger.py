"""Rows of the numeral ledger, and what reading at a numeral gives: a quantity, a row, and where to go on."""

from policytrack.extract.drafts import Quantity
from policytrack.model import Numeral

Read = tuple[Quantity | None, Numeral | None, int]


def row(text: str, start: int, end: int, cls: str) -> Numeral:
    return Numeral(start, end, text[start:end], cls)


def done(text: str, quantity: Quantity | None, otherwise: Read) -> Read:
    """The quantity with its row, or else what else was read."""
    if quantity is None:
        return otherwise
    return quantity, row(text, quantity.start, quantity.end, "figure"), quantity.end
