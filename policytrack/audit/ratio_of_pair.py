"""抽检1200批次, 合格1176批次, 合格率98%: a printed rate against the two counts it is the ratio of.

不合格率 is the rate of 不合格, and where two parts carry the stem (现场整改, 限期整改) nothing says which one is meant.
"""

import re
from collections.abc import Iterator

from policytrack.audit.passage import Passage, is_exact, percent, printed
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Figure

NAME = "ratio_of_pair"
_STEM = re.compile(r"(?P<stem>[不未]?[一-鿿]{2})率(?:为|达|达到|约|约为|是|均为)?\s*$")
_ACHIEVED = re.compile("^(?:目前|现)?(?:已|完成|实际|其中|成功|按期|按时|实现|建成|通过)")
_WHOLE = re.compile("应|需|计划|列入|登记|受理|共|总")
_OTHER = re.compile("收益|利润|增长|周转|负债|报酬|回报|折旧|利$")  # rates of means, not of the two amounts beside them
_NOT = re.compile("[不未]")
_MORE = re.compile("提高|提升|上升|增加|下降|降低|高于|低于|比|较")


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each rate …率 whose stem names one of two counts before it in the sentence."""
    for sentence in passage.sentences:
        for i, rate in enumerate(sentence):
            found = _STEM.search(passage.before(rate))
            if (
                rate.kind not in ("share", "ratio_to_target")
                or rate.unit != "%"
                or not is_exact(rate)
                or not found
                or _OTHER.search(found["stem"])
            ):
                continue
            counts = [f for f in sentence[max(0, i - 4) : i] if _is_count(passage, f, rate)]
            pair = _pair(passage, counts, found["stem"], rate)
            if pair is not None:
                yield _audit(*pair, rate)


def _is_count(passage: Passage, figure: Figure, rate: Figure) -> bool:
    gap = passage.between(figure, rate)
    plain_count = figure.kind == "level" and is_exact(figure) and figure.value > 0 and figure.unit != "%"
    return plain_count and "；" not in gap and ";" not in gap and not _MORE.search(passage.before(figure, 10))


def _pair(passage: Passage, counts: list[Figure], stem: str, rate: Figure) -> tuple[Figure, Figure] | None:
    """The part whose clause or indicator carries the stem (合格 of 合格率), and the whole beside it."""
    parts = [f for f in counts if _carries(f"{passage.before(f, 14)}|{f.indicator or ''}", stem)]
    if len(parts) != 1:
        parts = [f for f in counts if _carries(passage.before(f, 14), stem)]
    if len(parts) == 2:
        parts = [f for f in parts if not _WHOLE.search(passage.before(f, 14))]  # 应参保 and 实际参保
    if not parts and len(counts) == 2 and _at_once(passage, counts[1], rate) and _related(passage, counts[1], stem):
        parts = counts[1:]  # 受理1529件，审结1351件，结案率; 已建成卫生室819个，覆盖率
    if len(parts) != 1:
        return None
    [part] = parts
    at = counts.index(part)
    wholes = [f for f in counts if f is not part and f.unit == part.unit and f.value >= part.value]
    before = [f for f in wholes if counts.index(f) < at]
    if before:
        return before[-1], part
    return (wholes[0], part) if len(wholes) == 1 else None


def _at_once(passage: Passage, part: Figure, rate: Figure) -> bool:
    """Whether the rate follows its part with nothing but its own short name: ，结案率78.4%."""
    return bool(re.match(r"^[，,、]\s*[一-鿿]{2,6}率(?:为|达到?|约)?$", passage.between(part, rate)))


def _related(passage: Passage, part: Figure, stem: str) -> bool:
    """Whether the words before the later of two counts make it what was achieved."""
    words = passage.lead(part, 14)
    return bool(_ACHIEVED.search(words)) or any(character in words for character in stem[-2:])


def _carries(words: str, stem: str) -> bool:
    """Whether the words name what the rate is a rate of; 不合格 does not name 合格."""
    core = stem if _NOT.match(stem) else stem[-2:]
    return any(not _NOT.match(words[max(0, m.start() - 1) :]) or core[0] in "不未" for m in re.finditer(core, words))


def _audit(whole: Figure, part: Figure, rate: Figure) -> Audit:
    ratio = Interval.of(part) / Interval.of(whole) * Interval.exactly(HUNDRED)
    verdict = "consistent" if ratio.meets(Interval.of(rate)) else "inconsistent"
    relation = "≈" if verdict == "consistent" else "≠"
    note = f"{printed(part)} ÷ {printed(whole)} = {percent(ratio)} {relation} {printed(rate)}%"
    return Audit(NAME, (whole.id, part.id, rate.id), verdict, (), note)
