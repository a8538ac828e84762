"""`policytrack verify`: reports, exports and the database itself read back against the texts."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policytrack.cli.options import Output, output_options
from policytrack.errors import ExitCode

if TYPE_CHECKING:
    from policytrack.lexicon.load import Lexicon


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE|DIR]…")
@output_options
def verify(output: Output, paths: tuple[Path, ...]) -> None:
    """Check that reports and exports, or the database itself, are what the articles say.

    FILE is CSV, TSV, JSON, JSON Lines, Parquet or xlsx that `-o` or `export` wrote; of a DIR all such files. Every value
    is compared, every printed number read again at its offsets, and every derived number computed again. Without FILE
    the database is checked: hashes, quotes, figures and audits. Any mismatch ends with exit code 1.
    """
    from policytrack.recomputing import Sources
    from policytrack.render.safe import for_terminal
    from policytrack.store.facts import measure_of
    from policytrack.verifying import files, read_parts, verify_part

    knowledge = _lexicon(output)
    conn = output.open()
    wrong = checked = 0
    try:
        if not paths:
            wrong = _database(output)
        sources = Sources(conn, measure_of(knowledge))
        for path in (file for given in paths for file in files(given)):
            for name, rows in read_parts(path):
                checked += len(rows)
                for mismatch in verify_part(conn, name, rows, sources):
                    wrong += 1
                    click.echo(for_terminal(f"{path}: {mismatch}"))
    finally:
        conn.close()
    if paths:
        output.say(f"{checked} rows verified, {wrong} mismatches.")
    if wrong:
        raise click.exceptions.Exit(ExitCode.ERROR)


def _database(output: Output) -> int:
    """Check the database; how many defects were told."""
    from policytrack.recomputing import database
    from policytrack.render.safe import for_terminal
    from policytrack.store.checks import check
    from policytrack.store.listing import article_numbers

    conn = output.open()
    found = 0
    try:
        for defect in (*check(conn), *database(conn, _lexicon(output))):
            found += 1
            click.echo(for_terminal(defect))
        articles = len(article_numbers(conn))
    finally:
        conn.close()
    output.say(f"{articles} articles verified, {found} mismatches.")
    return found


def _lexicon(output: Output) -> "Lexicon":
    from policytrack.lexicon.load import load

    return load(*output.lexicon)
