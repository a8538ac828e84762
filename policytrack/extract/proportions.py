"""Shares of a whole printed as a proportion: 三次产业结构为7.6:27.6:64.8 are three percentages.

Only a proportion whose parts make a hundred is one; 3:2 is a score, 08:30 a time, 1:4:5 a key for dividing.
"""

import re
from decimal import Decimal

from policytrack.extract.drafts import Quantity
from policytrack.extract.quantities import make, printed_amount

_NUMBER = r"[0-9]{1,2}(?:\.[0-9]{1,2})?"
_PROPORTION = re.compile(rf"{_NUMBER}(?:[:：]{_NUMBER}){{1,4}}(?![0-9.:：])")
_CLOCK = re.compile("[01]?[0-9](?:[:：][0-5][0-9]){2}|2[0-3](?:[:：][0-5][0-9]){2}")
_SIGNS = frozenset(":：")
_INSIDE = frozenset("0123456789.:：")
_HUNDRED = Decimal(100)
_ROUNDING = Decimal("0.2")
_LONGEST = 30  # characters of a proportion


def proportion(text: str, at: int) -> tuple[int, int] | None:
    """The span of the proportion in which a number begins at `at`, None where there is none."""
    start = at
    while start and at - start < _LONGEST and text[start - 1] in _INSIDE:
        start -= 1
    found = _PROPORTION.match(text, start)
    if not found or not start <= at < found.end():
        return None
    if _CLOCK.fullmatch(found[0]):
        return None
    parts = [Decimal(part) for part in re.split("[:：]", found[0])]
    return found.span() if len(parts) > 1 and abs(sum(parts) - _HUNDRED) <= _ROUNDING else None


def share_of_proportion(text: str, at: int) -> Quantity | None:
    """The percentage whose number begins at `at` in a proportion."""
    if text[at - 1 : at] not in _SIGNS and text[at + 1 : at + 6].find(":") < 0 and text[at + 1 : at + 6].find("：") < 0:
        return None
    span = proportion(text, at)
    if span is None:
        return None
    end = at
    while end < span[1] and text[end] not in _SIGNS:
        end += 1
    value, half, _, decimals = printed_amount(text[at:end], None)
    amount = (value, None, half)
    return make(text, (at, end), amount, "%", decimals=decimals, dimension="ratio", form="percent", rule="proportion")
