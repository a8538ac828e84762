"""Acts that an article states twice, as lead and body do: one act is kept, the other span still leads to it.

Two acts are one when they have the same type, realis and figures and most of their wording in common. A report that
plans for next year what it did last year states two acts.
"""

from bisect import bisect_left

from policytrack.extract.drafts import ActionDraft, Context

Repeat = tuple[int, int, ActionDraft]
_ALIKE = 0.7  # least share of common character pairs

_LATEST = 8  # how many earlier acts with the same figures are compared, so that time stays linear


def split_repeats(context: Context, actions: list[ActionDraft]) -> tuple[list[ActionDraft], list[Repeat]]:
    """The actions without those that state an earlier one again, and the spans of the latter with the earlier one."""
    quantities = context.quantities
    starts = [quantity.start for quantity in quantities]
    kept: list[ActionDraft] = []
    repeats: list[Repeat] = []
    seen: dict[object, list[ActionDraft]] = {}
    for action in actions:
        inside = quantities[bisect_left(starts, action.start) : bisect_left(starts, action.end)]
        if inside:
            figures = tuple((quantity.value, quantity.unit) for quantity in inside)
            first = seen.setdefault((action.type, action.realis, figures), [])
            same = next((other for other in first[-_LATEST:] if _alike(context.text, action, other)), None)
            if same is not None:
                repeats.append((action.start, action.end, same))
                continue
            first.append(action)
        kept.append(action)
    return kept, repeats


def _alike(text: str, one: ActionDraft, other: ActionDraft) -> bool:
    a, b = _pairs(text[one.start : one.end]), _pairs(text[other.start : other.end])
    return 2 * len(a & b) >= _ALIKE * (len(a) + len(b))


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
