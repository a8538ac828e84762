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


# A pool pays when there is more to read than this, in bytes: starting its processes costs about a second.
_WORTH_A_POOL = 2_000_000


def make_engine(name: str, jobs: int | None, size: int) -> Engine:
    """The engine of that name for inputs of `size` bytes.

    `process` is this one, `pool` spreads over `jobs` processes (default: the cores); `auto` takes a pool when `jobs`
    says so or, with nothing said, when there is much to read. Raises UsageError for an unknown name.
    """
    if name not in ENGINES:
        raise UsageError(f"There is no engine {name!r}.", hint=f"Engines are {', '.join(ENGINES)}.")
    if name == "pool" or (name == "auto" and (jobs or 0) > 1) or (name == "auto" and not jobs and size > _WORTH_A_POOL):
        from policytrack.engines.pool import ProcessPool

        return ProcessPool(jobs or 0)
    from policytrack.engines.process import ThisProcess

    return ThisProcess()
