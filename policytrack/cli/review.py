"""`policytrack review`: what was found, looked at by a person."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, Selection, output_options, query_options
from policytrack.config import db_path
from policytrack.errors import UsageError

if TYPE_CHECKING:
    from policytrack.names import Names
    from policytrack.render.table import Table


@click.command()
@query_options
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, metavar="N", help="0 takes all.")
@click.option("--list", "listed", is_flag=True, help="Print what waits for a decision instead of asking.")
@click.option("--accept", metavar="ID", multiple=True, help="Decide that an item is right: 12.f5, 12.a3, 12.n245.")
@click.option("--reject", metavar="ID", multiple=True, help="Decide that an item is none.")
@click.option("--edit", metavar="ID", help="Correct an item with --set.")
@click.option("--set", "settings", metavar="FIELD=VALUE", multiple=True, help="What --edit changes; may be repeated.")
@click.option("--undo", type=click.IntRange(1), metavar="N", help="Take decision N of the log back.")
@click.option("--log", is_flag=True, help="List all decisions.")
@click.option("--gold", is_flag=True, help="Print the records of articles whose every item is decided on.")
@click.option(
    "--wait", type=click.FloatRange(0), default=0.0, metavar="SECONDS", help="Wait for another writer to end."
)
@output_options
def review(
    output: Output, selection: Selection, limit: int, listed: bool, accept: tuple[str, ...], reject: tuple[str, ...],
    edit: str | None, settings: tuple[str, ...], undo: int | None, log: bool, gold: bool, wait: float,
) -> None:  # fmt: skip
    """Walk what was found, unattached numerals and the least certain first: accept, edit, reject, skip, undo.

    TERM narrows what is asked about, as place:西宁 type:inspection. Without a terminal, or with --list, the items are
    printed. Decisions are a log beside the readings: nothing is overwritten, and they hold after `retag`.
    """
    names = names_of(output)
    if edit and not settings:
        raise UsageError("--edit changes nothing.", hint="Say what with --set FIELD=VALUE.")
    if settings and not edit:
        raise UsageError("--set needs an item.", hint="Name it with --edit ID.")
    if accept or reject or edit or undo:
        _decide(output, names, accept, reject, (edit, settings) if edit else None, undo, wait)
    elif log:
        _log(output)
    elif gold:
        _gold(output, names)
    elif listed or output.format or output.file or not _at_a_terminal():
        table = _queue(output, selection, names, limit or None)
        if not table.rows:
            output.say("Nothing waits for a decision.")
        output.write(table)
    else:
        from policytrack.cli.review_walk import walk

        walk(output, names, _queue(output, selection, names, limit or None), wait)


def _at_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _queue(output: Output, selection: Selection, names: "Names", limit: int | None) -> "Table":
    from dataclasses import replace

    from policytrack.reports.review import queue
    from policytrack.store.corrections import waiting, waiting_numerals

    conn = output.open()
    try:
        figures = waiting(conn, "figures", selection.query, names, limit)
        actions = waiting(conn, "actions", selection.query, names, limit)
        numerals = waiting_numerals(conn, selection.query, names, limit)
    finally:
        conn.close()
    labels = {} if output.is_data else labels_of(names, output.lang)
    table = queue(figures, actions, numerals, output.lang, labels)
    asked = f" · {selection.title}" if selection.title else ""
    return replace(table, title=f"{table.title}{asked}", rows=table.rows[:limit])


def _decide(
    output: Output, names: "Names", accept: tuple[str, ...], reject: tuple[str, ...],
    edit: tuple[str, tuple[str, ...]] | None, undo: int | None, wait: float,
) -> None:  # fmt: skip
    from policytrack import reviewing
    from policytrack.store.connect import open_existing
    from policytrack.store.corrections import take_back

    with open_existing(db_path(output.db), wait) as conn:
        # Everything is checked before anything is stored.
        wanted: list[tuple[str, reviewing.Target, dict[str, str]]]
        wanted = [("accept", reviewing.target(conn, text), {}) for text in accept]
        wanted += [("reject", reviewing.target(conn, text), {}) for text in reject]
        if edit:
            about = reviewing.target(conn, edit[0])
            wanted.append(("edit", about, reviewing.parse_changes(about.item, edit[1], names)))
        touched = [take_back(conn, undo)[0]] if undo else []
        for decision, about, changes in wanted:
            number = reviewing.decide(conn, about, decision, changes)
            output.say(f"Decision {number}: {decision} {about.item} {about.article}:{about.start}–{about.end}.")
        touched += [about.article for _, about, _ in wanted]
        reviewing.apply(conn, touched, names.lexicon, output.lexicon)
    if undo:
        output.say(f"Decision {undo} is taken back.")


def _log(output: Output) -> None:
    from policytrack.reports.review import log_table
    from policytrack.store.corrections import log

    conn = output.open()
    try:
        table = log_table(log(conn), output.lang)
    finally:
        conn.close()
    if not table.rows:
        output.say("Nothing was decided yet. `policytrack review` begins.")
    output.write(table)


def _gold(output: Output, names: "Names") -> None:
    """JSON Lines, as `extract` prints them."""
    from policytrack.render.safe import for_json
    from policytrack.reviewing import gold

    conn = output.open()
    try:
        records = list(gold(conn, names.lexicon))
    finally:
        conn.close()
    whole = [record for record, left in records if not left]
    text = "".join(for_json(json.dumps(record, ensure_ascii=False)) + "\n" for record in whole)
    if output.file is None:
        click.echo(text, nl=False)
    else:
        _write(output.file, text)
    output.say(f"{len(whole)} articles are reviewed whole, {len(records) - len(whole)} in part.")


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}.", hint="Give another -o FILE.") from None
