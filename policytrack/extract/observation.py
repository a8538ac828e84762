"""actual, target, capacity or demand: whether a value happened, is a goal or a rule, a design size, or only needed."""

import re

from policytrack.extract.drafts import Context, FigureDraft

# 将 before a verb plans, 将 before an object only moves it (将30家企业的数据打通); 计划 may be the name of a plan, 应 a part of
# 供应 or 应届, 要 of 主要.
_TARGET = re.compile(
    r"(?:(?<![供效响反适相对感])应(?![届收急用付对])|(?<![主重需必])要(?!素|求)|(?<![虚模])拟|(?<![动年治气展设业间》])计划(?![》”涉期内])"
    r"|年度?计划(?!完成[率情])(?=[\u4e00-\u9fff])(?![的任目数总额外内])"  # 全年计划新增, 年度计划投资
    r"|将(?=[\u4e00-\u9fff])|力争|确保|争取达到|目标(?!任务的?)|不低于|不超过|规划(?!》)|预期|有望|估算|预算(?![收支内外]))[^，。；]{0,24}$"
    r"|(?:到|至)20[0-9]{2}年[^。；]{0,40}$|任务数(?:占比)?(?:为|达)?$"
    r"|(?:目标任务|任务目标|年度?任务|年度?目标|年度?计划)数?为?$"  # 完成年度任务1200人的95%
    r"|(?:最高|(?:(?<!高)|(?<=提高))标准(?!化|农田|厂房|煤|地|间|室|体系)|每(?:[人户亩月名家部吨件天度升辆]|公斤|千克|立方米|平方米|千瓦时|学[年期])|给予|按照?|限额|上限|不得|不能|不应|原则上)[^，。；]{0,12}$"
)
# 水价由2.8元调整为3.1元: a charge, a price or a limit that a rule sets.
_CHARGE = re.compile(
    r"(?:收费|费|价|电价|水价|票价|税率|费率|比例|标准|限值)[^，。；]{0,16}(?:由|从|[调整提降核]?[高低整定]?(?:为|至|到))$"
)
_REPORT = re.compile("工作报告")
_EXPECTED = re.compile(r"预计[^，。；]{0,16}$")
_CAPACITY = re.compile(
    r"(?:每年|年均|全年|一年)[^，。；]{0,8}可(?![以能])[^，。；]{0,40}$|可(?:年产|年均|每年)[^，。；]{0,30}$|年可[^，。；]{0,30}$"
    r"|(?:年产|总投资|设计|日处理|年处理|装机规模|可容纳)[^，。；]{0,8}$"
)
_PROJECT = re.compile(r"^(?:/年)?[^，。；、]{2,18}?(?:项目|基地|工程|生产线|产线)|^[^，。；、]{1,12}、[0-9]")
_DEMAND = re.compile(
    r"(?:需求|缺口|意向|所需的?资金|需要投入)[^，。；]{0,8}$|(?:申请|申报)(?![^，。；]*最高)[^，。；]{0,6}$"
)


def set_obs(context: Context, draft: FigureDraft, before: str, planned: bool) -> None:
    """Set obs of a draft; `planned` says whether its clause lies in a planned act or goal."""
    q = draft.quantity
    if draft.kind in ("ratio_to_target", "diff_to_target"):
        return  # 完成目标的78%: the target is what it is measured by
    behind = context.text[q.tail : q.tail + 24]
    if _DEMAND.search(before):
        draft.obs = "demand"
    elif (draft.kind == "level" and _CAPACITY.search(before)) or (
        q.dimension in ("power", "mass", "energy") and _PROJECT.match(behind)
    ):
        draft.obs = "capacity"
    elif planned or _TARGET.search(before) or (q.dimension in ("money", "rate") and _CHARGE.search(before)):
        draft.obs = "target"
    elif _EXPECTED.search(before) and not _REPORT.search(context.article.title):
        draft.obs = "target"  # a work report expects the result of the year that is over
