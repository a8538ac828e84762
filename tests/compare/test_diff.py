"""Pairing: by series, the closest relation first; mirrored, and empty on itself."""

from decimal import Decimal

from facts import MEASURE, fact
from hypothesis import given
from hypothesis import strategies as st

from policytrack.compare.diff import Diff, Line, diff
from policytrack.compare.facts import Printed, facts_of
from policytrack.compare.flows import flows
from policytrack.model import Fact

H1, AUG, SEP = "2023-01-01/2023-06-30", "2023-01-01/2023-08-31", "2023-01-01/2023-09-30"
NINE_2022 = "2022-01-01/2022-09-30"


def printed(one: Fact) -> Printed:
    mention = one.mentions[0]
    return Printed(one.figure, mention.figure_id, mention.article_id, mention.source, mention.published, one.place,
                   one.organisation, "")  # fmt: skip


numbers = st.one_of(st.integers(1, 999), st.integers(500, 503)).map(lambda n: f"{n // 10}.{n % 10}")
some_facts = st.builds(
    fact,
    numbers,
    st.sampled_from(["亿元", "万元", "亩", "公顷", "家"]),
    period=st.sampled_from([None, H1, AUG, SEP, NINE_2022, "2023-08-01/2023-08-31"]),
    indicator=st.sampled_from(["减税降费", "整治河道", None]),
    place=st.sampled_from(["安澜市", "望川市", None]),
    organisation=st.sampled_from([None, "开发区"]),
    breakdown=st.sampled_from([None, "城镇"]),
    obs=st.sampled_from(["actual", "target"]),
    basis=st.sampled_from([None, "yoy", "other"]),
    bound=st.sampled_from(["exact", "gt"]),
    kind=st.sampled_from(["level", "growth"]),
    accumulation=st.sampled_from(["ytd", "period", "point", "none"]),
    source=st.sampled_from(["甲报", "乙报"]),
    published=st.sampled_from([None, "2023-10-09", "2023-10-20"]),
    id=st.uuids().map(str),
)
sides = st.lists(some_facts, max_size=8)
# Of one series and few periods, so that papers contradict, restate and round.
close_facts = st.builds(
    fact,
    st.sampled_from(["5.0", "5.02", "5.11", "5.30", "9.9"]),
    period=st.sampled_from([H1, NINE_2022, "2022-01-01/2022-06-30", "2023-06-30/2023-06-30", "2022-06-30/2022-06-30"]),
    bound=st.sampled_from(["exact", "exact", "gt", "approx"]),
    accumulation=st.sampled_from(["ytd", "point"]),
    source=st.sampled_from(["甲报", "乙报", "丙报"]),
    published=st.sampled_from([None, "2023-10-09", "2023-10-20", "2023-11-01"]),
    id=st.uuids().map(str),
)
close_sides = st.lists(close_facts, max_size=6).map(lambda side: facts_of(map(printed, side), MEASURE))


def names(a: list[Fact], b: list[Fact]) -> list[str]:
    return [str(line.verdict) for line in diff(a, b, MEASURE).lines]


@given(close_sides, close_sides)
def test_what_contradicts_itself_mirrors(a: list[Fact], b: list[Fact]) -> None:
    def told(found: Diff, turned: bool) -> list[tuple[object, ...]]:
        mirror = {"new": "no_new_report", "no_new_report": "new"} if turned else {}
        return sorted(
            (mirror.get(line.verdict.name, line.verdict.name), line.contested, line.side != "", *sorted(ids(line)))
            for line in found.lines
            if isinstance(line, Line)
        )

    assert told(diff(a, b, MEASURE), False) == told(diff(b, a, MEASURE), True)


@given(close_sides, close_sides)
def test_every_number_has_a_line(a: list[Fact], b: list[Fact]) -> None:
    """Of numbers none is picked in silence: each stands in a line; only bounds that a number bears out do not."""
    shown = {name for line in diff(a, b, MEASURE).lines if isinstance(line, Line) for name in ids(line)}
    exact = {f.mentions[0].figure_id for f in (*a, *b) if f.figure.bound == "exact"}
    assert exact <= shown


