"""甲区、乙区、丙区3个区: names printed before a count. With 等 the count may be larger; without it they must agree."""

import re
from collections.abc import Iterator

from policytrack.audit.passage import Passage, is_exact
from policytrack.model import Audit, Figure

NAME = "names_vs_count"
_NAME = r"[^，。；：！？、\n0-9“”《》（）()]{2,16}?"
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
            yield _audit(figure, found)


def _clause(passage: Passage, figure: Figure) -> str:
    piece = passage.article.text[max(0, figure.start - 120) : figure.start]
    return re.split(r"[，。；：！？\n,;:]", piece)[-1]


def _audit(figure: Figure, found: re.Match[str]) -> Audit:
    count = found["names"].count("、") + 1
    said = figure.value
    if found["open"]:
        verdict = "consistent" if count <= said else "inconsistent"
        relation = "≤" if count <= said else ">"
    else:
        verdict = "consistent" if count == said else "inconsistent"
        relation = "=" if count == said else "≠"
    note = f"{count} names {relation} {figure.surface}{' (等: the list may be open)' if found['open'] else ''}"
    return Audit(NAME, (figure.id,), verdict, (), note)
