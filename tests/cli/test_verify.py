"""Reports, exports and databases read back against the texts; whatever was tampered with is named."""

import csv
import json
import sqlite3
from pathlib import Path

import pytest
from transcripts import run, scratch

REPORTS = {
    "figures.csv": "figures",
    "figures.tsv": "figures",
    "figures.jsonl": "figures --limit 0",
    "actions.json": "actions",
    "diff.csv": "diff 2022Q3 2023Q3 --quotes",
    "series.csv": "series 规上工业产值",
    "flows.json": "series 减税降费 --flow",
    "audit.jsonl": "audit",
    "promises.tsv": "promises",
}


@pytest.mark.parametrize("name", REPORTS)
def test_what_was_just_written_verifies(home: Path, name: str) -> None:
    run(f"policytrack {REPORTS[name]} -q -o {name}")
    said = run(f"policytrack verify {name}")
    assert said.endswith(" rows verified, 0 mismatches.\n"), said
    assert not said.startswith("0 rows")


def test_an_excel_listing_verifies(home: Path) -> None:
    run("policytrack actions --excel -q -o a.csv")
    assert ", 0 mismatches" in run("policytrack verify a.csv")


def test_a_whole_export_verifies(home: Path) -> None:
    run("policytrack export -q out")
    assert ", 0 mismatches" in run("policytrack verify out")


def test_the_database_verifies(home: Path) -> None:
    assert run("policytrack verify") == "74 articles verified, 0 mismatches.\n"


