"""`ingest` and `extract` as commands: what they say, on which stream, and how they end."""

import json
import sqlite3
from pathlib import Path

import pytest
from commands import NEWS, Command, lines

from policytrack.store.connect import open_reader
from policytrack.store.lock import write_lock


def stored(here: Path, sql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in open_reader(here / "news.db").execute(sql)]


def test_ingest_says_what_it_added_and_nothing_on_stdout(policytrack: Command) -> None:
    ended = policytrack("ingest", "news.jsonl")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("2 articles, ")
    assert ended.err.endswith(" added; 0 unchanged; 0 failed\n")


def test_ingesting_again_adds_nothing_and_says_so(policytrack: Command, here: Path) -> None:
    policytrack("ingest", "news.jsonl")
    ended = policytrack("ingest", "news.jsonl")
    assert (ended.code, ended.err) == (0, "nothing new; 1 unchanged; 0 failed\n")
    assert stored(here, "SELECT count(*) FROM runs") == [(1,)]


def test_a_nightly_run_is_silent_when_there_is_nothing_new(policytrack: Command) -> None:
    assert policytrack("ingest", "-q", "news.jsonl").err != ""
    assert policytrack("ingest", "-q", "news.jsonl").err == ""


def test_a_file_with_a_new_time_and_the_old_content_is_unchanged(policytrack: Command, here: Path) -> None:
    policytrack("ingest", "news.jsonl")
    (here / "news.jsonl").write_text(lines(*NEWS), encoding="utf-8")
    assert policytrack("ingest", "news.jsonl").err == "nothing new; 1 unchanged; 0 failed\n"


def test_a_changed_article_is_counted_as_changed(policytrack: Command, here: Path) -> None:
    policytrack("ingest", "news.jsonl")
    changed = NEWS[0] | {"text": str(NEWS[0]["text"]) + "下半年将继续。"}
    (here / "news.jsonl").write_text(lines(changed, NEWS[1]), encoding="utf-8")
    assert "; 1 article changed; 0 unchanged" in policytrack("ingest", "news.jsonl").err
    assert stored(here, "SELECT count(*) FROM versions") == [(3,)]
    assert stored(here, "SELECT count(*) FROM current_articles") == [(2,)]


def test_a_given_place_becomes_its_code(policytrack: Command, here: Path) -> None:
    policytrack(
        "ingest", "-", "--place", "西宁市", "--published", "2023-07-12", stdin=lines({"text": "全市检查企业5家。"})
    )
    assert stored(here, "SELECT place, published, published_how FROM versions") == [("630100", "2023-07-12", "given")]


def test_what_an_article_says_itself_beats_the_options(policytrack: Command, here: Path) -> None:
    policytrack("ingest", "news.jsonl", "--source", "别的报", "--published", "2020-01-01")
    assert stored(here, "SELECT DISTINCT source FROM versions") == [("南泽日报",)]
    assert stored(here, "SELECT published FROM versions ORDER BY id") == [("2023-07-12",), ("2023-07-19",)]


def test_columns_of_a_table_are_named_with_map(policytrack: Command, here: Path) -> None:
    (here / "news.csv").write_text("甲,乙,丙\n县里检查企业,南泽县检查企业5家。,2023-07-18\n", encoding="utf-8")
    assert policytrack("ingest", "news.csv", "--map", "title=甲,text=乙,published=丙").err.startswith("1 article, ")
    assert stored(here, "SELECT title, text, published FROM versions") == [
        ("县里检查企业", "南泽县检查企业5家。", "2023-07-18")
    ]


def test_a_dry_run_writes_nothing(policytrack: Command, here: Path) -> None:
    ended = policytrack("ingest", "--dry-run", "news.jsonl")
    assert "would be added" in ended.err
    assert not (here / "news.db").exists()


def test_the_log_can_be_json(policytrack: Command) -> None:
    ended = policytrack("ingest", "--log-format", "json", "news.jsonl", "gone.txt")
    failed, done = map(json.loads, ended.err.splitlines())
    assert (failed["event"], failed["reason"]) == ("failed", "gone.txt does not exist.")
    assert (done["event"], done["articles"], done["failed"], done["run"]) == ("done", 2, 1, 1)


def test_a_missing_path_fails_and_the_rest_goes_in(policytrack: Command) -> None:
    ended = policytrack("ingest", "gone.txt", "news.jsonl")
    assert ended.code == 3
    first, last = ended.err.splitlines()
    assert first == "gone.txt does not exist. Check the spelling; a folder or a glob works, too."
    assert last.startswith("2 articles")
    assert last.endswith("0 unchanged; 1 failed")


def test_failed_inputs_are_named_by_runs(policytrack: Command) -> None:
    policytrack("ingest", "gone.txt", "news.jsonl")
    shown = json.loads(policytrack("runs", "1", "-O", "json").out)
    assert [(Path(row["origin"]).name, row["outcome"]) for row in shown] == [
        ("gone.txt", "failed"),
        ("news.jsonl", "added"),
    ]
    assert json.loads(policytrack("runs", "--failed", "-O", "json").out)[0]["reason"] == "gone.txt does not exist."


