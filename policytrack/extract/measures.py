"""What a quantity measures: kind, sign, basis, indicator, breakdown, obs, denominator, direction."""

from policytrack.extract.drafts import Context, FigureDraft


def measure(context: Context) -> list[FigureDraft]:
    """One draft for every quantity of the context, in text order; times, quantities and actions are known."""
    return [FigureDraft(quantity) for quantity in context.quantities]
