"""From bytes to stored rows: nothing that comes in may raise, and what is stored passes every check."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policytrack.errors import UsageError
from policytrack.inputs import Input, ReadOptions, date_pattern
from policytrack.model import Article
from policytrack.reading import LONGEST, Task, complete, extract_task, read_task
from policytrack.store.checks import check
from policytrack.store.connect import open_writer
from policytrack.store.write import RunWriter

CLAUSES = [
    "今年1月至6月，",
    "全县减税降费3.4亿元",
    "，检查企业85家",
    "。",
    "\n\n",
    "# 标题\n",
    "本报讯(记者 张三)",
    "“",
    "①",
    "\x00",
    "%",
    "二十三万",
    "　",
]
texts = st.lists(st.one_of(st.sampled_from(CLAUSES), st.text(max_size=8)), max_size=20).map("".join)
bytes_ = st.one_of(st.binary(max_size=300), texts.map(lambda text: text.encode("utf-8", "surrogatepass")))
records = st.fixed_dictionaries(
    {"text": texts}, optional={"title": texts, "source": texts, "place": texts, "id": texts, "url": texts}
)


def task(data: bytes, **options: object) -> Task:
    return Task(Input("-", "-"), ReadOptions(**options), data=data)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with open_writer(tmp_path_factory.mktemp("db") / "fuzz.db") as conn:
        yield conn


def store_and_check(conn: sqlite3.Connection, work: Task) -> None:
    """What a task gives is stored and sound, and taken back again."""
    result = read_task(work)
    assert result.document or result.failures
    assert not any("Please report it" in failure.hint for failure in result.failures), result.failures
    conn.execute("BEGIN")
    try:
        if result.document:
            RunWriter(conn, "ingest", [], "x").add(result.document)
            assert list(check(conn)) == []
    finally:
        conn.execute("ROLLBACK")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bytes_)
def test_any_bytes_become_sound_rows_or_a_failure(conn: sqlite3.Connection, data: bytes) -> None:
    store_and_check(conn, task(data))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records, max_size=4))
def test_any_records_become_sound_rows(conn: sqlite3.Connection, articles: list[dict[str, str]]) -> None:
    data = "".join(json.dumps(article) + "\n" for article in articles).encode()
    store_and_check(conn, task(data, format="jsonl"))


@settings(max_examples=100, deadline=None)
@given(records)
def test_extract_gives_texts_back_with_spans_into_them(article: dict[str, str]) -> None:
    found = extract_task(task(json.dumps(article).encode(), format="jsonl"))
    for line in found.lines:
        record = json.loads(line.encode("utf-8", "backslashreplace"))
        assert record["text"] == article["text"]
        for item in (*record["figures"], *record["numerals"]):
            text = record["title"] if item.get("where") == "title" else record["text"]
            assert text[item["start"] : item["end"]] == item["surface"]


def test_half_surrogates_cannot_stop_an_ingest(conn: sqlite3.Connection) -> None:
    store_and_check(
        conn,
        task(
            b'{"text": "\\ud800\xe5\x85\xa8\xe5\x8e\xbf\xe6\xa3\x80\xe6\x9f\xa5\xe4\xbc\x81\xe4\xb8\x9a5\xe5\xae\xb6"}',
            format="jsonl",
        ),
    )


@pytest.mark.parametrize(
    ("article", "options", "place", "published", "how"),
    [
        (Article("", "文"), {"place": "西宁市"}, "630100", None, "unknown"),
        (Article("", "文", place="城西区", source="西宁晚报"), {}, None, None, "unknown"),
        (Article("", "文", source="西宁晚报"), {}, "630100", None, "unknown"),
        (Article("", "文", place="630100"), {"place": "兰州市"}, "630100", None, "unknown"),
        (Article("", "文", published=date(2023, 1, 2), published_how="inferred"), {"published": date(2023, 1, 3)}, None,
         date(2023, 1, 3), "given"),
        (Article("", "文", published=date(2023, 1, 2), published_how="given"), {"published": date(2023, 1, 3)}, None,
         date(2023, 1, 2), "given"),
    ],
    ids=["place", "name kept when unclear", "masthead", "own place", "inferred day", "own day"],
)  # fmt: skip
def test_options_complete_an_article(
    article: Article, options: dict[str, object], place: str | None, published: date | None, how: str
) -> None:
    found = complete(article, ReadOptions(**options))  # type: ignore[arg-type]
    if place:
        assert found.place == place
    assert (found.published, found.published_how) == (published, how)


@pytest.mark.parametrize(
    ("pattern", "name", "day"),
    [
        ("%Y-%m-%d", "news-2023-09-20.txt", date(2023, 9, 20)),
        ("%Y%m%d", "a/20230920_01.html", date(2023, 9, 20)),
        ("(%d.%m.%Y)", "x (20.9.2023).md", date(2023, 9, 20)),
        ("%Y-%m-%d", "news-2023-13-20.txt", None),
        ("%Y-%m-%d", "news.txt", None),
    ],
)
def test_days_in_file_names(pattern: str, name: str, day: date | None) -> None:
    assert ReadOptions(published_from=pattern).named(name).published == day


def test_a_pattern_without_a_day_is_refused() -> None:
    with pytest.raises(UsageError, match="does not hold %Y, %m and %d once each"):
        date_pattern("%Y-%m")


def test_options_that_differ_are_read_again() -> None:
    assert ReadOptions(place="西宁市").digest != ReadOptions(place="兰州市").digest
    assert ReadOptions().digest == ReadOptions().digest


def test_a_file_that_vanishes_between_listing_and_reading_is_a_failure(tmp_path: Path) -> None:
    gone = Input(str(tmp_path / "gone.txt"), "gone.txt", 1, 1)
    [failure] = read_task(Task(gone, ReadOptions())).failures
    assert failure.reason == "gone.txt cannot be read: No such file or directory."


def test_a_text_longer_than_any_article_is_refused_and_the_others_go_in() -> None:
    data = b"\n".join(json.dumps({"text": text}).encode() for text in ("1" * (LONGEST + 1), "two"))
    result = read_task(task(data, format="jsonl"))
    assert result.document
    assert [article.text for article, _ in result.document.readings] == ["two"]
    assert [str(failure) for failure in result.failures] == [
        "- holds an article of 500,001 characters; more than 500,000 are none. Split it."
    ]


def test_a_figure_in_a_table_without_stops_keeps_what_stands_around_it() -> None:
    result = read_task(task("投资3亿元，".encode() * 400))
    assert result.document
    [(article, rows)] = result.document.readings
    quotes = {(row[5], row[6]) for row in rows.figures}
    assert len(quotes) == 400
    assert all(len(quote) <= 1010 and article.text[at : at + len(quote)] == quote for quote, at in quotes)


def test_a_number_too_large_for_arithmetic_costs_its_article_alone() -> None:
    data = b"\n".join(
        json.dumps({"text": text}).encode() for text in ("全县投资1" + "亿" * 200_000 + "元。", "投资3亿元。")
    )
    result = read_task(task(data, format="jsonl"))
    assert result.document
    assert [article.text for article, _ in result.document.readings] == ["投资3亿元。"]
    assert [failure.hint for failure in result.failures] == ["Correct it."]
