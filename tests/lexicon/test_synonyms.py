"""Indicator names that are one series, and those that only look alike."""

from pathlib import Path

import pytest

from policytrack.errors import LexiconError
from policytrack.lexicon.load import load
from policytrack.lexicon.schema import Entry
from policytrack.lexicon.synonyms import parse_synonyms


def test_synonyms_share_one_name() -> None:
    synonyms = load().synonyms
    assert synonyms.canonical("规模以上工业总产值") == synonyms.canonical("规上工业产值")


def test_every_name_that_differs_has_its_reason_and_stays_apart() -> None:
    synonyms = load().synonyms
    for (series, name), why in synonyms.differs.items():
        assert synonyms.canonical(name) != series
        assert why == synonyms.why_different(series, name)


def test_gross_output_above_scale_is_not_all_output() -> None:
    assert "size" in str(load().synonyms.why_different("规上工业总产值", "工业总产值"))


def test_a_name_in_two_series_is_refused_with_file_and_key() -> None:
    rows = [{"id": "a", "names": ["甲", "乙"]}, {"id": "b", "names": ["丙", "乙"]}]
    entries = [Entry(Path("mine.toml"), "indicator", n, row) for n, row in enumerate(rows, 1)]
    with pytest.raises(LexiconError, match=r"mine\.toml: \[\[indicator\]\] number 2, key 'names': '乙' belongs"):
        parse_synonyms(entries)
