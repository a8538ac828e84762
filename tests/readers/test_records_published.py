"""The day of publication of a JSON record: whole, or only a month or year."""

import json
from datetime import date

import pytest

from policytrack.readers.records import read_jsonl


@pytest.mark.parametrize(
    ("published", "day", "how"),
    [
        ("2023-09-20", date(2023, 9, 20), "given"),
        ("2023-09-20T08:30:00+08:00", date(2023, 9, 20), "given"),
        ("2023/9/5", date(2023, 9, 5), "given"),
        ("2023年9月5日", date(2023, 9, 5), "given"),
        ("2022-02", date(2022, 2, 28), "inferred"),
        ("2022年4月", date(2022, 4, 30), "inferred"),
        ("2018", date(2018, 12, 31), "inferred"),
        ("", None, "unknown"),
    ],
)
def test_days_months_and_years(published: str, day: date | None, how: str) -> None:
    [article] = read_jsonl(json.dumps({"text": "文", "published": published}), "-").articles
    assert (article.published, article.published_how) == (day, how)


@pytest.mark.parametrize("published", ["yesterday", "2023-13", "20", "9999"])
def test_anything_else_is_a_problem(published: str) -> None:
    reading = read_jsonl(json.dumps({"text": "文", "published": published}), "-")
    assert reading.articles == []
    assert reading.problems[0].message == f"-:1: published {published!r} is not a day like 2023-09-20."
