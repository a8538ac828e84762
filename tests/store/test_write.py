"""Writing: identity, versions, runs, undo; one transaction a document."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from stored import document, land, tax

from policytrack.model import Article, Extraction
from policytrack.store.cursors import Cursor, cursors
from policytrack.store.identity import canonical_url, identity_of, same_article
from policytrack.store.rows import ACTION_COLUMNS, FIGURE_COLUMNS, action_of, figure_of
from policytrack.store.runs import failed_inputs, run_inputs, run_row, undo
from policytrack.store.write import RunWriter


def one(conn: sqlite3.Connection, sql: str, *parameters: object) -> object:
    return conn.execute(sql, parameters).fetchone()[0]


def new_run(conn: sqlite3.Connection) -> RunWriter:
    return RunWriter(conn, "ingest", [], "lex1")


def retold(extraction: Extraction, text: str) -> Extraction:
    """The article with another text and nothing found in it."""
    return Extraction(replace(extraction.article, text=text), (), (), ())


def test_figures_and_actions_come_back_as_they_went_in(filled: sqlite3.Connection) -> None:
    figures = [figure_of(row) for row in filled.execute("SELECT * FROM figures ORDER BY id")]
    actions = [action_of(row) for row in filled.execute("SELECT * FROM actions ORDER BY id")]
    assert figures == [*tax().figures, *land().figures]
    assert actions == list(tax().actions)


def test_adding_twice_adds_nothing(filled: sqlite3.Connection) -> None:
    counts = new_run(filled).add(document(tax(), origin="/news/a.txt"))
    assert (counts.outcome, counts.unchanged) == ("unchanged", 1)
    assert one(filled, "SELECT count(*) FROM versions") == 2
    assert one(filled, "SELECT count(*) FROM documents") == 2


def test_a_changed_article_gets_a_version_and_keeps_the_old(filled: sqlite3.Connection) -> None:
    text = tax().article.text + "下半年将继续检查。"
    counts = new_run(filled).add(document(retold(tax(), text)))
    assert (counts.changed, counts.articles) == (1, 0)
    assert one(filled, "SELECT count(*) FROM versions WHERE article = 1") == 2
    assert one(filled, "SELECT text FROM current_articles WHERE article = 1") == text
    assert one(filled, "SELECT count(*) FROM figures") == 4
    assert one(filled, "SELECT count(*) FROM current_figures") == 2


def test_same_headline_with_another_story_is_another_article(filled: sqlite3.Connection) -> None:
    counts = new_run(filled).add(
        document(retold(tax(), "昨日全区召开春季植树动员会，部署义务植树。"), origin="/news/c.txt")
    )
    assert (counts.articles, counts.changed) == (1, 0)


def test_ids_of_two_crawls_are_not_one_article(writer: sqlite3.Connection) -> None:
    first = Extraction(Article("1", "昨日县里召开安全生产会议，部署检查工作。"), (), (), ())
    second = Extraction(Article("1", "全县启动秋粮收购，开设收购点23个。"), (), (), ())
    counts = [new_run(writer).add(document(e, origin=f"/{n}")) for n, e in enumerate((first, second))]
    assert [c.articles for c in counts] == [1, 1]


def test_an_id_with_its_source_is_the_same_article_whatever_it_says(writer: sqlite3.Connection) -> None:
    first = Extraction(Article("1", "昨日县里召开安全生产会议，部署检查工作。", source="报"), (), (), ())
    second = Extraction(Article("1", "本文已撤下，请以官方发布的消息为准。", source="报"), (), (), ())
    counts = [new_run(writer).add(document(e, origin=f"/{n}")) for n, e in enumerate((first, second))]
    assert [(c.articles, c.changed) for c in counts] == [(1, 0), (0, 1)]


def test_two_articles_of_one_document_are_never_one(writer: sqlite3.Connection) -> None:
    text = "会议听取了汇报并作出部署。"
    twins = [Extraction(Article("", text + end, "简讯", source="澄江日报"), (), (), ()) for end in ("甲。", "乙。")]
    counts = new_run(writer).add(document(*twins, origin="/news/d.txt"))
    assert counts.articles == 2
    again = new_run(writer).add(document(*twins, origin="/news/d.txt"))
    assert again.unchanged == 2


def test_undo_falls_back_to_the_version_before(filled: sqlite3.Connection) -> None:
    run = new_run(filled)
    run.add(document(retold(tax(), tax().article.text + "改。"), retold(land(), land().article.text), origin="/x"))
    touched = undo(filled, run.run)
    assert touched == 1
    assert one(filled, "SELECT text FROM current_articles WHERE article = 1") == tax().article.text
    assert one(filled, "SELECT count(*) FROM versions") == 3
    assert run_row(filled, run.run)["status"] == "undone"


def test_an_undone_article_can_be_added_again(filled: sqlite3.Connection) -> None:
    undo(filled, 1)
    assert one(filled, "SELECT count(*) FROM current_articles") == 0
    counts = new_run(filled).add(document(tax(), origin="/news/a.txt"))
    assert counts.articles == 1
    assert one(filled, "SELECT article FROM current_articles") == 1


def test_a_document_that_fails_in_the_middle_leaves_nothing(writer: sqlite3.Connection) -> None:
    broken = document(tax(), land())
    first, (article, rows) = broken.readings
    bad = replace(broken, readings=(first, (article, replace(rows, figures=[("too", "short")]))))
    with pytest.raises(sqlite3.Error):
        new_run(writer).add(bad)
    assert one(writer, "SELECT count(*) FROM versions") == 0
    assert one(writer, "SELECT count(*) FROM fulltext_docsize") == 0


def test_failures_are_listed_until_the_input_succeeds(writer: sqlite3.Connection) -> None:
    run = new_run(writer)
    run.fail("/news/a.txt", "/news/a.txt is empty.", "Check the download.")
    run.end("some_failed", unchanged_inputs=7)
    assert [row["origin"] for row in failed_inputs(writer)] == ["/news/a.txt"]
    assert [(i["origin"], i["outcome"], i["articles"]) for i in run_inputs(writer, run.run)] == [
        ("/news/a.txt", "failed", 0),
        ("*", "unchanged", 7),
    ]
    new_run(writer).add(document(tax(), origin="/news/a.txt"))
    assert failed_inputs(writer) == []


def test_cursors_of_undone_runs_do_not_count(writer: sqlite3.Connection) -> None:
    run = new_run(writer)
    run.add(document(tax(), origin="/news/a.txt", cursor=Cursor("o1", 5, 10)))
    assert cursors(writer, "o1") == {"/news/a.txt": (5, 10, "sha-/news/a.txt", None, None)}
    assert cursors(writer, "o2") == {}
    undo(writer, run.run)
    assert cursors(writer, "o1") == {}


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://News.example.cn/a/1.html#top", "https://news.example.cn/a/1.html"),
        ("https://news.example.cn:443/a/1.html?utm_source=x&id=3", "https://news.example.cn/a/1.html?id=3"),
        ("https://news.example.cn/a/", "https://news.example.cn/a"),
    ],
    ids=["scheme and fragment", "port and tracking", "slash"],
)
def test_urls_of_one_page(url: str, same: str) -> None:
    assert canonical_url(url) == canonical_url(same)


@pytest.mark.parametrize(
    ("article", "kind"),
    [
        (Article("7", "文", "题", url="https://a.cn/1"), "url"),
        (Article("7", "文", "题", source="报"), "id"),
        (Article("", "文", "题", published=date(2023, 1, 1)), "head"),
        (Article("", "文", "题"), "file"),
        (Article("", "文", "题", url="http://[a.cn/1"), "file"),
    ],
    ids=["url", "given id", "headline and day", "file", "a broken url"],
)
def test_what_an_article_is_known_by(article: Article, kind: str) -> None:
    assert identity_of(article, "/news/a.txt", 1).startswith(f"{kind}:")


def test_a_stream_without_names_is_known_by_its_text() -> None:
    assert identity_of(Article("", "文"), "-", 1) == identity_of(Article("", "文"), "-", 2)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("全区启动河道清淤工程建设。", "全区启动河道清淤工程建设。投入资金增加。", True),
        ("全区启动河道清淤工程建设。", "市里召开安全生产视频会议。", False),
        ("", "市里召开安全生产视频会议。", True),
        (
            "全区启动河道清淤工程建设，总投资3亿元。更多消息请看日报。",
            "市里召开安全生产视频会议，部署节日值守。更多消息请看日报。",
            False,
        ),
    ],
    ids=["grown", "another story", "headline gets its body", "only the closing line is shared"],
)
def test_when_two_texts_are_one_article(before: str, after: str, same: bool) -> None:
    assert same_article(before, after) is same


@pytest.mark.parametrize(("table", "columns"), [("figures", FIGURE_COLUMNS), ("actions", ACTION_COLUMNS)])
def test_the_tables_end_in_the_columns_that_rows_are_read_by(
    writer: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> None:
    names = [row[1] for row in writer.execute(f"PRAGMA table_info({table})")]
    assert names == ["id", "extraction", *columns]
