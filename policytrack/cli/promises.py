"""`policytrack promises`: targets and planned acts, and what may answer them later."""

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, Selection, output_options, query_options


@click.command()
@query_options
@click.option("--silent", is_flag=True, help="Only what has no candidate.")
@output_options
def promises(output: Output, selection: Selection, silent: bool) -> None:
    """List targets and planned acts with later figures and acts that may answer them.

    Candidates are no claims: the score shows how well name, place and time agree. TERM and -p select what was promised.
    """
    from policytrack.compare.promises import plans
    from policytrack.compare.promises import promises as find
    from policytrack.query import Query
    from policytrack.reports.promises import promise_table
    from policytrack.store.campaigns import reports_of
    from policytrack.store.facts import facts, measure_of

    names = names_of(output)
    measure = measure_of(names.lexicon)
    conn = output.open()
    try:
        targets = [f for f in facts(conn, selection.query, names) if f.figure.obs == "target"]
        actuals = facts(conn, Query().having("obs", "actual"), names)
        planned = reports_of(conn, selection.query.having("realis", "planned"), names)
        done = reports_of(conn, Query().having("realis", "done"), names)
    finally:
        conn.close()
    places = labels_of(names, output.lang)["ref_area"]

    def label(place: object) -> str:
        return places.get(str(place), str(place)) if place else ""

    found, acts = find(targets, actuals, measure), plans(planned, done)
    data = output.is_data or bool(output.columns)
    output.write(promise_table(found, acts, selection.title, label, silent=silent, data=data, lang=output.lang))
