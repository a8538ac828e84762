"""Ranks in words: 居全省第一, 排名前三, 居全国首位."""

import re
from decimal import Decimal

from policytrack.extract.drafts import Quantity
from policytrack.extract.non_figures import is_rank
from policytrack.extract.number_words import number_value
from policytrack.extract.quantities import make

_ZERO = Decimal(0)
_FRONT_RANK = re.compile(r"(?:排名?|位|列|居|进入|跻身)[^，。；]{0,8}前$")
_RANK_WORD = re.compile(
    "(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?P<u>位|名)?(?![0-9一二三四五六七八九十个月年天季次期场轮批])"
)
_FIRST_PLACE = re.compile("(?:居|列|排|占据?|保持|稳居|跃居)[^，。；]{0,8}(?P<first>首位|榜首|第一位|首名)")


def rank_of(text: str, start: int, before: str, word: str) -> Quantity | None:
    """居全省第一, 排名前三."""
    if before.endswith("前") and _FRONT_RANK.search(before):
        found = _RANK_WORD.match(text, start)
        value = number_value(found["n"]) if found else None
        if found and value is not None:
            span = (start - 1, found.end())
            fields = {"form": "rank", "rule": "rank", "dimension": "rank", "inner": "le"}
            return make(text, span, (value, None, _ZERO), found["u"] or "", **fields)
    end = start + len(word)
    value = number_value(word)
    if before.endswith("第") and value is not None and is_rank(text, end, before):
        unit = text[end : end + 1] if text[end : end + 1] in ("位", "名") else ""
        span = (start - 1, end + len(unit))
        return make(text, span, (value, None, _ZERO), unit, form="rank", rule="rank", dimension="rank")
    return None


def first_place(text: str, at: int) -> tuple[Quantity | None, None, int]:
    """居全国首位: a rank without a numeral, so without a row in the ledger."""
    found = _FIRST_PLACE.search(text, max(0, at - 12), at + 2)
    if not found or found.start("first") != at:
        return None, None, at + 1
    span = found.span("first")
    q = make(text, span, (Decimal(1), None, _ZERO), "位", form="rank", rule="rank", dimension="rank")
    return q, None, found.end()
