"""Engines: results in the order of the tasks, and a worker that dies costs one task."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from policytrack.engines import make_engine
from policytrack.errors import UsageError


def square(number: int) -> int:
    return number * number


def square_or_die(number: int) -> int:
    if number == 5:
        os._exit(1)
    return number * number


def lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("name", ["process", "pool"])
def test_results_come_in_the_order_of_the_tasks(name: str) -> None:
    assert list(make_engine(name, 2, 0).map(square, range(40), lost)) == [n * n for n in range(40)]


def test_a_task_that_kills_its_worker_is_given_up_alone() -> None:
    found = list(make_engine("pool", 1, 0).map(square_or_die, range(3, 8), lost))
    assert found == [9, 16, -5, 36, 49]


@pytest.mark.parametrize(
    ("name", "jobs", "size", "kind"),
    [
        ("auto", None, 10, "ThisProcess"),
        ("auto", None, 10**8, "ProcessPool"),
        ("auto", 1, 10**8, "ThisProcess"),
        ("auto", 4, 10, "ProcessPool"),
        ("process", 4, 10**8, "ThisProcess"),
    ],
)
def test_much_to_read_or_jobs_ask_for_a_pool(name: str, jobs: int | None, size: int, kind: str) -> None:
    assert type(make_engine(name, jobs, size)).__name__ == kind


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(UsageError, match=r"no engine .warp.\. Engines are auto, process, pool"):
        make_engine("warp", None, 0)


def test_the_installed_script_works_with_a_pool(tmp_path: Path) -> None:
    """The workers import the script that was started; it must not run its command line again in each of them."""
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(f"全县发放稳岗补贴{number}万元。", "utf-8")
    script = Path(__file__).parents[2] / "scripts" / "policytrack"
    command = [sys.executable, str(script), "ingest", "--jobs", "2", "--db", str(tmp_path / "a.db"), str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr.startswith("2 articles, 2 figures")
