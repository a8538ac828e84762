"""A cleaned view of a text with a map back to the raw offsets.

The grammar sees one form only: simplified characters, half-width digits, letters and percent signs, full-width Chinese
punctuation, no line break inside a sentence, no space beside a digit. Raw text is never changed; every span is mapped
back before it is reported.
"""

import re
from dataclasses import dataclass

from policytrack.lexicon.traditional import simplify

# Characters whose full-width form is only a typographic variant. Length-preserving, so it needs no offsets.
_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDE |= {ord(a): b for a, b in zip("％．＋￥﹪∶／億萬負點後號時這個鐘", "%.+¥%:/亿万负点后号时这个钟", strict=True)}
_HAS_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％．＋￥﹪∶／億萬負點後號時這個鐘]")
_WIDE_THOUSANDS = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
# Half-width punctuation of converted pages: `达到82%,年产值` means the same as `达到82%，年产值`.
_HALF = re.compile(r"(?=[,:;!?()])(?:(?<![0-9]),|,(?![0-9]{3}(?![0-9]))|(?<![0-9]):(?!//)|:(?![0-9/])|[;!?()])")
_FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
_HAN = "\u3400-\u9fff"
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060\ufeff"  # and bidirectional marks
_DROP = re.compile(rf"(?=[ \u3000\xa0{_INVISIBLE}])(?:[ \u3000\xa0]+|[{_INVISIBLE}]+)")
_AFTER_DIGIT = re.compile(
    f"[{_HAN}%]|(?:[kcm]?m|[km]?g|[kMG]Wh?|USD|RMB|CNY|EUR|HKD|JPY|GBP)(?![A-Za-z0-9])"
)  # 增长 8.5 %, 12 km
_COUNTED = re.compile("[元人户亩吨]|[美欧日港]元|英镑")
_BEFORE_DIGIT = re.compile(f"[{_HAN}，、（：；]")
# Spaces inside a numeral in words or a date: 三千 九百 万, 三分 之 一, 2008年 十二月.
_WORDS = "零〇一二两三四五六七八九十百千万亿点"
_IN_WORDS = re.compile(
    rf"(?<=[{_WORDS}余])[ \u3000\xa0]+(?=[十百千万亿余点成又])|(?<=[十百千万亿])[ \u3000\xa0]+(?=[{_WORDS}][{_WORDS} ]*[十百千万亿又])"
    rf"|(?<=[点又])[ \u3000\xa0]+(?=[{_WORDS}])|(?<=[{_WORDS}0-9])[ \u3000\xa0]+(?=分[ \u3000]*之)|(?<=分)[ \u3000\xa0]+(?=之)"
    rf"|(?<=之)[ \u3000\xa0]+(?=[{_WORDS}0-9])|(?<=[年月])[ \u3000\xa0]+(?=[一二三四五六七八九十]{{1,3}}[月日])"
)
_BLANKS = re.compile(r"[ \t\u3000\r\n]++")
_LIST_START = re.compile(
    r"[#>*|\-•●■◆]|[一二三四五六七八九十]{1,3}[、是要]|（[一二三四五六七八九十0-9]+）|第[一二三四五六七八九十]+[条章节，,]"
    r"|[0-9]+[.、．]"
)
_SENTENCE_END = "。！？；：…”’）】》—|*~\"'"


def is_soft_break(before: str, after: str) -> bool:
    """Whether a line break between these two lines only wraps a sentence, as in columns converted from print.

    `before` must be running text that stops in mid-sentence, `after` running text that goes on. Headlines hold no comma
    and a list item announces itself, so neither is joined.
    """
    before, after = before.rstrip(), after.lstrip()
    if len(before) < 20 or not after or before[-1] in _SENTENCE_END:
        return False
    if _LIST_START.match(before) and "。" not in before:  # a heading such as （三）深化改革，激发活力
        return False
    if not ("，" in before or "。" in before or "," in before) or before[0] == "#":
        return False
    return not _LIST_START.match(after) and ("。" in after or "，" in after or "," in after)


@dataclass(frozen=True, slots=True)
class View:
    """`text` is what the grammar reads; `offsets[i]` is the raw offset of its character `i` (None: the identity)."""

    raw: str
    text: str
    offsets: list[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw half-open span of a non-empty half-open span of the view."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def _is_noise(text: str, start: int, end: int) -> bool:
    """Whether spaces or marks stand where the grammar must not see them: beside a digit or inside a numeral."""
    if text[start] not in " \u3000\xa0":
        return True
    if start == 0 or end == len(text):
        return False
    before = text[start - 1]
    if before in "万亿" and start > 1 and text[start - 2] in "0123456789 " and _COUNTED.match(text, end):
        return True  # 20万 元
    if before in "0123456789%":
        return _AFTER_DIGIT.match(text, end) is not None or _IN_WORDS.match(text, start) is not None
    if text[end] in "0123456789" and _BEFORE_DIGIT.match(before):
        return True
    return _IN_WORDS.match(text, start) is not None


def make_view(raw: str) -> View:
    """The cleaned view of `raw`; the identity for text that needs no cleaning. Linear in the length."""
    text = raw
    if _HAS_WIDE.search(raw):
        text = _WIDE_THOUSANDS.sub(",", raw).translate(_WIDE)
    text = simplify(text)
    text = _HALF.sub(lambda m: _FULL[m[0]], text)
    drops = [m.span() for m in _DROP.finditer(text) if _is_noise(text, m.start(), m.end())]
    previous = 0
    for m in _BLANKS.finditer(text):
        if "\n" not in m[0]:
            continue
        following = text.find("\n", m.end())
        if is_soft_break(text[previous : m.start()], text[m.end() : None if following < 0 else following]):
            drops.append(m.span())
        previous = m.end()
    if not drops:
        return View(raw, text, None)
    drops.sort()
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for start, end in drops:
        if end <= at:
            continue
        start = max(start, at)
        pieces.append(text[at:start])
        offsets.extend(range(at, start))
        at = end
    pieces.append(text[at:])
    offsets.extend(range(at, len(text)))
    return View(raw, "".join(pieces), offsets)
