"""甲区、乙区、丙区3个区: names printed before a count. With 等 the count may be larger; without it they must agree."""

import re
from collections.abc import Iterator

from policytrack.audit.passage import Passage, is_exact
from policytrack.model import Audit, Figure

NAME = "names_vs_count"
_NAME = r"[^，。；：！？、\n0-9“”《》（）()]{2,16}?"
_DIVISIONS = "区县市镇乡旗道"  # a list of places may mix them
# What ends a clause proper and begins a list: 局在临江区, 前往北塘区.
_BEGINS = re.compile("在|对|赴|前往|到|向|由|与|和|为|覆盖|包括|涉及|走访|检查|深入")
_LIST = re.compile(rf"(?P<names>{_NAME}(?:、{_NAME})+?)(?P<open>等)?(?:共|这)?$")
_CLASSIFIERS = frozenset(
    ["个", "家", "户", "所", "处", "名", "位", "座", "县", "区", "市", "镇", "乡", "村", "省", "省份", "部门"]
)


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each count that directly follows a list of at least two names."""
    for figure in passage.figures:
        if figure.unit not in _CLASSIFIERS or not is_exact(figure) or figure.unit_mult:
            continue
        found = _LIST.search(_clause(passage, figure))
        if found:
            names = found["names"].split("、")
            if not found["open"]:
                names = _alike(names)
            if len(names) > 1:
                yield _audit(figure, len(names), bool(found["open"]))


def _clause(passage: Passage, figure: Figure) -> str:
    piece = passage.article.text[max(0, figure.start - 120) : figure.start]
    return re.split(r"[，。；：！？\n,;:]", piece)[-1]


def _alike(names: list[str]) -> list[str]:
    """The names at the end of a list that are of one kind: 甲局、乙局在丙区、丁区 ends in two districts."""
    kinds = _DIVISIONS if names[-1][-1] in _DIVISIONS else names[-1][-1]
    alike: list[str] = []
    for name in reversed(names):
        if name[-1] not in kinds:
            break
        alike.append(name)
        if _BEGINS.search(name):
            break
    return alike[::-1]


def _audit(figure: Figure, count: int, is_open: bool) -> Audit:
    said = figure.value
    agrees = count <= said if is_open else count == said
    relation = ("≤" if agrees else ">") if is_open else ("=" if agrees else "≠")
    note = f"{count} names {relation} {figure.surface}{' (等: the list may be open)' if is_open else ''}"
    return Audit(NAME, (figure.id,), "consistent" if agrees else "inconsistent", (), note)
