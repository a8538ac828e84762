"""The command group. Commands are a literal table and are imported only when they run, so that `--help` stays fast."""

from importlib import import_module
from typing import Any

import click

from policytrack import __version__

# command → (module, function, one line of help, group of the overview)
COMMANDS: dict[str, tuple[str, str, str, str]] = {
    "ingest": ("ingest", "ingest", "Read documents and store their articles, actions and figures.", "Collect"),
    "extract": ("extract", "extract", "Print the extraction record of each article; touches no database.", "Collect"),
    "report": (
        "report",
        "report",
        "Summarise what was done: summary, types, places, actors, series, campaigns, coverage.",
        "Ask",
    ),
    "diff": ("diff", "diff", "Compare two periods, with a verdict on every line.", "Ask"),
    "series": ("series", "series", "Follow one indicator over time; --flow, --vintages, --chart.", "Ask"),
    "actions": ("actions", "actions", "List policy actions.", "Ask"),
    "figures": ("figures", "figures", "List figures.", "Ask"),
    "articles": ("articles", "articles", "List articles.", "Ask"),
    "search": ("search", "search", "Find articles by their words.", "Ask"),
    "show": ("show", "show", "Show an article, action or figure in full.", "Ask"),
    "explain": ("explain", "explain", "Say why something was found: quote, offsets, rule, what was carried.", "Check"),
    "audit": ("audit", "audit", "Recompute what articles print; --only inconsistent.", "Check"),
    "promises": ("promises", "promises", "Targets, and later figures that may answer them.", "Check"),
    "review": ("review", "review", "Accept, edit or reject what was found, the least certain first.", "Check"),
    "verify": ("verify", "verify", "Read exports and listings back against the database.", "Check"),
    "export": ("export", "export", "Write all tables as CSV, JSON Lines, Parquet or xlsx.", "Keep"),
    "retag": ("retag", "retag", "Extract again with the present lexicon, and say what changes.", "Keep"),
    "runs": ("runs", "runs", "List runs, or what became of each input of one.", "Keep"),
    "undo": ("undo", "undo", "Take a run back.", "Keep"),
    "source": ("source", "source", "Add, list and remove configured sources.", "Keep"),
    "db": ("db", "db", "Path, size, backup and migration of the database.", "Keep"),
    "check": ("check", "check", "Check the database: integrity, hashes, quotes at their offsets.", "Keep"),
    "lexicon": ("lexicon", "lexicon", "List, show and check what policytrack knows.", "Know"),
    "config": ("config", "config", "Show the settings and where they come from.", "Know"),
    "doctor": ("doctor", "doctor", "Check the installation and its optional parts.", "Know"),
    "completion": ("completion", "completion", "Print the completion script of a shell.", "Know"),
    "help": ("help", "help_command", "Read a topic: periods, query, diff, record, cron …", "Know"),
}
GROUPS = ("Collect", "Ask", "Check", "Keep", "Know")


class Enough(Exception):
    """The reader of the output has gone; click would end with code 1."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise Enough from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, function, short, _ = COMMANDS[cmd_name]
        command: Any = getattr(import_module(f"policytrack.cli.{module}"), function)
        command.short_help = short
        return command  # type: ignore[no-any-return]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            begun = [name for name in COMMANDS if name.startswith(args[0])]
            close = begun or get_close_matches(args[0], COMMANDS, 1)
            meant = f" Did you mean {' or '.join(close)}?" if close else ""
            ctx.fail(f"There is no command {args[0]!r}.{meant} `policytrack --help` lists all.")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, from the table alone."""
        for group in GROUPS:
            with formatter.section(group):
                formatter.write_dl([(name, row[2]) for name, row in COMMANDS.items() if row[3] == group])


class Commands(click.Group):
    """A group of few commands, each listed with the whole first sentence of its help."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            rows = [(name, command.get_short_help_str(200)) for name, command in self.commands.items()]
            formatter.write_dl(rows)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    invoke_without_command=False,
)
@click.version_option(__version__, "-V", "--version", prog_name="policytrack", message="%(prog)s %(version)s")
def app() -> None:
    """Chinese local-government news as comparable facts.

    Start with `policytrack ingest PATH`, then `policytrack report`. `policytrack help` lists the topics.
    """
