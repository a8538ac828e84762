"""Reading action types: a user's file adds a type or words; a broken one is refused with file, key and reason."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from policytrack.errors import LexiconError
from policytrack.extract import extract_article
from policytrack.extract.examples import failed_examples
from policytrack.lexicon import actions
from policytrack.lexicon.load import HOME, load
from policytrack.lexicon.trie import compile_terms
from policytrack.lexicon.word_index import WordIndex
from policytrack.model import Article

GOOD = '[[action]]\nid = "beekeeping"\nlabel = "养蜂"\nphrases = "投放蜂箱 授粉"\n'


def lexicon_with(directory: Path, content: str):  # type: ignore[no-untyped-def]
    (directory / "mine.toml").write_text(content, encoding="utf-8")
    return load(directory)


def test_an_act_verb_stands_in_one_entry() -> None:
    entries = tomllib.loads((HOME / "act_verbs.toml").read_text("utf-8"))["act_verb"]
    stands = Counter(word for entry in entries for word in entry["words"].split())
    assert [word for word, times in stands.items() if times > 1] == []


def test_a_users_file_adds_a_type(tmp_path: Path) -> None:
    lexicon = lexicon_with(tmp_path, GOOD)
    (found,) = extract_article(Article("x", "县里投放蜂箱300个。"), lexicon).actions
    assert (found.type, found.rule) == ("beekeeping", "beekeeping.phrases")
    assert lexicon.actions.types["beekeeping"].label == "养蜂"


def test_a_users_file_adds_words_to_a_type(tmp_path: Path) -> None:
    text = "县里撒播草种80吨。"
    assert extract_article(Article("x", text), load()).actions == ()
    lexicon = lexicon_with(tmp_path, '[[action]]\nid = "ecological_protection"\nphrases = "撒播草种"\n')
    (found,) = extract_article(Article("x", text), lexicon).actions
    assert found.type == "ecological_protection"
    assert lexicon.actions.types["ecological_protection"].label == "生态保护治理"


@pytest.mark.parametrize(
    ("content", "key", "reason"),
    [
        pytest.param('[[action]]\nlabel = "x"\n', "id", "non-empty", id="no id"),
        pytest.param(GOOD + 'nominals = "授粉"\n', "nominals", "stands in phrases already", id="word twice"),
        pytest.param('[[action]]\nid = "Übung"\nlabel = "x"\nphrases = "a"\n', "id", "small letters", id="bad id"),
        pytest.param('[[action]]\nid = "bees"\nphrases = "蜂"\n', "label", "non-empty", id="no label"),
        pytest.param(
            '[[action]]\nid = "bees"\nlabel = "x"\nphrase = "蜂"\n', "phrase", "unknown key", id="misspelt key"
        ),
        pytest.param('[[action]]\nid = "bees"\nlabel = "x"\n', "phrases", "needs phrases", id="no words"),
        pytest.param('[[action]]\nid = "bees"\nlabel = "x"\nphrases = 3\n', "phrases", "text of words", id="no text"),
        pytest.param(GOOD + 'direction = "up"\n', "direction", "not one of", id="direction"),
        pytest.param(GOOD + "joins = 1\n", "joins", "true or false", id="flag"),
        pytest.param(GOOD + "[[action.rule]]\nverbs = '养'\nobjects = '蜂'\n", "rule", "needs a name", id="rule name"),
        pytest.param(GOOD + "[[action.rule]]\nname = 'a'\nverbs = '养'\n", "rule", "verbs and objects", id="rule half"),
        pytest.param(GOOD + "examples = [{ txt = 'x' }]\n", "examples", "'txt'", id="example"),
        pytest.param(
            '[[act_verb]]\nid = "x"\nclass = "strong"\nwords = "养"\n', "class", "not one of", id="verb class"
        ),
        pytest.param(
            '[[act_verb]]\nid = "x"\nclass = "weak"\ndecides = true\nwords = "养"\n',
            "decides",
            "needs a type",
            id="verb decides",
        ),
        pytest.param(
            '[[act_verb]]\nid = "x"\nclass = "weak"\ntype = "none"\nwords = "养"\n', "type", "'none'", id="verb type"
        ),
    ],
)
def test_a_broken_file_is_refused_with_file_key_and_reason(tmp_path: Path, content: str, key: str, reason: str) -> None:
    with pytest.raises(LexiconError) as caught:
        lexicon_with(tmp_path, content)
    assert "mine.toml" in caught.value.message
    assert f"key {key!r}" in caught.value.message
    assert reason in caught.value.message


def test_a_veto_hides_words_from_its_own_type_only(tmp_path: Path) -> None:
    lexicon = lexicon_with(tmp_path, GOOD + 'vetoes = "授粉设施补贴"\n')
    types = {a.type for a in extract_article(Article("x", "全县发放授粉设施补贴40万元。"), lexicon).actions}
    assert types == {"subsidy_disbursement"}


def test_a_users_failing_examples_are_reported_with_type_and_reason(tmp_path: Path) -> None:
    wrong = "examples = [{ text = '今年投放蜂箱。', realis = 'planned' }, { text = '县里养蜂。' }]\n"
    wrong += "counter_examples = [{ text = '授粉结束。', why = '时间' }]\n"
    failed = failed_examples(lexicon_with(tmp_path, GOOD + wrong))
    assert [(f.type, f.path.name) for f in failed] == [("beekeeping", "mine.toml")] * 3
    assert [f.reason.partition(", found")[0] for f in failed] == [
        "expected realis planned",
        "expected an action of type beekeeping",
        "expected no action of type beekeeping (时间)",
    ]


def test_the_example_of_the_readme_is_a_valid_type_whose_examples_pass(tmp_path: Path) -> None:
    readme = (Path(actions.__file__).parent / "actions" / "README.md").read_text(encoding="utf-8")
    lexicon = lexicon_with(tmp_path, readme.split("```toml")[1].split("```")[0])
    assert "beekeeping" in lexicon.actions.types
    assert [f for f in failed_examples(lexicon) if f.type == "beekeeping"] == []


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        pytest.param(["投产", "全面投产", "投"], "全面投产后投资", ["全面投产", "投"], id="longest first"),
        pytest.param(["a", "ab", "abc"], "abdabca", ["ab", "abc", "a"], id="backs off to a shorter word"),
        pytest.param([], "任何", [], id="none"),
        pytest.param([chr(0x4E00 + n) for n in range(60)], "丁丂七", ["丁", "丂", "七"], id="many first characters"),
    ],
)
def test_terms_are_found_longest_first(terms: list[str], text: str, expected: list[str]) -> None:
    assert compile_terms(terms).findall(text) == expected
    assert [word for *_, word in WordIndex({term: term for term in terms}).find(text)] == expected


def test_a_word_that_the_text_cuts_off_is_not_found() -> None:
    assert WordIndex({"投产达效": "投产达效", "投": "投"}).find("投产") == [(0, 1, "投")]
