"""The audit against seeded errors: half of 280 generated passages have one digit changed beyond rounding."""

import random
from datetime import date

from passages import MAKERS, spoil

from policytrack.audit import audit_article
from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article


def contradictions(text: str, title: str) -> list[str]:
    article = Article("1", text, title, published=date(2023, 10, 12), published_how="given", place="安澜市")
    audited = audit_article(extract_article(article, load()))
    return [audit.template for audit in audited.audits if audit.verdict == "inconsistent"]


def test_seeded_errors_are_found_and_clean_passages_left_alone() -> None:
    rng = random.Random(20231012)
    found = missed = false = 0
    missed_texts, false_texts = [], []
    for n in range(280):
        passage = MAKERS[n % len(MAKERS)](rng)
        if n // len(MAKERS) % 2:
            text = spoil(passage, rng)
            if contradictions(text, passage.title):
                found += 1
            else:
                missed += 1
                missed_texts.append(text)
        elif contradictions(passage.text, passage.title):
            false += 1
            false_texts.append(passage.text)
    assert found + missed == 140
    assert found / (found + false) >= 0.95, false_texts[:5]
    assert found / (found + missed) >= 0.80, missed_texts[:5]
