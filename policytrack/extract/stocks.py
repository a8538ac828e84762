"""What a figure is in time: a stock that stands at a moment, a flow that runs over a period, or neither.

Neither are streaks (连续三年), what a share is taken of (34个行业中) and the features of a place or a plant (海拔3200米).
"""

import re

from policytrack.extract.drafts import Context, FigureDraft

_STOCK = re.compile(
    r"余额|保有量|存量|存栏|库存|存货|应收账款|总资产|资产(?:总额|总量|规模)|净资产|市值|总人口|常住人口|户籍人口|人口规模"
    r"|总数|总里程|通车里程|运营里程|里程达|装机|产能|总规模|基站|城镇化率|覆盖率|普及率|保护率|密度|预期寿命|在册|现有|总户数"
    r"|拥有量|参保人数|参保率|持有量|企业数量?|经营主体|市场主体|客户数|务工规模"
)
_FLOW = re.compile(r"新[增建开设登注签引]|净增|增量|盘活|完成|发放|投放|销售|出口|进口|惠及")
_REACHED = re.compile(
    r"(?:累计达到?|总[数量]?达到?|扩展到|拓展到|扩大到|增至|增加到|增加至|增长到|上升到|升至|提升到|提升至|提高到|提高至|降至|下降到|降到"
    r"|规模(?:达到?|突破|超过?)|保有量.{0,4}|总[^，。；]{1,6}达到?|压减至|压减到)(?:了)?(?:近|超过?|约|逾)?$"
)
_BUILT = re.compile(
    r"建成|创建|拥有|装机|划定|制定|设立|开通|建立|保有|存量|培育|达(?!标)到?|治理面积|修复|认定|布局|覆盖|共有|现有|形成|建有|入库|落户|成立|(?:实施|建设)$"
)
_THERE = re.compile("(?:已有|遴选|出台|接入|纳入|集聚|聚集|确定)[^，。；0-9]{0,14}$")
_ARE = re.compile("(?:共有|拥有|现有|建有|设有|累计有|(?<![新引请签])入驻|从业|务工)[^，。；0-9]{0,16}$")
_SHARE_STOCK = re.compile(
    r"(?:装机|规模|能力|面积|人口|村)[^，。；]{0,8}占|覆盖|普及|保护率|城镇化|入园率|处理率|治理率|自来水|渗透|绿化率|录取率|报销比例"
    r"|建成率|换乘比例|强度|参保"
)
_SHARE_OF_WORK = re.compile("完成|占|开工|优良|进度|产值")
_SHARE_FLOW = re.compile(r"失业率|优良|就业率|筛查|满意|合格|配备|优质|执行率|办结|达标|水质")
# What is counted one by one and stays: 科技企业突破1.2万家, 平台达到150个.
_ENTITIES = frozenset(("家", "户", "个", "处", "座", "所", "种", "条", "用户"))
_STANDS_AT = re.compile(r"(?:达到?了?|突破|超过?|覆盖(?:全球)?|稳定在|(?:减少|整合|重组)(?:至|到|为)|增加?到|近)+$")
_MADE = re.compile(
    r"新[增建开签引招办设培注落认]|签约|完成|实施|举办|办理|办结|开展|培训|引[进育]|推介|招引|开工|检查|查处|整治|改造|处置|扶持|服务(?!业|机构|平台|中心|站)|推广|入选|获|立案|结案|移送|拘留|出动|排查|发现"
)
_ANNUAL = re.compile("产值|生产总值|经济总量|总值|GDP|营收|收入|产量|进出口|零售|税收|吞吐量|年产|消费(?!者)")
_AGREED = re.compile("，(?:协议|合同|签约)总?(?:投资|金额)(?:总?额)?(?:达到?|为|约|超过?|共)*")
_STREAK = re.compile(r"连续(?:了|第)?$")
_WHOLE_OF_PART = re.compile(r"(?:[\u4e00-\u9fff“”（）]{1,12}中[，有0-9]|(?:(?!于)[\u4e00-\u9fff]){1,10}平均)")
_FEATURE = re.compile(r"海拔(?:高度)?(?:约|为|近|超过?)*$")
_RULE_SET = re.compile(
    r"(?:比例|标准|税率|费率|收费|价|上限|额度|限额)[^，。；]{0,12}(?:提高|调整|降低|下调|上调|提|降|统一)(?:到|至|为)$"
)
_RATE = re.compile(
    r"每(?:年|月|天|日|人|个|户|亩|生产|处理|[^，。；]{0,4}1?(?:吨|公斤|千瓦时|立方米))|年产|年均|日均|一年"
)
_FROM = re.compile(
    r"(?<!自)[由从](?:每[^，。；0-9]{1,5}|[^，。；]{0,4}(?:年前|最初|之前|原来|过去|此前)的?(?:平均)?)?$"
)
_TO = re.compile(r"[^，。；]{0,10}?[到至为增减升降提压缩扩拓]")


def lead_of(context: Context, draft: FigureDraft) -> str:
    """The words of its clause before the figure, at most 30."""
    start = draft.quantity.start
    layout = context.layout
    begin = layout.clauses[layout.clause_at(start)][0] if layout.clauses else start
    return context.text[max(begin, start - 30) : start]


