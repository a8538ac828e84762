"""actual, target, capacity or demand: whether a value happened, is a goal or a rule, a design size, or only needed."""

import re

from policytrack.extract.drafts import Context, FigureDraft

_TARGET = re.compile(
    r"(?:将|力争|计划|确保|拟|争取达到|应|须|目标|不低于|不超过|规划|预期|要)[^，。；]{0,24}$|(?:到|至)20[0-9]{2}年[^。；]{0,40}$"
    r"|(?:最高|标准|每[人户亩月年名家部吨次个件天]|给予|按照?|限额|上限)[^，。；]{0,10}$"
)
_RULE = re.compile("标准|最高|给予|按照|应当|不得|符合条件|限额|每人每月|一次性")
_CAPACITY = re.compile(r"(?:年产|总投资|设计|日处理|年处理|装机规模|可容纳)[^，。；]{0,8}$")
_PROJECT = re.compile(r"^(?:/年)?[^，。；、]{2,18}?(?:项目|基地|工程|生产线|产线)|^[^，。；、]{1,12}、[0-9]")
_DEMAND = re.compile(r"(?:需求|缺口|申请|申报|意向)[^，。；]{0,6}$")
_GOALS = re.compile(r"工作(?:安排|目标|重点|思路)|主要(?:预期)?目标|下一步|今后|计划|展望|任务")
_RESULTS = re.compile(r"回顾|过去一年|工作情况|成效|取得")


def set_obs(context: Context, draft: FigureDraft, before: str, planned: bool) -> None:
    """Set obs of a draft; `planned` says whether its clause lies in a planned act or goal."""
    q = draft.quantity
    behind = context.text[q.tail : q.tail + 24]
    if _DEMAND.search(before):
        draft.obs = "demand"
    elif _CAPACITY.search(before) or (q.dimension in ("power", "mass", "energy") and _PROJECT.match(behind)):
        draft.obs = "capacity"
    elif planned or _TARGET.search(before):
        draft.obs = "target"
