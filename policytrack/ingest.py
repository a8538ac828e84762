"""The pipeline of `ingest`: find inputs → skip what a stat shows to be known → read and extract → store.

One document is one transaction, so a process killed at any moment leaves a whole database and is simply run again.
Failures of one input never stop the others.
"""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from policytrack.engines import Engine
from policytrack.inputs import STDIN, Failure, ReadOptions, find_inputs
from policytrack.reading import Result, Task, lexicon_of, lost_task, read_task
from policytrack.store.write import Counts, RunWriter, cursors

Progress = Callable[[int, int], None]
ChooseEngine = Callable[[list[Task]], Engine]
Complain = Callable[[Failure], None]


@dataclass(slots=True)
class Summary:
    """What an ingest did; `unchanged` and `failed` count inputs."""

    run: int | None = None  # None when there was nothing to note
    counts: Counts = field(default_factory=Counts)
    unchanged: int = 0
    failed: int = 0

    @property
    def added(self) -> bool:
        return self.counts.outcome != "unchanged"


@dataclass(frozen=True, slots=True)
class Part:
    """Arguments with what is known about all documents they name: the command line is one part, each source another."""

    arguments: tuple[str, ...]
    options: ReadOptions


@dataclass(frozen=True, slots=True)
class Job:
    """What to ingest and how."""

    parts: tuple[Part, ...]
    lexicon: tuple[Path, ...] = ()


def ingest(
    conn: sqlite3.Connection, job: Job, engine: ChooseEngine, complain: Complain, progress: Progress = lambda *_: None
) -> Summary:
    """Bring the inputs of a job into the database; every failure is handed to `complain` as it happens.

    `engine` is asked with the tasks; `progress` hears how many of how many are done.
    """
    summary = Summary()
    writer: RunWriter | None = None

    def run() -> RunWriter:
        """The run begins with the first thing worth a row: a nightly run that finds nothing new leaves no trace."""
        nonlocal writer
        if writer is None:
            writer = RunWriter(
                conn, "ingest", [list(part.arguments) for part in job.parts], lexicon_of(job.lexicon).version
            )
            summary.run = writer.run
        return writer

    def fail(failure: Failure) -> None:
        summary.failed += 1
        run().fail(failure.origin, failure.reason, failure.hint)
        complain(failure)

    try:
        tasks = [
            task
            for part in job.parts
            for task in _tasks(part, job.lexicon, cursors(conn, part.options.digest), summary, fail)
        ]
        progress(0, len(tasks))
        for done, result in enumerate(engine(tasks).map(read_task, tasks, lost_task), 1):
            _store(result, run, summary)
            for failure in result.failures:
                fail(failure)
            progress(done, len(tasks))
    except BaseException as error:
        if writer is not None:
            stopped = isinstance(error, KeyboardInterrupt)
            with suppress(sqlite3.Error):  # on a full disk there is no room for this either
                writer.end("interrupted" if stopped else "failed", summary.unchanged)
        raise
    if writer is not None:
        writer.end("some_failed" if summary.failed else "done", summary.unchanged)
    return summary


def _tasks(
    part: Part,
    lexicon: tuple[Path, ...],
    known: dict[str, tuple[int, int, str]],
    summary: Summary,
    fail: Callable[[Failure], None],
) -> Iterator[Task]:
    """The inputs that have to be read; those with the stat of the last time are counted and passed over."""
    for found in find_inputs(part.arguments):
        if isinstance(found, Failure):
            fail(found)
            continue
        seen = known.get(found.origin)
        if seen and found.is_file and seen[:2] == (found.mtime_ns, found.size):
            summary.unchanged += 1
            continue
        data = sys.stdin.buffer.read() if found.origin == STDIN else None
        yield Task(found, part.options, lexicon, seen[2] if seen else None, data)


def _store(result: Result, run: Callable[[], RunWriter], summary: Summary) -> None:
    document = result.document
    if document is None:
        return
    if result.same:
        run().touch(document)
        summary.unchanged += 1
        return
    counts = run().add(document)
    summary.counts.add(counts)
    if counts.outcome == "unchanged" and not result.failures:
        summary.unchanged += 1
