"""`policytrack db`: where the database is, what it holds, backup and migration."""

import sqlite3
from pathlib import Path

import click

from policytrack.cli.app import Commands
from policytrack.cli.options import Output, output_options
from policytrack.config import db_path
from policytrack.errors import UsageError

_DB = click.option("--db", metavar="PATH", help="The database; else POLICYTRACK_DB, else the configuration.")


@click.group(cls=Commands)
def db() -> None:
    """Path, size, backup and migration of the database."""


@db.command()
@_DB
def path(db: str | None) -> None:
    """Print the path of the database, whether it exists or not."""
    click.echo(str(db_path(db)))


@db.command()
@output_options
def info(output: Output) -> None:
    """Show the size of the database, its schema, and the rows of each table."""
    from policytrack.render.table import Cell, Column, Table
    from policytrack.reports.words import title
    from policytrack.store.tables import TABLES, row_count, schema_version

    conn = output.open()
    file = db_path(output.db)
    rows: list[tuple[Cell, ...]] = [
        ("path", str(file)),
        ("bytes", file.stat().st_size),
        ("schema", schema_version(conn)),
        ("current_articles", row_count(conn, "heads")),
    ]
    rows += [(table, row_count(conn, table)) for table in TABLES]
    columns = (Column("item", "项目", "item"), Column("value", "值", "value", right=True))
    output.write(Table(title("Database", output.lang), columns, rows, name="info"))


@db.command()
@_DB
@click.option("-q", "--quiet", is_flag=True, help="No talk on stderr.")
@click.pass_context
def check(ctx: click.Context, db: str | None, quiet: bool) -> None:
    """Check the database, as `policytrack check` does."""
    from policytrack.cli.check import check as whole

    ctx.invoke(whole, db=db, quiet=quiet)


@db.command()
@click.argument("target", required=False, metavar="[FILE]")
@_DB
def backup(target: str | None, db: str | None) -> None:
    """Copy the database, consistent even while it is written; by default beside it, with the time in its name."""
    from policytrack.store.connect import open_reader
    from policytrack.store.migrations import backup as copy

    source = db_path(db)
    to = Path(target) if target else None
    if to is not None and to.exists():
        raise UsageError(f"{to} exists already.", hint="Name a file that does not exist.")
    conn = open_reader(source)
    try:
        made = copy(conn, source, to)
    except (OSError, sqlite3.OperationalError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"{to or source.parent} cannot be written: {reason}.", hint="Name another FILE.") from None
    click.echo(str(made))


@db.command()
@_DB
@click.option(
    "--wait", type=click.FloatRange(0), default=0.0, metavar="SECONDS", help="Wait for another writer to end."
)
def migrate(db: str | None, wait: float) -> None:
    """Bring the database up to the schema of this program, after a backup."""
    from policytrack.store.connect import SCHEMA_VERSION, open_existing

    with open_existing(db_path(db), wait):
        pass
    click.echo(f"{db_path(db)} has schema {SCHEMA_VERSION}.", err=True)
