"""Pages and workbooks name the command that made them, and `verify` runs it again."""

from pathlib import Path

import pytest
from transcripts import run

PAGES = {
    "figures": "figures place:安澜市 --limit 5",
    "diff": "diff 2022Q3 2023Q3",
    "yoy": "diff 2023Q3 --yoy --by place",
    "relative": "figures -p last-quarter --today 2023-11-02",
    "quotes": "diff 2022Q3 2023Q3 --quotes --lang en",
    "series": "series 减税降费 --chart",
    "audit": "audit",
    "promises": "promises",
    "summary": "report",
    "places": "report places -p 2023",
    "search": "search 减税",
}


@pytest.mark.parametrize("ending", ["md", "html"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_verifies_by_its_own_command(home: Path, name: str, ending: str) -> None:
    run(f"policytrack {PAGES[name]} -q -o {name}.{ending}")
    said = run(f"policytrack verify -q {name}.{ending}")
    assert said == ""
    assert "policytrack verify" not in (home / f"{name}.{ending}").read_text("utf-8")


@pytest.mark.parametrize("ending", ["md", "html"])
def test_a_changed_number_on_a_page_is_named(home: Path, ending: str) -> None:
    run(f"policytrack series 减税降费 -q -o s.{ending}")
    page = home / f"s.{ending}"
    assert "36.2亿元" in page.read_text("utf-8")
    page.write_text(page.read_text("utf-8").replace("36.2亿元", "36.3亿元"), "utf-8")
    said = run(f"policytrack verify s.{ending}")
    assert "数值: '36.3亿元' in the file, '36.2亿元' in the database" in said
    assert said.endswith("(exit 1)\n")


def test_a_changed_title_of_a_page_is_named(home: Path) -> None:
    run("policytrack report -q -o r.md")
    page = home / "r.md"
    page.write_text(page.read_text("utf-8").replace("74篇报道", "75篇报道"), "utf-8")
    assert "74篇报道" in run("policytrack verify r.md")


def test_a_row_put_into_a_page_is_named(home: Path) -> None:
    run("policytrack report types -q -o t.md")
    page = home / "t.md"
    page.write_text(page.read_text("utf-8").replace("| 退税 |", "| 免税 | 1 | 1 | 0 | 1 | 1 | | |\n| 退税 |"), "utf-8")
    assert "免税" in run("policytrack verify t.md")


def test_words_around_the_tables_of_a_page_are_ones_own(home: Path) -> None:
    run("policytrack report types -q -o t.md")
    page = home / "t.md"
    page.write_text("# 我的稿子\n\n全市的情况如下。\n\n" + page.read_text("utf-8").replace(" | ", "  |  "), "utf-8")
    assert run("policytrack verify -q t.md") == ""


def test_a_page_without_its_command_is_refused(home: Path) -> None:
    (home / "x.md").write_text("| a |\n| --- |\n| 1 |\n", "utf-8")
    assert "x.md names no command that made it." in run("policytrack verify x.md")


@pytest.mark.parametrize(
    ("made_by", "message"),
    [
        ('["ingest", "/etc"]', "names no command that prints a report"),
        ('["figures", "-o", "taken.csv"]', "says where to read or write"),
        ('["figures", "--db", "other.db"]', "says where to read or write"),
        ('["figures", "--no-such"]', "does not work here"),
        ('["series", "--", "无此指标"]', "does not work here"),
    ],
)
def test_a_page_cannot_make_verify_do_anything_else(home: Path, made_by: str, message: str) -> None:
    (home / "x.md").write_text(f"| a |\n| --- |\n| 1 |\n\n<!-- policytrack {made_by} -->\n", "utf-8")
    assert message in run("policytrack verify x.md")
    assert not (home / "taken.csv").exists()


def test_a_folder_verifies_pages_that_name_their_command_and_no_others(home: Path) -> None:
    run("policytrack figures -q -o out.md")
    folder = home / "pages"
    folder.mkdir()
    (home / "out.md").rename(folder / "out.md")
    (folder / "notes.md").write_text("# Notes\n", "utf-8")
    assert ", 0 mismatches" in run("policytrack verify pages")


def test_no_term_closes_the_comment_of_a_page(home: Path) -> None:
    run("policytrack figures -q -o x.md 'text:--><script>'")
    page = (home / "x.md").read_text("utf-8")
    assert "<script>" not in page
    assert run("policytrack verify -q x.md") == ""


def test_a_page_names_its_day_only_when_that_matters(home: Path) -> None:
    run("policytrack figures -p 2023Q3 -q -o x.md")
    run("policytrack figures -p last-quarter --today 2023-11-02 -q -o y.md")
    assert "--today" not in (home / "x.md").read_text("utf-8")
    assert '"--today", "2023-11-02"' in (home / "y.md").read_text("utf-8")


def test_a_page_of_a_term_with_control_characters_verifies(home: Path) -> None:
    run("policytrack figures -q -o x.md 'text:\x1b[31m'")
    assert "\x1b" not in (home / "x.md").read_text("utf-8")
    assert run("policytrack verify -q x.md") == ""


def test_a_workbook_of_a_report_names_its_command(home: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    run("policytrack report types -q -o r.xlsx")
    assert run("policytrack verify -q r.xlsx") == ""
    book = openpyxl.load_workbook(home / "r.xlsx")
    book.active["B2"] = 99
    book.save(home / "r.xlsx")
    assert "'99' in the file, '21' in the database" in run("policytrack verify r.xlsx")


@pytest.mark.parametrize("ending", ["md", "html", "xlsx"])
def test_a_page_that_was_cut_by_its_limit_verifies(home: Path, ending: str) -> None:
    run(f"policytrack diff 2022 2023 --limit 3 -q -o d.{ending}")
    assert run(f"policytrack verify -q d.{ending}") == ""


def test_a_row_taken_out_of_a_page_is_named(home: Path) -> None:
    run("policytrack report types -q -o t.md")
    page = home / "t.md"
    lines = page.read_text("utf-8").splitlines(keepends=True)
    page.write_text("".join(line for line in lines if not line.startswith("| 退税 |")), "utf-8")
    said = run("policytrack verify t.md")
    assert "t.md: row 0, 退税, row: 'nothing' in the file" in said
    assert said.endswith("(exit 1)\n")


@pytest.mark.parametrize("content", [b"x", b"PK\x03\x04zz", b""], ids=["text", "broken", "empty"])
def test_a_workbook_that_is_none_is_told_and_the_others_are_read(home: Path, content: bytes) -> None:
    pytest.importorskip("openpyxl")
    (home / "bad.xlsx").write_bytes(content)
    run("policytrack figures -q -o f.csv")
    said = run("policytrack verify bad.xlsx f.csv")
    assert "bad.xlsx is no workbook" in said
    assert "310 rows verified, 0 mismatches, 1 file failed." in said


def test_a_command_with_an_open_quotation_is_refused(home: Path) -> None:
    run("policytrack figures -q -o f.csv")
    said = run("""policytrack verify f.csv --command "diff 'x" """)
    assert "is no command line: No closing quotation." in said
    assert said.endswith("(exit 2)\n")


@pytest.mark.parametrize("name", ["x.md", "x.json", "x.jsonl"])
def test_a_file_of_brackets_ends_in_a_message(home: Path, name: str) -> None:
    deep = "[" * 100_000
    (home / name).write_text(f"<!-- policytrack {deep}] -->\n" if name == "x.md" else deep, "utf-8")
    said = run(f"policytrack verify {name}")
    assert said.endswith("1 file failed.\n(exit 3)\n")
