"""`report`: its names, and terms that may come without one."""

import json

import pytest
from commands import Command


@pytest.fixture
def stored(policytrack: Command) -> Command:
    policytrack("ingest", "news.jsonl")
    return policytrack


@pytest.mark.parametrize("words", [["type:inspection"], ["summary", "type:inspection"], ["加油站"]], ids=" ".join)
def test_a_term_may_come_first(stored: Command, words: list[str]) -> None:
    assert [row["type"] for row in json.loads(stored("report", *words, "-O", "json").out)] == ["inspection"]


def test_a_misspelt_name_is_refused(stored: Command) -> None:
    ended = stored("report", "plces")
    assert ended.code == 2
    assert ended.err.startswith("error: There is no report 'plces'. Did you mean places? Reports are summary, types,")


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("zh", "概览 · 2023 · 1个来源2篇报道，2023-07-12至2023-07-19发布"),
        ("en", "summary · 2023 · 2 articles from 1 source, published 2023-07-12 to 2023-07-19"),
    ],
)
def test_the_title_is_in_the_language_of_the_headings(stored: Command, lang: str, title: str) -> None:
    assert stored("report", "-p", "2023", "--lang", lang).out.splitlines()[0] == title
