"""actual, target, capacity or demand: whether a value happened, is a goal or a rule, a design size, or only needed.

The words of the figure's clause decide first, then the plan its clause lies in, then the figure that it is listed with,
then the document: what a regulation prints is a rule.
"""

import re

from policytrack.extract.about import LISTED
from policytrack.extract.drafts import Context, FigureDraft
from policytrack.extract.errata import is_corrected

# 将 before a verb plans, 将 before an object only moves it (将全市30家企业的数据打通); 计划 may be the name of a plan, 应 a
# part of 供应 or 应届, 要 of 主要, 目标 one of several things listed, 预期 of an index.
_TARGET = re.compile(
    r"(?:(?<![供效响反适相对感])应(?![届收急用付对诉])|(?<![主重需必往])要(?!素|求)|(?<![虚模])拟|(?<![按动年治气展设业间》])计划(?![》”涉期内外、])"
    r"|年度?计划(?!完成[率情])(?=[\u4e00-\u9fff])(?![的任目数总额外内])"  # 全年计划新增, 年度计划投资
    r"|将(?=[\u4e00-\u9fff])(?!全[市县省区州国]|[其该这原各])|力争|确保|争取达到|目标(?!任务的?|、)|不低于|不超过|规划(?!》|、)|预期(?!指数|寿命)"
    r"|有望|估算|意向种植|(?<!资金)预算(?![收支内外]))[^，。；]{0,24}$"
    r"|任务数(?:占比)?(?:为|达)?$|(?:目标任务|任务目标|年度?任务|年度?目标|年度?计划)数?为?$"  # 完成年度任务1200人的95%
    r"|(?:最高(?!降幅|涨幅|增幅|气温|温|点|峰)|(?:(?<!高)|(?<=提高))标准(?!化|农田|厂房|煤|地|间|室|体系)|每(?:[人户亩月名家部吨件天度升辆]|公斤|千克|立方米|平方米|千瓦时|学[年期])|给予|减按|一次性(?:奖励|补助|补贴|发放)|限额(?!以[上下])|上限|不得|不能|不应|原则上)"
    r"[^，。；]{0,12}$"
)
_BY_YEAR = re.compile(r"(?:到|至)(20[0-9]{2})年[^。；]{0,40}$")
_BY_RULE = re.compile(r"按照?[^，。；]{0,12}$")  # 按20%给予; 按责任单位分解后共429项 counts
_GIVEN = re.compile(r"[^，。；]{0,8}(?:标准|比例|限额|计|给予|补|奖|征|扣|收|发|缴|执行|支付|返还)")
_OVER = re.compile("(?:完成|达到|实现|围绕|对照|超过|确保)[^，。；]{0,4}$")  # 超额完成40所的年度目标任务
_NEXT_ITEM = re.compile(r"[^，。；、\n0-9]{0,14}[、和][^，。；、\n0-9]{0,10}")
_DONE = re.compile("已|完成了|累计|去年|上年|现有|同比")
_YEAR = re.compile("(20[0-9]{2})年")
_HAPPENED = re.compile(r"实际|已(?!定)|准备了|往年|去年同期|原来|过去|现有")
# Says that something is so, whatever plan it stands in: 在现有12条热线的基础上, 往年要缴180元, 确定了10项措施.
_SURELY = re.compile(r"(?:现有(?!在职)|实际(?!缴|支|发|投)|往年|准备了|确定了|制定了|未按)[^，。；]{0,20}$")
# Nobody plans it: 会议指出，上半年发生事故12起，同比下降25%.
_TOLD = re.compile(r"(?:发生(?!率)|死亡|受伤|伤亡|查明)[^，。；]{0,16}$")
_ITS_RATE = re.compile(r"同比(?:分别|均|累计)?(?:增长|下降|上升|减少|提高|增加|上涨|回落)了?")
_VERSUS = re.compile(r"[于超欠低][^，。；]{0,4}目标[^，。；]{0,4}$")  # 高于年度目标2个百分点
_BEFORE_VALUE = re.compile(r"(?<!自)[由从]$")  # 从30毫克降至5毫克
_TASK_BEHIND = re.compile(
    r"的?(?:年度|全年|省定|市定)?的?(?:目标任务|任务目标|任务|目标)(?!的[0-9])|[^，。；0-9]{2,8}目标(?=，)"
)
_PLANNED_ONES = re.compile(r"(?:年度)?计划(?:新开|开工|建设|实施|投资)")  # 45个年度计划新开项目
# 水价由2.8元调整为3.1元: a charge, a price or a limit that a rule sets.
_CHARGE = re.compile(
    r"(?:收费|(?<![消经花])费(?![品者])|(?<!评)价(?!值)|税率|费率|比例|标准|限值)[^，。；]{0,16}"
    r"(?:由|从|[调整提降核]?[高低整定]?(?:为|至|(?<!达)到))$"
)
_CHARGED_SHARE = re.compile(
    r"(?:报销|扣除|补[贴助]|缴费|缴存|返还|分担)[^，。；]{0,6}(?:比例|标准)[^，。；]{0,16}(?:由|从|为|至|到)$"
)
_MOVED = re.compile("[提上下][高升调降]")
_STEP = re.compile(
    r"(?:一下子|分别|平均|[较比](?:原来?|现在|此前)[^，。；]{0,4})?(?:提高|上调|下调|降低|增加|减少|上浮)了?"
)
_OTHER_LIMIT = re.compile("(?:[，、]|但|且|最[高多大长])*")
_REPORT = re.compile("工作报告")
_EXPECTED = re.compile(r"预计[^，。；]{0,16}$")
_CAPACITY = re.compile(
    r"(?:每年|年均|(?<!预计)全年|一年)[^，。；]{0,8}(?:可(?![以能])|能够)[^，。；]{0,40}$|可(?:年产|年均|每年)[^，。；]{0,30}$|年可[^，。；]{0,30}$"
    r"|(?:(?<![全高])年产(?![量值])|总投资|设计|日处理|年处理|可容纳)[^，。；]{0,8}$"
    r"|年预计产值(?:达到?|超过?)*$"
    r"|(?<!今)年(?:均|预计)*(?:发[^，。；]{0,4}电能?量?|上网电量|供[水热气]量?|减排[^，。；]{0,8})(?:为|约|达到?|超过?)*$"
)
# 均价每吨572美元, 亩产每亩520公斤: what was paid or grown, no rule.
_PRICED = re.compile(r"(?:均价|单价|售价|价格|单产|亩产|平均)[^，。；]{0,6}每[^，。；]{0,3}$")
_COULD = re.compile(r"年(?:产值|产量|收入|销售收入|利税|税收)可(?:达到?|实现)?(?:约|近|超过?)*$")
_INSTALLED = re.compile(r"(?<!新增)(?<!新增并网)装机(?:规模|容量)[^，。；]{0,8}$")
_OUTPUT = re.compile(r"产能(?:为|达到?)*$")
_CUT = re.compile("减|淘汰|化解|退出|控制")  # 压减产能300万吨
_WORKS = ("项目", "基地", "工程", "电站", "机组", "风电场", "生产线")
_VOLTS = ("千伏", "kV", "KV", "伏", "千伏安")
_REACH = 150  # how far back the works of a size may be named
_PROJECT = re.compile(r"^(?:/年)?[^，。；、]{2,18}?(?:项目|基地|工程|生产线|产线)")
_LISTED_SIZE = re.compile(r"^[^，。；、]{1,12}、[0-9]")  # 5吉瓦切片、5吉瓦电池等项目
_LISTED_PROJECTS = re.compile(r"[^，。；]{0,60}(?:项目|基地|工程|生产线|产线)")
_DEMAND = re.compile(
    r"(?:(?<!岗位)需求|缺口|意向(?!种植)|所需的?资金|需要投入)[^，。；]{0,8}$|(?<!可)(?:申请|申报)(?!材料|人数|表|书|事项|环节|要件|[^，。；]*最高)[^，。；]{0,6}$"
)
# What a regulation prints is a rule, whatever its verbs: 管理办法, 奖补政策. Plans and opinions hold results too.
_RULES = re.compile(r"新政|政策解读|(?:办法|条例|细则|规定|政策|规则)(?:[（(][^（）()]{0,16}[）)])?(?:的通知|的公告)?$")
_GOES_ON = re.compile(r"[^。；\n还已同其目计预可]{0,12}")


