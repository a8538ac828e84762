"""总量, 增长X%: the base that follows; refused where the growth is not the growth of the printed total.

规上 and 限额以上 indicators change their sample every year and are compared on a like-for-like base; 增加值 and
生产总值 grow in constant prices (National Bureau of Statistics, notes to the monthly industrial and the quarterly
GDP releases).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from policytrack.audit.passage import Passage, in_print, is_exact, printed
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Derived, Figure

NAME = "level_and_growth"
_SAMPLE = re.compile("规上|规模以上|限上|限额以上|资质以上")
_REAL = re.compile("增加值|生产总值|GDP|总产值|实际增长")


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each amount that is followed by its own growth rate."""
    for sentence in passage.sentences:
        for i, growth in enumerate(sentence[1:], 1):
            if growth.kind != "growth" or growth.unit != "%" or not is_exact(growth):
                continue
            now = sentence[i - 1]
            if now.kind != "level" or now.unit == "%" or not is_exact(now) or now.indicator != growth.indicator:
                continue
            base = next((f for f in sentence if _is_base(f, now, growth)), None)
            yield _audit(now, growth, base)


def _is_base(figure: Figure, now: Figure, growth: Figure) -> bool:
    return (
        figure is not now and figure.kind == "level" and figure.unit == now.unit and is_exact(figure)
        and figure.indicator == now.indicator and figure.period is not None
        and figure.period == growth.base_period
    )  # fmt: skip


def _audit(now: Figure, growth: Figure, base: Figure | None) -> Audit:
    name = now.indicator or ""
    refusal = ""
    if _SAMPLE.search(name):
        refusal = "the sample of firms changes from year to year, so the rate is not that of the printed totals"
    elif _REAL.search(name):
        refusal = "the rate is in constant prices, the total in current ones"
    if refusal:
        return Audit(NAME, (now.id, growth.id), "not_checkable", (), f"{now.indicator}: {refusal}")
    rate = Interval.of(growth)
    rate = Interval(-rate.high, -rate.low) if growth.sign < 0 else rate
    factor = Interval.exactly(1) + rate / Interval.exactly(HUNDRED)
    if factor.low <= 0:
        return Audit(NAME, (now.id, growth.id), "not_checkable", (), f"{growth.surface} leaves nothing to divide by")
    before = Interval.of(now) / factor
    sign = "−" if growth.sign < 0 else "+"
    percent = printed(growth)
    note = (
        f"{printed(now)} ÷ (1 {sign} {percent}%) = {in_print(before.low, now)}…{in_print(before.high, now)} "
        "in the base period"
    )
    derived = (Derived("base_level", before.low, before.high, now.unit),)
    if base is None:
        return Audit(NAME, (now.id, growth.id), "derived", derived, note)
    verdict = "consistent" if Interval.of(base).widened(Decimal(0)).meets(before) else "inconsistent"
    return Audit(NAME, (now.id, growth.id, base.id), verdict, derived, f"{note}; printed {printed(base)}")
