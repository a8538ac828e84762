"""An ingest that is killed at any moment leaves a whole database, and running it again ends where it would have.

Fifty kills here; `POLICYTRACK_KILLS=2000 pytest tests/cli/test_kill.py` is the longer mode. The processes are forked, so
that all of their life is spent on ingesting and none on starting Python.
"""

import json
import multiprocessing
import os
import random
import sqlite3
import time
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from policytrack.engines import make_engine
from policytrack.ingest import Job, Part, ingest
from policytrack.inputs import ReadOptions
from policytrack.reading import lexicon_of
from policytrack.store.checks import check
from policytrack.store.connect import open_reader, open_writer

KILLS = int(os.environ.get("POLICYTRACK_KILLS", "50"))
DOCUMENTS = 200
CONTENT = (
    "SELECT a.identity, v.content_sha256, v.text, f.name, f.surface, f.obs_value, f.quote FROM heads h"
    " JOIN articles a ON a.id = h.article JOIN versions v ON v.id = h.version"
    " LEFT JOIN figures f ON f.extraction = h.extraction ORDER BY a.identity, f.name"
)


def write_documents(folder: Path) -> None:
    folder.mkdir()
    for n in range(DOCUMENTS):
        text = f"今年{n % 12 + 1}月，云岭县检查企业{n + 3}家，兑付奖补资金{n + 1}.5万元。"
        record = {"id": str(n), "source": "云岭日报", "published": "2023-12-20", "title": f"第{n}号简讯", "text": text}
        (folder / f"{n:03}.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")


def ingest_all(db: Path, folder: Path) -> None:
    """What `policytrack ingest FOLDER` does; nothing may fail."""
    job = Job((Part((str(folder),), ReadOptions()),))
    with open_writer(db, wait=60) as conn:
        summary = ingest(conn, job, lambda _: make_engine("process", 1, 0), print)
    assert summary.failed == 0


def start(db: Path, folder: Path) -> BaseProcess:
    process = multiprocessing.get_context("fork").Process(target=ingest_all, args=(db, folder))
    process.start()
    return process


def finish(db: Path, folder: Path) -> None:
    """Let an ingest run to its end."""
    process = start(db, folder)
    process.join(120)
    assert process.exitcode == 0


def stored(db: Path) -> int:
    """How many articles a database holds after SQLite found it whole; killed early it may not even have tables."""
    conn = sqlite3.connect(db)
    try:
        assert conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return int(conn.execute("SELECT count(*) FROM heads").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        conn.close()


def content(db: Path) -> list[tuple[object, ...]]:
    conn = open_reader(db)
    try:
        return [tuple(row) for row in conn.execute(CONTENT)]
    finally:
        conn.close()


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@needs_fork
def test_two_at_once_lose_nothing_and_readers_are_never_blocked(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write_documents(folder)
    lexicon_of(())
    finish(tmp_path / "a.db", folder)
    both = [start(tmp_path / "b.db", folder) for _ in range(2)]
    seen = 0
    while any(process.is_alive() for process in both):
        now = stored(tmp_path / "b.db") if (tmp_path / "b.db").exists() else 0
        assert now >= seen  # whole documents only, and none is lost again
        seen = now
    for process in both:
        process.join()
        assert process.exitcode == 0
    assert content(tmp_path / "b.db") == content(tmp_path / "a.db")


@needs_fork
def test_killed_and_resumed_is_the_same_as_undisturbed(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write_documents(folder)
    lexicon_of(())  # loaded once, here
    undisturbed, disturbed = tmp_path / "a.db", tmp_path / "b.db"
    began = time.monotonic()
    finish(undisturbed, folder)
    whole = time.monotonic() - began
    moments = random.Random(20230920)
    for _ in range(KILLS):
        process = start(disturbed, folder)
        process.join(moments.uniform(0, whole / 2))
        process.kill()
        process.join()
        if disturbed.exists() and stored(disturbed) == DOCUMENTS:  # begin afresh, to have something to interrupt
            assert content(disturbed) == content(undisturbed)
            for file in tmp_path.glob("b.db*"):
                file.unlink()
    finish(disturbed, folder)
    assert content(disturbed) == content(undisturbed)
    assert len({row[0] for row in content(disturbed)}) == DOCUMENTS
    assert list(check(open_reader(disturbed))) == []
