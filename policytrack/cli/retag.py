"""`policytrack retag`: read the stored articles again with the present lexicon."""

import sys

import click

from policytrack.cli.options import Output, output_options
from policytrack.config import db_path


@click.command()
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask before writing.")
@click.option(
    "--wait", type=click.FloatRange(0), default=0.0, metavar="SECONDS", help="Wait for another writer to end."
)
@output_options
def retag(dry_run: bool, yes: bool, wait: float, output: Output) -> None:
    """Extract every stored article again, print what changes (+ new, − gone, ~ read otherwise), then write it.

    Asks before writing on a terminal. Old readings stay; `policytrack undo` takes a retag back.
    """
    from policytrack.cli.progress import progress_bar
    from policytrack.render.table import Column, Table
    from policytrack.retag import retag as read_again
    from policytrack.store.connect import open_existing
    from policytrack.store.write import tentative

    columns = (
        Column("sign", "", ""), Column("article", "文章", "article", right=True), Column("item", "种类", "item"),
        Column("text", "内容", "text"), Column("what", "变化", "change"),
    )  # fmt: skip
    with open_existing(db_path(output.db), wait) as conn, tentative(conn) as decision:
        with progress_bar("Reading", not output.quiet) as progress:
            changes = read_again(conn, output.lexicon, progress)
        rows = [(c.sign, c.article, c.item, c.text, c.what) for c in changes.lines]
        left = changes.added + changes.removed + changes.altered - len(rows)
        notes = (f"and {left} more",) if left else ()
        output.write(Table(changes.summary, columns, rows, notes, name="changes"))
        if not changes.changed:
            output.say(f"Nothing changes in {changes.articles} articles.")
        elif dry_run or not (yes or not sys.stdin.isatty() or click.confirm("Write these changes?", err=True)):
            output.say("Nothing was written.")
        else:
            decision.keep = True
    if decision.keep:
        output.say(f"Wrote {changes.summary}.")
