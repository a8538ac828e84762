"""The phrase that names a figure, by construction: where it begins and ends, and what figures before it lend to it."""

from typing import Any

import pytest

from policytrack.extract.pipeline import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article

LEXICON = load()


def names(text: str, **more: Any) -> list[str | None]:
    return [f.indicator for f in extract_article(Article("t", text, **more), LEXICON).figures]


BEHIND = {
    "全县26家养殖企业签订责任书。": ["养殖企业"],
    "45名技术人员奔赴一线。": ["技术人员"],
    "全市17座“共享书房”阅读点对外开放。": ["“共享书房”阅读点"],
    "帮扶9000户低收入家庭。": ["低收入家庭"],
    "在全县64个行政村中推行积分制。": ["行政村"],
    "22家食品企业产值增长7%。": ["食品企业", "食品企业产值"],
    "18个技改项目建成投产。": ["建成投产技改项目"],
    "34户规模以上企业参加培训。": ["规模以上企业"],
    "收到31条关于停车的意见。": ["关于停车的意见"],
    "8家工厂的负责人参加座谈。": ["工厂"],
    "建有6个县（区）站点。": ["县（区）站点"],
    "安排8000万元用于管网改造。": ["管网改造"],
}


@pytest.mark.parametrize("text", BEHIND)
def test_noun_behind_a_number(text: str) -> None:
    assert names(text) == BEHIND[text]


PARTS = {
    "七成农户种植药材。": ["农户种植药材"],
    "六成的受访者愿意乘坐公交。": ["愿意乘坐公交"],
    "步行上学的比例为54%。": ["步行上学"],
    "绿电占比达到36%。": ["绿电占比"],
}


@pytest.mark.parametrize("text", PARTS)
def test_part_of_a_share(text: str) -> None:
    assert names(text) == PARTS[text]


BEFORE = {
    "各街道累计走访企业500家。": ["走访企业"],
    "老城区新增停车位800个。": ["新增停车位"],
    "城镇新增就业6000人。": ["城镇新增就业"],
    "规模以上服务业实现营业收入12亿元。": ["规模以上服务业营业收入"],
    "原盐（实物量）增长8%。": ["原盐"],
    "电解铜产能提升至全省第3位。": ["电解铜产能"],
    "财政收入同口径增长6%。": ["财政收入"],
    "可再生能源装机达到90万千瓦。": ["可再生能源装机"],
    "新设立外资企业9家。": ["新设立外资企业"],
    "房地产开发投资增长3%。": ["房地产开发投资"],
    "开发见习岗位700个。": ["见习岗位"],
}


@pytest.mark.parametrize("text", BEFORE)
def test_noun_before_a_number(text: str) -> None:
    assert names(text) == BEFORE[text]


LENT = {
    "新增12家门店。": ["新增门店"],
    "新增社区食堂9家、日间照料站6个。": ["新增社区食堂", "新增日间照料站"],
    "新增社区食堂9家、总投资2亿元。": ["新增社区食堂", "新增社区食堂总投资"],
    "产业项目31个，总投资88亿元。": ["产业项目", "产业项目总投资"],
    "小麦种植面积达到30万亩、总产量突破12万吨。": ["小麦种植面积", "小麦总产量"],
    "采矿业增加值增长4%，制造业增长11%。": ["采矿业增加值", "制造业增加值"],
    "规上工业增加值增长9%，高于全省2个百分点。": ["规上工业增加值", "规上工业增加值增速"],
    "家电出口占全市出口的比重为21%，提高3个百分点。": ["家电出口", "家电出口比重"],
    "城镇新增就业1300人，完成年目标任务1500人的86.7%。": ["城镇新增就业", "城镇新增就业年目标任务", "城镇新增就业"],
    "发现燃气隐患56处，已整改52处。": ["燃气隐患", "已整改燃气隐患"],
    "开通9条接驳线路、新增公交站台26个。": ["接驳线路", "新增公交站台"],
}


@pytest.mark.parametrize("text", LENT)
def test_what_figures_before_it_lend_to_a_name(text: str) -> None:
    assert names(text) == LENT[text]


SORTED = {
    "新开工亿元以上项目28个。": ["项目", "新开工亿元以上项目"],
    "销售收入超5亿元的企业达到7家。": ["销售收入", "销售收入超5亿元的企业"],
    "单户金额300万元以上的贷款给予贴息。": ["单户金额"],
    "在用餐人数200人以上的食堂配备监督员。": ["用餐人数"],
}


@pytest.mark.parametrize("text", SORTED)
def test_what_sorts_the_things_counted(text: str) -> None:
    assert names(text) == SORTED[text]


BOTH_SIDES = {
    "玉米亩产连续5年居全市第一。": ["玉米亩产连续居全市第一", "玉米亩产"],
    "出口指数为52.1，连续4个月回升。": ["出口指数", "出口指数连续回升"],
    "工业投资增长3%，居全省第9位、沿海第4位。": ["工业投资", "工业投资", "工业投资"],
    "对新认定的市级研发中心，一次性给予20万元奖励。": ["研发中心奖励"],
    "对首次上规的企业，每家奖励5万元。": ["企业奖励"],
    "机床订单今年增长18%。": ["机床订单"],
    "审批环节由9个迅速减少到4个。": ["审批环节", "审批环节"],
}


