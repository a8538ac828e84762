"""The acts and figures of a short text, for tests."""

from datetime import date
from typing import Any

from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Action, Article, Figure

LEXICON = load()


def actions(text: str, title: str = "", published: date | None = date(2024, 5, 20)) -> list[Action]:
    """All acts of an article, its headline's included."""
    return list(extract_article(Article("x", text, title=title, published=published), LEXICON).actions)


def figures(text: str, **more: Any) -> list[Figure]:
    """All figures of an article; `more` are its fields."""
    return list(extract_article(Article("t", text, **more), LEXICON).figures)


def types(text: str, title: str = "") -> list[str]:
    """The types of the acts of the body, in order."""
    return [action.type for action in actions(text, title) if action.where == "text"]
