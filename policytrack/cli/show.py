"""`policytrack show ID`: an article, action or figure in full."""

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, output_options


@click.command()
@click.argument("item_id", metavar="ID")
@click.option("--versions", "all_versions", is_flag=True, help="All versions of an article, and what each changed.")
@output_options
def show(output: Output, item_id: str, all_versions: bool) -> None:
    """Show an article (12) with its text, actions and figures, an action (12.a3) or a figure (12.f5).

    Figures stand in brackets in the text. `policytrack explain ID` says why they were found.
    """
    from policytrack.reports import details
    from policytrack.reports.listings import listing
    from policytrack.reports.words import title
    from policytrack.store.listing import item, of_article, parse_id

    wanted = parse_id(item_id)
    if all_versions:
        _versions(output, wanted.article)
        return
    names = names_of(output)
    labels = labels_of(names, output.lang)
    conn = output.open()
    try:
        row = item(conn, wanted)
        figures = of_article(conn, "figures", wanted.article)
        spans = [(f["start"], f["end"]) for f in figures if f["where"] == "text"]
        people = None if output.is_data else labels
        if wanted.listing == "articles":
            text = row["text"] if output.is_data else details.marked(row["text"], spans)
            tables = [details.article(row, text, output.lang, people)]
            for name, found in (("actions", of_article(conn, "actions", wanted.article)), ("figures", figures)):
                tables.append(listing(name, found, title(name, output.lang), labels, data=output.is_data))
        elif wanted.listing == "actions":
            quote = row["quote"] if output.is_data else details.marked(row["quote"], spans, row["start"])
            tables = [details.action(row, quote, output.lang, people)]
        else:
            own = [(row["start"], row["end"])]
            quote = row["quote"] if output.is_data else details.marked(row["quote"], own, row["quote_start"])
            tables = [details.figure(row, quote, output.lang, people)]
    finally:
        conn.close()
    output.write(*tables)


def _versions(output: Output, article: int) -> None:
    from policytrack.reports.versions import versions as tables
    from policytrack.store.listing import ItemId, item
    from policytrack.store.listing import versions as stored

    conn = output.open()
    try:
        item(conn, ItemId(article, None))  # raises for an unknown article
        rows = [dict(row) for row in stored(conn, article)]
    finally:
        conn.close()
    output.write(*tables(article, rows))
