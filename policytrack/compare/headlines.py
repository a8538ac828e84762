"""Which figure of its body a headline repeats: 减税降费5亿元 above 上半年新增减税降费5.08亿元 is one number, printed twice."""

from collections.abc import Callable, Sequence

from policytrack.interval import Interval, headline_span
from policytrack.model import Figure


def repeated(
    body: Sequence[Figure], head: Figure, home: str | None, canonical: Callable[[str], str] = str
) -> Figure | None:
    """The body's figure: of one kind, unit, sign and status, of the same or a longer name, and a number that fits.

    `home` is the article's place, which is that of figures without one. None when none fits, or when several do that
    differ in anything but their digits.
    """
    span = headline_span(head)
    name = canonical(head.indicator or "")
    fits = [
        figure for figure in body
        if (figure.kind, figure.unit, figure.obs, figure.sign) == (head.kind, head.unit, head.obs, head.sign)
        and _is_open(figure.bound, head.bound) and Interval.of(figure).meets(span)
        and _same_name(canonical(figure.indicator or ""), name) and _same_scope(figure, head, home)
    ]  # fmt: skip
    exact = [figure for figure in fits if canonical(figure.indicator or "") == name] or fits
    same = {
        (canonical(f.indicator or ""), f.period, f.accumulation, f.place, f.organisation, f.breakdown) for f in exact
    }
    return exact[0] if len(same) == 1 else None


def _is_open(body: str, head: str) -> bool:
    """Whether a bound of the headline may stand for one of the body: 超5亿 for 5.08亿, and for 超5亿 itself."""
    return head == body or (head != "exact" and body == "exact")


def _same_name(one: str, other: str) -> bool:
    return bool(one and other) and (one == other or one in other or other in one)


def _same_scope(figure: Figure, head: Figure, home: str | None) -> bool:
    """Whether the headline says no other time, place or body than the figure."""
    said = (
        (head.period, figure.period), (head.place, figure.place or home), (head.organisation, figure.organisation),
    )  # fmt: skip
    return all(not one or one == other for one, other in said)
