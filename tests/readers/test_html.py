"""Saved web pages: the article and what the page says about it, in the shapes county sites come in."""

from datetime import date

import pytest

from policytrack.errors import InputError
from policytrack.model import Article
from policytrack.readers import Hints, read_document

pytest.importorskip("lxml")

P = "<p>　　青禾县前三季度开工项目40个，完成投资31亿元，同比增长8.2%。</p><p>县里派出专员120名，逐户上门服务。</p>"
BODY = "青禾县前三季度开工项目40个，完成投资31亿元，同比增长8.2%。\n县里派出专员120名，逐户上门服务。"
NAV = "<div class=nav>" + "".join(f"<a href=/{i}>栏目之{i}</a> " for i in range(12)) + "</div>"
FOOT = "<div class=footer>版权所有：青禾县人民政府，主办单位：县政府办公室，电话：0000-000000。</div>"


def read(page: str, encoding: str = "utf-8") -> Article:
    [article] = read_document(page.encode(encoding), "a.html", Hints()).articles
    return article


def page(head: str = "", top: str = "", body: str = P, title: str = "前三季度开工项目40个_青禾县人民政府") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{NAV}<div>{top}{body}</div>{FOOT}</body></html>"


def test_navigation_and_footer_are_left_out() -> None:
    assert read(page()).text == BODY


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ('<meta name="PubDate" content="2023-09-20 10:12">', ""),
        ('<meta property="article:published_time" content="2023-09-20T10:12:00+08:00">', ""),
        ('<script type="application/ld+json">{"datePublished": "2023-09-20"}</script>', ""),
        ("", "<h1>前三季度开工项目40个</h1><p>发布时间：2023年09月20日 来源：县发改局</p>"),
        ("", "<h2>前三季度开工项目40个</h2><span>2023-09-20 10:12</span><span>来源：县发改局</span>"),
        ("", '<h1>前三季度开工项目40个</h1><time datetime="2023-09-20">2023-09-20</time>'),
        ('<link rel="canonical" href="http://news.example.cn/2023-09/20/content_1.htm">', ""),
    ],
    ids=["meta", "og", "linked data", "label", "clock", "time element", "address"],
)
def test_the_day(head: str, top: str) -> None:
    article = read(page(head, top))
    assert (article.published, article.published_how) == (date(2023, 9, 20), "stated")
    assert article.text == BODY


def test_days_of_other_articles_are_not_taken() -> None:
    assert read(page(body=P + "<ul><li><a href=/1>别县新闻 2020-01-02</a></li></ul>")).published is None


@pytest.mark.parametrize(
    ("title", "head", "top"),
    [
        ("前三季度开工项目40个_青禾县人民政府", "", ""),
        ("前三季度开工项目40个 - 青禾网", "", ""),
        ("前三季度开工项目40个--要闻--青禾网", "", ""),
        ("青禾县人民政府", '<meta name="ArticleTitle" content="前三季度开工项目40个">', ""),
        ("", "", "<h1>前三季度开工项目40个</h1>"),
    ],
    ids=["underscore", "dash", "dashes", "meta", "heading"],
)
def test_the_title(title: str, head: str, top: str) -> None:
    if title == "青禾县人民政府":
        title = ""
    assert read(page(head, top, title=title)).title == "前三季度开工项目40个"


def test_source_and_byline() -> None:
    article = read(page(top="<p>2023-09-20 10:12 来源：青禾日报 作者：李某</p>"))
    assert (article.source, article.byline) == ("青禾日报", "李某")


def test_cells_of_a_table_stay_on_their_row() -> None:
    table = "<table><tr><th>指标</th><th>数值</th></tr><tr><td>投资</td><td>31亿元</td></tr></table>"
    assert "指标 | 数值\n投资 | 31亿元" in read(page(body=P + table)).text


def test_line_breaks_are_kept() -> None:
    assert read(page(body=P.replace("</p><p>", "<br>"))).text == BODY


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert read(page('<meta charset="gb2312">'), encoding).text == BODY


def test_a_list_of_links_is_refused() -> None:
    with pytest.raises(InputError) as told:
        read(page(body=""))
    assert told.value.message == "a.html is a list of 12 links without an article."


def test_a_page_built_by_scripts_is_refused() -> None:
    with pytest.raises(InputError) as told:
        read("<html><body><div id=app></div><script>render('新闻，新闻。')</script></body></html>")
    assert told.value.message == "a.html holds no running text."
    assert told.value.hint == "If its text is built by scripts, save it after loading."


def test_scripts_styles_and_comments_are_no_text() -> None:
    article = read(page(body=P + "<script>alert('一，二。')</script><style>p{}</style><!-- 三，四。 -->"))
    assert article.text == BODY


def test_titles_hold_no_escapes() -> None:
    assert read(page(title="开工\x1b[2J项目\u202e四十个")).title == "开工[2J项目四十个"


def test_the_library_is_named_when_it_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "lxml.html", None)
    with pytest.raises(InputError) as told:
        read(page())
    assert told.value.message == "a.html needs the extra 'html' to be read."
    assert told.value.hint == "Install it: pip install 'policytrack[html]'."


@pytest.mark.parametrize(
    "tail",
    [
        "<p>声明：凡本网注明来源的作品，未经授权不得转载。</p><p>违者将追究责任。</p>",
        "<p>特别声明：以上内容仅代表作者观点，不代表平台立场。</p>",
        "<p>点击上方蓝字关注我们</p><p>长按识别二维码关注</p><p>阅读原文</p><p>END</p>",
        "<p>点击进入“专题”>></p>",
        "<div>海量资讯、精准解读，尽在客户端</div>",
        "<p>凡注明“来源：青禾网”的稿件，版权均属青禾网。</p>",
    ],
    ids=["statement", "view of the author", "invitations", "more", "advertisement", "rights"],
)
def test_what_stands_under_articles_is_no_part_of_them(tail: str) -> None:
    assert read(page(body=P + tail)).text == BODY


def test_the_day_of_publication_beats_the_day_a_paper_was_signed() -> None:
    table = (
        "<table><tr><td>发文机关：<td>青禾县人民政府办公室<td>成文日期：<td>2023年09月18日</tr>"
        "<tr><td>发文字号：<td>青政办〔2023〕12号<td>发布日期：<td>2023年09月20日</tr></table>"
    )
    article = read(page(top=table, title="青禾县人民政府办公室关于印发若干措施的通知-青禾县人民政府"))
    assert article.title == "青禾县人民政府办公室关于印发若干措施的通知"
    assert article.published == date(2023, 9, 20)


def test_a_page_of_an_electronic_paper_prints_its_day_above_it() -> None:
    top = "<div>第01版：要闻</div><div>2023年09月20日 星期三</div>"
    article = read(page(top=top, title="青禾日报数字报-前三季度开工项目40个"))
    assert (article.title, article.published) == ("前三季度开工项目40个", date(2023, 9, 20))


def test_the_day_a_page_was_looked_at_is_not_its_day() -> None:
    assert read(page(top="<div>2023年09月20日 星期三</div><div>网站首页</div>")).published is None


def test_a_headline_repeated_without_its_year_is_no_part_of_the_text() -> None:
    body = "<p>青禾县前三季度开工项目40个</p>" + P
    assert read(page(body=body, title="2023年青禾县前三季度开工项目40个_青禾网")).text == BODY
