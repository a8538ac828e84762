"""CSV, TSV and Excel tables: columns told by their usual names or by --map."""

import io
import json
from datetime import date, datetime

import pytest

from policytrack.errors import InputError
from policytrack.readers import Hints, Reading, read_document

ROWS = [("标题", "发布时间", "来源", "正文"), ("甲县开工", "2023-09-20", "青禾日报", "开工3个，投资2亿元。")]


def read(data: bytes, origin: str = "a.csv", hints: Hints | None = None) -> Reading:
    return read_document(data, origin, hints or Hints())


@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_csv(separator: str, encoding: str) -> None:
    text = "\n".join(separator.join(row) for row in ROWS)
    [article] = read(text.encode(encoding)).articles
    assert (article.title, article.source, article.text) == ("甲县开工", "青禾日报", "开工3个，投资2亿元。")
    assert (article.published, article.published_how) == (date(2023, 9, 20), "given")


@pytest.mark.parametrize(
    "names",
    ["标题,内容", "title,content", "Headline,Full_Text", "新闻标题,新闻内容", "题目,全文", "TITLE, Text "],
)
def test_usual_names(names: str) -> None:
    [article] = read(f"{names}\n甲县开工,开工3个。\n".encode()).articles
    assert (article.title, article.text) == ("甲县开工", "开工3个。")


def test_the_better_name_wins() -> None:
    [article] = read("摘要,内容,正文\n一,二,三\n".encode()).articles
    assert article.text == "三"


def test_mapped_columns() -> None:
    hints = Hints(columns=(("text", "甲"), ("title", "乙")), format="csv")
    [article] = read("甲,乙\n开工3个。,开工\n".encode(), hints=hints).articles
    assert (article.title, article.text) == ("开工", "开工3个。")


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "xlsx"])
def test_mapped_columns_of_every_table(form: str) -> None:
    record = {"甲": "开工3个。", "乙": "开工", "丙": "2023-09-20"}
    out = io.BytesIO()
    if form == "xlsx":
        book = pytest.importorskip("openpyxl").Workbook()
        book.active.append(list(record))
        book.active.append(list(record.values()))
        book.save(out)
    elif form == "csv":
        out.write(f"{','.join(record)}\n{','.join(record.values())}\n".encode())
    else:
        out.write(json.dumps([record] if form == "json" else record).encode() + b"\n")
    hints = Hints(
        columns=(("text", "甲"), ("title", "乙"), ("published", "丙")), format="csv" if form == "csv" else None
    )
    [article] = read(out.getvalue(), hints=hints).articles
    assert (article.title, article.text, str(article.published)) == ("开工", "开工3个。", "2023-09-20")


def test_a_mapped_column_that_is_not_there() -> None:
    with pytest.raises(InputError) as told:
        read("甲,乙\n一,二\n".encode(), hints=Hints(columns=(("text", "丙"),), format="csv"))
    assert told.value.message == "a.csv has no column '丙'."
    assert told.value.hint == "Its columns are 甲, 乙."


def test_no_column_of_texts() -> None:
    with pytest.raises(InputError) as told:
        read("甲,乙\n一,二\n".encode(), hints=Hints(format="csv"))
    assert told.value.message == "a.csv: no column holds the text of articles."
    assert told.value.hint == "Name it, as --map text=COLUMN. Its columns are 甲, 乙."


def test_quoted_cells_hold_line_breaks_and_separators() -> None:
    [article] = read('标题,正文\n开工,"开工3个，\n投资""两""亿,元。"\n'.encode()).articles
    assert article.text == '开工3个，\n投资"两"亿,元。'


def test_a_bad_row_does_not_cost_the_others() -> None:
    reading = read("标题,日期,正文\n一,昨天,甲。\n二,2023-09-20,乙。\n".encode())
    assert [article.text for article in reading.articles] == ["乙。"]
    assert reading.problems[0].message == "a.csv:2: published '昨天' is not a day like 2023-09-20."


def test_an_article_with_commas_is_no_table() -> None:
    [article] = read("甲县开工,投产\n开工3个,投资2亿元。\n".encode()).articles
    assert article.title == "甲县开工,投产"


def xlsx(*sheets: list[tuple[object, ...]]) -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_excel() -> None:
    [article] = read(xlsx([("标题", "时间", "内容"), ("甲县开工", datetime(2023, 9, 20), "开工3个。")])).articles
    assert (article.title, article.published, article.text) == ("甲县开工", date(2023, 9, 20), "开工3个。")


def test_a_sheet_without_texts_is_passed_over() -> None:
    reading = read(xlsx([("说明",), ("见下表",)], [("标题", "内容"), ("甲县开工", "开工3个。")]))
    assert [article.text for article in reading.articles] == ["开工3个。"]


def test_an_excel_file_without_texts_is_refused() -> None:
    with pytest.raises(InputError) as told:
        read(xlsx([("说明",), ("见下表",)]), "a.xlsx")
    assert told.value.message == "a.xlsx, sheet Sheet: no column holds the text of articles."


def test_a_broken_excel_file() -> None:
    data = bytearray(xlsx([("标题", "内容"), ("甲", "乙")]))
    data[60:300] = b"\0" * 240
    with pytest.raises(InputError, match="broken"):
        read(bytes(data), "a.xlsx")
