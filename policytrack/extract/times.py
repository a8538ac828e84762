"""Time expressions of a text: where they stand and which days they mean."""

from datetime import date

from policytrack.extract.drafts import TimeExpr
from policytrack.lexicon.load import Lexicon


def find_times(text: str, reference: date | None, lexicon: Lexicon) -> list[TimeExpr]:
    """The time expressions of a view's text, sorted, not overlapping; relative ones resolved against `reference`."""
    return []
