"""What a page says about its article: title, day, source, byline, address; and its body without such lines."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from policytrack.readers.lines import day_in, meta_line, named_day
from policytrack.readers.page import plain_title

_META_TITLE = ("articletitle", "og:title", "twitter:title", "title")
_META_DAY = ("article:published_time", "pubdate", "publishdate", "og:time", "og:release_date", "publish_time",
             "datepublished", "publishtime", "firstpublishedtime", "dc.date", "date", "og:published_time")  # fmt: skip
_META_SOURCE = ("contentsource", "source", "og:site_source", "mediaid")
_LABELLED_DAY = re.compile(
    r"(?:发布|发稿|发表|更新|编发|印发)?(?:时间|日期)[ ]?[:：][ ]?(?:\|[ ]?)?(?P<day>20[0-9]{2}\D[^|\n]{3,20})"
)
_PUBLISHED_DAY = re.compile(r"发布(?:时间|日期)[ ]?[:：][ ]?(?:\|[ ]?)?(?P<day>20[0-9]{2}\D[^|\n]{3,20})")
_CLOCKED_DAY = re.compile(r"20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?[ T\u3000]{0,3}[0-9]{1,2}[:：][0-9]{2}")
_SOURCE = re.compile(
    r"(?:信息|稿件|文章|新闻|内容)?来源于?[ ]?[:：][ \u3000]*(?P<source>[^\s|:：，。；【】\[\]()（）]{2,30})"
)
_AUTHOR = re.compile(r"(?:^|[ |\u3000])(?:作者|记者)[ ]?[:：][ ]?(?P<who>[^\s|:：，。]{2,20})", re.MULTILINE)
# What follows a headline in the title of a window without a mark that is no part of headlines: …的通知-青禾县人民政府.
_SITE_TAIL = re.compile(r"[-–][^-–]{2,16}(?:政府|网|网站|新闻|报|门户|频道|客户端|在线|平台|局|委|厅)$")
_PAPER_HEAD = re.compile(r"[^-–_|]{2,16}(?:数字报|电子报|电子版|日报|晚报|时报)[-–_|]+")
_SITE = re.compile(r"\s*(?:_|\||--+|—{1,2}| [-–·] )\s*")
_PLACE_LINE = r"您?(?:当前|现在|所在)(?:的)?位置|首页 ?[>»]"
_BUTTONS = (
    r"字体|字号|【?字体|浏览次数|浏览量|阅读量?[:：]|点击(?:数|量|率|次数)|分享(?:到|至|：)|打印|扫一扫|【打印|\[打印|关闭窗口|收藏"
    r"|评论|我要|保护视力|大 中 小|\[?大\]? ?\[?中|附件下载"
)
_IMPRINT = (
    r"发布机构[:：]|索引号|信息来源|来源于?[:：]|发布时间|发布日期|发稿时间|稿件来源|[（(]?原标题[:：]|[（(【\[]?责任编辑|【编辑"
    r"|责编[:：]|编辑[:：]|审核[:：]|本文来源|版权声明"
)
_INVITATION = (
    r"(?:点击|长按|扫描|扫码|微信扫)[^。]{0,20}(?:关注|二维码|进入|查看|下载|上方|蓝字|>>|》》)|阅读原文|END$|更多精彩|欢迎关注|海量资讯"
    r"|[^。]{0,30}(?:>>|》》)$"
)
_FURNITURE = re.compile(f"(?:{_PLACE_LINE}|{_BUTTONS}|{_IMPRINT}|{_INVITATION})")
_MORE = (
    r"相关(?:阅读|新闻|链接|文章|报道|专题)|延伸阅读|推荐阅读|热门(?:推荐|新闻|文章|点击|排行)|猜你喜欢|上一[篇条页]|下一[篇条页]"
    r"|更多(?:新闻|阅读|>>)|点击排行"
)
_FOOT = r"(?:特别|郑重|版权)?声明[:：]|凡(?:本网|本报|注明)|免责声明|版权所有|Copyright|网友评论|发表评论|打印本页|跟贴|主办单位"
_END = re.compile(rf"[【\[（(]?(?:{_MORE}|{_FOOT})")


@dataclass(frozen=True, slots=True)
class PageFacts:
    title: str
    published: date | None
    source: str | None
    byline: str | None
    url: str | None
    lines: tuple[str, ...] = ()  # that state these facts


def facts(root: Any, text: str) -> PageFacts:
    """What the page says about its article; `text` is all its text."""
    meta = _meta(root)
    lines = text.split("\n")
    url = _url(root, meta)
    at = _masthead(lines)
    title = _title(root, meta, lines, at)
    source = _clean_source(_first(meta, _META_SOURCE)) or _stated(_SOURCE, lines, "source")
    author = _stated(_AUTHOR, lines[:80], "who")
    return PageFacts(title, _published(root, meta, lines, title, url), source, author, url)


def _meta(root: Any) -> dict[str, str]:
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            meta.setdefault(name.strip().lower().replace(" ", ""), element.get("content").strip())
    return meta


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


_WEEKDAY = re.compile(r"20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日[ \u3000]{0,3}星期")
_EPAPER = re.compile(r"数字报|电子报|^(?:第[0-9A-Z]{1,3}版|[A-Z]?[0-9]{2}版)\s*[:：]")


def _masthead(lines: list[str]) -> int | None:
    """The line that states day or source, which stands between headline and body."""
    for i, line in enumerate(lines):
        if len(line) <= 160 and (_LABELLED_DAY.search(line) or _CLOCKED_DAY.search(line)):
            return i
    return None


def _title(root: Any, meta: dict[str, str], lines: list[str], masthead: int | None) -> str:
    window = plain_title(" ".join((root.findtext(".//title") or "").split()))
    stated = plain_title(_first(meta, _META_TITLE))
    heads = [plain_title(" ".join(h.text_content().split())) for h in root.iter("h1")]
    for head in (stated, *heads):
        if head and len(head) >= 4 and (head in window or not window):
            return _SITE.split(head)[0] if head == window and "_" in head else head
    window = _PAPER_HEAD.sub("", _SITE_TAIL.sub("", window).strip(), count=1) or window
    inside = max(
        (line for line in lines if 5 <= len(line) < len(window) and _begins(window, line)), key=len, default=""
    )
    if inside:
        return inside
    if window:
        return window if window in lines else next((p for p in _SITE.split(window) if p), window)
    if masthead:
        for line in reversed(lines[max(0, masthead - 4) : masthead]):
            if 6 <= len(line) <= 80 and not _FURNITURE.match(line):
                return plain_title(line)
    return next((head for head in heads if head), "")


def _begins(window: str, line: str) -> bool:
    """Whether a line is the first part of a window's title: what follows it is no word that goes on."""
    return window.startswith(line) and not window[len(line)].isalnum()


