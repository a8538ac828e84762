"""The indicator: the noun phrase that a number measures, in the article's own words.

A number is a predicate (产量达到9.4万吨: the phrase stands before it) or a modifier (18家加油站: it stands behind). Rates
without a subject of their own take that of the figure before them (…9.4万吨，增长6%).
"""

import re
from bisect import bisect_left, bisect_right

from policytrack.extract.carried import Phrase, carried, is_carried, place_of_list
from policytrack.extract.drafts import Context, FigureDraft
from policytrack.extract.noun_behind import noun_behind, said_of_part
from policytrack.lexicon.gazetteer import leading_place
from policytrack.lexicon.measures import MeasureWords

_TIME_PREFIX = re.compile(r"^(?:[^，。；]{0,12}?(?:以来|期间|以后|之后|时|中|上|里|内|末|底))(?=[\u4e00-\u9fff]{3})")
_DE = re.compile(r"(?:其|该|此)(?=[\u4e00-\u9fff])")
_FOR = re.compile(
    r"(?:为|给|向|对|帮助|面向|协助|惠及)[^，。；、]{0,18}?(?:企业|群众|市民|居民|农户|商户|主体|人员|毕业生|家庭|学生|项目)(?=[\u4e00-\u9fff]{2})"
)
# 管委会累计为企业减税降费: a body, perhaps an adverb, and whom it is for.
_BODY_FOR = re.compile(
    rf"[\u4e00-\u9fff]{{0,10}}(?:管委会|政府|委员会|局|办|厅|中心|税务局)(?:累计|共|已|先后|今年)*{_FOR.pattern}"
)
_RANKED = re.compile(
    r"(?:排名?|排在|位[居列]|名列|稳居|跃居|居|列|上升[到至]|升至|保持|连续)[^，。；]*$|(?:全[国省市区县]|世界|全球)$"
)
_STATE = re.compile("已(?=开工|完工|竣工|整改|投产|办结|交付|开业|落地)")  # 已开工的小区 are not all 小区
_MARKER = re.compile(r"[0-9]{1,3}[.、．]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
# 发放创业补贴 is the 创业补贴; 发放消费券 stays, because what is counted is the giving.
_PAID = re.compile(
    "(?:发放|拨付|兑付|兑现|下达|投放)(?=[^，。；]{1,30}(?:补贴|补助|资金|贷款|奖补|津贴|救助金|养老金|工资|补偿)$)"
)
_FROM_THEN = re.compile(
    "[从由](?:去年|上年|前年|年初|当初|最初|原来|过去|[^，。；]{0,4}年前?|20[0-9]{2}年)的?$"
)  # 产量由上年的9万吨增至…
_GENERIC = re.compile(
    r"(?:同比|环比|比上年|比去年|较上年|较去年|较年初|比年初|比同期|较同期|比上年同期|比去年同期|较上年同期|去年同期|上年同期|同期|年均|分别|均|累计|合计|平均|逐年|连续|整体|总体|数量|总数|总量|规模|总面积|其|占比|占|比重|比例|幅度|其中|任务数|目标任务)+"
)
_OF_WHOLE = re.compile(r"占(?!比)(?P<whole>[^，。；]*)$")


def set_indicator(context: Context, draft: FigureDraft, clause: int, limit: int, previous: FigureDraft | None) -> None:
    """Set the indicator of a draft whose kind is known; its clause begins at `clause`, the next figure at `limit`."""
    q = draft.quantity
    found = None
    if q.form not in ("percent", "points", "multiple", "ratio", "rank", "fraction"):
        found = noun_behind(context, q, limit)
    before = _before(context, draft, clause, previous)
    if draft.kind == "share" and context.text.startswith("的", q.tail) and not _names_a_share(before):
        found = noun_behind(context, q, limit)  # 全国55%的钢铁
        before = before if found is None else None
    if draft.kind == "share" and before is None and found is None:
        found = said_of_part(context, q, limit) or found
    if found is not None and before is not None and _prefers_before(context, draft, found, limit):
        found = None
    phrase = found or before
    place = place_of_list(before.text) if before is not None and found is None and previous is not None else None
    if phrase is None or place is not None or (found is None and is_carried(phrase.text)):
        phrase = carried(context, draft, previous)
    if place is not None and phrase is not None:
        draft.place, draft.breakdown = place.code, place.name
    if phrase is not None and phrase.text:
        draft.indicator, draft.indicator_start, draft.indicator_end = phrase.text, phrase.start, phrase.end
    else:
        draft.confidence = min(draft.confidence, 0.5)


def _names_a_share(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.text.endswith(("率", "占比", "比重", "比例", "份额", "度"))


def _prefers_before(context: Context, draft: FigureDraft, behind: Phrase, limit: int) -> bool:
    """Whether a noun before the figure wins over one behind it.

    A measured amount stands behind its own noun (道路20公里建成); 产值过5亿元的企业 measures 产值; and a noun that the next
    figure follows at once is that figure's (签约项目36个金额9亿元).
    """
    q = draft.quantity
    if q.dimension not in ("count", "people", "money", "power", "mass") or draft.kind != "level":
        return True
    if q.dimension == "money" and q.tail > q.end and q.bound in ("ge", "gt", "le"):
        return False  # 亿元以上项目700个 sorts projects by size
    return behind.end == limit or (q.dimension == "money" and context.text[q.tail] == "的")


def _before(context: Context, draft: FigureDraft, clause: int, previous: FigureDraft | None) -> Phrase | None:
    """The noun phrase in the same clause before a number that is its predicate."""
    text, words, q = context.text, context.lexicon.measures, draft.quantity
    start = max(clause, q.lead - 40)
    end = q.lead
    if previous is not None and previous.quantity.tail > start:
        start = previous.quantity.tail  # a list item begins behind the figure before it
    end = _strip_end(text, start, end, words, draft)
    start, end = _strip_start(context, start, end, words)
    phrase = text[start:end]
    if (
        len(phrase) < 2
        or _GENERIC.fullmatch(phrase)
        or words.leading.fullmatch(phrase)
        or words.light.fullmatch(phrase)
    ):
        return None
    return Phrase(phrase, start, end)


def _strip_end(text: str, start: int, end: int, words: MeasureWords, draft: FigureDraft) -> int:
    """Take linking words, verbs of change and 占… off the end of the text before a number."""
    for _ in range(8):
        piece = text[start:end]
        stripped = piece.rstrip("，、的了：（ “")
        if len(stripped) < len(piece):
            end = start + len(stripped)
            continue
        if draft.kind in ("growth", "change", "share", "multiple"):
            whole = _OF_WHOLE.search(piece) if draft.kind == "share" else None
            if whole:
                end = start + whole.start()
                continue
            moved = words.moving.search(piece)
            if moved and not piece.endswith(("率", "量", "额")):
                end = start + moved.start()
                continue
            basis = re.search(r"(?:同比|环比|应?(?:比(?![例重])|较)[^，。；、]{1,12}|年均|累计|分别|平均|首次)$", piece)
            if basis and basis.start() > 0:
                end = start + basis.start()
                continue
            if basis:
                return start
        since = _FROM_THEN.search(piece)
        if since and since.start() > 1:
            end = start + since.start()
            continue
        if draft.kind in ("ratio_to_target", "diff_to_target"):
            found = re.search(r"(?:完成|占|超|欠|达到?|实现)[^，。；]*$", piece)
            if found:
                end = start + found.start()
                continue
        ranked = _RANKED.search(piece) if draft.kind == "rank" else None
        if ranked:
            end = start + ranked.start()
            continue
        if draft.kind == "share" and len(piece) > 3 and piece.endswith(("占比", "比例", "比重")):
            break  # 绿电占比 is the indicator
        tail = words.trailing.search(piece)
        if tail and not (tail.end() - tail.start() == 1 and words.whole_tail.search(piece)):
            end = start + tail.start()
            continue
        break
    return end


def _strip_start(context: Context, start: int, end: int, words: MeasureWords) -> tuple[int, int]:
    """Take times, scope words, adverbs and light verbs off the front of a phrase."""
    text = context.text
    for time in context.times[bisect_right(context.time_starts, start - 24) : bisect_left(context.time_starts, end)]:
        if start < time.end <= end and time.shape != "name":
            start = time.end
    cut = max(text.rfind(mark, start, end) for mark in "，。；：！？\n")
    if cut >= start:
        start = cut + 1
    start = _strip_lead(text, start, end, words)
    placed = _after_place(context, start, end)
    if placed > start:
        start = _strip_lead(text, placed, end, words)
    start = _after_subject(text, start, end, words)
    return start, end


def _strip_lead(text: str, start: int, end: int, words: MeasureWords) -> int:
    """Where a phrase begins behind conjunctions, adverbs, scope words, whom it is for, and light verbs."""
    for _ in range(8):
        if start >= end:
            break
        if text[start] in "，、的 了和及与并在－-—）*#（":
            start += 1
            continue
        if _STATE.match(text, start, end):
            break
        found = words.leading.match(text, start, end) or _MARKER.match(text, start, end)
        if found and end - found.end() >= 2:
            start = found.end()
            continue
        found = _FOR.match(text, start, end) or _BODY_FOR.match(text, start, end)
        if found and end - found.end() >= 2:
            start = found.end()
            continue
        found = words.light.match(text, start, end) or _PAID.match(text, start, end)
        if found and end - found.end() >= (2 if found[0] in ("实现", "提供") else 3):
            start = found.end()
            continue
        break
    return start


def _after_place(context: Context, start: int, end: int) -> int:
    """Cut the acting body or a place off: 县住建局改造危房 and 望川市签约项目 measure 改造危房 and 签约项目."""
    text = context.text
    at = bisect_right(context.action_starts, end) - 1
    for action in context.actions[max(0, at - 2) : at + 1]:
        actor = action.actor
        if actor and action.start <= end <= action.end and text.startswith(actor, start):
            if end - start - len(actor) >= 2:
                start += len(actor)
            break
    home = context.article.place or ""
    if home and not home[0].isdigit() and text.startswith(home, start) and end - start - len(home) >= 3:
        start += len(home)
    else:
        place, length = leading_place(text[start : min(end, start + 12)])
        whole = length > 2 and text[start + length - 1] in "省市州县区旗盟镇乡"  # 新建 alone is no 新建区
        if place is not None and (whole or place.code.endswith("0000")) and end - start - length >= 3:
            start += length
    return start


def _after_subject(text: str, start: int, end: int, words: MeasureWords) -> int:
    """Cut a subject with its verb off: 市税务局组织召开座谈会 leaves 座谈会."""
    if end - start < 6:
        return start
    last = None
    for found in (*_PAID.finditer(text, start, end), *words.light.finditer(text, start, end - 1)):
        if end - found.end() >= 3:
            last = found
    quoted = last is not None and text.count("“", start, last.start()) > text.count("”", start, last.start())
    if last is not None and last.start() > start and not quoted:
        return last.end()
    moved = max(text.rfind("将", start, end), text.rfind("把", start, end))
    if moved > start and end - moved > 2:
        return moved + 1  # 引导各机构将平均费率降至1%
    cut = text.rfind("等", start, end)
    if cut > start and end - cut > 2:
        return cut + 1
    return start
