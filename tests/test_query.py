"""Query terms: parsing, printing back, and what is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytrack.errors import UsageError
from policytrack.period import Period
from policytrack.query import KEYS, Amount, parse_query, split_multiplier


def parse(*words: str):  # type: ignore[no-untyped-def]
    return parse_query(words, Period.from_iso)


def test_values_of_one_key_are_alternatives_and_keys_add_up() -> None:
    query = parse("type:inspection", "kind:level", "type:enforcement")
    assert [(term.key, term.values) for term in query.terms] == [
        ("type", ("inspection", "enforcement")),
        ("kind", ("level",)),
    ]


@pytest.mark.parametrize(
    ("word", "key", "value", "negated"),
    [
        ("减税", "text", "减税", False),
        ("not:减税", "text", "减税", True),
        ("not:place:西宁", "place", "西宁", True),
        ("not:not:减税", "text", "减税", False),
        ("地区:西宁", "place", "西宁", False),
        ("类型：检查", "type", "检查", False),
        ("text:'a b'", "text", "a b", False),
        ("TYPE:inspection", "type", "inspection", False),
        ("realis:计划", "realis", "planned", False),
        ("kind:增速", "kind", "growth", False),
        ("obs:目标", "obs", "target", False),
    ],
)
def test_one_word(word: str, key: str, value: str, negated: bool) -> None:
    [term] = parse(word).terms
    assert (term.key, term.values, term.negated) == (key, (value,), negated)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (">=1亿元", [(">=", "100000000", "元")]),
        ("≥1.5万亩", [(">=", "15000", "亩")]),
        ("<30%", [("<", "30", "%")]),
        ("500", [("=", "500", None)]),
        (">1,200家", [(">", "1200", "家")]),
        ("10..20亿元", [(">=", "1000000000", "元"), ("<=", "2000000000", "元")]),
        ("500万元..2亿元", [(">=", "5000000", "元"), ("<=", "200000000", "元")]),
        ("1-2亿元", [(">=", "100000000", "元"), ("<=", "200000000", "元")]),
        ("10～20%", [(">=", "10", "%"), ("<=", "20", "%")]),
        ("-5..5%", [(">=", "-5", "%"), ("<=", "5", "%")]),
        (">3千瓦时", [(">", "3", "千瓦时")]),
        (">3千户", [(">", "3000", "户")]),
    ],
)
def test_amounts(text: str, amounts: list[tuple[str, str, str | None]]) -> None:
    [term] = parse(f"amount:{text}").terms
    assert term.amounts == (tuple(Amount(op, Decimal(value), unit) for op, value, unit in amounts),)


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("typ:inspection", "typ: is not a key of a term. Did you mean type"),
        ("kind:grwth", "'grwth' is no value of kind:. Did you mean growth? It takes level, growth"),
        ("amount:many", "'many' is not an amount. Write it like >=1亿元"),
        ("amount:1<2亿元", "'1<2亿元' is not an amount. Write it like >=1亿元"),
        ("place:", "The term place: has no value. It takes a place"),
        ("article:x", "article:x is not a number. `policytrack articles` lists all."),
    ],
)
def test_what_is_refused_says_what_would_be_right(word: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(word)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("unit", "power", "rest"),
    [("万吨", 4, "吨"), ("亿元", 8, "元"), ("千瓦", 0, "千瓦"), ("千克", 0, "千克"), ("千米", 0, "千米"),
     ("百分点", 0, "百分点"), ("万千瓦", 4, "千瓦"), ("", 0, "")],
)  # fmt: skip
def test_multipliers_are_split_from_units(unit: str, power: int, rest: str) -> None:
    assert split_multiplier(unit) == (power, rest)


@given(
    st.lists(st.tuples(st.sampled_from(["place", "actor", "text", "unit"]), st.text("西宁税务%万亩ab ", min_size=1)))
)
def test_what_is_shown_parses_to_the_same_query(terms: list[tuple[str, str]]) -> None:
    words = [f"{key}:{value}" for key, value in terms if value.strip()]
    query = parse(*words)
    again = parse(*(f"{t.key}:{v}" for t in query.terms for v in t.values))
    assert again == query


def test_every_key_says_what_it_takes() -> None:
    assert all(KEYS.values())
