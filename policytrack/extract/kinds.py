"""Level, growth, change, share …: what kind of statement a quantity makes, with sign and basis."""

import re

from policytrack.extract.drafts import Context, FigureDraft, Quantity
from policytrack.lexicon.measures import MeasureWords

_TO_TARGET = re.compile(
    r"(?:完成|占|达到?|实现)[^，。；]{0,14}(?:目标|任务|计划|进度)[^，。；]{0,6}$|^，?(?:为|是)(?:年度|全年|年初|省定|市定|下达)*(?:目标|任务|计划|进度)+的?$|完成[^，。；]{0,8}预算的?$|完成率[^，。；]{0,3}$"
)
_AHEAD = re.compile(r"(?:超|欠|快于|低于|落后)[^，。；]{0,6}(?:进度|目标|计划|任务|预期)[^，。；]{0,6}$")
_SHARE = re.compile(
    r"占[^，。；]{0,24}$|(?:占比|比重|比例|份额|[^增长效速概利汇费税功频斜]率|费率|税率)[^，。；、]{0,8}$"
)
_GROWTH_NOUN = re.compile(
    r"(?:增速|增长率|增幅|涨幅|降幅|增长)(?:为|达到?|在|超过?|约|均|分别|保持在?|预期|目标|、|左右)*$"
)
_INDEX = re.compile(
    "指数(?:PMI)?(?:（PMI）)?(?:分别)?(?:为|达到?|是|录得|升至|降至|回升至|回落至)*$"
)  # 采购经理指数为50.2%
_NEW_LEVEL = re.compile(r"(?:到|至|为|成)(?:了)?(?:约|近|超过?|逾)?$")
_COMPARES = re.compile(
    r"(?:高于|低于|快于|高出|多于|少于|较[^，。；]{1,14}[高低快慢多少]|比[^，。；]{1,14}[高低快慢多少])[^，。；]{0,14}$"
)
# Of the budget amount before it: 支出21亿元，同比减支1亿元. 带动农户增收2000元 is an income of its own.
_BUDGET_MOVED = re.compile(
    r"(?:(?P<compared>同比|比上年同期|比去年同期|较上年同期|较去年同期|[比较](?:上年|去年))|相应|共|累计|净)*[增减][收支]了?"
)
_BUDGET = re.compile(r"(?:收入|支出|税收|预算|基金)$")
_JOINED = re.compile(r"[、和与及以]{1,2}$")
_YOY = re.compile("同比|比去年|较去年|比上年|较上年|比同期|较同期|上年同期|去年同期|增幅|增速")
_CHAIN = re.compile("环比|比上月|较上月")
_YEAR_START = re.compile("较年初|比年初|比上年末|较上年末|比去年底|较去年底|较上年底")
_YEARLY = re.compile(
    "(?:可|能|将|每年|一年|(?:^|[，。；、])年)$"
)  # 每年减少排放3万吨 is no change against another year
# 与2015年相比，产值增长三成: the clause before says what with.
_AGAINST = re.compile(r"(?:与|同|跟|和|较|比)(?P<base>[^，。；]{2,16}?)(?:相比较?|比较|对比|比)，?$")
_AGAINST_HERE = re.compile(r"[与同跟和](?P<base>[^，。；]{2,16}?)相比")
_OTHER = re.compile("高于|低于|快于|[比较][^，。；]{0,10}(?:平均|标准|前|年)")


def set_kind(context: Context, draft: FigureDraft, before: str, previous: FigureDraft | None, gap: str) -> None:
    """Set kind, sign, basis and basis_how. `before` is the clause up to the quantity, `gap` the text since `previous`."""
    words = context.lexicon.measures
    draft.kind, draft.sign = _kind(words, draft.quantity, before, previous, gap)
    if draft.quantity.negative:
        draft.sign = -draft.sign
    draft.basis, draft.basis_how = _basis(draft, _against(context, draft) + before, previous, gap)


