"""Every number of a text with its value, whether or not it counts something.

The quantities ask what is measured and refuse what measures nothing; this asks only which numbers are printed. Offsets are
code points of the text as given, half-open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from policytrack.extract.bounds import bound_after, bound_before
from policytrack.extract.number_grammar import ARABIC, MIXED, NUMERAL, WORDS
from policytrack.extract.number_words import CHINESE, is_some, number_value
from policytrack.extract.view import make_view
from policytrack.lexicon.load import Lexicon


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: 4.78万亿 is 4780000000000."""

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None  # of 几十 and 数百 ten times `value`, which they do not reach
    bound: str  # exact, approx, ge, gt, le or lt, as of a figure


_NUMBER = re.compile(
    rf"(?P<percent>百分之)?(?P<n>(?:负|(?<![0-9A-Za-z{CHINESE}\-－])[-－]\ ?)?(?:"
    rf"(?:{NUMERAL}又)?{NUMERAL}分之{NUMERAL}"
    rf"|(?:[0-9]+\ |{NUMERAL}又)?[0-9]+/[1-9][0-9]*(?![0-9/])"
    rf"|(?:{ARABIC}|\.[0-9]+)[eE][+\-－]?[0-9]{{1,2}}(?![0-9A-Za-z])"
    rf"|(?:{ARABIC}|\.[0-9]+)\ ?[kKM](?![0-9A-Za-z])"
    rf"|(?:{ARABIC}|\.[0-9]+)\^[+\-]{{0,2}}[0-9]{{1,2}}(?![0-9.])|{NUMERAL}的(?:{NUMERAL}次方(?!案)|平方(?!米|公|千|厘|英)|立方(?!米|厘))"
    rf"|{MIXED}|(?<![.0-9])\.[0-9]+|(?!一半){WORDS}))"
    rf"|(?P<half>一半(?!天路)|(?<![上下前后一大对过多])半(?=个|打(?!烊)|[斤年天月日公小亩吨]))"
)
# Signs that are numbers only together with others: 万 alone is a multiplier, 陆 alone a word.
_MORE = frozenset("余多几")
# A dozen: 三打鸡蛋; 一打三整治 and 一打开 beat and open.
_DOZEN = re.compile("打(?![造击破通响开赢下出入好工卡车架拼雷扫包分压捞理算动扰断黑一二两三四五六七八九])")
_ALONE = frozenset("百千万亿佰仟拾壹贰叁肆伍陆柒捌玖俩仨")


def find_numbers(text: str, lexicon: Lexicon) -> Iterator[Number]:
    """The numbers in text order; of a percentage the number before its 百分之 is taken off."""
    view = make_view(text)
    words = lexicon.numeral_words.pattern
    at = 0
    while found := _NUMBER.search(view.text, at):
        word = None if found["half"] else words.match(view.text, found.start())
        if word:
            at = word.end()
            continue
        at = found.end()
        some = not found["half"] and is_some(view.text, found.start("n"))
        value = Decimal("0.5") if found["half"] else number_value(found["n"]) if some else _value(found["n"])
        if value is not None and (dozen := _DOZEN.match(view.text, at)) and 2 * value == int(2 * value):
            value, at = value * 12, dozen.end()
        if value is not None:
            start = found.start("half" if found["half"] else "n")
            more = not found["half"] and (_MORE & set(found["n"]) or view.text[at : at + 1] in _MORE)
            bound = bound_before(view.text, start)[0] or bound_after(view.text, at)[0] or "exact"
            yield Number(*view.span(start - some, at), value, value * 10 if some else None, "gt" if more else bound)


def _value(word: str) -> Decimal | None:
    return (
        None
        if word in _ALONE
        else number_value(word.replace(" ", "") if word[-1] in "kKM" else word.replace("e－", "e-"))
    )
