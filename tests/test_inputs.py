"""Which documents arguments name."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from policytrack.inputs import Failure, Input, ReadOptions, find_inputs


def names(*arguments: str | Path) -> list[str]:
    """What is found: the names of files, and the messages of errors."""
    found = find_inputs([str(argument) for argument in arguments])
    return [str(f) if isinstance(f, Failure) else Path(f.origin).name for f in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("二")
    (tmp_path / "a.md").write_text("一")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / ".hidden.txt").write_text("三")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.jsonl").write_text("{}")
    return tmp_path


def test_a_folder_gives_its_documents_sorted(folder: Path) -> None:
    assert names(folder) == ["a.md", "b.txt", "c.jsonl"]


def test_a_named_file_is_always_tried(folder: Path) -> None:
    assert names(folder / "photo.jpg") == ["photo.jpg"]


def test_each_file_comes_once(folder: Path) -> None:
    assert names(folder / "a.md", folder) == ["a.md", "b.txt", "c.jsonl"]


def test_a_glob_is_expanded_when_the_shell_did_not(folder: Path) -> None:
    assert names(folder / "*.[mt][dx]*") == ["a.md", "b.txt"]


def test_links_do_not_make_loops(folder: Path) -> None:
    os.symlink(folder, folder / "sub" / "loop")
    os.symlink(folder / "nowhere", folder / "dead.txt")
    assert names(folder) == ["a.md", "b.txt", "c.jsonl"]


def test_a_link_to_itself_is_told_and_the_others_are_found(folder: Path) -> None:
    os.symlink(folder / "self.txt", folder / "self.txt")
    found = list(find_inputs([str(folder)]))
    [told] = [entry for entry in found if isinstance(entry, Failure)]
    assert len(found) == 4
    assert str(told).endswith("self.txt cannot be read: Too many levels of symbolic links. Remove the link.")


def test_documents_that_no_reader_takes_are_not_passed_over(folder: Path) -> None:
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert "old.doc" in names(folder)


def test_options_come_back_as_they_were_said() -> None:
    options = ReadOptions("报", date(2023, 9, 20), "南泽县", columns=(("text", "正文"),))
    assert ReadOptions.said(json.loads(json.dumps(options.given()))) == options


def test_what_is_found_carries_its_stat(folder: Path) -> None:
    [found] = find_inputs([str(folder / "a.md")])
    assert isinstance(found, Input)
    assert (found.size, found.mtime_ns) == (3, (folder / "a.md").stat().st_mtime_ns)


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("missing.txt", "missing.txt does not exist. Check the spelling"),
        ("*.nothing", "*.nothing: no file matches."),
        ("nul\0", "'nul\\x00' is not a path."),
        ("empty", "empty holds no documents. It was searched for text"),
        ("pipe", "pipe is neither a file nor a folder."),
    ],
    ids=["missing", "glob", "nul", "folder", "fifo"],
)
def test_what_names_no_document_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argument: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    [error] = names(argument)
    assert error.startswith(message)


def test_names_that_are_no_text_can_be_read_stored_and_printed(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/\xb2\xe2\nx.txt"
    Path(os.fsdecode(raw)).write_text("县城")
    [found] = find_inputs([str(tmp_path)])
    assert isinstance(found, Input)
    assert found.origin.endswith("/\\xb2\\xe2\\nx.txt")
    assert Path(found.path).read_text() == "县城"


def test_streams_and_urls_are_passed_on() -> None:
    found = list(find_inputs(["-", "https://news.example.cn/a.html", "-"]))
    assert [f.origin for f in found if isinstance(f, Input)] == ["-", "https://news.example.cn/a.html"]
