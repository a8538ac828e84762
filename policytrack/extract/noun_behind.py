"""The noun that stands behind a number: 18家加油站, 改造【12处】老旧市场, 三成的农户.

The phrase is read from left to right and ends at a mark, at a word that begins a predicate (18家加油站被查封), or, once it
has named something that can be counted, at a verb or a measure of that thing (50家企业销售收入增长8%). A predicate that
fills the clause tells which of them are counted: 12个项目建成投产 counts 建成投产项目.
"""

import re
from bisect import bisect_left

from policytrack.extract.carried import Phrase
from policytrack.extract.drafts import Context, Quantity
from policytrack.lexicon.measures import MeasureWords

_PEOPLE = ("人", "名", "位")
# 26个门类产值保持增长: the trades whose 产值 grows.
_GREW = re.compile(
    r"(?P<what>增加值|产量|产值|投资|销售额|利润)(?:同比)?(?P<how>(?:保持|实现)(?:同比)?(?:正?增长|两位数增长))(?=[，。；、（\n]|$)"
)
_PLACES = re.compile("[省市县区旗](?:、?(?:自治区|自治县|[市县区旗]))+(?=[，。；、！的）\n]|$)")
_STATEMENT = 18
# 六成的人, 半数受访者: who says so is no part of what is said.
_PART = re.compile(
    "的?(?:人(?![口均才员民大工数次身生力类社体事])|受访者|网民|被调查者|被访者)(?:(?:表示|还|都|会|则|已经?|能够?|均)*)?"
)
_ASIDE = 6  # characters of brackets inside a name
_REACH = 34  # characters; a longer phrase is no noun
_NO_NOUN = re.compile(
    r"[，。；：！？、）\n]|(?:迅速|快速|大幅|逐步|稳步|一下子)?(?:上升|下降|增加|减少|增长|提高|提升|扩大|缩短|压缩|压减|精简|拓展|缩减|回升|回落|攀升|降|升|增|减|调整)[到至为成]|以上(?!的|[\u4e00-\u9fff]{2})|以下|以内|左右|上下|之多|的?(?:比例|速度|幅度|规模(?!以上)|标准(?!化)|目标)|$|（|和|及|与|一数"
    r"|至|到|，|等(?=[，。；、]|$)|大关|是|为(?!民)|达|占|有(?!机|色|线|轨|效|关|需求|意愿|条件|劳动|能力|组织)|在(?!建|线|校|岗|营|册)|已|将|被|均|来(?!华)|之[间前后]|前后"
)
_CHANGES = frozenset("增降升减提压缩扩调0123456789")  # 从0.5个增至4.8个: a verb or a number, no noun
_BEGINS_NO_NOUN = frozenset("以的是也还就和每")
_LOOSE = "的了着过得、"
_CONJOINED = re.compile(
    r"(?:以?及|[与和])(?![^，。；、]{0,8}[的了将已])[\u4e00-\u9fffA-Za-z“”]{2,9}(?=[，。；：！？、）\n]|$)"
)
_MARKS = frozenset("，。；：！？、）\n")
_OWNED = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4})(?:信息|数据|情况|水平|能力|负责人|代表|名单|容量|规模|面积|产值|监测|变化|要求|需求)"
)
_WITHIN = re.compile(r"(?<![初高集其命适])中$|(?:之中|当中|以内)$")


def noun_behind(context: Context, q: Quantity, limit: int) -> Phrase | None:
    """The noun directly behind a number that modifies it; `limit` is where the next number begins."""
    text, words = context.text, context.lexicon.measures
    at = q.tail
    if at == limit and (further := _further(context, at)) is not None:  # 6类230项事项
        at, limit = further
    if at >= limit or _NO_NOUN.match(text, at) or text[at] in _CHANGES:
        return None
    clause_end = context.layout.clauses[context.layout.clause_at(q.start)][1]
    start = at + (text[at] in "的等") + 2 * text.startswith("用于", at)
    if places := _PLACES.match(text, start, min(limit, clause_end)):
        return Phrase(places[0], *places.span())
    last = min(limit, max(clause_end, start), start + _REACH)
    end, stop = _read(text, start, last, words)
    if stop in ("到", "至"):
        return None  # 从39项拓展到…: a verb of change, not a noun
    ended = end
    end = _trim(text, start, end, words)
    noun = text[start:end]
    if len(noun) < 2 or noun[0] in _BEGINS_NO_NOUN or noun[0].isdigit():
        return None
    if end == ended and q.dimension in ("count", "people"):
        said = _said_of_all(text, noun, end, q, words)
        if said is not None:
            return Phrase(said)
    return Phrase(noun, start, end)


