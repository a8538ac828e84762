"""`policytrack completion SHELL`: the script that completes commands and options."""

import click

from policytrack.errors import UsageError


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of a shell.

    For bash: policytrack completion bash > ~/.local/share/bash-completion/completions/policytrack
    """
    from click.shell_completion import get_completion_class

    from policytrack.cli.app import app

    found = get_completion_class(shell)
    if found is None:
        raise UsageError(f"No completion for {shell}.", hint="Shells are bash, zsh and fish.")
    click.echo(found(app, {}, "policytrack", "_POLICYTRACK_COMPLETE").source())
