"""Figures of sentences in the manner of county news: surface, value, unit, bound, kind, indicator and obs at once.

Each row is a class of wording; the sentences are our own.
"""

import itertools
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article, Extraction, Figure

LEXICON = load()


def read(text: str) -> Extraction:
    return extract_article(Article("1", text, published=date(2023, 9, 20)), LEXICON)


def only(text: str) -> Figure:
    (figure,) = read(text).figures
    return figure


VALUES = {
    "全县发放补贴36.4万元。": "36.4万元 364000 元 exact",
    "清溪县争取资金1,250万元。": "1,250万元 12500000 元 exact",
    "培训学员1260余人次。": "1260余人次 1260 人次 gt",
    "栽植苗木320多万株。": "320多万株 3200000 株 gt",
    "检查商户近百家。": "百家 100 家 lt",
    "发放资金约3亿元。": "3亿元 300000000 元 approx",
    "收储粮食超过8600吨。": "8600吨 8600 吨 gt",
    "合格率不低于95%。": "95% 95 % ge",
    "补贴标准每人500元以内。": "500元 500 元 le",
    "每户补助不超过2万元。": "2万元 20000 元 le",
    "帮扶企业3至5家。": "3至5家 3/5 家 exact",
    "奖励10—15万元。": "10—15万元 100000/150000 元 exact",
    "贷款10万元至15万元。": "10万元至15万元 100000/150000 元 exact",
    "走访农户二三十户。": "二三十户 20/30 户 exact",
    "项目完成七成半。": "七成半 75 % exact",
    "完成率为百分之九十二点五。": "百分之九十二点五 92.5 % exact",
    "三分之一的村通了公交。": "三分之一 33.33 % exact",
    "绿化面积占全县一半以上。": "一半 50 % ge",
    "办理时限压缩到3个工作日。": "3个工作日 3 个工作日 exact",
    "电价下调0.03元/千瓦时。": "0.03元/千瓦时 0.03 元/千瓦时 exact",
    "日供水能力达12万立方米/日。": "12万立方米/日 120000 立方米/日 exact",
    "装机容量突破40吉瓦。": "40吉瓦 40 吉瓦 gt",
    "惠及12万居民。": "12万居民 120000 居民 exact",
    "产值是五年前的2.3倍。": "2.3倍 2.3 倍 exact",
    "城乡收入比缩小到2.05:1。": "2.05:1 2.05  exact",
    "出口额达12.6亿美元。": "12.6亿美元 1260000000 美元 exact",
    "项目总投资2.3万亿元。": "2.3万亿元 2300000000000 元 exact",
    "拨付资金3亿5000万元。": "3亿5000万元 350000000 元 exact",
    "建成泵站二十三座。": "二十三座 23 座 exact",
    "投入两千余万元。": "两千余万元 20000000 元 gt",
    "人均收入达2.4万余元。": "2.4万余元 24000 元 gt",
    "水质优良率居全省第4位。": "第4位 4 位 exact",
    "外贸总量居全市第一。": "第一 1  exact",
    "建成各类公园１２个。": "１２个 12 个 exact",
}


@pytest.mark.parametrize("text", VALUES)
def test_value_unit_and_bound(text: str) -> None:
    f = only(text)
    assert f"{f.surface} {f.printed_value} {f.unit} {f.bound}" == VALUES[text]


