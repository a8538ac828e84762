"""Counts for reports."""

import sqlite3

import pytest

from policytrack.lexicon.load import load
from policytrack.names import Names
from policytrack.period import Period
from policytrack.query import Query, parse_query
from policytrack.store.summary import grouped_actions, grouped_figures, series_overview, totals


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
    assert {row["obs_status"] for row in series_overview(filled, Query(), names)} == {"actual"}


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
