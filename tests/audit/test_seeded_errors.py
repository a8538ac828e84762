"""The audit against seeded errors: half of the generated passages have one digit or unit changed beyond rounding.

Five sets of wording: the first the audit was built on, the others written afterwards in the manner of county papers, bureau
reports, bulletins and gazettes. A failure prints the passages.
"""

import random
from datetime import date
from types import ModuleType

import bulletin_passages
import county_passages
import gazette_passages
import passages
import pytest
import report_passages
from passages import Passage, spoil, spoil_unit

from policytrack.audit import audit_article
from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article

SETS = [passages, county_passages, report_passages, bulletin_passages, gazette_passages]


def contradictions(text: str, title: str) -> list[str]:
    article = Article("1", text, title, published=date(2023, 10, 12), published_how="given", place="安澜市")
    audited = audit_article(extract_article(article, load()))
    return [audit.template for audit in audited.audits if audit.verdict == "inconsistent"]


def spoilt(passage: Passage, rng: random.Random) -> str | None:
    """The passage with one digit changed, or one unit in a fifth of those that have 万 or 亿; None when nothing breaks it."""
    if rng.random() < 0.2 and (text := spoil_unit(passage)):
        return text
    try:
        return spoil(passage, rng)
    except AssertionError:
        return None


@pytest.mark.parametrize("wording", SETS, ids=lambda module: module.__name__)
def test_seeded_errors_are_found_and_clean_passages_left_alone(wording: ModuleType) -> None:
    rng = random.Random(20231012)
    found, missed_texts, false_texts = 0, [], []
    for n in range(280):
        passage = wording.MAKERS[n % len(wording.MAKERS)](rng)
        if n // len(wording.MAKERS) % 2 == 0:
            if contradictions(passage.text, passage.title):
                false_texts.append(passage.text)
        elif text := spoilt(passage, rng):
            if contradictions(text, passage.title):
                found += 1
            else:
                missed_texts.append(text)
    assert found + len(missed_texts) > 110
    assert found / (found + len(false_texts)) >= 0.95, false_texts[:5]
    assert found / (found + len(missed_texts)) >= 0.80, missed_texts[:5]


@pytest.mark.parametrize(
    "maker", [maker for module in SETS for maker in module.MAKERS], ids=lambda f: f"{f.__module__}.{f.__name__}"
)
def test_every_relation_is_audited_in_every_wording(maker: passages.Maker) -> None:
    """No maker lives on the others' recall: at least half of its own spoilt passages are found."""
    rng = random.Random(7)
    texts = [(text, p.title) for p in (maker(rng) for _ in range(16)) if (text := spoilt(p, rng))]
    assert 2 * sum(bool(contradictions(*text)) for text in texts) >= len(texts)
