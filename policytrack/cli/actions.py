"""`policytrack actions`."""

import click

from policytrack.cli.listings import print_listing
from policytrack.cli.options import Output, Selection, output_options, query_options


@click.command()
@query_options
@click.option("--limit", type=click.IntRange(0), default=0, metavar="N", help="At most N rows; 0 lists all.")
@output_options
def actions(output: Output, selection: Selection, limit: int) -> None:
    """List policy actions, newest first.

    TERM is a key and a value, such as type:inspection place:西宁 realis:planned actor:市税务局, or a word of the text.
    `policytrack help query` lists all keys.
    """
    print_listing("actions", output, selection, limit or None)
