"""Options that many commands share, and the way their tables leave the program."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policytrack.cli.complete import complete_file, complete_folder, complete_term
from policytrack.cli.term_options import term_options
from policytrack.errors import UsageError

if TYPE_CHECKING:
    import sqlite3

    from policytrack.period import Period
    from policytrack.query import Query
    from policytrack.render.table import Table

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md", "html")
_ENDINGS = {".csv": "csv", ".tsv": "tsv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "md",
            ".html": "html", ".htm": "html", ".txt": "table", ".xlsx": "xlsx", "": "table"}  # fmt: skip

PICTURES = (".svg", ".png")


@dataclass(frozen=True, slots=True)
class Output:
    """Where a command reads and how it prints."""

    db: str | None
    format: str | None
    file: Path | None
    columns: tuple[str, ...]
    excel: bool
    lang: str
    color: str
    width: int | None
    quiet: bool
    lexicon: tuple[Path, ...] = ()
    draws: bool = False  # whether the command writes pictures, too

    def write(self, *tables: "Table") -> None:
        """Print the tables, to the file when one was given; raises UsageError for an unknown column."""
        picked = [table.only(self.columns) if self.columns else table for table in tables]
        if self.file is None:
            click.echo(self._text(picked), nl=False, color=True)
            return
        try:
            if self._form() == "xlsx":
                from policytrack.render.workbook import write_workbook

                write_workbook(picked, self.file, self.lang, self.made_by)
            else:
                self.file.write_text(self._text(picked), encoding="utf-8", errors="backslashreplace", newline="")
        except OSError as error:
            raise UsageError(
                f"{self.file} cannot be written: {error.strerror}.", hint="Give another -o FILE."
            ) from None
        self.say(f"Wrote {self.file}.")

    def say(self, message: str) -> None:
        """Talk, on stderr; silent with -q."""
        if not self.quiet:
            from policytrack.render.safe import for_terminal

            click.echo(for_terminal(message), err=True)

    def open(self) -> "sqlite3.Connection":
        """The database for reading; raises NoDatabase and its like."""
        from policytrack.config import db_path
        from policytrack.store.connect import open_reader

        return open_reader(db_path(self.db))

    @property
    def is_data(self) -> bool:
        """Whether the output is for programs, which get every column."""
        return self._form() in ("csv", "tsv", "json", "jsonl", "xlsx")

    @property
    def made_by(self) -> tuple[str, ...]:
        """The words of the running command, for a page to name."""
        from policytrack.cli.made_by import command_line

        return command_line(self.lang)

    @property
    def is_table(self) -> bool:
        """Whether the output is a table on a terminal, in a pipe or in a text file."""
        return self._form() == "table"

    def _form(self) -> str:
        if self.format:
            return self.format
        if self.file is not None:
            return _ENDINGS.get(self.file.suffix.lower(), "table")
        return "csv" if self.excel else "table"

    def check(self) -> None:
        """Raise UsageError for options that do not go together, before any work is done."""
        ending = self.file.suffix.lower() if self.file else ""
        if not self.format and ending not in _ENDINGS and not (self.draws and ending in PICTURES):
            hint = "`policytrack export` writes Parquet." if ending == ".parquet" else "Say which with -O."
            raise UsageError(f"-o {self.file}: {ending} is the ending of no format.", hint=hint)
        if self.excel and self._form() != "csv":
            raise UsageError(f"--excel is for CSV, not for {self._form()}.", hint="Leave it out, or print CSV.")

    def _text(self, tables: Sequence["Table"]) -> str:
        from policytrack.render import data, pages

        match self._form():
            case "csv":
                return self._seen("\n".join(data.csv_text(table, excel=self.excel) for table in tables))
            case "tsv":
                return self._seen("\n".join(map(data.tsv_text, tables)))
            case "json":
                return data.json_text(tables)
            case "jsonl":
                return "".join(map(data.jsonl_text, tables))
            case "md":
                text = "\n".join(pages.markdown_text(table, self.lang) for table in tables)
                return text + pages.markdown_comment(self.made_by)
            case "html":
                return pages.html_text(tables, self.lang, self.made_by)
        width, colored = self._width(), self._colored()
        if width is None and not colored:
            from policytrack.render.plain import plain_text

            return plain_text(tables, self.lang)
        from policytrack.render.terminal import Screen, terminal_text

        return terminal_text(tables, Screen(width, colored, self.lang))

    def _seen(self, text: str) -> str:
        """The text as it is for a pipe or a file; a terminal gets no control characters of any article."""
        if not self._to_terminal():
            return text
        from policytrack.render.safe import for_terminal

        return "\t".join(map(for_terminal, text.split("\t")))

    def _to_terminal(self) -> bool:
        return self.file is None and sys.stdout.isatty()

    def _width(self) -> int | None:
        if self.width or not self._to_terminal():
            return self.width
        from shutil import get_terminal_size

        return get_terminal_size().columns

    def _colored(self) -> bool:
        import os

        if self.color == "auto":
            return self._to_terminal() and not os.environ.get("NO_COLOR")
        return self.color == "always"


_OUTPUT = (
    click.option(
        "--db",
        metavar="PATH",
        shell_complete=complete_file,
        help="The database; else POLICYTRACK_DB, else the configuration.",
    ),
    click.option("-O", "--output-format", type=click.Choice(FORMATS), help="How to print; default table."),
    click.option(
        "-o",
        "--output",
        metavar="FILE",
        shell_complete=complete_file,
        help="Write to a file; its ending picks the format.",
    ),
    click.option("--columns", metavar="A,B…", help="Only these columns, in this order."),
    click.option("--excel", is_flag=True, help="CSV for spreadsheets: BOM, CRLF, formulas made harmless."),
    click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of headings; default zh."),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), help="Colour; default auto."),
    click.option("--width", type=click.IntRange(20, 1000), metavar="N", help="Width of tables."),
    click.option("-q", "--quiet", is_flag=True, help="No talk on stderr."),
    click.option(
        "--lexicon", metavar="DIR", multiple=True, shell_complete=complete_folder, help="Add a folder of lexicon files."
    ),
)


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options above; it receives them as `output`."""

    @wraps(command)
    def wrapped(
        *args: Any, db: str | None, output_format: str | None, output: str | None, columns: str | None, excel: bool,
        lang: str | None, color: str | None, width: int | None, quiet: bool,
        lexicon: tuple[str, ...], **kwargs: Any,
    ) -> Any:  # fmt: skip
        from policytrack.cli.input_options import lexicon_folders
        from policytrack.config import load_config

        config = load_config()
        keys = tuple(key.strip() for key in (columns or "").split(",") if key.strip())
        if columns is not None and not keys:
            raise UsageError("--columns names no column.", hint="Leave it out to get all, or name some: --columns id.")
        if output is not None and not output.strip():
            raise UsageError("-o names no file.", hint="Leave it out to print, or name one: -o figures.csv.")
        out = Output(
            db, output_format, Path(output) if output else None, keys, excel, lang or config.lang or "zh",
            color or config.color or "auto", width, quiet, lexicon_folders(lexicon), getattr(command, "draws", False),
        )  # fmt: skip
        out.check()
        return command(*args, output=out, **kwargs)

    for option in reversed(_OUTPUT):
        wrapped = option(wrapped)
    return wrapped


