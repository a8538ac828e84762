"""Exports read back against the database."""

from pathlib import Path

import pytest
from transcripts import run, scratch


@pytest.mark.parametrize("name", ["f.csv", "f.tsv", "f.json", "f.jsonl"])
def test_a_listing_verifies(name: str) -> None:
    with scratch():
        run("policytrack ingest -q sample_data/zone-site")
        run(f"policytrack figures -o {name}")
        assert "0 mismatches" in run(f"policytrack verify {name}")


def test_an_excel_listing_of_actions_verifies() -> None:
    with scratch():
        run("policytrack ingest -q sample_data/zone-site")
        run("policytrack actions --excel -o a.csv")
        assert "0 mismatches" in run("policytrack verify a.csv")


def test_a_changed_digit_is_named() -> None:
    with scratch() as home:
        run("policytrack ingest -q sample_data/zone-site/2023-07-14-half.txt")
        run("policytrack figures -o f.csv --columns id,surface,obs_value")
        path = Path(home / "f.csv")
        path.write_text(path.read_text("utf-8").replace("674000000", "764000000"), "utf-8")
        got = run("policytrack verify f.csv")
    assert "obs_value: '764000000' in the file, '674000000' in the database" in got
    assert got.endswith("(exit 1)\n")


def test_a_row_that_is_not_there_is_named() -> None:
    with scratch() as home:
        run("policytrack ingest -q sample_data/zone-site/2023-07-14-half.txt")
        (home / "x.csv").write_text("id,surface\n99.f1,5亿元\n", "utf-8")
        assert "row 1, 99.f1, id" in run("policytrack verify x.csv")


def test_a_file_that_is_no_export_is_refused() -> None:
    with scratch() as home:
        run("policytrack ingest -q sample_data/zone-site/2023-07-14-half.txt")
        (home / "x.json").write_text("[1]", "utf-8")
        assert "x.json is no list of records." in run("policytrack verify x.json")
