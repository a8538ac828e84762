"""占比X%, 提高Y个百分点: the earlier share that follows, X − Y; and 由Z%提高到X%, 提高Y个百分点, which prints all three.

高于全国2.1个百分点 compares with another place, not with another time, and a change after 外贸结构…一般贸易占比 is another
indicator's.
"""

import itertools
import re
from collections.abc import Iterator

from policytrack.audit.passage import Passage, is_exact, percent, printed, same_measure
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Derived, Figure

NAME = "growth_and_change"
_ELSEWHERE = re.compile(
    "[高低快慢好优]于|[高低]出|超[过出]?(?:全|平均)|领先|落后|(?:比|较)(?:全国|全省|全市|全州|全区|平均)|进度|目标"
)
_OWN = re.compile(r"^\s*[，,、（(]?[^，,；;。、]{0,22}$")  # no clause of another subject in between
_VERB = re.compile("提高|提升|上升|增加|增长|扩大|加快|回升|下降|降低|减少|回落|收窄|放缓|上涨|攀升|增")
_FROM, _TO = re.compile("(?:由|从)[^，,。；]{0,14}$"), re.compile("[到至为](?:[0-9]{4}年|今年|目前)?[末底]?的?约?$")
_PRIOR = re.compile("(?:上年|去年|同期|上期|此前|年初|[0-9]{4}年)[^，,。；]{0,8}$")


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each rate or share that is followed by its change in percentage points."""
    for sentence in passage.sentences:
        for now, change in itertools.pairwise(sentence):
            if change.kind != "change" or change.unit != "个百分点" or now.unit != "%":
                continue
            if now.kind not in ("share", "growth") or not (is_exact(now) and is_exact(change)):
                continue
            gap = passage.between(now, change)
            if _ELSEWHERE.search(gap) or not _OWN.match(gap) or not _VERB.search(gap) or not _is_own(now, change, gap):
                continue
            now, then = _in_order(passage, sentence, now)
            yield _audit(now, change, then)


def _is_own(now: Figure, change: Figure, gap: str) -> bool:
    """Whether the change is the rate's: it names the same thing, or nothing new."""
    return same_measure(now, change) or len(gap) <= 12 or not (change.indicator and now.indicator)


def _in_order(passage: Passage, sentence: tuple[Figure, ...], near: Figure) -> tuple[Figure, Figure | None]:
    """The share now and the earlier one, if it is printed: 由20.3%提高到35.8%, or 达到35.8%，比上年的20.3%."""
    at = sentence.index(near)
    other = sentence[at - 1] if at else None
    if other is None or other.unit != "%" or not is_exact(other) or other.kind != near.kind:
        return near, None
    gap, lead = passage.between(other, near), passage.lead(near, 20)
    if _PRIOR.search(lead) and re.search("[比较]", lead) and same_measure(other, near):
        return other, near
    both = _FROM.search(passage.lead(other, 20)) and _TO.search(gap.strip())
    return near, other if both or _PRIOR.search(passage.lead(other, 20)) else None


def _audit(now: Figure, change: Figure, then: Figure | None) -> Audit:
    step = Interval.of(change)
    ours = Interval.of(now) + step if change.sign < 0 else Interval.of(now) - step
    impossible = now.kind == "share" and (ours.high < 0 or ours.low > HUNDRED)
    note = f"{printed(now)}% {'+' if change.sign < 0 else '−'} {printed(change)} points = {percent(ours)} before"
    name = "prior_share" if now.kind == "share" else "prior_rate"
    derived = (Derived(name, ours.low, ours.high, "%"),)
    if then is not None:
        agrees = Interval.of(then).meets(ours)
        note += f" {'≈' if agrees else '≠'} printed {printed(then)}%"
        return Audit(NAME, (now.id, change.id, then.id), "consistent" if agrees else "inconsistent", derived, note)
    if impossible:
        note += ", which no share can be"
    return Audit(NAME, (now.id, change.id), "inconsistent" if impossible else "derived", derived, note)
