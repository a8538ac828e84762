"""部分额, 占…的X%: the printed share against part ÷ whole, when the whole is printed; else it is unstated."""

import itertools
from collections.abc import Iterator

from policytrack.audit.passage import Passage, is_exact, percent, printed
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Figure

NAME = "share_of_total"


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each share that follows the amount it is a share of."""
    by_id = {f.id: f for f in passage.figures}
    for sentence in passage.sentences:
        for part, share in itertools.pairwise(sentence):
            if share.kind != "share" or part.kind != "level" or not (is_exact(part) and is_exact(share)):
                continue
            if part.dimension in ("ratio", "time") or part.unit == "%" or part.indicator != share.indicator:
                continue
            whole = by_id.get(share.denominator or "")
            if share.denominator == "unstated":
                yield Audit(
                    NAME, (part.id, share.id), "not_checkable", (),
                    f"{part.surface} 占比 {share.surface}: the denominator is unstated",
                )  # fmt: skip
            elif whole is not None and whole.unit == part.unit and is_exact(whole) and whole.value_low > 0:
                yield _audit(part, share, whole)


def _audit(part: Figure, share: Figure, whole: Figure) -> Audit:
    ratio = Interval.of(part) / Interval.of(whole) * Interval.exactly(HUNDRED)
    verdict = "consistent" if ratio.meets(Interval.of(share)) else "inconsistent"
    relation = "≈" if verdict == "consistent" else "≠"
    note = f"{printed(part)} ÷ {printed(whole)} = {percent(ratio)} {relation} {printed(share)}%"
    return Audit(NAME, (part.id, share.id, whole.id), verdict, (), note)
