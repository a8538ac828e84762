"""Terms as options: `--place 西宁` is `place:西宁`."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

# Keys of terms that --help lists as options; the others work, too (`policytrack help query`).
_SHOWN = ("type", "place", "actor", "indicator", "source")
_Command = Callable[..., Any]


def term_options(into: str) -> Callable[[_Command], _Command]:
    """Let a command take terms as options; they join the words of its argument `into`."""

    def decorate(command: _Command) -> _Command:
        from policytrack.query import KEYS

        @wraps(command)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            given = [f"{key}:{value}" for key in KEYS for value in kwargs.pop(f"term_{key}")]
            kwargs[into] = (*kwargs[into], *given)
            return command(*args, **kwargs)

        for key in reversed(KEYS):
            said = f"As {key}:VALUE."
            option = click.option(
                f"--{key}", f"term_{key}", multiple=True, metavar="VALUE", hidden=key not in _SHOWN, help=said
            )
            wrapped = option(wrapped)
        return wrapped

    return decorate
