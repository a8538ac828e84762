"""共A, 其中b、c、d: the parts against the whole.

Parts after 其中 may be incomplete, so only too much contradicts; parts joined by 共 or 合计, and sets that leave nothing
out (进口 and 出口), are complete, so too little contradicts as well. An amount after 其中 is a part only while the list goes
on: 完成投资100亿元,其中工业60亿元,零售额80亿元 begins something new with 零售额.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator

from policytrack.audit.families import is_complete
from policytrack.audit.passage import Passage, is_exact, printed
from policytrack.interval import Interval
from policytrack.model import Audit, Figure

NAME = "parts_sum"
_OF_WHICH = re.compile(r"其中|包括|分布在|^[（(]")
_ALTOGETHER = re.compile("共计|合计|总计|总共|累计|(?<![公中])共(?![享建治同服产和青用])")
# What goes on to something else: 新增, another act, another headline indicator.
_BEGINS = re.compile(
    "新增|另有|还有|此外|同时|累计|带动|实现|发行|争取|总额|总值|余额|收入(?!农)|生产总值|零售|人均|分别|高于|低于|去年|上年|同期|目标|计划|预计|比|较"
)
_ELSE = re.compile("目前|实际|已|新增|另有|还有|此外|同时|累计|带动|发行|争取|高于|低于|去年|上年|同期|目标|计划|预计")
_GROWTH = re.compile(
    r"(?:同比|比上年|较上年)?(?:增长|下降|增加|减少)[^，,、；。：:]*|[（(][^）)]*[）)]?|占[^，,、；。：:]*"
)
_MARKS = "，,、；;和及与：: "


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each whole that is printed with at least two of its parts in one sentence."""
    for sentence in passage.sentences:
        amounts = tuple(f for f in sentence if f.kind == "level" and is_exact(f))
        for i, whole in enumerate(amounts):
            parts = _following(passage, amounts[i:])
            if not parts and not i:
                whole, parts = _from_above(passage, whole, amounts)
            if len(parts) >= 2:
                yield _audit(whole, parts, complete=is_complete([_name(passage, f) for f in parts]))
            parts = _preceding(passage, amounts[: i + 1])
            if len(parts) >= 2:
                yield _audit(whole, parts, complete=True)
    yield from _unlike(passage)


def _unlike(passage: Passage) -> Iterator[Audit]:
    """One refusal for each list of amounts of unlike acts: 减税降费, 缓缴税费 and 留抵退税 do not add up to one relief."""
    for sentence in passage.sentences:
        amounts = [f for f in sentence if f.dimension == "money" and f.kind == "level" and f.obs == "actual"]
        unlike = {f.action: f for f in reversed(amounts) if f.action in _ACTS}
        if len(unlike) >= 2 and len({f.unit for f in unlike.values()}) == 1:
            figures = sorted(unlike.values(), key=lambda f: f.start)
            sums = " + ".join(printed(f) for f in figures)
            names = ", ".join(f"{f.indicator or f.surface} is {_ACTS[f.action or '']}" for f in figures)
            yield Audit(NAME, tuple(f.id for f in figures), "not_checkable", (), f"{sums} is no sum: {names}")


# What an amount of each act is to the one who gives it; amounts of different kinds are never added.
_ACTS = {
    "tax_fee_reduction": "given up", "tax_deferral": "due later", "tax_refund": "paid back", "financing_support": "lent",
    "interest_subsidy": "paid on loans", "subsidy_disbursement": "paid out", "funding_obtained": "received",
}  # fmt: skip


def _following(passage: Passage, amounts: tuple[Figure, ...]) -> list[Figure]:
    """The parts that come after a whole: introduced by 其中, in its unit, one list."""
    whole, parts = amounts[0], list[Figure]()
    if whole.value <= 0:
        return []
    for before, figure in itertools.pairwise(amounts):
        gap = passage.between(before, figure)
        if figure.unit != whole.unit:
            break
        if parts and _is_closed(passage, whole, parts):
            break
        if not parts:
            # Only the first figure after 其中 counts; 其中 may not stand after another figure's clause.
            if not _opens(gap) or _is_rate(gap):
                break
        elif not _goes_on(passage, whole, parts, gap, figure):
            break
        parts.append(figure)
    return parts


def _opens(gap: str) -> bool:
    """Whether the words from the whole to an amount open its list: 其中 and a short name, past the whole's own growth."""
    words = _GROWTH.sub("", gap)
    at = [m.end() for m in _OF_WHICH.finditer(words)]
    if gap.strip()[:1] in ("（", "("):
        return "、" not in gap and len(gap) <= 16 and not _ELSE.search(gap) and "任务" not in gap
    return bool(at) and len(words) - at[-1] <= 16 and "、" not in words[at[-1] :] and "\n" not in gap


