"""Nightly work: silence, failures that are tried again and those that are left alone, why articles are what they are."""

import json
from pathlib import Path

import pytest
from commands import NEWS, Command, lines

from policytrack.store.connect import open_reader

PAGE = "# 南泽县减税\n\n本报讯（记者 李某）县税务局减税2.6亿元。\n\n## 多措并举\n\n县里派出专员5名。\n\n# 关爱儿童\n"


def records(text: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(text)
    return found


@pytest.fixture
def inbox(policytrack: Command, here: Path) -> Path:
    """The folder of a source."""
    folder = here / "inbox"
    folder.mkdir()
    (folder / "2023-07-12.jsonl").write_text(lines(*NEWS), encoding="utf-8")
    policytrack("source", "add", "南泽日报", "inbox", "--place", "南泽县", "--published-from", "%Y-%m-%d")
    return folder


def test_a_run_over_the_sources_is_silent_when_nothing_is_new(policytrack: Command, inbox: Path) -> None:
    assert policytrack("ingest").err.startswith("2 articles, ")
    assert policytrack("ingest") == type(policytrack("ingest"))(0, "", "")


def test_a_broken_file_is_told_three_times_and_then_left_alone(policytrack: Command, inbox: Path) -> None:
    (inbox / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    assert [policytrack("ingest").code for _ in range(4)] == [3, 3, 3, 0]
    assert policytrack("ingest").err == ""
    [row] = records(policytrack("runs", "--quarantine", "-O", "json").out)
    assert (Path(str(row["origin"])).name, row["attempts"], row["first_run"]) == ("broken.pdf", 3, 1)
    assert "is a broken PDF" in str(row["reason"])


def test_a_summary_counts_what_is_in_quarantine(policytrack: Command, inbox: Path) -> None:
    (inbox / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    for _ in range(3):
        policytrack("ingest")
    assert policytrack("ingest", "inbox", "--place", "南泽县").err.endswith("; 0 failed; 1 in quarantine\n")


def test_a_file_in_quarantine_is_read_when_it_changes(policytrack: Command, inbox: Path) -> None:
    (inbox / "late.txt").write_bytes(b"\0\1\2\3")
    for _ in range(3):
        policytrack("ingest")
    (inbox / "late.txt").write_text("南泽县检查企业5家，整改隐患12处。\n", encoding="utf-8")
    assert policytrack("ingest").err.startswith("1 article, ")
    assert records(policytrack("runs", "--quarantine", "-O", "json").out) == []
    assert policytrack("ingest", "--retry").err == "Nothing failed the last time it was tried.\n"


def test_a_retry_reads_what_is_in_quarantine(policytrack: Command, inbox: Path) -> None:
    (inbox / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    assert [policytrack("ingest").code for _ in range(4)][-1] == 0
    assert policytrack("ingest", "--retry").code == 3


def test_a_path_that_does_not_exist_is_never_left_alone(policytrack: Command, here: Path) -> None:
    policytrack("source", "add", "x", "gone")
    assert [policytrack("ingest").code for _ in range(5)] == [3] * 5


def test_a_retry_knows_what_was_said_about_the_input(policytrack: Command, inbox: Path, here: Path) -> None:
    late = inbox / "2023-07-18.txt"
    late.write_bytes(b"\0\1")
    policytrack("ingest")
    late.write_text("县里检查企业5家，整改隐患12处。\n", encoding="utf-8")
    assert policytrack("ingest", "--retry").err.startswith("1 article, ")
    row = open_reader(here / "news.db").execute("SELECT source, place, published FROM versions WHERE id = 3").fetchone()
    assert tuple(row) == ("南泽日报", "南泽县", "2023-07-18")
    assert policytrack("ingest").err == ""


def test_a_source_knows_the_columns_of_its_tables(policytrack: Command, here: Path) -> None:
    (here / "t.csv").write_text("甲,乙\n县里检查企业,南泽县检查企业5家。\n", encoding="utf-8")
    policytrack("source", "add", "表", "t.csv", "--map", "title=甲,text=乙")
    assert policytrack("ingest").err.startswith("1 article, ")
    assert "names no field" in policytrack("source", "add", "错", "t.csv", "--map", "body=乙").err


def test_why_an_article_was_cut_where_it_was(policytrack: Command, here: Path) -> None:
    (here / "page.md").write_text(PAGE, encoding="utf-8")
    policytrack("ingest", "page.md")
    shown = {row["title"]: row["why"] for row in records(policytrack("articles", "--why", "-O", "json").out)}
    assert shown == {
        "南泽县减税": "one of several headings of its level (+2); its text begins with a dateline (+3);"
        " 多措并举 is a sub-head: nothing speaks for a new article",
        "关爱儿童": "a headline without a text",
    }


def test_why_is_shown_to_people_beside_the_title(policytrack: Command) -> None:
    policytrack("ingest", "news.jsonl")
    shown = policytrack("articles", "--why").out
    assert "南泽县减税降费" in shown
    assert "item 1 of 2 of its document" in shown


def test_reprints_are_listed_together(policytrack: Command, here: Path) -> None:
    pytest.importorskip("rensa")
    text = "南泽县上半年新开工项目40个，完成投资31.2亿元，县里派出专员120名逐户上门，办理时间由15天减为2天。" * 2
    (here / "two.jsonl").write_text(
        lines(*(NEWS[0] | {"id": paper, "source": paper, "text": f"{text}{paper}供稿。"} for paper in ("甲报", "乙报")))
    )
    policytrack("ingest", "two.jsonl", "news.jsonl")
    found = records(policytrack("articles", "--reprints", "-O", "json", "--columns", "cluster,id,source").out)
    assert found == [{"cluster": 1, "id": 1, "source": "甲报"}, {"cluster": 1, "id": 2, "source": "乙报"}]


def test_db_check_is_check(policytrack: Command, here: Path) -> None:
    policytrack("ingest", "news.jsonl")
    assert policytrack("db", "check") == policytrack("check")
