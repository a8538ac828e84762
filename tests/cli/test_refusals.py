"""Places and names that cannot be used are refused in one line, before anything is written."""

from pathlib import Path

import pytest
from commands import Command


@pytest.fixture
def stored(policytrack: Command) -> Command:
    policytrack("ingest", "news.jsonl")
    return policytrack


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ["db", "backup", "gone/a.db"],
            "gone/a.db cannot be written: unable to open database file. Name another FILE.",
        ),
        (["export", ""], "DIR is empty. Name a folder, as in: policytrack export exported/."),
        (
            ["export", "a.xls"],
            "a.xls: .xls is the ending of no export. Endings are .csv, .jsonl, .parquet, .xlsx; a folder may end in /.",
        ),
        (["lexicon", "test", "gone"], "There is no folder gone. Give the folder that --lexicon gets."),
        (["source", "add", "", "x"], "A source needs a name and a place to read. source add 南泽日报 inbox/nanze"),
        (["source", "add", "a", "b", "--format", "x"], "--format 'x' is not known. Known are "),
        (["explain", "--text", " "], "--text is empty. As in: policytrack explain --text 全市检查企业35家。"),
    ],
    ids=["backup", "export nowhere", "export xls", "lexicon test", "source without name", "source format", "no text"],
)
def test_what_cannot_be_done_is_refused(stored: Command, here: Path, words: list[str], line: str) -> None:
    before = {path.name for path in here.iterdir()}
    ended = stored(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"error: {line}")
    assert ended.err.count("\n") == 1
    assert {path.name for path in here.iterdir()} - before <= {"news.db-shm", "news.db-wal"}


def test_a_folder_with_an_ending_is_a_folder_when_it_ends_in_a_slash(stored: Command, here: Path) -> None:
    assert stored("export", "a.xls/", "--table", "figures_view").code == 0
    assert (here / "a.xls" / "figures_view.csv").exists()


def test_a_source_that_is_not_there_yet_is_told(stored: Command, here: Path) -> None:
    assert stored("source", "add", "a", "later").err.endswith(f" {here / 'later'} is not there yet.\n")


def test_no_sources_are_told(stored: Command) -> None:
    assert stored("source", "list").err == "No sources are configured. `policytrack source add NAME PATH` adds one.\n"


def test_a_workbook_that_cannot_be_written_is_told(
    stored: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(xlsxwriter.workbook, "ZipFile", full)
    ended = stored("export", "a.xlsx")
    assert (ended.code, ended.err) == (
        2, "error: a.xlsx cannot be written: No space left on device. Name another file.\n",
    )  # fmt: skip
    assert not (here / "a.xlsx").exists()
