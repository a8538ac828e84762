"""`policytrack figures`."""

import click

from policytrack.cli.listings import names_of, print_listing
from policytrack.cli.options import Output, Selection, output_options, query_options


@click.command()
@query_options
@click.option("--limit", type=click.IntRange(0), default=0, metavar="N", help="At most N rows; 0 lists all.")
@click.option("--unattached", is_flag=True, help="List instead the numerals that were taken for nothing known.")
@output_options
def figures(output: Output, selection: Selection, limit: int, unattached: bool) -> None:
    """List figures with the sentence each stands in, newest first.

    TERM is a key and a value, such as indicator:减税降费 amount:'>=1亿元' kind:growth, or a word of the sentence.
    `policytrack help query` lists all keys.
    """
    if unattached:
        _unattached(output, selection, limit or None)
    else:
        print_listing("figures", output, selection, limit or None)


def _unattached(output: Output, selection: Selection, limit: int | None) -> None:
    """The ledger's leftovers of the articles that the terms select."""
    from policytrack.render.table import Table
    from policytrack.reports.words import column, title
    from policytrack.store.listing import unattached

    conn = output.open()
    try:
        found = unattached(conn, selection.query, names_of(output))
    finally:
        conn.close()
    asked = f" · {selection.title}" if selection.title else ""
    if not found:
        output.say(f"Every numeral{' of ' + selection.title if selection.title else ''} is accounted for.")
    elif limit and len(found) > limit:
        output.say(f"{limit} of {len(found)} numerals; --limit 0 lists all.")
    columns = (
        column("article", right=True), column("surface", right=True), column("context"), column("title"),
        column("published"), column("start", right=True), column("end", right=True),
    )  # fmt: skip
    folded = [{**dict(row), "context": " ".join(row["context"].split())} for row in found[:limit]]
    rows = [tuple(row[c.key] for c in columns) for row in folded]
    output.write(Table(f"{title('unattached numerals', output.lang)}{asked}", columns, rows, name="unattached"))
