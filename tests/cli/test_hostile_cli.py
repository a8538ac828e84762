"""What hostile documents may not do on the way through the program: to the terminal, to a spreadsheet, to the batch."""

import csv
from pathlib import Path

import pytest
from commands import NEWS, Command, lines

ESCAPES = "\x1b]0;owned\x07\x1b[2J"
BIDI = "\u202e\u2066\u200f"
EVIL = NEWS[1] | {
    "title": f"南泽县{ESCAPES}检查{BIDI}加油站",
    "text": f"7月17日，{ESCAPES}县应急管理局{BIDI}检查加油站46座，\x9b31m整改隐患31处。",
    "source": f"南泽{ESCAPES}日报",
}


@pytest.fixture
def evil(policytrack: Command) -> None:
    assert policytrack("ingest", "-", stdin=lines(EVIL)).code == 0


@pytest.mark.parametrize(
    "command",
    [["articles"], ["figures"], ["actions"], ["show", "1"], ["search", "加油站"], ["explain", "1.f1"]],
    ids=lambda command: command[0],
)
def test_escapes_and_bidi_marks_of_a_text_do_not_reach_the_terminal(
    policytrack: Command, evil: None, command: list[str]
) -> None:
    ended = policytrack(*command, "--color", "never")
    assert ended.code == 0
    assert "南泽" in ended.out
    assert not set(ended.out + ended.err) & set("\x1b\x07\x9b" + BIDI)


def test_a_text_with_escapes_is_stored_as_it_came(policytrack: Command, evil: None) -> None:
    assert policytrack("check").code == 0


@pytest.mark.parametrize("cell", ["=cmd()|' /C calc'!A0", "@SUM(1)", "+cmd()", "-cmd()"])
def test_a_formula_in_a_cell_is_a_text_and_is_neutralised_on_the_way_out(
    policytrack: Command, here: Path, cell: str
) -> None:
    with (here / "in.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["标题", "正文"], [cell, "南泽县检查企业5家。"]])
    policytrack("ingest", "in.csv")
    policytrack("export", "out.csv", "--table", "versions", "--excel")
    [row] = csv.DictReader((here / "out.csv").read_text("utf-8-sig").splitlines())
    assert row["title"] == f"'{cell}"
    assert row["text"] == "南泽县检查企业5家。"


def test_names_in_an_archive_write_no_files(policytrack: Command, here: Path) -> None:
    import zipfile

    with zipfile.ZipFile(here / "a.zip", "w") as archive:
        archive.writestr("../../outside.txt", "南泽县检查企业5家。")
        archive.writestr("/tmp/policytrack-absolute.txt", "南泽县检查企业6家。")
    before = sorted(here.parent.rglob("*"))
    assert policytrack("ingest", "a.zip").err.startswith("2 articles, ")
    assert [path.name for path in sorted(here.parent.rglob("*")) if path not in before] == ["news.db", "news.db.lock"]
    assert not Path("/tmp/policytrack-absolute.txt").exists()


def test_links_in_a_loop_do_not_stop_a_night(policytrack: Command, here: Path) -> None:
    folder = here / "inbox"
    folder.mkdir()
    (folder / "a.jsonl").write_text(lines(*NEWS), encoding="utf-8")
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    ended = policytrack("ingest", "inbox")
    assert ended.code == 3
    assert "2 articles" in ended.err
    assert "self.txt cannot be read: Too many levels of symbolic links." in ended.err