NO_FIGURES = [
    "推进城乡一体化和乡村统一规划。",
    "学习贯彻党的二十大精神。",
    "印发云政发〔2021〕17号文件。",
    "第五中学开展“1+9”系列活动。",
    "拨打12345热线或登录A3平台。",
    "一是健全机制；二是压实责任。",
    "推动5G和PM2.5监测应用。",
    "入围全国500强和十大品牌。",
    "乡镇干部千方百计服务千家万户。",
    "成立20周年庆祝活动昨晚8时举行。",
    "历时3年建成，24小时值守。",
    "一季度，我县召开一次会议，解决一批问题。",
    "“百日攻坚”行动和“三区四带”布局有序推进。",
    "2023年9月11日至13日，检查组来到我县。",
    "数十万群众参与，几百家企业响应。",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert [f.surface for f in read(text).figures] == []


KINDS = {
    "固定资产投资同比增长8.6%。": "growth 1 yoy stated",
    "固定资产投资增长8.6%。": "growth 1 yoy implied",
    "进出口总额下降4.2%。": "growth -1 yoy implied",
    "用电量环比增长1.5%。": "growth 1 mom stated",
    "工业增速达6.6%。": "growth 1 yoy stated",
    "合格率提高2.5个百分点。": "change 1 None None",
    "降幅收窄6.4个百分点。": "change -1 None None",
    "贷款余额较年初增加41亿元。": "change 1 year_start stated",
    "合格率提高到97%。": "share 1 None None",
    "税收收入占一般公共预算收入的69%。": "share 1 None None",
    "森林覆盖率达62%。": "share 1 None None",
    "完成年度目标任务的78%。": "ratio_to_target 1 target stated",
    "超进度目标任务19亿元。": "diff_to_target 1 target stated",
    "产值增长1.5倍。": "multiple 1 None None",
    "新增学位3200个。": "level 1 None None",
    "办理时限由9天压缩至1天。": "level 1 None None",
}


BUDGET_MOVES = {
    "每吨用水成本降0.3元。": "change -1",
    "每吨用水成本降至0.3元。": "level 1",
    "税收收入5亿元，同比增收0.3亿元。": "change 1",
    "税收收入5亿元，增收0.3亿元。": "change 1",
    "税收收入5亿元，同比减收0.3亿元。": "change -1",
    "财政支出9亿元，同比增支0.3亿元。": "change 1",
    "财政支出9亿元，同比减支0.3亿元。": "change -1",
    "发放种子款3万元，带动农户增收5万元。": "level 1",
    "投入资金3万元，增收5万元。": "level 1",
}


@pytest.mark.parametrize("text", BUDGET_MOVES)
def test_what_a_budget_amount_moved_by(text: str) -> None:
    f = read(text).figures[-1]
    assert f"{f.kind} {f.sign}" == BUDGET_MOVES[text]


@pytest.mark.parametrize("text", KINDS)
def test_kind_sign_and_basis(text: str) -> None:
    f = read(text).figures[-1]
    assert f"{f.kind} {f.sign} {f.basis} {f.basis_how}" == KINDS[text]


INDICATORS = {
    "1月至8月，开发区完成规上工业产值84亿元，增长8%。": ["规上工业产值", "规上工业产值"],
    "全县检查企业20家，查处隐患36条。": ["检查企业", "查处隐患"],
    "累计为企业减税降费2亿元，缓缴税费0.2亿元，留抵退税1亿元。": ["减税降费", "缓缴税费", "留抵退税"],
    "组织银企对接16次，帮助企业落实融资4亿元。": ["银企对接", "落实融资"],
    "20家银行参加对接。": ["银行"],
    "出口额、进口额分别增长8%和5%。": ["出口额", "进口额"],
    "水泥、钢材产量分别增长6%、4%。": ["水泥产量", "钢材产量"],
    "城乡居民人均可支配收入分别达到4.1万元和2.2万元。": [
        "城镇居民人均可支配收入",
        "农村居民人均可支配收入",
    ],
    "全县接待游客12万人次，实现门票收入3.4亿元，分别增长7%和9%。": ["接待游客", "门票收入", "接待游客", "门票收入"],
    "全县新开工项目9个，占全市12%，竣工厂房6万平方米，分别增长7%和9%。": [
        *("新开工项目", "新开工项目", "竣工厂房"),
        *("新开工项目", "竣工厂房"),
    ],
    "全县财政支出9.2亿元，同比减支0.4亿元，下降4.2%。": ["财政支出", "财政支出", "财政支出"],
    "出口额、进口额分别增长8%和5%，增速分别居全市第2位和第3位。": [
        *("出口额", "进口额"),
        *("出口额增速", "进口额增速"),
    ],
    "会议要求，全县要新建泵站6座。": ["新建泵站"],
    "园区累计有入驻商户60户。": ["入驻商户"],
    "全年目标为减税降费3亿元。": ["减税降费"],
    "企业用电成本同比每度降低0.02元。": ["企业用电成本"],
    "审批事项从39项增至91项。": ["审批事项", "审批事项"],
    "企业开办时间压缩至1个工作日。": ["企业开办时间"],
    "云河县新改建农村公路83公里，改造危桥14座。": ["新改建农村公路", "改造危桥"],
    "产值过5亿元的企业达3家。": ["产值", "产值过5亿元的企业"],
    "年产3万吨高性能纤维项目建成投产。": ["高性能纤维项目"],
    "工业投资12亿元（全市11.1%），总量居全省第2。": ["工业投资", "工业投资", "工业投资"],
}


@pytest.mark.parametrize("text", INDICATORS)
def test_a_number_has_its_indicator(text: str) -> None:
    assert [f.indicator for f in read(text).figures] == INDICATORS[text]


PERIODS = {
    "1月至8月，全县完成投资4亿元。": "2023-01-01/2023-08-31 ytd stated",
    "上半年，全县完成投资4亿元。": "2023-01-01/2023-06-30 ytd stated",
    "8月，全县检查企业35家。": "2023-08-01/2023-08-31 period stated",
    "9月11日至13日，检查组检查企业20家。": "2023-09-11/2023-09-13 period stated",
    "8月末，全县贷款余额40亿元。": "2023-08-31/2023-08-31 point stated",
    "今年以来，全县检查企业35家。": "2023-01-01/2023-09-20 ytd stated",
    "自2019年以来，累计培训学员900人。": "2019-01-01/2023-09-20 since stated",
    "2022年，全县新建学校6所。": "2022-01-01/2022-12-31 period stated",
    "近年来，全县新建学校6所。": "None none unknown",
}


@pytest.mark.parametrize("text", PERIODS)
def test_a_figure_covers_the_time_of_its_clause(text: str) -> None:
    f = only(text)
    assert f"{f.period.iso if f.period else None} {f.accumulation} {f.period_how}" == PERIODS[text]


def test_the_period_of_a_lead_carries_to_the_results_after_it() -> None:
    found = read("1月至8月，我县外贸总额8亿元。\n工业投资12亿元，完成年度目标任务的70%。\n甲厂等15户企业扩产。").figures
    assert [f.period.iso if f.period else None for f in found] == ["2023-01-01/2023-08-31"] * 3 + [None]
    assert [f.period_how for f in found] == ["stated", "carried", "carried", "unknown"]


def test_rounding_intervals_are_half_a_unit_of_the_last_digit() -> None:
    f = only("争取资金22.35亿元。")
    assert (f"{f.value_low:f}", f"{f.value_high:f}", f.unit_mult, f.decimals) == ("2234500000", "2235500000", 8, 2)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("合格率达85%。", "84.5", "85.5"),
        ("覆盖率达六成。", "55", "65"),
        ("占比达7成。", "65", "75"),
        ("占比达七成半。", "73", "77"),
        ("新建公路50公里。", "49.5", "50.5"),
        ("提高3至5个百分点。", "2.5", "5.5"),
        ("发放补贴500元。", "500", "500"),
    ],
)
def test_a_whole_number_that_was_measured_is_rounded(text: str, low: str, high: str) -> None:
    f = only(text)
    assert (f.value_low, f.value_high) == (Decimal(low), Decimal(high))


