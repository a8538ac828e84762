"""The noun phrase before a number that is its predicate: 全市粮食产量达到【9.4万吨】 measures 粮食产量.

What stands between the last mark or number and the number is peeled from both ends: off the end the verbs that link it to
the number, off the front times, scope words, whose it is, and verbs that only introduce what is counted.
"""

import re
from bisect import bisect_left, bisect_right

from policytrack.extract.carried import Phrase
from policytrack.extract.drafts import Context, FigureDraft, TimeExpr
from policytrack.lexicon.gazetteer import leading_place
from policytrack.lexicon.measures import MeasureWords

_REACH = 40
_EMPTY = 14  # characters of the longest phrase that names nothing
_FOR = re.compile(
    r"(?:为|给|向|对|帮助|面向|协助|惠及)[^，。；、]{0,18}?(?:企业|群众|市民|居民|农户|商户|主体|人员|毕业生|家庭|学生|项目)(?=[\u4e00-\u9fff]{2})"
)
_WHOM = re.compile("[为给向对]|帮助|面向|协助|惠及")  # where none stands the two patterns need not be tried
# 管委会累计为企业减税降费: a body, perhaps an adverb, and whom it is for.
_BODY_FOR = re.compile(
    rf"[\u4e00-\u9fff]{{0,10}}(?:管委会|政府|委员会|局|办|厅|中心|税务局)(?:累计|共|已|先后|今年)*{_FOR.pattern}"
)
_RANKED = re.compile(
    r"(?:排名?|排在|位[居列]|名列|稳居|跃居|居|列|(?:提|上|跃|攀)?升[到至]|保持|连续)[^，。；]*$|(?:全[国省市区县]|世界|全球)$"
)
_STATE = re.compile("已(?=开工|完工|竣工|整改|投产|办结|交付|开业|落地)")  # 已开工的小区 are not all 小区
_MARKER = re.compile(
    r"要(?![素求点件闻道职害塞冲旨])|[0-9]{1,3}[.、．]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九]是"
    r"|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})年(?!义务|制|一贯|级)[内来间]?(?=[\u4e00-\u9fff]{2})"
)
# 发放创业补贴 is the 创业补贴; 发放消费券 stays, because what is counted is the giving.
_PAID = re.compile(
    "(?:发放|拨付|兑付|兑现|下达|投放|安排|支出|释放)(?=[^，。；]{1,30}(?:补贴|补助|资金|贷款|奖补|津贴|救助金|养老金|工资|补偿|红利)$)"
)
_FROM_THEN = re.compile(
    "[从由](?:去年|上年|前年|年初|当初|最初|原来|过去|[^，。；]{0,4}年前?|20[0-9]{2}年)的?$"
)  # 产量由上年的9万吨增至…
_GENERIC = re.compile(
    r"(?:同比|环比|比上年|比去年|较上年|较去年|较年初|比年初|比同期|较同期|比上年同期|比去年同期|较上年同期|去年同期|上年同期|同期|年均"
    r"|分别|均|累计|合计|平均|逐年|连续|整体|总体|数量|总数|总量|规模|总面积|其|占比|占|比重|比例|幅度|其中|任务数|目标任务)+"
)
_BODY = re.compile(
    r"[\u4e00-\u9fff]{1,10}(?:政府|市委|县委|委员会|管委会|[局厅]|有限公司)"
)  # who acts is not what is measured
_OF_WHOLE = re.compile(r"(?:所?占(?!比)|不[低高少多]于|不超过)(?P<whole>[^，。；]*)$")
_OF_BASE = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:则|就)?(?:是|相当于)[^，。；、是]{1,16}$")  # 产出是投入的1.25倍
_DRIVEN = re.compile(r"(?:拉动|带动|推动|促进)(?=[^，。；]{2,}$)")  # 拉动消费增长3亿元 is growth of 消费
_COMPARED = re.compile(
    r"(?:同比|环比|(?:与|同|和|跟|较)[^，。；、]{2,14}(?:相比|比较)|应?(?:(?<![占同环相])比(?![例重])|较)[^，。；、]{1,12}|年均|累计|分别|平均|首次"
    r"|每(?:吨|公斤|千克|千瓦时|度|立方米|平方米|亩|人|户|件|辆))$"
)
_TO_TARGET = re.compile(
    r"(?:完成|占|超|欠|达到?|实现)[^，。；]*$|^(?:为|是)(?:年度|全年|年初|省定|市定|下达)*(?:目标|任务|计划|进度)+的?$"
)
_WITHIN = re.compile(r"(?<![初高集其命适])中$|(?:之中|当中)$")
_ASIDE = re.compile(r"（[^（）]{3,14}）$")  # 钾肥（实物量）增长8%
_ACHIEVED = re.compile(r"(?<=[业商])(?:累计|共)?(?P<verb>实现|完成)(?:了)?(?=[\u4e00-\u9fff]{2,8}$)")
_OF_PART = re.compile(r"的(?:比例|比重|占比|份额)$")
# 城区新增停车位: the place says whose.
_PLACED = re.compile(r"[区市县省州域镇](?<!城镇)(?=新(?:增|建|改|开|设|组|认))")
# 学校建成后可提供学位2700个: when it will be so.
_ONCE_BUILT = re.compile(
    r"[^，。；、0-9]{0,12}?(?:建成|投产|投用|竣工|完工|运营|达产|启用|使用|实施)后(?:预计|每年|全年|年|将|可以?|能)+(?=[\u4e00-\u9fff]{2})"
)
_AVERAGE = re.compile("平均")
_ANEW = re.compile("”?应为“?")  # “出口额3亿元”应为“出口额2亿元”