@pytest.mark.parametrize("text", BOTH_SIDES)
def test_names_from_both_sides_of_a_number(text: str) -> None:
    assert names(text) == BOTH_SIDES[text]


LISTS = {
    "一、二、三产业增加值分别增长3%、5%、7%。": ["第一产业增加值", "第二产业增加值", "第三产业增加值"],
    "第一、第二产业用电量分别增长3%、5%。": ["第一产业用电量", "第二产业用电量"],
    "纺织业、食品业销售收入同比分别增长6%和8%。": ["纺织业销售收入", "食品业销售收入"],
    "对东盟、非洲出口强劲，同比分别增长3%和5%。": ["对东盟出口", "对非洲出口"],
    "茶园个数、总产值分别增长4%、9%。": ["茶园个数", "茶园总产值"],
    "登记失业率、调查失业率控制在4%、5.5%以内。": ["登记失业率", "调查失业率"],
    "轻度和重度污染天数分别为30天和2天。": ["轻度污染天数", "重度污染天数"],
    "纸业、酒业增加值分别增长4%、6%，高于全县1个、3个百分点。": [
        "纸业增加值",
        "酒业增加值",
        "纸业增加值增速",
        "酒业增加值增速",
    ],
    "接待游客30万人次、旅游收入2亿元，分别增长4%、6%。": ["接待游客", "旅游收入", "接待游客", "旅游收入"],
}


@pytest.mark.parametrize("text", LISTS)
def test_values_in_order(text: str) -> None:
    assert names(text) == LISTS[text]


def test_places_of_a_list_have_the_name_of_the_sentence_before() -> None:
    assert names("全省复工企业占比80%。其中：西宁市占比83%，海东市75%。")[1:] == ["复工企业占比", "复工企业占比"]


PROPORTIONS = {
    "三次产业结构由9.2:30.8:60调整为8.5:30:61.5。": ["9.2 30.8 60 8.5 30 61.5"],
    "三次产业比例优化为9：31：60。": ["9 31 60"],
    "按3：4：5的比例分担。": [""],
    "活动于23:45:32结束。": [""],
}


@pytest.mark.parametrize("text", PROPORTIONS)
def test_a_proportion_of_a_hundred_is_so_many_shares(text: str) -> None:
    found = extract_article(Article("t", text), LEXICON).figures
    assert [" ".join(f.surface for f in found)] == PROPORTIONS[text]
    assert {(f.kind, f.unit) for f in found} <= {("share", "%")}


def test_a_proportion_of_the_industries_names_them() -> None:
    assert names("三次产业结构为9:31:60。") == ["第一产业", "第二产业", "第三产业"]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("与2015年相比，工业产值增长三成。", "other"),
        ("与2015年相比工业产值增长三成。", "other"),
        ("与去年同期相比，工业产值增长8%。", "yoy"),
        ("和上月相比，猪肉价格下降2%。", "mom"),
        ("工业产值增长8%。", "yoy"),
    ],
)
def test_a_clause_of_comparison_says_the_basis(text: str, basis: str) -> None:
    found = extract_article(Article("t", text), LEXICON).figures
    assert [(f.indicator, f.basis) for f in found] == [("猪肉价格" if "猪肉" in text else "工业产值", basis)]


WHOLE = {
    "在建项目31个。": ["在建项目"],
    "并网装机达到60万千瓦。": ["并网装机"],
    "实际使用外资2亿美元。": ["实际使用外资"],
    "绿色供应链企业40家。": ["绿色供应链企业"],
    "上报到位资金3亿元。": ["到位资金"],
    "来自12个国家和地区的客商参展。": ["国家和地区"],
    "收入是支出的1.3倍。": ["收入"],
    "拉动消费增长3亿元。": ["消费"],
    "新增2所小学、1所初中。": ["新增小学", "新增初中"],
    "新增百亿企业3家。": ["企业", "新增百亿企业"],
    "铸造业、锻造业景气指数分别为50.3%和51.2%。": ["铸造业景气指数", "锻造业景气指数"],
    "合同利用省外资金、技改投资分别增长5%、9%。": ["合同利用省外资金", "技改投资"],
}


@pytest.mark.parametrize("text", WHOLE)
def test_names_are_whole(text: str) -> None:
    assert names(text) == WHOLE[text]