def test_a_folder_without_documents_fails(policytrack: Command, here: Path) -> None:
    (here / "empty").mkdir()
    ended = policytrack("ingest", "empty")
    assert ended.code == 3
    assert ended.err.startswith("empty holds no documents. It was searched for text, Markdown, JSON Lines")


def test_without_arguments_and_sources_ingest_says_what_to_do(policytrack: Command) -> None:
    ended = policytrack("ingest")
    assert ended.code == 2
    assert "no PATH was given, and no sources are configured" in ended.err
    assert "`policytrack source add NAME PATH`" in ended.err


def test_configured_sources_are_read_with_the_day_in_the_file_name(policytrack: Command, here: Path) -> None:
    (here / "inbox").mkdir()
    (here / "inbox" / "nz-20230718.jsonl").write_text(lines({"title": "简讯", "text": "南泽县检查企业5家。"}))
    assert policytrack("source", "add", "南泽网", "inbox", "--published-from", "%Y%m%d", "--place", "南泽县").code == 0
    assert policytrack("ingest").err.startswith("1 article, ")
    assert stored(here, "SELECT source, place, published FROM versions") == [("南泽网", "南泽县", "2023-07-18")]
    assert policytrack("source", "remove", "南泽网").code == 0
    assert policytrack("ingest").code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published", "yesterday"], "--published 'yesterday' is not a day. Write it like 2023-09-20."),
        (["--encoding", "utf-99"], "--encoding 'utf-99' is not known. Use utf-8, gb18030"),
        (["--map", "body=正文"], "--map 'body=正文' names no field. Write FIELD=COLUMN; fields are id, title"),
        (["--format", "docs"], "--format 'docs' is not known. Known are "),
        (["--engine", "warp"], "There is no engine 'warp'. Engines are auto, process, pool."),
        (["--lexicon", "words"], "The lexicon folder words does not exist."),
    ],
    ids=["day", "encoding", "map", "format", "engine", "lexicon"],
)
def test_wrong_options_are_refused_before_anything_is_written(
    policytrack: Command, here: Path, arguments: list[str], message: str
) -> None:
    ended = policytrack("ingest", "news.jsonl", *arguments)
    assert ended.code == 2
    assert message in ended.err
    assert not (here / "news.db").exists()


def test_a_foreign_database_is_refused(policytrack: Command, here: Path) -> None:
    sqlite3.connect(here / "news.db").execute("CREATE TABLE bookmarks (url TEXT)").connection.close()
    ended = policytrack("ingest", "news.jsonl")
    assert ended.code == 1
    assert "is an SQLite database, but not one of policytrack. Name another with --db PATH." in ended.err


def test_a_held_lock_ends_with_its_code(policytrack: Command, here: Path) -> None:
    with write_lock(here / "news.db"):
        ended = policytrack("ingest", "news.jsonl")
    assert ended.code == 11
    assert "is being written by process" in ended.err


@pytest.mark.parametrize("command", [["runs"], ["undo", "1"], ["check"], ["db", "info"], ["export", "out"], ["retag"]])
def test_commands_without_a_database_say_how_to_make_one(policytrack: Command, here: Path, command: list[str]) -> None:
    ended = policytrack(*command)
    assert ended.code == 10
    assert "`policytrack ingest PATH…` creates one." in ended.err
    assert not (here / "news.db").exists()


def test_extract_gives_a_text_back_unchanged_with_spans_into_it(policytrack: Command) -> None:
    text = " 南泽县 减税降费２.６亿元。\n\n另有3家企业。 "
    ended = policytrack("extract", "-", stdin=lines({"id": "x", "text": text}))
    [record] = map(json.loads, ended.out.splitlines())
    assert (ended.code, ended.err, record["id"], record["text"]) == (0, "", "x", text)
    for figure in record["figures"]:
        assert text[figure["start"] : figure["end"]] == figure["surface"]


def test_extract_touches_no_database(policytrack: Command, here: Path) -> None:
    assert len(policytrack("extract", "news.jsonl").out.splitlines()) == 2
    assert not (here / "news.db").exists()


def test_extract_reads_standard_input_without_arguments(policytrack: Command) -> None:
    assert len(policytrack("extract", stdin=lines(*NEWS)).out.splitlines()) == 2


def test_a_bad_line_is_named_and_the_others_go_on(policytrack: Command) -> None:
    ended = policytrack("extract", "-", stdin=lines(NEWS[0]) + "[1, 2]\n" + lines(NEWS[1]))
    assert ended.code == 3
    assert len(ended.out.splitlines()) == 2
    [line] = ended.err.splitlines()
    assert "2" in line
