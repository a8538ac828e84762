"""Plain text and Markdown: headline, metadata, body."""

from datetime import date

import pytest

from policytrack.errors import InputError
from policytrack.model import Article
from policytrack.readers import Hints, read_document


def read(text: str, origin: str = "a.txt") -> list[Article]:
    return read_document(text.encode(), origin, Hints()).articles


def test_headline_metadata_and_body() -> None:
    [article] = read("青禾县开工十个项目\n来源：青禾日报 发布时间：2023-09-20\n\n全县开工10个。\n用时5天。\n")
    assert article.title == "青禾县开工十个项目"
    assert article.text == "全县开工10个。\n用时5天。"
    assert (article.source, article.published, article.published_how) == ("青禾日报", date(2023, 9, 20), "stated")


def test_a_sentence_is_no_headline() -> None:
    [article] = read("全县开工10个。\n用时5天。\n")
    assert (article.title, article.text) == ("", "全县开工10个。\n用时5天。")


def test_a_repeated_headline_is_dropped() -> None:
    [article] = read("青禾县办法的通知\n青禾县办法的通知\n各乡镇：\n现印发。\n")
    assert article.text == "各乡镇：\n现印发。"


def test_front_matter_beats_the_name_of_the_file() -> None:
    [article] = read("---\ntitle: 开工\ndate: 2023-09-20\n---\n全县开工10个。\n", "2020-01-01.md")
    assert (article.title, article.published) == ("开工", date(2023, 9, 20))


def test_the_name_of_the_file_dates_what_has_no_day() -> None:
    [article] = read("全县开工10个。\n", "news/20230921.txt")
    assert (article.published, article.published_how) == (date(2023, 9, 21), "inferred")


def test_a_signature_dates_a_notice() -> None:
    [article] = read("关于开工的通知\n各乡镇：请于月底前开工。\n青禾县人民政府\n2022年3月1日\n")
    assert (article.published, article.published_how) == (date(2022, 3, 1), "inferred")
    assert article.text.endswith("2022年3月1日")


def test_several_articles_each_with_day_and_publisher() -> None:
    one = "甲县开工十个项目\n2023-09-20 青禾日报\n全县开工10个。\n"
    two = "乙县投产三家工厂\n2023-09-21 北岭网\n全县投产3家。\n用时5天。\n"
    articles = read(one + two)
    assert [(a.title, a.source, a.text) for a in articles] == [
        ("甲县开工十个项目", "青禾日报", "全县开工10个。"),
        ("乙县投产三家工厂", "北岭网", "全县投产3家。\n用时5天。"),
    ]


def test_markdown_keeps_paragraphs_and_drops_tags() -> None:
    [article] = read("# 甲县开工\n\n<p>开工3个。</p><p>用时5天。</p>\n", "a.md")
    assert article.text == "开工3个。\n用时5天。"


def test_links_of_markdown_are_their_words() -> None:
    body = "[开工](/a.html)3个，![图](http://x.cn/a.jpg)用时5天。"
    [article] = read(f"# 甲县开工\n\n{body}\n\n[查看原文](https://news.example.cn/20230920/1.html)\n", "a.md")
    assert article.text == "开工3个，用时5天。"
    assert article.url == "https://news.example.cn/20230920/1.html"


def test_titles_hold_no_control_characters() -> None:
    [article] = read("# 开工\x1b[31m红\u202e字\n\n开工3个。\n", "a.md")
    assert article.title == "开工[31m红字"


@pytest.mark.parametrize("text", ["---\ntitle:\n---\n", "来源：青禾日报\n"], ids=["front matter only", "source only"])
def test_metadata_without_text_is_refused(text: str) -> None:
    with pytest.raises(InputError) as told:
        read(text)
    assert told.value.message == "a.txt has no text."


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(InputError) as told:
        read_document(b"x", "a", Hints(format="odt"))
    assert told.value.message == "--format 'odt' is not known."


@pytest.mark.parametrize("mark", ["", "# "], ids=["line", "heading"])
def test_the_masthead_of_a_page_dates_all_its_articles(mark: str) -> None:
    page = f"{mark}青禾日报 2023年9月20日 第02版\n\n## 全县新建学校两所\n\n本报讯 学校建成。\n\n## 县城供水改造\n\n本报讯 水管换新。\n"
    found = read(page, "p.md")
    assert [(a.title, a.published, a.source) for a in found] == [
        ("全县新建学校两所", date(2023, 9, 20), "青禾日报"), ("县城供水改造", date(2023, 9, 20), "青禾日报"),
    ]  # fmt: skip
