"""obs: what happened, what is a goal or a rule, what something was designed for. Said on 20 September 2023."""

from datetime import date

import pytest

from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article

LEXICON = load()


def obs(text: str, title: str = "") -> dict[str, str]:
    """Surface → obs of the figures of a text."""
    article = Article("1", text, title=title, published=date(2023, 9, 20))
    return {f.surface: f.obs for f in extract_article(article, LEXICON).figures if f.where == "text"}


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("全县完成投资4亿元。", "4亿元", "actual"),
        ("力争完成投资4亿元。", "4亿元", "target"),
        ("到2025年，森林覆盖率达到35%。", "35%", "target"),
        ("补贴标准为每人500元。", "500元", "target"),
        ("最高奖励50万元。", "50万元", "target"),
        ("虚拟电厂供应电力3万千瓦时。", "3万千瓦时", "actual"),
        ("主要农产品产量4万吨。", "4万吨", "actual"),
        ("摸排企业融资需求15亿元。", "15亿元", "demand"),
        ("项目总投资3亿元。", "3亿元", "capacity"),
        ("年产3万吨高性能纤维项目建成投产。", "3万吨", "capacity"),
        ("新建高标准粮田3.6万亩。", "3.6万亩", "actual"),
        ("全县共制定地方标准27项。", "27项", "actual"),
        ("奖励标准为每家5万元。", "5万元", "target"),
        ("浓度是排放标准的3倍。", "3倍", "actual"),
        ("收费标准由每吨2元提高到每吨3元，提高了0.5倍。", "0.5倍", "target"),
        ("商务活动预期指数为54.6%。", "54.6%", "actual"),
        ("人均预期寿命比五年前提高1.2岁。", "1.2岁", "actual"),
        ("预期营收达到20亿元。", "20亿元", "target"),
        ("按项目数计开工率88%。", "88%", "actual"),
        ("按设备投资额的12%给予奖励。", "12%", "target"),
        ("困难人口到2009年减少至36万人。", "36万人", "actual"),
        ("到2026年建成泵站40座。", "40座", "target"),
        ("60个年度计划新开项目已全部开工。", "60个", "target"),
        ("计划开工90个，实际开工72个。", "72个", "actual"),
        ("未按计划开工的有8个。", "8个", "actual"),
        ("要在现有6条线路的基础上再开2条。", "6条", "actual"),
        ("要把烟尘从30毫克降到10毫克。", "30毫克", "actual"),
        ("企业用气成本同比每立方米降低0.3元。", "0.3元", "actual"),
        ("从下月起每立方米降低0.3元。", "0.3元", "target"),
        ("会议指出，上半年全县发放补贴60万元。", "60万元", "actual"),
        ("会议强调，下半年全县发放补贴60万元。", "60万元", "target"),
        ("已下达今年造林资金预算380万元。", "380万元", "actual"),
        ("居民医保报销比例提高到70%。", "70%", "target"),
        ("企业可申请最高200万元的担保贷款。", "200万元", "target"),
        ("企业申请贷款900万元。", "900万元", "demand"),
        ("走访企业32家，拓展岗位需求1.6万个。", "1.6万个", "actual"),
        ("引进企业9家（任务数8家），工业占比61%（任务数60%）。", "60%", "target"),
        ("项目全面投产后，预计年均发电量超过12亿千瓦时。", "12亿千瓦时", "capacity"),
        ("项目投产后每年可减排二氧化碳5万吨，点亮3万户家庭。", "3万户", "capacity"),
        ("白石岭风电项目总装机规模60兆瓦。", "60兆瓦", "capacity"),
        ("8月全区新增并网装机规模60万千瓦。", "60万千瓦", "actual"),
        ("单晶硅产能突破30吉瓦。", "30吉瓦", "capacity"),
        ("再次压减钢铁产能300万吨。", "300万吨", "actual"),
        ("压减300万吨钢、200万吨水泥。", "300万吨", "actual"),
        ("年产值达600万元。", "600万元", "actual"),
        ("限额以上零售额增长6.1%。", "6.1%", "actual"),
        ("社会消费品零售总额达到90亿元。", "90亿元", "actual"),
        ("负责人出庭应诉率达100%。", "100%", "actual"),
        ("污水处理费由0.8元调整为1.2元。", "1.2元", "target"),
        ("新建幼儿园48所，超额完成40所的年度目标任务。", "40所", "target"),
        ("围绕20家企业入规目标，建立后备库。", "20家", "target"),
        ("解决35千伏高压线路迁改。", "35千伏", "capacity"),
        ("申报6个美丽乡村、9个示范园区。", "9个", "demand"),
        ("全年粮食意向种植面积17亿亩。", "17亿亩", "target"),
        ("工业增长9%，高于年度目标2个百分点。", "2个百分点", "actual"),
        ("企业所得税减按15%税率征收。", "15%", "target"),
        ("临近年底，六个新能源项目同时开工建设。", "六个", "actual"),
    ],
)
def test_a_value_happened_or_is_a_goal_a_size_or_a_need(text: str, surface: str, expected: str) -> None:
    assert obs(text)[surface] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [("清溪县稳岗补贴管理办法", "target"), ("清溪县促进工业发展奖补政策", "target"), ("我市稳岗工作见成效", "actual")],
)
def test_what_a_regulation_prints_is_a_rule(title: str, expected: str) -> None:
    assert obs("连续参保满180天的职工，补贴6个月。", title)["180天"] == expected
