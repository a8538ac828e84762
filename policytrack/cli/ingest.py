"""`policytrack ingest`: documents into the database."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policytrack.cli.complete import complete_file
from policytrack.cli.input_options import column_pairs, input_options
from policytrack.cli.progress import progress_bar
from policytrack.config import db_path, load_config
from policytrack.errors import ExitCode, UsageError
from policytrack.inputs import Failure, ReadOptions
from policytrack.render.safe import for_terminal

if TYPE_CHECKING:
    from policytrack.ingest import Part, Summary


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH|URL|-]…", shell_complete=complete_file)
@click.option("--db", metavar="PATH", help="The database; else POLICYTRACK_DB, else the configuration.")
@input_options
@click.option("--retry", is_flag=True, help="Read only what failed the last time it was tried.")
@click.option("--dry-run", is_flag=True, help="Read everything and say what would be added, but write nothing.")
@click.option(
    "--wait", type=click.FloatRange(0), default=0.0, metavar="SECONDS", help="Wait for another writer to end."
)
@click.option("--log-format", type=click.Choice(["text", "json"]), default="text", help="How stderr is written.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing unless something was added or failed.")
def ingest(
    paths: tuple[str, ...],
    db: str | None,
    options: ReadOptions,
    lexicon: tuple[Path, ...],
    jobs: int | None,
    engine: str,
    retry: bool,
    dry_run: bool,
    wait: float,
    log_format: str,
    quiet: bool,
) -> None:
    """Read documents, find their actions and figures, and store them.

    PATH is a file, a folder, a glob, an archive, or `-` for standard input; without one, all configured sources are
    read. What is in the database already is left as it is, so the same command can be run every night. A nightly run
    over the sources says nothing when there is nothing new.
    """
    from policytrack.engines import make_engine
    from policytrack.ingest import Job, Part
    from policytrack.ingest import ingest as run
    from policytrack.store.connect import open_rehearsal, open_writer

    path = db_path(db)
    log = Log(log_format, quiet)
    if retry:
        parts = (*((Part(paths, options),) if paths else ()), *_failed(path, options))
        if not parts:
            click.echo("Nothing failed the last time it was tried.", err=True)
            return
    else:
        parts = (Part(paths, options),) if paths else _sources(path)
        log.quiet = quiet or (not paths and not sys.stderr.isatty())  # as cron runs it: mail means news
    job = Job(parts, lexicon, retry)
    workers = jobs or load_config().jobs
    make_engine(engine, workers, 0)  # an unknown engine is refused before the database is made
    opened = open_rehearsal if dry_run else open_writer
    with opened(path, wait) as conn, progress_bar("Reading", log_format == "text" and not quiet) as progress:
        summary = run(
            conn,
            job,
            lambda tasks: make_engine(engine, workers, sum(task.input.size for task in tasks)),
            log.failure,
            progress,
        )
    log.summary(summary, dry_run)
    if summary.failed:
        raise click.exceptions.Exit(ExitCode.SOME_INPUTS_FAILED)


def _failed(path: Path, options: ReadOptions) -> "tuple[Part, ...]":
    """The inputs whose newest attempt failed, each with what was said about it then, or else is said now."""
    from policytrack.ingest import Part
    from policytrack.store.connect import open_reader
    from policytrack.store.quarantine import retries

    now = options.given()
    return tuple(Part((origin,), ReadOptions.said({**given, **now})) for origin, given in retries(open_reader(path)))


def _sources(path: Path) -> "tuple[Part, ...]":
    """The configured sources as parts; raises UsageError when there are none."""
    from policytrack.ingest import Part
    from policytrack.store.connect import open_reader
    from policytrack.store.sources import sources

    configured = sources(open_reader(path)) if path.exists() else []
    if not configured:
        raise UsageError("Nothing to ingest: no PATH was given, and no sources are configured.", hint=_NO_PATH)
    parts = []
    for source in configured:
        known = source.options
        options = ReadOptions(
            source.name,
            place=known.get("place"),
            format=known.get("format"),
            encoding=known.get("encoding"),
            columns=column_pairs(known.get("map")),
            published_from=known.get("published_from"),
        )
        parts.append(Part((source.location,), options))
    return tuple(parts)


_NO_PATH = "Give a file or folder, or add one with `policytrack source add NAME PATH`."


class Log:
    """What goes to stderr: a line for each failure, and one summary."""

    def __init__(self, form: str, quiet: bool) -> None:
        self.form = form
        self.quiet = quiet

    def failure(self, failure: Failure) -> None:
        if self.form == "json":
            self._json({"event": "failed", **asdict(failure)})
        else:
            click.echo(for_terminal(str(failure)), err=True)

    def summary(self, summary: "Summary", dry_run: bool) -> None:
        if self.quiet and not summary.added and not summary.failed:
            return
        if self.form == "json":
            counts = asdict(summary.counts)
            del counts["unchanged"]
            inputs = {"unchanged": summary.unchanged, "failed": summary.failed, "quarantined": summary.quarantined}
            self._json({"event": "dry_run" if dry_run else "done", "run": summary.run, **counts, **inputs})
        else:
            click.echo(summary_line(summary, dry_run), err=True)
            if undated := summary.counts.undated:
                few = "1 article has" if undated == 1 else f"{undated} articles have"
                click.echo(f"{few} no day, so 今年 and its like stay open there; --published DATE says it.", err=True)

    def _json(self, event: dict[str, object]) -> None:
        from policytrack.render.safe import for_json

        click.echo(for_json(json.dumps(event, ensure_ascii=False)), err=True)


def summary_line(summary: "Summary", dry_run: bool) -> str:
    """What was added, and how many inputs were unchanged or failed: `5 articles, 59 figures … added; 0 unchanged …`."""
    counts = summary.counts
    parts = [
        _number(counts.articles, "article"),
        *([_number(counts.headlines, "headline")] if counts.headlines else []),
        _number(counts.figures, "figure"),
        _number(counts.actions, "action"),
    ]
    added = f"{', '.join(parts)} {'would be added' if dry_run else 'added'}" if summary.added else "nothing new"
    changed = f"{_number(counts.changed, 'article')} changed; " if counts.changed else ""
    alone = f"; {summary.quarantined} in quarantine" if summary.quarantined else ""
    return f"{added}; {changed}{summary.unchanged} unchanged; {summary.failed} failed{alone}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
