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
    from policytrack.store.campaigns import reports_of
    from policytrack.store.facts import facts, measure_of
    from policytrack.store.listing import published_span, titles

    names = names_of(output)
    measure = measure_of(names.lexicon)
    conn = output.open()
    try:
        targets = [f for f in facts(conn, selection.query, names) if f.figure.obs == "target"]
        actuals = facts(conn, Query().having("obs", "actual"), names)
        planned = reports_of(conn, selection.query.having("realis", "planned"), names)
        done = reports_of(conn, Query().having("realis", "done"), names)
        all_planned = {act.action_id for act in reports_of(conn, Query().having("realis", "planned"), names)}
        promised = [fact for fact in targets if is_promised(fact, all_planned)]
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
        rules=len(targets) - len(promised),
    )
    data = output.is_data or bool(output.columns)
    output.write(promise_table(found, selection.title, label, silent=silent, data=data, lang=output.lang))
