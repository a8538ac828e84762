"""The sample data show every verdict of a diff and every template of the audit, with values computed by hand."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from transcripts import run, scratch

from policytrack.audit.across import Comparison, unit_slip, yoy_chain, ytd_monotone
from policytrack.compare.ambiguous import ambiguous
from policytrack.compare.diff import Diff, Line, diff
from policytrack.compare.series import series_key
from policytrack.lexicon.load import load
from policytrack.model import Fact
from policytrack.names import Names
from policytrack.period_query import parse_period
from policytrack.query import Query, parse_query
from policytrack.store.audits import article_audits
from policytrack.store.connect import open_reader
from policytrack.store.facts import facts, measure_of

NAMES = Names(load())
MEASURE = measure_of(NAMES.lexicon)
TODAY = date(2024, 1, 2)


@pytest.fixture(scope="module")
def db() -> Iterator[Path]:
    with scratch() as home:
        run("policytrack ingest -q sample_data")
        yield home / "policytrack.db"


def side(db: Path, *terms: str, by_published: bool = False) -> list[Fact]:
    conn = open_reader(db)
    query = parse_query(terms, lambda text: parse_period(text, TODAY), by_published=by_published)
    found = facts(conn, query, NAMES)
    conn.close()
    return found


def compared(db: Path, a: str, b: str, *terms: str, by_published: bool = False) -> Diff:
    sides = (side(db, f"date:{period}", *terms, by_published=by_published) for period in (a, b))
    return diff(*sides, MEASURE)  # type: ignore[call-arg]


def line(found: Diff, indicator: str, verdict: str) -> Line:
    lines = [x for x in found.lines if x.indicator == indicator and str(x.verdict) == verdict]
    assert lines, [(x.indicator, str(x.verdict)) for x in found.lines]
    return lines[0]


def test_a_year_to_date_amount_grows_by_the_flow_between(db: Path) -> None:
    found = line(compared(db, "2023Q2", "2023Q3", "place:安澜"), "留抵退税", "ytd_increment")
    assert found.verdict.delta in (
        Decimal("285000000"),
        Decimal("115000000"),
    )  # 11.20 − 8.35, or the zone's 5.06 − 3.91


def test_loans_are_a_stock(db: Path) -> None:
    found = line(compared(db, "2023Q2", "2023Q3"), "制造业贷款余额", "stock_change")
    assert (found.verdict.delta, found.verdict.percent) == (Decimal("2160000000"), Decimal("3.8"))  # 583.4 − 561.8


def test_inspections_of_two_quarters_are_separate_flows(db: Path) -> None:
    found = line(compared(db, "2023Q2", "2023Q3"), "检查餐饮企业", "flow_disjoint")
    assert found.verdict.delta == Decimal(225)  # 1485 − 1260


def test_a_year_apart_is_nominal(db: Path) -> None:
    found = line(compared(db, "2022Q3", "2023Q3", "indicator:规上工业产值"), "规上工业产值", "yoy_nominal")
    assert found.verdict.percent == Decimal("14.6")  # 701.8 / 612.4 − 1


def test_an_official_revision_is_restated(db: Path) -> None:
    found = line(compared(db, "2023Q1", "2023Q2", "indicator:规上工业产值"), "规上工业产值", "restated")
    assert found.verdict.delta == Decimal("150000000")  # 433.2 − 431.7


def test_two_papers_contradict_each_other(db: Path) -> None:
    found = line(compared(db, "2023Q2", "2023Q3", "indicator:减税降费"), "减税降费", "conflict")
    assert found.verdict.delta == Decimal("45000000")  # 9.72 − 9.27


def test_a_bound_is_only_a_bound(db: Path) -> None:
    found = compared(db, "2023-10-19", "2023-10-23", by_published=True)  # 10.56亿元, then 超10亿元
    assert line(found, "减税降费", "bound_only")


def test_a_rounded_number_is_the_same_number(db: Path) -> None:
    found = compared(db, "2023-10-19", "2023-10-20..2023-10-31", by_published=True)
    assert {x.verdict.name for x in found.lines} & {"same_coarser", "bound_only"}


def test_the_same_number_in_two_papers_is_one_fact(db: Path) -> None:
    found = [f for f in side(db, "indicator:减税降费", "date:2023Q3") if f.figure.surface == "28.93亿元"]
    assert [len(f.mentions) >= 2 for f in found] == [True]


def refusals(db: Path) -> set[str | None]:
    pairs = [
        ("2023Q2", "2023Q3"),
        ("2022Q3", "2023Q3"),
        ("2022Q3", "2023Q4"),
        ("2022", "2023"),
        ("2023Q1", "2023Q2"),
        ("2023Q1", "2023Q3"),
        ("2023-08", "2023-09"),
    ]
    return {x.verdict.reason for a, b in pairs for x in compared(db, a, b).lines if x.verdict.name == "not_comparable"}


@pytest.mark.parametrize("reason", ["unit", "kind", "scope", "denominator", "accumulation", "period"])
def test_refusals_have_their_reason(db: Path, reason: str) -> None:
    assert reason in refusals(db)


def audits(db: Path) -> dict[str, set[str]]:
    conn = open_reader(db)
    found: dict[str, set[str]] = {}
    for verdict, template, *_ in article_audits(conn, Query(), NAMES):
        found.setdefault(template, set()).add(verdict)
    conn.close()
    return found


@pytest.mark.parametrize(
    ("template", "verdict"),
    [
        ("target_completion", "consistent"),
        ("share_of_total", "consistent"),
        ("shares_sum", "consistent"),
        ("growth_and_change", "derived"),
        ("level_and_growth", "derived"),
        ("level_and_growth", "not_checkable"),
        ("parts_sum", "inconsistent"),
        ("headline_body", "consistent"),
        ("names_vs_count", "consistent"),
        ("ratio_of_pair", "consistent"),
        ("per_unit", "consistent"),
    ],
)
def test_every_template_occurs(db: Path, template: str, verdict: str) -> None:
    assert verdict in audits(db).get(template, set())


# One line of arithmetic for each template, computed by hand.
ARITHMETIC = {
    # 84.55 ÷ 0.7055 = 119.84, 84.65 ÷ 0.7045 = 120.16; 80 ÷ 120 = 66.7 %
    "target_completion": "84.6 ÷ 70.5% = 120 [119.84, 120.16]; (84.6 − 4.6) ÷ 120 = 66.6…66.8% ≈ 8/12 of the year",
    "share_of_total": "19.9 ÷ 28.6 = 69.3…69.9% ≈ 69.6%",  # 19.85 ÷ 28.65 and 19.95 ÷ 28.55
    "shares_sum": "31.9 + 27.4 + 18.2 = 77.4…77.6% ≤ 100%",  # 77.5 ± 0.15
    "growth_and_change": "31.9% − 3.4 points = 28.4…28.6% before",
    "level_and_growth": "1.02 ÷ (1 + 4.1%) = 0.975…0.985 in the base period",  # 1.015 ÷ 1.0415 and 1.025 ÷ 1.0405
    "parts_sum": "126家 + 114家 + 98家 = 338 > 328",
    "headline_body": "三十六亿元 ≈ 36.2亿元",
    "ratio_of_pair": "1176 ÷ 1200 = 98% ≈ 98%",
    "per_unit": "1130户 × 2万元 = 2260 ≈ 2260",
}


@pytest.mark.parametrize("template", ARITHMETIC)
def test_the_arithmetic_is_that_of_a_reader(db: Path, template: str) -> None:
    conn = open_reader(db)
    notes = [note for _, name, note, *_ in article_audits(conn, Query(), NAMES) if name == template]
    conn.close()
    assert any(note.startswith(ARITHMETIC[template]) for note in notes), notes


def test_a_list_of_unlike_amounts_is_not_summed(db: Path) -> None:
    conn = open_reader(db)
    refused = [note for verdict, _, note, *_ in article_audits(conn, Query(), NAMES) if verdict == "not_checkable"]
    conn.close()
    assert "1.02 + 0.57 is no sum: 减税降费 is given up, 留抵退税 is paid back" in refused


def test_templates_across_articles_occur(db: Path) -> None:
    known = side(db)
    unclear = ambiguous(known, MEASURE)

    def series_of(fact: Fact) -> object:
        return None if fact.mentions[0].figure_id in unclear else series_key(fact, MEASURE)

    by = Comparison(series_of, MEASURE.to_base)
    falls = [a.note for a in ytd_monotone(known, by) if a.verdict == "inconsistent"]
    assert any("62个" in note and "59个" in note for note in falls)
    growth = [f for f in known if f.figure.kind == "growth"]
    assert any("701.8亿元 ÷ 612.4亿元 − 1 = 14.6%" in a.note for a in yoy_chain(known, growth, by))
    [slip] = unit_slip(known, by)
    assert (slip.verdict, "3.31万元" in slip.note, slip.note.endswith("only × 10000")) == ("inconsistent", True, True)