def _published(root: Any, meta: dict[str, str], lines: list[str], title: str, url: str | None) -> date | None:
    """The day a page states: in its metadata, by a label, with a time of day, or in its address; never one of a list."""
    day = day_in(_first(meta, _META_DAY))
    if day:
        return day
    for element in root.iter("time", "span"):
        stated = element.get("datetime") or (element.text if element.get("itemprop") == "datePublished" else None)
        if stated and (day := day_in(stated)):
            return day
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json" and (day := _linked_data_day(script.text or "")):
            return day
    start = next((i for i, line in enumerate(lines) if title and title in line), 0)
    for pattern, part in ((_PUBLISHED_DAY, lines), (_LABELLED_DAY, lines), (_CLOCKED_DAY, lines[start:])):
        for line in part:
            found = pattern.search(line) if len(line) <= 400 else None
            if found and (day := day_in(found[0])):
                return day
    day = named_day(url or "")
    if day:
        return day
    if not title:
        return None
    near = [line for line in lines[start : start + 6] if "published" in (meta_line(line) or {})]
    if any(_EPAPER.search(line) for line in lines[:60]):  # which prints its day above its pages
        near += [found[0] for line in lines[:60] if (found := _WEEKDAY.search(line))]
    return next((day for line in near if (day := day_in(line))), None)


def _linked_data_day(text: str) -> date | None:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return None
    for item in content if isinstance(content, list) else [content]:
        stated = item.get("datePublished") if isinstance(item, dict) else None
        if isinstance(stated, str) and (day := day_in(stated)):
            return day
    return None


def _url(root: Any, meta: dict[str, str]) -> str | None:
    for link in root.iter("link"):
        href = link.get("href") or ""
        if (link.get("rel") or "").lower() == "canonical" and href.startswith(("http://", "https://")):
            return str(href)
    for name in ("og:url", "url"):
        if meta.get(name, "").startswith(("http://", "https://")):
            return meta[name]
    return None


def _stated(pattern: re.Pattern[str], lines: list[str], group: str) -> str | None:
    for line in lines:
        found = pattern.search(line) if len(line) <= 400 else None
        if found:
            return found[group].strip()
    return None


def _clean_source(text: str) -> str | None:
    found = _SOURCE.search(text)
    text = found["source"] if found else text
    return text.strip()[:40] or None if not text.isdigit() else None


def trim(body: str, page: PageFacts) -> str:
    """The body without the headline, the lines that state day or source, and what follows the end of the article."""
    kept: list[str] = []
    for line in body.split("\n"):
        short = len(line) <= 120
        if kept and short and _END.match(line):
            break
        if short and (_FURNITURE.match(line) or line in (page.title, "|", "分享", "打印", "纠错")):
            continue
        if (
            not kept
            and page.title
            and page.title in line
            and len(line) <= len(page.title) + 20
            and line[-1] not in "。；"
        ):
            continue
        if not kept and len(line) >= 10 and line in page.title:  # the headline again, without its year or its kicker
            continue
        if not kept and len(line) <= 60 and (_CLOCKED_DAY.search(line) or (day_in(line) and len(line) <= 24)):
            continue
        kept.append(line)
    return "\n".join(kept)