def noun_before(context: Context, draft: FigureDraft, clause: int, previous: FigureDraft | None) -> Phrase | None:
    """The noun phrase in the same clause before a number that is its predicate."""
    return phrase_between(context, clause, draft.quantity.lead, draft, previous)


def phrase_between(
    context: Context, clause: int, end: int, draft: FigureDraft, previous: FigureDraft | None
) -> Phrase | None:
    """The noun phrase of a clause that begins at `clause`, up to `end`, behind the figure before it."""
    text, words = context.text, context.lexicon.measures
    start = max(clause, end - _REACH)
    if previous is not None and previous.quantity.tail > start:
        start = previous.quantity.tail  # a list item begins behind the figure before it
        if previous.noun_end > start and text[previous.noun_end : previous.noun_end + 1] == "、":
            start = previous.noun_end + 1  # 3条新线、新增里程30公里
    if start < end and (anew := _ANEW.match(text, start, end)):
        start = anew.end()
    if start >= end:
        return None
    end = _strip_aside(text, start, _strip_end(context, start, end, draft))
    of_counted = previous is not None and start == previous.quantity.tail < previous.noun_end < end
    if of_counted and previous is not None and words.measure_only.match(text, previous.noun_end, end):
        start += text[start] == "的"
        return Phrase(text[start:end], start, end)  # 9条共建产业链总产值: its noun is the noun of the count
    start = _strip_start(context, start, end, words)
    joined = _joined(text, start, end, words)
    if joined is not None:
        return joined
    start = _after_subject(text, start, end, words)
    if (
        draft.kind in ("growth", "change")
        and draft.quantity.unit != "个百分点"
        and (driven := _DRIVEN.match(text, start, end))
    ):
        start = driven.end()
    phrase = text[start:end]
    if len(phrase) < 2 or (
        len(phrase) <= _EMPTY and any(p.fullmatch(phrase) for p in (_GENERIC, _BODY, words.leading, words.light))
    ):
        return None
    return Phrase(phrase, start, end)


def _strip_end(context: Context, start: int, end: int, draft: FigureDraft) -> int:
    """Take linking words, verbs of change, 占… and times off the end of the text before a number."""
    text, words = context.text, context.lexicon.measures
    for _ in range(9):
        piece = text[start:end]
        stripped = piece.rstrip("，、的了与和：（ “")
        cut = len(stripped) if len(stripped) < len(piece) else _cut(piece, words, draft)
        if cut is None:
            time = _time_at(context, end)
            if time is None or time.start - start < 3:
                break
            cut = time.start - start  # 订单今年增长8%
        end = start + cut
    return end


def _time_at(context: Context, end: int) -> TimeExpr | None:
    """The time that ends at an offset."""
    for time in context.times[
        max(0, bisect_left(context.time_starts, end) - 2) : bisect_left(context.time_starts, end)
    ]:
        if time.end == end and time.shape != "name":
            return time
    return None


def _cut(piece: str, words: MeasureWords, draft: FigureDraft) -> int | None:
    """Where the last word that is no part of a name begins, None when there is none."""
    kind = draft.kind
    if kind in ("growth", "change", "share", "multiple"):
        if kind == "share" and (whole := _OF_WHOLE.search(piece) or _OF_PART.search(piece)):
            return whole.start()
        moved = words.moving.search(piece)
        if moved and not piece.endswith(("率", "量", "额")):
            return moved.start()
        if kind == "multiple" and (of := _OF_BASE.search(piece)):
            return of.start()
        if basis := _COMPARED.search(piece):
            return basis.start()
    since = _FROM_THEN.search(piece)
    if since and since.start() > 1:
        return since.start()
    if kind in ("ratio_to_target", "diff_to_target") and (found := _TO_TARGET.search(piece)):
        return found.start()
    if kind == "rank" and (ranked := _RANKED.search(piece)):
        return ranked.start()
    if kind == "share" and len(piece) > 3 and piece.endswith(("占比", "比例", "比重")):
        return None  # 绿电占比 is the indicator
    tail = words.linking_at(piece)
    return len(piece) - tail if tail else None


