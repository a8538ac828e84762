"""`policytrack verify`: reports, exports and the database itself read back against the texts."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policytrack.cli.options import Output, output_options
from policytrack.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policytrack.lexicon.load import Lexicon
    from policytrack.verifying import Mismatch


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE|DIR]…")
@output_options
def verify(output: Output, paths: tuple[Path, ...]) -> None:
    """Check that reports and exports, or the database itself, are what the articles say.

    FILE is CSV, TSV, JSON, JSON Lines, Parquet or xlsx that `-o` or `export` wrote, or a Markdown or HTML page; of a DIR
    all such files. Every value is compared, every printed number read again at its offsets, and every derived number
    computed again; the command that a page names is run again, and its rows are compared. Without FILE the database is
    checked: hashes, quotes, figures and audits. Any mismatch ends with exit code 1.
    """
    from policytrack.recomputing import Sources
    from policytrack.render.safe import for_terminal
    from policytrack.store.facts import measure_of
    from policytrack.verifying import files, read_parts, verify_part
    from policytrack.verifying_pages import FORMS, is_page

    knowledge = _lexicon(output)
    conn = output.open()
    wrong = checked = 0

    def tell(path: Path, mismatches: "Iterable[Mismatch]") -> None:
        nonlocal wrong
        for mismatch in mismatches:
            wrong += 1
            click.echo(for_terminal(f"{path}: {mismatch}"))

    try:
        if not paths:
            wrong = _database(output)
        sources = Sources(conn, measure_of(knowledge))
        for path in (file for given in paths for file in files(given, is_page)):
            if path.suffix.lower() in FORMS:
                rows, found = _page(output, path)
                checked += rows
                tell(path, found)
                continue
            for name, records in read_parts(path):
                checked += len(records)
                tell(path, verify_part(conn, name, records, sources))
    finally:
        conn.close()
    if paths:
        output.say(f"{checked} rows verified, {wrong} mismatches.")
    if wrong:
        raise click.exceptions.Exit(ExitCode.ERROR)


def _page(output: Output, path: Path) -> "tuple[int, list[Mismatch]]":
    """How many rows a page has, headings among them, and what of it its command does not print now."""
    from policytrack.cli.made_by import printed_again
    from policytrack.verifying_pages import FORMS, differences, lacking, parsed, read_page

    form = FORMS[path.suffix.lower()]
    page = read_page(path)
    now = parsed(printed_again(page.made_by, form, output, path), form)
    if more := lacking(page, now):
        output.say(f"{path}: {more} rows that its command prints now are not in the file.")
    return len(page.rows), list(differences(page, now))


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
