"""Decisions applied to a reading."""

from dataclasses import replace
from decimal import Decimal

import pytest
from stored import tax

from policytrack.correcting import check_change, corrected
from policytrack.errors import UsageError
from policytrack.model import Decision, Extraction, Figure


@pytest.fixture
def found() -> Extraction:
    return tax()


def about(item: object, decision: str, **changes: str) -> Decision:
    kind = "figure" if isinstance(item, Figure) else "action"
    return Decision(kind, item.where, item.start, item.end, decision, changes)  # type: ignore[attr-defined]


def test_no_decisions_change_nothing(found: Extraction) -> None:
    assert corrected(found, []) is found


def test_a_rejected_figure_leaves_its_action(found: Extraction) -> None:
    after = corrected(found, [about(found.figures[0], "reject")])
    assert [f.id for f in after.figures] == ["f2"]
    assert [a.figures for a in after.actions] == [(), ("f2",)]


def test_a_rejected_action_leaves_its_figures_without_one(found: Extraction) -> None:
    after = corrected(found, [about(found.actions[0], "reject")])
    assert [(f.id, f.action, f.action_id) for f in after.figures] == [("f1", None, None), ("f2", "inspection", "a2")]


def test_what_a_person_accepts_is_certain(found: Extraction) -> None:
    assert corrected(found, [about(found.actions[1], "accept")]).actions[1].confidence == 1.0


def test_an_edited_value_is_exact(found: Extraction) -> None:
    figure = corrected(found, [about(found.figures[0], "edit", value="3.5")]).figures[0]
    assert (figure.value, figure.value_low, figure.value_high) == (Decimal("3.5"),) * 3


def test_an_edited_period_counts_as_stated_and_an_empty_one_as_unknown(found: Extraction) -> None:
    edited = corrected(found, [about(found.figures[0], "edit", period="2023-01-01/2023-03-31")]).figures[0]
    emptied = corrected(found, [about(found.figures[0], "edit", period="")]).figures[0]
    assert edited.period is not None
    assert (edited.period.iso, edited.period_how) == ("2023-01-01/2023-03-31", "stated")
    assert (emptied.period, emptied.period_how) == (None, "unknown")


def test_a_figure_moves_to_the_action_of_its_new_type(found: Extraction) -> None:
    after = corrected(found, [about(found.figures[0], "edit", action="inspection")])
    assert after.figures[0].action_id == "a2"
    assert [a.figures for a in after.actions] == [(), ("f1", "f2")]


def test_the_figures_of_an_edited_action_take_its_type(found: Extraction) -> None:
    after = corrected(found, [about(found.actions[1], "edit", type="enforcement")])
    assert [f.action for f in after.figures] == ["tax_fee_reduction", "enforcement"]


def test_an_accepted_numeral_waits_no_longer(found: Extraction) -> None:
    numeral = found.numerals[0]
    decided = Decision("numeral", "text", numeral.start, numeral.end, "accept", {})
    assert corrected(found, [decided]).numerals == ()


def test_a_decision_about_a_span_that_is_gone_is_ignored(found: Extraction) -> None:
    gone = Decision("figure", "text", 900, 905, "reject", {})
    assert replace(corrected(found, [gone])) == found


@pytest.mark.parametrize(
    ("item", "field", "value", "message"),
    [
        ("figure", "surface", "x", "'surface' of a figure cannot be edited. Fields are indicator, "),
        ("figure", "kind", "big", "kind: 'big' is not one of level, growth"),
        ("figure", "value", "many", "value: 'many' is not a number."),
        ("figure", "unit", "", "unit needs a value."),
        ("action", "period", "x", "period: 'x' "),
        ("numeral", "kind", "level", "'kind' of a numeral cannot be edited. Accept it or leave it."),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(item: str, field: str, value: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_change(item, field, value)
    assert str(caught.value).startswith(message)
