"""Typed reading of lexicon tables: every complaint names file, table, key and reason."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from policytrack.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[table]]` of a lexicon file."""

    path: Path
    table: str
    number: int  # counted from 1 within its file
    data: dict[str, Any]

    def error(self, key: str, reason: str) -> LexiconError:
        return LexiconError(
            f"{self.path}: [[{self.table}]] number {self.number}, key {key!r}: {reason}.",
            hint="`policytrack help lexicon` describes the format.",
        )

    def text(self, key: str, default: str | None = None) -> str:
        value = self.data.get(key, default)
        if not isinstance(value, str) or (value == "" and default is None):
            raise self.error(key, "a non-empty text is required" if key not in self.data else "must be a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty when the key is absent."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise self.error(key, "must be a list of non-empty texts")
        return tuple(value)

    def choice(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in choices:
            raise self.error(key, f"{value!r} is not one of {', '.join(choices)}")
        return value

    def decimal(self, key: str, default: str | None = None) -> Decimal:
        """An exact number, written as a text in the file."""
        try:
            return Decimal(self.text(key, default))
        except InvalidOperation:
            raise self.error(key, f"{self.data.get(key)!r} is not a decimal number") from None

    def tables(self, key: str) -> tuple[dict[str, Any], ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.error(key, "must be a list of tables")
        return tuple(value)

    def only(self, *keys: str) -> None:
        """Refuse keys nobody reads: a misspelt key must not pass silently."""
        for key in self.data:
            if key not in keys:
                raise self.error(key, f"unknown key; known are {', '.join(sorted(keys))}")
