"""The printed sentence around a span, in raw offsets: what every figure is quoted with.

A line break that only wraps a sentence does not end it, so a quote may hold one.
"""

from bisect import bisect_right

from policytrack.extract.layout import make_layout
from policytrack.extract.view import make_view

Span = tuple[int, int]


def sentence_spans(raw: str) -> list[Span]:
    """The half-open raw spans of the sentences of a text, sorted, with their closing mark and without outer space."""
    view = make_view(raw)
    spans = []
    for start, end in make_layout(view.text).sentences:
        a, b = view.span(start, end)
        while a < b and raw[a].isspace():
            a += 1
        while b > a and raw[b - 1].isspace():
            b -= 1
        if a == b:
            continue
        while b < len(raw) and raw[b] in "。！？!?…”":
            b += 1
        spans.append((a, b))
    return spans


def sentence_around(sentences: list[Span], start: int, end: int) -> Span:
    """The sentence that holds a span, stretched to cover the whole span."""
    i = bisect_right(sentences, (start, 1 << 62)) - 1
    if i < 0:
        return start, end
    a, b = sentences[i]
    return min(a, start), max(b, end)
