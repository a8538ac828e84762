"""Texts that are not about policy yield next to no actions."""

from pathlib import Path

from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article

LEXICON = load()
BLOCKS = (Path(__file__).parent / "off_topic.txt").read_text(encoding="utf-8").split("\n\n")
TEXTS = [block for block in BLOCKS if not block.startswith("#")]


def test_off_topic_texts_yield_at_most_one_action_in_ten() -> None:
    assert len(TEXTS) >= 30
    found = [
        (action.type, action.quote)
        for number, text in enumerate(TEXTS)
        for action in extract_article(Article(str(number), text), LEXICON).actions
    ]
    assert len(found) * 10 <= len(TEXTS), found
