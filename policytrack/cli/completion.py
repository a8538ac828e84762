"""`policytrack completion SHELL`: the script that completes commands and options."""

import click

from policytrack.errors import UsageError


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar="SHELL")
def completion(shell: str) -> None:
    """Print the completion script of SHELL: bash, zsh or fish.

    It completes commands, options, topics, and the keys and values of terms. To have it in every shell:

    \b
      policytrack completion bash > ~/.local/share/bash-completion/completions/policytrack
      policytrack completion zsh > ~/.zfunc/_policytrack      (with ~/.zfunc in fpath)
      policytrack completion fish > ~/.config/fish/completions/policytrack.fish
    """
    from click.shell_completion import get_completion_class

    import policytrack.cli.shells  # noqa: F401 # its script for bash is used from now on
    from policytrack.cli.app import app

    found = get_completion_class(shell)
    if found is None:
        raise UsageError(f"No completion for {shell}.", hint="Shells are bash, zsh and fish.")
    click.echo(found(app, {}, "policytrack", "_POLICYTRACK_COMPLETE").source())
