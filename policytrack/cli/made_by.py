"""The command line that a page names, so that `verify` can run it again and compare what it prints.

Only what decides the rows is kept: not where the database lies, where the page went, nor how wide or colourful it was.
"""

import contextlib
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from policytrack.errors import InputError, PolicytrackError

if TYPE_CHECKING:
    from policytrack.cli.options import Output

# Commands that only read and print tables.
REPEATABLE = ("report", "diff", "series", "figures", "actions", "articles", "search", "audit", "promises")
_HOW = frozenset(
    {
        "db", "output_format", "output", "excel", "color", "width", "quiet", "lexicon", "chart", "fail_if_diff",
        "fail_if_inconsistent",
    }
)  # fmt: skip


def command_line(lang: str) -> tuple[str, ...]:
    """The words of the running command, its language said, and its day where that matters; none when it cannot be repeated."""
    ctx = click.get_current_context(silent=True)
    if ctx is None or ctx.info_name not in REPEATABLE:
        return ()
    said, rest, today = [ctx.info_name, "--lang", lang], [], None
    for param in ctx.command.params:
        name, value = str(param.name), ctx.params.get(str(param.name))
        if name == "today":
            today = value or date.today()
        elif isinstance(param, click.Argument):
            rest += [str(word) for word in (value if isinstance(value, tuple) else (value,)) if word is not None]
        elif name not in _HOW | {"lang"} and ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            said += _option(param, value)
    if today and any(map(_moves, (*said, *rest))):
        said += ["--today", str(today)]
    return (*said, *(["--", *rest] if rest else []))


def _option(param: click.Parameter, value: object) -> list[str]:
    """An option as words; of options that share a name, --prev and --yoy, only the one that was given."""
    if isinstance(value, tuple):
        return [word for one in value for word in (param.opts[-1], str(one))]
    if isinstance(param, click.Option) and param.is_flag:
        return [param.opts[-1]] if value is True or value == param.flag_value else []
    return [param.opts[-1], str(value)]


def _moves(word: str) -> bool:
    """Whether a word is a period that another day would not mean."""
    from policytrack.period_query import parse_period

    try:
        one, other = (parse_period(word.removeprefix("date:"), day) for day in (date(2000, 2, 29), date(2019, 11, 25)))
    except PolicytrackError:
        return False
    return one != other


def printed_again(words: Sequence[str], form: str, output: "Output", path: Path) -> str:
    """What the command of a page prints now, in the same format.

    Raises InputError for a command that could do more than print, and for one that no longer works.
    """
    from policytrack.cli.app import app

    if not words or words[0] not in REPEATABLE:
        raise InputError(f"{path} names no command that prints a report.", hint=f"Those are {', '.join(REPEATABLE)}.")
    root = click.Context(app, info_name="policytrack")
    command = app.get_command(root, words[0])
    assert command is not None
    ours = ["-O", form, "-q", "--color", "never", *(["--db", output.db] if output.db else [])]
    ours += [word for folder in output.lexicon for word in ("--lexicon", str(folder))]
    before, bar, after = _parted(words[1:])
    printed = io.StringIO()
    try:
        asked = command.make_context(words[0], list(words[1:]), parent=root)
        if any(asked.get_parameter_source(name) is ParameterSource.COMMANDLINE for name in _HOW & asked.params.keys()):
            raise InputError(f"The command of {path} says where to read or write.", hint="Print the page again.")
        with (
            contextlib.redirect_stdout(printed),
            command.make_context(words[0], [*before, *ours, *bar, *after], parent=root) as ctx,
        ):
            command.invoke(ctx)
    except click.exceptions.Exit:
        pass
    except (click.ClickException, PolicytrackError) as error:
        message = error.format_message() if isinstance(error, click.ClickException) else str(error)
        raise InputError(f"The command of {path} does not work here: {message}", hint="Print the page again.") from None
    return printed.getvalue()


def _parted(words: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """The words before the bar `--`, the bar, and those behind it."""
    at = list(words).index("--") if "--" in words else len(words)
    return list(words[:at]), list(words[at : at + 1]), list(words[at + 1 :])
