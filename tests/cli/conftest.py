"""Folders with a database of their own: one of two articles with the command to run there, one of the sample data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import NEWS, Command, Ended, lines, run_command
from transcripts import run, scratch


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: `news.jsonl` holds two articles; the database `news.db` is not there yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POLICYTRACK_DB", str(tmp_path / "news.db"))
    monkeypatch.setenv("POLICYTRACK_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "news.jsonl").write_text(lines(*NEWS), encoding="utf-8")
    return tmp_path


@pytest.fixture
def policytrack(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command in the folder."""

    def call(*arguments: str, stdin: str = "") -> Ended:
        return run_command(arguments, stdin, capsys, monkeypatch)

    return call


@pytest.fixture
def home() -> Iterator[Path]:
    """A scratch folder whose database holds the sample data."""
    with scratch() as folder:
        run("policytrack ingest -q sample_data")
        yield folder
