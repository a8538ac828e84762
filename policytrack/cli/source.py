"""`policytrack source`: what `ingest` reads without arguments."""

import click

from policytrack.cli.app import Commands
from policytrack.cli.options import Output, output_options
from policytrack.config import db_path

_DB = click.option("--db", metavar="PATH", help="The database; else POLICYTRACK_DB, else the configuration.")


@click.group(cls=Commands)
def source() -> None:
    """Add, list and remove the sources that `ingest` reads without arguments."""


@source.command()
@click.argument("name")
@click.argument("location", metavar="PATH|GLOB|URL")
@click.option("--place", metavar="PLACE", help="Place the news is about, by name or GB/T 2260 code.")
@click.option("--published-from", metavar="PATTERN", help="Day of publication in the file name, as %Y-%m-%d or %Y%m%d.")
@click.option("--format", "format_", metavar="FORMAT", help="Read as this format instead of detecting it.")
@click.option("--encoding", metavar="NAME", help="Character encoding, where detection fails.")
@click.option("--map", "columns", metavar="A=B,…", help="Columns of a table: text=正文,title=标题,published=日期.")
@_DB
def add(
    name: str,
    location: str,
    place: str | None,
    published_from: str | None,
    format_: str | None,
    encoding: str | None,
    columns: str | None,
    db: str | None,
) -> None:
    """Add a source. NAME is also the source of its articles where they do not say."""
    import glob
    from pathlib import Path

    from policytrack.cli.input_options import codec_name, column_pairs, known_format
    from policytrack.errors import UsageError
    from policytrack.inputs import date_pattern, is_url
    from policytrack.store.connect import open_writer
    from policytrack.store.sources import add_source

    if not name.strip() or not location.strip():
        raise UsageError("A source needs a name and a place to read.", hint="source add 南泽日报 inbox/nanze")
    if published_from:
        date_pattern(published_from)  # a wrong pattern is refused now, not at night
    column_pairs(columns)
    missing = ""
    if not is_url(location):
        location = str(Path(location).expanduser().absolute())
        missing = "" if glob.has_magic(location) or Path(location).exists() else f" {location} is not there yet."
    given = {
        "place": place, "published_from": published_from, "format": known_format(format_), "encoding": codec_name(encoding),
        "map": columns,
    }  # fmt: skip
    with open_writer(db_path(db)) as conn:
        add_source(conn, name, location, {key: value for key, value in given.items() if value})
    click.echo(f"Source {name} added; `policytrack ingest` reads it.{missing}", err=True)


@source.command(name="list")
@output_options
def list_(output: Output) -> None:
    """List the configured sources."""
    from policytrack.render.table import Column, Table
    from policytrack.reports.words import title
    from policytrack.store.sources import sources

    columns = (
        Column("name", "名称", "name"), Column("location", "位置", "location"), Column("place", "地点", "place"),
        Column("published_from", "日期格式", "published from"), Column("added_at", "添加", "added"),
    )  # fmt: skip
    rows = [
        (s.name, s.location, s.options.get("place"), s.options.get("published_from"), s.added_at)
        for s in sources(output.open())
    ]
    if not rows:
        output.say("No sources are configured. `policytrack source add NAME PATH` adds one.")
    output.write(Table(title("Sources", output.lang), columns, rows, name="sources"))


@source.command()
@click.argument("name")
@_DB
def remove(name: str, db: str | None) -> None:
    """Remove a source; what was read from it stays."""
    from policytrack.store.connect import open_existing
    from policytrack.store.sources import remove_source

    with open_existing(db_path(db)) as conn:
        remove_source(conn, name)
    click.echo(f"Source {name} removed; its articles stay.", err=True)
