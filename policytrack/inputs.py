"""Which documents the arguments of `ingest` and `extract` name: files, folders, globs, standard input, URLs.

A named file is always tried; a folder gives the files that look like documents, hidden ones left out, sorted by name.
"""

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from glob import glob, has_magic
from pathlib import Path
from typing import Any

from policytrack.errors import UsageError

# Files of a folder that are worth opening; everything else there is scenery. A file named by itself is always opened.
_TEXT = (".txt", ".text", ".md", ".markdown", ".mht", ".mhtml", ".eml", ".pdf", ".docx")
_PAGE = (".html", ".htm", ".xhtml", ".shtml", ".shtm", ".tpl", ".php", ".asp", ".aspx", ".jsp", ".jhtml")
_TABLE = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".xlsx", ".xml", ".rss", ".atom")
_ARCHIVE = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".warc")
# Documents, too, which no reader takes: refused with what to do, where passing over them would lose their articles.
_FOREIGN = (".doc", ".xls", ".wps", ".rtf", ".rar", ".7z")
SUFFIXES = frozenset((*_TEXT, *_PAGE, *_TABLE, *_ARCHIVE, *_FOREIGN))
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One document to be read: a file, standard input, or a URL. For a file, what its stat says."""

    origin: str  # the absolute path, the URL, or -
    shown: str  # as the user wrote it, for messages
    mtime_ns: int = 0
    size: int = 0
    path: str = ""  # what the operating system calls a file: it may hold bytes that are no text

    @property
    def is_file(self) -> bool:
        return self.origin != STDIN and not is_url(self.origin)


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of an input; for a page of the web also what its server said for asking again."""

    data: bytes
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or a part of one, that could not be read: what is wrong, naming it, and what to do."""

    origin: str
    reason: str
    hint: str = ""
    lasting: bool = False  # only a change of the input can help

    def __str__(self) -> str:
        return f"{self.reason} {self.hint}".rstrip()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about the inputs."""

    source: str | None = None
    published: date | None = None
    place: str | None = None
    format: str | None = None
    encoding: str | None = None
    columns: tuple[tuple[str, str], ...] = ()  # field of an article → column of a table
    published_from: str | None = None  # where a file name holds the day of publication: %Y-%m-%d

    def named(self, name: str) -> "ReadOptions":
        """The options for one file: the day of publication is taken from its name where a pattern says how."""
        if self.published or not self.published_from:
            return self
        match = date_pattern(self.published_from).search(name)
        try:
            day = date(*(int(match[part]) for part in ("Y", "m", "d"))) if match else None
        except ValueError:
            day = None
        return replace(self, published=day)

    def given(self) -> dict[str, Any]:
        """What was said, as JSON can hold it; `said` is the inverse."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        if self.published:
            values["published"] = self.published.isoformat()
        return {name: value for name, value in values.items() if value}

    @classmethod
    def said(cls, given: Mapping[str, Any]) -> "ReadOptions":
        """The options that `given` was made of."""
        values = dict(given)
        if values.get("published"):
            values["published"] = date.fromisoformat(values["published"])
        return cls(**{**values, "columns": tuple((field, column) for field, column in values.get("columns", ()))})

    @property
    def digest(self) -> str:
        """What must be equal for a file to count as read already."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]


def date_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern %Y-%m-%d as a regular expression; raises UsageError when year, month or day is missing."""
    if any(pattern.count(f"%{part}") != 1 for part in "Ymd"):
        raise UsageError(
            f"{pattern!r} does not hold %Y, %m and %d once each.", hint="Write it like %Y-%m-%d or %Y%m%d."
        )
    escaped = re.escape(pattern)
    for part, digits in (("Y", "[0-9]{4}"), ("m", "[0-9]{1,2}"), ("d", "[0-9]{1,2}")):
        escaped = escaped.replace(f"%{part}", f"(?P<{part}>{digits})")
    return re.compile(escaped)


def is_url(text: str) -> bool:
    return text.startswith(("http://", "https://"))


def find_inputs(arguments: Sequence[str]) -> Iterator[Input | Failure]:
    """The documents, in order and each once; a failure for every argument that names none."""
    seen: set[str] = set()
    for argument in arguments:
        for found in _expand(argument):
            if isinstance(found, Failure):
                yield Failure(_plain(found.origin), _plain(found.reason), found.hint)
            elif found.origin not in seen:
                seen.add(found.origin)
                yield replace(found, origin=_plain(found.origin), shown=_plain(found.shown), path=found.origin)


def _plain(name: str) -> str:
    """A name that can be stored and printed on one line: bytes that are no UTF-8, and line breaks, become escapes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").replace("\n", "\\n")


def _expand(argument: str) -> Iterator[Input | Failure]:
    if argument == STDIN or is_url(argument):
        yield Input(argument, argument)
        return
    if "\0" in argument:
        yield Failure(argument, f"{argument!r} is not a path.", "Paths cannot hold a NUL character.")
        return
    path = Path(argument).expanduser()
    if has_magic(argument) and not path.exists():
        matches = sorted(glob(str(path), recursive=True))
        if not matches:
            yield Failure(
                os.path.abspath(argument),
                f"{argument}: no file matches.",
                "Check the pattern, and quote it if the shell may not expand it.",
            )
        for match in matches:
            yield from _path(Path(match), match)
        return
    yield from _path(path, argument)


def _path(path: Path, shown: str) -> Iterator[Input | Failure]:
    try:
        info = path.stat()
    except FileNotFoundError:
        yield Failure(
            os.path.abspath(shown), f"{shown} does not exist.", "Check the spelling; a folder or a glob works, too."
        )
        return
    except OSError as error:
        yield Failure(os.path.abspath(shown), f"{shown} cannot be read: {error.strerror}.", "Check its permissions.")
        return
    if stat.S_ISDIR(info.st_mode):
        yield from _folder(path, shown)
    elif stat.S_ISREG(info.st_mode):
        yield Input(str(path.absolute()), shown, info.st_mtime_ns, info.st_size)
    else:
        yield Failure(
            os.path.abspath(shown), f"{shown} is neither a file nor a folder.", "Pipe its content to `-` instead."
        )


def _folder(folder: Path, shown: str) -> Iterator[Input | Failure]:
    found = False
    for entry in _walk(str(folder.absolute())):
        found = True
        if isinstance(entry, Failure):
            yield entry
            continue
        try:
            info = entry.stat()
        except OSError:  # gone since the folder was listed
            continue
        name = os.path.join(shown, os.path.relpath(entry.path, folder.absolute()))
        yield Input(entry.path, name, info.st_mtime_ns, info.st_size)
    if not found:
        yield Failure(
            os.path.abspath(shown),
            f"{shown} holds no documents.",
            "It was searched for text, Markdown, JSON Lines, HTML, PDF and the like; name other files one by one.",
        )


def _walk(folder: str) -> Iterator["os.DirEntry[str] | Failure"]:
    """The document files below a folder, sorted; links to folders are not followed, so there are no loops."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(folder, f"{folder} cannot be read: {error.strerror}.", "Check its permissions.")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif os.path.splitext(entry.name)[1].lower() in SUFFIXES:
            try:
                if entry.is_file():
                    yield entry
            except OSError as error:  # a link to itself
                yield Failure(entry.path, f"{entry.path} cannot be read: {error.strerror}.", "Remove the link.")
