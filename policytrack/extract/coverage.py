"""Which period each figure covers, and how it accumulates: stated in its clause, or carried from before."""

from policytrack.extract.drafts import Context


def assign_periods(context: Context) -> None:
    """Set period, period_how, accumulation and base_period of the context's figures and actions, in place."""
