"""What the argument parser refuses is one line with the next step; streams that close end a command quietly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import Command

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["show"], "ID is missing. `policytrack show --help` describes it."),
        (["completion"], "SHELL is missing: bash, zsh, fish. `policytrack completion --help` describes it."),
        (["runs", "x"], "RUN: 'x' is not a whole number. `policytrack runs --help` describes it."),
        (["figures", "--limit", "-1"], "--limit: -1 is less than 0. `policytrack figures --help` describes it."),
        (["figures", "--width", "5"], "--width: 5 is not between 20 and 1000. `policytrack figures --help` describes it."),
        (["lexicon", "foo"], "No such command 'foo'. `policytrack lexicon --help` describes it."),
        (["fig"], "There is no command 'fig'. Did you mean figures? `policytrack --help` lists all."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_a_wrong_command_line_is_one_line_with_the_next_step(policytrack: Command, words: list[str], line: str) -> None:
    ended = policytrack(*words)
    assert (ended.code, ended.out, ended.err) == (2, "", f"error: {line}\n")


@pytest.mark.parametrize("words", [[], ["db"], ["lexicon"], ["source"], ["config"]], ids=lambda words: " ".join(words))
def test_a_bare_group_shows_its_help(policytrack: Command, words: list[str]) -> None:
    ended = policytrack(*words)
    assert ended.code == 0
    assert ended.out.startswith(f"Usage: {' '.join(['policytrack', *words])} ")


@pytest.mark.parametrize("group", ["db", "lexicon", "source", "config"])
def test_the_list_of_a_group_is_never_cut(policytrack: Command, group: str) -> None:
    assert "..." not in policytrack(group, "--help").out.partition("Commands:")[2]


def _process(*words: str, **streams: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "policytrack", *words]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT, **streams)  # type: ignore[call-overload, no-any-return]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["help", "periods"], ["--help"], ["lexicon", "list", "-O", "csv"]], ids=" ".join)
def test_output_that_cannot_be_written_is_told(words: list[str]) -> None:
    with open("/dev/full", "w") as full:
        process = _process(*words, stdout=full)
    assert process.communicate()[1].startswith("error: The output cannot be written: No space left on device.")
    assert process.returncode == 1


@pytest.mark.parametrize("words", [["lexicon", "list", "units", "-O", "csv"], ["extract", "sample_data"]], ids=" ".join)
def test_a_reader_that_has_seen_enough_ends_the_command_quietly(words: list[str]) -> None:
    process = _process(*words, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    assert process.wait() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_a_closed_output_is_no_error() -> None:
    ended = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m policytrack lexicon list >&-"], cwd=ROOT, capture_output=True, text=True
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_version_is_answered_before_anything_slow_is_imported() -> None:
    script = ROOT / "scripts" / "policytrack"
    command = [sys.executable, "-I", "-X", "importtime", str(script), "--version"]
    imported = {
        line.rpartition("|")[2].strip()
        for line in subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stderr.splitlines()
    }
    assert "policytrack.__main__" in imported
    assert not imported & {"re", "click", "rich", "sqlite3", "json", "policytrack.cli"}