def _kind(words: MeasureWords, q: Quantity, before: str, previous: FigureDraft | None, gap: str) -> tuple[str, int]:
    if q.form == "rank":
        return "rank", 1
    if q.form in ("ratio", "multiple"):
        moved = words.moving.search(before)
        return "multiple", -1 if moved and moved["down"] else 1
    listed = previous is not None and _JOINED.fullmatch(gap) is not None
    if listed and previous is not None and previous.quantity.unit == q.unit and previous.kind != "level":
        return previous.kind, previous.sign
    moved = words.moving.search(before)
    sign = -1 if moved and moved["down"] else 1
    if q.unit == "个百分点":
        return "change", sign
    if q.unit == "%":
        return _percent_kind(before, moved, sign)
    if _AHEAD.search(before):
        return "diff_to_target", -1 if re.search("欠|低于|落后", before[-12:]) else 1
    if moved and previous is not None and _moves_budget(q, before, previous):
        return "change", sign
    if moved and not before.endswith(("新增", "增收", "每增加", "减免", "节约", "压缩", "多")):
        word = moved["up"] or moved["down"]
        if word in (
            "增加",
            "减少",
            "提高",
            "提升",
            "下降",
            "降低",
            "上升",
            "上涨",
            "回落",
            "缩短",
            "增长",
            "下滑",
            "减",
            "增",
            "降",
            "涨",
            "上调",
            "下调",
        ):
            emission = word in ("减少", "降低") and _YEARLY.search(before[: moved.start()])
            return ("level", 1) if emission else ("change", sign)
    if _COMPARES.search(before) and q.dimension in ("money", "count", "people", "ratio"):
        return "change", -1 if re.search("低于|少于|少$|低$", before[-8:]) else 1
    return "level", 1


def _moves_budget(q: Quantity, before: str, previous: FigureDraft) -> bool:
    """Whether a sum is what the amount before it grew or fell by: 收入7亿元，同比增收1亿元."""
    found = _BUDGET_MOVED.fullmatch(before)
    if found is None or previous.quantity.unit != q.unit or previous.kind not in ("level", "change"):
        return False
    return bool(found["compared"] or _BUDGET.search(previous.indicator or ""))


def _percent_kind(before: str, moved: re.Match[str] | None, sign: int) -> tuple[str, int]:
    if _TO_TARGET.search(before):
        return "ratio_to_target", 1
    if _INDEX.search(before):
        return "level", 1
    if _GROWTH_NOUN.search(before):
        return "growth", sign
    if moved and not _NEW_LEVEL.search(before):
        return "growth", sign
    return "share", 1


def _against(context: Context, draft: FigureDraft) -> str:
    """The clause of comparison before the figure's own, empty when there is none."""
    layout = context.layout
    at = layout.clause_at(draft.quantity.start)
    if draft.kind not in ("growth", "change", "multiple"):
        return ""
    if own := _AGAINST_HERE.search(context.text, *layout.clauses[at]):
        return f"比{own['base']}"
    start, end = layout.clauses[at - 1]
    found = _AGAINST.search(context.text, start, end) if at else None
    return f"比{found['base']}" if found and context.text[end : end + 1] == "，" else ""


def _basis(draft: FigureDraft, before: str, previous: FigureDraft | None, gap: str) -> tuple[str | None, str | None]:
    if draft.kind in ("ratio_to_target", "diff_to_target"):
        return "target", "stated"
    if draft.kind not in ("growth", "change", "multiple"):
        return None, None
    for pattern, basis in ((_CHAIN, "mom"), (_YEAR_START, "year_start"), (_YOY, "yoy"), (_OTHER, "other")):
        if pattern.search(before):
            return basis, "stated"
    if previous is not None and previous.basis and _JOINED.fullmatch(gap):
        return previous.basis, previous.basis_how
    return ("yoy", "implied") if draft.kind == "growth" else (None, None)
