"""`policytrack config show`: the settings in force."""

import click

from policytrack.cli.app import Commands
from policytrack.cli.options import Output, output_options


@click.group(cls=Commands)
def config() -> None:
    """Show the settings and where they come from."""


@config.command()
@output_options
def show(output: Output) -> None:
    """List every setting, its value, and whether the environment, the file or the default gives it."""
    from policytrack.config import settings
    from policytrack.render.table import Column, Table
    from policytrack.reports.words import title

    columns = (Column("name", "设置", "setting"), Column("value", "值", "value"), Column("origin", "来自", "from"))
    rows = [(setting.name, setting.value, setting.origin) for setting in settings()]
    output.write(Table(title("Settings", output.lang), columns, rows, name="settings"))
