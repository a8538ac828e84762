"""总量, 增长X%: the base that follows, and what the base and the change are printed to be.

Refused where the growth is not the growth of the printed total: 规上 and 限额以上 indicators change their sample every year
and are compared on a like-for-like base, as is 同口径; 增加值 and 生产总值 grow in constant prices (National Bureau of
Statistics, notes to the monthly industrial and the quarterly GDP releases). 年均增长 has no single base.

A base and a change count only on the base of the rate: 比年初增加7亿元，同比增长13% are two comparisons. A rate that names no
base may go on with that of the change before it, or be a year's: it agrees or says nothing.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from policytrack.audit.passage import Passage, in_print, is_exact, printed
from policytrack.interval import HUNDRED, Interval
from policytrack.model import Audit, Derived, Figure

NAME = "level_and_growth"
_SAMPLE = re.compile("规上|规模以上|规模工业|限上|限额以上|资质以上|重点监测|入库企业")
_REAL = re.compile("增加值|生产总值|GDP|总产值|实际增长|不变价|可比价|扣除")
_LIKE = re.compile("同口径|可比口径|还原|按.{1,8}口径")
_MANY_YEARS = re.compile("年均|平均增长|平均增速|累计增长|翻|以来增长")
_PARTED = re.compile(r"^\s*[，,、（(]|^\s*(?:同比|比|较)")  # in 60户龙头企业产值增长30% the count is not what grew
_STEP = re.compile("(?:比|较|同比)[^，,。；]{0,10}(?:增收|增加|净增|减收|减少|多|少|增长)了?$")
_FELL = re.compile("减|少|降")
_PRIOR = re.compile(
    "(?:去年|上年|同期|上一年|前一年|年初|上月|上季度|上年末)[^，,。；]{0,10}$|(?:由|从)[^，,。；]{0,14}$"
)
# What words name as the time compared with; the first that fits.
_BASES = (
    ("year start", re.compile("年初|[上去]年末|[上去]年底")),
    ("month", re.compile("上月|上个月|环比")),
    ("quarter", re.compile("上季|上一季|上个季")),
    ("year", re.compile("同比|去年|上年|上一年|前一年|同期")),
)


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each amount that is followed by its own growth rate."""
    for sentence in passage.sentences:
        for i, growth in enumerate(sentence):
            if growth.kind != "growth" or growth.unit != "%" or not is_exact(growth):
                continue
            now = _level(passage, sentence[:i], growth)
            if now is None:
                continue
            base = next((f for f in sentence if _is_base(passage, f, now, growth)), None)
            change = next((f for f in sentence[:i] if _is_change(passage, f, now, growth)), None)
            base, change = (f if f and _one_base(passage, f, now, growth) else None for f in (base, change))
            yield _audit(passage, now, growth, base, change)


def _level(passage: Passage, before: tuple[Figure, ...], growth: Figure) -> Figure | None:
    """The amount that grew: the nearest one before, past its base and its change."""
    passed = False
    for figure in reversed(before):
        gap = passage.between(figure, growth)
        if "；" in gap or ";" in gap or _MANY_YEARS.search(gap) or figure.unit == "%":
            return None
        if _is_step(passage, figure) or _PRIOR.search(passage.lead(figure)):
            passed = True
            continue
        # With its base or change in between, the words connect the two whatever the indicators are called.
        own = figure.indicator == growth.indicator or passed
        return figure if figure.kind == "level" and is_exact(figure) and own and _PARTED.search(gap) else None
    return None


