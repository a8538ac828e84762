"""Asking a person about one item after the other. Each decision is stored at once; the readings follow at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from policytrack.config import db_path
from policytrack.errors import UsageError
from policytrack.render.safe import for_terminal

if TYPE_CHECKING:
    import sqlite3

    from policytrack.cli.options import Output
    from policytrack.names import Names
    from policytrack.render.table import Table

KEYS = "[a]ccept  [e]dit  [r]eject  [s]kip  [u]ndo  [q]uit"


def walk(output: "Output", names: "Names", table: "Table", wait: float) -> None:
    """Ask about every row of the queue, until the end or until the person quits."""
    from policytrack import reviewing

    if not table.rows:
        output.say("Nothing waits for a decision.")
        return
    made: list[tuple[int, int, int]] = []  # position, number of the decision, article
    touched: set[int] = set()
    at = 0
    try:
        while at < len(table.rows):
            _show(table, at, output.lang)
            answer = click.prompt(KEYS, default="s", show_default=False).strip().lower()[:1]
            if answer == "q":
                break
            if answer == "u":
                at = _undo(output, made, touched, wait, at)
            elif answer in ("a", "r", "e"):
                try:
                    made.append((at, *_decide(output, names, str(table.rows[at][0]), answer, wait)))
                except UsageError as error:
                    click.echo(for_terminal(str(error)), err=True)
                    continue
                touched.add(made[-1][2])
                at += 1
            elif answer == "s":
                at += 1
            else:
                click.echo(for_terminal(f"{answer!r} is none of {KEYS}."), err=True)
    except click.Abort:  # Ctrl-D or Ctrl-C: what was decided counts
        click.echo("", err=True)
    with _writing(output, wait) as conn:
        reviewing.apply(conn, touched, names.lexicon, output.lexicon)
    output.say(f"{len(made)} decisions, {len(touched)} articles read again. `policytrack review --log` lists all.")


def _show(table: "Table", at: int, lang: str) -> None:
    from policytrack.render.table import shown

    click.echo(f"\n── {at + 1}/{len(table.rows)} ──")
    for column, cell in zip(table.columns, table.rows[at], strict=True):
        if cell not in (None, ""):
            click.echo(for_terminal(f"{column.heading(lang)}  {shown(column, cell)}"))


def _decide(output: "Output", names: "Names", item: str, answer: str, wait: float) -> tuple[int, int]:
    """Store the decision on an item; its number and the article."""
    from policytrack import reviewing

    settings = click.prompt("FIELD=VALUE, …", default="", show_default=False).split(",") if answer == "e" else []
    if answer == "e" and not any(map(str.strip, settings)):
        raise UsageError("Nothing is changed.", hint="As in: kind=growth, indicator=减税降费.")
    with _writing(output, wait) as conn:
        about = reviewing.target(conn, item)
        changes = reviewing.parse_changes(about.item, settings, names) if settings else {}
        decision = {"a": "accept", "r": "reject", "e": "edit"}[answer]
        return reviewing.decide(conn, about, decision, changes), about.article


def _undo(output: "Output", made: list[tuple[int, int, int]], touched: set[int], wait: float, at: int) -> int:
    """Take the last decision of this walk back; the position to ask again from."""
    from policytrack.store.corrections import take_back

    if not made:
        output.say("Nothing to undo here; `policytrack review --undo N` takes older decisions back.")
        return at
    position, number, article = made.pop()
    with _writing(output, wait) as conn:
        take_back(conn, number)
    touched.add(article)
    return position


@contextmanager
def _writing(output: "Output", wait: float) -> "Iterator[sqlite3.Connection]":
    """The database for writing, only as long as one decision takes: a nightly run must not wait for a person."""
    from policytrack.store.connect import open_existing

    with open_existing(db_path(output.db), wait) as conn:
        yield conn
