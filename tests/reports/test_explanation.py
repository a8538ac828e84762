"""Why something was found: the words it rests on, where they were carried from, and what was nearly found."""

import pytest

from policytrack.explaining import explain_article
from policytrack.lexicon.load import Lexicon, load
from policytrack.model import Article, Reading
from policytrack.reports.explanation import explanation

TEXT = "9月5日至7日，县应急管理局开展检查。检查加油站46座，整改隐患31处。检察院依法提起公诉。"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


@pytest.fixture(scope="module")
def read(lexicon: Lexicon) -> Reading:
    return explain_article(Article("1", TEXT), lexicon)


def test_the_words_of_a_basis_stand_at_their_offsets(read: Reading) -> None:
    found = [basis for bases in read.bases.values() for basis in bases]
    assert found
    assert all(basis.start is not None and TEXT[basis.start : basis.end] == basis.words for basis in found)


def test_an_actor_that_was_carried_over_is_named_with_its_sentence(read: Reading) -> None:
    carried = next(action for action in read.extraction.actions if action.actor_how == "carried")
    [actor] = [basis for basis in read.bases[carried.id] if basis.role == "actor"]
    assert (actor.words, actor.sentence) == ("县应急管理局", "9月5日至7日，县应急管理局开展检查")


def test_an_action_names_the_words_of_its_rule(read: Reading) -> None:
    words = {
        basis.words for action in read.extraction.actions for basis in read.bases[action.id] if basis.role == "evidence"
    }
    assert any("检查" in word for word in words)


def test_near_misses_are_those_of_the_paragraph(lexicon: Lexicon) -> None:
    text = "县应急管理局检查加油站46座，检察院依法提起公诉。\n\n围绕安全生产检查，检察院依法提起公诉。"
    read = explain_article(Article("1", text), lexicon)
    near = read.misses_near(0, 5)
    assert all(miss.end <= text.index("\n") for miss in near)
    assert all(text[miss.start : miss.end] == miss.clause for miss in read.misses)


def test_a_number_that_counts_nothing_is_listed_without_a_class(lexicon: Lexicon) -> None:
    read = explain_article(Article("1", "共三打鸡蛋，捐款几十万元"), lexicon)
    numerals = next(table for table in explanation(read, lexicon, "en") if table.name == "numerals")
    assert [row[:3] for row in numerals.rows] == [("三打", None, "36"), ("几十万", "article", "100000/1000000")]
