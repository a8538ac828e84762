"""The indicator: the noun phrase that a number measures, in the article's own words.

A number is a predicate (产量达到9.4万吨: the phrase stands before it) or a modifier (18家加油站: it stands behind). Rates
without a subject of their own take that of the figure before them (…9.4万吨，增长6%).
"""

import re

from policytrack.extract.carried import Phrase, carried, is_carried, place_of_list
from policytrack.extract.completion import carried_on, finished, is_round, sorted_by
from policytrack.extract.constructions import base_name, granted, ranked_again, streak, streak_before, topic
from policytrack.extract.drafts import Context, FigureDraft
from policytrack.extract.noun_before import noun_before
from policytrack.extract.noun_behind import noun_behind, said_of_part
from policytrack.lexicon.measures import MeasureWords

_COUNTED = ("count", "people", "area", "length", "mass", "volume")


def set_indicator(context: Context, draft: FigureDraft, clause: int, limit: int, drafts: list[FigureDraft]) -> None:
    """Set the indicator of a draft whose kind is known; its clause begins at `clause`, the next figure at `limit`."""
    previous = drafts[-1] if drafts else None
    phrase = streak(context, draft, clause, previous) or granted(context, draft, clause)
    if phrase is None:
        phrase = _named(context, draft, clause, limit, drafts)
    if phrase is not None and phrase.text:
        draft.indicator, draft.indicator_start, draft.indicator_end = phrase.text, phrase.start, phrase.end
    else:
        draft.confidence = min(draft.confidence, 0.5)


def _named(context: Context, draft: FigureDraft, clause: int, limit: int, drafts: list[FigureDraft]) -> Phrase | None:
    """The phrase behind the figure or before it, whichever it measures, else what it goes on with."""
    previous = drafts[-1] if drafts else None
    before = noun_before(context, draft, clause, previous)
    found = _behind(context, draft, before, limit)
    if draft.kind == "share" and found is not None:
        before = None
    if found is not None and before is not None and _prefers_before(context, draft, found, before, limit):
        found = None
    phrase = found or before
    if previous is not None and found is None:
        if zone := _ZONE_ITEM.fullmatch(context.text, previous.quantity.tail, draft.quantity.lead):
            draft.organisation = zone["zone"]  # 其中高新区3亿元: not the city's, though its code is not known
            return carried(context, draft, previous) or Phrase(previous.indicator or "")
        if (more := _more_of(context, draft, drafts)) is not None:
            return more
        if ranked_again(context, draft, previous):
            return Phrase(previous.indicator or "")
        if before is None and _in_streak(context, draft, previous):
            return Phrase(base_name(previous))
        if before is not None and (place := place_of_list(context, before.text)) is not None:
            draft.place = place.code
            return carried(context, draft, previous) or Phrase(previous.indicator or "")
    if phrase is None or (found is None and is_carried(phrase.text)):
        return _carried(context, draft, previous)
    named = sorted_by(context, draft, phrase, previous)
    if found is not None:
        draft.noun_end = found.end
        if named is phrase:
            named = _with_verb(context, draft, found)
    return finished(context, draft, named, drafts)


_ZONE_ITEM = re.compile("[，；]其中[，：]?(?P<zone>高新区|经开区|开发区|新区|园区)")


def _more_of(context: Context, draft: FigureDraft, drafts: list[FigureDraft]) -> Phrase | None:
    """The amount of the sentence that 较去年同期多发行30亿元 compares: the last one named with its verb."""
    if draft.kind != "change":
        return None
    layout, text = context.layout, context.text
    lead = draft.quantity.lead
    more = _MORE.search(text, layout.clauses[layout.clause_at(lead)][0], lead)
    if more is None:
        return None
    sentence = layout.sentences[layout.sentence_at(lead)][0]
    for earlier in reversed(drafts):
        if earlier.quantity.start < sentence:
            return None
        left = layout.clauses[layout.clause_at(earlier.quantity.start)][0]
        if earlier.kind == "level" and text.find(more["verb"], left, earlier.quantity.lead) >= 0:
            return Phrase(earlier.indicator or "")
    return None


def _in_streak(context: Context, draft: FigureDraft, previous: FigureDraft) -> bool:
    layout = context.layout
    same = layout.clause_at(previous.quantity.start) == layout.clause_at(draft.quantity.start)
    return same and streak_before(context, previous) >= 0


