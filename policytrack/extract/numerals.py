"""Every numeral of a text: quantities with value, unit and bound, and the class of all the others.

The scan walks from numeral to numeral, first come first served; what a time expression holds is not read again. Chinese
numerals count as numerals only where they are read as numbers: the 一 of 一体化 belongs to a word and gets no row.
"""

import re
from bisect import bisect_right
from decimal import Decimal

from policytrack.extract.bounds import is_whole
from policytrack.extract.drafts import Quantity, TimeExpr
from policytrack.extract.non_figures import (
    is_list_marker,
    is_quoted_name,
    is_result,
    is_span,
    names_something,
    refuse_arabic,
)
from policytrack.extract.number_grammar import DIGIT, WORDS, Grammar, grammar
from policytrack.extract.number_words import number_value
from policytrack.extract.proportions import share_of_proportion
from policytrack.extract.quantities import (
    arabic,
    bare,
    extended,
    fraction,
    make,
    marked_money,
    percentage,
    ratio,
    tenths,
    with_unit,
)
from policytrack.extract.ranks import first_place, rank_of
from policytrack.lexicon.load import Lexicon
from policytrack.model import Numeral

Read = tuple[Quantity | None, Numeral | None, int]
_ZERO, _HALF = Decimal(0), Decimal("0.5")
_ARABIC = re.compile("[0-9]+")
_IN_TIME = re.compile(rf"[0-9]+|{DIGIT}+")
_CHINESE_NUMBER = re.compile(rf"(?P<c>{WORDS})(?P<ci>[余多几])?(?P<cm>[万亿]+)?")
_NAMED_YUAN = re.compile("[\u4e00-\u9fff](?<![钱的每以左至到起整一二三四五六七八九])")  # 三元区, 三元支行
_ROUND_AMOUNT = re.compile("[十百千万]亿|[百千]万")
_REACHES = re.compile("(?:突?破|达到?|超过?|过|近|[升增跃]至|跨?[越上])$")
_SIZED = re.compile("(?:元)?(?:级)?(?:龙头|链主|骨干|工业)?企业[0-9]")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_MORE = frozenset("余多几")
_MEASURED = ("money", "mass", "length", "area", "volume", "energy", "power", "coal_equivalent")
# Single characters that are units behind digits but parts of words behind one Chinese digit: 三方, 两点, 四区.
_WORDLIKE = frozenset("城地方点线路级区县市国省年环代分度里格层步面手节门口站段楼部")


def find_quantities(text: str, times: list[TimeExpr], lexicon: Lexicon) -> tuple[list[Quantity], list[Numeral]]:
    """The quantities of a view's text outside `times`, and the ledger of all its numerals; both sorted, no overlap."""
    reader = grammar(lexicon)
    words, firsts, names = lexicon.numeral_words.pattern, lexicon.numeral_words.firsts, lexicon.numeral_words.names
    gate = reader.gate
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
                ledger.append(_row(text, at, at + 1, "name"))
            at = word.end()
            continue
        quantity, row, end = _read(text, at, starts[i + 1] if i + 1 < len(starts) else len(text), reader)
        if quantity:
            quantities.append(quantity)
        if row:
            ledger.append(row)
        if (row.end if row else at) < end:  # 二到3, read as nothing: the 3 still is a numeral
            for rest in _ARABIC.finditer(text, row.end if row else at, end):
                ledger.append(_row(text, *rest.span(), "unattached"))
        at = end if end > at else at + 1
    return quantities, ledger


def _row(text: str, start: int, end: int, cls: str) -> Numeral:
    return Numeral(start, end, text[start:end], cls)


def _list_time(text: str, time: TimeExpr, at: int, ledger: list[Numeral]) -> None:
    """One row for each numeral inside a time expression."""
    cls = "date" if time.shape in ("day", "moment", "deadline") else "period"
    for found in _IN_TIME.finditer(text, at, time.end):
        ledger.append(_row(text, *found.span(), cls))


def _done(text: str, quantity: Quantity | None, otherwise: Read) -> Read:
    if quantity is None:
        return otherwise
    return quantity, _row(text, quantity.start, quantity.end, "figure"), quantity.end


