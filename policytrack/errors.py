"""Exit codes and the errors that carry them.

Every error a user can cause is a `PolicytrackError`: one sentence that names the thing and, in `hint`, the next step.
Anything else that escapes is a bug.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells its caller; cron jobs and scripts rely on these numbers."""

    OK = 0
    ERROR = 1
    USAGE = 2
    SOME_INPUTS_FAILED = 3
    CONDITION_MET = 4
    NO_DATABASE = 10
    LOCKED = 11
    DATABASE_TOO_NEW = 12
    INTERRUPTED = 130


class PolicytrackError(Exception):
    """An error with a message for the user, a hint what to do next, and the exit code of the process."""

    code: ExitCode = ExitCode.ERROR

    def __init__(self, message: str, *, hint: str = "", code: ExitCode | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class UsageError(PolicytrackError):
    """An argument that cannot be understood."""

    code = ExitCode.USAGE


class InputError(PolicytrackError):
    """One input that cannot be read; the rest of the batch goes on."""

    code = ExitCode.SOME_INPUTS_FAILED


class LexiconError(PolicytrackError):
    """A lexicon file that cannot be used; the message names file, key and reason."""


class NoDatabase(PolicytrackError):
    """There is no policytrack database where one is expected."""

    code = ExitCode.NO_DATABASE


class Locked(PolicytrackError):
    """Another process is writing; the message names the holder."""

    code = ExitCode.LOCKED


class DatabaseTooNew(PolicytrackError):
    """The database was written by a newer program."""

    code = ExitCode.DATABASE_TOO_NEW
