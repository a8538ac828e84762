"""Listings, single items and full-text search over current rows."""

import sqlite3
from dataclasses import replace

import pytest
from stored import document, tax

from policytrack.errors import UsageError
from policytrack.lexicon.load import load
from policytrack.model import Extraction
from policytrack.names import Names
from policytrack.period import Period
from policytrack.query import Query, parse_query
from policytrack.store.checks import check
from policytrack.store.listing import count, item, parse_id, rows, unattached
from policytrack.store.search import search
from policytrack.store.write import RunWriter


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load())


def query(text: str, *, by_published: bool = False) -> Query:
    return parse_query(text.split(), Period.from_iso, by_published=by_published)


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ("", ["1.f1", "1.f2", "2.f1", "2.f2"]),
        ("type:inspection", ["1.f2"]),
        ("type:inspection type:减税降费", ["1.f1", "1.f2"]),
        ("place:630000", ["1.f1", "1.f2"]),
        ("place:青海", ["1.f1", "1.f2"]),
        ("place:100000", ["1.f1", "1.f2", "2.f1", "2.f2"]),
        ("place:青海 place:620700", ["1.f1", "1.f2", "2.f1", "2.f2"]),
        ("actor:税务 kind:level", ["1.f1", "1.f2"]),
        ("indicator:农田", ["2.f1", "2.f2"]),
        ("indicator:农田 kind:growth", ["2.f2"]),
        ("source:临泽", ["2.f1", "2.f2"]),
        ("amount:>=1亿元", ["1.f1"]),
        ("amount:>=5亿元", []),
        ("amount:80..90家", ["1.f2"]),
        ("amount:>4000公顷", ["2.f1"]),
        ("amount:<0", ["2.f2"]),
        ("unit:万亩", ["2.f1"]),
        ("unit:%", ["2.f2"]),
        ("text:检查组", ["1.f1", "1.f2"]),
        ("减税", ["1.f1", "1.f2"]),
        ("not:减税", ["2.f1", "2.f2"]),
        ("not:type:inspection", ["1.f1", "2.f1", "2.f2"]),
        ("date:2023-04-01/2023-06-30", ["1.f1"]),
        ("date:2023-07-01/2023-09-30", ["1.f2", "2.f1", "2.f2"]),
        ("article:2", ["2.f1", "2.f2"]),
        ("reviewed:no kind:growth", ["2.f2"]),
        ("reviewed:yes", []),
        ("obs:actual accumulation:ytd dimension:area", ["2.f1"]),
    ],
)
def test_terms_select_figures(filled: sqlite3.Connection, names: Names, terms: str, found: list[str]) -> None:
    assert sorted(row["id"] for row in rows(filled, "figures", query(terms), names)) == found
    assert count(filled, "figures", query(terms), names) == len(found)


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ("type:inspection", ["1.a2"]),
        ("unit:家", ["1.a2"]),
        ("amount:>=1亿元", ["1.a1"]),
        ("realis:planned", []),
        ("date:2023-01-01/2023-06-30", ["1.a1"]),
        ("not:actor:税务局", []),
    ],
)
def test_terms_select_actions(filled: sqlite3.Connection, names: Names, terms: str, found: list[str]) -> None:
    assert sorted(row["id"] for row in rows(filled, "actions", query(terms), names)) == found


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ("type:inspection", [1]),
        ("unit:亩", [2]),
        ("高标准农田", [2]),
        ("亩", [2]),
        ("田亩", []),
        ("6.1万亩,同比", [2]),
        ("not:农田", [1]),
        ("date:2023-07-01/2023-07-31", [1]),
        ("place:甘肃", [2]),
    ],
)
def test_terms_select_articles(filled: sqlite3.Connection, names: Names, terms: str, found: list[int]) -> None:
    assert [row["id"] for row in rows(filled, "articles", query(terms), names)] == found


def test_publication_selects_when_asked(filled: sqlite3.Connection, names: Names) -> None:
    july = query("date:2023-07-01/2023-07-31", by_published=True)
    assert [row["id"] for row in rows(filled, "figures", july, names)] == ["1.f1", "1.f2"]


