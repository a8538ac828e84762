"""Shares of one whole: what they add up to.

More than 100 % contradicts only if the parts do not overlap, which the note says when it is assumed. 先进制造业 and
高技术制造业 share firms, so their shares may add up to anything; 一、二、三产业 leave nothing out and must add up to 100.
全省 is a whole of each indicator by itself: 进出口占全省53% and 外资占全省72.6% are shares of different wholes.
"""

import re
from collections.abc import Iterator

from policytrack.audit.families import exhaustive, is_complete, is_crosscutting, is_disjoint
from policytrack.audit.passage import Passage, is_exact, percent, printed
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Figure

NAME = "shares_sum"
_WHOLE = re.compile(r"占(?P<whole>[^，。；：、0-9]{0,16}?)(?:的)?(?:比重|比例|总量|总数|份额)?(?:达到?|为|约)?(?:的)?$")
_PLACE = re.compile(r"^(?:全|我|本)?(?:国|省|市|县|区|州|盟|旗|镇|乡|疆)$|开发区$|园区$|[省市县区州]$")
_SHARE_OF = re.compile("占|比重|份额")
_TOGETHER = re.compile(r"分别|依次")


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each whole that at least two printed shares of different things refer to."""
    wholes: dict[tuple[str, str], list[Figure]] = {}
    for figure in passage.figures:
        if figure.kind == "share" and figure.unit == "%" and is_exact(figure) and figure.indicator:
            found = _WHOLE.search(passage.before(figure))
            whole = found["whole"].removesuffix("的") if found else ""
            if len(whole) > 1:  # the 比 of 占比 is no whole
                head = figure.indicator[-2:] if _PLACE.search(whole) else ""
                wholes.setdefault((whole, head), []).append(figure)
    for (whole, _), shares in wholes.items():
        if len(shares) >= 2 and _comparable(shares) and not _one_list(passage, shares):
            names = [f.indicator or "" for f in shares]
            yield _audit(whole, shares, is_disjoint(names) or not is_crosscutting(names), False)
    for sentence in passage.sentences:
        run = [f for f in sentence if f.kind == "share" and f.unit == "%" and is_exact(f)]
        names = [f.indicator or "" for f in run]
        if is_complete(names) and _comparable(run) and all(_SHARE_OF.search(passage.lead(f)) for f in run):
            yield _audit("the whole", run, True, True)
        for shares in _lists(passage, sentence):
            yield _audit("the whole", shares, True, True)


def _comparable(shares: list[Figure]) -> bool:
    """Of one time, one kind of statement, one place, and none a part of another."""
    names = [f.indicator or "" for f in shares]
    nested = any(a in b for i, a in enumerate(names) for j, b in enumerate(names) if i != j)
    alike = len({(f.obs, f.place, f.organisation) for f in shares}) == 1
    return not nested and alike and len({f.period for f in shares if f.period}) <= 1


def _one_list(passage: Passage, shares: list[Figure]) -> bool:
    """Whether the shares are those of one 分别 list, which is checked as such."""
    return bool(_TOGETHER.search(passage.before(shares[0])))


def _lists(passage: Passage, sentence: tuple[Figure, ...]) -> Iterator[list[Figure]]:
    """Shares of a list that names all parts: 第一、二、三产业占比分别为8.1%、37.2%、54.7%."""
    run: list[Figure] = []
    for figure in (*sentence, None):
        joins = figure is not None and figure.kind == "share" and figure.unit == "%" and is_exact(figure)
        if run and (
            not joins or figure is None or not re.fullmatch(r"\s*[、，,和及]\s*", passage.between(run[-1], figure))
        ):
            if len(run) >= 2 and exhaustive(passage.article.text[max(0, run[0].start - 45) : run[0].start], len(run)):
                yield run
            run = []
        if joins and figure is not None:
            run = [*run, figure]


def _audit(whole: str, shares: list[Figure], disjoint: bool, complete: bool) -> Audit:
    total = Interval.exactly(0)
    for share in shares:
        total += Interval.of(share)
    over, under = total.low > HUNDRED, complete and total.high < HUNDRED
    relation = ">" if over else "<" if under else "=" if complete else "≤"
    note = f"{' + '.join(printed(f) for f in shares)} = {percent(total)} {relation} 100% of {whole}"
    verdict = "inconsistent" if (over and disjoint) or under else "not_checkable" if over else "consistent"
    if over and not disjoint:
        note += ": the parts may overlap"
    elif over or under:
        note += " (assumes that the parts do not overlap)" if not complete else ""
    return Audit(NAME, tuple(f.id for f in shares), verdict, (), note)
