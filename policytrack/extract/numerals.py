"""Every numeral of a text: quantities with value, unit and bound, and the class of all the others."""

from policytrack.extract.drafts import Quantity, TimeExpr
from policytrack.lexicon.load import Lexicon
from policytrack.model import Numeral


def find_quantities(text: str, times: list[TimeExpr], lexicon: Lexicon) -> tuple[list[Quantity], list[Numeral]]:
    """The quantities of a view's text outside `times`, and the ledger of all its numerals; both sorted, no overlap."""
    return [], []
