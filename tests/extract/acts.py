"""The acts of a short text, for tests."""

from datetime import date

from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Action, Article

LEXICON = load()


def actions(text: str, title: str = "", published: date | None = date(2024, 5, 20)) -> list[Action]:
    """All acts of an article, its headline's included."""
    return list(extract_article(Article("x", text, title=title, published=published), LEXICON).actions)


def types(text: str, title: str = "") -> list[str]:
    """The types of the acts of the body, in order."""
    return [action.type for action in actions(text, title) if action.where == "text"]
