"""diff, series, audit and promises as commands: periods that make no sense, empty sides, files and exit codes."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Command
from transcripts import run, scratch


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """A scratch folder whose database holds the sample data."""
    with scratch() as folder:
        run("policytrack ingest -q sample_data")
        yield folder


BAD = {
    "diff 2023Q3 2023Q1": "error: 2023Q3 is later than 2023Q1. Give the earlier one first: 2023Q1 2023Q3.",
    "diff 2023H1 2023Q2": "error: 2023H1 and 2023Q2 overlap, so a figure could stand on both sides.",
    "diff 2023Q3 --prev --yoy": "error: --prev and --yoy name two periods to compare with.",
    "series 减税降费 --flow --vintages": "error: --flow and --vintages are two tables.",
    "diff 2023H1 2022H1 --yoy": "error: --yoy takes one period, and 2022H1 is another.",
    "diff 2023Q3": "error: diff takes two periods, or one with --prev or --yoy.",
    "diff 2023Q3 --yoy --only gone": "error: There is no verdict 'gone'.",
    "diff 2023Q2 2023Q3 --as-of soon": "error: --as-of 'soon' is not a day.",
    "series 减费": "error: No figure of '减费' here. Did you mean 减税降费",
    "series 全然没有": "error: No figure of '全然没有' here. `policytrack report series` lists all.",
}


@pytest.mark.parametrize("command", BAD)
def test_bad_input_says_what_to_do(home: Path, command: str) -> None:
    said = run(f"policytrack {command}")
    assert said.startswith(BAD[command])
    assert said.endswith("(exit 2)\n")


def title(command: str) -> str:
    return run(f"policytrack {command}").splitlines()[0]


def test_an_empty_side_is_told(home: Path) -> None:
    assert title("diff 2023Q2 2023Q3 --as-of 2023-07-01").startswith("A = 2023Q2    B = 2023Q3（没有数字）")


def test_a_period_outside_the_data_is_told(home: Path) -> None:
    first = title("diff 2019 2023 --lang en")
    assert first.startswith(
        "A = 2019 (no figures; outside the data, which were published from 2022-07-12 to 2023-12-20)"
    )


def test_a_period_partly_outside_the_data_is_told(home: Path) -> None:
    assert title("diff 2022H1 2022H2").startswith("A = 2022H1（数据发布于 2022-07-12 至 2023-12-20）")


def test_two_empty_sides_are_no_agreement(home: Path) -> None:
    said = run("policytrack diff 2030 2031")
    assert "两期都没有数字，无从比较" in said
    assert "没有差别" not in said


def test_the_title_names_the_terms_and_what_was_known(home: Path) -> None:
    first = title("diff 2023Q2 2023Q3 type:减税降费 --as-of 2023-11-01")
    assert first.endswith("B = 2023Q3 · type:减税降费 · 截至2023-11-01的报道")


def test_an_unknown_indicator_is_told_with_suggestions(policytrack: Command) -> None:
    policytrack("ingest", "news.jsonl")
    said = policytrack("diff", "2023Q1", "2023Q2", "indicator:减费").err
    assert said.startswith("No figures match indicator:减费 in either period. Did you mean 减税降费?")
    assert policytrack("diff", "2023Q1", "2023Q2", "indicator:减税").err == ""


def test_a_verdict_that_no_line_has_is_told(policytrack: Command) -> None:
    policytrack("ingest", "news.jsonl")
    assert policytrack("diff", "2023Q1", "2023Q2", "--only", "restated").err == "No line is restated.\n"


def test_a_period_with_itself_has_no_difference(home: Path) -> None:
    assert "没有差别" in run("policytrack diff 2023Q3 2023Q3")


def test_previous_and_year_before_are_the_periods_they_name(home: Path) -> None:
    assert title("diff 2023Q3 --prev").startswith("A = 2023Q2    B = 2023Q3")
    assert title("diff 2023Q3 --yoy").startswith("A = 2022Q3")


def test_the_first_sentence_counts_the_lines(home: Path) -> None:
    said = run("policytrack diff 2022Q3 2023Q3 place:安澜 --lang en")
    rows = json.loads(run("policytrack diff 2022Q3 2023Q3 place:安澜 -O json"))
    new = sum(row["verdict"] == "new" for row in rows)
    assert f"\n{new} new, 10 changed, 1 in conflict, " in said


def test_old_and_new_have_their_own_columns(home: Path) -> None:
    rows = json.loads(run("policytrack diff 2022Q3 2023Q3 indicator:规上工业产值 --only yoy_nominal -O json --quotes"))
    [row] = [row for row in rows if row["unit_measure"] == "元"]
    assert (row["old_value"], row["new_value"], row["delta"]) == ("61240000000", "70180000000", "8940000000")
    assert (row["percent"], row["printed_growth"]) == ("14.6", "14.6")
    assert row["old"] in row["old_quote"]
    assert row["new"] in row["new_quote"]


def test_printed_growth_stands_beside_totals_of_a_type(home: Path) -> None:
    (home / "x.jsonl").write_text(
        "\n".join(
            json.dumps({"published": day, "source": "遂宁日报", "place": "510900", "text": text}, ensure_ascii=False)
            for day, text in (
                ("2021-07-16", "上半年，全市新增减税降费5.88亿元。"),
                ("2022-07-16", "上半年，全市新增减税降费6.31亿元，同比增长7.4%。"),
            )
        ),
        "utf-8",
    )
    run("policytrack ingest -q x.jsonl --db own.db")
    [row] = json.loads(run("policytrack diff 2021H1 2022H1 type:减税降费 --only yoy_nominal -O json --db own.db"))
    assert (row["percent"], row["printed_growth"]) == ("7.3", "7.4")  # 6.31 ÷ 5.88 − 1


def test_a_limit_says_how_many_lines_are_left(home: Path) -> None:
    whole = run("policytrack diff 2022Q3 2023Q3 -O csv").splitlines()
    assert run("policytrack diff 2022Q3 2023Q3 -O csv --limit 2").splitlines() == whole[:3]
    table = run("policytrack diff 2022Q3 2023Q3 --limit 2 --lang en")
    assert f"{len(whole) - 3} more lines: --limit 0 lists all, as -O csv does." in table
    assert run("policytrack diff 2022Q3 2023Q3 --limit 0") == run("policytrack diff 2022Q3 2023Q3")


@pytest.mark.parametrize(("command", "code"), [("diff 2022Q3 2023Q3", True), ("diff 2023Q3 2023Q3", False)])
def test_a_difference_can_fail_a_script(home: Path, command: str, code: bool) -> None:
    assert run(f"policytrack {command} --fail-if-diff").endswith("(exit 4)\n") is code


def test_a_contradiction_can_fail_a_script(home: Path) -> None:
    assert run("policytrack audit --fail-if-inconsistent").endswith("(exit 4)\n")


@pytest.mark.parametrize("by", ["type", "place", "actor", "indicator"])
def test_the_overview_groups(home: Path, by: str) -> None:
    assert "可比合计" in run(f"policytrack diff 2022Q3 2023Q3 --by {by}")


def test_what_was_printed_later_was_not_known(home: Path) -> None:
    then = json.loads(run("policytrack diff 2022Q3 2023Q3 --as-of 2023-09-30 -O json"))
    now = json.loads(run("policytrack diff 2022Q3 2023Q3 -O json"))
    assert "701.8亿元" in [row["new"] for row in now]
    assert "701.8亿元" not in [row["new"] for row in then]


def test_a_chart_is_drawn_on_the_terminal_and_as_a_file(home: Path) -> None:
    assert "█ 701.8亿元" in run("policytrack series 规上工业产值 --chart").replace("▌", "█").replace("▍", "█")
    assert run("policytrack series 减税降费 --flow -o flow.svg") == "Wrote flow.svg.\n"
    assert len(list(ET.parse(home / "flow.svg").iter("{http://www.w3.org/2000/svg}path"))) > 5


def test_a_page_holds_table_and_drawing(home: Path) -> None:
    run("policytrack series 减税降费 --chart -o page.html")
    page = (home / "page.html").read_text("utf-8")
    assert (page.count("<table>"), page.count("<svg")) == (1, 1)


def test_nothing_to_draw_is_told(home: Path) -> None:
    said = run("policytrack series 优良率 -o chart.svg")
    assert said.startswith("error: There is nothing to draw: no amount has a period.")


def test_promises_never_cross_a_border(home: Path) -> None:
    rows = json.loads(run("policytrack promises -O json"))
    wangchuan = [row for row in rows if row["target_id"] == "38.f6" and row["answer"]]
    assert [row["answer"] for row in wangchuan] == ["83公里"]


def test_what_an_article_said_before_it_changed_is_kept_and_verified(policytrack: Command, tmp_path: Path) -> None:
    paper = tmp_path / "park.txt"
    for amount in ("3.47", "3.52"):
        paper.write_text(
            f"船山区新建口袋公园\n遂宁日报 2023-07-18\n上半年，船山区新建口袋公园14个，投入资金{amount}亿元。", "utf-8"
        )
        policytrack("ingest", str(paper))
    told = policytrack("series", "投入资金", "--vintages", "-O", "json").out
    assert [(row["printed"], row["role"], row["id"]) for row in json.loads(told)] == [
        ("3.47亿元", "replaced", "1.f2@1"), ("3.52亿元", "corrected", "1.f2"),
    ]  # fmt: skip
    assert "版本数     2 · policytrack show 1 --versions" in policytrack("show", "1").out
    file = tmp_path / "v.csv"
    policytrack("series", "投入资金", "--vintages", "-o", str(file))
    assert policytrack("verify", str(file)).code == 0
    file.write_text(file.read_text("utf-8").replace("2023-07-18", "2023-07-17"), "utf-8")
    assert "1.f2@1, published: '2023-07-17' in the file" in policytrack("verify", str(file)).out


def test_a_headline_is_in_the_series_of_its_body_only(policytrack: Command, tmp_path: Path) -> None:
    paper = tmp_path / "tax.txt"
    paper.write_text("船山区上半年减税降费2.4亿元\n遂宁日报 2023-07-18\n上半年，船山区新增减税降费2.38亿元。", "utf-8")
    policytrack("ingest", str(paper))
    assert "Did you mean 新增减税降费" in policytrack("series", "减税降费").err
    [row] = json.loads(policytrack("series", "新增减税降费", "-O", "json").out)
    assert row["surface"] == "2.38亿元"


def test_the_time_of_a_headline_is_verified_as_that_of_its_body(policytrack: Command, tmp_path: Path) -> None:
    paper, file = tmp_path / "tax.txt", tmp_path / "v.csv"
    paper.write_text("船山区新增减税降费2.4亿元\n遂宁日报 2023-07-18\n上半年，船山区新增减税降费2.38亿元。", "utf-8")
    policytrack("ingest", str(paper))
    policytrack("series", "新增减税降费", "--vintages", "-o", str(file))
    assert file.read_text("utf-8").count("2023-01-01/2023-06-30") == 2
    assert policytrack("verify", str(file)).code == 0
