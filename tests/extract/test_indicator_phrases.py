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
    "新增社区食堂9家、总投资2亿元。": ["新增社区食堂", "总投资"],
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
    "新开工亿元以上项目28个。": ["项目", "亿元以上项目"],
    "销售收入超5亿元的企业达到7家。": ["销售收入", "销售收入超5亿元的企业"],
    "单户金额300万元以上的贷款给予贴息。": ["单户金额"],
    "在用餐人数200人以上的食堂配备监督员。": ["用餐人数"],
}


@pytest.mark.parametrize("text", SORTED)
def test_what_sorts_the_things_counted(text: str) -> None:
    assert names(text) == SORTED[text]
