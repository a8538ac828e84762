"""Counts for reports."""

import sqlite3
from datetime import date

import pytest
from stored import document, make_action, make_figure

from policytrack.lexicon.load import load
from policytrack.model import Article, Extraction
from policytrack.names import Names
from policytrack.period import Period
from policytrack.query import Query, parse_query
from policytrack.store.facts import facts
from policytrack.store.summary import grouped_actions, grouped_figures, series_overview, totals
from policytrack.store.write import RunWriter


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load())


def test_the_figures_of_an_actor_are_those_of_its_acts(filled: sqlite3.Connection, names: Names) -> None:
    assert grouped_figures(filled, Query(), names, "actor")["澄江区税务局"] == 2


@pytest.mark.parametrize("by", ["month", "quarter"])
def test_times_are_in_their_order(filled: sqlite3.Connection, names: Names, by: str) -> None:
    keys = [row["key"] for row in grouped_actions(filled, Query(), names, by)]
    assert keys == sorted(keys)
    assert len(keys) == 2


def test_targets_and_actual_values_are_series_of_their_own(filled: sqlite3.Connection, names: Names) -> None:
    text = "临泽县栽植行道树415株,明年要达到620株。"
    figures = (
        make_figure(
            name, text, f"{value}株", value, "株", indicator="栽植行道树", obs=obs, period=Period.from_iso(period)
        )
        for name, value, obs, period in (
            ("f1", "415", "actual", "2023-01-01/2023-12-31"),
            ("f2", "620", "target", "2024-01-01/2024-12-31"),
        )
    )
    told = Article("", text, published=date(2023, 12, 28), published_how="given", place="620723")
    RunWriter(filled, "ingest", ["test"], "lex1").add(document(Extraction(told, (), tuple(figures), ()), origin="x"))
    series = series_overview(filled, parse_query(["indicator:栽植行道树"], Period.from_iso), names)
    assert {(row["obs_status"], row["figures"]) for row in series} == {("actual", 1), ("target", 1)}


@pytest.mark.parametrize(
    ("period", "by_published", "articles"),
    [
        ("2023-06-01/2023-06-30", False, 1),  # covered: January to June
        ("2023-06-01/2023-06-30", True, 0),
        ("2023-07-01/2023-07-31", True, 1),
        ("2023-08-01/2023-08-31", False, 1),
        ("1999-01-01/1999-12-31", False, 0),
    ],
)
def test_a_period_counts_the_articles_that_cover_it(
    filled: sqlite3.Connection, names: Names, period: str, by_published: bool, articles: int
) -> None:
    query = parse_query([f"date:{period}"], Period.from_iso, by_published=by_published)
    assert totals(filled, query, names)["articles"] == articles


def test_an_act_without_a_period_counts_with_its_figures(filled: sqlite3.Connection, names: Names) -> None:
    nine = Period.from_iso("2023-01-01/2023-09-30")
    text = "截至9月底,临泽县新建充电桩415个,培训电工36名。"
    piles, people = (
        make_figure(name, text, surface, surface[:-1], surface[-1], period=period, action_id="a1")
        for name, surface, period in (("f1", "415个", nine), ("f2", "36名", None))
    )
    act = make_action("a1", text, "新建充电桩415个", "infrastructure", figures=("f1", "f2"))
    told = Article("", text, published=date(2023, 10, 9), published_how="given", place="620723")
    RunWriter(filled, "ingest", ["test"], "lex1").add(
        document(Extraction(told, (act,), (piles, people), ()), origin="x")
    )
    asked = parse_query(["type:infrastructure"], Period.from_iso)
    assert [row["key"] for row in grouped_actions(filled, asked, names, "quarter")] == ["2023Q3"]
    covered = parse_query(["type:infrastructure", "date:2023-07-01/2023-09-30"], Period.from_iso)
    assert len(grouped_actions(filled, covered, names, "type")) == 1


def test_a_headline_without_a_period_is_selected_with_its_body(filled: sqlite3.Connection, names: Names) -> None:
    text, title = "一季度,临泽县发放以工代赈报酬312万元。", "以工代赈报酬发放312万元"
    money = {"unit_mult": 4, "dimension": "money", "indicator": "以工代赈报酬"}
    head = make_figure("f1", title, "312万元", "3120000", "元", where="title", **money)
    body = make_figure("f2", text, "312万元", "3120000", "元", period=Period.from_iso("2023-01-01/2023-03-31"), **money)
    told = Article("", text, title, published=date(2023, 4, 11), published_how="given", place="620723")
    RunWriter(filled, "ingest", ["test"], "lex1").add(document(Extraction(told, (), (head, body), ()), origin="x"))
    first, second = (
        parse_query([f"date:{period}", "indicator:以工代赈"], Period.from_iso)
        for period in ("2023-01-01/2023-03-31", "2023-04-01/2023-06-30")
    )
    assert [len(facts(filled, query, names)) for query in (first, second)] == [1, 0]
    [fact] = facts(filled, first, names)
    assert len(fact.mentions) == 2
