"""Every numeral of a text: quantities with value, unit and bound, and the class of all the others.

The scan walks from numeral to numeral, first come first served; what a time expression holds is not read again. Chinese
numerals count as numerals only where they are read as numbers: the 一 of 一体化 belongs to a word and gets no row.
"""

import re
from bisect import bisect_right

from policytrack.extract.bounds import bound_after
from policytrack.extract.drafts import Quantity, TimeExpr
from policytrack.extract.ledger import Read, done, row
from policytrack.extract.non_figures import is_quoted_name, refuse_arabic
from policytrack.extract.number_grammar import DIGIT, Grammar, grammar
from policytrack.extract.proportions import share_of_proportion
from policytrack.extract.quantities import arabic, bare, fraction, marked_money, pay_in_thousands, ratio
from policytrack.extract.ranks import first_place
from policytrack.extract.word_numerals import read_words
from policytrack.lexicon.gazetteer import numbered_places
from policytrack.lexicon.load import Lexicon
from policytrack.model import Numeral

_ARABIC = re.compile("[0-9]+")
_IN_TIME = re.compile(rf"[0-9]+|{DIGIT}+")
_BREAKS = tuple("，。；、）")
_BEFORE_VALUE = re.compile(
    "[由从](?:[0-9]{4}年|上年|去年|前年|年初|上月|上季度|过去|原来|此前)?(?:同期)?的?$"
)  # 由1.5降到1.2
_CHANGED = re.compile("(?:下降|上升|降低|提高|缩小|扩大|增加|减少|降|升)(?:到|至|为)[0-9]")
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def find_quantities(text: str, times: list[TimeExpr], lexicon: Lexicon) -> tuple[list[Quantity], list[Numeral]]:
    """The quantities of a view's text outside `times`, and the ledger of all its numerals; both sorted, no overlap."""
    reader = grammar(lexicon)
    words, firsts, names = lexicon.numeral_words.pattern, lexicon.numeral_words.firsts, lexicon.numeral_words.names
    gate, places = reader.gate, numbered_places(lexicon.places)
    starts = [t.start for t in times]
    quantities: list[Quantity] = []
    ledger: list[Numeral] = []
    at = 0
    while found := gate.search(text, at):
        at = found.start()
        i = bisect_right(starts, at) - 1
        if i >= 0 and at < times[i].end:
            _list_time(text, times[i], at, ledger)
            at = times[i].end
            continue
        word = words.match(text, at) if text[at] in firsts else None
        if word:
            if word[0] in names:
                ledger.append(row(text, at, at + 1, "name"))
            at = word.end()
            continue
        if (
            text[at] not in "0123456789"
            and (place := places.match(text, at))
            and text[place.end() : place.end() + 1] != "级"
        ):
            ledger.append(row(text, at, at + 1, "name"))
            at = place.end()
            continue
        quantity, listed, end = _read(text, at, starts[i + 1] if i + 1 < len(starts) else len(text), reader)
        if quantity:
            quantities.append(quantity)
        if listed:
            ledger.append(listed)
        if (listed.end if listed else at) < end:  # 二到3, read as nothing: the 3 still is a numeral
            for rest in _ARABIC.finditer(text, listed.end if listed else at, end):
                ledger.append(row(text, *rest.span(), "unattached"))
        at = end if end > at else at + 1
    return quantities, ledger


def _list_time(text: str, time: TimeExpr, at: int, ledger: list[Numeral]) -> None:
    """One row for each numeral inside a time expression."""
    cls = "date" if time.shape in ("day", "moment", "deadline") else "period"
    for found in _IN_TIME.finditer(text, at, time.end):
        ledger.append(row(text, *found.span(), cls))


def _read(text: str, at: int, limit: int, reader: Grammar) -> Read:
    """What stands at `at`: a quantity with its ledger row, a row alone, or nothing; and where to go on."""
    if text[at] == "首":
        return first_place(text, at)
    if text[at] not in "0123456789":
        return read_words(text, at, limit, reader)
    share = share_of_proportion(text, at)
    if share is not None:
        return done(text, share, (None, None, share.end))
    found = reader.arabic.match(text, at, limit)
    if not found:
        return None, None, at + 1
    if found["den"]:
        return done(text, fraction(text, found, found["num"], found["den"]), _unattached(text, found))
    before = text[max(0, at - 18) : at]
    if before and (pay := pay_in_thousands(text, at, before)):
        return done(text, pay, (None, None, pay.end))
    refused = refuse_arabic(text, found, before, reader)
    if refused:
        return None, row(text, at, refused[1], refused[0] or "name"), refused[1]
    if found["frac"]:
        num, _, den = found["frac"].partition("/")
        return done(text, fraction(text, found, num, den), _unattached(text, found))
    if found["colon"]:
        return done(text, ratio(text, found), (None, row(text, *found.span(), "name"), found.end()))
    return _arabic(text, found, before, reader)


def _unattached(text: str, found: re.Match[str]) -> Read:
    return None, row(text, *found.span(), "unattached"), found.end()


def _arabic(text: str, found: re.Match[str], before: str, reader: Grammar) -> Read:
    start, end = found.span()
    q = arabic(text, found, reader)
    if before.endswith("第"):  # only results get here: 居全省第4位
        if q is None or q.unit not in ("位", "名"):
            q = bare(text, found, start - 1)
        q.start = q.lead = start - 1
        q.form, q.rule, q.dimension = "rank", "rank", "rank"
        return done(text, q, (None, None, end))
    if q is None and not found["b"]:
        q = marked_money(text, found, reader)
    if q is None and (found["am"] or _stands_alone(text, start, end)) and not found["b"]:
        q = bare(text, found, start, inner="gt" if found["aj"] in ("余", "多") else "")
    if q is None:
        cls = "name" if found["b"] or is_quoted_name(before) else "unattached"
        if cls == "unattached" and _YEAR.fullmatch(found[0]):
            cls = "date"  # 2025中国年度榜单
        elif cls == "unattached" and (before.endswith("\n") or text.startswith("：", end)):
            cls = "list_marker" if before.endswith("\n") else "name"
        return None, row(text, start, end, cls), end
    if is_quoted_name(before) and not q.unit_mult and q.dimension in ("count", "people") and not found["b"]:
        return None, row(text, start, end, "name"), end
    if q.unit in ("年", "月", "日") and q.value > 31:
        return None, row(text, start, end, "date"), end
    return done(text, q, (None, None, end))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a bare number is a value: 提升至6.12， or 改造小区440， behind a noun and before a break."""
    tail = bound_after(text, end)[1]
    closed = text[tail : tail + 1] in _BREAKS or bool(
        _BEFORE_VALUE.search(text, max(0, start - 7), start) and _CHANGED.match(text, end)
    )
    if start == 0 or not closed:
        return False
    return "\u4e00" <= text[start - 1] <= "\u9fff" and text[start - 1] not in "第年月日号"
