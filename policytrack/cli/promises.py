"""`policytrack promises`: targets and planned acts, and what may answer them later."""

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, Selection, output_options, query_options


@click.command()
@query_options
@click.option("--silent", is_flag=True, help="Only what is due and has no candidate.")
@output_options
def promises(output: Output, selection: Selection, silent: bool) -> None:
    """List targets and planned acts with later figures and acts that may answer them.

    Candidates are no claims: the score shows how well name, place and time agree. TERM and -p select what was promised.
    """
    from datetime import date

    from policytrack.compare.promises import is_promised, plans
    from policytrack.compare.promises import promises as find
    from policytrack.query import Query
    from policytrack.reports.promises import Found, promise_table
    from policytrack.store.beside import planned_acts, titles
    from policytrack.store.campaigns import reports_of
    from policytrack.store.facts import answers, measure_of, targets
    from policytrack.store.listing import published_span

    names = names_of(output)
    measure = measure_of(names.lexicon)
    conn = output.open()
    try:
        goals = targets(conn, selection.query, names)
        actuals = answers(conn, goals, names)
        planned = reports_of(conn, selection.query.having("realis", "planned"), names)
        done = reports_of(conn, Query().having("realis", "done"), names)
        acts = planned_acts(conn, {mention.article_id for fact in goals for mention in fact.mentions})
        promised = [fact for fact in goals if is_promised(fact, acts)]
        heads = titles(conn, {mention.article_id for fact in promised for mention in fact.mentions})
        _, last = published_span(conn)
    finally:
        conn.close()
    places = labels_of(names, output.lang)["ref_area"]

    def label(place: object) -> str:
        return places.get(str(place), str(place)) if place else ""

    found = Found(
        promises=find(promised, actuals, measure),
        plans=plans(planned, done),
        known_on=date.fromisoformat(last) if last else None,
        titles=heads,
        rules=len(goals) - len(promised),
    )
    data = output.is_data or bool(output.columns)
    output.write(promise_table(found, selection.title, label, silent=silent, data=data, lang=output.lang))
