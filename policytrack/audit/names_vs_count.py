"""甲区、乙区、丙区3个区: names printed before a count. With 等 the count may be larger; without it they must agree.

Only a count with its noun behind it counts the names (甲、乙2个区县). 瞪羚企业、雏鹰企业358户 counts what the names stand for,
and so does 地级市、县级市116个城市, where the names are classes.
"""

import re
from collections.abc import Iterator

from policytrack.audit.passage import Passage, is_exact
from policytrack.model import Audit, Figure

NAME = "names_vs_count"
_NAME = r"[^，。；：！？、\n0-9“”《》（）()]{2,16}?"
_DIVISIONS = "区县市镇乡旗道"  # a list of places may mix them
# What ends a clause proper and begins a list: 局在临江区, 前往北塘区.
_BEGINS = re.compile(
    "在|对|赴|前往|到|向|由|与|和|为|给|覆盖|包括|涉及|走访|检查|深入|联合|组织|调研|确定|选取|选择|及"
)
_LIST = re.compile(rf"^(?P<names>{_NAME}(?:、{_NAME})+?)(?P<open>等)?(?:共|这|共计)?$")
_CLASS = re.compile(
    "级[市县区]?$|类$|型$|各[类级]|^新增|^新建|级以上|(?:[新改扩续]建|重组|改造|引进|培育|打造|建成|完成|认定|创建|签约|开工|整治|修复|排查"
    "|检查|实施|推进|开展|新增|建设|提升|升级|落实|发放|查处|跨越)$"
)
_CLASSIFIERS = frozenset(
    [
        "个",
        "家",
        "户",
        "所",
        "处",
        "名",
        "位",
        "座",
        "县",
        "区",
        "市",
        "镇",
        "乡",
        "村",
        "省",
        "省份",
        "部门",
        "条",
        "项",
    ]
)
_SELF_NOUN = frozenset(["县", "区", "市", "镇", "乡", "村", "省", "省份", "部门"])
_MOST_APART = 9  # a count further from the names than this counts something else


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each count that directly follows a list of at least two names."""
    for figure in passage.figures:
        if figure.unit not in _CLASSIFIERS or not is_exact(figure) or figure.unit_mult:
            continue
        found = _LIST.search(_clause(passage, figure))
        if not found or not _counts_names(passage, figure):
            continue
        is_open = bool(found["open"])
        names = found["names"].split("、")
        if not is_open:
            names = [name for part in names for name in _split(part)]
        least, most = (len(names), len(names)) if is_open else _how_many(names)
        near = is_open or abs(most - figure.value) <= _MOST_APART
        if not is_open and not least <= figure.value <= most and not _one_kind(names):
            continue  # 山东、河北8家企业, 京津冀、长三角9个城市: the names need not be what is counted
        if most > 1 and near and not any(_CLASS.search(name) for name in names):
            yield _audit(figure, least, most, is_open)


def _counts_names(passage: Passage, figure: Figure) -> bool:
    """Whether a noun for the names follows the count: 3个区, 3家企业; not 358户 and a full stop."""
    after = passage.after(figure, 10)
    if passage.article.text[figure.start - 1 : figure.start] in ("和", "及", "与", "或"):
        return False  # 化学需氧量、氨氮和5项重金属
    if re.match("[一-鿿]{0,8}、", after):
        return False  # the list goes on: 铁人三项世界杯、网球公开赛
    return figure.unit in _SELF_NOUN or bool(re.match(r"(?!和|及|、|分别)[一-鿿]{2}|[区县市镇乡村省]", after))


def _clause(passage: Passage, figure: Figure) -> str:
    piece = passage.article.text[max(0, figure.start - 160) : figure.start]
    return re.split(r"[，。；：！？\n,;:]", piece)[-1]


def _one_kind(names: list[str]) -> bool:
    """Whether all names end alike: districts of one list, or bureaus."""
    last = {name[-1] for name in names}
    return len(last) == 1 or all(end in _DIVISIONS for end in last)


def _split(part: str) -> list[str]:
    """甲镇和乙镇 are two names; 中和镇 is one."""
    names = re.split("以及|和|与", part)
    return names if all(len(name) > 1 for name in names) else [part]


def _how_many(names: list[str]) -> tuple[int, int]:
    """How many names the list may hold: those of the last one's kind, and all. 甲局、乙局在丙区、丁区 ends in two districts."""
    kinds = _DIVISIONS if names[-1][-1] in _DIVISIONS else names[-1][-1]
    alike = 0
    for name in reversed(names):
        if name[-1] not in kinds:
            break
        alike += 1
        if (found := _BEGINS.search(name)) and found.start() > 0:
            break
    return alike, len(names)


def _audit(figure: Figure, least: int, most: int, is_open: bool) -> Audit:
    said = figure.value
    agrees = most <= said if is_open else least <= said <= most
    relation = ("≤" if agrees else ">") if is_open else ("=" if agrees else "≠")
    count = most if is_open or least == most or (least < 2 and not agrees) else f"{least} to {most}"
    count = f"{said:f}" if agrees and not is_open else count  # of a list that may hold 2 or 4 names, 3 are the last
    note = f"{count} names {relation} {figure.surface}{' (等: the list may be open)' if is_open else ''}"
    return Audit(NAME, (figure.id,), "consistent" if agrees else "inconsistent", (), note)