def ids(line: Line) -> list[str]:
    return [fact.mentions[0].figure_id for fact in (line.a, line.b) if fact]


@given(sides, sides)
def test_diff_mirrors(a: list[Fact], b: list[Fact]) -> None:
    mirror = {"new": "no_new_report", "no_new_report": "new"}
    assert sorted(names(a, b)) == sorted(mirror.get(name, name) for name in names(b, a))


@given(sides)
def test_diff_of_a_side_with_itself_is_empty(side: list[Fact]) -> None:
    assert diff(side, side, MEASURE).lines == ()


@given(sides, sides)
def test_only_refusals_mix_units_scopes_or_accumulations(a: list[Fact], b: list[Fact]) -> None:
    for line in diff(a, b, MEASURE).lines:
        if line.a and line.b and line.verdict.name != "not_comparable":
            one, other = line.a, line.b
            assert MEASURE.to_base(one.figure.unit)[0] == MEASURE.to_base(other.figure.unit)[0]
            assert (one.place, one.organisation) == (other.place, other.organisation)
            assert (one.figure.breakdown, one.figure.obs) == (other.figure.breakdown, other.figure.obs)
            assert one.figure.kind == other.figure.kind
            assert one.figure.kind == "level" or one.figure.basis == other.figure.basis
            assert one.place or one.mentions[0].source == other.mentions[0].source
            flow = ("ytd", "period")
            assert (one.figure.accumulation in flow) == (other.figure.accumulation in flow)


def test_the_closest_relation_is_paired_first() -> None:
    a = [fact("9.27", period=AUG), fact("8.62", period=NINE_2022)]
    b = [fact("10.56", period=SEP)]
    assert names(a, b) == ["yoy_nominal", "no_new_report"]


def test_two_values_on_one_side_are_reported_once() -> None:
    b = [fact("9.27", period=AUG), fact("9.72", period=AUG, source="乙报")]
    assert sorted(names([], b)) == ["conflict", "new", "new"]


def test_refusals_are_counted_by_reason() -> None:
    found = diff([fact("18", "公里", period=AUG)], [fact("6", "条", period=SEP)], MEASURE)
    assert found.refused == {"unit": 1}


def test_a_figure_without_indicator_is_compared_with_nothing() -> None:
    assert names([fact("1", indicator=None, period=AUG)], [fact("2", indicator=None, period=SEP)]) == []


def test_a_rounded_reprint_is_a_mention_of_the_same_fact() -> None:
    rows = [printed(fact("10.6", period=SEP, source="乙报")), printed(fact("10.56", period=SEP))]
    (merged,) = facts_of(rows, MEASURE)
    assert merged.figure.surface == "10.56亿元"
    assert {m.source for m in merged.mentions} == {"甲报", "乙报"}


def test_figures_of_unknown_period_stay_apart() -> None:
    assert len(facts_of([printed(fact("1", id="x")), printed(fact("1", id="y"))], MEASURE)) == 2


def test_flows_between_cumulative_amounts() -> None:
    series = [fact("6.74", period=H1), fact("9.27", period=AUG), fact("10.56", period=SEP)]
    found = flows(series, MEASURE)
    assert [flow.period.iso for flow in found] == [H1, "2023-07-01/2023-08-31", "2023-09-01/2023-09-30"]
    assert [flow.value for flow in found] == [Decimal("674000000"), Decimal("253000000"), Decimal("129000000")]
    assert (found[2].low, found[2].high) == (Decimal("128000000"), Decimal("130000000"))


def test_a_cumulative_amount_that_falls_is_marked() -> None:
    (_, flow) = flows([fact("62", "家", period=H1), fact("59", "家", period=AUG)], MEASURE)
    assert flow.falls