def test_a_count_is_exact() -> None:
    f = only("检查企业35家。")
    assert f.value_low == f.value == f.value_high


LEDGER = {
    "浓度为10^5，即10的5次方。": [("10^5", "name"), ("10的5次方", "name")],
    "捐款数十万元，参会人数百余人。": [("数十万", "article"), ("百余人", "figure")],
    "费用按1.5:3:5.5分担。": [("1.5:3:5.5", "name")],
    "上午9时30分开工。": [("9", "date"), ("30", "date")],
    "第三条规定，检查企业35家。": [("三", "ordinal"), ("35家", "figure")],
    "一是检查，二是整改。": [("一", "list_marker"), ("二", "list_marker")],
    "2023年印发〔2021〕17号。": [("2023", "period"), ("2021", "document_number"), ("17", "document_number")],
    "9月11日，一个项目开工。": [("9", "date"), ("11", "date"), ("一", "article")],
    "一体化推进，统一部署。": [],
}


@pytest.mark.parametrize("text", LEDGER)
def test_every_numeral_has_its_class(text: str) -> None:
    assert [(n.surface, n.cls) for n in read(text).numerals] == LEDGER[text]


texts = st.text(
    st.one_of(
        st.sampled_from(
            "一二三两十百千万亿零半成分之至到第年月日号时个家项户元吨亩%％‰.,，。、；：（）()《》“”\n 0123456789０１"
        ),
        st.sampled_from("将同比增长下降累计达占约超近余多前后底以上不低于其中检查企业我县市区国务院"),
        st.characters(blacklist_categories=("Cs",)),
    ),
    max_size=120,
)


@given(texts)
def test_any_text_is_read_without_error_and_offsets_hold(text: str) -> None:
    found = read(text)
    assert all(text[f.start : f.end] == f.surface for f in found.figures)
    assert all(text[n.start : n.end] == n.surface for n in found.numerals)
    ends = [(n.start, n.end) for n in found.numerals]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ends))


@given(texts)
def test_reading_is_deterministic(text: str) -> None:
    assert read(text) == read(text)


@given(texts)
def test_every_arabic_numeral_is_in_the_ledger(text: str) -> None:
    covered = {i for n in read(text).numerals for i in range(n.start, n.end)}
    figures = {i for f in read(text).figures for i in range(f.start, f.end)}
    assert all(i in covered or i in figures for i, c in enumerate(text) if c in "0123456789")
