"""What the argument parser complains about, as one line that names the thing and the next step."""

import re

import click

_TYPES = (
    (re.compile(r"is not a valid integer(?: range)?"), "is not a whole number"),
    (re.compile(r"is not a valid float(?: range)?"), "is not a number"),
    (re.compile(r"is not in the range x>=(\S+?)\."), r"is less than \1."),
    (re.compile(r"\(Did you mean one of: (.+?)\?\)"), r"Did you mean one of \1?"),
    (re.compile(r"is not in the range (\S+)<=x<=(\S+?)\."), r"is not between \1 and \2."),
)


def explained(error: click.ClickException) -> str:
    """The message of a parser error with the next step."""
    match error:
        case click.MissingParameter(param=param) if param is not None:
            name = param.human_readable_name.partition(" ")[0].strip("[]…")
            kind = param.type
            choices = f": {', '.join(map(str, kind.choices))}" if isinstance(kind, click.Choice) else ""
            message = f"{name if isinstance(param, click.Argument) else param.opts[-1]} is missing{choices}."
        case click.BadParameter(param=param) if param is not None:
            name = param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name.strip("[]…")
            message = f"{name}: {_plain(error.message)}"
        case _:
            message = _plain(error.format_message())
    return f"{' '.join(message.split())} {_next_step(error)}".rstrip()


def _plain(message: str) -> str:
    for pattern, words in _TYPES:
        message = pattern.sub(words, message)
    return message


def _next_step(error: click.ClickException) -> str:
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is None or "--help`" in error.message:
        return ""
    return f"`{ctx.command_path} --help` describes it."
