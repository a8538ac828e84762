"""`policytrack verify`: reports, exports and the database itself read back against the texts."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policytrack.cli.options import Output, output_options
from policytrack.errors import ExitCode, InputError, UsageError

if TYPE_CHECKING:
    from policytrack.lexicon.load import Lexicon
    from policytrack.recomputing import Sources
    from policytrack.verifying import Mismatch


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE|DIR]…")
@click.option("--command", metavar="WORDS", help="What made the files, as in 'diff 2022 2023': every cell is compared.")
@output_options
def verify(output: Output, paths: tuple[Path, ...], command: str | None) -> None:
    """Check that reports and exports, or the database itself, are what the articles say.

    FILE is what `-o` or `export` wrote; of a DIR all such files. Markdown, HTML and xlsx name the command that made them:
    it is run again, and every row is compared; --command says it for other files. Else of CSV, TSV, JSON and Parquet what
    belongs to an id is compared, every printed number read again at its offsets, and derived numbers that follow from
    the figures of a row computed again. Without FILE the database is checked: hashes,
    quotes, figures and audits. Any mismatch ends with exit code 1.
    """
    from policytrack.recomputing import Sources
    from policytrack.render.safe import for_terminal
    from policytrack.store.facts import measure_of
    from policytrack.verifying import files
    from policytrack.verifying_pages import names_its_command

    if command is not None and not paths:
        raise UsageError(
            "--command says what made a file, and no file is given.", hint="Name it: verify --command … FILE."
        )
    knowledge = _lexicon(output)
    conn = output.open()
    wrong = checked = failed = 0
    try:
        if not paths:
            wrong = _database(output)
        sources = Sources(conn, measure_of(knowledge))
        for path in (file for given in paths for file in files(given, names_its_command)):
            try:
                rows, found = _report(output, path, command) or _data(output, path, sources)
            except InputError as error:
                failed += 1
                told = str(error)
                click.echo(for_terminal(told if told.startswith(str(path)) else f"{path}: {told}"), err=True)
                continue
            checked += rows
            wrong += len(found)
            for mismatch in found:
                click.echo(for_terminal(f"{path}: {mismatch}"))
    finally:
        conn.close()
    if paths:
        output.say(f"{checked} rows verified, {wrong} mismatches{_failed(failed)}.")
    if wrong or failed:
        raise click.exceptions.Exit(ExitCode.ERROR if wrong else ExitCode.SOME_INPUTS_FAILED)


def _words(command: str) -> tuple[str, ...]:
    """The words of --command, as a shell would part them."""
    try:
        return tuple(shlex.split(command.removeprefix("policytrack ")))
    except ValueError as error:
        raise UsageError(
            f"--command {command!r} is no command line: {error}.", hint="As in: 'diff 2022 2023'."
        ) from None


def _failed(count: int) -> str:
    """Words for files that could not be read."""
    return f", {count} file{'' if count == 1 else 's'} failed" if count else ""


def _report(output: Output, path: Path, command: str | None) -> "tuple[int, list[Mismatch]] | None":
    """How many rows a report has and what of it its command does not print now; None for one whose command nobody knows."""
    from policytrack.cli.made_by import printed_again
    from policytrack.verifying_pages import FORMS, PAGES, differences, names_its_command, parsed, read_page

    ending = path.suffix.lower()
    if command is None and (ending not in PAGES or (ending == ".xlsx" and not names_its_command(path))):
        return None  # data, or an export
    page = read_page(path)
    words = page.made_by if command is None else _words(command)
    if not words:
        raise InputError(
            f"{path} names no command that made it.", hint="Say it with --command, or print it again with -o."
        )
    now = parsed(printed_again(words, FORMS[ending], output, path), FORMS[ending])
    return len(page.rows), list(differences(page, now))


def _data(output: Output, path: Path, sources: "Sources") -> "tuple[int, list[Mismatch]]":
    """How many records a file has, and what of them the database and its texts do not say."""
    from policytrack.verifying import is_report, read_parts, verify_part

    parts = read_parts(path)
    if any(is_report(name, rows) for name, rows in parts):
        output.say(f"{path}: derived numbers are computed again; --command 'WORDS' compares every cell.")
    found = [wrong for name, rows in parts for wrong in verify_part(sources.conn, name, rows, sources)]
    return sum(len(rows) for _, rows in parts), found


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