def test_newest_publication_comes_first_and_limits_hold(filled: sqlite3.Connection, names: Names) -> None:
    assert [row["id"] for row in rows(filled, "figures", Query(), names, limit=2)] == ["2.f1", "2.f2"]
    assert [row["id"] for row in rows(filled, "figures", Query(), names, limit=2, offset=2)] == ["1.f1", "1.f2"]


def test_values_are_parameters(filled: sqlite3.Connection, names: Names) -> None:
    evil = parse_query(["source:' OR 1=1 --", 'text:");DROP TABLE runs'], Period.from_iso)
    assert list(rows(filled, "articles", evil, names)) == []


def test_an_unknown_type_is_refused_with_suggestions(filled: sqlite3.Connection, names: Names) -> None:
    with pytest.raises(UsageError, match=r"There is no action type 'inspecton'\. Did you mean inspection"):
        rows(filled, "figures", query("type:inspecton"), names)


@pytest.mark.parametrize(("text", "quote"), [("1", None), ("1.a2", "组织2个检查组检查企业85家"), ("1.f1", None)])
def test_items_by_id(filled: sqlite3.Connection, text: str, quote: str | None) -> None:
    row = item(filled, parse_id(text))
    assert str(row["id"]) == text
    assert quote is None or row["quote"] == quote


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x", "'x' is not an id"),
        ("9", "There is no article 9. Articles go up to 2"),
        ("1.f9", "Article 1 has no figure f9. `policytrack figures article:1`"),
    ],
)
def test_unknown_ids_say_what_there_is(filled: sqlite3.Connection, text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        item(filled, parse_id(text))
    assert message in str(caught.value)


def test_unattached_numerals_come_with_their_context(filled: sqlite3.Connection, names: Names) -> None:
    [row] = unattached(filled, Query(), names)
    assert (row["article"], row["surface"]) == (1, "2")
    assert "组织2个" in row["context"]


def test_unattached_numerals_are_those_of_the_selected_articles(filled: sqlite3.Connection, names: Names) -> None:
    assert unattached(filled, query("source:临泽"), names) == []
    assert len(unattached(filled, query("source:澄江"), names)) == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["税"], [1]), (["减税"], [1]), (["减税降费3.4亿"], [1]), (["高标准农田"], [2]), (["农田", "亩"], [2]),
        (["减税", "农田"], []), (["元。组"], [1]), (["元组"], []), (["县", "建成"], [2]),
    ],
    ids=lambda value: "/".join(map(str, value)),
)  # fmt: skip
def test_search_finds_words_of_any_length(
    filled: sqlite3.Connection, names: Names, words: list[str], found: list[int]
) -> None:
    assert [hit.article for hit in search(filled, words, Query(), names)] == found


def test_search_marks_every_hit(filled: sqlite3.Connection, names: Names) -> None:
    [hit] = search(filled, ["检查"], Query(), names, ranked=True)
    assert [hit.text[a:b] for a, b in hit.spans] == ["检查", "检查"]


def test_search_sees_only_the_current_version(filled: sqlite3.Connection, names: Names) -> None:
    text = tax().article.text.replace("减税降费", "办实事")
    run = RunWriter(filled, "ingest", [], "lex1")
    run.add(document(Extraction(replace(tax().article, text=text, title="澄江区减税降费"), (), (), ())))
    assert list(search(filled, ["减税降费3.4"], Query(), names)) == []


def test_search_without_a_word_is_refused(filled: sqlite3.Connection, names: Names) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        list(search(filled, ["，", " "], Query(), names))


def test_a_sound_database_has_no_findings(filled: sqlite3.Connection) -> None:
    assert list(check(filled)) == []


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        ("UPDATE versions SET text = replace(text, '3.4', '3.5')", "its text is not the one that was stored"),
        ("UPDATE figures SET start = start + 1 WHERE name = 'f2'", "does not stand at"),
        ("UPDATE figures SET quote_start = 3", "its sentence does not stand at 3"),
        ("UPDATE actions SET name = 'a9' WHERE name = 'a1'", "belongs to an action that is not there"),
        ("INSERT INTO extractions VALUES (9, 1, 1, 'x', 0)", "its newest reading is not the current one"),
        ("DELETE FROM heads WHERE article = 1", "its newest version is not the current one"),
    ],
)
def test_damage_is_found(filled: sqlite3.Connection, damage: str, finding: str) -> None:
    filled.execute(damage)
    assert any(finding in found for found in check(filled))
