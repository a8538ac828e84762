"""Word files: paragraphs and tables in order."""

import io
import zipfile

import pytest

from policytrack.errors import InputError
from policytrack.readers import Hints, read_document

docx = pytest.importorskip("docx")


def word() -> bytes:
    document = docx.Document()
    for text in ("甲县开工四十个项目", "2023-09-20 青禾日报", "全县开工40个。"):
        document.add_paragraph(text)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("指标", "数值", "投资", "31亿元"), strict=True
    ):
        cell.text = text
    document.add_paragraph("用时5天。")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_paragraphs_and_tables_in_order() -> None:
    [article] = read_document(word(), "a.docx", Hints()).articles
    assert (article.title, article.source, str(article.published)) == ("甲县开工四十个项目", "青禾日报", "2023-09-20")
    assert article.text == "全县开工40个。\n指标 | 数值\n投资 | 31亿元\n用时5天。"


def test_a_broken_file_is_an_input_error() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    with pytest.raises(InputError, match=r"a\.docx is a broken Word file"):
        read_document(out.getvalue(), "a.docx", Hints())


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "很"><!ENTITY y "&x;&x;&x;&x;">]>'
    source, out = zipfile.ZipFile(io.BytesIO(word())), io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in source.namelist():
            content = source.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                content = content.replace("?>", "?>" + bomb, 1).replace("用时5天", "用时&y;天")
            archive.writestr(name, content.encode("utf-8", "surrogateescape"))
    [article] = read_document(out.getvalue(), "a.docx", Hints()).articles
    assert "很很" not in article.text