def _is_step(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is the change itself: 比上年增加2亿元, 同比增收2亿元."""
    return figure.kind == "change" or bool(_STEP.search(passage.lead(figure)))


def _is_base(passage: Passage, figure: Figure, now: Figure, growth: Figure) -> bool:
    if figure is now or figure.kind != "level" or figure.unit != now.unit or not is_exact(figure):
        return False
    if figure.start > growth.end + 30 or _is_step(passage, figure):
        return False
    named = figure.indicator == now.indicator and figure.period is not None and figure.period == growth.base_period
    return named or bool(_PRIOR.search(passage.lead(figure)) and _adjacent(passage, figure, now))


def _adjacent(passage: Passage, one: Figure, other: Figure) -> bool:
    """Whether only words of the comparison stand between: 比去年同期的28.6亿元增长7.0%, 由28.6亿元增加到30.6亿元."""
    first, second = sorted((one, other), key=lambda f: f.start)
    gap = passage.between(first, second)
    between = any(f.kind == "level" and first.start < f.start < second.start for f in passage.figures)
    return len(gap) <= 16 and "；" not in gap and not between


def _is_change(passage: Passage, figure: Figure, now: Figure, growth: Figure) -> bool:
    if figure is now or figure.unit != now.unit or not is_exact(figure) or not _is_step(passage, figure):
        return False
    return (
        figure.start > now.start
        and _fell(passage, figure) == (growth.sign < 0)
        and len(passage.between(now, figure)) <= 16
    )


def _one_base(passage: Passage, figure: Figure, now: Figure, growth: Figure) -> bool:
    """Whether a base or change may be set against the rate: it compares with the same time, or bears the rate out."""
    own, rate = (_base_named(passage.before(f)) for f in (figure, growth))
    if own is None or own == rate or (rate is None and own == "year"):
        return True
    implied = _implied(now, growth)
    before = _less(passage, now, figure) if _is_step(passage, figure) else Interval.of(figure)
    return rate is None and implied is not None and before.meets(implied)


def _base_named(words: str) -> str | None:
    return next((name for name, pattern in _BASES if pattern.search(words)), None)


def _implied(now: Figure, growth: Figure) -> Interval | None:
    """The amount before, by the rate; None when the rate leaves nothing to divide by."""
    factor = Interval.exactly(1) + Interval.signed(growth) / Interval.exactly(HUNDRED)
    return Interval.of(now) / factor if factor.low > 0 else None


def _less(passage: Passage, now: Figure, change: Figure) -> Interval:
    """The amount before, by the change, whose sign its verb may say: 比上年减少2亿元."""
    said = Interval.of(change)
    return Interval.of(now) + said if _fell(passage, change) else Interval.of(now) - said


def _fell(passage: Passage, change: Figure) -> bool:
    return bool(_FELL.search(passage.lead(change))) or change.sign < 0


def _refusal(passage: Passage, now: Figure, growth: Figure) -> str:
    name = f"{now.indicator or ''} {passage.before(now)}"
    gap = passage.between(now, growth)
    if _SAMPLE.search(name):
        return "the sample of firms changes from year to year, so the rate is not that of the printed totals"
    if _REAL.search(name) or _REAL.search(gap):
        return "the rate is in constant prices, the total in current ones"
    if _LIKE.search(name) or _LIKE.search(gap):
        return "the rate is on a like-for-like base, which is not the printed one"
    return ""


def _audit(passage: Passage, now: Figure, growth: Figure, base: Figure | None, change: Figure | None) -> Audit:
    refusal = _refusal(passage, now, growth)
    if refusal:
        return Audit(NAME, (now.id, growth.id), "not_checkable", (), f"{now.indicator}: {refusal}")
    before = _implied(now, growth)
    if before is None:
        return Audit(NAME, (now.id, growth.id), "not_checkable", (), f"{growth.surface} leaves nothing to divide by")
    sign = "−" if growth.sign < 0 else "+"
    note = (
        f"{printed(now)} ÷ (1 {sign} {printed(growth)}%) = {in_print(before.low, now)}…{in_print(before.high, now)} "
        "in the base period"
    )
    derived = (Derived("base_level", before.low, before.high, now.unit),)
    figures, agrees = [now.id, growth.id], True
    if change is not None:
        figures.append(change.id)
        ours = _less(passage, now, change)
        agrees = ours.meets(before)
        middle = in_print(ours.middle, now)
        note += (
            f"; {printed(now)} {'+' if growth.sign < 0 else '−'} {printed(change)} = {middle} {'≈' if agrees else '≠'}"
        )
    if base is not None:
        figures.append(base.id)
        agrees = agrees and Interval.of(base).widened(Decimal(0)).meets(before)
        note += f"; printed {printed(base)}"
    if base is None and change is None:
        return Audit(NAME, tuple(figures), "derived", derived, note)
    return Audit(NAME, tuple(figures), "consistent" if agrees else "inconsistent", derived, note)
