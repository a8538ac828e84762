"""The figures of one article in reading order, with the text around them: what every audit template works on."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from decimal import Context, Decimal

from policytrack.interval import Interval
from policytrack.model import Article, Figure

_SENTENCE_END = re.compile(r"[。！？\n]")
_CLAUSE_END = "，,；;：:。！？\n、"


@dataclass(frozen=True, slots=True)
class Passage:
    """An article's body figures sorted by position, grouped by sentence; its title's figures apart."""

    article: Article
    figures: tuple[Figure, ...]
    title_figures: tuple[Figure, ...]
    sentences: tuple[tuple[Figure, ...], ...]

    @classmethod
    def of(cls, article: Article, figures: tuple[Figure, ...]) -> "Passage":
        body = tuple(sorted((f for f in figures if f.where == "text"), key=lambda f: f.start))
        groups: list[list[Figure]] = []
        last = -1
        for figure in body:
            if last < 0 or _SENTENCE_END.search(article.text, last, figure.start):
                groups.append([])
            groups[-1].append(figure)
            last = figure.end
        titles = tuple(f for f in figures if f.where == "title")
        return cls(article, body, titles, tuple(map(tuple, groups)))

    def before(self, figure: Figure, width: int = 30) -> str:
        """The text of the figure's own clause before it, at most `width` characters."""
        start = max(0, figure.start - width)
        piece = self.article.text[start : figure.start]
        cut = max((piece.rfind(mark) for mark in _CLAUSE_END), default=-1)
        return piece[cut + 1 :]

    def lead(self, figure: Figure, width: int = 24) -> str:
        """The words of the figure's own clause before it, after the figure before it."""
        at = bisect_left(self.figures, figure.start, key=lambda f: f.start)
        last = self.figures[at - 1].end if at else 0
        words = self.before(figure, width)
        return words[-max(0, figure.start - last) :] if figure.start > last else ""

    def between(self, first: Figure, second: Figure) -> str:
        return self.article.text[first.end : second.start]

    def after(self, figure: Figure, width: int = 12) -> str:
        return self.article.text[figure.end : figure.end + width]


def is_exact(figure: Figure) -> bool:
    """Whether arithmetic may use the figure: one printed number, not a bound and not a range."""
    return figure.bound == "exact" and figure.value_to is None


def same_measure(first: Figure, second: Figure) -> bool:
    """Whether two figures of one article speak of the same indicator: equal, or one named as a part of the other."""
    a, b = first.indicator or "", second.indicator or ""
    return bool(a) and bool(b) and (a == b or a in b or b in a)


def alike(first: Figure, second: Figure) -> bool:
    """Whether two indicators have most of their pairs of characters in common: 国庆我市接待游客 and 全市共接待游客."""
    a, b = ({name[i : i + 2] for i in range(len(name) - 1)} for name in (first.indicator or "", second.indicator or ""))
    return bool(a and b) and 2 * len(a & b) >= min(len(a), len(b))


def plain(value: Decimal) -> str:
    """A decimal without exponent and trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_print(value: Decimal, like: Figure, places: int | None = None) -> str:
    """`value` in the multiplier of `like`, rounded to `places` (default: one digit more than `like` prints)."""
    return plain(_rounded(value.scaleb(-like.unit_mult), like.decimals + 1 if places is None else places))


def _rounded(value: Decimal, places: int) -> Decimal:
    """`value` to so many places, however many digits that makes."""
    return value.quantize(Decimal(1).scaleb(-places), context=Context(prec=max(28, value.adjusted() + places + 2)))


def printed(figure: Figure) -> str:
    """The digits of a figure as printed, without multiplier and unit."""
    return in_print(figure.value, figure, figure.decimals)


def percent(interval: Interval) -> str:
    """`66.5…66.8%` of an interval of percentages."""
    low, high = (plain(_rounded(end, 1)) for end in (interval.low, interval.high))
    return f"{low}%" if low == high else f"{low}…{high}%"
