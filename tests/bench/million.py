"""How long questions take over a million figures: `python tests/bench/million.py [FIGURES]`.

Builds a database of made-up figures (5,000 indicators, 800 places, seven years), then runs each question in a process of
its own and prints its best time of three, what of it comes after start-up, and how many start-ups that is. Start-up is a
diff of two periods without figures: the process, the words of the lexicon, the open database.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from policytrack.model import Article, Extraction, Figure
from policytrack.period import Period
from policytrack.store.connect import open_writer
from policytrack.store.rows import rows_of
from policytrack.store.write import Document, RunWriter

PER_ARTICLE = 20
SENTENCE = "今年以来，全县累计检查企业85家，兑付奖补资金3.4亿元。"
QUESTIONS = (
    ["figures", "indicator:指标123", "-O", "csv"],
    ["figures", "place:630000", "date:2020Q1", "-O", "csv"],
    ["figures", "type:inspection", "amount:>=9亿元", "--limit", "50"],
    ["series", "指标123", "place:510000", "-O", "csv"],
    ["diff", "2020Q1", "2020Q2", "indicator:指标123", "-O", "csv"],
    ["diff", "2020Q1", "2020Q2", "place:510000", "-O", "csv"],
    ["diff", "2020Q1", "2020Q2"],  # 70,000 figures on both sides; the table stops after 1,000 lines
    ["diff", "2020Q1", "2020Q2", "--by", "indicator"],
    ["diff", "2020Q2", "--prev", "--as-of", "2020-06-10", "--quotes"],
    ["diff", "2020Q2", "--yoy", "-O", "csv"],
    ["diff", "2020Q1", "2020Q2", "-O", "csv"],  # all 70,000 lines
    ["report", "-p", "2020Q1"],
    ["audit", "-p", "2020Q1", "-O", "csv"],
    ["promises", "-p", "2020Q1"],
    ["search", "奖补资金", "--limit", "20"],
)


def figure(number: int, source: random.Random, period: Period) -> Figure:
    value = Decimal(source.randrange(1, 10**9))
    start = SENTENCE.index("3.4")
    return Figure(
        f"f{number}", "text", start, start + 5, "3.4亿元", value, None, value, value, source.choice(("元", "%", "家", "亩")),
        8, 1, "money", "CNY", "exact", "level", 1, f"指标{source.randrange(5000)}", None, period, "stated", "ytd", None,
        None, None, None, "actual", None, None, None, source.choice(("inspection", "tax_fee_reduction", None)), None,
        "bench", 0.9,
    )  # fmt: skip


def build(path: Path, figures: int) -> None:
    """A database of about `figures` figures."""
    source = random.Random(2023)
    places = [f"{source.randrange(11, 65)}{source.randrange(1, 20):02}{source.randrange(1, 20):02}" for _ in range(800)]
    with open_writer(path) as conn:
        run = RunWriter(conn, "ingest", ["bench"], "bench")
        batch = []
        for n in range(figures // PER_ARTICLE):
            day = date(2018, 1, 1) + timedelta(days=n % 2500)
            period = Period.months(day.year, 1, day.month)
            found = tuple(figure(k, source, period) for k in range(1, PER_ARTICLE + 1))
            article = Article(str(n), SENTENCE, f"第{n}号", None, day, "given", f"报{n % 50}", source.choice(places))
            rows = rows_of(Extraction(article, (), found, ()), "bench", lambda *_: (0, len(SENTENCE)))
            batch.append((article, rows))
            if len(batch) == 500:
                run.add(Document(f"/bench/{n}", str(n), "text/plain", 1, tuple(batch)))
                batch = []
        run.end("done")


def timed(arguments: list[str], env: dict[str, str]) -> tuple[float, int]:
    """The best of three runs in seconds, and the lines printed."""
    best, lines = 1e9, 0
    for _ in range(3):
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "policytrack", *arguments], env=env, capture_output=True, check=True
        )
        best = min(best, time.perf_counter() - began)
        lines = done.stdout.count(b"\n")
    return best, lines


def main() -> None:
    figures = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "million.db"
        began = time.perf_counter()
        build(path, figures)
        print(f"{figures:,} figures written in {time.perf_counter() - began:.1f} s, {path.stat().st_size / 1e6:.0f} MB")
        env = dict(os.environ) | {"POLICYTRACK_DB": str(path)}
        startup, _ = timed(["diff", "1990Q1", "1990Q2"], env)
        print(f"{startup:6.2f} s  start-up")
        for question in QUESTIONS:
            seconds, lines = timed(question, env)
            after = seconds - startup
            print(
                f"{seconds:6.2f} s, {after:5.2f} after start-up, ×{after / startup:4.1f}  {lines:7,} lines"
                f"  policytrack {' '.join(question)}"
            )


if __name__ == "__main__":
    main()
