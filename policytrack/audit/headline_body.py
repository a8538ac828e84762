"""A figure of the headline against the body: the same fact, a rounded one, or a contradiction."""

from collections.abc import Iterator

from policytrack.audit.passage import Passage, alike, same_measure
from policytrack.interval import Interval, headline_span
from policytrack.model import Audit, Figure

NAME = "headline_body"


def check(passage: Passage) -> Iterator[Audit]:
    """One audit for each headline figure that has a body figure of its unit and indicator."""
    for head in passage.title_figures:
        alike = [f for f in passage.figures if f.unit == head.unit and f.kind == head.kind and f.sign == head.sign]
        said = headline_span(head)
        meets = [f for f in alike if Interval.of(f).meets(said)]
        match = next((f for f in meets if f.surface == head.surface), None)
        match = match or next((f for f in meets if _one_measure(passage, f, head)), None)
        match = match or next((f for f in meets if head.bound == "exact"), None)
        if match is not None:
            yield Audit(NAME, (head.id, match.id), "consistent", (), f"{head.surface} ≈ {match.surface}")
            continue
        rival = _rival(passage, [f for f in alike if f.bound == "exact" and f.value_to is None], head)
        if rival is not None:
            yield Audit(
                NAME, (head.id, rival.id), "inconsistent", (),
                f"headline {head.surface}, body {rival.surface} for {head.indicator}",
            )  # fmt: skip


def _one_measure(passage: Passage, figure: Figure, head: Figure) -> bool:
    periods = {p for p in (figure.period, head.period) if p}
    named = same_measure(figure, head) or alike(figure, head) or _same_noun(passage, figure, head)
    return named and figure.obs == head.obs and len(periods) <= 1


def _same_noun(passage: Passage, figure: Figure, head: Figure) -> bool:
    """Whether the same words follow both: 28人达成就业意向."""
    noun = passage.article.title[head.end : head.end + 4]
    return len(noun) == 4 and passage.after(figure, 4) == noun


def _rival(passage: Passage, alike: list[Figure], head: Figure) -> Figure | None:
    """The only body figure of the headline's indicator; of several the one whose name is the headline's word for word."""
    named = [
        f
        for f in alike
        if _one_measure(passage, f, head) and (f.place, f.organisation) == (head.place, head.organisation)
    ]
    if len(named) > 1:
        named = [f for f in named if f.indicator == head.indicator]
    return named[0] if len(named) == 1 and head.indicator else None
