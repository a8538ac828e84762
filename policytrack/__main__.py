"""The entry point. `--version` is answered before anything else is imported; start-up time is a promise."""

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from policytrack import __version__

        print(f"policytrack {__version__}")
        return
    try:
        from policytrack.cli import run
    except KeyboardInterrupt:  # before there is anything to say
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
