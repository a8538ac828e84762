"""占比X%, 提高Y个百分点: the earlier share that follows, X − Y."""

import itertools
from collections.abc import Iterator

from policytrack.audit.passage import Passage, is_exact, percent, printed
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Derived

NAME = "growth_and_change"


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each rate or share that is followed by its change in percentage points."""
    for sentence in passage.sentences:
        for now, change in itertools.pairwise(sentence):
            if change.kind != "change" or change.unit != "个百分点" or now.unit != "%":
                continue
            if now.kind not in ("share", "growth") or not (is_exact(now) and is_exact(change)):
                continue
            if "高于" in passage.before(change) or "低于" in passage.before(change):
                continue  # 高于全国2.1个百分点 compares with another place, not with another time
            step = Interval.of(change)
            then = Interval.of(now) + step if change.sign < 0 else Interval.of(now) - step
            impossible = now.kind == "share" and (then.high < 0 or then.low > HUNDRED)
            mark = "+" if change.sign < 0 else "−"
            note = f"{printed(now)}% {mark} {printed(change)} points = {percent(then)} before"
            if impossible:
                note += ", which no share can be"
            yield Audit(
                NAME, (now.id, change.id), "inconsistent" if impossible else "derived",
                (Derived("prior_share" if now.kind == "share" else "prior_rate", then.low, then.high, "%"),), note,
            )  # fmt: skip
