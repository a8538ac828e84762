"""Where the reading of documents runs: an engine maps a picklable function over picklable tasks, in order.

Results come back in the order of the tasks, whatever the engine, so that a database does not depend on it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from policytrack.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """What all engines offer."""

    def map(self, work: Callable[[T], R], tasks: Iterable[T], lost: Callable[[T], R]) -> Iterator[R]:
        """The results of `work` in the order of `tasks`; `lost(task)` stands in when the worker itself died."""
        ...


ENGINES = ("auto", "process", "pool")


def make_engine(name: str, jobs: int) -> Engine:
    """The engine of that name: `process` is this one, `pool` is `jobs` processes, `auto` picks by `jobs`."""
    if name == "process" or (name == "auto" and jobs == 1):
        from policytrack.engines.process import ThisProcess

        return ThisProcess()
    if name in ("pool", "auto"):
        from policytrack.engines.pool import ProcessPool

        return ProcessPool(jobs)
    raise UsageError(f"There is no engine {name!r}.", hint=f"Engines are {', '.join(ENGINES)}.")
