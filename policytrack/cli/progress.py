"""A progress bar on stderr for long work, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[int, int], None]
_SHORT = 20  # fewer steps than this need no bar


@contextmanager
def progress_bar(label: str, wanted: bool = True) -> Iterator[Progress]:
    """A function to be told how many of how many steps are done; it draws nothing when stderr is not a terminal."""
    if not (wanted and sys.stderr.isatty()):
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        bar = bars.add_task(label, total=None, start=False, visible=False)

        def progress(done: int, total: int) -> None:
            if total > _SHORT:
                bars.start_task(bar)
                bars.update(bar, completed=done, total=total, visible=True)

        yield progress
