"""`policytrack show ID`: an article, action or figure in full."""

from typing import TYPE_CHECKING

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, output_options

if TYPE_CHECKING:
    from policytrack.render.table import Table


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
            if not output.is_data:
                tables[1:] = [_short(table) for table in tables[1:]]
        elif wanted.listing == "actions":
            tables = [details.action(row, details.marked(row["quote"], spans, row["start"]))]
        else:
            own = [(row["start"], row["end"])]
            tables = [details.figure(row, details.marked(row["quote"], own, row["quote_start"]))]
    finally:
        conn.close()
    output.write(*tables)


def _short(table: "Table") -> "Table":
    """The listing without what the article above says already."""
    keys = [column.key for column in table.columns if column.key not in ("title", "published", "ref_area")]
    if table.name == "figures":
        keys.remove("quote")
    return table.only(keys)
