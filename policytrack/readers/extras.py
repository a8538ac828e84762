"""Libraries that only one format needs: imported when a file of that format is read, and named when absent."""

from importlib import import_module
from typing import Any

from policytrack.errors import InputError


class MissingExtra(InputError):
    """A library is not installed; once it is, the same input can be read."""


def need(module: str, extra: str, origin: str) -> Any:
    """The module; raises InputError with the command that installs it."""
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtra(
            f"{origin} needs the extra {extra!r} to be read.", hint=f"Install it: pip install 'policytrack[{extra}]'."
        ) from None
