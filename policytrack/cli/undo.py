"""`policytrack undo`: take a run back."""

import click

from policytrack.config import db_path


@click.command()
@click.argument("run", type=click.IntRange(1))
@click.option("--db", metavar="PATH", help="The database; else POLICYTRACK_DB, else the configuration.")
@click.option(
    "--wait", type=click.FloatRange(0), default=0.0, metavar="SECONDS", help="Wait for another writer to end."
)
@click.option("-q", "--quiet", is_flag=True, help="No talk on stderr.")
def undo(run: int, db: str | None, wait: float, quiet: bool) -> None:
    """Take the changes of a run back.

    Nothing is deleted: the run is marked, and every article falls back to what it was without it. Ingesting the same
    inputs again brings them back.
    """
    from policytrack.store.connect import open_existing
    from policytrack.store.runs import undo as take_back

    with open_existing(db_path(db), wait) as conn:
        touched = take_back(conn, run)
    if not quiet:
        click.echo(f"Run {run} is undone; {touched} article{'' if touched == 1 else 's'} changed.", err=True)
