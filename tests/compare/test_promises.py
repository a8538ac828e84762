"""Targets and the later figures that may answer them."""

from decimal import Decimal

from facts import MEASURE, fact

from policytrack.compare.promises import promises

YEAR = "2023-01-01/2023-12-31"
TARGET = fact("120", "公里", indicator="新改建农村公路", obs="target", period=YEAR, published="2023-01-18")


def test_a_later_figure_of_the_same_series_is_a_candidate() -> None:
    done = fact("126", "公里", indicator="新改建农村公路", period="2023-01-01/2023-12-15", published="2023-12-15")
    (promise,) = promises([TARGET], [done], MEASURE)
    (answer,) = promise.answers
    assert (answer.score.total, answer.reached) == (1.0, Decimal("105.0"))


def test_a_similar_name_scores_less() -> None:
    done = fact("126", "公里", indicator="农村公路", period="2023-01-01/2023-12-15", published="2023-12-15")
    ((promise),) = promises([TARGET], [done], MEASURE)
    assert 0.5 <= promise.answers[0].score.total < 1


def test_what_was_printed_before_the_target_answers_nothing() -> None:
    done = fact("110", "公里", indicator="新改建农村公路", period=YEAR, published="2022-12-15")
    assert promises([TARGET], [done], MEASURE)[0].silent


def test_another_unit_answers_nothing() -> None:
    done = fact("126", "条", indicator="新改建农村公路", period=YEAR, published="2023-12-15")
    assert promises([TARGET], [done], MEASURE)[0].silent


def test_another_year_answers_nothing() -> None:
    done = fact("126", "公里", indicator="新改建农村公路", period="2024-01-01/2024-12-31", published="2024-12-15")
    assert promises([TARGET], [done], MEASURE)[0].silent