def _further(context: Context, at: int) -> tuple[int, int] | None:
    """Where the number that begins at `at` ends and the one after it begins, None where none begins."""
    quantities = context.quantities
    i = bisect_left(quantities, at, key=lambda q: q.lead)
    if i >= len(quantities) or quantities[i].lead != at or quantities[i].form != "number":
        return None
    return quantities[i].tail, quantities[i + 1].lead if i + 1 < len(quantities) else len(context.text)


def _said_of_all(text: str, noun: str, end: int, q: Quantity, words: MeasureWords) -> str | None:
    """A counted noun with the predicate that fills its clause, None when there is no such predicate.

    12个项目建成投产 counts 建成投产项目, 30个城市入选名单 入选名单城市, 300名学生参加见习 学生参加见习.
    """
    people = q.dimension == "people" or q.unit in _PEOPLE
    if state := words.stated.match(text, end):
        return noun + state["state"] if people else state["state"] + noun
    if people or not words.entity_end.search(noun):
        return None
    if told := words.told.match(text, end):
        return told["verb"] + told["object"] + noun
    grew = _GREW.match(text, end)
    return grew["what"] + grew["how"] + noun if grew else None


def said_of_part(context: Context, q: Quantity, limit: int, own: bool) -> Phrase | None:
    """What a share says of its part when nothing is named before it: 三成农户种植药材, 六成的人愿意留下.

    With a noun of its `own` behind it, only what people say counts.
    """
    text = context.text
    clause_end = context.layout.clauses[context.layout.clause_at(q.start)][1]
    last = min(limit, clause_end, q.tail + _STATEMENT)
    found = _PART.match(text, q.tail, last)
    start = found.end() if found else q.tail
    if not found and (own or _NO_NOUN.match(text, q.tail)):
        return None
    end = start
    while end < last and text[end] not in "，。；：！？、）（\n 和”":
        end += 1
    end = _trim(text, start, end, context.lexicon.measures)
    return Phrase(text[start:end], start, end) if end - start >= 2 else None


def _read(text: str, start: int, last: int, words: MeasureWords) -> tuple[int, str]:
    """Where the noun ends, and the word that ended it."""
    pattern = words.behind
    at, of_seen = start, False
    while found := pattern.search(text, at, last):
        kind, here = found.lastgroup, found.start()
        at = found.end()
        if kind in ("quote", "bracket"):
            at = _closed(text, start, here, last, words)
            if at < 0:
                return here, found[0]
        elif kind == "inner" or (found[0] == "、" and here == start + 1):  # 9件省、市实事
            continue
        elif here == start and kind != "mark":
            at = here + 1
        elif kind == "of":
            end = here if of_seen else _ends_at_of(text, start, here, last, words)
            if end is not None:
                return end, "的"
            of_seen = True
        elif kind == "joint":
            more = _CONJOINED.match(text, here)
            return (more.end(), "") if more and more.end() <= last else (here, found[0])
        elif kind in ("later", "event"):  # only behind what can be counted
            counted = words.entity_end.search(text, start, here) is not None
            if counted and not (kind == "event" and _is_of_name(text, found.end(), last, words)):
                return here, found[0]
            at = here + 1
        else:
            return here, found[0]
    return last, ""


def _closed(text: str, start: int, here: int, last: int, words: MeasureWords) -> int:
    """Where a name goes on behind its quotes or brackets: “一窗通办”服务点, 县（区）站点; -1 where it has ended before them."""
    if text[here] == "“":
        if words.entity_end.search(text, start, here):
            return -1  # 9家园区“区域创新高地”
        return text.find("”", here, last) + 1 or -1
    close = text.find("）", here, min(last, here + _ASIDE))
    return close + 1 if 0 <= close < last - 1 and text[close + 1] not in "，。；、：" else -1


def _is_of_name(text: str, at: int, last: int, words: MeasureWords) -> bool:
    """Whether something that can be counted follows an event in the same name: 小区改造【项目】, 城市更新和民生【项目】."""
    end = next(
        (m.start() for m in words.behind.finditer(text, at, last) if m.lastgroup in ("mark", "word", "of")), last
    )
    return words.entity_end.search(text, at, end) is not None


def _ends_at_of(text: str, start: int, here: int, last: int, words: MeasureWords) -> int | None:
    """Where a phrase with 的 has ended, None when it goes on: 12家新开的【门店】, but 12家门店|的负责人."""
    if text[here - 1] == "中":
        return here - 1  # 2张表格中的问题
    if words.entity_end.search(text, start, here) or _OWNED.match(text, here + 1, last):
        return here  # 9个旧系统的数据 are 旧系统
    return None if here + 2 < last and text[here + 1] not in _MARKS else here


def _trim(text: str, start: int, end: int, words: MeasureWords) -> int:
    while end > start and text[end - 1] in _LOOSE:
        end -= 1
    within = _WITHIN.search(text, start, end)
    return within.start() if within and within.start() - start >= 2 else end
