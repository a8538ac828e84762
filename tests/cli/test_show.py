"""`show` and `explain`: for people with labels and brackets, for programs the fields and texts themselves."""

import json

import pytest
from commands import NEWS, Command


@pytest.fixture
def stored(policytrack: Command) -> Command:
    policytrack("ingest", "news.jsonl")
    return policytrack


@pytest.mark.parametrize("command", ["show", "explain"])
def test_people_get_brackets_and_chinese_fields(stored: Command, command: str) -> None:
    out = stored(command, "1.f1").out
    assert "【2.6亿元】" in out
    assert "精确值" in out


@pytest.mark.parametrize("command", ["show", "explain"])
def test_people_may_have_english_fields(stored: Command, command: str) -> None:
    out = stored(command, "1.f1", "--lang", "en").out
    assert "exact value" in out
    assert "精确值" not in out


def test_a_program_gets_one_record_with_the_sentence_as_printed(stored: Command) -> None:
    [record] = json.loads(stored("show", "1.f1", "-O", "json").out)
    assert (record["id"], record["obs_value"], record["quote"]) == ("1.f1", "260000000", NEWS[0]["text"])


def test_a_program_gets_the_text_of_an_article_as_it_is(stored: Command) -> None:
    tables = json.loads(stored("show", "1", "-O", "json").out)
    assert tables["article"][0]["text"] == NEWS[0]["text"]
    assert json.loads(stored("explain", "1", "-O", "json").out)["text"] == [{"text": NEWS[0]["text"]}]


def test_explain_names_rule_file_and_evidence(stored: Command) -> None:
    found = json.loads(stored("explain", "1.a1", "-O", "json").out)
    assert found["position"][0]["rule_file"].startswith("policytrack/lexicon/actions/")
    assert {basis["role"] for basis in found["bases"]} >= {"evidence", "actor", "period"}
    assert "near" in found