def _read(text: str, at: int, limit: int, reader: Grammar) -> Read:
    """What stands at `at`: a quantity with its ledger row, a row alone, or nothing; and where to go on."""
    if text[at] == "首":
        return first_place(text, at)
    if text[at] not in "0123456789":
        return _words(text, at, limit, reader)
    share = share_of_proportion(text, at)
    if share is not None:
        return _done(text, share, (None, None, share.end))
    found = reader.arabic.match(text, at, limit)
    if not found:
        return None, None, at + 1
    unattached: Read = (None, _row(text, *found.span(), "unattached"), found.end())
    if found["den"]:
        return _done(text, fraction(text, found, found["num"], found["den"]), unattached)
    before = text[max(0, at - 18) : at]
    refused = refuse_arabic(text, found, before, reader)
    if refused:
        return None, _row(text, at, refused[1], refused[0] or "name"), refused[1]
    if found["frac"]:
        num, _, den = found["frac"].partition("/")
        return _done(text, fraction(text, found, num, den), unattached)
    if found["colon"]:
        return _done(text, ratio(text, found), (None, _row(text, *found.span(), "name"), found.end()))
    return _arabic(text, found, before, reader)


def _words(text: str, at: int, limit: int, reader: Grammar) -> Read:
    found = reader.words.match(text, at, limit)
    if not found:
        return None, None, at + 1
    before = text[max(0, at - 18) : at]
    nothing: Read = (None, None, found.end())
    if before[-1:] in ("数", "几") and found["c"]:
        return nothing  # 数十万, 几百家
    if found["pc"]:
        return _done(text, percentage(text, found), nothing)
    if found["halved"]:
        q = with_unit(text, found.span(), (_HALF, None, _ZERO), reader, decimals=1)
        return _done(text, q if q and (is_result(before) or is_whole(text, at, q.end)) else None, nothing)
    if found["half"] or found["cheng"] or found["zhe"]:
        return _done(text, tenths(text, found), nothing)
    if found["den"]:
        unattached = _row(text, *found.span(), "unattached")
        return _done(text, fraction(text, found, found["num"], found["den"]), (None, unattached, found.end()))
    return _chinese(text, found, before, reader)


