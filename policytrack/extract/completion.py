"""Names that a phrase leaves unfinished and the figures before it finish.

A list shares its verb (新增门店12家、【仓库】3个) and a sentence its measure (工业增加值增长8%，其中【制造业】增长9%); a bare
measure goes with what was counted before it (新开工项目20个，【总投资】9亿元); a bare verb with its noun (发现隐患30处，
【已整改】28处); what sorts the things counted belongs to their name (【产值超5亿元的企业】12家).
"""

import re

from policytrack.extract.carried import Phrase
from policytrack.extract.drafts import Context, FigureDraft
from policytrack.lexicon.measures import MeasureWords

_LISTED = re.compile(r"[、和及与]{1,2}$")
_BARE_AFTER_COUNT = re.compile(r"(?:计划|概算|预计)?(?:总投资额?|投资总?额|装机(?:规模|容量)|货值|建筑面积|设计产能)$")
_BARE_AFTER_MEASURE = re.compile(r"(?:利润(?:总额)?|总?产量|单产|亩产|总?产值|净利润)$")
_SECTOR = re.compile(r"(?:业|行业|工业|企业|产业|门类|领域|制造|供应)$")
_RATES = ("增速", "增幅", "率", "比重", "占比", "比例")
_GOAL = re.compile(r"(?P<noun>年?(?:目标任务|任务|目标|计划)数?量?)$")
_VERBS = (
    "整改|办结|开工|竣工|投产|建成投产|建成|完工|签约|落地|处理|查处|到位|销号|验收"
    "|交付|入库|完成|化解|解决|受理|修复|达产|入驻|启动|动工"
)
_DONE = re.compile(rf"(?:现|目前|其中)?(?P<verb>(?:已|未|新|计划|实际|现场|当场|限期|按时|累计|成功)*(?:{_VERBS}))$")
_DONE_END = re.compile(rf"(?:已|新|计划)?(?:{_VERBS})$")
_SORTING = re.compile(r"(?:[过超达]|超过|达到|大于|突破|不低于|不足|低于)$")
_ROUND = re.compile(r"[十百千]?[万亿](?:美?元)?")
# 30个行业增加值保持增长: said of all the trades that follow.
_GROWING = re.compile(
    r"(?P<measure>增加值|产值|营业收入|销售收入|利润|投资|零售额)(?:同比|均|都|全部)*(?:保持|实现|呈现?|继续)[^，。；]{0,6}增"
)
_FAR = 160  # characters
_LOOK_BACK = 8  # figures


def finished(context: Context, draft: FigureDraft, phrase: Phrase, drafts: list[FigureDraft]) -> Phrase:
    """The phrase found for a figure, with what the figures before it lend to it."""
    previous = drafts[-1] if drafts else None
    if previous is None or previous.indicator is None or not _same_sentence(context, draft, previous):
        return _with_sector_measure(context, draft, phrase, drafts)
    words = context.lexicon.measures
    gap = context.text[previous.quantity.tail : max(phrase.start, previous.quantity.tail)]
    if draft.noun_end > 0 and previous.noun_end > 0:  # 新增12家门店、3个仓库
        gap = context.text[previous.noun_end : draft.quantity.lead]
    for rule in (_with_list_verb, _with_counted, _with_noun):
        text = rule(draft, phrase, previous, gap, words)
        if text is not None:
            return Phrase(text, phrase.start, phrase.end)
    return _with_sector_measure(context, draft, phrase, drafts)


def carried_on(draft: FigureDraft, previous: FigureDraft, lead: str) -> str:
    """The name of a figure that goes on with the one before it, said for a rate of change or a goal.

    `lead` is the text between the two (，完成年度任务).
    """
    name = previous.indicator or ""
    if draft.quantity.unit == "个百分点":
        name = _GOAL.sub("", name) or name
    if draft.quantity.unit == "个百分点" and not name.endswith(_RATES):
        if previous.kind in ("growth", "multiple"):
            return name + "增速"
        if previous.kind == "share":
            return name + ("占比" if "占比" in lead else "比重")
    if draft.kind == "ratio_to_target" or lead == "的":
        return _GOAL.sub("", name) or name
    if draft.kind in ("level", "share") and (goal := _GOAL.search(lead)):
        return name if name.endswith(goal["noun"]) else name + goal["noun"]
    return name


