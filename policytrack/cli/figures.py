"""`policytrack figures`."""

import click

from policytrack.cli.listings import print_listing
from policytrack.cli.options import Output, Selection, output_options, query_options


@click.command()
@query_options
@click.option("--limit", type=click.IntRange(0), default=0, metavar="N", help="At most N rows; 0 lists all.")
@click.option("--unattached", is_flag=True, help="List the numerals that were taken for nothing known instead.")
@output_options
def figures(output: Output, selection: Selection, limit: int, unattached: bool) -> None:
    """List figures with the sentence each stands in, newest first.

    TERM is a key and a value, such as indicator:减税降费 amount:'>=1亿元' kind:growth, or a word of the sentence.
    `policytrack help query` lists all keys.
    """
    if unattached:
        _unattached(output)
    else:
        print_listing("figures", output, selection, limit or None)


def _unattached(output: Output) -> None:
    from policytrack.render.table import Column, Table
    from policytrack.store.listing import unattached

    conn = output.open()
    try:
        found = unattached(conn)
    finally:
        conn.close()
    columns = (
        Column("article", "文章", "article", right=True),
        Column("surface", "数字", "numeral", right=True),
        Column("context", "上下文", "context"),
        Column("start", "起", "start", right=True),
        Column("end", "止", "end", right=True),
    )
    rows = [tuple(row[column.key] for column in columns) for row in found]
    output.write(Table("unattached numerals", columns, rows, name="unattached"))