def _is_closed(passage: Passage, whole: Figure, parts: list[Figure]) -> bool:
    """Whether the list is over: its last part was joined with 和, or the parts add up already."""
    if len(parts) < 2:
        return False
    last = passage.between(parts[-2], parts[-1])
    joined = re.match(r"[^，,、；;]{0,8}(?:和|及|以及|与)", last)
    return bool(joined) or sum(part.value for part in parts) == whole.value


def _from_above(passage: Passage, first: Figure, amounts: tuple[Figure, ...]) -> tuple[Figure, list[Figure]]:
    """The parts of a sentence that begins with 其中, and their whole: the only amount in their unit of the sentence before."""
    at = bisect_right(passage.sentences, first.start, key=lambda sentence: sentence[0].start) - 1
    above = [f for f in passage.sentences[at - 1] if f.kind == "level" and f.unit == first.unit] if at else []
    gap = passage.between(above[0], first) if len(above) == 1 else ""
    if not re.search(r"[。\n]\s*其中[：:，,]?[^，,。]{0,12}$", gap) or len(gap) > 60 or not is_exact(above[0]):
        return first, []
    return above[0], _following(passage, (above[0], *amounts))


def _is_rate(gap: str) -> bool:
    return bool(re.search("[每户人]均|每[人户亩家个]", gap))


def _goes_on(passage: Passage, whole: Figure, parts: list[Figure], gap: str, figure: Figure) -> bool:
    """Whether a figure is the next part of a list: a short name, of the kind of the names before it."""
    lead = gap.strip()[:1]
    words = _GROWTH.sub("", gap.strip()).strip(_MARKS)
    if lead in ("）", ")") or "其中" in gap or "\n" in gap or len(words) > 12 or _is_rate(gap):
        return False
    name = _name(passage, figure)
    if lead in ("；", ";") and len(parts) > 1 and passage.between(parts[-2], parts[-1]).strip()[:1] not in ("；", ";"):
        return False  # a list parted by commas does not go on behind a semicolon
    first = _name(passage, parts[0])
    alike = bool(name) and (name[-1] == first[-1:] or name[:2] == first[:2])  # 新建, 改建; 用于产业, 用于基础设施
    if lead in ("、", "和", "及", "与"):
        return True
    if _ELSE.search(words):
        return False
    if alike or is_complete([*(_name(passage, f) for f in parts), name]):
        return True
    if lead in ("；", ";", "。"):
        return False
    head = (whole.indicator or "")[-2:]
    return not _BEGINS.search(words) and (
        figure.dimension in ("count", "people") or bool(head and words.endswith(head))
    )


def _name(passage: Passage, figure: Figure) -> str:
    """The words of the figure's own clause before it, less 其中."""
    return passage.before(figure, 20).removeprefix("其中").strip(" ：:")


def _preceding(passage: Passage, amounts: tuple[Figure, ...]) -> list[Figure]:
    """The parts that come before a whole that is introduced by 共 or 合计 in the next clause."""
    whole = amounts[-1]
    lead = passage.before(whole)
    if len(amounts) < 3 or not _ALTOGETHER.search(lead) or passage.between(amounts[-2], whole).strip()[:1] not in "，,":
        return []
    if "累计" in lead and "共" not in lead and "合计" not in lead:
        return []  # 累计 adds up over time, not over the list
    parts: list[Figure] = []
    for figure in reversed(amounts[:-1]):
        following = parts[-1] if parts else whole
        gap = passage.between(figure, following)
        words = _GROWTH.sub("", gap).strip(_MARKS)
        again = gap.strip()[:1] != "、" and _ALTOGETHER.search(passage.before(figure))
        other = (figure.unit, figure.obs) != (whole.unit, whole.obs)
        if other or again or len(words) > 14 or "；" in gap:
            break
        if parts and not _parallel(passage, figure, following):
            break
        parts.append(figure)
    return parts[::-1]


def _parallel(passage: Passage, one: Figure, other: Figure) -> bool:
    a, b = _name(passage, one), _name(passage, other)
    return passage.between(one, other).strip()[:1] == "、" or (len(a) <= 14 and (a[-1:] == b[-1:] or len(b) <= 8))


def _audit(whole: Figure, parts: list[Figure], complete: bool) -> Audit:
    total = Interval.exactly(0)
    for part in parts:
        total += Interval.of(part)
    target = Interval.of(whole)
    if total.meets(target):
        verdict, relation = "consistent", "="
    elif total.low > target.high:
        verdict, relation = "inconsistent", ">"
    else:
        verdict, relation = ("inconsistent" if complete else "consistent"), "<"
    value = sum((part.value for part in parts), start=whole.value * 0)
    amount = format(value.scaleb(-whole.unit_mult).normalize(), "f")
    note = f"{' + '.join(part.surface for part in parts)} = {amount} {relation} {printed(whole)}"
    if relation == "<" and not complete:
        note += " (the list after 其中 may be incomplete)"
    return Audit(NAME, (whole.id, *(part.id for part in parts)), verdict, (), note)