def _behind(context: Context, draft: FigureDraft, before: Phrase | None, limit: int) -> Phrase | None:
    """The noun behind a figure; of a share only where it has no name before it (全国55%的钢铁)."""
    q = draft.quantity
    if draft.kind == "share":
        found = None
        if context.text.startswith("的", q.tail) and not _names_a_share(before):
            found = noun_behind(context, q, limit)
        if before is None or found is not None:
            found = said_of_part(context, q, limit, own=found is not None) or found
        return found
    if q.form in ("percent", "points", "multiple", "ratio", "rank", "fraction"):
        return None
    return noun_behind(context, q, limit)


# A clause that is nothing but a verb which says what is counted.
# 多发行30亿元 is a change of what was issued before in the sentence.
_MORE = re.compile(r"[较比][^，。；0-9]{2,12}[多少](?P<verb>[一-鿿]{2})$")
_OWN_VERB = re.compile(
    r"[，、；](?:共|累计|已|并|当场|依法|先后|总共)*(?P<verb>立案(?:查处|调查)?|结案|办结|查处|破案|破获|抓获|拘留|刑拘|逮捕|起诉|移送"
    r"|约谈|关停|取缔|查封|扣押|处罚|问责|通报|下达|整改|救助|培训|签约|入库|发证|登记|注销)"
)


def _carried(context: Context, draft: FigureDraft, previous: FigureDraft | None) -> Phrase | None:
    phrase = carried(context, draft, previous)
    if phrase is None or (draft.kind == "rank" and _of_several(context, draft)):
        opened = topic(context, draft, previous)
        if opened is not None:
            draft.confidence = min(draft.confidence, 0.6)
            return opened
    if phrase is None or previous is None or phrase.start >= 0:
        return phrase
    lead = context.text[previous.quantity.tail : draft.quantity.lead]
    own = _OWN_VERB.fullmatch(lead) if previous.quantity.unit != draft.quantity.unit else None
    if own and draft.kind == "level" and draft.quantity.dimension in _COUNTED:
        return Phrase(own["verb"])  # 检查企业140家，立案58起: cases are no firms
    return Phrase(carried_on(draft, previous, lead))


def _of_several(context: Context, draft: FigureDraft) -> bool:
    """Whether the clause begins with 均: …，均居全国第三 is of the nouns before it."""
    layout = context.layout
    return context.text[layout.clauses[layout.clause_at(draft.quantity.start)][0]] in "均都"


def _with_verb(context: Context, draft: FigureDraft, noun: Phrase) -> Phrase:
    """新增【12家】门店 counts 新增门店, as 新增门店12家 does."""
    q = draft.quantity
    verb = context.lexicon.measures.joined_end.search(context.text, max(0, q.lead - 5), q.lead)
    if verb is None or noun.start < 0 or q.dimension not in _COUNTED or is_round(context, draft):
        return noun
    return Phrase(verb[0].removesuffix("了") + noun.text)


def _names_a_share(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.text.endswith(("率", "占比", "比重", "比例", "份额", "度"))


def _names_an_amount(name: str, words: MeasureWords) -> bool:
    return name.endswith(tuple("额费资产金价款值税")) or words.measure_end.search(name) is not None


def _prefers_before(context: Context, draft: FigureDraft, behind: Phrase, before: Phrase, limit: int) -> bool:
    """Whether a noun before the figure wins over one behind it.

    A measured amount stands behind its own noun (道路20公里建成); 产值过5亿元的企业 measures 产值; and a noun that the next
    figure follows at once is that figure's (签约项目36个金额9亿元), unless it can be counted (周边9个小区200户居民).
    """
    q, words, text = draft.quantity, context.lexicon.measures, context.text
    if words.any_verb.fullmatch(before.text):
        return False  # 新增3万亩耕地
    if q.dimension not in ("count", "people", "money", "power", "mass") or draft.kind != "level":
        return True
    if q.dimension == "money":
        if q.tail > q.end and q.bound in ("ge", "gt", "le"):
            return _names_an_amount(before.text, words)  # 备案投资亿元以上项目; 处10万元以下的罚款
        return behind.end == limit or (text[q.tail] == "的" and _names_an_amount(before.text, words))
    if text[q.tail] == "的" or (q.tail > q.end and q.dimension == "people"):
        return _names_an_amount(before.text, words)  # 用餐人数300人以上的食堂
    if behind.end != limit:
        return False
    return words.measure_end.search(behind.text) is not None or words.measure_end.search(before.text) is not None
