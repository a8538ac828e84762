"""Characters a second of the whole extraction, beside JioNLP and Recognizers-Text on the same text in one run.

By hand: `python tests/bench/bench_extract.py [--peers PYTHON] [FILE.jsonl]`. PYTHON is the interpreter of an environment
with `pip install jionlp recognizers-text-suite "emoji<2"`; FILE holds articles in JSON Lines (default: sample_data). Compare the
ratios of one run: machines are noisy. It also times 64 copies of one article against one, which must stay linear.
"""

import argparse
import json
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article

ROOT = Path(__file__).resolve().parent.parent.parent
_PEER = """
import json, sys, time
texts = json.load(sys.stdin)
name = sys.argv[1]
if name == "jionlp money+time":
    import jionlp
    def run(text):
        jionlp.ner.extract_money(text); jionlp.ner.extract_time(text)
else:
    from recognizers_suite import Culture
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    def run(text):
        for model in (recognize_number, recognize_percentage, recognize_currency, recognize_dimension):
            model(text, Culture.Chinese)
run(texts[0][:50])
start = time.perf_counter(); done = 0
for text in texts:
    run(text); done += len(text)
    if time.perf_counter() - start > 30: break
print(done / (time.perf_counter() - start))
"""


def articles(path: Path | None) -> list[Article]:
    """The articles to read."""
    files = [path] if path else sorted((ROOT / "sample_data").glob("*.jsonl"))
    records = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [
        Article(str(r.get("id")), r["text"], r.get("title") or "", published=_day(r.get("published"))) for r in records
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def seconds(batch: list[Article]) -> float:
    """The best of five runs."""
    lexicon = load()
    best = 99.0
    for _ in range(5):
        start = time.perf_counter()
        for article in batch:
            extract_article(article, lexicon)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--peers")
    options = parser.parse_args()
    batch = articles(options.file)
    size = sum(len(article.text) for article in batch)
    ours = size / seconds(batch)
    print(f"{ours:12,.0f} characters/s  policytrack: figures, periods, actions, ledger ({size:,} characters)")
    longest = max(batch, key=lambda article: len(article.text))
    many = replace(longest, text="\n".join([longest.text] * 64))
    print(f"{seconds([many]) / seconds([longest]):12.1f} × the time for 64 copies of one article")
    for name in ("jionlp money+time", "recognizers-text number+unit") if options.peers else ():
        texts = json.dumps([article.text for article in batch])
        run = subprocess.run([options.peers, "-c", _PEER, name], input=texts, capture_output=True, text=True)
        if run.returncode:
            print(f"{name}: {run.stderr.strip().splitlines()[-1]}", file=sys.stderr)
            continue
        peer = float(run.stdout.strip().splitlines()[-1])
        print(f"{peer:12,.0f} characters/s  {name} ({ours / peer:,.1f} × slower)")


if __name__ == "__main__":
    main()
