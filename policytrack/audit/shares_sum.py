"""Shares of one whole: what they add up to. More than 100 % contradicts only if the parts do not overlap."""

import re
from collections.abc import Iterator

from policytrack.audit.passage import Passage, is_exact, percent, printed
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Figure

NAME = "shares_sum"
_WHOLE = re.compile(r"占(?P<whole>[^，。；：、0-9]{0,16}?)(?:的)?(?:比重|比例|总量|总数|份额)?(?:达到?|为|约)?(?:的)?$")


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each whole that at least two printed shares of different things refer to."""
    wholes: dict[str, list[Figure]] = {}
    for figure in passage.figures:
        if figure.kind == "share" and figure.unit == "%" and is_exact(figure):
            found = _WHOLE.search(passage.before(figure))
            whole = found["whole"].removesuffix("的") if found else ""
            if len(whole) > 1:  # the 比 of 占比 is no whole
                wholes.setdefault(whole, []).append(figure)
    for whole, shares in wholes.items():
        periods = {figure.period for figure in shares if figure.period}
        if len(periods) <= 1 and len({f.indicator for f in shares}) == len(shares) >= 2:
            yield _audit(whole, shares)


def _audit(whole: str, shares: list[Figure]) -> Audit:
    total = Interval.exactly(0)
    for share in shares:
        total += Interval.of(share)
    over = total.low > HUNDRED
    note = f"{' + '.join(printed(f) for f in shares)} = {percent(total)} {'>' if over else '≤'} 100% of {whole}"
    if over:
        note += " (assumes that the parts do not overlap)"
    return Audit(NAME, tuple(f.id for f in shares), "inconsistent" if over else "consistent", (), note)
