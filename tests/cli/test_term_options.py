"""Terms as words and as options are the same, everywhere."""

import pytest
from transcripts import run, scratch

from policytrack.query import CHOICES, SAID
from policytrack.reports.words import VALUES


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("figures place:安澜市 kind:growth", "figures --place 安澜市 --kind growth"),
        ("actions type:inspection actor:市监", "actions --type inspection --actor 市监"),
        ("report types source:安澜日报", "report types --source 安澜日报"),
        ("figures place:安澜市 place:望川市 -O csv", "figures --place 安澜市 --place 望川市 -O csv"),
        ("diff 2022Q3 2023Q3 indicator:减税降费", "diff 2022Q3 2023Q3 --indicator 减税降费"),
        ("search 减税 place:望川市", "search 减税 --place 望川市"),
        ("figures amount:>=1亿元", "figures --amount >=1亿元"),
    ],
)
def test_an_option_is_its_term(words: str, options: str) -> None:
    with scratch():
        run("policytrack ingest -q sample_data")
        assert run(f"policytrack {options}") == run(f"policytrack {words}")


def test_a_page_made_with_options_verifies() -> None:
    with scratch():
        run("policytrack ingest -q sample_data")
        run("policytrack figures --place 安澜市 --place 望川市 -q -o f.md")
        assert run("policytrack verify -q f.md") == ""


@pytest.mark.parametrize("key", [key for key in CHOICES if key in VALUES])
def test_what_tables_print_may_be_typed(key: str) -> None:
    assert SAID[key] == {said: value for value, said in VALUES[key].items() if said}


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("series 减税降费 --flow --vintages", "--flow and --vintages are two tables. Ask for one of them."),
        ("report types --by month", "`report types` has its own rows, and --by asks for others."),
        ("search", "WORD is missing."),
        ("verify gone.parquet", "gone.parquet cannot be read: No such file or directory."),
    ],
)
def test_what_does_not_go_together_is_refused(command: str, message: str) -> None:
    with scratch():
        run("policytrack ingest -q sample_data/zone-site")
        assert message in run(f"policytrack {command}")
