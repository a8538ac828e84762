"""The engine that spreads tasks over processes of this machine.

Workers hand back rows, not records: tuples cost least to send. A worker that dies (out of memory, killed) costs only
its own task: those in flight are tried again one by one, and the one that kills its worker again is given up.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
_IN_FLIGHT = 4  # tasks a worker has waiting, so that it never idles and memory stays bounded


def _quiet() -> None:
    """Leave Ctrl-C to the parent, which ends the pool in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class ProcessPool:
    """`jobs` processes; 0 means one for each core."""

    def __init__(self, jobs: int = 0) -> None:
        self.jobs = jobs or os.cpu_count() or 1

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_quiet)

    def map(self, work: Callable[[T], R], tasks: Iterable[T], lost: Callable[[T], R]) -> Iterator[R]:
        source = iter(tasks)
        pool = self._pool(self.jobs)
        waiting: deque[tuple[T, Future[R]]] = deque()
        try:
            while True:
                for task in islice(source, self.jobs * _IN_FLIGHT - len(waiting)):
                    waiting.append((task, pool.submit(work, task)))
                if not waiting:
                    return
                try:
                    result = waiting[0][1].result()
                except BrokenProcessPool:
                    pool.shutdown(wait=False, cancel_futures=True)
                    broken = [task for task, _ in waiting]
                    waiting.clear()
                    yield from (self._alone(work, task, lost) for task in broken)
                    pool = self._pool(self.jobs)
                    continue
                waiting.popleft()
                yield result
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _alone(self, work: Callable[[T], R], task: T, lost: Callable[[T], R]) -> R:
        with self._pool(1) as pool:
            try:
                return pool.submit(work, task).result()
            except BrokenProcessPool:
                return lost(task)
