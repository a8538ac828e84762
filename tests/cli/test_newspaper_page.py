"""The main job on a real newspaper page, which lies outside this repository; skipped where it is absent."""

import json
from pathlib import Path

import pytest
from commands import Command


@pytest.fixture
def page(shared: Path) -> str:
    path = shared / "data" / "newspaper_page.md"
    if not path.exists():
        pytest.skip("the newspaper page is not here")
    return str(path)


def records(text: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(text)
    return found


def test_the_page_holds_five_articles_and_a_headline(policytrack: Command, page: str) -> None:
    ended = policytrack("ingest", page, "--published", "2023-09-20", "--place", "西宁市")
    assert ended.err.startswith("5 articles, 1 headline, ")
    assert ended.err.endswith(" added; 0 unchanged; 0 failed\n")
    assert policytrack("ingest", page, "--published", "2023-09-20", "--place", "西宁市").err == (
        "nothing new; 1 unchanged; 0 failed\n"
    )
    conn = records(policytrack("articles", "-O", "json", "--limit", "0").out)
    assert [row["title"] for row in conn if not row["characters"]] == ["关爱保护未成年人健康成长"]


def test_questions_about_the_page_are_answered_with_quotes(policytrack: Command, page: str) -> None:
    policytrack("ingest", page, "--published", "2023-09-20", "--place", "西宁市")
    cuts = records(policytrack("figures", "indicator:减税降费", "-O", "json").out)
    assert "22.35亿元" in [row["surface"] for row in cuts]
    assert all(str(row["surface"]) in str(row["quote"]) and row["title"] for row in cuts)
    found = records(policytrack("figures", "type:inspection", "-O", "json").out)
    periods = {row["surface"]: row["time_period"] for row in found}
    assert (periods["20家"], periods["36条"]) == ("2023-09-11/2023-09-13", "2023-09-11/2023-09-13")
    assert policytrack("check").code == 0