def _arabic(text: str, found: re.Match[str], before: str, reader: Grammar) -> Read:
    start, end = found.span()
    q = arabic(text, found, reader)
    if before.endswith("第"):  # only results get here: 居全省第4位
        if q is None or q.unit not in ("位", "名"):
            q = bare(text, found, start - 1)
        q.start = q.lead = start - 1
        q.form, q.rule, q.dimension = "rank", "rank", "rank"
        return _done(text, q, (None, None, end))
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
        return None, _row(text, start, end, cls), end
    if is_quoted_name(before) and not q.unit_mult and q.dimension in ("count", "people") and not found["b"]:
        return None, _row(text, start, end, "name"), end
    if q.unit in ("年", "月", "日") and q.value > 31:
        return None, _row(text, start, end, "date"), end
    return _done(text, q, (None, None, end))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a bare number is a value: 提升至6.12， or 改造小区440， behind a noun and before a break."""
    if start == 0 or text[end : end + 1] not in "，。；、）" or not text[end : end + 1]:
        return False
    return "\u4e00" <= text[start - 1] <= "\u9fff" and text[start - 1] not in "第年月日号"


def _chinese(text: str, found: re.Match[str], before: str, reader: Grammar) -> Read:
    start, end = found.span()
    if found["sr"]:
        q = _small_range(text, found, reader)
        if q is not None and not is_quoted_name(before):
            return _done(text, q, (None, None, end))
        found = _CHINESE_NUMBER.match(text, start) or found
        end = found.end()
    word, groups = found["c"] or "", found.groupdict()
    rank = rank_of(text, start, before, word)
    if rank is not None:
        return _done(text, rank, (None, None, end))
    if before.endswith("第"):
        return None, _row(text, start, end, "ordinal"), end
    if is_list_marker(text, end, before):
        return None, _row(text, start, end, "list_marker"), end
    value = number_value(word + (groups.get("ci") or "") + (groups.get("cm") or ""))
    if value is None:
        return None, None, end
    if text.startswith("大类", end):
        return _done(
            text, make(text, (start, end + 2), (value, None, _ZERO), "大类", rule="number.count"), (None, None, end)
        )
    if names_something(text, end) or is_quoted_name(before):
        return None, _row(text, start, end, "name"), end
    if is_span(text, end, before):
        return None, _row(text, start, end, "period"), end
    return _counted(text, (start, end), word, value, groups, reader)


def _counted(
    text: str, span: tuple[int, int], word: str, value: Decimal, groups: dict[str, str | None], reader: Grammar
) -> Read:
    """A Chinese numeral with a unit, when the two are no word together."""
    start, end = span
    power = 8 if "亿" in text[start:end] else 4 if "万" in text[start:end] else 0
    high = number_value(groups.get("d") or "")
    if high is not None:
        value *= _shared_multiplier(value, str(groups["d"]))
        if value >= high:
            return None, _row(text, start, end, "name"), end
    fields: dict[str, object] = {"unit_mult": power, "inner": _inner_of(word + (groups.get("ci") or ""))}
    half = Decimal(5).scaleb(power - 1) if power else _ZERO  # 三十六亿 rounds to whole 亿
    q = with_unit(text, span, (value, high, half), reader, **fields)
    if q is None and (_is_round_amount(text, start, end) or (power and is_whole(text, start, end))):
        q = make(text, span, (value, None, half), "", rule="number.bare", unit_mult=power)
        return _done(text, q, (None, None, end))
    if q is not None and high is None:
        q = extended(text, q, reader)
    if q is None or q.form == "percent":
        return None, (_row(text, start, end, "name") if len(word) > 2 else None), end
    if word == "一" and q.form != "multiple" and not _weighs(text, start, q) and not is_whole(text, start, q.end):
        return None, _row(text, start, start + 1, "article"), q.end
    if word == "二" and q.dimension in ("count", "people"):  # counts take 两; 二次资源, 二类 are names
        return None, _row(text, start, end, "name"), end
    round_word = word in ("千", "百", "万", "亿", "十")
    if round_word and (
        q.unit in ("里", "年", "分", "米", "点", "方", "般", "难", "姓") or text[start - 1 : start] == "每"
    ):
        return None, _row(text, start, end, "name"), end
    if len(word) == 1 and q.unit in _WORDLIKE and not (q.unit == "年" and text[start - 2 : start] == "连续"):
        return None, None, end
    if len(word) == 1 and q.unit == "元" and _NAMED_YUAN.match(text, q.end):
        return None, _row(text, start, end, "name"), end
    return _done(text, q, (None, None, end))


def _is_round_amount(text: str, start: int, end: int) -> bool:
    """Whether a round number stands without its 元: 产值突破千亿。 百亿企业3家."""
    if not _ROUND_AMOUNT.fullmatch(text, start, end):
        return False
    return bool(_SIZED.match(text, end)) or bool(
        _REACHES.search(text, max(0, start - 4), start) and text[end : end + 1] in ("", *"，。；、）\n")
    )


def _inner_of(word: str) -> str:
    return "gt" if set(word) & _MORE else "approx" if "来" in word else ""


def _weighs(text: str, start: int, q: Quantity) -> bool:
    """Whether 一 is a number and no article: 近一吨, 一美元 measure, 一个 and 最后一公里 do not."""
    if q.form == "points":
        return True
    return q.dimension in _MEASURED and q.unit not in _WORDLIKE and text[start - 1 : start] not in ("后", "每")


def _shared_multiplier(low: Decimal, high: str) -> Decimal:
    """What the end of a range lends to its beginning: 两到三万 is 20000 to 30000, 两~3百 is 200 to 300."""
    lent = Decimal(1)
    for c in reversed(high):
        if c not in "百千万亿" or (c in "百千" and low >= 10):
            break
        lent *= number_value("一" + c) or 1
    return lent if low < 10000 and low * lent < (number_value(high) or low) else Decimal(1)


def _small_range(text: str, found: re.Match[str], reader: Grammar) -> Quantity | None:
    """三五个, 二三十家."""
    low, high = (number_value(c) for c in found["sr"])
    factor = number_value("一" + found["srm"]) if found["srm"] else Decimal(1)
    if low is None or high is None or factor is None or low >= high:
        return None
    return with_unit(text, found.span(), (low * factor, high * factor, _ZERO), reader)
