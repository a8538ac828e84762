"""The engine that runs in this process."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class ThisProcess:
    """One task after the other, here."""

    def map(self, work: Callable[[T], R], tasks: Iterable[T], lost: Callable[[T], R]) -> Iterator[R]:
        return (work(task) for task in tasks)
