"""Feeds: an article an item, in RSS, RDF and Atom."""

from datetime import date

import pytest

from policytrack.errors import InputError
from policytrack.readers import Hints, Reading, read_document

pytest.importorskip("lxml")

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0"><channel><title>青禾网</title>
<item><title>甲县开工</title><link>http://news.example.cn/1</link><pubDate>Wed, 20 Sep 2023 10:12:00 +0800</pubDate>
<description><![CDATA[<p>开工3个，投资2亿元。</p><p>用时5天。</p>]]></description></item>
<item><title>乙县投产 &lt;b&gt;三家&lt;/b&gt;</title></item>
</channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>青禾网</title></channel>
<item><title>甲县开工</title><link>http://news.example.cn/1</link><dc:date>2023-09-20T10:12:00+08:00</dc:date>
<description>开工3个，投资2亿元。&lt;br&gt;用时5天。</description></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>青禾网</title>
<entry><title>甲县开工</title><link rel="alternate" href="http://news.example.cn/1"/><published>2023-09-20T10:12:00Z</published>
<content type="html">&lt;p&gt;开工3个，投资2亿元。&lt;/p&gt;&lt;p&gt;用时5天。&lt;/p&gt;</content></entry></feed>"""


def read(text: str, encoding: str = "utf-8") -> Reading:
    return read_document(text.replace("{encoding}", encoding).encode(encoding), "a.xml", Hints())


@pytest.mark.parametrize("text", [RSS, RDF, ATOM], ids=["rss", "rdf", "atom"])
def test_items(text: str) -> None:
    article = read(text).articles[0]
    assert (article.title, article.text) == ("甲县开工", "开工3个，投资2亿元。\n用时5天。")
    assert (article.published, article.source, article.url) == (date(2023, 9, 20), "青禾网", "http://news.example.cn/1")


def test_an_item_without_text_is_a_headline() -> None:
    article = read(RSS).articles[1]
    assert (article.title, article.headline_only) == ("乙县投产 三家", True)


def test_declared_gb2312() -> None:
    assert read(RSS, "gb2312").articles[0].title == "甲县开工"


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    assert [article.title for article in read(RSS[:-60]).articles][:1] == ["甲县开工"]


def test_a_feed_without_items_is_refused() -> None:
    with pytest.raises(InputError) as told:
        read("<rss><channel><title>青禾网</title></channel></rss>")
    assert told.value.message == "a.xml is a feed without items."


def test_half_characters_do_not_cost_the_feed() -> None:
    feed = "<rss><channel><item><title>开工</title><pubDate>&#xD800;2023-09-20&#57343;</pubDate></item></channel></rss>"
    [article] = read_document(feed.encode(), "a.xml", Hints()).articles
    assert str(article.published) == "2023-09-20"
