"""2400名, 每人1500元, 共360万元: total = count × each. 每人每月 says nothing about the total without the months."""

import re
from collections.abc import Iterator
from decimal import Decimal

from policytrack.audit.passage import Passage, in_print, is_exact, printed
from policytrack.interval import Interval
from policytrack.model import Audit, Figure

NAME = "per_unit"
_EACH = re.compile(
    r"每(?:一)?(?P<one>平方米|公里|人次|[人户家部个名位亩间所头台套座处栋件株辆吨村校场次条对间只])|(?P<average>[户人亩村])均|按每?(?P<by>[人户亩])"
)
_REPEATED = re.compile("每(?:人|户|名|位|个)?(?:每|/)?[月年天日季]|[/／每][月年天日季]|按月|逐月|月均|年均")
# 每人 counts whatever is counted in people.
_COUNTED = {
    "人": ("人", "名", "位", "人次"), "户": ("户", "家"), "家": ("家", "户", "个"), "名": ("名", "人", "位"),
    "位": ("位", "人", "名"), "村": ("个", "村"), "校": ("所", "个"), "个": ("个", "家"), "次": ("次", "场"),
}  # fmt: skip
_TOTAL = re.compile("共|合计|总|累计|发放|拨付|兑现|安排|需|投入|支出|补贴|补助")


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each rate per head that stands in a sentence with its count and its total."""
    for sentence in passage.sentences:
        for each in sentence:
            lead = passage.before(each, 16)
            found = _EACH.search(lead)
            if not found or not is_exact(each) or each.kind != "level" or each.unit == "%":
                continue
            if _REPEATED.search(lead) or _REPEATED.match(passage.after(each, 3)):
                continue
            one = found["one"] or found["average"] or found["by"]
            units = _COUNTED.get(one, (one,))
            counts = [f for f in sentence if f is not each and f.unit in units and f.kind == "level" and is_exact(f)]
            if len(counts) == 1 and _another(passage, counts[0], each, units):
                continue
            totals = [f for f in sentence if _is_total(passage, f, each)]
            if len(counts) == 1 and len(totals) == 1:
                yield _audit(counts[0], each, totals[0], bool(found["average"]))


def _another(passage: Passage, count: Figure, each: Figure, units: tuple[str, ...]) -> bool:
    """Whether another number of the same things stands between count and rate, whatever it was taken for."""
    first, second = sorted((count, each), key=lambda f: f.start)
    return bool(re.search(rf"[0-9](?:{'|'.join(units)})", passage.between(first, second)))


def _is_total(passage: Passage, figure: Figure, each: Figure) -> bool:
    """Whether a figure may be the total: more than one share, in its unit, and not a share itself."""
    if figure is each or figure.unit != each.unit or figure.kind != "level" or not is_exact(figure):
        return False
    lead = passage.lead(figure, 16)
    if figure.start > each.start and passage.between(each, figure).strip()[:1] == "、":
        return False  # 每吨省补贴100元、县补贴120元: another rate
    return (
        figure.value > each.value and not _EACH.search(lead) and bool(_TOTAL.search(lead) or each.dimension == "money")
    )


def _audit(count: Figure, each: Figure, total: Figure, average: bool) -> Audit:
    rate = Interval.of(each)
    if average and not each.decimals:
        rate = rate.widened(Decimal(5).scaleb(each.unit_mult - 1))  # 户均1523元 is rounded
    product = Interval.of(count) * rate
    verdict = "consistent" if product.meets(Interval.of(total)) else "inconsistent"
    relation = "≈" if verdict == "consistent" else "≠"
    value = in_print(count.value * each.value, total)
    note = f"{count.surface} × {each.surface} = {value} {relation} {printed(total)}"
    return Audit(NAME, (count.id, each.id, total.id), verdict, (), note)
