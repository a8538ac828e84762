"""`policytrack help TOPIC`: the topics of policytrack/help, shipped in the package."""

from importlib.resources import files

import click

from policytrack.errors import UsageError


def topics() -> dict[str, str]:
    """Every topic and its text, by name."""
    folder = files("policytrack") / "help"
    pages = (page for page in folder.iterdir() if page.name.endswith(".md"))
    return {page.name.removesuffix(".md"): page.read_text(encoding="utf-8") for page in pages}


def _width() -> int | None:
    """The width of the terminal, None for a pipe."""
    import sys
    from shutil import get_terminal_size

    return get_terminal_size().columns if sys.stdout.isatty() else None


def reflowed(text: str, width: int | None) -> str:
    """A page with its paragraphs and lists broken at the width; tables, headings and code stay as they are."""
    if width is None:
        return text
    from policytrack.render.wrap import wrap

    parts: list[tuple[str, bool]] = []  # text, whether it may be broken
    code = False
    for line in text.splitlines():
        fence = line.startswith("```")
        prose = not (code or fence or line.startswith(("#", "|", "<")) or not line.strip())
        code ^= fence
        if prose and parts and parts[-1][1] and not line.startswith(("- ", "1. ", "2. ", "3. ", "4. ")):
            parts[-1] = (f"{parts[-1][0]} {line.strip()}", True)
        else:
            parts.append((line, prose))
    broken = (piece for line, prose in parts for piece in (wrap(line, width) if prose else [line]))
    return "".join(f"{piece}\n" for piece in broken)


def complete_topic(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Topics, then commands."""
    from policytrack.cli.app import COMMANDS

    return [name for name in (*sorted(topics()), *COMMANDS) if name.startswith(incomplete)]


@click.command("help")
@click.argument("topic", required=False, shell_complete=complete_topic)
@click.pass_context
def help_command(ctx: click.Context, topic: str | None) -> None:
    """Read a topic, or the help of a command; without TOPIC, list all topics."""
    from policytrack.cli.app import COMMANDS, app

    known = topics()
    if topic is None:
        width = max(map(len, known))
        lines = [
            f"  {name:<{width}}  {text.partition(chr(10))[0].lstrip('# ')}" for name, text in sorted(known.items())
        ]
        click.echo("Topics, as in `policytrack help periods`:\n\n" + "\n".join(lines))
    elif topic in known:
        click.echo(reflowed(known[topic], _width()), nl=False)
        if topic in COMMANDS:
            click.echo(f"\n`policytrack {topic} --help` lists the options.")
    elif topic in COMMANDS:
        command = app.get_command(ctx, topic)
        assert command is not None
        with click.Context(command, info_name=topic, parent=ctx.parent) as own:
            click.echo(command.get_help(own))
    else:
        from difflib import get_close_matches

        close = get_close_matches(topic, [*known, *COMMANDS], 1)
        meant = f"Did you mean {close[0]}? " if close else ""
        raise UsageError(f"There is no topic {topic!r}.", hint=f"{meant}`policytrack help` lists all.")
