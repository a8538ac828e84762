"""The command line: thin. It parses, calls, renders, and ends with a code of `errors.ExitCode`."""

import sys


def run(args: list[str] | None = None) -> None:
    """Run a command and end the process; errors of the user are one line on stderr, never a traceback."""
    try:
        code = _run(args)
    except KeyboardInterrupt:  # while modules are loaded, or while the last lines are written
        _complain(_INTERRUPTED)
        code = 130
    sys.exit(code)


_INTERRUPTED = "Interrupted. What was stored before stays."


def _run(args: list[str] | None) -> int:
    import gc
    import os

    import click

    from policytrack.cli.app import Enough, app
    from policytrack.errors import ExitCode, PolicytrackError

    # Commands make millions of small values and end; with the default threshold the collector takes half of a long diff.
    gc.set_threshold(1_000_000, 50, 50)
    _prepare_streams()
    if "_POLICYTRACK_COMPLETE" in os.environ:
        import policytrack.cli.shells  # noqa: F401 # its script for bash is used from now on
    try:
        result = app.main(args=args, prog_name="policytrack", standalone_mode=False)
        sys.stdout.flush()
        return int(result) if isinstance(result, int) else ExitCode.OK
    except PolicytrackError as error:
        _complain(str(error))
        return error.code
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:  # a bare `policytrack`, or a bare group of commands
        click.echo(error.message)
        return ExitCode.OK
    except click.ClickException as error:
        from policytrack.cli.usage import explained

        _complain(explained(error))
        return ExitCode.USAGE
    except click.Abort:
        _complain(_INTERRUPTED)
        return ExitCode.INTERRUPTED
    except (BrokenPipeError, Enough):  # `| head` has seen enough
        sys.stderr.close()
        _close_quietly()
        return ExitCode.OK
    except OSError as error:
        if error.filename is not None or error.errno is None:
            raise
        _close_quietly()
        _complain(f"The output cannot be written: {error.strerror}. Write to another place with -o FILE or >.")
        return ExitCode.ERROR


def _prepare_streams() -> None:
    """UTF-8 whatever the locale says; a stream that the caller closed goes nowhere."""
    import os

    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 # lives as long as the process
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):  # a file name may hold bytes that are no UTF-8
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(message: str) -> None:
    from policytrack.render.safe import for_terminal

    print(f"error: {for_terminal(message)}", file=sys.stderr)


def _close_quietly() -> None:
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
