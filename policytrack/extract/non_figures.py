"""Numerals that count nothing: codes, document numbers, list markers, ordinals, names, formulas, times of day.

Every function answers for one numeral; the classes are those of the numeral ledger.
"""

import re

from policytrack.extract.number_grammar import Grammar

Refusal = tuple[str | None, int]  # class of the ledger (None: part of a word, no row) and where the numeral ends

# Behind these a numeral is part of a code: PM2.5, G6, A3; in front of those as well: 5G, 12345热线, 318国道.
_DIGITS = re.compile("[0-9.,]+")
_INDEX = re.compile(r"(?:GDP|CPI|PPI|PM10|PM2\.5|AQI)$")
_LATIN = re.compile("[A-Za-z_@#]")
_CODE_AFTER = re.compile(
    r"[A-Za-z]|号(?!召)|版|路(?!灯)|环(?!保|境|比)|中学|小学|院|团|高速|专线|国道|省道|街|里(?=社区)|栋楼|[\u4e00-\u9fff]{0,4}热线|平台账号"
    r"|航班|次列车|频道|基地组织|、[0-9]+(?:号|路)"
)
_POWER = re.compile(r"[0-9.]+(?:\^[+-]{0,2}[0-9]+|的[0-9一二三四五六七八九十]{1,3}次方(?!案))")  # a constant: 10^5
_CODE_BEFORE = re.compile("[A-Za-z]-$|/$|附[件表]$|专栏$|[0-9]：$")  # F-16, (a+b)/2, 附件1, 1：4：5
_CLOCK = re.compile("时(?![间代期速效空长段])|世纪|点(?:[0-9]{1,2}分|整|半|钟|许|左右)")  # 昨晚8时, 20世纪
_CLOCK_BEFORE = re.compile("[0-9][时点](?:[0-9]{1,2}分)?$")  # the 30分 of 9时30分
_DAYTIME = re.compile("(?:[上下中]午|凌晨|清晨|早[上晨]|晚上?|傍晚|夜[间里]|[当今昨明]晚)$")  # 下午4点
_DOC_NUMBER = re.compile(r"[〔\[［][0-9]{4}[〕\]］]$")
_LIST_HEAD = re.compile(r"(?:^|[\n。；：，])[（(]?$")
_LIST_TAIL = re.compile(r"[、.．）)\s]|是(?![^，。]{0,3}[个家])|要(?!求)")
# 居全省第1, 排名第三; a batch or stage behind the number is an ordinal: 第四批.
_RANKED = re.compile(
    r"(?:排名?|排在|位[居列]|名列|居|列|跃居|跃升|升至?|保持|稳居|数量|规模|总量|增速)?(?:全[国省市区县州球]|世界|同类|[\u4e00-\u9fff]{2,4}[省市])?第$"
)
_RANK_VERB = re.compile(
    r"(?:排名?|排在|位[居列]|名列|居|列|跃居|跃升|升至?|保持|稳居|全[国省市区县州球]|世界)[\u4e00-\u9fff]{0,4}第$"
)
_ORDINAL = re.compile("[批阶届期条款项轮次个场章节季产中小医人代类者课站版集步城县级]|位者|责任|方阵|梯队|阵营")
_QUOTED = re.compile(r"“[^“”\n]{0,16}$")
_NAME_AFTER = re.compile(
    "大(?!类)|位数|强(?!化|调|制|度|力|劲|势|于|大|有|烈)|全其美|级(?!以上|地震|大风)|类地区|型|轮|届|等奖|重奏|人制|讲"
)
_RATE_BASE = re.compile("每[^，。；0-9]{0,6}$|每[^，。；0-9]{0,6}1[^，。；0-9]{1,6}(?:、1[^，。；0-9]{1,6})*、$")
_PHONE = re.compile(r"0[1-9][0-9]{1,2}[-—－][0-9]{7,8}(?![0-9])")  # 0735-4441234
_FURNITURE = re.compile("(?:浏览量|浏览次数|点击量?|阅读量?|字号|访问量|电话|邮编|传真|热线|微信号|QQ)[：:为 ]{0,2}$")
# 24小时值守, 3年内, 历时3年: a stretch of time in which something is done, not what is measured.
_TIME_UNIT = re.compile("(?:个)?(?:年|月|天|日|小时|分钟|星期|周)(?!均|度|产|龄|收|元|圆|币)")
_SPAN_AFTER = re.compile(
    "内|来|间|后|前|之内|之后|之前|以来|期间|共|全面|让|拟|努力|时间|制|在线|驻|值|监|不间断|营业|待命|应急|开放|受理|服务|全天|无休|连续|以上劳动|时|里|中|的时间|下降|上升|一次|一轮|一个"
)
_SPAN_BEFORE = re.compile(
    "(?:时隔|历时|通过|经过|用时?|过去了?|距今?|发布|实行|实施|为期|经|每隔?|相隔|持续|近|约|用了|再用|利用|花了|计划用|未来|今后|这|前|后|首个|，|。|；|\n|^)$"
)
_RESULT_BEFORE = re.compile(
    "(?:连续|累计|期限|时限|时间|缩短|压缩|提前|延长|不超过|最长|减少|节约|节省|达到?|增加|天数|由|从|至|到|为|超过?|不足|合计)[^，。；]{0,6}$"
)


