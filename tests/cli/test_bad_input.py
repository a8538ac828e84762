"""Bad input: one line on stderr that names the thing and the next step, and the rest of the batch goes in."""

import os
import sqlite3
from pathlib import Path

import pytest
from commands import Command

EMPTY = "empty.txt is empty. Check how the file was written."
BINARY = "photo.txt is not text. "
ENCODING = "bytes.txt is not valid utf-8: byte 0xff at offset "
LIST = "list.jsonl:1: a list where an object is expected. A line is an object such as "
MISSING = "gone.md does not exist. Check the spelling; a folder or a glob works, too."
FOLDER = "nothing holds no documents. It was searched for text, Markdown, JSON Lines, HTML, PDF and the like;"
SUMMARY = "2 articles, "


@pytest.fixture
def bad(here: Path) -> Path:
    """Files that cannot be read, beside the two articles that can."""
    (here / "empty.txt").touch()
    (here / "photo.txt").write_bytes(bytes(range(256)) * 8)
    (here / "bytes.txt").write_bytes("全县检查企业".encode() + b"\xff\xfe\xfa" + b"5")
    (here / "list.jsonl").write_text("[1, 2]\n")
    (here / "nothing").mkdir()
    return here


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("empty.txt", EMPTY),
        ("photo.txt", BINARY),
        ("bytes.txt", ENCODING),
        ("list.jsonl", LIST),
        ("gone.md", MISSING),
        ("nothing", FOLDER),
    ],
    ids=["empty", "binary", "encoding", "no object", "missing", "no documents"],
)
@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_an_unreadable_input_is_one_line_and_the_rest_goes_in(
    policytrack: Command, bad: Path, command: str, name: str, message: str
) -> None:
    ended = policytrack(command, name, "news.jsonl")
    first, *rest = ended.err.splitlines()
    assert first.startswith(message)
    assert first.count(". ") >= 1  # what is wrong, and then the next step
    assert ended.code == 3
    if command == "ingest":
        [summary] = rest
        assert summary.startswith(SUMMARY)
        assert summary.endswith("; 0 unchanged; 1 failed")
    else:
        assert rest == []
        assert len(ended.out.splitlines()) == 2


def test_all_failures_of_a_batch_are_told(policytrack: Command, bad: Path) -> None:
    ended = policytrack("ingest", ".", "gone.md", "nothing")
    assert ended.code == 3
    assert ended.err.splitlines()[-1].endswith("; 0 unchanged; 6 failed")
    assert len(ended.err.splitlines()) == 7


def test_bad_lines_are_told_by_number_and_the_good_ones_go_in(policytrack: Command, here: Path) -> None:
    (here / "mixed.jsonl").write_text('{"text": "全县检查企业5家。"}\n7\n{"text": 3}\n{}\n{"text": "a"\n')
    ended = policytrack("ingest", "mixed.jsonl")
    assert [line.partition(". ")[0] for line in ended.err.splitlines()[:4]] == [
        "mixed.jsonl:2: a number where an object is expected",
        "mixed.jsonl:3: text must be a text, not a number",
        "mixed.jsonl:4: text is missing",
        "mixed.jsonl:5: not JSON (Expecting ',' delimiter at column 13)",
    ]
    assert ended.code == 3


def test_articles_without_a_day_are_counted(policytrack: Command, here: Path) -> None:
    (here / "two.jsonl").write_text(
        '{"text": "今年检查企业5家。"}\n{"text": "检查2家。", "published": "2023-09-20"}\n', "utf-8"
    )
    told = policytrack("ingest", "two.jsonl").err.splitlines()
    assert told[1] == "1 article has no day, so 今年 and its like stay open there; --published DATE says it."
    assert told[0].startswith("2 articles, 2 figures")


def test_a_file_with_thousands_of_bad_lines_tells_the_first(policytrack: Command, here: Path) -> None:
    (here / "bad.jsonl").write_text("7\n" * 5000)
    ended = policytrack("ingest", "bad.jsonl")
    assert ended.err.splitlines()[-2] == "bad.jsonl: 4980 more parts could not be read."


def test_a_file_that_failed_in_part_is_tried_again(policytrack: Command, here: Path) -> None:
    (here / "mixed.jsonl").write_text('{"text": "全县检查企业5家。"}\n7\n')
    assert policytrack("ingest", "mixed.jsonl").code == 3
    again = policytrack("ingest", "mixed.jsonl")
    assert again.code == 3
    assert again.err.splitlines()[-1] == "nothing new; 0 unchanged; 1 failed"


def test_what_failed_can_be_tried_again_by_itself(policytrack: Command, here: Path) -> None:
    (here / "late.txt").touch()
    assert policytrack("ingest", "news.jsonl", "late.txt").code == 3
    (here / "late.txt").write_text("南泽县检查企业5家，整改隐患12处。\n")
    assert policytrack("ingest", "--retry").err.startswith("1 article, ")
    assert policytrack("ingest", "--retry").err == "Nothing failed the last time it was tried.\n"


def test_an_unknown_period_is_refused(policytrack: Command) -> None:
    policytrack("ingest", "news.jsonl")
    ended = policytrack("figures", "-p", "2023Q7")
    assert ended.code == 2
    [line] = ended.err.splitlines()
    assert "2023Q7" in line


def test_an_unknown_term_is_refused_with_a_suggestion(policytrack: Command) -> None:
    policytrack("ingest", "news.jsonl")
    ended = policytrack("figures", "knd:growth")
    assert ended.code == 2
    assert ended.err.startswith("error: knd: is not a key of a term. Did you mean kind")


def test_a_folder_in_the_place_of_the_database_is_refused(policytrack: Command, here: Path) -> None:
    (here / "folder.db").mkdir()
    ended = policytrack("ingest", "--db", "folder.db", "news.jsonl")
    assert ended.code == 1
    assert ended.err.startswith("error: folder.db is a folder, not a database. Name a file with --db PATH.")


def test_a_foreign_database_is_neither_read_nor_written(policytrack: Command, here: Path) -> None:
    foreign = sqlite3.connect(here / "other.db")
    foreign.execute("CREATE TABLE bookmarks (url TEXT)")
    foreign.close()
    before = (here / "other.db").read_bytes()
    for command in (["ingest", "news.jsonl"], ["figures"], ["db", "migrate"], ["undo", "1"]):
        ended = policytrack(*command, "--db", "other.db")
        assert ended.err == (
            "error: other.db is an SQLite database, but not one of policytrack. Name another with --db PATH.\n"
        )
        assert ended.code == 1
    assert (here / "other.db").read_bytes() == before


def test_a_text_file_given_as_database_is_refused(policytrack: Command, here: Path) -> None:
    ended = policytrack("figures", "--db", "news.jsonl")
    assert (ended.code, ended.err) == (1, "error: news.jsonl is not an SQLite database. Name another with --db PATH.\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_database_is_told(policytrack: Command, here: Path) -> None:
    policytrack("ingest", "news.jsonl")
    (here / "news.db").chmod(0o444)
    ended = policytrack("ingest", "empty.txt")
    assert ended.code == 1
    assert "cannot be opened: it is read-only. Check its permissions" in ended.err


def test_hostile_names_reach_the_terminal_harmless(policytrack: Command) -> None:
    ended = policytrack("ingest", "\x1b红\u202e.txt")
    assert ended.err.startswith("\\x1b红\\u202e.txt does not exist.")
