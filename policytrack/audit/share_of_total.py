"""部分额, 占…的X%: the printed share against part ÷ whole, when the whole is printed; else it is unstated.

The whole is the figure that the record names as denominator, or the one before 其中 or 中 in the same unit (查处117件案件中,
大案111件,占94.9%), unless words say that the share is of something else (占全省的3.8%).
"""

import itertools
import re
from collections.abc import Iterator

from policytrack.audit.passage import Passage, is_exact, percent, printed
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Figure

NAME = "share_of_total"
_SHARE = re.compile(r"^\s*(?:[，,、（(]\s*(?:约|只)?(?:占|所占比|比重|比例)|占)[^，,、；;。（(]{0,20}$")
# 占比, 占总数的, 占项目总数的: the whole is the list's own.
_WHOLES = "总数|总量|总额|总项目数|全部[^，。；：、0-9]{0,6}|总面积"
_OWN_WHOLE = re.compile(rf"占(?:比|到?了?|其|[^，。；：、0-9]{{0,8}}?(?:{_WHOLES}))(?:的|比重|比例)?(?:达到?|为)?$")
_OF_WHICH = re.compile("其中")
_AMONG = re.compile(r"^[^，,。；;]{0,14}中[，,]")


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each share that follows the amount it is a share of."""
    by_id = {f.id: f for f in passage.figures}
    for sentence in passage.sentences:
        for i, (part, share) in enumerate(itertools.pairwise(sentence)):
            if share.kind != "share" or part.kind != "level" or not (is_exact(part) and is_exact(share)):
                continue
            gap = passage.between(part, share)
            if part.dimension in ("ratio", "time") or part.unit == "%" or not _is_its_share(gap):
                continue
            whole = by_id.get(share.denominator or "")
            if whole is None or whole is part:
                whole = _listed(passage, sentence[: i + 1], gap) or _above(passage, sentence[: i + 1], gap)
            if whole is not None and whole.unit == part.unit and is_exact(whole) and whole.value_low > 0:
                yield _audit(part, share, whole)
            elif share.denominator == "unstated":
                yield Audit(
                    NAME, (part.id, share.id), "not_checkable", (),
                    f"{part.surface} 占比 {share.surface}: the denominator is unstated",
                )  # fmt: skip


def _is_its_share(gap: str) -> bool:
    """Whether the words between an amount and a share make it the amount's: 6.2亿元，占比3.8%."""
    return bool(_SHARE.search(gap)) and not re.search("高于|低于|增长|下降|提高", gap)


def _listed(passage: Passage, before: tuple[Figure, ...], gap: str) -> Figure | None:
    """The whole that 其中 or 中 opens before a part, in the part's unit."""
    part = before[-1]
    for figure in before[-2::-1]:
        if figure.kind != "level" or figure.unit != part.unit:
            continue
        words = passage.between(figure, part)
        if _OF_WHICH.search(words) or _AMONG.search(words):
            return figure if figure.value > part.value and _is_own(passage, figure, gap) else None
        if "；" in words:
            return None
    return None


def _is_own(passage: Passage, whole: Figure, gap: str) -> bool:
    """Whether the share is of the list's whole: 占比, 占总数的, or by name (外贸进出口…占全市外贸总值的).

    A wider place in the name makes it another whole: 占全省的, 占全国外贸的.
    """
    words = gap.strip()
    text = passage.article.text
    start = max(text.rfind("。", 0, whole.start), text.rfind("\n", 0, whole.start)) + 1
    if any(scope not in text[start : whole.start] for scope in re.findall("全[国省市州县区]", words)):
        return False
    if _OWN_WHOLE.search(words):
        return True
    named, said = words.partition("占")[2], whole.indicator or ""
    return any(named[i : i + 2] in said for i in range(len(named) - 1) if named[i : i + 2] not in ("比重", "比例"))


def _above(passage: Passage, before: tuple[Figure, ...], gap: str) -> Figure | None:
    """The whole of the sentence before, when a sentence begins with 其中."""
    part = before[-1]
    if len(before) > 1:
        return None
    at = passage.figures.index(part)
    lead = passage.article.text[max(0, part.start - 40) : part.start]
    if not re.search(r"(?:^|[。\n])\s*其中", lead) or not at:
        return None
    whole = passage.figures[at - 1]
    if not _is_own(passage, whole, gap):
        return None
    return whole if (whole.kind, whole.unit, whole.obs) == (part.kind, part.unit, part.obs) else None


def _audit(part: Figure, share: Figure, whole: Figure) -> Audit:
    ratio = Interval.of(part) / Interval.of(whole) * Interval.exactly(HUNDRED)
    verdict = "consistent" if ratio.meets(Interval.of(share)) else "inconsistent"
    relation = "≈" if verdict == "consistent" else "≠"
    note = f"{printed(part)} ÷ {printed(whole)} = {percent(ratio)} {relation} {printed(share)}%"
    return Audit(NAME, (part.id, share.id, whole.id), verdict, (), note)