def set_obs(context: Context, draft: FigureDraft, before: str, planned: bool, previous: FigureDraft | None) -> None:
    """Set obs of a draft; `planned` says whether its clause lies in a planned act or goal.

    `before` is its clause up to the quantity, `previous` the figure before it in the text.
    """
    if draft.kind in ("ratio_to_target", "diff_to_target"):
        if before.endswith(("任务数", "任务数占比")):
            draft.obs = "target"
        return  # 完成目标的78%: the target is what it is measured by
    if _DEMAND.search(before) or _is_in_list(context, draft, previous, "demand"):
        draft.obs = "demand"
    elif _is_capacity(context, draft, before, previous):
        draft.obs = "capacity"
    elif _is_goal(context, draft, before, planned, previous) and not _is_so(context, draft, before):
        draft.obs = "target"
    elif _EXPECTED.search(before) and not _REPORT.search(context.article.title):
        draft.obs = "target"  # a work report expects the result of the year that is over
    elif _RULES.search(context.article.title) or (context.about.ahead and _is_listed_work(context, before)):
        draft.obs = "target"


def _is_goal(context: Context, draft: FigureDraft, before: str, planned: bool, previous: FigureDraft | None) -> bool:
    """Whether the clause, the plan it lies in or the figure before makes a goal; a plan may tell what happened, too."""
    if _is_target(context, draft, before) or _is_step(draft, before, previous):
        return True
    told = _ITS_RATE.fullmatch(before) is not None and previous is not None and previous.obs == "actual"
    return planned and not told and not _TOLD.search(before)


