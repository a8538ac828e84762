"""The stages of an extraction, in order. Pure: text and lexicon in, record out."""

from dataclasses import replace

from policytrack.extract.about import about, settle
from policytrack.extract.actions import find_actions, link_figures
from policytrack.extract.coverage import assign_periods
from policytrack.extract.drafts import ActionDraft, Context, FigureDraft
from policytrack.extract.layout import make_layout
from policytrack.extract.measures import measure
from policytrack.extract.numerals import find_quantities
from policytrack.extract.scopes import assign_scopes
from policytrack.extract.subjects import Subjects
from policytrack.extract.times import find_times
from policytrack.extract.view import make_view
from policytrack.lexicon.load import Lexicon
from policytrack.model import Action, Article, Extraction, Figure, Numeral

_NEAR = 4000  # characters before an act in which its actor is looked for


def extract_article(article: Article, lexicon: Lexicon) -> Extraction:
    """All actions and figures of an article, and the ledger of its body's numerals. Never raises on any text."""
    body, ledger = _read(article, "text", article.text, lexicon)
    contexts = [body]
    if article.title:
        contexts.insert(0, _read(article, "title", article.title, lexicon)[0])
    actions: list[Action] = []
    figures: list[Figure] = []
    for context in contexts:
        _number(context, actions, figures)
    return Extraction(article, tuple(actions), tuple(figures), tuple(ledger))


def read_context(article: Article, lexicon: Lexicon) -> Context:
    """The body of an article with every stage's findings, in view offsets; for `explain`."""
    return _read(article, "text", article.text, lexicon)[0]


def _read(article: Article, where: str, raw: str, lexicon: Lexicon) -> tuple[Context, list[Numeral]]:
    view = make_view(raw)
    context = Context(article, where, view, make_layout(view.text), lexicon)
    context.about = about(article.title, article.published)
    context.times = find_times(view.text, article.published, lexicon)
    settle(context.times, view.text, context.about, article.published)
    context.quantities, numerals = find_quantities(view.text, context.times, lexicon)
    context.actions = find_actions(context)
    subjects = Subjects(context)
    subjects.assign_actors()
    context.figures = measure(context)
    assign_periods(context)
    link_figures(context)
    assign_scopes(context, subjects)
    if view.offsets is None and view.text == raw:
        return context, numerals
    ledger = []
    for numeral in numerals:
        start, end = view.span(numeral.start, numeral.end)
        ledger.append(Numeral(start, end, raw[start:end], numeral.cls))
    return context, ledger


def _number(context: Context, actions: list[Action], figures: list[Figure]) -> None:
    """Append the context's drafts as final records, with ids that count through the article."""
    figure_ids = {id(draft): f"f{n}" for n, draft in enumerate(context.figures, len(figures) + 1)}
    action_ids = {id(draft): f"a{n}" for n, draft in enumerate(context.actions, len(actions) + 1)}
    changed = context.view.offsets is not None or context.view.raw != context.view.text  # into the grammar's characters
    printed = _printed(context) if changed else {}
    for draft in context.figures:
        figures.append(_figure(context, draft, figure_ids, action_ids, printed))
    for act in context.actions:
        action = _action(context, act, action_ids, figure_ids)
        actions.append(_as_printed(context, act, action) if changed else action)


def _figure(
    context: Context,
    draft: FigureDraft,
    figure_ids: dict[int, str],
    action_ids: dict[int, str],
    printed: dict[str, str],
) -> Figure:
    q = draft.quantity
    start, end = context.view.span(q.start, q.end)
    indicator = printed.get(draft.indicator or "", draft.indicator)
    denominator = draft.denominator
    if isinstance(denominator, FigureDraft):
        denominator = figure_ids.get(id(denominator), "text")
    return Figure(
        id=figure_ids[id(draft)], where=context.where, start=start, end=end, surface=context.view.raw[start:end],
        value=q.value, value_to=q.value_to, value_low=q.value_low, value_high=q.value_high, unit=q.unit,
        unit_mult=q.unit_mult, decimals=q.decimals, dimension=q.dimension, currency=q.currency, bound=q.bound,
        kind=draft.kind, sign=draft.sign, indicator=indicator, breakdown=draft.breakdown, period=draft.period,
        period_how=draft.period_how, accumulation=draft.accumulation, basis=draft.basis, basis_how=draft.basis_how,
        base_period=draft.base_period, denominator=denominator, obs=draft.obs, direction=draft.direction,
        organisation=draft.organisation, place=draft.place, action=draft.action.type if draft.action else None,
        action_id=action_ids.get(id(draft.action)), rule=q.rule, confidence=draft.confidence,
    )  # fmt: skip


def _printed(context: Context) -> dict[str, str]:
    """Indicators as the article prints them."""
    found: dict[str, str] = {}
    for draft in context.figures:
        if draft.indicator and context.text[draft.indicator_start : draft.indicator_end] == draft.indicator:
            start, end = context.view.span(draft.indicator_start, draft.indicator_end)
            if end - start == len(draft.indicator):
                found.setdefault(draft.indicator, context.view.raw[start:end])
    return found


def _as_printed(context: Context, draft: ActionDraft, action: Action) -> Action:
    """The action with the actor and the target in the article's characters: 縣教育局 for 县教育局."""

    def printed(words: str | None, end: int) -> str | None:
        at = context.text.rfind(words, max(0, end - _NEAR), end) if words else -1
        if words is None or at < 0:
            return words
        start, stop = context.view.span(at, at + len(words))
        return context.view.raw[start:stop] if stop - start == len(words) else words

    actor, target = printed(action.actor, draft.end), printed(action.target, draft.end)
    if actor == action.actor and target == action.target:
        return action
    return replace(action, actor=actor, target=target)


def _action(context: Context, draft: ActionDraft, action_ids: dict[int, str], figure_ids: dict[int, str]) -> Action:
    start, end = context.view.span(draft.start, draft.end)
    figures = tuple([figure_ids[id(f)] for f in draft.figures if id(f) in figure_ids]) if draft.figures else ()
    return Action(
        id=action_ids[id(draft)], type=draft.type, stage=draft.stage, realis=draft.realis, where=context.where,
        start=start, end=end, quote=context.view.raw[start:end], actor=draft.actor, actor_how=draft.actor_how,
        actor_level=draft.actor_level, target=draft.target, place=draft.place, period=draft.period,
        documents=draft.documents, figures=figures, rule=draft.rule, confidence=draft.confidence,
    )  # fmt: skip
