"""The command line: thin. It parses, calls, renders, and ends with a code of `errors.ExitCode`."""

import sys


def run(args: list[str] | None = None) -> None:
    """Run a command and end the process; errors of the user are one line on stderr, never a traceback."""
    import gc

    import click

    from policytrack.cli.app import app
    from policytrack.errors import ExitCode, PolicytrackError

    # Commands make millions of small values and end; with the default threshold the collector takes half of a long diff.
    gc.set_threshold(100_000, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        result = app.main(args=args, prog_name="policytrack", standalone_mode=False)
        code = result if isinstance(result, int) else ExitCode.OK
        sys.stdout.flush()
    except PolicytrackError as error:
        _complain(str(error))
        code = error.code
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        _complain(error.format_message())
        code = ExitCode.USAGE
    except (KeyboardInterrupt, click.Abort):
        _complain("Interrupted; what was finished is stored.")
        code = ExitCode.INTERRUPTED
    except BrokenPipeError:  # `| head` has seen enough
        sys.stderr.close()
        _close_quietly()
        code = ExitCode.OK
    sys.exit(int(code))


def _complain(message: str) -> None:
    from policytrack.render.safe import for_terminal

    print(f"error: {for_terminal(message)}", file=sys.stderr)


def _close_quietly() -> None:
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
