"""The examples of `help cron` and `help database` work as they stand."""

import re
import shlex
import sqlite3
from pathlib import Path

import pytest
from commands import NEWS, Command, lines

import policytrack as package

HELP = Path(package.__file__).parent / "help"


def blocks(topic: str, language: str) -> list[str]:
    """The lines of all code blocks of a language."""
    found = re.findall(rf"```{language}\n(.*?)```", (HELP / f"{topic}.md").read_text("utf-8"), re.DOTALL)
    return [line for block in found for line in block.splitlines() if line.strip()]


def test_the_commands_of_the_cron_page_work(policytrack: Command, here: Path) -> None:
    inbox = here / "inbox"
    (inbox / "nanze").mkdir(parents=True)
    (inbox / "notices").mkdir()
    (inbox / "nanze" / "2023-07-12.txt").write_text("南泽县检查企业5家，整改隐患12处。\n", encoding="utf-8")
    (inbox / "notices" / "n.jsonl").write_text(lines(*NEWS), encoding="utf-8")
    for line in blocks("cron", "sh"):
        program, *arguments = shlex.split(line)
        assert program == "policytrack"
        ended = policytrack(*arguments)
        assert ended.code == 0, (line, ended.err)


@pytest.mark.parametrize("language", ["crontab", "ini"])
def test_scheduled_commands_work(policytrack: Command, language: str) -> None:
    policytrack("source", "add", "x", "news.jsonl")
    [command] = [m[1] for line in blocks("cron", language) if (m := re.search(r"policytrack (ingest .*)", line))]
    assert policytrack(*shlex.split(command)).code == 0


def test_the_queries_of_the_database_page_work(policytrack: Command, here: Path) -> None:
    policytrack("ingest", "news.jsonl")
    conn = sqlite3.connect(here / "news.db")
    queries = blocks("database", "sql")
    assert len(queries) == 3
    for query in queries:
        assert isinstance(conn.execute(query).fetchall(), list)


def test_every_table_and_column_of_the_database_page_exists(policytrack: Command, here: Path) -> None:
    policytrack("ingest", "news.jsonl")
    conn = sqlite3.connect(here / "news.db")
    page = (HELP / "database.md").read_text("utf-8")
    columns, tables = page.split("## Columns worth knowing")[1].split("## Tables")
    known = {row[1] for table in ("figures", "figures_view") for row in conn.execute(f"PRAGMA table_info({table})")}
    assert set(named(columns)) - {"column"} <= known
    stored = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert set(named(tables)) - {"table"} <= stored


def named(part: str) -> list[str]:
    """The names in the first cells of a Markdown table."""
    cells = re.findall(r"^\| ([a-z_, ]+) \|", part, re.MULTILINE)
    return [name for cell in cells for name in cell.split(", ")]
