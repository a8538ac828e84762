"""Newspaper pages: which headings begin an article."""

from itertools import pairwise
from pathlib import Path

import pytest

from policytrack.readers import Hints, read_document
from policytrack.readers.page import byline, dateline, pieces

PAGE = """# 青禾日报 第三版

## 北岭新区前三季度开工项目四十个

本报讯（记者 李某）北岭新区今年开工项目40个，完成投资31亿元。

## 服务到门口

区里派出专员120名，逐户上门。

## 让企业少跑路——

办理时间由5天减为2天。（通讯员 周某）

## 青禾县粮食收购过半

本报青禾9月3日电 全县收购粮食8万吨。

## 明日天气
"""


def titles(page: str) -> list[str]:
    return [piece.title for piece in pieces(page)]


def test_two_news_items_are_two_articles() -> None:
    page = "# 甲县开工\n\n本报讯（记者 甲）开工3个。\n\n# 乙县投产\n\n本报讯（记者 乙）投产4个。\n"
    assert titles(page) == ["甲县开工", "乙县投产"]


def test_headings_of_one_level_on_a_page_are_articles() -> None:
    assert titles("# 甲县开工\n\n开工3个。\n\n# 乙县投产\n\n投产4个。\n") == ["甲县开工", "乙县投产"]


def test_a_lower_heading_is_a_sub_head() -> None:
    [piece] = pieces("# 甲县开工\n\n本报讯（记者 甲）开工3个。\n\n## 速度加快\n\n用时5天。\n")
    assert piece.title == "甲县开工"
    assert piece.why[-1] == "速度加快 is a sub-head: nothing speaks for a new article"


def test_a_dateline_begins_an_article_at_any_level() -> None:
    page = "# 甲县开工\n\n本报讯（记者 甲）开工3个。\n\n### 乙县投产\n\n新华社北京3月1日电 投产4个。\n"
    assert titles(page) == ["甲县开工", "乙县投产"]


def test_a_heading_that_runs_on_is_a_sub_head() -> None:
    page = "# 甲县开工\n\n本报讯（记者 甲）开工3个。\n\n# 从一到十——\n\n增加9个。\n"
    assert titles(page) == ["甲县开工"]


def test_a_headline_without_text_stands_alone() -> None:
    articles = read_document(PAGE.encode(), "page.md", Hints()).articles
    assert [article.headline_only for article in articles] == [False] * (len(articles) - 1) + [True]
    assert articles[-1].title == "明日天气"


def test_where_items_have_datelines_a_heading_of_their_level_without_one_is_a_sub_head() -> None:
    page = "## 甲县开工\n\n本报讯（记者 甲）开工3个。\n\n## 速度加快\n\n用时5天。\n\n## 乙县投产\n\n本报讯（记者 乙）投产4个。\n"
    assert titles(page) == ["甲县开工", "乙县投产"]


def test_an_advertisement_is_a_piece_of_its_own() -> None:
    page = "# 甲县开工\n\n本报讯（记者 甲）开工3个。\n\n### 广告\n\n新房发售。\n\n### 乙县投产\n\n投产4个。\n"
    assert titles(page) == ["甲县开工", "广告", "乙县投产"]


def test_a_correction_notice_is_a_piece_of_its_own() -> None:
    page = "## 甲乡修路\n\n本报讯 路修好了。\n\n## 乙乡架桥\n\n本报讯 桥架好了。\n\n## 更正\n\n前日报道有误。\n"
    assert titles(page)[-1] == "更正"


def test_the_name_of_the_page_is_no_article() -> None:
    assert "青禾日报 第三版" not in titles(PAGE)


@pytest.mark.parametrize("name", ["第2版 综合新闻", "A03版", "《青禾日报》 (20230920)"])
def test_a_name_of_a_page_at_the_level_of_headlines_is_no_article(name: str) -> None:
    assert titles(f"## {name}\n\n## 甲县开工\n\n开工3个。\n\n## 乙县投产\n\n投产4个。\n") == ["甲县开工", "乙县投产"]


def test_pieces_are_in_order_and_apart() -> None:
    spans = [(piece.start, piece.end) for piece in pieces(PAGE)]
    assert all(start <= end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    ["本报讯（记者 甲）开工。", "本报青禾9月3日电 开工。", "新华社北京3月1日电 开工。", "王某 摄\n本报讯 开工。"],
)
def test_datelines(text: str) -> None:
    assert dateline(text)


@pytest.mark.parametrize("text", ["开工3个。", "", "记者从县里获悉，开工3个。"])
def test_no_datelines(text: str) -> None:
    assert not dateline(text)


def test_bylines() -> None:
    assert byline("本报讯（记者 甲 乙）开工。") == "记者 甲 乙"
    assert byline("开工。（通讯员 丙）") == "通讯员 丙"
    assert byline("开工。") is None


def test_the_shared_page(shared: Path) -> None:
    articles = read_document((shared / "data/newspaper_page.md").read_bytes(), "newspaper_page.md", Hints()).articles
    assert [article.headline_only for article in articles].count(False) == 5
    assert [article.headline_only for article in articles].count(True) == 1