def sorted_by(context: Context, draft: FigureDraft, phrase: Phrase, previous: FigureDraft | None) -> Phrase:
    """The name of things that the figure before it sorts: 亿元以上项目, 产值超5亿元的企业."""
    text = context.text
    if previous is None or draft.kind != "level" or previous.kind != "level" or phrase.start < 0:
        return phrase
    q = previous.quantity
    if not 0 <= phrase.start - q.tail <= 1 or text[q.tail : phrase.start] not in ("", "的"):
        return phrase
    if "、" in phrase.text:  # 用餐人数300人以上的食堂、员工500人的学校: the next item of a list
        start = phrase.start + phrase.text.rfind("、") + 1
        return Phrase(text[start : phrase.end], start, phrase.end)
    size = q.tail > q.end or is_round(context, previous)
    if not size and not (text[q.tail] == "的" and _SORTING.search(text, max(0, q.start - 4), q.start)):
        return phrase
    start = q.start
    if 0 <= previous.indicator_start < q.start:
        start = _with_verb_before(context, previous.indicator_start)
    else:
        start = _with_verb_before(context, q.lead)
    return Phrase(text[start : phrase.end], start, phrase.end)


def is_round(context: Context, draft: FigureDraft) -> bool:
    """Whether an amount in words sorts what stands behind it: 百亿企业, 千亿级产业."""
    q = draft.quantity
    return _ROUND.fullmatch(context.text, q.start, q.end) is not None


def _with_verb_before(context: Context, start: int) -> int:
    """Where a verb directly in front of a name begins: 【新签约】投资额亿元以上项目."""
    verb = context.lexicon.measures.joined_end.search(context.text, max(0, start - 5), start)
    return verb.start() if verb else start


def _same_sentence(context: Context, draft: FigureDraft, previous: FigureDraft) -> bool:
    layout = context.layout
    return layout.sentence_at(previous.quantity.start) == layout.sentence_at(draft.quantity.start)


def _with_list_verb(
    draft: FigureDraft, phrase: Phrase, previous: FigureDraft, gap: str, words: MeasureWords
) -> str | None:
    if not _LISTED.fullmatch(gap) or draft.kind != "level" or previous.kind != "level":
        return None
    verb = words.joined.match(previous.indicator or "")
    money = "money" in (draft.quantity.dimension, previous.quantity.dimension)
    if not verb or money or words.any_verb.match(phrase.text) or words.measure_end.search(phrase.text):
        return None
    return verb[0] + phrase.text


def _with_counted(
    draft: FigureDraft, phrase: Phrase, previous: FigureDraft, gap: str, words: MeasureWords
) -> str | None:
    name = previous.indicator or ""
    if previous.quantity.dimension == "count" and words.entity_end.search(name):
        return name + phrase.text if _BARE_AFTER_COUNT.fullmatch(phrase.text) else None
    if not _BARE_AFTER_MEASURE.fullmatch(phrase.text) and phrase.text != "支出":
        return None
    measure = words.measure_end.search(name)
    if not measure or measure.start() < 2 or (phrase.text == "支出" and measure[0] != "收入"):
        return None
    return name[: measure.start()] + phrase.text


def _with_noun(draft: FigureDraft, phrase: Phrase, previous: FigureDraft, gap: str, words: MeasureWords) -> str | None:
    found = _DONE.fullmatch(phrase.text)
    if not found or draft.kind != "level" or draft.quantity.unit != previous.quantity.unit:
        return None
    name = previous.indicator or ""
    if done := _DONE_END.search(name):
        return name[: done.start()] + found["verb"] if done.start() >= 2 else None  # 风电开工90万千瓦、投产40万千瓦
    verb = words.any_verb.match(name)
    noun = name[verb.end() :] if verb and len(name) - verb.end() >= 2 else name
    entity = words.entity_end.search(noun)
    if entity and len(noun) > 6:
        noun = entity[0]
    return found["verb"] + noun


def _with_sector_measure(context: Context, draft: FigureDraft, phrase: Phrase, drafts: list[FigureDraft]) -> Phrase:
    """制造业 alone, growing in a paragraph on the 增加值 of industry, is its 增加值."""
    if draft.kind not in ("growth", "multiple") or not _SECTOR.search(phrase.text):
        return phrase
    if phrase.start >= 0 and context.text.startswith(("增速", "增幅"), phrase.end):
        return phrase  # 规上工业增速9%
    paragraph = context.layout.paragraphs[context.layout.paragraph_at(draft.quantity.start)][0]
    words = context.lexicon.measures
    for earlier in reversed(drafts[-_LOOK_BACK:]):
        if earlier.quantity.start < paragraph:
            break
        measure = words.measure_end.search(earlier.indicator or "") if earlier.kind in ("growth", "multiple") else None
        if measure:
            return Phrase(phrase.text + measure[0], phrase.start, phrase.end)
    said = [*_GROWING.finditer(context.text, max(paragraph, draft.quantity.start - _FAR), draft.quantity.start)]
    return Phrase(phrase.text + said[-1]["measure"], phrase.start, phrase.end) if said else phrase