def _is_step(draft: FigureDraft, before: str, previous: FigureDraft | None) -> bool:
    """Whether a figure only goes on with what a rule has just set: 调整为7元，提高了2倍; 不低于2元，最高不超过5元."""
    if previous is None or previous.obs != "target":
        return False
    if draft.quantity.bound == "le" and previous.quantity.bound == "ge" and _OTHER_LIMIT.fullmatch(before):
        return draft.quantity.unit == previous.quantity.unit
    return draft.kind in ("growth", "change", "multiple") and _STEP.fullmatch(before) is not None


def _is_so(context: Context, draft: FigureDraft, before: str) -> bool:
    """Whether a figure in a plan is what there is already."""
    if _SURELY.search(before) or (draft.kind == "change" and _VERSUS.search(before)):
        return True
    if is_corrected(context.text, draft.quantity):
        return True
    return draft.kind == "level" and draft.quantity.dimension != "money" and _BEFORE_VALUE.search(before) is not None


def _is_in_list(context: Context, draft: FigureDraft, previous: FigureDraft | None, obs: str) -> bool:
    """Whether a figure goes on with a list of such values: 申报6个美丽乡村、9个示范园区."""
    if previous is None or previous.obs != obs or previous.kind != draft.kind:
        return False
    return _NEXT_ITEM.fullmatch(context.text, previous.quantity.tail, draft.quantity.lead) is not None


def _is_listed_work(context: Context, before: str) -> bool:
    """Whether a clause of a plan for a year lists work: no word in it says that it was done, and none another year."""
    if context.about.report or _DONE.search(before) or not LISTED.search(context.article.title):
        return False
    year = _YEAR.search(before)
    return year is None or int(year[1]) >= (context.about.ahead or 0)


def _is_target(context: Context, draft: FigureDraft, before: str) -> bool:
    """Whether the words before a figure make a goal, a plan or a rule of it."""
    q = draft.quantity
    behind = context.text[q.tail : q.tail + 24]
    if _PLANNED_ONES.match(behind) or (_OVER.search(before) and _TASK_BEHIND.match(behind)):
        return True
    if (found := _TARGET.search(before)) and not _PRICED.search(before):
        # 制定标准33项, 是标准的2倍: no rule is set
        times_of = draft.kind == "multiple" and not _MOVED.search(before)
        counted = found[0].startswith("标准") and (q.dimension == "count" or times_of)
        told = found[0].startswith("每") and draft.kind == "change" and draft.basis_how == "stated"  # 同比每度降低2分
        if not counted and not told and not _HAPPENED.search(before, found.start()):
            return True
    if _BY_RULE.search(before) and _GIVEN.match(behind):
        return True
    published = context.article.published
    if (by := _BY_YEAR.search(before)) and (published is None or int(by[1]) >= published.year):
        return True
    if q.dimension in ("money", "rate"):
        return _CHARGE.search(before) is not None
    return q.unit == "%" and _CHARGED_SHARE.search(before) is not None


def _is_capacity(context: Context, draft: FigureDraft, before: str, previous: FigureDraft | None) -> bool:
    """Whether a figure is the size that something was designed for, or what it can do in a year."""
    q, text = draft.quantity, context.text
    if draft.kind != "level":
        return False
    if q.unit in _VOLTS:
        return True
    if (
        _CAPACITY.search(before)
        or _COULD.search(before)
        or (_OUTPUT.search(before) and not _CUT.search(before + text[q.lead : q.start]))
    ):
        return True
    layout = context.layout
    sentence = layout.sentences[layout.sentence_at(q.start)][0]
    if _INSTALLED.search(before) and any(
        text.find(word, max(sentence, q.start - _REACH), q.start) >= 0 for word in _WORKS
    ):
        return True
    behind = text[q.tail : q.tail + 24]
    if q.dimension in ("power", "mass", "energy"):
        listed = _LISTED_SIZE.match(behind) and _LISTED_PROJECTS.match(text, q.tail, q.tail + 80)
        if listed or _PROJECT.match(behind):
            return True
    if previous is None or previous.obs != "capacity" or previous.quantity.start < sentence:
        return False
    return _GOES_ON.fullmatch(text, previous.quantity.tail, q.lead) is not None
