"""`policytrack articles`."""

import click

from policytrack.cli.listings import print_listing
from policytrack.cli.options import Output, Selection, output_options, query_options


@click.command()
@query_options
@click.option("--limit", type=click.IntRange(0), default=0, metavar="N", help="At most N rows; 0 lists all.")
@output_options
def articles(output: Output, selection: Selection, limit: int) -> None:
    """List articles with the number of their actions and figures, newest first.

    TERM is a key and a value, such as source:日报 date:2023Q3, or a word of the text.
    """
    print_listing("articles", output, selection, limit or None)
