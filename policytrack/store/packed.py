"""Many readings of one document, kept small until they are written: a file of 100,000 articles must not need gigabytes."""

import pickle
import zlib
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
_CHUNK = 500  # items packed together


class Packed(Collection[T]):
    """Items in order, packed in chunks; they are unpacked chunk by chunk while they are walked."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._chunks: list[bytes] = []
        self._open: list[T] = []
        self._count = 0
        for item in items:
            self.append(item)

    def append(self, item: T) -> None:
        self._open.append(item)
        self._count += 1
        if len(self._open) == _CHUNK:
            self._chunks.append(zlib.compress(pickle.dumps(self._open, pickle.HIGHEST_PROTOCOL), 1))
            self._open = []

    def __iter__(self) -> Iterator[T]:
        for chunk in self._chunks:
            yield from pickle.loads(zlib.decompress(chunk))
        yield from self._open

    def __len__(self) -> int:
        return self._count

    def __contains__(self, item: object) -> bool:
        return any(item == mine for mine in self)
