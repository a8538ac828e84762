"""Spoilt documents of every format end as articles or as a clear failure: no exception, no hang, no gigabyte.

A few hundred here; `POLICYTRACK_FUZZ=50000 pytest tests/readers/test_fuzz.py` is the longer mode. Each goes the way of a night's
work: read, extracted, stored. A child process does it, so that the system can end one that takes 5 s or 1 GB.
"""

import multiprocessing
import os
import signal
import sqlite3
import sys
from multiprocessing.connection import Connection

import pytest
from fuzz import Spoiler, seeds

from policytrack.inputs import Input, ReadOptions
from policytrack.reading import Task, read_task
from policytrack.store.connect import open_rehearsal
from policytrack.store.write import RunWriter

for _library in ("lxml", "pypdf", "docx", "openpyxl"):
    pytest.importorskip(_library)

INPUTS = int(os.environ.get("POLICYTRACK_FUZZ", "400"))
START = int(os.environ.get("POLICYTRACK_FUZZ_START", "0"))
SECONDS, BYTES = 5, 1 << 30
OPTIONS = (ReadOptions(), ReadOptions(columns=(("text", "正文"),)), ReadOptions(published_from="%Y-%m-%d"))


def defect(conn: sqlite3.Connection, writer: RunWriter, spoiler: Spoiler, number: int) -> str:
    """What is wrong with the way a spoilt document ends; nothing when all is well."""
    name, data = spoiler.document(number)
    try:
        result = read_task(Task(Input("-", f"2023-09-20.{name}"), OPTIONS[number % 3], data=data))
        if result.document:
            writer.add(result.document)
    except Exception as error:
        return f"{number} ({name}): {type(error).__name__}: {error}"
    lines = [str(failure) for failure in result.failures]
    bad = [
        line
        for line in lines
        if "report it" in line or "worker process" in line or "\n" in line or not line.isprintable()
    ]
    return f"{number} ({name}): {bad[0]}" if bad else "" if lines or result.document else f"{number} ({name}): nothing"


def work(told: Connection, first: int, last: int) -> None:
    """Try documents one after the other, telling the number of each before it and what is wrong after it."""
    import resource
    from pathlib import Path

    spoiler = Spoiler(seeds())
    with open_rehearsal(Path("absent.db")) as conn:
        writer = RunWriter(conn, "ingest", [], "")
        in_use = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (in_use + BYTES, resource.RLIM_INFINITY))
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        for number in range(first, last):
            told.send(number)
            signal.setitimer(signal.ITIMER_PROF, SECONDS)  # of this process's own time
            if wrong := defect(conn, writer, spoiler, number):
                told.send(wrong)
    told.send(None)


@pytest.mark.skipif(sys.platform != "linux", reason="needs fork and /proc")
def test_spoilt_documents_end_well() -> None:
    found: list[str] = []
    context = multiprocessing.get_context("fork")
    number = START
    while number < START + INPUTS:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=work, args=(theirs, number, START + INPUTS))
        process.start()
        theirs.close()
        try:
            while isinstance(said := ours.recv(), int) or said:
                if isinstance(said, int):
                    number = said
                else:
                    found.append(said)
            number = START + INPUTS
        except EOFError:
            found.append(f"{number}: ended its process, for taking {SECONDS} s or 1 GB")
            number += 1
        process.join()
    assert "\n".join(found) == ""
