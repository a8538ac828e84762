"""Running the examples that stand beside the action types of a lexicon, the user's included."""

from dataclasses import dataclass
from pathlib import Path

from policytrack.extract.pipeline import extract_article
from policytrack.lexicon.action_model import ActionType, Example
from policytrack.lexicon.load import Lexicon
from policytrack.model import Action, Article


@dataclass(frozen=True, slots=True)
class FailedExample:
    """An example that came out otherwise than its file says."""

    path: Path
    type: str
    text: str
    reason: str  # expected … found …, one line


def failed_examples(lexicon: Lexicon) -> list[FailedExample]:
    """All examples and counter-examples of action types that fail, in file order; an empty list is a pass."""
    failed = []
    for kind in lexicon.actions.types.values():
        checks = [(example, _failure) for example in kind.examples]
        checks += [(example, _false_alarm) for example in kind.counter_examples]
        for example, check in checks:
            actions = extract_article(Article("example", example.text), lexicon).actions
            reason = check(kind, example, [action for action in actions if action.type == kind.id])
            if reason:
                failed.append(FailedExample(kind.path, kind.id, example.text, reason))
    return failed


def _failure(kind: ActionType, example: Example, found: list[Action]) -> str:
    if not found:
        return f"expected an action of type {kind.id}, found none"
    first = found[0]
    if first.realis != example.realis:
        return f"expected realis {example.realis}, found {first.realis}"
    if example.stage and first.stage != example.stage:
        return f"expected stage {example.stage}, found {first.stage}"
    return ""


def _false_alarm(kind: ActionType, example: Example, found: list[Action]) -> str:
    if not found:
        return ""
    return f"expected no action of type {kind.id} ({example.why}), found {found[0].quote!r} by {found[0].rule}"