def draws(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let `-o` name a picture; stands right above the function."""
    command.draws = True  # type: ignore[attr-defined]
    return command


@dataclass(frozen=True, slots=True)
class Selection:
    """What a command asks for."""

    query: "Query"
    period: "Period | None"
    today: date

    @property
    def title(self) -> str:
        """The period and terms in short, for a table's title."""
        from policytrack.period_query import format_period

        how = " --by-published" if self.query.by_published else ""
        parts = [format_period(self.period) + how] if self.period else []
        shown = [term.shown for term in self.query.terms if term.key != "date" or not self.period]
        return " · ".join([*parts, *([" ".join(shown)] if shown else [])])


_QUERY = (
    click.option("-p", "--period", metavar="PERIOD", help="Only this period: 2023Q3, 2023-08, 1-8月, A..B, -90d."),
    click.option("--by-published", is_flag=True, help="Periods select by publication, not by what is covered."),
    click.option("--today", metavar="DATE", help="The day that relative periods refer to; makes runs repeatable."),
)


def query_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command TERM arguments and the options above; it receives them as `selection`."""

    @wraps(command)
    def wrapped(
        *args: Any, terms: tuple[str, ...], period: str | None, by_published: bool, today: str | None, **kwargs: Any
    ) -> Any:
        day = parse_day(today)
        return command(*args, selection=select(terms, period, by_published, day), **kwargs)

    for option in reversed(_QUERY):
        wrapped = option(wrapped)
    terms = click.argument("terms", nargs=-1, metavar="[TERM]…", shell_complete=complete_term)
    return terms(term_options("terms")(wrapped))


def select(terms: Sequence[str], period: str | None, by_published: bool, today: date) -> Selection:
    """The parsed selection; a period option is one more `date:` term."""
    from policytrack.period_query import parse_period
    from policytrack.query import parse_query

    def parse(text: str) -> "Period":
        return parse_period(text, today)

    asked = parse(period) if period is not None else None  # an empty one is refused: a variable that is not set
    words = [*terms, f"date:{period}"] if asked else list(terms)
    return Selection(parse_query(words, parse, by_published=by_published), asked, today)


def parse_day(text: str | None) -> date:
    """The day of `--today`, else today."""
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--today {text!r} is not a day.", hint="Write it like 2023-09-20.") from None
