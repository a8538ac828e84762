"""The housekeeping commands: runs, undo, check, db, export, retag, source, config, doctor."""

import csv
import json
import sqlite3
from pathlib import Path

import pytest
from commands import NEWS, Command, lines

from policytrack.store.connect import open_reader, open_writer

LEXICON = """
[[indicator]]
id = "nothing_else"
names = ["一个没有人用的名称"]
"""


@pytest.fixture
def news(policytrack: Command, here: Path) -> Path:
    """The folder after a first ingest."""
    assert policytrack("ingest", "news.jsonl").code == 0
    return here


def records(text: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(text)
    return found


def test_runs_lists_what_each_run_did(policytrack: Command, news: Path) -> None:
    [run] = records(policytrack("runs", "-O", "json").out)
    assert (run["run"], run["command"], run["status"], run["articles"], run["failed"]) == (1, "ingest", "done", 2, 0)


def test_an_unknown_run_says_which_is_the_newest(policytrack: Command, news: Path) -> None:
    for command in (["runs", "7"], ["undo", "7"]):
        ended = policytrack(*command)
        assert ended.code == 2
        assert ended.err == "error: There is no run 7. The newest is 1; `policytrack runs` lists all.\n"


def test_undo_takes_a_run_back_and_ingest_brings_it_again(policytrack: Command, news: Path) -> None:
    assert policytrack("undo", "1").err == "Run 1 is undone; 2 articles changed.\n"
    assert records(policytrack("articles", "-O", "json").out) == []
    assert policytrack("ingest", "news.jsonl").err.startswith("2 articles, ")
    assert policytrack("undo", "1").err.startswith("error: Run 1 is already undone.")


def test_check_says_that_all_is_well(policytrack: Command, news: Path) -> None:
    ended = policytrack("check")
    assert (ended.code, ended.out, ended.err) == (0, "", f"{news / 'news.db'} is whole.\n")


def test_check_names_every_defect(policytrack: Command, news: Path) -> None:
    conn = sqlite3.connect(news / "news.db")
    conn.execute("UPDATE versions SET text = '改' || text WHERE id = 1")
    conn.commit()
    conn.close()
    ended = policytrack("check")
    assert ended.code == 1
    assert "version 1 of article 1: its text is not the one that was stored" in ended.out
    assert "Restore a backup" in ended.err


def test_db_info_counts_rows(policytrack: Command, news: Path) -> None:
    shown = {row["item"]: row["value"] for row in records(policytrack("db", "info", "-O", "json").out)}
    assert (shown["runs"], shown["versions"], shown["current_articles"]) == (1, 2, 2)


def test_db_path_needs_no_database(policytrack: Command, here: Path) -> None:
    assert policytrack("db", "path").out == f"{here / 'news.db'}\n"


def test_db_backup_makes_a_whole_copy(policytrack: Command, news: Path) -> None:
    made = Path(policytrack("db", "backup").out.strip())
    assert open_reader(made).execute("SELECT count(*) FROM heads").fetchone()[0] == 2
    assert policytrack("db", "backup", str(made)).err == (
        f"error: {made} exists already. Name a file that does not exist.\n"
    )


def test_db_migrate_leaves_a_present_database_alone(policytrack: Command, news: Path) -> None:
    assert policytrack("db", "migrate").err == f"{news / 'news.db'} has schema 2.\n"


def test_a_newer_database_ends_with_its_code(policytrack: Command, news: Path) -> None:
    with open_writer(news / "news.db") as conn:
        conn.execute("PRAGMA user_version = 99")
    for command in (["figures"], ["ingest", "news.jsonl"]):
        ended = policytrack(*command)
        assert ended.code == 12
        assert "was written by a newer policytrack (schema 99" in ended.err


def test_export_writes_every_table(policytrack: Command, news: Path) -> None:
    ended = policytrack("export", "out")
    assert ended.err.endswith("rows in 18 files to out.\n")
    with (news / "out" / "versions.csv").open(encoding="utf-8", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == [record["text"] for record in NEWS]


def test_export_as_json_lines(policytrack: Command, news: Path) -> None:
    policytrack("export", "v.jsonl", "--table", "versions")
    found = [json.loads(line) for line in (news / "v.jsonl").read_text("utf-8").splitlines()]
    assert [record["title"] for record in found] == [record["title"] for record in NEWS]


def test_export_for_spreadsheets_has_a_mark_line_ends_and_no_formulas(policytrack: Command, here: Path) -> None:
    evil = NEWS[0] | {"title": '=HYPERLINK("x")', "source": "@日报"}
    policytrack("ingest", "-", stdin=lines(evil))
    policytrack("export", "v.csv", "--table", "versions", "--excel")
    data = (here / "v.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    [row] = csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True))
    assert (row["title"], row["source"]) == ('\'=HYPERLINK("x")', "'@日报")
    assert data.endswith(b"\r\n")


def test_export_as_a_workbook_keeps_texts_as_texts(policytrack: Command, here: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    policytrack("ingest", "-", stdin=lines(NEWS[0] | {"title": "=1+1", "source": "https://a.cn"}))
    policytrack("export", "book.xlsx")
    sheet = openpyxl.load_workbook(here / "book.xlsx")["versions"]
    header, row = ([cell.value for cell in line] for line in sheet.iter_rows())
    found = dict(zip(header, row, strict=True))
    assert (found["title"], found["source"]) == ("=1+1", "https://a.cn")
    assert sheet.cell(2, header.index("title") + 1).data_type == "s"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["x.csv", "-O", "jsonl"], "x.csv does not end like jsonl."),
        (["x.csv", "--table", "figs"], "There is no table 'figs'. Tables are runs, "),
        (["x.jsonl", "--excel"], "--excel is for CSV, not for jsonl."),
        (["x.csv", "--table", "runs", "--table", "heads"], "x.csv can hold one table, not 2."),
        (["news.jsonl/out"], "news.jsonl/out cannot be written: Not a directory."),
    ],
)
def test_what_export_refuses(policytrack: Command, news: Path, arguments: list[str], message: str) -> None:
    ended = policytrack("export", *arguments)
    assert ended.code == 2
    assert message in ended.err


def test_retag_with_the_same_lexicon_changes_nothing(policytrack: Command, news: Path) -> None:
    assert policytrack("retag").err == "Nothing changes in 2 articles.\n"
    assert len(records(policytrack("runs", "-O", "json").out)) == 1


def test_retag_shows_and_writes_what_the_present_lexicon_reads_otherwise(policytrack: Command, news: Path) -> None:
    with open_writer(news / "news.db") as conn:
        conn.execute("DELETE FROM figures WHERE surface = '31处'")
        conn.execute("UPDATE figures SET obs_value = '45' WHERE surface = '46座'")
    ended = policytrack("retag", "--dry-run", "-O", "json")
    assert [(row["sign"], row["article"]) for row in records(ended.out)] == [("~", 2), ("+", 2)]
    assert "value: 45 → 46" in str(records(ended.out)[0]["what"])
    assert ended.err == "Nothing was written.\n"
    assert policytrack("retag", "-y").err == "Wrote +1 −0 ~1 in 1 of 2 articles.\n"
    assert policytrack("retag").err == "Nothing changes in 2 articles.\n"
    assert policytrack("undo", "2").err == "Run 2 is undone; 1 article changed.\n"
    assert policytrack("check").code == 0


def test_sources_are_listed_and_names_are_unique(policytrack: Command, here: Path) -> None:
    policytrack("source", "add", "南泽日报", "inbox", "--place", "南泽县")
    [source] = records(policytrack("source", "list", "-O", "json").out)
    assert (source["name"], source["location"], source["place"]) == ("南泽日报", str(here / "inbox"), "南泽县")
    assert policytrack("source", "add", "南泽日报", "other").err == (
        "error: There is a source '南泽日报' already. `policytrack source remove 南泽日报` removes it.\n"
    )
    assert "Did you mean 南泽日报?" in policytrack("source", "remove", "南泽晚报").err


def test_a_wrong_date_pattern_is_refused_when_a_source_is_added(policytrack: Command, here: Path) -> None:
    ended = policytrack("source", "add", "x", "inbox", "--published-from", "%Y-%m")
    assert ended.code == 2
    assert "does not hold %Y, %m and %d once each. Write it like %Y-%m-%d" in ended.err
    assert not (here / "news.db").exists()


def test_config_show_says_where_settings_come_from(policytrack: Command, here: Path) -> None:
    shown = {row["name"]: row for row in records(policytrack("config", "show", "-O", "json").out)}
    assert shown["db"]["value"] == str(here / "news.db")
    assert shown["db"]["origin"] == "environment POLICYTRACK_DB"


def test_a_wrong_configuration_is_one_line(policytrack: Command, here: Path) -> None:
    (here / "config.toml").write_text("databse = 'x'")
    ended = policytrack("config", "show")
    assert ended.code == 2
    assert f"{here / 'config.toml'}: unknown key 'databse'. Known are db" in ended.err


def test_doctor_names_parts_that_are_missing_and_how_to_get_them(policytrack: Command, here: Path) -> None:
    ended = policytrack("doctor", "-O", "json")
    shown = {row["part"]: row for row in records(ended.out)}
    assert (shown["Python"]["state"], shown["SQLite"]["state"], shown["lexicon"]["state"]) == ("ok", "ok", "ok")
    assert shown["database"]["state"] == "absent"
    assert all(
        "pip install" in str(row["detail"]) for row in shown.values() if row["state"] == "absent" and "pip" in str(row)
    )
    assert ended.code == 0


def test_doctor_ends_with_an_error_when_the_database_is_broken(policytrack: Command, here: Path) -> None:
    (here / "news.db").write_text("not a database" * 100)
    assert policytrack("doctor").code == 1


def test_show_tells_the_versions_of_an_article(policytrack: Command, news: Path) -> None:
    changed = NEWS[0] | {"text": str(NEWS[0]["text"]) + "下半年将继续减税。"}
    (news / "news.jsonl").write_text(lines(changed, NEWS[1]), encoding="utf-8")
    policytrack("ingest", "news.jsonl")
    shown = json.loads(policytrack("show", "1", "--versions", "-O", "json").out)
    assert [row["run"] for row in shown["versions"]] == [1, 2]
    assert [(row["sign"], row["text"]) for row in shown["changes"]] == [("+", "下半年将继续减税。")]
    assert policytrack("show", "9", "--versions").code == 2
