"""Numerals in words: 三百六十二户, 六成, 百分之五, 三五个, 半天; and the 一 that is an article, the 四区 that is a name.

Chinese numerals count as numerals only where they are read as numbers: the 一 of 一体化 belongs to a word and gets no row.
"""

import re
from decimal import Decimal

from policytrack.extract.bounds import is_whole
from policytrack.extract.drafts import Quantity
from policytrack.extract.ledger import Read, done, row
from policytrack.extract.non_figures import is_list_marker, is_quoted_name, is_result, is_span, names_something
from policytrack.extract.number_grammar import WORDS, Grammar
from policytrack.extract.number_words import is_some, number_value
from policytrack.extract.quantities import extended, fraction, make, percentage, tenths, with_unit
from policytrack.extract.ranks import rank_of

_ZERO, _HALF = Decimal(0), Decimal("0.5")
_CHINESE_NUMBER = re.compile(rf"(?P<c>{WORDS})(?P<ci>[余多几])?(?P<cm>[万亿]+)?")
_NAMED_YUAN = re.compile("[\u4e00-\u9fff](?<![钱的每以左至到起整一二三四五六七八九])")  # 三元区, 三元支行
_ROUND_AMOUNT = re.compile("[十百千万]亿|[百千]万")
_REACHES = re.compile("(?:突?破|达到?|超过?|过|近|[升增跃]至|跨?[越上])$")
_SIZED = re.compile("(?:元)?(?:级)?(?:龙头|链主|骨干|工业)?企业[0-9]")
_MORE = frozenset("余多几")
_MEASURED = ("money", "mass", "length", "area", "volume", "energy", "power", "coal_equivalent")
# Single characters that are units behind digits but parts of words behind one Chinese digit: 三方, 两点, 四区.
_WORDLIKE = frozenset("城地方点线路级区县市国省年环代分度里格层步面手节门口站段楼部")


def read_words(text: str, at: int, limit: int, reader: Grammar) -> Read:
    """What stands at a numeral that begins with a Chinese sign."""
    found = reader.words.match(text, at, limit)
    if not found:
        return None, None, at + 1
    before = text[max(0, at - 18) : at]
    nothing: Read = (None, None, found.end())
    if found["c"] and is_some(text, at):  # 数十万, 几百家
        return None, row(text, at - 1, found.end(), "article"), found.end()
    if found["pc"]:
        return done(text, percentage(text, found), nothing)
    if found["halved"]:
        q = with_unit(text, found.span(), (_HALF, None, _ZERO), reader, decimals=1)
        told = q and (q.form == "points" or is_result(before) or is_whole(text, at, q.end))
        return done(text, q if told else None, nothing)
    if found["half"] or found["cheng"] or found["zhe"]:
        return done(text, tenths(text, found), nothing)
    if found["den"]:
        unattached = row(text, *found.span(), "unattached")
        return done(text, fraction(text, found, found["num"], found["den"]), (None, unattached, found.end()))
    return _chinese(text, found, before, reader)


def _chinese(text: str, found: re.Match[str], before: str, reader: Grammar) -> Read:
    start, end = found.span()
    if found["sr"]:
        q = _small_range(text, found, reader)
        if q is not None and not is_quoted_name(before):
            return done(text, q, (None, None, end))
        found = _CHINESE_NUMBER.match(text, start) or found
        end = found.end()
    word, groups = found["c"] or "", found.groupdict()
    rank = rank_of(text, start, before, word)
    if rank is not None:
        return done(text, rank, (None, None, end))
    if before.endswith("第"):
        return None, row(text, start, end, "ordinal"), end
    if is_list_marker(text, end, before):
        return None, row(text, start, end, "list_marker"), end
    value = number_value(word + (groups.get("ci") or "") + (groups.get("cm") or ""))
    if value is None:
        return None, None, end
    if text.startswith("大类", end):
        return done(
            text, make(text, (start, end + 2), (value, None, _ZERO), "大类", rule="number.count"), (None, None, end)
        )
    if names_something(text, end) or is_quoted_name(before):
        return None, row(text, start, end, "name"), end
    if is_span(text, end, before):
        return None, row(text, start, end, "period"), end
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
            return None, row(text, start, end, "name"), end
    fields: dict[str, object] = {"unit_mult": power, "inner": _inner_of(word + (groups.get("ci") or ""))}
    half = Decimal(5).scaleb(power - 1) if power else _ZERO  # 三十六亿 rounds to whole 亿
    q = with_unit(text, span, (value, high, half), reader, **fields)
    if q is None and (_is_round_amount(text, start, end) or (power and is_whole(text, start, end))):
        q = make(text, span, (value, high, half), "", rule="number.bare", unit_mult=power)
        return done(text, q, (None, None, end))
    if q is not None and high is None:
        q = extended(text, q, reader)
    if q is None or q.form == "percent":
        return None, (row(text, start, end, "name") if len(word) > 2 else None), end
    if word == "一" and q.form != "multiple" and not _weighs(text, start, q) and not is_whole(text, start, q.end):
        return None, row(text, start, start + 1, "article"), q.end
    if word == "二" and q.dimension in ("count", "people"):  # counts take 两; 二次资源, 二类 are names
        return None, row(text, start, end, "name"), end
    round_word = word in ("千", "百", "万", "亿", "十")
    if round_word and (
        q.unit in ("里", "年", "分", "米", "点", "方", "般", "难", "姓") or text[start - 1 : start] == "每"
    ):
        return None, row(text, start, end, "name"), end
    if len(word) == 1 and q.unit in _WORDLIKE and not (q.unit == "年" and text[start - 2 : start] == "连续"):
        return None, None, end
    if len(word) == 1 and q.unit == "元" and _NAMED_YUAN.match(text, q.end):
        return None, row(text, start, end, "name"), end
    return done(text, q, (None, None, end))


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
