"""Near-duplicates: which articles print much the same text. They are clustered, never dropped.

Candidates share a MinHash band (rensa, extra `dedup`; without it nothing is clustered); their current texts decide. Monthly
bulletins share their wording and not their figures, so texts whose numbers differ are no reprints of each other.
"""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any

ALIKE = 0.7  # of all shingles of two texts
_NUMBERS = 0.8  # of the numbers of the text that has fewer
_SHINGLE = 5
_LEAST = 60  # characters; shorter texts are alike by accident
_BANDS, _ROWS = 20, 6  # finds 92 % of the pairs at 0.7, 99.8 % at 0.8
_CANDIDATES = 200
_NOISE = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


@lru_cache(maxsize=1)
def _minhash() -> Any:
    try:
        from rensa import RMinHash
    except ImportError:
        return None
    return RMinHash


def bands_of(text: str) -> tuple[int, ...]:
    """The MinHash bands of a text as 64-bit integers; none for a short text or where rensa is absent."""
    minhash = _minhash()
    if minhash is None or len(text) < _LEAST:
        return ()
    signature = minhash(num_perm=_BANDS * _ROWS, seed=1)
    signature.update(list(_shingles(text)))
    digest: Sequence[int] = signature.digest()
    scheme = f"{getattr(minhash, 'ALGORITHM_VERSION', 0)}"
    return tuple(
        int.from_bytes(
            blake2b(f"{scheme} {n} {digest[n * _ROWS : (n + 1) * _ROWS]}".encode(), digest_size=8).digest(),
            signed=True,
        )
        for n in range(_BANDS)
    )


@lru_cache(maxsize=256)
def _shingles(text: str) -> frozenset[str]:
    plain = _NOISE.sub("", text)
    return frozenset(plain[i : i + _SHINGLE] for i in range(max(1, len(plain) - _SHINGLE + 1)))


def is_reprint(one: str, other: str) -> bool:
    """Whether two texts are one story: most of their wording and of their numbers is the same."""
    numbers, others = set(_NUMBER.findall(one)), set(_NUMBER.findall(other))
    if len(numbers & others) < _NUMBERS * min(len(numbers), len(others)):
        return False
    first, second = _shingles(one), _shingles(other)
    return len(first & second) >= ALIKE * len(first | second)


def cluster(conn: sqlite3.Connection, article: int, text: str, bands: Iterable[int]) -> None:
    """Put an article into the cluster of its reprints; the caller holds the transaction and has stored the text."""
    bands = tuple(bands)
    if not bands:
        return
    marks = ", ".join("?" * len(bands))
    found = conn.execute(
        "SELECT DISTINCT b.article, r.cluster, v.text FROM reprint_bands b JOIN reprints r ON r.article = b.article"
        " JOIN heads h ON h.article = b.article JOIN versions v ON v.id = h.version"
        f" WHERE b.band IN ({marks}) AND b.article <> ? ORDER BY b.article LIMIT {_CANDIDATES}",
        (*bands, article),
    ).fetchall()
    alike: list[int] = []
    clusters: set[int] = set()
    for row in found:
        if row["cluster"] not in clusters and is_reprint(text, row["text"]):
            clusters.add(row["cluster"])
            alike.append(row["article"])
    _leave(conn, article)  # which may have given its name to a cluster
    clusters = {row[0] for n in alike for row in conn.execute("SELECT cluster FROM reprints WHERE article = ?", (n,))}
    lowest = min(clusters | {article})
    conn.execute("INSERT INTO reprints (article, cluster) VALUES (?, ?)", (article, lowest))
    for other in clusters - {lowest}:
        conn.execute("UPDATE reprints SET cluster = ? WHERE cluster = ?", (lowest, other))
    conn.executemany(
        "INSERT OR IGNORE INTO reprint_bands (band, article) VALUES (?, ?)", [(band, article) for band in bands]
    )


def _leave(conn: sqlite3.Connection, article: int) -> None:
    """Take an article that may have changed out of its cluster; the others keep theirs under their lowest number."""
    conn.execute("DELETE FROM reprints WHERE article = ?", (article,))
    conn.execute(
        "UPDATE reprints SET cluster = (SELECT min(article) FROM reprints WHERE cluster = ?) WHERE cluster = ?",
        (article, article),
    )


def catch_up(conn: sqlite3.Connection) -> int:
    """Cluster the current articles that came in while rensa was absent; how many there were."""
    if _minhash() is None:
        return 0
    rows = conn.execute(
        "SELECT h.article, v.text FROM heads h JOIN versions v ON v.id = h.version"
        f" WHERE length(v.text) >= {_LEAST} AND h.article NOT IN (SELECT article FROM reprints) ORDER BY h.article"
    ).fetchall()
    for row in rows:
        cluster(conn, row["article"], row["text"], bands_of(row["text"]))
    return len(rows)
