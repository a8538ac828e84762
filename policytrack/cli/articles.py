"""`policytrack articles`."""

from dataclasses import replace

import click

from policytrack.cli.listings import print_listing, print_reprints
from policytrack.cli.options import Output, Selection, output_options, query_options


@click.command()
@query_options
@click.option("--limit", type=click.IntRange(0), default=0, metavar="N", help="At most N rows; 0 lists all.")
@click.option("--why", is_flag=True, help="Say why each article begins and ends where it does in its document.")
@click.option("--reprints", is_flag=True, help="Only articles that were printed more than once, cluster by cluster.")
@output_options
def articles(output: Output, selection: Selection, limit: int, why: bool, reprints: bool) -> None:
    """List articles with the number of their actions and figures, newest first.

    TERM is a key and a value, such as source:日报 date:2023Q3, or a word of the text.
    """
    if why and not output.columns and not output.is_data:
        output = replace(output, columns=("id", "title", "why"))
    if reprints:
        print_reprints(output, selection)
    else:
        print_listing("articles", output, selection, limit or None)
