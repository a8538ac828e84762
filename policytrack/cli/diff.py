"""`policytrack diff A B`: two periods compared, with a verdict on every line."""

from datetime import date
from typing import TYPE_CHECKING

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, output_options, parse_day, select
from policytrack.cli.term_options import term_options
from policytrack.errors import ExitCode, UsageError

if TYPE_CHECKING:
    import sqlite3

    from policytrack.compare.diff import Diff
    from policytrack.model import Fact
    from policytrack.names import Names
    from policytrack.period import Period
    from policytrack.query import Query
    from policytrack.render.table import Table
    from policytrack.reports.diff import Activity
    from policytrack.store.facts import Side


_LINES = 1_000  # more lines than anybody reads in a table; all of them take longer to print than to find


@click.command()
@click.argument("words", nargs=-1, metavar="[A [B]] [TERM]…")
@term_options("words")
@click.option("--prev", is_flag=True, help="Compare A with the period before it.")
@click.option("--yoy", is_flag=True, help="Compare A with the same period a year before.")
@click.option(
    "--by",
    type=click.Choice(["type", "place", "actor", "indicator"]),
    default="type",
    help="Group the overview by this.",
)
@click.option("--by-published", is_flag=True, help="Periods select by publication, not by what is covered.")
@click.option("--as-of", metavar="DATE", help="Only what was published by this day.")
@click.option("--today", metavar="DATE", help="The day that relative periods refer to.")
@click.option("--only", metavar="VERDICT", help="Only lines with this verdict, such as conflict or ytd_increment.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    metavar="N",
    help=f"At most N lines; default {_LINES:,} in a table, else all; 0 lists all.",
)
@click.option("--quotes", is_flag=True, help="Print both sentences.")
@click.option("--fail-if-diff", is_flag=True, help="End with exit code 4 when anything but re-reports is found.")
@output_options
def diff(
    output: Output, words: tuple[str, ...], prev: bool, yoy: bool, by: str, by_published: bool, as_of: str | None,
    today: str | None, only: str | None, limit: int | None, quotes: bool, fail_if_diff: bool,
) -> None:  # fmt: skip
    """Compare two periods: what is new, what changed, what must not be compared and why.

    A is the earlier period, B the later; with --prev or --yoy only one is given. TERM narrows both sides, as
    type:inspection place:西宁 indicator:减税降费. `policytrack help diff` explains the verdicts.
    """
    from policytrack.compare.diff import diff as compare
    from policytrack.compare.growth import PrintedGrowth
    from policytrack.compare.verdicts import VERDICTS
    from policytrack.reports.diff import Beside, lines_table
    from policytrack.store.facts import built, measure_of, rates_beside
    from policytrack.store.facts import sides as read

    if only and only not in VERDICTS:
        raise UsageError(f"There is no verdict {only!r}.", hint=f"Verdicts are {', '.join(VERDICTS)}.")
    if prev and yoy:
        raise UsageError("--prev and --yoy name two periods to compare with.", hint="Give one of them.")
    before = "prev" if prev else "yoy" if yoy else None
    day = parse_day(today)
    a, b, terms = _sides(words, before, day)
    known_on = _day(as_of)
    names = names_of(output)
    conn = output.open()
    try:
        queries = _query(terms, a, by_published, day), _query(terms, b, by_published, day)
        measure = measure_of(names.lexicon)
        sides = one, other = read(conn, queries, names, known_on, whole=output.is_data)
        found = compare(one.facts, other.facts, measure, (one.alone, other.alone))
        titles = tuple(
            _title(period, conn, not side.is_empty, output.lang) for period, side in zip((a, b), sides, strict=True)
        )
        overview = None
        if not output.is_data:
            activity = _activity(conn, queries, sides, names, by, known_on)
            titled = (titles[0], " · ".join([titles[1], *terms, *_known_title(known_on, output.lang)]))
            overview = _overview(activity, found, names, by, titled, output.lang)
        if only:
            found = found.only(only)
            if not len(found):
                output.say(f"No line is {only}.")
        shown = found.first((_LINES if output.is_table else 0) if limit is None else limit)
        if not output.is_data:
            shown = list(built(conn, shown))
        # Growth is of no action type, and other terms may leave it out, too.
        rates = rates_beside(conn, shown, names) if terms else []
        if terms and one.is_empty and other.is_empty:
            output.say(_nothing(conn, terms))
    finally:
        conn.close()
    beside = Beside(measure, PrintedGrowth([*other.facts, *rates], measure), labels_of(names, output.lang), output.lang)
    empty = one.is_empty and other.is_empty
    table = lines_table(found, shown, beside, quotes=quotes, data=output.is_data, empty=empty)
    output.write(*([overview, table] if overview else [table]))
    if fail_if_diff and found.differs:
        raise click.exceptions.Exit(ExitCode.CONDITION_MET)


def _sides(words: tuple[str, ...], before: str | None, today: date) -> tuple["Period", "Period", list[str]]:
    """The two periods, and the terms that follow them; raises UsageError for periods that make no sense together."""
    from policytrack.period_query import overlap, parse_period, previous, year_before

    wanted = 1 if before else 2
    if len(words) < wanted:
        raise UsageError(
            "diff takes two periods, or one with --prev or --yoy.", hint="As in: policytrack diff 2023Q2 2023Q3."
        )
    periods = [parse_period(word, today) for word in words[:wanted]]
    if before and len(words) > 1 and ":" not in words[1] and _is_period(words[1], today):
        raise UsageError(
            f"--{before} takes one period, and {words[1]} is another.",
            hint=f"Give both periods without --{before}, or only {words[0]}; text:{words[1]} is a term.",
        )
    if before:
        periods.insert(0, previous(periods[0]) if before == "prev" else year_before(periods[0]))
    a, b = periods
    if a != b and overlap(a, b):
        raise UsageError(
            f"{words[0]} and {words[1]} overlap, so a figure could stand on both sides.",
            hint="Give two periods that share no day.",
        )
    if a.start and b.start and b.start < a.start:
        raise UsageError(
            f"{words[0]} is later than {words[1]}.", hint=f"Give the earlier one first: {words[1]} {words[0]}."
        )
    return a, b, list(words[wanted:])


