"""Notes of audits in Chinese, for people; data keep them as computed."""

import json
import re

import pytest
from transcripts import run, scratch

from policytrack.reports.audits import in_chinese


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("减税: 2.05亿元 (2023) falls to 3.31万元 (2023)", "减税: 2.05亿元 (2023)降至3.31万元 (2023)"),
        ("125.8 ÷ 78.6% = 160.05 [159.9, 160.2]; 66.7% ≈ 8/12 of the year", "125.8 ÷ 78.6% = 160.05 [159.9, 160.2]; 66.7% ≈ 全年的8/12"),
        ("1亿元 + 2亿元 is no sum: 减税 is given up, 缓缴 is due later", "1亿元 + 2亿元 不可相加：减税是少收, 缓缴是迟收"),
        ("6.2亿元 占比 3.8%: the denominator is unstated", "6.2亿元 占比 3.8%: 未说明占什么的比重"),
        ("3 names = 3家 (等: the list may be open)", "3个名称 = 3家 (等: 或未列全)"),
    ],
    ids=["falls", "linear", "no_sum", "unstated", "names"],
)  # fmt: skip
def test_a_note_in_chinese(note: str, said: str) -> None:
    assert in_chinese(note) == said


def test_the_notes_of_the_sample_data_hold_no_english_words() -> None:
    with scratch():
        run("policytrack ingest -q sample_data")
        notes = [row["note"] for row in json.loads(run("policytrack audit -O json"))]
    assert any(re.search("[a-z]{3}", note) for note in notes)
    assert [note for note in notes if re.search("[a-z]{3}", in_chinese(note))] == []
