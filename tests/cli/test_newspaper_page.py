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


@pytest.fixture
def audits(policytrack: Command, page: str) -> list[dict[str, object]]:
    policytrack("ingest", page, "--published", "2023-09-20", "--place", "西宁市")
    return records(policytrack("audit", "-O", "json").out)


def notes(audits: list[dict[str, object]], template: str) -> list[tuple[str, str]]:
    return [(str(row["verdict"]), str(row["note"])) for row in audits if row["template"] == template]


def test_the_target_of_the_page_follows_from_its_numbers(audits: list[dict[str, object]]) -> None:
    [(verdict, note)] = notes(audits, "target_completion")
    assert verdict == "consistent"
    # 125.75 ÷ 0.7865 = 159.89, 125.85 ÷ 0.7855 = 160.22; 106.7 ÷ 160.05 = 66.7 %
    assert note.startswith("125.8 ÷ 78.6% = 160.05 [159.89, 160.22]; (125.8 − 19.1) ÷ 160.05 = 66.6…66.7% ≈ 8/12")


def test_the_earlier_share_of_the_page_is_derived(audits: list[dict[str, object]]) -> None:
    assert notes(audits, "growth_and_change") == [("derived", "35.8% − 15.5 points = 20.2…20.4% before")]


def test_the_shares_of_the_page_fit_into_their_whole(audits: list[dict[str, object]]) -> None:
    [(verdict, note)] = notes(audits, "shares_sum")
    assert (verdict, note.startswith("35.8 + 13.2 + 41.2 = 90…90.4% ≤ 100%")) == ("consistent", True)


def test_a_share_of_nothing_stated_is_told(audits: list[dict[str, object]]) -> None:
    [(verdict, note)] = notes(audits, "share_of_total")
    assert (verdict, "6.2亿元" in note, note.endswith("the denominator is unstated")) == ("not_checkable", True, True)


def test_reliefs_of_three_kinds_are_not_summed(audits: list[dict[str, object]]) -> None:
    refused = [note for verdict, note in notes(audits, "parts_sum") if verdict == "not_checkable"]
    assert (
        "22.35 + 0.22 + 13.48 is no sum: 减税降费 is given up, 缓缴税费 is due later, 留抵退税 is paid back" in refused
    )


def test_nothing_on_the_page_contradicts_itself(audits: list[dict[str, object]]) -> None:
    assert [row["note"] for row in audits if row["verdict"] == "inconsistent"] == []


def test_headline_and_body_are_one_fact(policytrack: Command, page: str) -> None:
    policytrack("ingest", page, "--published", "2023-09-20", "--place", "西宁市")
    rows = records(policytrack("series", "规上工业产值", "-O", "json").out)
    assert [(row["surface"], row["mentions"], row["time_period"]) for row in rows] == [
        ("993.1亿元", 2, "2023-01-01/2023-08-31")
    ]
