"""Transcripts: `$ policytrack …` and its exact output, in README.md, the help pages and tests/cli/transcripts.

A block fenced as ```console is run line by line in a scratch folder that holds sample_data and one database. A line that
begins with `… ` in the expected output stands for any number of lines. `python tests/transcripts.py` writes the present
output into all files; read the diff before you commit it.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(r"(?P<open>^```console\n)(?P<body>.*?)(?P<close>^```$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command and what it must print; stdout and stderr as a terminal shows them, stderr first."""

    command: str
    expected: str


def files() -> list[Path]:
    """Every file that holds transcripts."""
    folders = (ROOT / "policytrack" / "help", ROOT / "tests" / "cli" / "transcripts")
    return [ROOT / "README.md", *(path for folder in folders for path in sorted(folder.glob("*.md")))]


def steps(body: str) -> Iterator[Step]:
    """The commands of a block, each with the output printed under it."""
    for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE):
        if part.startswith("$ "):
            command, _, expected = part[2:].partition("\n")
            yield Step(command, expected)


def run(command: str) -> str:
    """The output of a `policytrack` command line in this process; an exit code other than 0 is printed last."""
    from policytrack.cli import run as run_cli

    words = shlex.split(command)
    assert words[0] == "policytrack", command
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    err = io.StringIO()
    code: object = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            run_cli(words[1:])
        except SystemExit as stop:
            code = stop.code
    out.flush()
    text = err.getvalue() + out.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
    if text and not text.endswith("\n"):
        text += "\n"
    return text + (f"(exit {code})\n" if code else "")


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """A working folder with sample_data and an empty database, and nothing of the user's settings."""
    before, cwd = dict(os.environ), Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        shutil.copytree(ROOT / "sample_data", home / "sample_data")
        os.environ |= {
            "POLICYTRACK_DB": str(home / "policytrack.db"), "POLICYTRACK_CONFIG": str(home / "none.toml"),
            "HOME": folder, "NO_COLOR": "1", "COLUMNS": "80",
        }  # fmt: skip
        os.chdir(home)
        try:
            yield home
        finally:
            os.chdir(cwd)
            os.environ.clear()
            os.environ |= before


def fits(expected: str, got: str) -> bool:
    """Whether the output is the expected one; a line that is only `…` stands for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line) for line in expected.splitlines(True))
    return re.fullmatch(pattern, got) is not None


def update(path: Path) -> None:
    """Write the present output under every command of a file; shortened outputs keep their first and last lines."""

    def rewritten(block: re.Match[str]) -> str:
        parts = []
        for step in steps(block["body"]):
            got = run(step.command)
            parts.append(f"$ {step.command}\n{_shortened(step.expected, got)}")
        return block["open"] + "".join(parts) + block["close"]

    with scratch():
        text = path.read_text(encoding="utf-8")
        path.write_text(_BLOCK.sub(rewritten, text), encoding="utf-8")


def _shortened(expected: str, got: str) -> str:
    lines = expected.splitlines()
    if "…" not in lines:
        return got
    head = lines.index("…")
    tail = len(lines) - head - 1
    kept = got.splitlines(True)
    if head + tail >= len(kept):
        return got
    return "".join((*kept[:head], "…\n", *(kept[len(kept) - tail :] if tail else ())))


if __name__ == "__main__":
    for found in files():
        update(found)
        print(found.relative_to(ROOT), file=sys.stderr)
