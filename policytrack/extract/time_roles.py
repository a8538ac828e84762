"""What a time expression does where it stands: whether it dates the figures around it, or is only compared with or told."""

import re

from policytrack.extract.drafts import TimeExpr

_COMPARED = re.compile(
    r"(?:比|较|与|同|跟|和|比起|相比|相较于?|对比|同比|超过?|高于|低于|多于|少于|优于|好于|是|相当于|达到了?|接近|不如|仅为)$"
)
_WEAK_COMPARED = re.compile(r"(?:是|和|同|超过?|达到了?|相当于|接近|与|仅为)$")  # only before 去年同期 or 去年的
_AGAINST = re.compile(r"(?:同期)?(?:水平)?(?:相比|比较|的?(?:水平|基础上)|为基数)")
_RECOVERED = re.compile("(?:恢复|达|回升|相当于)(?:到|至)?$")
_FROM = re.compile(r"(?:由|从|自|分别由|分别从)$")
_VALUE_BEHIND = re.compile(r"的?[^，。；、\n]{0,8}?(?=[0-9])")
_NEWS = re.compile(
    r"获悉|了解到|获知|发布|公布|通报|介绍|表示|透露|宣布|指出|报道|[日天午晚]?[）)]?(?:讯|电(?![力网站价商动量梯信视子器])|消息)|印发|出台|下发"
    r"|发布会|来源|阅读|浏览|字号|采访"
)
_TASK_OF = re.compile("(?:的|工作)?(?:目标|任务|计划(?:任务|目标|的)|预期目标|预算)")
# 年初实施的第一批政策, “十四五”期间投资最大的项目: the time tells which.
_ATTRIBUTE = re.compile(
    r"[^，。；、《》0-9\n]{0,24}?(?:实施|决定|出台|发布|推出|开工|启动|建成|签约|下达|印发|公布|成立|最[大高强多长早快])"
    r"[^，。；、《》0-9\n]{0,4}的(?!通知|公告|意见|方案)[^，。；0-9\n]{1,30}(?=[0-9])"
)
_NOW = frozenset(
    ("目前", "当前", "截至目前", "截止目前", "到目前为止", "迄今为止", "迄今", "至今", "如今", "现在", "眼下", "现阶段")
)


# 2月，在某某会议上，局长说，…; 2011年10月，环境部公布了《…规划》，规划…: what is told is not of that day.
_SPOKEN = re.compile(
    r"[^。；0-9\n]{0,60}(?:(?:说|表示|透露|指出|介绍|坦言|称|回应|作报告)[，：:“]|记者会|发布会|通报会|通气会)"
    r"|[^。；0-9\n，]{0,20}(?:公布|发布|出台|印发|首发|下发|通过)了?(?:的)?[^。；，0-9\n]{0,12}《"
    r"|，[^。；，0-9\n]{0,20}(?:公布|发布)了?[^。；，\n]{0,16}(?:报告|结果|数据|名单)"
)
# 召开2023年全县安全生产会议, 2024年百日招聘行动启动: the year is part of a name.
_HELD = re.compile("(?:召开|举行|举办|启动|开展|参加)了?$")
_MEETING = re.compile(
    r"(?:(?!开展|举办|组织|召开|实施|启动|推进|持续|共|累计|各)[^，。；《》0-9]){2,20}?"
    r"(?:行动|会议|大会|活动|论坛|推进会|对接会|招聘会|培训班|宣传周)(?P<held>(?:日前|近日|正式|在|启动|举行|召开|开幕)(?![0-9]))?"
)
# 9月6日发布12条措施: that many came out on that day.
_MEASURES = re.compile(
    r"[^，。；《》\n]{0,24}(?:发布|公布|印发|出台|推出)了?[^，。；《》\n0-9]{0,16}[0-9一二三四五六七八九十]+余?多?(?:条|项)"
)


# 听取上半年工作汇报: the time is of what was reported; 完成全年任务的64%: of what it is a part of.
_ABOUT = re.compile(r"[^，。；\n0-9]{0,20}(?:情况|工作|形势|成绩|运行)的?(?:汇报|通报|报告|总结|分析|介绍|点评)")
_HEARD = re.compile(r"(?:听取|通报|审议|总结|分析|研究|回顾|介绍|传达|汇报|点评)了?[^，。；\n]{0,10}$")
_PART_OF = re.compile(
    r"(?:的)?(?:年度|总|目标|任务|计划|预算|进度|责任|考核)+(?:数|量|额)?的?(?:约|近|超|超过)?[0-9.一二三四五六七八九十百]+(?:%|成|分之)"
)


def role(text: str, time: TimeExpr, clause_end: int) -> str:
    """What an expression does: frame | now | recently | base | local | attribute | news | none.

    `clause_end` bounds what is read.
    """
    shape = time.shape
    if shape in ("name", "plan"):
        return "none"
    if shape == "vague":
        return "now" if text[time.start : time.end] in _NOW else "recently"
    before = text[max(0, time.start - 4) : time.start]
    if before.endswith("占"):
        return "none"  # 占上年底务工人数的113%
    if _TASK_OF.match(text, time.end) and text.endswith(("全年", "年度"), time.start, time.end):
        return "none"  # 完成全年目标任务的26%
    if _ATTRIBUTE.match(text, time.end):
        return "attribute"
    compared = _COMPARED.search(before)
    behind = text[time.end : time.end + 8]
    if shape == "same":
        if compared or _AGAINST.match(behind):
            return "base"
        return "local" if _FROM.search(before) or _VALUE_BEHIND.match(text, time.end) else "base"
    if _RECOVERED.search(before) and behind.startswith("的"):
        return "base"  # 恢复到2019年的95%
    if _AGAINST.match(behind) and (compared or "相比" in behind or "基础" in behind):
        return "base"
    if compared and (not _WEAK_COMPARED.search(before) or behind.startswith("的") or shape == "moment"):
        return "local" if behind[:1] == "的" or behind[:1].isdigit() else "base"
    if _FROM.search(before) and behind.startswith("的") and _VALUE_BEHIND.match(text, time.end):
        return "local"
    if _ABOUT.match(text, time.end) and _HEARD.search(text, max(0, time.start - 14), time.start):
        return "none"
    if shape == "year" and _PART_OF.match(text, time.end):
        return "none"
    if shape == "day" and _MEASURES.match(text, time.end):
        return "frame"
    if shape == "day" and _NEWS.search(text, time.end, min(clause_end + 1, time.end + 40)):
        return "news"
    named = _MEETING.match(text, time.end) if shape == "year" and text[time.end - 1] == "年" else None
    if named and (named["held"] or _HELD.search(before)):
        return "none"
    if shape in ("day", "month") and _SPOKEN.match(text, time.end):
        return "news"
    return "frame"
