"""Traditional characters are read like simplified ones; offsets and printed words stay those of the text."""

from policytrack.lexicon.load import load
from policytrack.lexicon.traditional import simplify


def test_same_length_and_simplified():
    assert simplify("全縣實現工業產值") == "全县实现工业产值"


def test_text_without_them_is_untouched():
    text = "著名的乾陵"
    assert simplify(text) is text


def test_simplifying_twice_changes_nothing():
    once = simplify("發放貸款億元，開展檢查")
    assert simplify(once) == once


def test_names_in_both_scripts_are_one_series():
    assert load().synonyms.canonical("減稅降費") == load().synonyms.canonical("减税降费")
