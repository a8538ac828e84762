"""`policytrack doctor`: what is installed, what is missing and how to get it."""

import platform
import sqlite3
import sys
from importlib import metadata
from importlib.util import find_spec

import click

from policytrack.cli.options import Output, output_options

# extra → the module that it brings and what it is for
EXTRAS = {
    "html": ("lxml", "web pages"),
    "feed": ("lxml", "RSS and Atom"),
    "pdf": ("pypdf", "PDF with a text layer"),
    "docx": ("docx", "Word documents"),
    "xlsx": ("openpyxl", "Excel sheets"),
    "dedup": ("rensa", "near-duplicate reprints"),
    "fast": ("ahocorasick_rs", "faster scanning"),
    "lake": ("pyarrow", "Parquet"),
}
OLDEST_SQLITE = (3, 35)


@click.command()
@output_options
def doctor(output: Output) -> None:
    """Check Python, SQLite, the database, the lexicon and the optional parts; ends with code 1 when one is broken."""
    from policytrack.render.table import Column, Table
    from policytrack.reports.words import title

    rows = [*_program(), *_data(output), *_extras()]
    columns = (
        Column("part", "部分", "part"), Column("state", "状态", "state"), Column("detail", "说明", "detail"),
    )  # fmt: skip
    output.write(Table(title("Doctor", output.lang), columns, rows, name="doctor"))
    if any(row[1] == "broken" for row in rows):
        raise click.exceptions.Exit(1)


def _program() -> list[tuple[str, str, str]]:
    from policytrack import __version__
    from policytrack.store.connect import has_fts

    fts = has_fts()
    sqlite_ok = sqlite3.sqlite_version_info >= OLDEST_SQLITE and fts
    return [
        ("policytrack", "ok", f"{__version__} at {sys.prefix}"),
        ("Python", "ok", platform.python_version()),
        ("SQLite", "ok" if sqlite_ok else "broken", f"{sqlite3.sqlite_version}{'' if fts else ' without FTS5'}"),
        ("sqlite-utils", "ok", metadata.version("sqlite-utils")),
    ]


def _data(output: Output) -> list[tuple[str, str, str]]:
    from policytrack.config import db_path, load_config
    from policytrack.errors import NoDatabase, PolicytrackError
    from policytrack.lexicon.load import load
    from policytrack.store.connect import open_reader
    from policytrack.store.tables import row_count

    rows = []
    try:
        articles = row_count(open_reader(db_path(output.db)), "heads")
        rows.append(("database", "ok", f"{db_path(output.db)}, {articles} articles"))
    except NoDatabase as error:
        rows.append(("database", "absent", str(error)))
    except PolicytrackError as error:
        rows.append(("database", "broken", str(error)))
    try:
        rows.append(("lexicon", "ok", f"version {load(*load_config().lexicon).version}"))
    except PolicytrackError as error:
        rows.append(("lexicon", "broken", str(error)))
    return rows


def _extras() -> list[tuple[str, str, str]]:
    return [
        (name, "ok", use) if find_spec(module) else (name, "absent", f"{use}: pip install 'policytrack[{name}]'")
        for name, (module, use) in EXTRAS.items()
    ]
