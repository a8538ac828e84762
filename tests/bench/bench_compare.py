"""Diff and series over a large database. Run by hand: `python tests/bench/bench_compare.py [FIGURES]`.

Builds a database of synthetic figures (200 indicators, 60 places, ten years of months) and times the whole commands as
processes, beside `policytrack report types` of an empty database as the start-up to subtract.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from policytrack.store.connect import open_writer

INDICATORS = [f"指标{n}" for n in range(200)]
PLACES = [f"63{n:04}" for n in range(60)]
PER_ARTICLE = 16


def build(path: Path, figures: int) -> None:
    """A database with that many figures, 16 an article."""
    rng = random.Random(1)
    articles = figures // PER_ARTICLE
    with open_writer(path) as conn:
        conn.execute("BEGIN")
        conn.execute("INSERT INTO runs VALUES (1, 'ingest', '[]', '2026-01-01T00:00:00Z', 'bench', 'bench')")
        conn.execute("INSERT INTO documents VALUES (1, 'x', 'text/plain', 'bench', 1, 1)")
        columns = [row[1] for row in conn.execute("PRAGMA table_info(figures)")]
        marks = ", ".join("?" * len(columns))
        for a in range(1, articles + 1):
            year, month, place = 2014 + a % 10, 1 + a // 10 % 12, PLACES[a // 120 % 60]
            day = f"{year}-{month:02}-28"
            conn.execute("INSERT INTO articles VALUES (?, ?, 1)", (a, f"id:{a}"))
            version = {
                "id": a, "article": a, "content_sha256": str(a), "title": f"题{a}", "text": "文", "published": day,
                "published_how": "given", "source": f"报{a % 7}", "place": place, "headline_only": 0, "document": 1, "run": 1,
            }  # fmt: skip
            names = ", ".join(version)
            conn.execute(
                f"INSERT INTO versions ({names}) VALUES ({', '.join('?' * len(version))})", (*version.values(),)
            )
            conn.execute("INSERT INTO extractions VALUES (?, ?, 1, 'bench', 20)", (a, a))
            conn.execute("INSERT INTO heads VALUES (?, ?, ?)", (a, a, a))
            rows = []
            for n in range(PER_ARTICLE):
                value = rng.randrange(100, 99999)
                row = dict.fromkeys(columns)
                row |= {
                    "id": a * PER_ARTICLE + n, "extraction": a, "name": f"f{n + 1}", "where": "text", "start": 0, "end": 1,
                    "surface": f"{value}亿元", "quote": "", "quote_start": 0, "obs_value": str(value),
                    "value_low": str(value), "value_high": str(value), "value_sort": float(value), "unit_measure": "元",
                    "unit_mult": 0, "decimals": 0, "dimension": "money", "bound": "exact", "kind": "level", "sign": 1,
                    "indicator": rng.choice(INDICATORS), "time_period": f"{year}-01-01/{day}",
                    "time_start": f"{year}-01-01", "time_end": day, "period_how": "stated", "accumulation": "ytd",
                    "obs_status": "actual", "ref_area": place, "ref_area_stated": 1, "rule": "bench", "confidence": 1.0,
                }  # fmt: skip
                if "day" in row:
                    row["day"] = day
                rows.append(tuple(row[c] for c in columns))
            conn.executemany(f"INSERT INTO figures VALUES ({marks})", rows)
        conn.execute("COMMIT")
        conn.execute("ANALYZE")


def seconds(*words: str) -> float:
    """The best of three runs of a command."""
    best = 99.0
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "policytrack", *words], check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    figures = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        db, empty = Path(folder) / "big.db", Path(folder) / "empty.db"
        build(db, figures)
        build(empty, PER_ARTICLE)
        start_up = seconds("report", "types", "--db", str(empty))
        for words in (
            ("diff", "2022-08", "2022-09", "indicator:指标7"),
            ("diff", "2022-08", "2022-09", "place:630007"),
            ("diff", "2022-08", "2022-09"),
            ("series", "指标7", "place:630007"),
            ("series", "指标7"),
        ):
            took = seconds(*words, "--db", str(db), "-O", "json")
            print(f"{took - start_up:6.2f} s after start-up ({start_up:.2f} s)  {' '.join(words)}")


if __name__ == "__main__":
    main()
