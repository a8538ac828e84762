"""`-o FILE` and the options of output: the ending picks the format, options that do not go together are refused."""

import json
from pathlib import Path

import pytest
from commands import NEWS, Command, lines

openpyxl = pytest.importorskip("openpyxl")


@pytest.fixture
def stored(policytrack: Command) -> Command:
    policytrack("ingest", "news.jsonl")
    return policytrack


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["-o", "a.foo"], "-o a.foo: .foo is the ending of no format. Say which with -O."),
        (["-o", "a.parquet"], "-o a.parquet: .parquet is the ending of no format. `policytrack export` writes Parquet."),
        (["-o", ""], "-o names no file. "),
        (["--columns", ""], "--columns names no column. "),
        (["--excel", "-O", "json"], "--excel is for CSV, not for json. "),
        (["--excel", "-o", "a.html"], "--excel is for CSV, not for html. "),
        (["-p", ""], "'' is not a period. "),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_options_that_make_no_sense_are_refused(stored: Command, options: list[str], message: str) -> None:
    ended = stored("figures", *options)
    assert ended.code == 2
    assert ended.err.startswith(f"error: {message}")
    assert ended.out == ""


@pytest.mark.parametrize(
    ("file", "start"),
    [("a.csv", "id,"), ("a.tsv", "id\t"), ("a.json", "["), ("a.jsonl", '{"id"'), ("a.md", "## "), ("a.html", "<!doc")],
)
def test_the_ending_picks_the_format(stored: Command, here: Path, file: str, start: str) -> None:
    assert stored("figures", "-o", file).err == f"Wrote {file}.\n"
    assert (here / file).read_text("utf-8").startswith(start)


def test_a_workbook_holds_numbers_as_numbers_and_texts_as_texts(stored: Command, here: Path) -> None:
    assert stored("figures", "-o", "a.xlsx", "--columns", "surface,obs_value", "减税").code == 0
    rows = list(openpyxl.load_workbook(here / "a.xlsx").active.values)
    assert rows[1] == ("2.6亿元", 260_000_000)


def test_a_workbook_runs_no_formula(policytrack: Command, here: Path) -> None:
    (here / "f.jsonl").write_text('{"title": "=1+1", "text": "南泽县检查企业5家。"}\n', "utf-8")
    policytrack("ingest", "f.jsonl")
    policytrack("articles", "-o", "a.xlsx", "--columns", "title")
    cell = openpyxl.load_workbook(here / "a.xlsx").active["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_workbook_that_cannot_be_written_is_told(stored: Command) -> None:
    ended = stored("figures", "-o", "gone/a.xlsx")
    assert (ended.code, ended.err) == (
        2, "error: gone/a.xlsx cannot be written: No such file or directory. Give another -o FILE.\n",
    )  # fmt: skip


HOSTILE = NEWS[0] | {"text": "今年1月至6月，\x1b[31m南泽县\u202e\x9b税务局为企业减税降费2.6亿元。"}


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "jsonl", "md", "html"])
def test_a_terminal_gets_no_control_characters(
    policytrack: Command, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    policytrack("ingest", "-", stdin=lines(HOSTILE))
    monkeypatch.setattr("policytrack.cli.options.Output._to_terminal", lambda self: True)
    out = policytrack("figures", "-O", form, "--color", "never").out
    assert "减税降费" in out
    assert not {"\x1b", "\u202e", "\x9b"} & set(out)


def test_a_pipe_gets_the_data_as_it_is(policytrack: Command) -> None:
    policytrack("ingest", "-", stdin=lines(HOSTILE))
    assert HOSTILE["text"] in policytrack("figures", "-O", "csv", "--columns", "quote").out
    assert json.loads(policytrack("figures", "-O", "json").out)[0]["quote"] == HOSTILE["text"]