SAID_OF_ALL = {
    "24个集镇列入提升计划。": ["集镇"],
    "24个城市列入提升计划。": ["列入提升计划城市"],
    "全县19个行业产值保持增长。": ["产值保持增长行业"],
    "31名大学生参加见习。": ["大学生参加见习"],
    "15个行业增加值实现增长。其中，造纸业增长9%。": ["增加值实现增长行业", "造纸业增加值"],
    "7条共建产业链总产值达90亿元。": ["共建产业链", "共建产业链总产值"],
    "52个乡镇平均优良天数比例为88%。": ["乡镇", "优良天数比例"],
    "开工并实现产值企业32户。": ["开工并实现产值企业"],
    "完成招商资金3亿元，为县政府下达任务数4亿元的75%。": ["招商资金", "招商资金任务数", "招商资金"],
}


@pytest.mark.parametrize("text", SAID_OF_ALL)
def test_what_is_said_of_all_that_is_counted(text: str) -> None:
    assert names(text) == SAID_OF_ALL[text]


SECOND_LOOK = {
    "13个自然村改造工程全面开花。": ["自然村改造工程"],
    "建设3个国家进口贸易示范区。": ["国家进口贸易示范区"],
    "整合9个旧系统的数据。": ["旧系统"],
    "打造5个省级园区“创新高地”。": ["省级园区"],
    "可以处8万元以下的罚款。": ["罚款"],
    "捐赠70万吨的碳配额。": ["碳配额"],
    "乳制品产能达14万吨。": ["乳制品产能"],
    "梳理2张表格中的问题。": ["表格"],
    "政协提案办理满意率99%。": ["政协提案办理满意率"],
    "新建轨道线路7条、通车里程400公里。": ["新建轨道线路", "通车里程"],
    "孤儿抚养标准、护理标准每月分别达到1650元、420元。": ["孤儿抚养标准", "护理标准"],
    "申请最高20万元的创业贷款。": ["创业贷款"],
    "可透水铺装占比为33%。": ["可透水铺装占比"],
    "公共服务车辆达到900辆。": ["公共服务车辆"],
    "各街区新打造灯光秀场8处。": ["新打造灯光秀场"],
    "风电开工90万千瓦、投产40万千瓦。": ["风电开工", "风电投产"],
    "森林覆盖率达62%，连续3年获评园林城市。": ["森林覆盖率", "连续获评园林城市"],
    "一、二、三产分别增长4%、3%和2%。": ["第一产业", "第二产业", "第三产业"],
    "城镇和农村居民人均消费支出分别增长3%和7%。": ["城镇居民人均消费支出", "农村居民人均消费支出"],
    "污水排放总量、废气排放总量分别为3万吨、2万吨，较2012年分别下降4%、5%。": [
        "污水排放总量",
        "废气排放总量",
        "污水排放总量",
        "废气排放总量",
    ],
}


@pytest.mark.parametrize("text", SECOND_LOOK)
def test_what_looks_like_another_construction(text: str) -> None:
    assert names(text) == SECOND_LOOK[text]


def test_签约_ends_in_no_bound() -> None:
    found = extract_article(Article("t", "新签约亿元以上项目18个。"), LEXICON).figures
    assert [f.bound for f in found] == ["ge", "exact"]


THIRD_LOOK = {
    "经营主体持续壮大，突破90万大关。": ["经营主体"],
    "工业投资增长3%；瞪羚企业、独角兽企业，均居全省第三。": ["工业投资", "瞪羚企业、独角兽企业"],
    "全市性会议减少4%。": ["全市性会议"],
    "组织线上线下招聘会26场。": ["线上线下招聘会"],
    "完成1%人口抽样调查。": ["人口抽样调查"],
    "实现6类230项事项通办。": ["事项", "事项"],
    "花生播种、采收机械化率分别为44%和71%。": ["花生播种机械化率", "采收机械化率"],
    "三年累计新认定基地57个。": ["新认定基地"],
    "九年义务教育巩固率达98%。": ["九年义务教育巩固率"],
    "来自25个省、市、自治区。": ["省、市、自治区"],
    "存栏肉牛只数为9万头，建成风电等4个项目。": ["存栏肉牛只数", "项目"],
}


@pytest.mark.parametrize("text", THIRD_LOOK)
def test_names_across_clauses_and_numbers(text: str) -> None:
    assert names(text) == THIRD_LOOK[text]


INNER = {
    "建设35家协同创新平台。": ["协同创新平台"],
    "20件省、市重点实事完成。": ["省、市重点实事"],
    "为9万名有需求的残疾人提供服务。": ["有需求的残疾人"],
    "新增3万亩耕地。": ["新增耕地"],
    "市城管局与40家施工单位座谈。": ["施工单位座谈"],
    "全国有77%的城市达标。": ["城市达标"],
    "垃圾堆放点较上年减少97处。": ["垃圾堆放点"],
}


@pytest.mark.parametrize("text", INNER)
def test_stops_inside_a_word(text: str) -> None:
    assert names(text) == INNER[text]


@pytest.mark.parametrize(("text", "kind"), [("较上年减少97处。", "change"), ("每年减少排放3万吨。", "level")])
def test_减少_against_a_year_is_a_change(text: str, kind: str) -> None:
    assert [f.kind for f in extract_article(Article("t", text), LEXICON).figures] == [kind]