def _is_period(word: str, today: date) -> bool:
    from policytrack.period_query import parse_period

    try:
        parse_period(word, today)
    except UsageError:
        return False
    return True


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--as-of {text!r} is not a day.", hint="Write it like 2023-09-20.") from None


def _query(terms: list[str], period: "Period", by_published: bool, today: date) -> "Query":
    from policytrack.period_query import format_period

    return select(terms, format_period(period), by_published, today).query


def _title(period: "Period", conn: "sqlite3.Connection", has_figures: bool, lang: str) -> str:
    """The period, and a warning when it has no figures or the data do not reach into it."""
    from policytrack.period_query import format_period
    from policytrack.reports.diff_words import side_title
    from policytrack.store.listing import published_span

    first, last = published_span(conn)
    start, end = str(period.start or first), str(period.end or last)
    if first is None or last is None:
        return side_title(format_period(period), True, None, False, lang)
    span = (first, last) if start < first or end > last else None
    outside = not has_figures and (end < first or start > last)  # what a period holds may be printed after it
    return side_title(format_period(period), not has_figures, span, outside, lang)


def _known_title(known_on: date | None, lang: str) -> list[str]:
    if known_on is None:
        return []
    return [f"截至{known_on}的报道" if lang == "zh" else f"known by {known_on}"]


def _nothing(conn: "sqlite3.Connection", terms: list[str]) -> str:
    """That no figure has these terms, and which indicators may be meant."""
    from policytrack.cli.series import suggest

    wanted = [term.partition(":")[2] for term in terms if term.startswith("indicator:")]
    hint = suggest(conn, wanted[0]) if wanted else "`policytrack report coverage` shows what there is."
    return f"No figures match {' '.join(terms)} in either period. {hint}"


def _activity(
    conn: "sqlite3.Connection",
    queries: tuple["Query", "Query"],
    sides: tuple["Side", "Side"],
    names: "Names",
    by: str,
    known_on: date | None,
) -> list[dict[str, "Activity"]]:
    """How much each group of both sides holds: actions and articles, or of an indicator figures and articles."""
    from policytrack.reports.diff import Activity
    from policytrack.store.summary import grouped_actions

    if by != "indicator" and known_on:
        return [_known(conn, query, names, by, known_on) for query in queries]
    if by != "indicator":
        return [
            {
                str(row["key"] or "—"): Activity(row["actions"], row["articles"])
                for row in grouped_actions(conn, query, names, by)
            }
            for query in queries
        ]
    return [_measured(side, names) for side in sides]


def _measured(side: "Side", names: "Names") -> dict[str, "Activity"]:
    """Figures and articles of each indicator."""
    from policytrack.reports.diff import Activity

    mentions: dict[str, list[str]] = {}
    for fact in side.facts:
        name = names.lexicon.synonyms.canonical(fact.figure.indicator or "—")
        mentions.setdefault(name, []).extend(mention.article_id for mention in fact.mentions)
    for row in (*side.alone, *side.nameless):
        mentions.setdefault(row.indicator or "—", []).append(str(row.article))
    return {name: Activity(len(ids), len(set(ids))) for name, ids in mentions.items()}


def _known(
    conn: "sqlite3.Connection", query: "Query", names: "Names", by: str, known_on: date
) -> dict[str, "Activity"]:
    """What each group holds of what was published by a day."""
    from policytrack.reports.diff import Activity
    from policytrack.store.campaigns import reports_of

    told: dict[str, list[str]] = {}
    for report in reports_of(conn, query, names):
        if report.published and report.published <= known_on:
            group = {"type": report.action.type, "place": report.place, "actor": report.action.actor}[by]
            told.setdefault(group or "—", []).append(report.article_id)
    return {group: Activity(len(articles), len(set(articles))) for group, articles in told.items()}


def _overview(
    activity: list[dict[str, "Activity"]], found: "Diff", names: "Names", by: str, titles: tuple[str, ...], lang: str
) -> "Table":
    from policytrack.compare.totals import totals
    from policytrack.render.table import Column
    from policytrack.reports.diff import activity_table
    from policytrack.store.facts import measure_of

    measure = measure_of(names.lexicon)

    def group_of(fact: "Fact") -> str:
        if by == "type":
            return fact.figure.action or "—"
        if by == "indicator":
            return measure.canonical(fact.figure.indicator or "—")
        return (fact.place if by == "place" else fact.organisation) or "—"

    labels = labels_of(names, lang).get({"type": "type", "place": "place"}.get(by, ""), {})
    heading = {
        "type": ("行动", "action"), "place": ("地区", "place"), "actor": ("主体", "actor"), "indicator": ("指标", "indicator"),
    }[by]  # fmt: skip
    column = Column(by, *heading, show=lambda cell: labels.get(str(cell), str(cell)))
    sums = totals(found.pairs, group_of, measure)
    return activity_table(activity[0], activity[1], (titles[0], titles[1]), column, sums, lang)
