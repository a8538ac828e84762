"""`policytrack verify`: exports and listings read back against the database."""

from pathlib import Path

import click

from policytrack.cli.options import Output, output_options
from policytrack.errors import ExitCode


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@output_options
def verify(output: Output, paths: tuple[Path, ...]) -> None:
    """Check that exported figures and actions are what the database and its texts say.

    FILE is CSV, TSV, JSON or JSON Lines with a column `id`. Every value is compared and every printed number is read
    again at its offsets; any mismatch ends with exit code 1. `policytrack check` checks the database itself.
    """
    from policytrack.verifying import read_rows, verify_rows

    conn = output.open()
    wrong = checked = 0
    try:
        for path in paths:
            rows = read_rows(path)
            checked += len(rows)
            for mismatch in verify_rows(conn, rows):
                wrong += 1
                click.echo(f"{path}: {mismatch}")
    finally:
        conn.close()
    output.say(f"{checked} rows verified, {wrong} mismatches.")
    if wrong:
        raise click.exceptions.Exit(ExitCode.ERROR)