def is_stock(draft: FigureDraft, lead: str) -> bool:
    """Whether its words name something that is there at a moment."""
    words = (draft.indicator or "") + lead[-12:]
    return bool(_STOCK.search(words)) and not _FLOW.search(words)


def is_built(draft: FigureDraft, lead: str) -> bool:
    """Whether what stands before a figure said to be so at present makes a stock of it: 目前已建成20座."""
    if _BUILT.search(lead):
        return True
    if draft.kind == "share":
        return lead.endswith("完成")  # 目前大坝填筑已完成85%
    return draft.quantity.dimension == "count" and _THERE.search(lead) is not None


def is_there(draft: FigureDraft, lead: str) -> bool:
    """Whether the words before a figure say that so many are there: 全县共有机构59家, 从业人员达3万人."""
    return draft.kind == "level" and draft.quantity.dimension in ("count", "people") and _ARE.search(lead) is not None


def is_made(draft: FigureDraft, lead: str) -> bool:
    """Whether the words of an amount say that it was done over some time: 新增耕地2万亩, 建成农田3万亩; not 累计建成."""
    if draft.kind != "level" or draft.obs != "actual" or "累计" in lead or is_stock(draft, lead):
        return False
    return bool(_FLOW.search(lead) or _MADE.search(lead) or "建成" in lead)


def is_agreed_for(text: str, draft: FigureDraft, last: FigureDraft) -> bool:
    """Whether a sum is agreed for the projects counted just before it: 新签约项目41个，协议总投资118亿元."""
    projects = last.kind == "level" and last.obs == "actual" and "项目" in (last.indicator or "")
    if not projects or draft.obs != "capacity":
        return False
    return _AGREED.fullmatch(text, last.quantity.tail, draft.quantity.lead) is not None


def goes_on_listing(draft: FigureDraft, lead: str) -> bool:
    """Whether a figure goes on with a list of stocks: 已划定一级网格33个，二级网格200个."""
    return draft.kind == "level" and not _FLOW.search(lead) and not _MADE.search(lead)


def stands_at_the_end(draft: FigureDraft, lead: str) -> bool:
    """Whether a result of a year's report stands at its end: stocks, ranks, shares of what there is."""
    if draft.kind == "level":
        if is_stock(draft, lead) or is_reached(draft, lead) or is_there(draft, lead):
            return True
        return _REACHED.search(lead) is not None and not is_of_a_year(draft, lead)
    if draft.kind == "share":
        return _SHARE_STOCK.search((draft.indicator or "") + lead[-12:]) is not None
    return draft.kind == "rank"


def is_of_a_year(draft: FigureDraft, lead: str) -> bool:
    """Whether a value that was reached is what a year brought: 生产总值达到, 进出口总额突破."""
    return _ANNUAL.search((draft.indicator or "") + lead) is not None


def is_reached(draft: FigureDraft, lead: str) -> bool:
    """Whether a figure counts what has come to stand there: 科技企业突破1.2万家, and not what was done."""
    if draft.kind != "level" or draft.quantity.unit not in _ENTITIES or not _STANDS_AT.search(lead):
        return False
    return not _MADE.search((draft.indicator or "") + lead)


def is_rate_of_stock(draft: FigureDraft, lead: str) -> bool:
    """Whether a share tells how things stand on a day: 贫困发生率, 硬化率, 失业率; not 完成…的98%, 产值占."""
    words = (draft.indicator or "") + lead
    if "失业率" in words:
        return draft.kind in ("share", "change")
    return draft.kind == "share" and not _SHARE_FLOW.search(words) and not _SHARE_OF_WORK.search(words)


def stands_as_a_goal(draft: FigureDraft, lead: str) -> bool:
    """Whether a goal of a year is one for its end: stocks and the shares of what there is."""
    if draft.kind == "share":
        return not _SHARE_FLOW.search((draft.indicator or "") + lead[-12:])
    return draft.kind == "level" and (is_stock(draft, lead) or is_reached(draft, lead))


def is_rate(context: Context, draft: FigureDraft) -> bool:
    """Whether a figure is so much a year, a head or an acre."""
    start = draft.quantity.start
    return _RATE.search(context.text, max(0, start - 14), start) is not None


def is_charge(draft: FigureDraft, lead: str) -> bool:
    """Whether a figure is so much a ton or a part of what is charged, as a tariff sets it."""
    dimension = draft.quantity.dimension
    return dimension == "ratio" or (dimension in ("money", "rate") and ("每" in lead or "元/" in draft.quantity.unit))


def sets_a_rule(lead: str) -> bool:
    """Whether the words before a value say that a rule was set to it: 扣除比例提高到."""
    return _RULE_SET.search(lead) is not None


def is_before_value(context: Context, draft: FigureDraft, before: str) -> bool:
    """Whether a figure is what was before: 由每吨3元提高到5元."""
    if draft.kind not in ("level", "share", "rank") or not _FROM.search(before):
        return False
    return _TO.match(context.text, draft.quantity.tail) is not None


def is_timeless(context: Context, draft: FigureDraft, before: str) -> bool:
    """Whether a figure measures nothing that has a period of its own."""
    if draft.kind != "level":
        return False
    q = draft.quantity
    if _STREAK.search(before) or _FEATURE.search(before):
        return True
    return q.dimension in ("count", "people") and _WHOLE_OF_PART.match(context.text, q.tail) is not None
