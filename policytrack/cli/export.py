"""`policytrack export`: the tables as files for other programs."""

from pathlib import Path

import click

from policytrack.cli.complete import complete_file
from policytrack.config import db_path
from policytrack.errors import UsageError

_ENDINGS = {".csv": "csv", ".jsonl": "jsonl", ".parquet": "parquet", ".xlsx": "xlsx"}


def _looks_like_a_file(target: str) -> bool:
    """Whether a target that is no folder yet has an ending such as .xls, unlike exported or backup.2023."""
    path = Path(target)
    ending = path.suffix.lower()
    return ending[1:].isalpha() and ending not in _ENDINGS and not target.endswith(("/", "\\")) and not path.is_dir()


@click.command()
@click.argument("target", metavar="DIR|FILE", shell_complete=complete_file)
@click.option("--db", metavar="PATH", help="The database; else POLICYTRACK_DB, else the configuration.")
@click.option("-O", "--output-format", type=click.Choice(["csv", "jsonl", "parquet", "xlsx"]), help="Default csv.")
@click.option("--table", "tables", metavar="NAME", multiple=True, help="Only this table or view; may be repeated.")
@click.option("--excel", is_flag=True, help="CSV for spreadsheets: BOM, CRLF, formulas made harmless.")
@click.option("-q", "--quiet", is_flag=True, help="No talk on stderr.")
def export(
    target: str, db: str | None, output_format: str | None, tables: tuple[str, ...], excel: bool, quiet: bool
) -> None:
    """Write all tables and the two views for people, one file each, into the folder DIR.

    A FILE ending in .csv, .jsonl or .parquet takes one table (default: figures_view); one ending in .xlsx takes all as
    sheets. Parquet needs the extra `lake`, xlsx the extra `xlsx`.
    """
    from policytrack.render.safe import for_spreadsheet
    from policytrack.store import export as out
    from policytrack.store.connect import one_moment
    from policytrack.store.tables import TABLES, VIEWS

    if not target.strip():
        raise UsageError("DIR is empty.", hint="Name a folder, as in: policytrack export exported/.")
    path = Path(target)
    if _looks_like_a_file(target):
        known = ", ".join(_ENDINGS)
        raise UsageError(
            f"{target}: {path.suffix} is the ending of no export.", hint=f"Endings are {known}; a folder may end in /."
        )
    ending = _ENDINGS.get(path.suffix.lower()) if not path.is_dir() else None
    form = output_format or ending or "csv"
    if ending and form != ending:
        raise UsageError(f"{target} does not end like {form}.", hint=f"Name a folder, or a file ending in .{form}.")
    if excel and form != "csv":
        raise UsageError(f"--excel is for CSV, not for {form}.", hint="Leave it out, or export CSV.")
    for table in tables:
        if table not in (*TABLES, *VIEWS):
            raise UsageError(f"There is no table {table!r}.", hint=f"Tables are {', '.join((*TABLES, *VIEWS))}.")
    guard = for_spreadsheet if excel else None
    wanted = tables or (*VIEWS, *TABLES)  # the sheets people look at come first
    if ending not in (None, "xlsx") and len(wanted) > 1:
        if len(tables) > 1:
            raise UsageError(f"{target} can hold one table, not {len(tables)}.", hint="Name a folder instead.")
        wanted = ("figures_view",)
    with one_moment(db_path(db)) as conn:
        if form == "xlsx":
            book = path if ending else path / "policytrack.xlsx"
            written = [(book, rows) for _, rows in out.export_xlsx(conn, wanted, book)]
        elif ending:
            written = [(path, out.export_table(conn, wanted[0], path, form, guard=guard))]
        else:
            written = list(out.export_tables(conn, wanted, path, form, guard=guard))
    if not quiet:
        files = len({file for file, _ in written})
        rows = sum(rows for _, rows in written)
        click.echo(f"Wrote {rows} rows in {files} file{'' if files == 1 else 's'} to {target}.", err=True)
