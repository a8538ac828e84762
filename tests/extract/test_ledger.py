"""The numeral ledger: no Arabic numeral of any text is left out, and few of an article's are unexplained."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article, Numeral

DIGITS = re.compile("[0-9０-９]+")
SAMPLES = Path(__file__).resolve().parent.parent.parent / "sample_data"


def ledger(text: str) -> tuple[Numeral, ...]:
    return extract_article(Article("x", text), load()).numerals


def left_out(text: str, rows: tuple[Numeral, ...]) -> list[str]:
    """The runs of digits that no row holds."""
    held = {offset for row in rows for offset in range(row.start, row.end)}
    return [m[0] for m in DIGITS.finditer(text) if not held.issuperset(range(*m.span()))]


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        "0123456789０９.,，/-:：%％年月日号第个元万亿百千十一二三半折成至—～+AG() \n。《》“”约增长到时点分之",
        max_size=30,
    )
)
def test_no_numeral_of_any_text_is_left_out(text: str) -> None:
    rows = ledger(text)
    assert not left_out(text, rows)
    assert all(a.end <= b.start for a, b in pairwise(rows))
    assert all(text[row.start : row.end] == row.surface for row in rows)


def test_few_numerals_of_the_gold_articles_are_unexplained(shared: Path) -> None:
    for name, most in (("dev.jsonl", 0.02), ("newspaper_page.jsonl", 0)):
        lines = (shared / "gold" / name).read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines]
        found = [(text, ledger(text)) for text in texts]
        assert not [numeral for text, rows in found for numeral in left_out(text, rows)]
        rows = [row for _, rows in found for row in rows]
        assert sum(row.cls == "unattached" for row in rows) <= most * len(rows)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_no_numeral_of_the_samples_is_left_out(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        assert not left_out(text, ledger(text))
