"""Counts for reports."""

import sqlite3

import pytest

from policytrack.lexicon.load import load
from policytrack.names import Names
from policytrack.query import Query
from policytrack.store.summary import grouped_actions, grouped_figures, series_overview


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
