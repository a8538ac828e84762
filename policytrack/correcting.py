"""What reviewers decided, applied to a reading. Pure: a reading and decisions in, a reading out.

A decision names its item by kind and span, not by a reading, so that it holds for every later reading of the same text.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from policytrack.errors import UsageError
from policytrack.interval import half_of_whole
from policytrack.model import Action, Decision, Extraction, Figure
from policytrack.period import Period
from policytrack.query import CHOICES

_Item = TypeVar("_Item", Figure, Action)
Span = tuple[str, str, int, int]  # as `Decision.span`


def _one_of(key: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in CHOICES[key]:
            raise ValueError(f"is not one of {', '.join(CHOICES[key])}")
        return text

    return read


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError("is not a number") from None


def _sign(text: str) -> int:
    if text not in ("1", "-1"):
        raise ValueError("is not 1 or -1")
    return int(text)


# What may be edited: the field of the model, and how its text is read. The empty text means nothing is known.
_TEXT = str
FIGURE_FIELDS: dict[str, Callable[[str], Any]] = {
    "indicator": _TEXT, "breakdown": _TEXT, "kind": _one_of("kind"), "obs": _one_of("obs"), "value": _number,
    "unit": _TEXT, "bound": _one_of("bound"), "sign": _sign, "period": Period.from_iso,
    "accumulation": _one_of("accumulation"), "organisation": _TEXT, "place": _TEXT, "action": _TEXT,
}  # fmt: skip
ACTION_FIELDS: dict[str, Callable[[str], Any]] = {
    "type": _TEXT, "stage": _TEXT, "realis": _one_of("realis"), "actor": _TEXT, "target": _TEXT, "place": _TEXT,
    "period": Period.from_iso,
}  # fmt: skip
_FIELDS = {"figure": FIGURE_FIELDS, "action": ACTION_FIELDS}
_EXAMPLES = {"value": "18.9亿", "period": "2023Q3", "sign": "-1", "kind": "growth", "obs": "target", "bound": "ge"}
_NEEDED = ("kind", "obs", "value", "unit", "bound", "sign", "accumulation", "type", "realis")


def check_change(item: str, field: str, value: str) -> None:
    """Raise UsageError unless the field of an item can take the value."""
    known = _FIELDS.get(item, {})
    if field not in known:
        hint = f"Fields are {', '.join(known)}." if known else "Accept it or leave it."
        raise UsageError(f"{field!r} of a {item} cannot be edited.", hint=hint)
    if not value:
        if field in _NEEDED:
            raise UsageError(f"{field} needs a value.", hint="Reject the item when it is none.")
        return
    try:
        known[field](value)
    except ValueError as error:
        example = _EXAMPLES.get(field, "VALUE")
        raise UsageError(f"{field}: {value!r} {error}.", hint=f"As in: --set {field}={example}.") from None


def corrected(found: Extraction, decisions: Iterable[Decision]) -> Extraction:
    """The reading with every decision applied: rejected items gone, edited fields changed, links kept in step."""
    by_span = {decision.span: decision for decision in decisions}
    if not by_span:
        return found
    actions = [act for a in found.actions if (act := _settled(a, "action", by_span)) is not None]
    types = {action.id: action.type for action in actions}
    figures = []
    for figure in found.figures:
        own = _settled(figure, "figure", by_span)
        if own is not None:
            decision = by_span.get(("figure", figure.where, figure.start, figure.end))
            figures.append(_linked(own, types, edited=decision is not None and "action" in decision.changes))
    links: dict[str, list[str]] = {}
    for figure in figures:
        if figure.action_id:
            links.setdefault(figure.action_id, []).append(figure.id)
    numerals = tuple(
        n for n in found.numerals if n.cls != "unattached" or ("numeral", "text", n.start, n.end) not in by_span
    )
    return replace(
        found,
        actions=tuple(replace(a, figures=tuple(links.get(a.id, ()))) for a in actions),
        figures=tuple(figures),
        numerals=numerals,
    )


def _settled(item: _Item, kind: str, by_span: Mapping[Span, Decision]) -> _Item | None:
    """The item after its decision, None when it was rejected. What a person has seen is certain."""
    decision = by_span.get((kind, item.where, item.start, item.end))
    if decision is None:
        return item
    if decision.decision == "reject":
        return None
    known = _FIELDS[kind]
    changes: dict[str, Any] = {"confidence": 1.0}
    changes |= {key: known[key](text) if text else None for key, text in decision.changes.items() if key in known}
    if "value" in changes:
        changes |= {"value_to": None} | _around(changes["value"], item)
    if "period" in changes and kind == "figure":
        changes["period_how"] = "stated" if changes["period"] else "unknown"
    return replace(item, **changes)


def _around(value: Decimal, item: object) -> dict[str, Decimal]:
    """The interval of a value that a person gave: exact, but for a whole percentage or measure, which was rounded."""
    half = Decimal(0)
    if isinstance(item, Figure) and value == value.to_integral_value():
        half = half_of_whole(item.dimension)
    return {"value_low": value - half, "value_high": value + half}


def _linked(figure: Figure, types: Mapping[str, str], *, edited: bool) -> Figure:
    """The figure with the type of its action, or with the action of the type it was given."""
    if edited:
        same = [name for name, kind in types.items() if kind == figure.action]
        if figure.action_id in same:
            return figure
        return replace(figure, action_id=same[0] if len(same) == 1 else None)
    if figure.action_id is None:
        return figure
    kind = types.get(figure.action_id)
    return replace(figure, action=kind, action_id=figure.action_id if kind else None)
