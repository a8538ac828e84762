"""The engine that spreads tasks over processes of this machine.

Tasks travel in batches, because sending one by one costs as much as reading a short article. A worker that dies (out of
memory, killed) costs only its own task: the batches in flight are tried again task by task, and the one that kills its
worker again is given up.
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
_IN_FLIGHT = 3  # batches a worker has waiting, so that it never idles and memory stays bounded
_BATCH = 8  # tasks in a batch


def _quiet() -> None:
    """Leave Ctrl-C to the parent, which ends the pool in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _all(work: Callable[[T], R], batch: list[T]) -> list[R]:
    return [work(task) for task in batch]


class ProcessPool:
    """`jobs` processes; 0 means one for each core."""

    def __init__(self, jobs: int = 0) -> None:
        self.jobs = jobs or os.cpu_count() or 1

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_quiet)

    def map(self, work: Callable[[T], R], tasks: Iterable[T], lost: Callable[[T], R]) -> Iterator[R]:
        """See `Engine.map`."""
        source = iter(tasks)
        pool = self._pool(self.jobs)
        waiting: deque[tuple[list[T], Future[list[R]]]] = deque()
        try:
            while True:
                while len(waiting) < self.jobs * _IN_FLIGHT and (batch := list(islice(source, _BATCH))):
                    waiting.append((batch, pool.submit(_all, work, batch)))
                if not waiting:
                    return
                try:
                    results = waiting[0][1].result()
                except BrokenProcessPool:
                    pool.shutdown(wait=False, cancel_futures=True)
                    again = [task for batch, _ in waiting for task in batch]
                    waiting.clear()
                    yield from (self._alone(work, task, lost) for task in again)
                    pool = self._pool(self.jobs)
                    continue
                waiting.popleft()
                yield from results
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _alone(self, work: Callable[[T], R], task: T, lost: Callable[[T], R]) -> R:
        with self._pool(1) as pool:
            try:
                return pool.submit(work, task).result()
            except BrokenProcessPool:
                return lost(task)
