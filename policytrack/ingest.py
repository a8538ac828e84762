"""The pipeline of `ingest`: find inputs → skip what a stat shows to be known → read and extract → store.

One document is one transaction, so a process killed at any moment leaves a whole database and is simply run again.
Failures of one input never stop the others.
"""

import sqlite3
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from policytrack.engines import Engine
from policytrack.inputs import STDIN, Failure, Input, ReadOptions, find_inputs
from policytrack.reading import Result, Task, lexicon_of, lost_task, read_task, rows
from policytrack.retag import reading_of
from policytrack.store import quarantine
from policytrack.store.corrections import decisions, reviewed_articles
from policytrack.store.cursors import Known, cursors
from policytrack.store.listing import ItemId, article_of, item
from policytrack.store.write import Counts, RunWriter, transaction

Progress = Callable[[int, int], None]
ChooseEngine = Callable[[list[Task]], Engine]
Complain = Callable[[Failure], None]


@dataclass(slots=True)
class Summary:
    """What an ingest did; `unchanged`, `failed` and `quarantined` count inputs, `failed` each part of one, too."""

    run: int | None = None  # None when there was nothing to note
    counts: Counts = field(default_factory=Counts)
    unchanged: int = 0
    failed: int = 0
    quarantined: int = 0

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
    retry: bool = False  # also what is in quarantine


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

    def fail(failures: Sequence[Failure], options: ReadOptions, given: Input | None = None) -> None:
        """Note the failures of one input; `given` is None where there is none of the name."""
        for failure in failures:
            summary.failed += 1
            run().fail(failure.origin, failure.reason, failure.hint)
            complain(failure)
        first, lasting = failures[0], all(failure.lasting for failure in failures)
        stat = (given.mtime_ns, given.size) if given else (0, 0)
        run().attempt(
            quarantine.Attempt(first.origin, first.reason, first.hint, options.given(), *stat, lasting=lasting)
        )

    try:
        failing = quarantine.failing(conn)
        alone = {} if job.retry else quarantine.quarantined(conn)
        tasks: list[Task] = []
        for part in job.parts:
            known = cursors(conn, part.options.digest)
            for found in find_inputs(part.arguments):
                if isinstance(found, Failure):
                    fail([found], part.options)
                elif task := _task(found, part, job.lexicon, known, alone, summary):
                    tasks.append(task)
        progress(0, len(tasks))
        results = engine(tasks).map(read_task, tasks, lost_task)
        for done, (task, result) in enumerate(zip(tasks, results, strict=True), 1):
            _store(result, run, summary)
            if result.failures:
                fail(result.failures, task.options, task.input)
            elif task.input.origin in failing:
                run().healed(task.input.origin)
            progress(done, len(tasks))
        if summary.added:
            run().catch_up()
            _decide_again(conn, run(), job.lexicon)
    except BaseException as error:
        if writer is not None:
            stopped = isinstance(error, KeyboardInterrupt)
            with suppress(sqlite3.Error):  # on a full disk there is no room for this either
                writer.end("interrupted" if stopped else "failed", summary.unchanged)
        raise
    if writer is not None:
        writer.end("some_failed" if summary.failed else "done", summary.unchanged)
    return summary


def _decide_again(conn: sqlite3.Connection, writer: RunWriter, lexicon: tuple[Path, ...]) -> None:
    """Read again what came back with a text that reviewers had decided on."""
    for article, version in reviewed_articles(conn, writer.run):
        found = reading_of(article_of(item(conn, ItemId(article, None))), lexicon_of(lexicon), decisions(conn, version))
        with transaction(conn):
            writer.reread(article, version, rows(found, lexicon_of(lexicon).version))


def _task(
    found: Input,
    part: Part,
    lexicon: tuple[Path, ...],
    known: Mapping[str, Known],
    alone: Mapping[str, tuple[int, int]],
    summary: Summary,
) -> Task | None:
    """What has to be done about an input; nothing, but counted, when its stat is that of the last time."""
    seen = known.get(found.origin)
    if found.is_file:
        stat = (found.mtime_ns, found.size)
        if seen and seen[:2] == stat:
            summary.unchanged += 1
            return None
        if alone.get(found.origin) == stat:
            summary.quarantined += 1
            return None
    data = sys.stdin.buffer.read() if found.origin == STDIN else None
    return Task(found, part.options, lexicon, seen, data)


def _store(result: Result, run: Callable[[], RunWriter], summary: Summary) -> None:
    document = result.document
    if result.same:
        if document:
            run().touch(document)
        summary.unchanged += 1
        return
    if document is None:
        return
    counts = run().add(document)
    summary.counts.add(counts)
    if counts.outcome == "unchanged" and not result.failures:
        summary.unchanged += 1
