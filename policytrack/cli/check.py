"""`policytrack check`: is the database whole."""

import click

from policytrack.config import db_path
from policytrack.errors import ExitCode


@click.command()
@click.option("--db", metavar="PATH", help="The database; else POLICYTRACK_DB, else the configuration.")
@click.option("-q", "--quiet", is_flag=True, help="No talk on stderr.")
def check(db: str | None, quiet: bool) -> None:
    """Check the database: SQLite's own check, the hash of every text, and every quote re-read at its offsets.

    Prints one line for each defect and ends with code 1 when there is one.
    """
    from policytrack.render.safe import for_terminal
    from policytrack.store.checks import check as defects
    from policytrack.store.connect import open_reader

    path = db_path(db)
    found = 0
    for defect in defects(open_reader(path)):
        found += 1
        click.echo(for_terminal(defect))
    if found:
        click.echo(f"{path}: {found} defects. Restore a backup, or ingest into a new database.", err=True)
        raise click.exceptions.Exit(ExitCode.ERROR)
    if not quiet:
        click.echo(f"{path} is whole.", err=True)
