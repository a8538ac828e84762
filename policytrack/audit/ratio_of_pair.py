"""抽检1200批次, 合格1176批次, 合格率98%: a printed rate against the two counts it is the ratio of."""

from collections.abc import Iterator
from itertools import combinations

from policytrack.audit.passage import Passage, is_exact, percent, printed
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Figure

NAME = "ratio_of_pair"


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each rate …率 whose stem names one of two counts before it in the sentence."""
    for sentence in passage.sentences:
        for i, rate in enumerate(sentence):
            stem = (rate.indicator or "").removesuffix("率")
            if rate.kind != "share" or rate.unit != "%" or not is_exact(rate) or stem == rate.indicator:
                continue
            counts = [f for f in sentence[max(0, i - 4) : i] if f.kind == "level" and is_exact(f) and f.value > 0]
            pair = _pair(passage, counts, stem[-2:])
            if pair is not None:
                yield _audit(*pair, rate)


def _pair(passage: Passage, counts: list[Figure], stem: str) -> tuple[Figure, Figure] | None:
    """The part whose clause or indicator carries the stem (合格 of 合格率), and the whole before it."""
    for whole, part in combinations(counts, 2):
        named = stem in (part.indicator or "") or stem in passage.before(part)
        if part.unit == whole.unit and named and part.value <= whole.value:
            return whole, part
    return None


def _audit(whole: Figure, part: Figure, rate: Figure) -> Audit:
    ratio = Interval.of(part) / Interval.of(whole) * Interval.exactly(HUNDRED)
    verdict = "consistent" if ratio.meets(Interval.of(rate)) else "inconsistent"
    relation = "≈" if verdict == "consistent" else "≠"
    note = f"{printed(part)} ÷ {printed(whole)} = {percent(ratio)} {relation} {printed(rate)}%"
    return Audit(NAME, (whole.id, part.id, rate.id), verdict, (), note)
