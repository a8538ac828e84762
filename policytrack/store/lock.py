"""One writer at a time, across processes, without blocking any reader.

The lock is held on `DATABASE.lock` by the operating system, so a killed process frees it; the file says who holds it.
"""

import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from policytrack.errors import ExitCode, Locked, PolicytrackError

if sys.platform == "win32":
    import msvcrt

    def _try(file: IO[str]) -> bool:
        file.seek(1 << 30)  # beyond the text, which others may read
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


_POLL_SECONDS = 0.1


@contextmanager
def write_lock(database: Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the write lock of a database; raises Locked, naming the holder, when not free within `wait` seconds."""
    path = database.with_name(database.name + ".lock")
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise PolicytrackError(
            f"{database} cannot be written: {path}: {error.strerror}.",
            hint="Give a database in a folder you may write with --db PATH.",
            code=ExitCode.ERROR,
        ) from None
    with file:
        deadline = time.monotonic() + wait
        while not _try(file):
            if time.monotonic() >= deadline:
                raise Locked(
                    f"{database} is being written by {_holder(path)}.",
                    hint="Wait until it ends, or let this command wait with --wait SECONDS.",
                )
            time.sleep(_POLL_SECONDS)
        file.seek(0)
        file.truncate()
        started = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%SZ")
        json.dump({"pid": os.getpid(), "started": started, "host": socket.gethostname()}, file)
        file.flush()
        try:
            yield
        finally:
            file.seek(0)
            file.truncate()


def _holder(path: Path) -> str:
    try:
        holder = json.loads(path.read_text("utf-8"))
        return f"process {holder['pid']} on {holder['host']}, started {holder['started']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
