"""The stage of a project or an investment: the last stage word of the act's clause (建成后投产 → commissioned)."""

from policytrack.extract.triggers import Hit
from policytrack.lexicon.actions import ActionType


def stage_of(kind: ActionType, hits: list[Hit]) -> str | None:
    """The stage that the words of an act state, None for types without stages."""
    if not kind.stages:
        return None
    stages = kind.stages
    found = None
    for _, _, term in hits:
        found = stages.get(term.word, found)
    return found
