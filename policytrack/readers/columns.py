"""Which column of a table, or key of a record, holds which field of an article: by `--map`, else by its usual names."""

import re
from collections.abc import Mapping, Sequence

from policytrack.errors import InputError

FIELDS = ("id", "title", "byline", "published", "source", "place", "url", "text")
# The usual names, the better ones first: a table with 正文 and 摘要 has its text in 正文.
_NAMES = {
    "text": "text 正文 内容 全文 正文内容 文章内容 新闻内容 新闻正文 文本 content body fulltext full_text article"
    " article_content articlebody main_text 稿件内容 文章正文",
    "title": "title 标题 题目 题名 新闻标题 文章标题 稿件标题 headline subject name",
    "published": "published 发布时间 发布日期 发表时间 发表日期 出版日期 见报日期 日期 时间 发文日期 成文日期 新闻时间 pubdate publish_time"
    " publish_date published_at pub_time pub_date publishtime publishdate date time datetime created_at",
    "source": "source 来源 媒体 报纸 网站 信息来源 稿件来源 文章来源 新闻来源 媒体名称 site media newspaper publisher",
    "byline": "byline 作者 记者 署名 author reporter writer",
    "place": "place 地区 地点 城市 区域 地市 行政区 region city area",
    "url": "url 链接 网址 原文链接 文章链接 新闻链接 地址 link href",
    "id": "id 编号 文章编号 新闻编号 article_id news_id doc_id guid",
}
_FIELD = {name: (field, rank) for field, names in _NAMES.items() for rank, name in enumerate(names.split())}


def field_of(name: str) -> str | None:
    """The field that a column of this name usually holds."""
    found = _FIELD.get(_plain(name))
    return found[0] if found else None


def _plain(name: str) -> str:
    return re.sub(r"[\s\ufeff：:*]+", "", name).lower()


def assign_columns(names: Sequence[str], given: Mapping[str, str], origin: str) -> dict[str, str]:
    """Field → column name. Raises InputError when a given column is missing or none holds the text."""
    shown = ", ".join(name for name in names[:12] if name)[:200]
    for column in given.values():
        if column not in names:
            raise InputError(f"{origin} has no column {column!r}.", hint=f"Its columns are {shown}.")
    chosen = dict(given)
    taken = set(given.values())
    ranked = sorted((_FIELD[_plain(name)], name) for name in names if _plain(name) in _FIELD and name not in taken)
    for (field, _), name in sorted(ranked, key=lambda item: item[0][1]):
        chosen.setdefault(field, name)
    if "text" not in chosen:
        raise InputError(
            f"{origin}: no column holds the text of articles.",
            hint=f"Name it, as --map text=COLUMN. Its columns are {shown}.",
        )
    return chosen
