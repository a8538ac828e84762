"""Inputs made to break a reader, each with its outcome. None may take more than linear time or raise anything but InputError.

Sizes are such that a quadratic reader would not end.
"""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policytrack.errors import InputError
from policytrack.model import Article
from policytrack.readers import FORMATS, Hints, Reading, read_document

for _library in ("lxml", "pypdf", "docx", "openpyxl"):
    pytest.importorskip(_library)

BODY = "甲县今年开工项目40个，投资31亿元，用时5天。县里派出专员120名。"
LONG = 200_000


def read(text: str | bytes, form: str | None = None) -> Reading:
    return read_document(text if isinstance(text, bytes) else text.encode(), "a", Hints(format=form))


def only(text: str | bytes, form: str | None = None) -> Article:
    [article] = read(text, form).articles
    return article


def test_json_nested_deeply() -> None:
    with pytest.raises(InputError, match="a: not usable JSON"):
        read("[" * LONG + "]" * LONG, "json")


def test_a_line_of_json_nested_deeply_does_not_cost_the_others() -> None:
    reading = read('{"a": ' * LONG + "1" + "}" * LONG + '\n{"text": "文"}\n', "jsonl")
    assert [article.text for article in reading.articles] == ["文"]
    assert len(reading.problems) == 1


def test_a_number_too_long_for_json() -> None:
    reading = read('{"id": ' + "9" * 5000 + ', "text": "文"}', "jsonl")
    assert reading.problems[0].message == "a:1: not usable JSON (ValueError)."


def test_html_nested_deeply() -> None:
    with pytest.raises(InputError, match="a holds no running text"):
        read("<html>" + "<div>" * LONG)
    assert only("<html><body>" + "<div>" * 200 + BODY + "</div>" * 200).text == BODY


def test_html_tables_in_tables() -> None:
    depth = 60
    assert BODY in only("<html><body>" + "<table><tr><td>" * depth + BODY + "</table>" * depth).text


def test_html_of_many_dropped_parts() -> None:
    assert BODY in only("<html><body><p>" + BODY + "</p>" + "<nav>一</nav>二。" * 50_000).text


def test_html_that_never_ends_a_tag() -> None:
    with pytest.raises(InputError):
        read("<html><body>" + "<a href=" * 50_000)


def test_entities_are_not_expanded() -> None:
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "很">{levels}]>'
    article = only(
        f"{bomb}<rss><channel><item><title>开工</title><description>文&e11;</description></item></channel></rss>"
    )
    assert len(article.text) < 20


def test_external_entities_are_not_read() -> None:
    head = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    article = only(f"{head}<rss><channel><item><title>开工&x;</title></item></channel></rss>", "feed")
    assert "root" not in article.title + article.text


def test_a_feed_nested_deeply() -> None:
    assert len(read("<rss><channel>" + "<item>" * LONG, "feed").articles) < 300


@pytest.mark.parametrize(
    "line",
    [
        "# " + "#" * LONG + "x",
        "# " + " " * LONG + "x",
        "<" * LONG,
        "</a" * LONG,
        "（记者" * LONG,
        "来源：" * LONG,
        "[a](" * LONG,
    ],
    ids=["marks", "spaces", "brackets", "open tags", "bylines", "sources", "links"],
)
def test_huge_lines(line: str) -> None:
    assert len(read(f"# 开工\n\n{BODY}\n\n{line}\n\n{BODY}\n").articles) >= 1


@pytest.mark.parametrize("value", [" " * LONG + "x", "：" * LONG], ids=["spaces", "colons"])
def test_front_matter_with_a_huge_value(value: str) -> None:
    assert only(f"---\ntitle: {value}\n---\n{BODY}\n").text == BODY


def test_many_headings() -> None:
    assert len(read("# 甲\n\n文。\n\n" * 20_000, "md").articles) == 20_000


@pytest.mark.parametrize(
    "text",
    [
        "# 开\x1b[2J工\x07\u202e十\u200b个\n\n" + BODY,
        "<html><title>开\x1b[2J工\u202e十个</title><p>" + BODY,
        "标题,正文\n开\x1b[2J工\u202e十个," + BODY,
        "<rss><channel><item><title>开\u202e工十个</title><description>"
        + BODY
        + "</description></item></channel></rss>",
    ],
    ids=["markdown", "html", "csv", "feed"],
)
def test_escapes_in_titles_do_not_get_in(text: str) -> None:
    title = only(text).title
    assert title.startswith("开")
    assert title.isprintable()


def test_a_sheet_that_claims_all_columns() -> None:
    rows = "".join(
        f'<row r="{i}"><c r="A{i}" t="inlineStr"><is><t>{"正文" if i == 1 else BODY}</t></is></c><c r="XFD{i}"/></row>'
        for i in range(1, 2001)
    )
    import openpyxl

    plain, out = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(plain)
    source = zipfile.ZipFile(plain)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"<sheetData>", b"<sheetData>" + rows.encode())
            archive.writestr(name, content)
    assert len(read(out.getvalue()).articles) == 1999


def test_a_word_table_whose_cell_claims_a_billion_columns() -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(BODY)
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "31亿元"
    cell._tc.grid_span = 1_000_000_000
    out = io.BytesIO()
    document.save(out)
    assert only(out.getvalue()).text.endswith("31亿元")


def test_an_office_file_that_is_a_bomb() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (12 << 20))
    with pytest.raises(InputError, match="a is an archive bomb: it unpacks to 12582912 bytes"):
        read(out.getvalue())


SEEDS = (
    b'{"text": "\xe6\x96\x87", "published": "2023-09-20"}\n',
    "标题,正文\n甲,乙\n".encode(),
    "# 甲县开工\n来源：青禾日报\n本报讯（记者 李某）开工3个。\n".encode(),
    f"<html><title>开工</title><table><tr><td>{BODY}</table>".encode(),
    b"<rss><channel><item><title>x</title><pubDate>Wed, 20 Sep 2023</pubDate></item></channel></rss>",
    b"From: a\nMIME-Version: 1.0\nSubject: =?gb2312?B?1g==?=\nContent-Type: text/html; charset=gbk\n\n<p>x",
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 40\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx\r\n",
    b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\ntrailer << /Root 1 0 R >>\n",
    b"PK\x05\x06" + b"\0" * 18,
    b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x03\0\0\0\0\0\0\0\0\0",
)


@given(
    seed=st.sampled_from(SEEDS),
    at=st.integers(0, 200),
    junk=st.binary(max_size=12) | st.sampled_from([b"\0", b"<", b'"', b"&#1;", b"\xff\xfe", b"%", b"9" * 12, b"\n"]),
    cut=st.integers(0, 8),
    form=st.none() | st.sampled_from(FORMATS),
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_only_input_errors_are_raised(seed: bytes, at: int, junk: bytes, cut: int, form: str | None) -> None:
    at = min(at, len(seed))
    try:
        reading = read_document(seed[:at] + junk + seed[at + cut :], "a", Hints(format=form))
    except InputError:
        return
    assert all(article.text or article.headline_only for article in reading.articles)
