"""Wordings that connect two figures, and wordings that only look as if they did. Each text is read by the extraction."""

import json
from datetime import date
from pathlib import Path

import pytest

from policytrack.audit import audit_article
from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article, Audit


def audits(text: str, title: str = "") -> list[Audit]:
    article = Article("1", text, title, published=date(2023, 10, 12), published_how="given", place="安澜市")
    return list(audit_article(extract_article(article, load())).audits)


CONNECTED = {
    "goal before 的": ("失业人员再就业413人，完成年目标任务350人的118%。", "target_completion", "consistent"),
    "goal in brackets": ("完成工业投资38.4亿元，达年度目标任务(96亿元)的40%。", "target_completion", "consistent"),
    "goal set from above": ("全年造林任务800亩，目前已完成造林480亩，占任务的60%。", "target_completion", "consistent"),
    "share of the year": (
        "1—9月，完成固定资产投资90亿元，完成年度目标的80%，超时序进度5个百分点。",
        "target_completion",
        "consistent",
    ),
    "share of the year, wrong": (
        "1—9月，完成固定资产投资90亿元，完成年度目标的80%，超时序进度9个百分点。",
        "target_completion",
        "inconsistent",
    ),
    "a list's own whole": ("受理的240件诉求中，当场办结180件，占75%。", "share_of_total", "consistent"),
    "其中 in the next sentence": (
        "全县兑付奖补资金8.4亿元。其中，兑付农业奖补资金2.1亿元，占比25%。",
        "share_of_total",
        "consistent",
    ),
    "a closed set": ("全市进出口总额90亿元，其中出口60亿元，进口20亿元。", "parts_sum", "inconsistent"),
    "three sectors": ("三次产业增加值占GDP的比重分别为8%、32%和50%。", "shares_sum", "inconsistent"),
    "a printed base": ("上半年税收收入21亿元，比去年同期的20亿元增长5%。", "level_and_growth", "consistent"),
    "a printed change": ("上半年税收收入21亿元，同比增加3亿元，增长5%。", "level_and_growth", "inconsistent"),
    "a printed earlier share": ("绿化率由40%提高到46%，提高8个百分点。", "growth_and_change", "inconsistent"),
    "names and a count": ("工作组走访南岗镇、北坪镇、东林乡4个乡镇。", "names_vs_count", "inconsistent"),
    "what ought to be": ("全县应接种500人，已接种450人，接种率达90%。", "ratio_of_pair", "consistent"),
}


@pytest.mark.parametrize("case", CONNECTED)
def test_words_connect_figures(case: str) -> None:
    text, template, verdict = CONNECTED[case]
    assert [audit.verdict for audit in audits(text) if audit.template == template] == [verdict]


APART = {
    "a goal of something else": "引进企业16家（任务数13家）；某园引进企业8家，完成全年目标任务7家的114.29%。",
    "a count that is no amount done": "全市1200个重大项目年度投资完成率达124%，新引进项目80个。",
    "another list after 分别": "重组11家重点实验室，国家级、省级创新平台分别达到22家、182家。",
    "another act after 其中": "贷款余额80亿元，其中发放抵押贷款30亿元，发行专项债券60亿元。",
    "a later count": "计划开工项目180项，其中1—10月计划开工140项，目前实际已开工118项。",
    "公共 is no 共": "改造小区75个，新建公园8个，新增公共停车位5000个。",
    "classes before a count": "认定雏鹰企业、瞪羚企业358户，培育独角兽企业1户。",
    "a name with 三项 in it": "办好乒联世界杯、铁人三项世界杯、网球公开赛等赛事。",
    "a list that mixes kinds": "围绕风电、光伏、氢能、储能4条产业链招商。",
    "classes that overlap": "先进制造业增加值占规上工业比重为64.5%；高技术制造业增加值占规上工业比重为39.2%。",
    "two wholes called 全省": "进出口总额占全省比重53%，实际使用外资占全省比重72.6%。",
    "rounded to a whole percent": "新开项目176个，已开工150个，开工率达85%。",
    "a rate that is not theirs": "38项工作已经开工，办结21项，来信来访按期答复率达95.13%。",
    "不合格 is not 合格": "抽检1200批次，合格1176批次，不合格24批次，不合格率2%。",
    "two parts that carry the stem": "排查隐患176条，现场整改150条，限期整改26条，整改率100%。",
    "a rate a month": "为200名学徒发放补贴，每人每月500元，共发放60万元。",
    "from nothing to three": "优级天数由2013年的0天分别增加到2015年的31天、15天和12天。",
    "two rates beside each other": "推广任务4000吨，每吨市补贴100元、县财政补贴120元。",
    "the list goes on elsewhere": "禁放的城市有138个，其中省会城市5个，地级市30个，县级市103个；限放的城市536个。",
    "a list inside a list": "主题展区3个，包括1个政府展区和2个互动体验区，专业展区10个。",
    "places before a count of firms": "山东、河北8家企业排放量居前。",
    "和 before a count": "化学需氧量、氨氮和5项重金属收费标准上调。",
    "a rate of means": "每股收益0.59元，每股净资产4.09元，净资产收益率18.53%。",
    "another place's rate": "合格率98.1%，高出全国2.3个百分点。",
    "a like-for-like rate": "一般公共预算收入30.6亿元，同口径增长7%，去年同期为30.2亿元。",
}


@pytest.mark.parametrize("case", APART)
def test_words_that_connect_nothing_contradict_nothing(case: str) -> None:
    assert [audit for audit in audits(APART[case]) if audit.verdict == "inconsistent"] == []


def test_a_gap_to_another_place_derives_no_earlier_share() -> None:
    assert [a for a in audits(APART["another place's rate"]) if a.template == "growth_and_change"] == []


def test_real_articles_do_not_contradict_themselves(shared: Path) -> None:
    """Of the reference articles one does: it prints 440 as planned and three ratios to a plan of 447."""
    path = shared / "data" / "articles.jsonl"
    if not path.exists():
        pytest.skip("the reference articles are not here")
    notes = []
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        notes += [a.note for a in audits(record["text"], record["title"]) if a.verdict == "inconsistent"]
    assert [note for note in notes if "printed target 440" not in note] == []
