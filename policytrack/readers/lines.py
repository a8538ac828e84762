"""Metadata that pages and text files print about themselves: front matter, 来源 and 发布时间 lines, datelines, bylines."""

import re
from calendar import monthrange
from datetime import date

_FRONT = re.compile(r"\A---[ \t]*\n(?P<body>(?:[^\n]*\n){1,40}?)---[ \t]*\n")
_PAIR = re.compile(r"^(?P<key>[A-Za-z_\u4e00-\u9fff]+)[ \t]*[:：][ \t]*(?P<value>.*)$", re.MULTILINE)
_KEYS = {
    "source": "source", "来源": "source", "信息来源": "source", "稿源": "source", "文章来源": "source",
    "published": "published", "date": "published", "发布时间": "published", "发布日期": "published",
    "日期": "published", "发布机构": "source", "时间": "published", "发文日期": "published", "成文日期": "published",
    "place": "place", "地区": "place", "title": "title", "标题": "title", "url": "url", "原文链接": "url", "链接": "url",
    "author": "byline", "作者": "byline", "记者": "byline", "编辑": "", "责任编辑": "", "浏览量": "", "点击数": "",
    "字号": "", "浏览次数": "", "阅读": "", "责编": "", "审核": "",
}  # fmt: skip
_NAMES = (
    "原文链接|信息来源|文章来源|来源|稿源|发布时间|发布日期|日期|时间|作者|责任编辑|编辑|责编"
    "|发布机构|浏览量|点击[数量]|浏览次数|阅读[数量]|访问[数量]|字号"
)
_INLINE = re.compile(
    rf"(?P<key>{_NAMES})[ \u3000]*[:：][ \u3000]*(?P<value>.*?)(?=[ \u3000|]+(?:{_NAMES})[ \u3000]*[:：]|$)"
)
_DAY = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?:[-/.]|年)[ ]?(?P<m>[0-9]{1,2})(?:[-/.]|月)[ ]?(?P<d>[0-9]{1,2})日?")
_PART = re.compile(r"([0-9]{4})(?:[-/.年]([0-9]{1,2})月?|年)?")
# A line between headline and body that is nothing but day and publisher: 2023-09-20 10:30 青禾日报.
_CLOCK = r"(?:[ T\u3000]*[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?(?:[ ]*星期[一二三四五六日天])?"
_FULL_DAY = rf"(?:19|20)[0-9]{{2}}[-/.年][0-9]{{1,2}}[-/.月][0-9]{{1,2}}日?{_CLOCK}"
_WHEN = rf"(?:{_FULL_DAY}|(?:19|20)[0-9]{{2}}(?:[-/.年][0-9]{{1,2}}月?|年)?)"
_HOUSE = r"网|(?<![公通简快播汇月年周])报|社|台|局|委|府|部|厅|院|中心|办|办公室|站|号|客户端|发布|融媒体?"
_WHO = rf"(?:来源[:：][ ]?)?(?P<{{}}>[^\s，。；：:、|0-9（）()]{{{{1,24}}}}?(?:{_HOUSE}))(?:[（(][^（）()]{{{{1,6}}}}[）)])?"
_GAP = r"[ \t\u3000|]+"
_MASTHEAD = re.compile(
    rf"(?P<a>{_FULL_DAY})|(?P<b>{_WHEN}){_GAP}{_WHO.format('who_b')}|{_WHO.format('who_c')}{_GAP}(?P<c>{_WHEN})"
)
_PAGE = re.compile(
    r"[ \t\u3000|·，,]*第?[A-Z]?[0-9]{1,3}版(?:[ \t\u3000:：·|]*[\u4e00-\u9fff·]{2,8})?[ \t\u3000|]*$|^第?[A-Z]?[0-9]{1,3}版[ \t\u3000|]+"
)
_QUOTED_PAPER = re.compile("《([^《》]{2,12}报)》[ \\t\u3000]*")
_COMPACT = re.compile(r"(?<![0-9])(?P<y>20[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?![0-9])")

_DAY_FIRST = re.compile(rf"{_FULL_DAY}{_GAP}")
_REFERENCE = re.compile(r"【?法宝引证码】?")
_FOLDERS = re.compile(
    r"/(20[0-9]{2})(?:[-/_]([0-9]{1,2})[-/_]([0-9]{1,2})|[-/_]?([01][0-9])[-/_]?([0-3][0-9]))(?=[/_.]|$)"
)
_SPELT_DAY = "(?:19|20)[0-9]{2}[ ]?年[ ]?[0-9]{1,2}[ ]?月[ ]?[0-9]{1,2}[ ]?日"
# A line that is nothing but a day, bare or in brackets; and the line under the title of a report that says where it was
# given: ——2024年1月18日在市第十七届人民代表大会第三次会议上.
_SIGNED = re.compile(
    rf"^[ \t\u3000]*(?:{_SPELT_DAY}|[（(]{_SPELT_DAY}[）)]"
    rf"|[—–－（(\-]{{0,4}}{_SPELT_DAY}在[^\n，。；]{{2,40}}(?:会|会议)上[）)]?)[ \t\u3000]*$",
    re.MULTILINE,
)

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


def day_or_part(text: str) -> tuple[date, bool] | None:
    """The day of a text and whether it is stated whole: for a month or year alone (2022-04, 2018) it is the last day."""
    day = day_in(text)
    if day:
        return day, True
    part = _PART.fullmatch(text.strip())
    if not part or not 1900 <= int(part[1]) <= 2100 or not 1 <= int(part[2] or 12) <= 12:
        return None
    year, month = int(part[1]), int(part[2] or 12)
    return date(year, month, monthrange(year, month)[1]), False


def named_day(name: str) -> date | None:
    """The day in the name of a file or in the folders of an address: news/2023-09-20.md, /art/2023/9/20/art_1.html."""
    day = day_in(name.rpartition("/")[2])
    if day or "://" not in name:
        return day
    found = _FOLDERS.search(name[-500:])
    return day_in("-".join(part for part in found.groups() if part)) if found else None


def signature_day(text: str) -> date | None:
    """The day under a notice or over a report: the first line that is nothing but a date, or says when it was given."""
    for found in _SIGNED.finditer(text):
        if day := day_in(found[0]):
            return day
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
            meta[key] = pair["value"].strip().strip("\"'")
    return meta, found.end()


def meta_line(line: str) -> Meta | None:
    """The pairs of a line that holds nothing but metadata, or None for any other line."""
    line = line.strip()
    if not line or len(line) > 200:
        return None
    if not _INLINE.match(line):
        return _masthead(line)
    return {_KEYS[m["key"]]: m["value"].strip() for m in _INLINE.finditer(line) if _KEYS.get(m["key"])}


def _masthead(line: str) -> Meta | None:
    if _REFERENCE.match(line):
        return {}
    opening = _DAY_FIRST.match(line)
    if opening and (rest := line[opening.end() :].strip()) and _INLINE.match(rest):
        return {"published": opening[0].strip(" |\t\u3000")} | (meta_line(rest) or {})
    bare = _QUOTED_PAPER.sub(r"\1 ", _PAGE.sub(" ", line)).strip()
    found = _MASTHEAD.fullmatch(bare) if len(line) <= 60 else None
    if found is None:
        return None
    source = found["who_b"] or found["who_c"]
    return {"published": found["a"] or found["b"] or found["c"]} | ({"source": source} if source else {})
