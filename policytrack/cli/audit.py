"""`policytrack audit`: every relation between printed figures, recomputed."""

import click

from policytrack.cli.listings import names_of
from policytrack.cli.options import Output, Selection, output_options, query_options
from policytrack.errors import ExitCode

VERDICTS = ("consistent", "inconsistent", "derived", "not_checkable")


@click.command()
@query_options
@click.option("--only", type=click.Choice(VERDICTS), help="Only audits with this verdict.")
@click.option("--fail-if-inconsistent", is_flag=True, help="End with exit code 4 when anything contradicts itself.")
@output_options
def audit(output: Output, selection: Selection, only: str | None, fail_if_inconsistent: bool) -> None:
    """Recompute what articles print: targets, shares, sums, rates, headlines; and series across articles.

    Every line shows the arithmetic, so that it can be checked by hand. Only intervals that do not meet are called
    inconsistent; what rests on an assumption says so. `policytrack help audit` describes the templates.
    """
    from policytrack.audit.across import Comparison, unit_slip, yoy_chain, ytd_monotone
    from policytrack.compare.ambiguous import ambiguous
    from policytrack.compare.series import SeriesKey, series_key
    from policytrack.model import Fact
    from policytrack.reports.audits import audits
    from policytrack.store.audits import article_audits
    from policytrack.store.facts import facts, measure_of

    names = names_of(output)
    measure = measure_of(names.lexicon)
    conn = output.open()
    try:
        rows = article_audits(conn, selection.query, names)
        known = facts(conn, selection.query, names)
    finally:
        conn.close()

    unclear = ambiguous(known, measure)

    def series_of(fact: Fact) -> SeriesKey | None:
        clear = fact.mentions[0].figure_id not in unclear and not measure.is_vague(fact.figure.indicator or "")
        return series_key(fact, measure) if clear else None

    growth = [fact for fact in known if fact.figure.kind == "growth"]
    by = Comparison(series_of, measure.to_base)
    across = (*ytd_monotone(known, by), *yoy_chain(known, growth, by), *unit_slip(known, by))
    rows += [(found.verdict, found.template, found.note, " ".join(found.figures), "") for found in across]
    contradicts = any(row[0] == "inconsistent" for row in rows)
    if only:
        rows = [row for row in rows if row[0] == only]
    asked = f" · {selection.title}" if selection.title else ""
    output.write(audits(asked, rows, output.lang))
    if fail_if_inconsistent and contradicts:
        raise click.exceptions.Exit(ExitCode.CONDITION_MET)
