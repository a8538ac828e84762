"""A diff that builds only the figures that can meet another says what a diff of all figures says."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stored import make_figure, reading

from policytrack.compare.alone import Bare
from policytrack.compare.diff import Diff, Line, diff
from policytrack.compare.growth import PrintedGrowth
from policytrack.compare.promises import promises
from policytrack.lexicon.load import load
from policytrack.model import Article, Extraction, Fact, Figure
from policytrack.names import Names
from policytrack.period import Period
from policytrack.query import Query, parse_query
from policytrack.reports.diff import Beside, lines_table
from policytrack.store.facts import answers, built, facts, measure_of, sides, targets
from policytrack.store.migrations import migrate
from policytrack.store.write import Document, RunWriter

NAMES = Names(load())
MEASURE = measure_of(NAMES.lexicon)
A, B = "2023-01-01/2023-06-30", "2023-07-01/2023-12-31"
TEXT = "全市完成1家、2家、3家，比2019年增长1%"
PERIODS = (
    None, A, B, "2023-01-01/2023-09-30", "2023-09-01/2023-09-30", "2023-04-01/2023-06-30", "2022-01-01/2023-06-30",
    "2023-08-31/2023-08-31", "2023-05-01/..", "../2023-08-31",
)  # fmt: skip

figures = st.fixed_dictionaries(
    {
        "number": st.sampled_from(["1", "2", "3"]),
        "unit": st.sampled_from(["家", "家", "亩", "公顷", "%"]),
        # One of a pair of synonyms, a traditional form, a name that says nothing, and none.
        "indicator": st.sampled_from(["减税降费", "减税降费额", "減稅降費", "新增绿地", "项目", "甲", None, ""]),
        "place": st.sampled_from([None, None, "630102", "630103", "安澜市", "安澜市新区", "安澜市新城"]),
        "organisation": st.sampled_from([None, None, "开发区"]),
        "breakdown": st.sampled_from([None, None, "城镇"]),
        "kind": st.sampled_from(["level", "level", "growth", "share"]),
        "obs": st.sampled_from(["actual", "actual", "target", "capacity"]),
        "accumulation": st.sampled_from(["ytd", "period", "point", "none"]),
        "basis": st.sampled_from([None, "yoy", "other"]),
        "denominator": st.sampled_from([None, "text", "unstated"]),
        "bound": st.sampled_from(["exact", "exact", "ge", "approx"]),
        "sign": st.sampled_from([1, 1, -1]),
        "period": st.sampled_from(PERIODS),
        "where": st.sampled_from(["text", "text", "text", "title"]),
    }
)
articles = st.fixed_dictionaries(
    {
        "figures": st.lists(figures, min_size=1, max_size=5),
        "published": st.sampled_from([None, date(2023, 3, 1), date(2023, 7, 10), date(2023, 10, 8), date(2024, 1, 9)]),
        "source": st.sampled_from([None, "甲报", "乙报"]),
        "place": st.sampled_from([None, "630100", "安澜市", "630103"]),
    }
)


def figure(position: int, said: dict[str, Any]) -> Figure:
    fields = dict(said)
    number, unit, period = fields.pop("number"), fields.pop("unit"), fields.pop("period")
    surface = f"{number[0]}家"  # must stand in the text; the unit is told apart by its field
    fields["period"] = Period.from_iso(period) if period else None
    return make_figure(f"f{position}", TEXT, surface, number, unit, **fields)


def extraction(number: int, said: dict[str, Any]) -> Extraction:
    found = tuple(figure(position, one) for position, one in enumerate(said["figures"], 1))
    article = Article(
        f"n{number}", TEXT, TEXT, published=said["published"], published_how="given", source=said["source"],
        place=said["place"],
    )  # fmt: skip
    return Extraction(article, (), found, ())


@pytest.fixture(scope="module")
def empty() -> Iterator[sqlite3.Connection]:
    conn = sqlite3.connect(":memory:", isolation_level=None)
    migrate(conn)
    conn.row_factory = sqlite3.Row
    yield conn
    conn.close()


def queries(a: str, b: str, terms: str = "", by_published: bool = False) -> tuple[Query, Query]:
    one, other = (
        parse_query([*terms.split(), f"date:{period}"], Period.from_iso, by_published=by_published) for period in (a, b)
    )
    return one, other


def printed(found: Diff, shown: Sequence[Line | Bare], after: list[Fact], data: bool) -> tuple[object, ...]:
    """What a diff prints for programs or for people."""
    beside = Beside(MEASURE, PrintedGrowth(after, MEASURE), {"ref_area": {}})
    tables = [lines_table(found, shown, beside, quotes=quotes, data=data) for quotes in (True, False)]
    return found.counts, found.refused, *((table.title, table.rows, table.notes) for table in tables)


def check(conn: sqlite3.Connection, asked: tuple[Query, Query], as_of: date | None = None) -> int:
    """Compare both ways; the number of figures that were never built."""
    a, b = (facts(conn, query, NAMES, as_of) for query in asked)
    slow = diff(a, b, MEASURE)
    for data in (True, False):
        one, other = sides(conn, asked, NAMES, as_of, whole=data)
        quick = diff(one.facts, other.facts, MEASURE, (one.alone, other.alone))
        for limit in (0, 3):
            shown = quick.first(limit) if data else built(conn, quick.first(limit))
            assert printed(quick, shown, other.facts, data) == printed(slow, slow.first(limit), b, data)
    assert [bool(a), bool(b)] == [not one.is_empty, not other.is_empty]
    for side, everything in ((one, a), (other, b)):
        mentions = sum(len(fact.mentions) for fact in side.facts) + len(side.alone) + len(side.nameless)
        assert mentions == sum(len(fact.mentions) for fact in everything)
    return len(one.alone) + len(other.alone)


def check_promises(conn: sqlite3.Connection) -> None:
    """Targets and answers that are looked for are those among all facts."""
    everything = facts(conn, Query(), NAMES)
    goals = [fact for fact in everything if fact.figure.obs == "target"]
    assert targets(conn, Query(), NAMES) == goals
    results = facts(conn, Query().having("obs", "actual"), NAMES)
    assert promises(goals, answers(conn, goals, NAMES), MEASURE) == promises(goals, results, MEASURE)


def stored(conn: sqlite3.Connection, found: list[dict[str, Any]]) -> None:
    run = RunWriter(conn, "ingest", ["test"], "lex1")
    read = tuple(reading(extraction(number, said)) for number, said in enumerate(found))
    run.add(Document("-", "sha", "text/plain", 1, read))


@pytest.fixture
def conn(empty: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    empty.execute("BEGIN")
    yield empty
    empty.execute("ROLLBACK")


@settings(max_examples=150, deadline=None)
@given(found=st.lists(articles, min_size=1, max_size=8))
def test_what_stands_alone_needs_no_pairing(empty: sqlite3.Connection, found: list[dict[str, Any]]) -> None:
    empty.execute("BEGIN")
    try:
        stored(empty, found)
        check(empty, queries(A, B))
        check(empty, queries(A, B, by_published=True))
        check(empty, queries(A, B), date(2023, 8, 1))
        check(empty, queries(A, A))
        check(empty, queries(A, B, "kind:level"))
        check_promises(empty)
    finally:
        empty.execute("ROLLBACK")


def one(number: str = "1", **more: Any) -> dict[str, Any]:
    return {"number": number, "unit": "家", "indicator": "新增绿地", "period": A, **more}


def told(*found: dict[str, Any], published: date = date(2023, 7, 10), **more: Any) -> dict[str, Any]:
    return {"figures": found, "published": published, "source": "甲报", "place": "630102", **more}


LAST, NOW = "2022-01-01/2022-06-30", A
MEET = {
    "a headline without a period is its body's figure": [told(one(where="title", period=None), one(), published=date(2023, 6, 20))],
    "acres and hectares are one area": [told(one("3", unit="亩")), told(one("3", unit="亩")), told(one("2", unit="公顷"))],
    "growth is printed beside its level": [
        told(one("1", period=LAST), published=date(2022, 7, 9)), told(one("3"), one("200", unit="%", kind="growth", basis="yoy")),
    ],
    "a result printed early is a target": [
        told(one(period=LAST), published=date(2022, 3, 1)), told(one("2", obs="target"), published=date(2023, 3, 1)),
    ],
    "synonyms are one series": [
        told(one(indicator="减税降费额", period=LAST)), told(one("2", indicator="减稅降費")),
    ],
    "two districts of one city may meet": [told(one(period=LAST)), told(one("2"), place="630103")],
}  # fmt: skip


@pytest.mark.parametrize("found", MEET.values(), ids=MEET)
def test_figures_that_meet_are_built(conn: sqlite3.Connection, found: list[dict[str, Any]]) -> None:
    stored(conn, found)
    assert check(conn, queries(LAST, NOW)) == 0


def test_figures_that_meet_nothing_are_not_built(conn: sqlite3.Connection) -> None:
    stored(conn, [told(one(period=LAST)), told(one("2", indicator="乙"), one("3", indicator="丙"))])
    assert check(conn, queries(LAST, NOW)) == 3


def test_figures_of_one_name_that_says_nothing_are_two_lines(conn: sqlite3.Connection) -> None:
    one_name = one(indicator="项目", period=LAST)
    stored(conn, [told(one_name), told(one_name, published=date(2023, 10, 8))])
    assert check(conn, queries(A, B, by_published=True)) == 0
    asked = queries("2023-07-01/2023-07-31", "2023-08-01/2023-12-31", by_published=True)
    assert check(conn, asked) == 2
