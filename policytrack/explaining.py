"""Reading an article again to say why: the extraction, what each find rests on, and what was nearly found."""

from collections.abc import Iterator

from policytrack.extract.actions import explain_actions
from policytrack.extract.drafts import ActionDraft, Context, TimeExpr
from policytrack.extract.numbers import find_numbers
from policytrack.extract.pipeline import extract_article, read_context
from policytrack.extract.subjects import Subjects
from policytrack.extract.triggers import scan
from policytrack.lexicon.load import Lexicon
from policytrack.model import Article, Basis, NearMiss, Reading, ReadNumber, ReadTime
from policytrack.period import Period


def explain_article(article: Article, lexicon: Lexicon) -> Reading:
    """The extraction of an article with the reasons for it. Of the headline only the extraction is given."""
    context = read_context(article, lexicon)
    found = extract_article(article, lexicon)
    subjects = Subjects(context)
    subjects.assign_actors()
    bases: dict[str, list[Basis]] = {}
    acts = [action for action in found.actions if action.where == "text"]
    for action, draft, origin in zip(acts, context.actions, subjects.origins, strict=False):
        about = list(_evidence(context, draft))
        if origin and draft.actor_how:
            in_text = origin.end > 0 and context.text[origin.start : origin.end] == origin.text
            about.append(
                _basis(context, "actor", origin.start, origin.end)
                if in_text
                else Basis("actor", origin.text, None, None, article.title)
            )
        bases[action.id] = [*about, *_time(context, draft.period, draft.start, draft.end)]
    counted = [figure for figure in found.figures if figure.where == "text"]
    for figure, number in zip(counted, context.figures, strict=False):
        if figure.period_how in ("stated", "carried"):
            at = number.quantity
            bases[figure.id] = list(_time(context, figure.period, at.start, at.end))
    misses = []
    for miss in explain_actions(context)[1]:
        start, end = context.view.span(miss.start, miss.end)
        misses.append(NearMiss(start, end, article.text[start:end], miss.type, miss.rule, miss.reason))
    printed = find_numbers(article.text, lexicon)
    values = tuple(ReadNumber(n.start, n.end, n.value, n.value_to) for n in printed)
    return Reading(found, bases, misses, values, tuple(_read_time(context, time) for time in context.times))


def _read_time(context: Context, time: TimeExpr) -> ReadTime:
    start, end = context.view.span(time.start, time.end)
    return ReadTime(start, end, context.view.raw[start:end], time.shape, time.period, time.rule)


def _evidence(context: Context, draft: ActionDraft) -> Iterator[Basis]:
    """The words of the action's span that speak for its type."""
    lexicon = context.lexicon.actions
    for start, end, term in scan(context.text, lexicon):
        if draft.start <= start and end <= draft.end:
            paired = {lexicon.rules[n].type for n in term.verb_of | term.object_of}
            if draft.type in paired or any(vote.type == draft.type for vote in term.votes):
                yield _basis(context, "evidence", start, end)


def _time(context: Context, period: Period | None, start: int, end: int) -> Iterator[Basis]:
    """The time expression that a period was read from: in the span, else the last one before it."""
    if period is None:
        return
    same = [time for time in context.times if time.period == period and time.start < end]
    inside = [time for time in same if time.start >= start]
    for time in inside[:1] or same[-1:]:
        yield _basis(context, "period", time.start, time.end)


def _basis(context: Context, role: str, start: int, end: int) -> Basis:
    """The words at a span of the view, in the article's own characters."""
    raw, layout = context.view.raw, context.layout
    low, high = context.view.span(*layout.sentences[layout.sentence_at(start)])
    at, to = context.view.span(start, end)
    return Basis(role, raw[at:to], at, to, " ".join(raw[low:high].split()))