def refuse_arabic(text: str, found: re.Match[str], before: str, reader: Grammar) -> Refusal | None:
    """Class and end of an Arabic numeral that is no figure; None when it may be one."""
    start, end = found.span()
    if before and _LATIN.match(before[-1]) and not (_INDEX.search(before) or reader.money.search(before)):
        return "name", end
    digits = _DIGITS.match(text, start, end)
    stop = digits.end() if digits else start + 1
    if text.startswith("号", stop) and _DOC_NUMBER.search(text, max(0, start - 7), start):
        return "document_number", stop
    if before.endswith(("〔", "[", "［")) and text[stop : stop + 1] in "〕]］":
        return "document_number", stop
    if before.endswith("第"):
        return None if is_rank(text, stop, before) else ("ordinal", stop)
    if phone := _PHONE.match(text, start):
        return "name", phone.end()
    if text.startswith(("^", "的"), stop) and (power := _POWER.match(text, start)):
        return "name", power.end()
    if before.endswith(("+", "×", "÷")) or text[stop : stop + 1] == "+" or _FURNITURE.search(before):
        return "name", stop
    if _CODE_BEFORE.search(before):
        return "name", stop
    if text[start:stop] == "1" and _RATE_BASE.search(before):
        unit = reader.unit.match(text, stop)
        return "article", unit.end() if unit else stop  # 每生产1吨钢、1吨水泥 names what a rate is per
    clock = _CLOCK.match(text, stop) or (text.startswith("点", stop) and _DAYTIME.search(before))
    if clock or (text.startswith(("分", "秒"), stop) and _CLOCK_BEFORE.search(before)):
        return "date", stop
    if text.startswith("周年", stop):
        return "period", stop  # 成立20周年 celebrates, it does not measure
    plain = found["a"] is not None and not found["am"] and not found["b"]
    if plain and _LIST_TAIL.match(text, stop) and _LIST_HEAD.search(before):
        return "list_marker", stop
    if plain and _CODE_AFTER.match(text, stop) and not reader.unit.match(text, stop):
        return "name", stop
    if plain and _NAME_AFTER.match(text, stop):
        return "name", stop
    if plain and is_span(text, stop, before):
        return "period", stop
    return None


def is_span(text: str, stop: int, before: str) -> bool:
    """Whether a number of years, days or hours says in which time something was done: 历时3年, 24小时值守."""
    unit = _TIME_UNIT.match(text, stop)
    if unit is None or _RESULT_BEFORE.search(before):
        return False
    return bool(_SPAN_AFTER.match(text, unit.end())) or (
        bool(_SPAN_BEFORE.search(before)) and text[unit.end() : unit.end() + 1] not in "以左之"
    )


def is_result(before: str) -> bool:
    """Whether a stretch of time that follows is what was reached: 缩短至半天."""
    return _RESULT_BEFORE.search(before) is not None


def is_rank(text: str, stop: int, before: str) -> bool:
    """Whether 第N is a result (数量全省第1) and not an ordinal (第四批)."""
    if _ORDINAL.match(text, stop):
        return False
    return bool(_RANK_VERB.search(before)) or (text[stop : stop + 1] in ("位", "名") and bool(_RANKED.search(before)))


def is_quoted_name(before: str) -> bool:
    """Whether an opening quotation mark stands close before: “三区四带”, “百日攻坚”行动."""
    return _QUOTED.search(before) is not None


def is_list_marker(text: str, stop: int, before: str) -> bool:
    return bool(_LIST_TAIL.match(text, stop)) and bool(_LIST_HEAD.search(before))


def names_something(text: str, stop: int) -> bool:
    """Whether what follows a numeral makes it a name: 十大, 500强, 四级, 二十届."""
    return _NAME_AFTER.match(text, stop) is not None
