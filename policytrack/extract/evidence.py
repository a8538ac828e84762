"""The span of text that states an act: its clause without the words that only join it to others."""

import re

_BYLINE = r"[^\n。，]{0,12}(?:讯|电)\s*（[^）\n]{1,30}）\s*|央视网消息（新闻联播）：\s*|（[^（）\n]{2,12}）"
_MARK = r"[\s　*#>（■◆●□]|[0-9]{1,3}[.、．](?![0-9])|[一二三四五六七八九十]+[是、]|（[一二三四五六七八九十0-9]+）"
_JOINING = "同时|此外|另外|目前|并且|并|其中|还要|还|随后|日前|近日|近期|连日来|而且|以及|比如|例如|据悉|据了解|据介绍"
_LEAD = re.compile(f"(?:{_BYLINE}|{_MARK}|{_JOINING})+[，、：]?")
_SPEECH = re.compile(r"“[^“”\n]{0,600}”?")
_INSIDE = re.compile(r"[。！？]")

# 为 opens a purpose before a verb or an adverb (为进一步落实…), not before the one who is served (为30家企业办理…).
_FOR = (
    "为(?:了|进一步|切实|全面|有效|深入|加强|推动|促进|确保|贯彻|落实|做好|更好|加快|规范|提升|提高|深化|强化|防|严防|方便|维护|保障|打造|"
    "营造|积极|认真|扎实|充分|助力|响应|庆祝|纪念|迎接|不断|抢|全力|解决|缓解|减少|降低|应对|弥补|鼓励|引导|实现|完成|掌握|彻底|保证|适应|激发|优化|让|使|补齐|改善|推进)"
)
# 按照… is a basis when it ends in what is followed (按照省里部署), and no setting when it says how (按每月300元扣除).
_BASIS = (
    "(?:按照?|根据|依据|依照|遵照|对照|贯彻|围绕)[^，]*(?:要求|部署|安排|精神|规定|原则|意见|计划|通知|政策|》|方案|思路|目标|标准|任务|情况|需求|"
    "统计|显示|介绍)$"
)
_OTHER = (
    "受[^，]*(?:影响|拉动|带动|制约)$|以便|旨在|鉴于|随着|由于|自从|只要|如果|若|当(?![地前天日月年代晚场即下中选好])|除了?|关于|记者|"
    "“[^”]{1,10}”是?指|为此(?![成设召开制出组])|围绕(?!着)(?![^，]{2,24}(?:开展|进行|举办|推出|出台))"
    "|标志着|有助于|有利于|据[^统]|"
    "抢抓|紧抓|紧扣|紧盯|牢记|秉承|秉持|立足|树牢|紧紧围绕|结合(?:我|实际|本|自身)|从而|占(?![地用道])|这是|这一|是我|是全|致力于"
)
# 对新认定的省级车间，给予…: whom the rule in the next clause is for.
_WHOM = (
    "对于?(?![^，]*(?:给予|予以|奖励|补助|补贴|享受|免征|发放))[^，]{0,12}"
    "(?:认定|评定|获批|获得|取得|设立|引进|符合|达到|属于|首次)[^，]*的[^，的]{2,}$"
)
_SETTING = re.compile(rf"[\s*]*(?:{_FOR}|{_BASIS}|{_WHOM}|{_OTHER})")
_TIMES = (
    "以来|之后|以后|后|之前|前|时|期间|过程中|的同时|之际|(?<!手)中|基础上|情况下|前提下|背景下|形势下|框架下|"
    "的话|而言|来看|为止|方面|入手|着手|出发|的"
)
_AIMS = (
    "重点|基础|主线|主题|导向|核心|牵引|支撑|契机|抓手|目标|引领|载体|突破口|根本|统领|中心|遵循|依托|动力|路径|起点|新起点|"
    "宗旨|己任|切入点|着力点"
)
# 提供…支撑 praises; 提供用地保障 is an act, so 保障 is not among them.
_PRAISED = "支撑|动力|助力|基础|经验|样板|范本|遵循|指引|活力|力量|方案|底气"
_PRAISE = f"(?:提供|注入|贡献|奠定|增添|积蓄|集聚)[^，。]{{0,12}}(?:{_PRAISED})"
# 税务部门针对政策项目多等特点: what an act answers to.
_ANSWERED = re.compile("针对[^，]{0,60}(?:特点|实际|问题|难题|需求|情况|现状|短板)$")
_SETTING_END = re.compile(rf"(?:{_TIMES}|为(?:{_AIMS})|{_PRAISE})[”）\s]*$")
_SETTING_LAST = frozenset(word[-1] for words in (_TIMES, _AIMS, _PRAISED) for word in words.split("|"))

# 进一步提升通关效率: what is to get better, and no word of what is done for it.
_BETTER = (
    *("水平", "质量", "效率", "便利性", "便利度", "活力", "积极性", "创造力", "成功率", "承载力", "知晓度", "实效"),
    *("实效性", "竞争力", "影响力", "美誉度"),
)
_RAISES = re.compile(
    "(?:进一步|不断|有效|切实|着力|大力|全力|持续|将|也|更好|全面|稳步|极大|大幅|显著|加快|从而|以){0,3}"
    f"(?:提高|提升|增强|激发|提振|释放|改善|增进)[^，]{{2,30}}(?:{'|'.join(_BETTER)})"
)

# The last word of a first sentence that only announces its paragraph: 就业服务稳步加强。
SUMMARY = (
    "(?:"
    "加强|提升|改善|加快|推进|深化|完善|增强|提高|显现|凸显|协调|均衡|进步|优化|增效|扩容|升级|有力|向好|显著|完成|持续|发力|"
    "织牢|织密|夯实|壮大|见效|突破|改进)"
)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without leading conjunctions and list markers, and without blanks and marks at its end."""
    lead = _LEAD.match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    if text.startswith("“", start) and text.find("”", start, end) < 0:  # a quotation that goes on after the clause
        start += 1
    while end > start and text[end - 1] in " 　\t\r*“‘（、":
        end -= 1
    return start, end


def raises(text: str, start: int, end: int) -> bool:
    """Whether the clause [start, end) only says that something gets better: 提高就业质量."""
    return text.endswith(_BETTER, start, end) and bool(_RAISES.fullmatch(text, *trim(text, start, end)))


def speeches(text: str) -> list[tuple[int, int]]:
    """The spans of quoted speech: in quotation marks, with a full stop inside."""
    if "“" not in text:
        return []
    return [m.span() for m in _SPEECH.finditer(text) if _INSIDE.search(text, m.start() + 1, m.end() - 2)]


def is_setting(text: str, start: int, end: int) -> bool:
    """Whether the clause only names a purpose, basis, time or source of what is done in another one."""
    lead = _LEAD.match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    last = text[end - 1]
    ends = last in _SETTING_LAST or last in "”）" or last.isspace()
    if _SETTING.match(text, start, end) or (ends and _SETTING_END.search(text, max(start, end - 18), end)):
        return True
    return text.find("针对", start, end) >= 0 and bool(_ANSWERED.search(text, start, end))
