"""Metadata that pages and text files print about themselves: front matter, 来源 and 发布时间 lines, datelines, bylines."""

import re
from datetime import date

_FRONT = re.compile(r"\A---[ \t]*\n(?P<body>(?:[^\n]*\n){1,40}?)---[ \t]*\n")
_PAIR = re.compile(r"^(?P<key>[A-Za-z_\u4e00-\u9fff]+)[ \t]*[:：][ \t]*(?P<value>.*?)[ \t]*$", re.MULTILINE)
_KEYS = {
    "source": "source", "来源": "source", "信息来源": "source", "稿源": "source", "文章来源": "source",
    "published": "published", "date": "published", "发布时间": "published", "发布日期": "published",
    "日期": "published", "时间": "published", "发文日期": "published", "成文日期": "published",
    "place": "place", "地区": "place", "title": "title", "标题": "title", "url": "url",
    "author": "byline", "作者": "byline", "记者": "byline", "编辑": "", "责任编辑": "", "浏览量": "", "点击数": "",
    "字号": "", "浏览次数": "", "阅读": "", "责编": "", "审核": "",
}  # fmt: skip
_NAMES = "信息来源|文章来源|来源|稿源|发布时间|发布日期|日期|时间|作者|责任编辑|编辑|浏览量|点击数|浏览次数|字号"
_INLINE = re.compile(
    rf"(?P<key>{_NAMES})[ \u3000]*[:：][ \u3000]*(?P<value>.*?)(?=[ \u3000]+(?:{_NAMES})[ \u3000]*[:：]|$)"
)
_DAY = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?:[-/.]|年)[ ]?(?P<m>[0-9]{1,2})(?:[-/.]|月)[ ]?(?P<d>[0-9]{1,2})日?")
_COMPACT = re.compile(r"(?<![0-9])(?P<y>20[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?![0-9])")

Meta = dict[str, str]


def day_in(text: str) -> date | None:
    """The first full date of a text: 2023-09-20, 2023/9/20, 2023年9月20日, 20230920."""
    for pattern in (_DAY, _COMPACT):
        for found in pattern.finditer(text):
            try:
                return date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                continue
    return None


def front_matter(text: str) -> tuple[Meta, int]:
    """The pairs of a `---` block at the top, and where the text after it begins."""
    found = _FRONT.match(text)
    if not found:
        return {}, 0
    meta = {}
    for pair in _PAIR.finditer(found["body"]):
        key = _KEYS.get(pair["key"].lower())
        if key:
            meta[key] = pair["value"].strip("\"'")
    return meta, found.end()


def meta_line(line: str) -> Meta | None:
    """The pairs of a line that holds nothing but metadata, or None for any other line."""
    line = line.strip()
    if not line or len(line) > 120 or not _INLINE.match(line):
        return None
    return {_KEYS[m["key"]]: m["value"].strip() for m in _INLINE.finditer(line) if _KEYS[m["key"]]}
