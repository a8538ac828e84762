"""Tables in every format: complete, exact, harmless."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from policytrack.errors import UsageError
from policytrack.render import data, pages
from policytrack.render.safe import for_json, for_spreadsheet, for_terminal
from policytrack.render.table import Column, Table
from policytrack.render.terminal import Screen, terminal_text
from policytrack.render.wrap import wrap

COLUMNS = (
    Column("name", "名称", "name"),
    Column("obs_value", "数值", "value", right=True),
    Column("day", "日期", "day"),
)
TABLE = Table(
    "检查 · 2023Q3",
    COLUMNS,
    [("县应急管理局排查场所", Decimal("2235000000.50"), date(2023, 9, 20)), ("=cmd()|x", None, None)],
)
texts = st.text(st.characters(blacklist_categories=("Cs",)), max_size=40)


def test_csv_is_exact_and_complete() -> None:
    rows = list(csv.DictReader(io.StringIO(data.csv_text(TABLE))))
    assert rows[0] == {"name": "县应急管理局排查场所", "obs_value": "2235000000.50", "day": "2023-09-20"}
    assert rows[1]["obs_value"] == ""


def test_excel_gets_bom_crlf_and_no_formula() -> None:
    text = data.csv_text(TABLE, excel=True)
    assert text.startswith("\ufeffname,obs_value,day\r\n")
    assert "'=cmd()|x" in text


@given(texts)
def test_no_cell_of_a_spreadsheet_begins_a_formula(text: str) -> None:
    safe = for_spreadsheet(text)
    assert not safe.startswith(("=", "@", "\t", "\r", "\n", "＝"))
    assert safe.removeprefix("'") == for_terminal(text).removeprefix("'")


@given(texts)
def test_nothing_that_reaches_a_terminal_is_a_control(text: str) -> None:
    assert not any(
        c != "\n" and not c.isprintable() and c in "\x1b\x07\x9b\u202e\u200b\x00\r" for c in for_terminal(text)
    )


def test_an_escape_is_shown() -> None:
    assert for_terminal("标题\x1b[31m\u202e") == "标题\\x1b[31m\\u202e"


def test_json_keeps_decimals_as_texts() -> None:
    assert json.loads(data.json_text([TABLE]))[0]["obs_value"] == "2235000000.50"
    assert json.loads(data.json_text([TABLE]))[1]["obs_value"] is None


def test_several_tables_become_one_json_object() -> None:
    assert set(json.loads(data.json_text([TABLE, Table("", COLUMNS, [], name="other")]))) == {"table", "other"}


@given(st.lists(st.tuples(texts, st.none() | st.integers() | st.booleans(), texts), max_size=3))
def test_json_is_laid_out_as_the_library_does(rows: list[tuple[str, int | None, str]]) -> None:
    table = Table("", COLUMNS, rows, name="one")
    records = [dict(zip(("name", "obs_value", "day"), row, strict=True)) for row in rows]
    assert data.json_text([table]) == for_json(json.dumps(records, ensure_ascii=False, indent=2)) + "\n"
    both = {"one": records, "table": records}
    assert (
        data.json_text([table, Table("", COLUMNS, rows)])
        == for_json(json.dumps(both, ensure_ascii=False, indent=2)) + "\n"
    )
    lines = [for_json(json.dumps(record, ensure_ascii=False)) + "\n" for record in records]
    assert data.jsonl_text(table) == "".join(lines)


def test_json_lines_are_one_record_a_line() -> None:
    assert [json.loads(line)["name"] for line in data.jsonl_text(TABLE).splitlines()] == [row[0] for row in TABLE.rows]


@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_tsv_has_one_line_a_row(rows: list[tuple[str, str]]) -> None:
    table = Table("", (Column("a", "a", "a"), Column("b", "b", "b")), rows)
    assert all(line.count("\t") == 1 for line in data.tsv_text(table).removesuffix("\n").split("\n"))


def test_markdown_escapes_what_would_be_markup() -> None:
    text = pages.markdown_text(Table("", (Column("a", "a", "a"),), [("<b>|x",)]), "zh")
    assert "&lt;b&gt;\\|x" in text


def test_html_escapes_every_text() -> None:
    text = pages.html_text([Table("<i>", (Column("a", "a", "a"),), [("<script>alert(1)</script>",)])], "zh")
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


@pytest.mark.parametrize("width", [24, 40, 80, 140])
@given(
    rows=st.lists(st.tuples(st.text("减税降费表123 ab", max_size=60), st.text("0123456789", max_size=12)), max_size=3)
)
def test_a_narrow_terminal_wraps_and_loses_nothing(width: int, rows: list[tuple[str, str]]) -> None:
    table = Table("", (Column("a", "名称", "name"), Column("b", "数", "n", right=True)), rows)
    text = terminal_text([table], Screen(width, False, "zh"))
    assert all(cell_len(line) <= width for line in text.splitlines())
    printed = sorted(c for line in text.splitlines()[2:] for c in line if not c.isspace())
    assert printed == sorted(c for row in rows for cell in row for c in cell if not c.isspace())


def test_a_pipe_is_as_wide_as_the_longest_cell() -> None:
    table = Table("", (Column("a", "a", "a"),), [("很" * 200,)])
    assert "很" * 200 in terminal_text([table], Screen(None, False, "zh"))


def test_article_text_is_never_markup() -> None:
    text = terminal_text(
        [Table("[bold]x[/]", (Column("a", "a", "a"),), [("[red]减税[/red]",)])], Screen(80, True, "zh")
    )
    assert "[red]减税[/red]" in text
    assert "[bold]x[/]" in text


def test_an_unknown_column_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="Columns are name, obs_value, day"):
        TABLE.only(["valeu"])


DATED = Table(
    "督查",
    (Column("name", "名称", "name"), Column("quote", "原文", "quote"), Column("n", "处数", "places", right=True),
     Column("day", "日期", "day")),
    [("县应急管理局", "9月5日至7日，检查加油站【46座】，整改隐患1024.75处。", 1024, date(2023, 9, 20))],
)  # fmt: skip


def _screen(table: Table, width: int) -> list[str]:
    return terminal_text([table], Screen(width, False, "zh")).splitlines()


@pytest.mark.parametrize("width", [36, 40, 50, 60])
def test_numbers_and_dates_stay_whole_on_a_narrow_screen(width: int) -> None:
    text = "\n".join(_screen(DATED, width))
    assert "2023-09-20" in text
    assert "1024.75" in text


@pytest.mark.parametrize("width", [30, 40, 50, 60])
def test_no_line_begins_with_a_closing_mark(width: int) -> None:
    assert not any(line.strip().startswith(("，", "。", "】")) for line in _screen(DATED, width))


@pytest.mark.parametrize("width", [20, 24, 30, 80])
def test_no_screen_is_too_narrow_for_the_values(width: int) -> None:
    wide = Table("", tuple(Column(f"c{n}", f"列{n}", f"c{n}") for n in range(9)), [tuple(f"值{n}" for n in range(9))])
    text = "".join("".join(_screen(wide, width)).split())
    assert all(f"值{n}" in text for n in range(9))
    assert all(cell_len(line) <= width for line in _screen(wide, width))


@given(texts, st.integers(2, 30))
def test_wrapping_loses_nothing_but_blanks(text: str, width: int) -> None:
    text = for_terminal(text)
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)


def test_json_escapes_what_a_terminal_would_obey_and_stays_the_same_data() -> None:
    table = Table("", (Column("title", "标题", "title"),), [("标题\x1b[31m\x9b\u202e",)])
    text = data.jsonl_text(table)
    assert for_terminal(text) == text
    assert json.loads(text) == {"title": "标题\x1b[31m\x9b\u202e"}
