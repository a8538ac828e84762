"""`policytrack lexicon`: what the program knows, and whether a user's files are right."""

from pathlib import Path

import click

from policytrack.cli.app import Commands
from policytrack.cli.listings import names_of
from policytrack.cli.options import Output, output_options
from policytrack.errors import UsageError


@click.group(cls=Commands)
def lexicon() -> None:
    """List, show and check what policytrack knows: action types, units, indicator names."""


@lexicon.command("list")
@click.argument("part", type=click.Choice(["actions", "units", "indicators"]), default="actions")
@output_options
def list_part(output: Output, part: str) -> None:
    """List action types (the default), units or indicator names."""
    from policytrack.render.table import Cell, Column, Table

    known = names_of(output).lexicon
    rows: list[tuple[Cell, ...]]
    columns: tuple[Column, ...]
    if part == "actions":
        columns = (
            Column("id", "类型", "type"), Column("label", "名称", "Chinese"), Column("label_en", "英文", "English"),
            Column("definition", "定义", "definition"),
        )  # fmt: skip
        rows = [(t.id, t.label, t.label_en, t.definition) for t in known.actions.types.values()]
    elif part == "units":
        columns = (
            Column("unit", "单位", "unit"), Column("dimension", "量纲", "dimension"),
            Column("base", "基准", "base"), Column("factor", "换算", "factor", right=True),
        )  # fmt: skip
        rows = [(u.name, u.dimension, *known.units.to_base(u.name)) for u in known.units.by_name.values()]
    else:
        columns = (Column("indicator", "指标", "indicator"), Column("names", "同义", "names"))
        first = known.synonyms.first
        rows = [(name, "、".join(known.synonyms.names_of(name)[1:])) for name in dict.fromkeys(first.values())]
    output.write(Table(f"lexicon {known.version} · {part}", columns, rows, name=part))


def _complete_type(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from policytrack.cli.complete import known_types

    return [name for name in known_types(ctx) if name.startswith(incomplete)]


@lexicon.command("show")
@click.argument("type_id", metavar="TYPE", shell_complete=_complete_type)
@output_options
def show_type(output: Output, type_id: str) -> None:
    """Show an action type: definition, examples, counter-examples."""
    from policytrack.reports.details import fields

    names = names_of(output)
    known = names.lexicon.actions.types[names.type_id(type_id)]
    pairs = [("id", known.id), ("label", known.label), ("label_en", known.label_en), ("definition", known.definition)]
    pairs += [("example", example.text) for example in known.examples]
    pairs += [("counter_example", example.text) for example in known.counter_examples]
    output.write(fields(known.label if output.lang == "zh" else known.label_en, pairs, output.lang, "type"))


@lexicon.command("check")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
def check_directory(directory: Path) -> None:
    """Check a folder of lexicon files: names file, key and reason of the first error."""
    from policytrack.lexicon.load import load

    files = _files(directory)
    load(directory.absolute())
    click.echo(f"{len(files)} lexicon files are right.", err=True)


def _files(directory: Path) -> list[Path]:
    """The lexicon files of a folder; raises UsageError when there are none."""
    from policytrack.lexicon.load import lexicon_files

    if not directory.is_dir():
        raise UsageError(f"There is no folder {directory}.", hint="Give the folder that --lexicon gets.")
    files = lexicon_files(directory)
    if not files:
        raise UsageError(f"{directory} holds no .toml files.", hint="`policytrack help lexicon` describes the format.")
    return files


@lexicon.command("test")
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
def test_examples(directory: Path | None) -> None:
    """Run the examples and counter-examples of all action types, those of DIR included."""
    from policytrack.errors import PolicytrackError
    from policytrack.extract.examples import failed_examples
    from policytrack.lexicon.load import load
    from policytrack.render.safe import for_terminal

    if directory:
        _files(directory)
    known = load(*([directory.absolute()] if directory else []))
    failed = failed_examples(known)
    for failure in failed:
        click.echo(for_terminal(f"{failure.path}: {failure.type}: {failure.text} {failure.reason}"), err=True)
    if failed:
        raise PolicytrackError(f"{len(failed)} examples fail.", hint="Correct the example or its words.")
    examples = sum(len(t.examples) + len(t.counter_examples) for t in known.actions.types.values())
    click.echo(f"{examples} examples of {len(known.actions.types)} action types hold.", err=True)
