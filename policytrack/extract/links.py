"""Which figures belong to which action: those inside its evidence, and the results its sentence adds to it."""

from bisect import bisect_right

from policytrack.extract.drafts import Context


def link_figures(context: Context) -> None:
    """Set `FigureDraft.action` and `ActionDraft.figures`; the direction of money comes from the action's type."""
    actions = sorted(context.actions, key=lambda action: action.start)
    starts = [action.start for action in actions]
    types = context.lexicon.actions.types
    for figure in context.figures:
        at = bisect_right(starts, figure.quantity.start) - 1
        if at < 0 or figure.quantity.start >= actions[at].end:
            continue
        action = actions[at]
        figure.action = action
        action.figures.append(figure)
        if figure.quantity.dimension == "money" and figure.direction is None:
            figure.direction = types[action.type].direction
