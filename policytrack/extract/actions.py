"""Policy actions: triggers in clauses, their evidence, realis, stage, actor and target."""

from policytrack.extract.drafts import ActionDraft, Context


def find_actions(context: Context) -> list[ActionDraft]:
    """The actions of a context whose times and quantities are known, in text order."""
    return []


def link_figures(context: Context) -> None:
    """Tie the figures of a context to its actions."""
