"""2400名, 每人1500元, 共360万元: total = count × each."""

import re
from collections.abc import Iterator

from policytrack.audit.passage import Passage, in_print, is_exact, printed
from policytrack.interval import Interval
from policytrack.model import Audit, Figure

NAME = "per_unit"
_EACH = re.compile(r"每(?P<one>[人户家部个名亩间所头台套座处位栋件株])|(?P<average>[户人])均")
# 每人 counts whatever is counted in people.
_COUNTED = {"人": ("人", "名", "位", "人次"), "户": ("户", "家"), "家": ("家", "户", "个")}


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each rate per head that stands in a sentence with its count and its total."""
    for sentence in passage.sentences:
        for each in sentence:
            found = _EACH.search(passage.before(each))
            if not found or each.dimension != "money" or not is_exact(each):
                continue
            one = found["one"] or found["average"]
            units = _COUNTED.get(one, (one,))
            counts = [f for f in sentence if f.unit in units and is_exact(f)]
            totals = [f for f in sentence if f.unit == each.unit and f.value > each.value and is_exact(f)]
            if len(counts) == 1 and len(totals) == 1:
                yield _audit(counts[0], each, totals[0])


def _audit(count: Figure, each: Figure, total: Figure) -> Audit:
    product = Interval.of(count) * Interval.of(each)
    verdict = "consistent" if product.meets(Interval.of(total)) else "inconsistent"
    relation = "≈" if verdict == "consistent" else "≠"
    value = in_print(count.value * each.value, total)
    note = f"{count.surface} × {each.surface} = {value} {relation} {printed(total)}"
    return Audit(NAME, (count.id, each.id, total.id), verdict, (), note)
