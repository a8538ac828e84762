"""Archives: zip, tar, gz, bz2, xz, nested as well. Members are read in memory under a budget; nothing is unpacked to disk.

A name inside an archive is only ever shown, so `../../etc/passwd` names nothing here.
"""

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any

from policytrack.errors import InputError
from policytrack.readers.document import Budget, Hints, Reading

Read = Callable[[bytes, str, Hints, Budget], Reading]
_MEMBER = 64 << 20
_RATIO = 300  # deflate reaches 1000 on constant data, text 20
_SCENERY = re.compile(
    r"(?:^|/)(?:\.(?!\.?/)|__MACOSX/|Thumbs\.db$)|\.(?:jpe?g|png|gif|bmp|webp|svg|ico|css|js|mp[34]|avi|woff2?|ttf|exe|dll)$",
    re.IGNORECASE,
)
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError,
           NotImplementedError, ValueError, OverflowError, KeyError, IndexError, AttributeError, UnicodeError)  # fmt: skip


def read_zip(data: bytes, origin: str, hints: Hints, budget: Budget, read: Read) -> Reading:
    """The articles of all members of a zip file."""
    return _read_members(_zip_members(data, origin), "application/zip", origin, hints, budget, read)


def read_tar(data: bytes, origin: str, hints: Hints, budget: Budget, read: Read) -> Reading:
    """The articles of all files in a tar archive; links and devices are passed over."""
    return _read_members(_tar_members(data), "application/x-tar", origin, hints, budget, read)


def read_packed(data: bytes, origin: str, hints: Hints, budget: Budget, read: Read) -> Reading:
    """The articles of one gz, bz2 or xz stream."""
    opener: Any = gzip.GzipFile if data.startswith(b"\x1f\x8b") else lzma.LZMAFile
    if data.startswith(b"BZh"):
        opener = bz2.BZ2File
    packed = io.BytesIO(data)
    try:
        with opener(fileobj=packed) if opener is gzip.GzipFile else opener(packed) as stream:
            content = bounded(stream, origin, 4 * _MEMBER)
    except _BROKEN:
        raise InputError(f"{origin} is a broken compressed file.", hint="Fetch or write it again.") from None
    budget.spend(len(content), origin)
    return read(content, re.sub(r"\.(?:gz|bz2|xz)$", "", origin), hints, deeper(budget, origin))


def _read_members(
    members: Iterator[tuple[str, Callable[[], IO[bytes]]]],
    media_type: str,
    origin: str,
    hints: Hints,
    budget: Budget,
    read: Read,
) -> Reading:
    reading = Reading(media_type=media_type)
    inner = deeper(budget, origin)
    try:
        for name, opened in members:
            shown = f"{origin}!{_shown(name)}"
            inner.spend(0, origin)
            if _SCENERY.search(name):
                continue
            try:
                content = _content(opened, shown)
                inner.spend(len(content), origin)
                found = read(content, shown, hints, inner)
            except InputError as error:
                if inner.bytes < 0 or inner.members < 0:
                    raise
                reading.problems.append(error)
                continue
            reading.articles.extend(found.articles)
            reading.problems.extend(found.problems)
    except InputError as error:
        reading.problems.append(error)
    except _BROKEN:
        reading.problems.append(InputError(f"{origin} is a broken archive.", hint="Fetch or write it again."))
    budget.bytes, budget.members = inner.bytes, inner.members
    if not reading.articles and not reading.problems:
        raise InputError(f"{origin} is an archive without documents.", hint="Check what was packed into it.")
    return reading


def _content(opened: Callable[[], IO[bytes]], shown: str) -> bytes:
    try:
        with opened() as stream:
            return bounded(stream, shown, _MEMBER)
    except _BROKEN as error:
        locked = isinstance(error, RuntimeError) and "password" in str(error)
        reason = "is encrypted" if locked else "is broken"
        raise InputError(f"{shown} {reason}.", hint="Pack it again without a password.") from None


def _zip_members(data: bytes, origin: str) -> Iterator[tuple[str, Callable[[], IO[bytes]]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            if info.file_size > 1 << 20 and info.file_size > _RATIO * max(info.compress_size, 1):
                raise InputError(
                    f"{origin} is an archive bomb: {_shown(info.filename)} grows {info.file_size} bytes"
                    f" out of {info.compress_size}.",
                    hint="Do not unpack it.",
                )
            yield _zip_name(info), lambda info=info: archive.open(info)  # type: ignore[misc]


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The name of a member: Chinese Windows writes GBK where the format says code page 437."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def _tar_members(data: bytes) -> Iterator[tuple[str, Callable[[], IO[bytes]]]]:
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
        for info in archive:
            if info.isreg():
                yield info.name, lambda info=info: archive.extractfile(info) or io.BytesIO()  # type: ignore[misc]


def bounded(stream: Any, origin: str, limit: int) -> bytes:
    """All of a stream; raises InputError when it is longer than `limit` bytes."""
    content: bytes = stream.read(limit + 1)
    if len(content) > limit:
        raise InputError(f"{origin} unpacks to more than {limit >> 20} MiB.", hint="Unpack and split it.")
    return content


def deeper(budget: Budget, origin: str) -> Budget:
    """The budget for what is inside an archive; raises InputError when archives are nested too deeply."""
    if budget.depth <= 0:
        raise InputError(f"{origin} is an archive in too many archives.", hint="Unpack it and give the files.")
    return Budget(budget.bytes, budget.members, budget.depth - 1)


def check_office_file(data: bytes, origin: str) -> None:
    """Raises InputError for a docx or xlsx file whose parts unpack to more than a document ever has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = [info.file_size for info in archive.infolist()]
    except _BROKEN:
        raise InputError(f"{origin} is a broken zip file.", hint="Save it again.") from None
    if sum(sizes) > 4 * _MEMBER or sum(sizes) > (8 << 20) + _RATIO * len(data):
        raise InputError(f"{origin} is an archive bomb: it unpacks to {sum(sizes)} bytes.", hint="Do not open it.")


def _shown(name: Any) -> str:
    return "".join(c if c.isprintable() else "�" for c in str(name))[:200]
