"""Indicators that a clause does not name: what it compares, counts towards or goes on with was named before.

增加值增长9%，高于全国2个百分点: the second figure measures what the first one does. 外贸出口势头良好，上半年增长16%: the
sentence opened with what grew.
"""

import re
from dataclasses import dataclass

from policytrack.extract.drafts import Context, FigureDraft
from policytrack.extract.standing import home_of
from policytrack.lexicon.gazetteer import gazetteer, leading_place
from policytrack.lexicon.places import Place

# A comparison, a state or a goal in place of a noun: 高于全国, 是十年前, 完成年度任务.
_NO_NAME = re.compile(
    r"(?:(?:累计|月度|其)?(?:增速|增幅|涨幅|降幅|分别)?[快高低好优慢多少大小]于|[快高低]出|领先|落后于|超出|居(?!民|住|家)|是|相当于|约为|占到?(?!比)"
    r"|比(?![例重])|较(?!差|好|高|低|大|小|强)).*"
    r"|(?:完成|占|超)?(?:年度?|全年|当年|年初|既定|省定|市定|预定|[^，。；]{0,6}下达)?(?:的)?(?:目标|任务|计划|进度)+(?:数|量|总量)?"
    r"|(?:已|新|再|净|共|滚动|持续|陆续|进一步|一下子|成功|新)?(?:增|加|签|新增|上升|提升|提高|下降|减少|增加|扩大|实施|打造|开工|推进|回升|完成|达到"
    r"|调整|签约)?(?:至|到|为)?"
)
# Where the noun that opens a sentence ends: 外贸出口|保持…, 旅游市场|持续回暖.
_OPENING = re.compile(
    r"(?P<noun>[\u4e00-\u9fffA-Za-z“”、]{2,16}?)(?:保持|呈现?|持续|继续|稳步|稳中|稳定|增势|势头|强劲|较快|平稳|总体|实现|再创|创|不断|快速|大幅"
    r"|增长|回升|回暖|向好|走势|表现|情况)"
)
_LONGEST = 12  # characters of the name of a place in a list
_PART = re.compile("(?:的)?(?:比重|占比|比例|增速|增幅|分别|增长|下降)?$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase; its span is -1 where it is put together."""

    text: str
    start: int = -1
    end: int = -1


def is_carried(phrase: str) -> bool:
    """Whether a phrase is no noun of its own but says how the figure stands to what was named before."""
    return _NO_NAME.fullmatch(phrase) is not None


def place_of_list(context: Context, phrase: str) -> Place | None:
    """The place that alone stands before a value of a list: 甲市比重为80%，乙市75%; of several 鼓楼区 the article's own."""
    name = _PART.sub("", phrase)
    place, length = leading_place(name)
    if place is None and name.endswith(("区", "县", "市")) and len(name) <= _LONGEST:
        places = gazetteer(context.lexicon.places)
        place, length = leading_place(name, home_of(context.article, places), places)
    return place if place is not None and length == len(name) > 2 else None


def carried(context: Context, draft: FigureDraft, previous: FigureDraft | None) -> Phrase | None:
    """The indicator of the figure before it in the sentence, else the noun that opens the sentence of a rate."""
    layout = context.layout
    sentence = layout.sentence_at(draft.quantity.start)
    named = previous is not None and layout.sentence_at(previous.quantity.start) == sentence
    if named and previous is not None and previous.indicator is not None:
        draft.confidence = min(draft.confidence, 0.7)
        return Phrase(previous.indicator)
    if draft.kind not in ("growth", "change", "multiple", "rank"):
        return None
    start, end = layout.sentences[sentence]
    clause = layout.clauses[layout.clause_at(draft.quantity.start)][0]
    while start < min(end, clause):
        stop = layout.clauses[layout.clause_at(start)][1]
        opening = context.lexicon.measures.leading.match(context.text, start, stop)
        at = opening.end() if opening else start
        if found := _OPENING.match(context.text, at, stop):
            draft.confidence = min(draft.confidence, 0.6)
            return Phrase(found["noun"], *found.span("noun"))
        start = max(start, stop) + 1  # a gap between clauses belongs to none
    return None
