"""PDF files: lines become paragraphs, running heads go, pictures of pages are refused."""

import io

import pytest

from policytrack.errors import InputError
from policytrack.readers import Hints, read_document
from policytrack.readers.pdf import join_lines

pytest.importorskip("pypdf")


def pdf(*pages: list[str]) -> bytes:
    """A PDF whose pages hold the lines, in a font that maps its codes to Unicode."""
    used = sorted({c for lines in pages for line in lines for c in line})
    pairs = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in used)
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(used)} beginbfchar\n{pairs}\nendbfchar endcmap end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * i} 0 R' for i in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo"
        " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    for i, lines in enumerate(pages):
        shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td\n" for line in lines)
        content = f"BT /F1 12 Tf 50 800 Td\n{shown}ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents {7 + 2 * i} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    out, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    ).encode()


LINES = [
    "甲县前三季度开工四十个项目",
    "　　本报讯（记者 李某）甲县前三季度开工项目40个，完成投资31亿元，",
    "同比增长8.2%，县里派出专员120名，逐户上门服务，办理时间由5天减",
    "为2天。",
    "　　县里还新建厂房6万平方米。",
]


def test_rows_of_a_table_stay_lines() -> None:
    rows = [
        "营业收入（元） 4,755,785.11 5,699,227.63 -16.55%",
        "归属于上市公司股东的净利润（元） -4,648.44 -15,563.74 70.13%",
    ]
    assert join_lines(rows) == "\n".join(rows)


def test_lines_become_paragraphs() -> None:
    [article] = read_document(pdf(LINES), "a.pdf", Hints()).articles
    assert article.title == "甲县前三季度开工四十个项目"
    assert article.text.split("\n") == [
        "本报讯（记者 李某）甲县前三季度开工项目40个，完成投资31亿元，同比增长8.2%，县里派出专员120名，逐户上门服务，"
        "办理时间由5天减为2天。",
        "县里还新建厂房6万平方米。",
    ]
    assert article.byline == "记者 李某"


def test_running_heads_and_page_numbers_go() -> None:
    counties = zip("甲乙丙丁", "子丑寅卯", "金木水火", strict=True)
    pages = [
        ["青禾日报 要闻", f"{a}县开工项目40个。", f"{b}县投产工厂3家。", f"{c}县修路5公里。", f"— {number} —"]
        for number, (a, b, c) in enumerate(counties, 1)
    ]
    [article] = read_document(pdf(*pages), "a.pdf", Hints()).articles
    assert "要闻" not in article.title + article.text
    assert "—" not in article.text
    assert article.text.count("40个") == 4


def test_a_sentence_goes_on_over_the_page() -> None:
    [article] = read_document(pdf(LINES[:3], LINES[3:]), "a.pdf", Hints()).articles
    assert "由5天减为2天。" in article.text


def test_pictures_of_pages_are_refused() -> None:
    with pytest.raises(InputError) as told:
        read_document(pdf([], []), "scan.pdf", Hints())
    assert told.value.message == "scan.pdf has no text layer: its 2 pages are images."
    assert told.value.hint == "Run a text recognition on it first, as with ocrmypdf."


def test_an_encrypted_file_is_refused() -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(LINES)))
    writer.encrypt("x", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(InputError) as told:
        read_document(out.getvalue(), "a.pdf", Hints())
    assert told.value.message == "a.pdf is encrypted."


@pytest.mark.parametrize("cut", [9, 200, 900])
def test_a_broken_file_is_an_input_error(cut: int) -> None:
    with pytest.raises(InputError, match=r"a\.pdf"):
        read_document(pdf(LINES)[:cut], "a.pdf", Hints())


def test_items_begin_paragraphs() -> None:
    full = "甲" * 30
    assert join_lines([full, "一、开工", "二、投产"]) == f"{full}\n一、开工\n二、投产"
    assert join_lines([full, "乙丙。"]) == f"{full}乙丙。"
