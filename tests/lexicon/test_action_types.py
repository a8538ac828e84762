"""Every action type's examples are found, its counter-examples are not."""

import pytest

from policytrack.extract import extract_article
from policytrack.lexicon.actions import ActionType, Example
from policytrack.lexicon.load import load
from policytrack.model import Action, Article

LEXICON = load()
TYPES = LEXICON.actions.types
EXPECTED = 27


def cases(attribute: str) -> list[object]:
    return [
        pytest.param(kind, example, id=f"{kind.id}-{number}")
        for kind in TYPES.values()
        for number, example in enumerate(getattr(kind, attribute), 1)
    ]


def actions_of(text: str, kind: ActionType) -> list[Action]:
    found = extract_article(Article("x", text), LEXICON).actions
    return [action for action in found if action.type == kind.id]


def test_there_are_26_types_and_the_rest() -> None:
    assert len(TYPES) == EXPECTED
    assert "other_policy" in TYPES


@pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES)
def test_a_type_is_fully_described(kind: ActionType) -> None:
    assert kind.label
    assert kind.label_en
    assert kind.definition
    assert kind.measures
    assert len(kind.examples) >= 6
    assert len(kind.counter_examples) >= 3
    assert all(example.why for example in kind.counter_examples)


@pytest.mark.parametrize(("kind", "example"), cases("examples"))
def test_an_example_is_found(kind: ActionType, example: Example) -> None:
    found = actions_of(example.text, kind)
    assert found, "no action of this type"
    assert found[0].realis == example.realis
    if example.stage:
        assert found[0].stage == example.stage


@pytest.mark.parametrize(("kind", "example"), cases("counter_examples"))
def test_a_counter_example_is_left_alone(kind: ActionType, example: Example) -> None:
    assert actions_of(example.text, kind) == []
