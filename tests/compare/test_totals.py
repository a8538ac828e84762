"""Sums over the lines of a diff: one indicator, one unit, the same two periods, nothing twice."""

from decimal import Decimal

from facts import MEASURE, fact

from policytrack.compare.diff import diff
from policytrack.compare.totals import Total, totals
from policytrack.model import Fact

BEFORE, NOW = "2022-01-01/2022-06-30", "2023-01-01/2023-06-30"


def sums(a: list[Fact], b: list[Fact]) -> list[Total]:
    return totals(diff(a, b, MEASURE).lines, lambda fact: "", MEASURE).get("", [])


def pair(then: str, now: str, unit: str = "家", **fields: object) -> tuple[Fact, Fact]:
    name = f"{then}{fields}"
    return (
        fact(then, unit, period=BEFORE, id=f"a{name}", **fields),
        fact(now, unit, period=NOW, id=f"b{name}", **fields),
    )


def test_two_places_beside_each_other_add_up() -> None:
    one, other = pair("100", "120", place="630102"), pair("10", "15", place="630103")
    [total] = sums([one[0], other[0]], [one[1], other[1]])
    assert (total.before, total.after, total.count) == (Decimal(110), Decimal(135), 2)


def test_a_place_inside_another_is_not_counted_twice() -> None:
    city, district = pair("100", "120", place="630100"), pair("10", "15", place="630102")
    [total] = sums([city[0], district[0]], [city[1], district[1]])
    assert total.count == 1


def test_an_unknown_place_is_added_to_nothing() -> None:
    one, other = pair("100", "120", place="630102"), pair("10", "15", place=None)
    [total] = sums([one[0], other[0]], [one[1], other[1]])
    assert total.count == 1


def test_units_and_indicators_are_never_added() -> None:
    firms, money = pair("100", "120"), pair("10", "15", unit="万元")
    other = pair("7", "9", indicator="整治河道")
    found = sums([firms[0], money[0], other[0]], [firms[1], money[1], other[1]])
    assert [(total.indicator, total.unit, total.count) for total in found] == [
        ("减税降费", "元", 1), ("减税降费", "家", 1), ("整治河道", "家", 1),
    ]  # fmt: skip


def test_what_only_one_side_has_is_in_no_total() -> None:
    one = pair("100", "120", place="630102")
    [total] = sums([one[0]], [one[1], fact("900", "家", period=NOW, place="630103")])
    assert total.after == Decimal(120)


def test_targets_are_no_results() -> None:
    a, b = pair("100", "120", obs="target")
    assert sums([a], [b]) == []


def test_what_papers_put_at_different_values_is_in_no_total() -> None:
    then = fact("100", "家", period=BEFORE, source="丙报", id="1.f1")
    now = [fact(n, "家", period=NOW, source=paper, id=f"{n}.f1") for n, paper in (("120", "甲报"), ("130", "乙报"))]
    assert sums([then], now) == []
    [total] = sums([fact("100", "家", period=BEFORE, source="乙报", id="1.f1")], now)
    assert total.after == Decimal(130)


def test_what_may_be_a_slip_of_the_unit_is_in_no_total() -> None:
    one, other = pair("3.1", "3.4", unit="亿元", place="630102"), pair("2.8", "3.0", unit="亿元", place="630103")
    odd = fact("3.1", "万元", period=NOW, place="630103", id="odd")
    [total] = sums([one[0], other[0]], [one[1], odd])
    assert (total.count, total.after) == (1, Decimal("340000000"))