def _strip_start(context: Context, start: int, end: int, words: MeasureWords) -> int:
    """Take times, scope words, adverbs and light verbs off the front of a phrase."""
    text = context.text
    if text.find("后", start, end) >= 0 and (built := _ONCE_BUILT.match(text, start, end)):
        start = built.end()
    for time in context.times[bisect_right(context.time_starts, start - 24) : bisect_left(context.time_starts, end)]:
        if start < time.end <= end and time.shape != "name":
            start = time.end
    start = _strip_lead(text, start, end, words)
    placed = _after_place(context, start, end)
    if placed > start:
        start = _strip_lead(text, placed, end, words)
    return start


def _strip_aside(text: str, start: int, end: int) -> int:
    """Leave out a remark in brackets and 中 at the end: 钾肥（实物量）, 38个大类中."""
    aside = _ASIDE.search(text, start, end)
    if aside and aside.start() - start >= 2:
        end = aside.start()
    within = _WITHIN.search(text, start, end)
    return within.start() if within and within.start() - start >= 2 else end


def _joined(text: str, start: int, end: int, words: MeasureWords) -> Phrase | None:
    """规上服务业实现营业收入 is the 规上服务业营业收入: a trade, a verb and its measure."""
    found = _ACHIEVED.search(text, start, end)
    if found and words.measure_only.match(text, found.end(), end):
        return Phrase(text[start : found.start("verb")] + text[found.end() : end], start, end)
    return None


def _strip_lead(text: str, start: int, end: int, words: MeasureWords) -> int:
    """Where a phrase begins behind conjunctions, adverbs, scope words, whom it is for, and light verbs."""
    for_whom = _WHOM.search(text, start, end) is not None
    for _ in range(8):
        if start >= end:
            break
        if marker := _MARKER.match(text, start, end):
            start = marker.end()
            continue
        if text[start] == "“" and text.find("”", start, end) < 0:
            start += 1  # “出口额3亿元”: the mark is of both
            continue
        if text[start] in "，、的 了和及与并在－-—）*（#" and not words.whole_front.match(text, start, end):
            start += 1
            continue
        if _STATE.match(text, start, end):
            break
        found = words.leading.match(text, start, end) or words.may.match(text, start, end)
        if found and end - found.end() >= 2:
            start = found.end()
            continue
        found = (_FOR.match(text, start, end) or _BODY_FOR.match(text, start, end)) if for_whom else None
        if found and end - found.end() >= 2:
            start = found.end()
            continue
        found = words.front.match(text, start, end) or _PAID.match(text, start, end)
        if found and text[end - 1] == "率" and end - found.end() <= 3:
            break  # 办理满意率
        if found and end - found.end() >= (2 if found[0] == "实现" else 3):
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
    average = _AVERAGE.search(text, start, end)
    if average and end - average.end() > 2 and words.entity_end.search(text, start, average.start()):
        return average.end()  # 64个城市平均优良天数
    for acting in (*words.acting.finditer(text, start, end), *_PLACED.finditer(text, start, end)):
        if acting.start() > start and end - acting.end() >= 2:
            start = _strip_lead(text, acting.end(), end, words)
            break
    last = None
    for found in (*_PAID.finditer(text, start, end), *words.light.finditer(text, start, end - 1)):
        rate = text[end - 1] == "率" and end - found.end() == 3  # 提案办理满意率
        if end - found.end() >= 3 and not rate and text[found.start() - 1] not in "并和及、":  # 开工并实现: one verb
            last = found
    quoted = last is not None and text.count("“", start, last.start()) > text.count("”", start, last.start())
    if last is not None and last.start() > start and not quoted:
        newly = text[last.start() - 1] == "新" and text[last.start() - 2] not in "创革更"
        return last.start() - 1 if newly else last.end()  # 新设立外资企业
    moved = max(text.rfind("将", start, end), text.rfind("把", start, end))
    if moved > start and end - moved > 2:
        return moved + 1  # 引导各机构将平均费率降至1%
    cut = text.rfind("等", start, end)
    if cut > start and end - cut > 2:
        return cut + 1
    return start
