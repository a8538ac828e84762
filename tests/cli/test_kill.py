"""An ingest that is killed at any moment leaves a whole database, and running it again ends where it would have.

A few kills here; `POLICYTRACK_KILLS=200 pytest tests/cli/test_kill.py` is the longer mode.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from policytrack.store.checks import check
from policytrack.store.connect import open_reader

KILLS = int(os.environ.get("POLICYTRACK_KILLS", "6"))
DOCUMENTS = 200
CONTENT = (
    "SELECT a.identity, v.content_sha256, v.text, f.name, f.surface, f.obs_value, f.quote FROM heads h"
    " JOIN articles a ON a.id = h.article JOIN versions v ON v.id = h.version"
    " LEFT JOIN figures f ON f.extraction = h.extraction ORDER BY a.identity, f.name"
)


def write_documents(folder: Path) -> None:
    folder.mkdir()
    for n in range(DOCUMENTS):
        text = f"今年{n % 12 + 1}月，云岭县检查企业{n + 3}家，兑付奖补资金{n + 1}.5万元。" * 8
        record = {"id": str(n), "source": "云岭日报", "published": "2023-12-20", "title": f"第{n}号简讯", "text": text}
        (folder / f"{n:03}.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")


def start(db: Path, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "policytrack", "ingest", "--db", str(db), str(folder), "--engine", "process"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def finish(db: Path, folder: Path) -> None:
    """Let an ingest run to its end."""
    process = start(db, folder)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said.decode()


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
    return [tuple(row) for row in open_reader(db).execute(CONTENT)]


def test_killed_and_resumed_is_the_same_as_undisturbed(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write_documents(folder)
    undisturbed, disturbed = tmp_path / "a.db", tmp_path / "b.db"
    began = time.monotonic()
    finish(undisturbed, folder)
    whole = time.monotonic() - began
    moments = random.Random(20230920)
    for _ in range(KILLS):
        process = start(disturbed, folder)
        try:
            process.wait(timeout=moments.uniform(0, whole))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        if (
            disturbed.exists() and stored(disturbed) == DOCUMENTS
        ):  # begin afresh, so that the next kill has something to interrupt
            assert content(disturbed) == content(undisturbed)
            for file in tmp_path.glob("b.db*"):
                file.unlink()
    finish(disturbed, folder)
    assert content(disturbed) == content(undisturbed)
    assert len({row[0] for row in content(disturbed)}) == DOCUMENTS
    assert list(check(open_reader(disturbed))) == []
