"""The options that describe an input, shared by `ingest` and `extract`."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from policytrack.cli.complete import complete_folder
from policytrack.errors import UsageError
from policytrack.inputs import ReadOptions

_OPTIONS = (
    click.option("--source", metavar="NAME", help="Paper or site, where the input does not say."),
    click.option(
        "--published", metavar="DATE", help="Day of publication, as 2023-09-20, where the input does not say."
    ),
    click.option(
        "--place", metavar="PLACE", help="Place the news is about, by name or GB/T 2260 code: 西宁市, 630100."
    ),
    click.option("--format", "format_", metavar="FORMAT", help="Read as this format instead of detecting it."),
    click.option("--encoding", metavar="NAME", help="Character encoding, where detection fails: utf-8, gb18030 …"),
    click.option("--map", "columns", metavar="A=B,…", help="Columns of a table: text=正文,title=标题,published=日期."),
    click.option(
        "--lexicon",
        "lexicon",
        metavar="DIR",
        multiple=True,
        shell_complete=complete_folder,
        help="Add a folder of lexicon files.",
    ),
    click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes to use."),
    click.option("--engine", metavar="NAME", default="auto", help="Where to run: auto, process or pool."),
)


def input_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options above; it receives `options`, `lexicon`, `jobs` and `engine`."""

    @wraps(command)
    def wrapped(
        *args: Any,
        source: str | None,
        published: str | None,
        place: str | None,
        format_: str | None,
        encoding: str | None,
        columns: str | None,
        lexicon: tuple[str, ...],
        **kwargs: Any,
    ) -> Any:
        options = ReadOptions(
            source, _day(published), place, known_format(format_), codec_name(encoding), column_pairs(columns)
        )
        return command(*args, options=options, lexicon=lexicon_folders(lexicon), **kwargs)

    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--published {text!r} is not a day.", hint="Write it like 2023-09-20.") from None


def known_format(name: str | None) -> str | None:
    from policytrack.readers import FORMATS

    if name and name not in FORMATS:
        raise UsageError(f"--format {name!r} is not known.", hint=f"Known are {', '.join(FORMATS)}.")
    return name


FIELDS = ("id", "title", "byline", "published", "source", "place", "url", "text")


def column_pairs(text: str | None) -> tuple[tuple[str, str], ...]:
    """The pairs of `text=正文,title=标题`; raises UsageError for a pair or field that is none."""
    pairs = []
    for part in (text or "").split(",") if text else ():
        field, equals, column = part.partition("=")
        if not equals or not column.strip() or field.strip() not in FIELDS:
            raise UsageError(
                f"--map {part!r} names no field.", hint=f"Write FIELD=COLUMN; fields are {', '.join(FIELDS)}."
            )
        pairs.append((field.strip(), column.strip()))
    return tuple(pairs)


def codec_name(name: str | None) -> str | None:
    import codecs

    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        raise UsageError(f"--encoding {name!r} is not known.", hint="Use utf-8, gb18030, big5 or utf-16.") from None


def lexicon_folders(given: tuple[str, ...]) -> tuple[Path, ...]:
    """The configured lexicon folders and those given; raises UsageError for one that is not there."""
    from policytrack.config import load_config

    folders = (*load_config().lexicon, *(Path(folder) for folder in given))
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(
                f"The lexicon folder {folder} does not exist.", hint="Check --lexicon and the configuration."
            )
    return tuple(folder.absolute() for folder in folders)
