"""Every file of the shared raw inputs is read, or refused for the right reason; titles and days of web pages hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from policytrack.errors import InputError
from policytrack.readers import Hints, Reading, read_document

for _library in ("lxml", "pypdf", "docx", "openpyxl"):
    pytest.importorskip(_library)

REFUSED = {
    "gansu_jyt_list.html": "is a list of 65 links without an article.",
    "gb_mozilla_bug171813.html": "holds no running text.",
    "small_ocr_image_only.pdf": "has no text layer: its 8 pages are images.",
}
# Day of publication as the page prints it; None where it prints none.
DAYS = {
    "gne_gzggw_1.html": "2016-11-22",
    "gne_zsnews_1.html": "2019-03-06",
    "gne_ifeng_3.html": "2020-09-11",
    "gne_cjn_1.html": "2020-10-04",
    "gne_163_8.html": "2020-02-29",
    "gne_people_1.html": "2019-06-15",
    "archive.org.he.xinhuanet.com.25340717.html": "2012-06-04",
    "yangxin_detail-455.html": "2021-02-28",
    "yangxin_detail-469.tpl": "2021-06-09",
    "a_gb2312.html": None,
}


@pytest.fixture(scope="module")
def raw(shared: Path) -> Path:
    return shared / "data/raw"


def read(path: Path) -> Reading:
    return read_document(path.read_bytes(), path.name, Hints())


def files(raw: Path) -> Iterator[Path]:
    return (path for path in sorted(raw.rglob("*")) if path.is_file() and path.name != "MANIFEST.tsv")


def test_every_file_is_read_or_refused_for_its_reason(raw: Path) -> None:
    for path in files(raw):
        if path.name in REFUSED:
            with pytest.raises(InputError) as told:
                read(path)
            assert told.value.message == f"{path.name} {REFUSED[path.name]}"
            assert told.value.hint
        else:
            reading = read(path)
            assert reading.articles, path
            assert reading.problems == [], path


def test_days_and_titles_of_web_pages(raw: Path) -> None:
    titles = dict(line.split("\t")[::3] for line in (raw / "MANIFEST.tsv").read_text("utf-8").splitlines())
    for name, day in DAYS.items():
        path = next(raw.rglob(name))
        [article] = read(path).articles
        assert (str(article.published) if article.published else None) == day, name
        assert article.title, name
        described = titles[str(path.relative_to(raw))]
        assert "real saved page" not in described or article.title in described, name


def test_encodings_of_one_text_agree(raw: Path) -> None:
    names = ("a_gb18030.txt", "a_gbk_crlf.txt", "a_utf16le_bom.txt", "a_utf8_bom.txt", "a.docx")
    read_once = [read(raw / "derived" / name).articles for name in names]
    assert all(articles == read_once[0] for articles in read_once)


def test_a_pdf_of_six_articles(raw: Path) -> None:
    articles = read(raw / "derived/page_5_articles.pdf").articles
    assert len(articles) == 6
    assert all(article.source and article.published for article in articles)


def test_a_table_of_articles(raw: Path) -> None:
    articles = read(raw / "sql_csv/haze_news_people_cn.xlsx").articles
    assert len(articles) == 2262
    assert all(article.title and article.published for article in articles)
