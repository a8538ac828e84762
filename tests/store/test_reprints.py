"""Near-duplicates are clustered and kept; texts that share a form but not its figures are not one story."""

import sqlite3
from dataclasses import replace

import pytest
from stored import document, tax

from policytrack.model import Article
from policytrack.store.reprints import bands_of, catch_up, cluster, is_reprint
from policytrack.store.write import Document, RunWriter

pytest.importorskip("rensa")

STORY = (
    "云岭县今年前八个月新开工项目40个，完成投资31.2亿元，同比增长8.2%。县里派出专员120名，逐户上门服务，把办理时间由15天减为2天。"
    "在青禾工业园，12家企业提前投产，带动就业3600人；园区还为小微企业减免租金870万元。县发展改革局负责人说，下一步将继续简化手续，"
    "让更多项目早落地、早见效，并对重点企业实行一企一策，由县领导包联到底。"
)
REPRINT = f"本报讯（记者 李某）{STORY}（来源：云岭发布）"
BULLETIN = STORY.translate(str.maketrans("0123456789", "3456789012"))
OTHER = "青禾县气象台发布消息，本周以晴为主，适宜秋收。农业农村局提醒农户抓紧晾晒，防止霉变。县里组织农机跨区作业，帮助缺劳力的农户。"


def add(run: RunWriter, text: str, number: str) -> None:
    given = tax()
    extraction = replace(
        given, article=Article(number, text, f"第{number}号", source="报"), figures=(), actions=(), numerals=()
    )
    stored = document(extraction, origin=f"/news/{number}")
    run.add(replace(stored, bands=(bands_of(text),)))


def clusters(conn: sqlite3.Connection) -> dict[int, int]:
    return dict(conn.execute("SELECT article, cluster FROM reprints ORDER BY article"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "same"),
    [(STORY, True), (REPRINT, True), (BULLETIN, False), (OTHER, False)],
    ids=["the same", "a reprint with a line before and after it", "next month's bulletin", "another story"],
)
def test_what_is_a_reprint(other: str, same: bool) -> None:
    assert is_reprint(STORY, other) is same


def test_reprints_share_a_band() -> None:
    assert set(bands_of(STORY)) & set(bands_of(REPRINT))


def test_a_short_text_has_no_bands() -> None:
    assert bands_of("全县检查企业5家。") == ()


def test_reprints_are_clustered_and_kept(writer: sqlite3.Connection) -> None:
    run = RunWriter(writer, "ingest", [], "lex1")
    for number, text in enumerate((STORY, OTHER, REPRINT, BULLETIN), 1):
        add(run, text, str(number))
    assert clusters(writer) == {1: 1, 2: 2, 3: 1, 4: 4}
    assert writer.execute("SELECT count(*) FROM heads").fetchone()[0] == 4


def test_a_changed_article_leaves_its_cluster(writer: sqlite3.Connection) -> None:
    run = RunWriter(writer, "ingest", [], "lex1")
    for number, text in (("1", STORY), ("2", REPRINT), ("3", STORY + "今年以来情况良好。"), ("1", OTHER)):
        add(run, text, number)
    assert clusters(writer) == {1: 1, 2: 2, 3: 2}


def test_articles_that_came_without_the_library_are_clustered_later(writer: sqlite3.Connection) -> None:
    run = RunWriter(writer, "ingest", [], "lex1")
    for number, text in (("1", STORY), ("2", REPRINT)):
        extraction = replace(
            tax(), article=Article(number, text, "题", source="报"), figures=(), actions=(), numerals=()
        )
        run.add(document(extraction, origin=f"/news/{number}"))
    assert clusters(writer) == {}
    assert catch_up(writer) == 2
    assert clusters(writer) == {1: 1, 2: 1}


def test_without_the_library_nothing_is_clustered(writer: sqlite3.Connection) -> None:
    cluster(writer, 1, STORY, ())
    assert clusters(writer) == {}
    assert Document("-", "", "", 0, ()).bands == ()
