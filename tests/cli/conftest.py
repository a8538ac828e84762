"""A folder with two articles and its own database, and the command to run there."""

from pathlib import Path

import pytest
from commands import NEWS, Command, Ended, lines, run_command


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
