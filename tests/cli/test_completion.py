"""Completion of words, and of a line of bash, which splits at colons."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from commands import Command

from policytrack.cli.app import app
from policytrack.cli.shells import Bash


def completed(*words: str) -> list[str]:
    *before, last = words
    found = ShellComplete(app, {}, "policytrack", "").get_completions(list(before), last)
    return [item.value if item.type == "plain" else f"<{item.type}>" for item in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["fig"], ["figures"]),
        (["figures", "pla"], ["place:"]),
        (["figures", "type:insp"], ["type:inspection"]),
        (["figures", "reviewed:"], ["reviewed:yes", "reviewed:no"]),
        (["report", "camp"], ["campaigns"]),
        (["help", "peri"], ["periods"]),
        (["help", "und"], ["undo"]),
        (["lexicon", "show", "tax_f"], ["tax_fee_reduction"]),
        (["ingest", "sam"], ["<file>"]),
        (["figures", "--lexicon", "d"], ["<dir>"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_words_are_completed(here: Path, words: list[str], found: list[str]) -> None:
    assert completed(*words) == found


def test_indicators_of_the_database_are_completed(policytrack: Command) -> None:
    policytrack("ingest", "news.jsonl")
    assert completed("figures", "indicator:减税") == ["indicator:减税降费"]


def test_no_database_completes_no_indicators(here: Path) -> None:
    assert completed("figures", "indicator:减税") == []


@pytest.mark.parametrize(
    ("line", "arguments"),
    [
        ("policytrack figures type:insp", (["figures"], "type:insp")),
        ("policytrack figures type:inspection ", (["figures", "type:inspection"], "")),
        ("policytrack figures 'a b' k", (["figures", "a b"], "k")),
        ("policytrack ", ([], "")),
    ],
)
def test_a_line_of_bash_is_read_as_it_was_typed(
    monkeypatch: pytest.MonkeyPatch, line: str, arguments: tuple[list[str], str]
) -> None:
    monkeypatch.setenv("POLICYTRACK_LINE", line)
    assert Bash(app, {}, "policytrack", "_POLICYTRACK_COMPLETE").get_completion_args() == arguments


@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("bash"), reason="needs bash")
def test_bash_takes_back_only_what_follows_the_colon(policytrack: Command, here: Path) -> None:
    (here / "complete.sh").write_text(policytrack("completion", "bash").out)
    (here / "policytrack").write_text(f"#!/bin/sh\nexec '{sys.executable}' -m policytrack \"$@\"\n")
    (here / "policytrack").chmod(0o755)
    script = (
        "compopt() { :; }; . ./complete.sh; COMP_LINE='policytrack figures type:insp'; COMP_POINT=${#COMP_LINE};"
        ' _policytrack_completion ./policytrack; echo "${COMPREPLY[@]}"'
    )
    ended = subprocess.run(["bash", "--norc", "-c", script], cwd=here, capture_output=True, text=True)
    assert (ended.stdout, ended.stderr) == ("inspection\n", "")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_a_script(policytrack: Command, shell: str) -> None:
    assert "_POLICYTRACK_COMPLETE" in policytrack("completion", shell).out
