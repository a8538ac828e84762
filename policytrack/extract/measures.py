"""What a quantity measures: kind, sign, basis, indicator, breakdown, obs, denominator, direction."""

import re
from bisect import bisect_right

from policytrack.extract.drafts import Context, FigureDraft, Quantity
from policytrack.extract.indicators import set_indicator
from policytrack.extract.kinds import set_kind
from policytrack.extract.lists import name_lists
from policytrack.extract.observation import set_obs

_STATED_WHOLE = re.compile(
    r"占(?!比)(?P<whole>[^，。；0-9]{2,24}?)(?:的)?(?:比重|比例|份额)?(?:的|为|达到?|约|超过?|近)*$"
)


def measure(context: Context) -> list[FigureDraft]:
    """One draft for every quantity of the context, in text order; times, quantities and actions are known."""
    text, layout = context.text, context.layout
    planned = context.planned
    starts = [start for start, _ in planned]
    drafts: list[FigureDraft] = []
    previous: FigureDraft | None = None
    ends = [q.lead for q in context.quantities[1:]] + [len(text)]
    for quantity, limit in zip(context.quantities, ends, strict=False):
        draft = FigureDraft(quantity)
        clause = layout.clauses[layout.clause_at(quantity.start)][0]
        before = text[max(clause, quantity.lead - 40) : quantity.lead]
        gap = text[previous.quantity.tail : quantity.lead] if previous else ""
        set_kind(context, draft, before, previous, gap)
        set_indicator(context, draft, clause, limit, drafts)
        i = bisect_right(starts, quantity.start) - 1
        set_obs(context, draft, before, i >= 0 and quantity.start < planned[i][1], previous)
        if draft.kind == "share":
            draft.denominator = _whole(context, before, drafts, quantity)
        drafts.append(draft)
        previous = draft
    name_lists(context, drafts)
    return drafts


def _whole(context: Context, before: str, drafts: list[FigureDraft], q: Quantity) -> FigureDraft | str:
    """What a share is a share of: a figure printed before it in the paragraph, words of the text, or unstated."""
    found = _STATED_WHOLE.search(before)
    if not found:
        return "text" if "率" in before else "unstated"
    whole = found["whole"]
    paragraph = context.layout.paragraphs[context.layout.paragraph_at(q.start)][0]
    for draft in reversed(drafts):
        if draft.quantity.start < paragraph:
            break
        if draft.kind == "level" and draft.indicator and whole.endswith(draft.indicator):
            return draft
    return "text"
