"""A cleaned view of a text with a map back to the raw offsets.

The grammar sees one form only: simplified characters, half-width digits, letters and percent signs, full-width Chinese punctuation, no line break
inside a sentence, no space beside a digit. Raw text is never changed; every span is mapped back before it is reported.
"""

import re
from dataclasses import dataclass

from policytrack.lexicon.traditional import simplify

# Characters whose full-width form is only a typographic variant. Length-preserving, so it needs no offsets.
_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDE |= {ord(a): b for a, b in zip("％．＋￥﹪∶／億萬", "%.+¥%:/亿万", strict=True)}
_HAS_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％．＋￥﹪∶／億萬]")
# Half-width punctuation of converted pages: `达到82%,年产值` means the same as `达到82%，年产值`.
_HALF = re.compile(r"(?<![0-9]),|,(?![0-9]{3}(?![0-9]))|(?<![0-9]):(?!//)|:(?![0-9/])|[;!?()]")
_FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
_HAN = "\u3400-\u9fff"
_DROP = re.compile(
    rf"(?<=[0-9%])[ \u3000\xa0]+(?=[{_HAN}%])|(?<=[{_HAN}，、（：；])[ \u3000\xa0]+(?=[0-9])"  # 增长 8.5 %
    r"|[\u200b-\u200f\u202a-\u202e\u2060\ufeff]+"  # invisible and bidirectional marks
)
_BREAK = re.compile(r"[ \t\u3000]*\r?\n(?:[ \t\u3000]*\r?\n)*[ \t\u3000]*")
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


def make_view(raw: str) -> View:
    """The cleaned view of `raw`; the identity for text that needs no cleaning. Linear in the length."""
    text = simplify(raw.translate(_WIDE) if _HAS_WIDE.search(raw) else raw)
    text = _HALF.sub(lambda m: _FULL[m[0]], text)
    drops = [m.span() for m in _DROP.finditer(text)]
    previous = 0
    for m in _BREAK.finditer(text):
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
