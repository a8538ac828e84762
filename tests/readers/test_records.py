"""JSON and JSON Lines: which keys are read, and what is said of records that cannot be."""

import json

import pytest

from policytrack.errors import InputError
from policytrack.readers import Hints
from policytrack.readers.records import read_json, read_jsonl


def test_a_bad_line_does_not_cost_the_others() -> None:
    text = '{"text": "一"}\n{"text": \n\n["x"]\n{"title": "无文"}\n{"text": 5}\n{"text": "二", "id": 7}\n'
    reading = read_jsonl(text, "a.jsonl")
    assert [(a.text, a.id) for a in reading.articles] == [("一", ""), ("二", "7")]
    assert [problem.message for problem in reading.problems] == [
        "a.jsonl:2: not JSON (Expecting value at column 10).",
        "a.jsonl:4: a list where an object is expected.",
        "a.jsonl:5: text is missing.",
        "a.jsonl:6: text must be a text, not a number.",
    ]


@pytest.mark.parametrize(
    "content",
    [[{"text": "一"}, {"text": "二"}], {"data": [{"text": "一"}, {"text": "二"}]}],
    ids=["a list", "a list in an object"],
)
def test_json(content: object) -> None:
    assert [a.text for a in read_json(json.dumps(content), "a.json").articles] == ["一", "二"]


def test_one_object_is_one_article() -> None:
    assert [a.title for a in read_json('{"title": "题", "text": "文"}', "a.json").articles] == ["题"]


def test_json_that_is_none_is_named() -> None:
    with pytest.raises(InputError) as told:
        read_json("[1, 2", "a.json")
    assert told.value.message == "a.json: not JSON (Expecting ',' delimiter at column 6)."


def test_usual_names_of_keys() -> None:
    [article] = read_jsonl('{"标题": "题", "正文": "文", "发布时间": "2023-09-20", "来源": "青禾日报"}', "-").articles
    assert (article.title, article.text, str(article.published), article.source) == (
        "题", "文", "2023-09-20", "青禾日报",
    )  # fmt: skip


def test_mapped_keys() -> None:
    hints = Hints(columns=(("text", "b"), ("title", "h")))
    [article] = read_jsonl('{"b": "文", "h": "题", "text": "别的"}', "-", hints).articles
    assert (article.title, article.text) == ("题", "文")


def test_a_mapped_key_that_is_not_there() -> None:
    reading = read_jsonl('{"b": "文"}', "a.jsonl", Hints(columns=(("text", "c"),)))
    assert reading.problems[0].message == "a.jsonl:1: has no column 'c'."
    assert reading.problems[0].hint == "Its columns are b."
