"""`policytrack show ID`: an article, action or figure in full."""

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, output_options


@click.command()
@click.argument("item_id", metavar="ID")
@output_options
def show(output: Output, item_id: str) -> None:
    """Show an article (12) with its text, actions and figures, an action (12.a3) or a figure (12.f5).

    Figures stand in brackets in the text. `policytrack explain ID` says why they were found.
    """
    from policytrack.reports import details
    from policytrack.reports.listings import listing
    from policytrack.store.listing import item, of_article, parse_id

    wanted = parse_id(item_id)
    names = names_of(output)
    labels = labels_of(names, output.lang)
    conn = output.open()
    try:
        row = item(conn, wanted)
        figures = of_article(conn, "figures", wanted.article)
        spans = [(f["start"], f["end"]) for f in figures if f["where"] == "text"]
        if wanted.listing == "articles":
            tables = [
                details.article(row, details.marked(row["text"], spans)),
                listing("actions", of_article(conn, "actions", wanted.article), "actions", labels, data=output.is_data),
                listing("figures", figures, "figures", labels, data=output.is_data),
            ]
        elif wanted.listing == "actions":
            tables = [details.action(row, details.marked(row["quote"], spans, row["start"]))]
        else:
            own = [(row["start"], row["end"])]
            tables = [details.figure(row, details.marked(row["quote"], own, row["quote_start"]))]
    finally:
        conn.close()
    output.write(*tables)