def tampered(path: Path, row: int, field: str, value: str) -> None:
    """One cell of a CSV file replaced."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[row][field] != value
    rows[row][field] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def position(path: Path, field: str) -> int:
    """The first row that has something in a field."""
    with path.open(encoding="utf-8", newline="") as file:
        return next(n for n, row in enumerate(csv.DictReader(file)) if row[field])


@pytest.mark.parametrize(
    ("report", "field", "value"),
    [
        ("figures", "obs_value", "764000001"),
        ("figures", "quote", "全市减税降费一百亿元。"),
        ("figures", "time_period", "2021-01-01/2021-12-31"),
        ("diff 2022Q3 2023Q3", "delta", "1"),
        ("diff 2022Q3 2023Q3", "delta_high", "1"),
        ("diff 2022Q3 2023Q3", "percent", "99.9"),
        ("diff 2022Q3 2023Q3", "new_value", "1"),
        ("series 规上工业产值", "naive_growth", "99.9%"),
        ("series 减税降费 --flow", "flow", "1"),
        ("series 减税降费 --flow", "flow_low", "1"),
        ("audit", "note", "1 + 1 = 3"),
        ("audit", "verdict", "derived"),
        ("promises", "reached", "99.9"),
    ],
)
def test_a_changed_cell_is_named(home: Path, report: str, field: str, value: str) -> None:
    run(f"policytrack {report} -q -o r.csv")
    at = position(home / "r.csv", field)
    tampered(home / "r.csv", at, field, value)
    said = run("policytrack verify r.csv")
    assert said.endswith("(exit 1)\n")
    assert f"row {at + 1}, " in said
    assert value in said


def test_a_changed_digit_is_named_with_both_values() -> None:
    with scratch() as home:
        run("policytrack ingest -q sample_data/zone-site/2023-07-14-half.txt")
        run("policytrack figures -o f.csv --columns id,surface,obs_value")
        path = Path(home / "f.csv")
        path.write_text(path.read_text("utf-8").replace("674000000", "764000000"), "utf-8")
        got = run("policytrack verify f.csv")
    assert "obs_value: '764000000' in the file, '674000000' in the database" in got


def test_a_row_missing_from_an_exported_table_is_named(home: Path) -> None:
    run("policytrack export -q out")
    path = home / "out" / "figures.csv"
    lines = path.read_text("utf-8").splitlines(True)
    path.write_text("".join(lines[:-1]), "utf-8")
    assert "'nothing' in the file" in run("policytrack verify out/figures.csv")


def test_a_row_that_is_not_there_is_named(home: Path) -> None:
    (home / "x.csv").write_text("id,surface\n99.f1,5亿元\n", "utf-8")
    assert "row 1, 99.f1, id" in run("policytrack verify x.csv")


DATABASE = {
    "a text": ("UPDATE versions SET text = replace(text, '9.27', '9.72')", "its text is not the one that was stored"),
    "a value": ("UPDATE figures SET obs_value = '1' WHERE surface = '9.27亿元'", "value is "),
    "a rounding interval": ("UPDATE figures SET value_low = '1' WHERE surface = '9.27亿元'", "value_low is "),
    "an indicator": ("UPDATE figures SET indicator = '减税' WHERE surface = '9.27亿元'", "indicator is "),
    "an offset": ("UPDATE figures SET start = start + 1, \"end\" = \"end\" + 1 WHERE surface = '9.27亿元'", "does not stand at"),
    "a verdict": ("UPDATE audits SET verdict = 'consistent' WHERE verdict = 'inconsistent'", "is stored but does not follow"),
    "a lost audit": ("DELETE FROM audits WHERE verdict = 'inconsistent'", "follows but is not stored"),
}  # fmt: skip


@pytest.mark.parametrize("what", DATABASE)
def test_a_tampered_database_is_named(home: Path, what: str) -> None:
    sql, message = DATABASE[what]
    with sqlite3.connect(home / "policytrack.db") as conn:
        assert conn.execute(sql).rowcount > 0
    conn.close()
    said = run("policytrack verify")
    assert message in said
    assert said.endswith("(exit 1)\n")


def test_a_file_that_is_no_export_is_refused(home: Path) -> None:
    (home / "x.json").write_text("[1]", "utf-8")
    assert "x.json is no list of records." in run("policytrack verify x.json")


def test_a_folder_without_exports_is_refused(home: Path) -> None:
    (home / "empty").mkdir()
    assert "empty holds no export." in run("policytrack verify empty")


def test_a_workbook_and_parquet_verify(home: Path) -> None:
    pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    pytest.importorskip("pyarrow")
    run("policytrack export -q out/all.xlsx")
    run("policytrack export -q out/figures_view.parquet")
    assert ", 0 mismatches" in run("policytrack verify out")


def test_json_rows_are_checked_like_csv(home: Path) -> None:
    run("policytrack series 减税降费 --flow -q -o f.json")
    rows = json.loads((home / "f.json").read_text("utf-8"))
    rows[0]["flow"] = "1"
    (home / "f.json").write_text(json.dumps(rows), "utf-8")
    assert "flow: '1' in the file" in run("policytrack verify f.json")


SUMMARIES = ("report", "report types", "report series", "report campaigns", "report coverage")


@pytest.mark.parametrize("command", SUMMARIES)
def test_rows_that_name_no_figure_are_not_vouched_for(home: Path, command: str) -> None:
    run(f"policytrack {command} -q -o r.csv")
    said = run("policytrack verify r.csv")
    assert "name no figure, so none can be read back" in said
    assert said.endswith("(exit 3)\n")


@pytest.mark.parametrize("ending", ["csv", "tsv", "json", "jsonl"])
@pytest.mark.parametrize("command", [*SUMMARIES, "diff 2022 2023", "series 规上工业产值 --vintages", "search 减税"])
def test_a_file_verifies_by_the_command_that_is_said(home: Path, command: str, ending: str) -> None:
    run(f"policytrack {command} -q -o r.{ending}")
    assert run(f"policytrack verify -q r.{ending} --command '{command}'") == ""


@pytest.mark.parametrize(
    "field", ["verdict", "reason", "indicator", "ref_area", "printed_growth", "old_source", "new_quote"]
)
def test_with_its_command_every_cell_is_compared(home: Path, field: str) -> None:
    command = "diff 2022H2 2023H2 --quotes"
    run(f"policytrack {command} -q -o r.csv")
    tampered(home / "r.csv", position(home / "r.csv", field), field, "别的")
    said = run(f"policytrack verify r.csv --command '{command}'")
    assert f"{field}: '别的' in the file" in said


def test_an_empty_file_does_not_verify_and_the_others_are_read(home: Path) -> None:
    (home / "empty.csv").write_text("", "utf-8")
    run("policytrack figures -q -o f.csv")
    said = run("policytrack verify empty.csv f.csv")
    assert "empty.csv is empty." in said
    assert "310 rows verified, 0 mismatches, 1 file failed." in said


def test_a_command_without_a_file_is_refused(home: Path) -> None:
    assert "no file is given" in run("policytrack verify --command report")


def test_a_headline_that_takes_its_period_from_the_body_verifies(home: Path) -> None:
    run("policytrack diff 2022 2023 -q -o d.csv")
    assert ", 0 mismatches" in run("policytrack verify d.csv")
