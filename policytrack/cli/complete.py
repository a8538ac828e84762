"""What a half-typed word may go on with, for the completion of shells."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def complete_file(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Files and folders, by the shell."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def complete_folder(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Folders, by the shell."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="dir")]


def complete_term(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """What a TERM may go on with: keys, then the values of keys that have a list, the user's own types included."""
    from policytrack.query import CHOICES, KEYS

    key, colon, value = incomplete.partition(":")
    if not colon:
        return [f"{name}:" for name in KEYS if name.startswith(key)]
    known: Sequence[str] = CHOICES.get(key, ())
    if key == "type":
        known = known_types(ctx)
    if key == "indicator":
        known = known_indicators(ctx)
    return [f"{key}:{name}" for name in known if name.startswith(value)]


def known_types(ctx: click.Context) -> tuple[str, ...]:
    """The ids of all action types, those of the lexicon folders included."""
    from policytrack.cli.input_options import lexicon_folders
    from policytrack.lexicon.load import load

    return tuple(load(*lexicon_folders(ctx.params.get("lexicon") or ())).actions.types)


def known_indicators(ctx: click.Context) -> list[str]:
    """The indicators of the database, none when it cannot be read."""
    from policytrack.config import db_path
    from policytrack.errors import PolicytrackError
    from policytrack.store.connect import open_reader
    from policytrack.store.listing import indicator_names

    try:
        return indicator_names(open_reader(db_path(ctx.params.get("db"))))
    except PolicytrackError:
        return []
