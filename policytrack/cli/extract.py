"""`policytrack extract`: the extraction record on stdout; touches no database."""

import sys
from pathlib import Path

import click

from policytrack.cli.complete import complete_file
from policytrack.cli.input_options import input_options
from policytrack.errors import ExitCode
from policytrack.inputs import STDIN, Failure, ReadOptions, find_inputs
from policytrack.render.safe import for_json, for_terminal


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH|-]…", shell_complete=complete_file)
@input_options
def extract(
    paths: tuple[str, ...], options: ReadOptions, lexicon: tuple[Path, ...], jobs: int | None, engine: str
) -> None:
    """Print one JSON record an article: its actions, figures and numerals, with offsets into its text.

    Reads files, folders or, as `-` or with no PATH, standard input. JSON Lines input takes objects with id, title,
    published, source, place and text, all but text optional. `policytrack help record` describes the record.
    """
    from policytrack.engines import make_engine
    from policytrack.reading import Task, extract_task, lost_records

    failures: list[Failure] = []

    def complain(failure: Failure) -> None:
        failures.append(failure)
        click.echo(for_terminal(str(failure)), err=True)

    tasks = []
    for found in find_inputs(paths or (STDIN,)):
        if isinstance(found, Failure):
            complain(found)
        else:
            data = sys.stdin.buffer.read() if found.origin == STDIN else None
            tasks.append(Task(found, options, lexicon, data=data))
    runner = make_engine(engine, jobs, sum(task.input.size for task in tasks))
    out = sys.stdout.buffer
    safe = for_json if sys.stdout.isatty() else str  # the same data, harmless on a terminal
    for records in runner.map(extract_task, tasks, lost_records):
        for line in records.lines:
            out.write(safe(line).encode("utf-8", "backslashreplace") + b"\n")
        for failure in records.failures:
            complain(failure)
    out.flush()
    if failures:
        raise click.exceptions.Exit(ExitCode.SOME_INPUTS_FAILED)
