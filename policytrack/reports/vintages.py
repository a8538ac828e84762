"""Every print of every fact: who printed it first, who rounded, who restated, and what an article said before it changed."""

from collections.abc import Sequence
from decimal import Decimal

from policytrack.compare.facts import id_order
from policytrack.compare.flows import in_time
from policytrack.compare.series import Measure, SeriesKey, claimed, series_key
from policytrack.interval import Interval
from policytrack.model import Fact, Figure, Mention
from policytrack.period import Period
from policytrack.period_query import people_period
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.numbers import as_printed
from policytrack.reports.series import Label, scope

_ROLES_ZH = {
    "first": "首发", "again": "转载", "rounded": "约数", "more precise": "更精确", "restated": "修订", "other": "另一数值",
    "replaced": "改前", "corrected": "改后",
}  # fmt: skip
Print = tuple[Mention, Fact]


def vintages(
    title: str, facts: Sequence[Fact], replaced: Sequence[Fact], measure: Measure, label: Label, *, lang: str = "zh"
) -> Table:
    """One line a print, by series and period; `replaced` are prints of earlier versions of the articles."""
    columns = (
        Column("time_period", "期间", "period", show=lambda iso: people_period(Period.from_iso(str(iso)))),
        Column("scope", "范围", "scope"),
        Column("published", "发布", "published"),
        Column("printed", "数值", "value", right=True),
        Column("role", "版本", "vintage", show=(lambda v: _ROLES_ZH.get(str(v), str(v))) if lang == "zh" else None),
        Column("source", "来源", "source"),
        Column("id", "编号", "id"),
    )
    groups: dict[tuple[SeriesKey, Period | None], list[Fact]] = {}
    for fact in in_time([*facts, *replaced]):
        groups.setdefault((series_key(fact, measure), fact.figure.period), []).append(fact)
    gone = {mention.figure_id for fact in replaced for mention in fact.mentions}
    rows: list[tuple[Cell, ...]] = []
    for (_, period), group in groups.items():
        for (mention, fact), role in _roles(_prints(group, gone, measure), gone, measure):
            rows.append((
                period.iso if period else None, scope(fact, label), mention.published, as_printed(mention.figure), role, mention.source,
                mention.figure_id,
            ))  # fmt: skip
    return Table(title, columns, rows, name="vintages")


def _prints(group: list[Fact], gone: set[str], measure: Measure) -> list[Print]:
    """The prints of a group in order; of earlier versions only those whose number the article no longer prints."""
    prints = [(mention, fact) for fact in group for mention in fact.mentions]
    still = [(m.article_id, f) for m, f in prints if m.figure_id not in gone]

    def is_kept(mention: Mention, fact: Fact) -> bool:
        return mention.figure_id not in gone or not any(
            article == mention.article_id and claimed(fact, measure).meets(claimed(other, measure))
            for article, other in still
        )

    kept = [(mention, fact) for mention, fact in prints if is_kept(mention, fact)]
    return sorted(kept, key=lambda p: (str(p[0].published or ""), p[0].figure_id not in gone, id_order(p[0].figure_id)))


def _roles(prints: list[Print], gone: set[str], measure: Measure) -> list[tuple[Print, str]]:
    changed = {mention.article_id for mention, _ in prints if mention.figure_id in gone}
    found = []
    for mention, fact in prints:
        if mention.figure_id in gone:
            role = "replaced"
        elif mention.article_id in changed:
            role = "corrected"
        elif mention is prints[0][0]:
            role = "first"
        else:
            role = _role(mention, fact, prints[0], measure)
        found.append(((mention, fact), role))
    return found


def _role(mention: Mention, fact: Fact, earliest: Print, measure: Measure) -> str:
    """What a later print is to the first: the same, the same in other digits, a revision, or another value."""
    first, first_fact = earliest
    if fact is not first_fact and not claimed(fact, measure).meets(claimed(first_fact, measure)):
        # Only the same paper can restate, and only later.
        later = mention.source == first.source and mention.published != first.published and fact.figure.period
        return "restated" if later else "other"
    ours, theirs = mention.figure, first.figure
    if (ours.surface, ours.bound) == (theirs.surface, theirs.bound):
        return "again"
    finer = (ours.bound == "exact", -_width(ours, measure)), (theirs.bound == "exact", -_width(theirs, measure))
    return "again" if finer[0] == finer[1] else "more precise" if finer[0] > finer[1] else "rounded"


def _width(figure: Figure, measure: Measure) -> Decimal:
    """How wide the printed digits leave the number, in the base unit."""
    said = Interval.of(figure)
    return (said.high - said.low) * measure.to_base(figure.unit)[1]
