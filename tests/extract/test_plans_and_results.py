"""What is a plan, a goal or a rule, and what is told as done: words of other papers that one could take for the other."""

from datetime import date

import pytest
from acts import LEXICON, figures

from policytrack.extract import extract_article
from policytrack.model import Article
from policytrack.period import Period


def test_the_goal_inside_a_completion_is_a_target() -> None:
    assert [f.obs for f in figures("新增就业1200人，完成年度任务1500人的80%。")] == ["actual", "target", "actual"]


def test_a_price_that_a_rule_sets_is_a_target() -> None:
    assert {f.obs for f in figures("居民水价由2.8元调整为3.1元。")} == {"target"}


def test_tasks_with_the_body_in_charge_are_planned() -> None:
    text = "新建步道12公里。（责任单位：市城管局）\n改造公厕20座。（责任单位：市住建局）"
    acts = extract_article(Article("t", text), LEXICON).actions
    assert {act.realis for act in acts} == {"planned"}


REPORT = """一、2022年工作回顾
一年来，改造公厕18座。
二、当前形势与目标
城镇新增就业15万人。
三、2023年工作重点
新建停车位3000个。"""


def test_parts_of_a_report_after_its_review_are_planned() -> None:
    found = extract_article(Article("t", REPORT, title="2023年政府工作报告", published=date(2023, 11, 23)), LEXICON)
    assert [act.realis for act in found.actions] == ["done", "planned"]
    assert [figure.obs for figure in found.figures] == ["actual", "target", "target"]


@pytest.mark.parametrize(
    ("text", "obs"),
    [
        ("全年计划新增减税降费36亿元以上。", "target"),
        ("项目年度计划投资3亿元。", "target"),
        ("前8月完成投资12亿元，占全年计划78%。", "actual"),
        ("一季度建成高标准农田2130公顷。", "actual"),
        ("建成标准厂房12万平方米。", "actual"),
        ("将补助由每月260元提高标准至300元。", "target"),
    ],
    ids=[
        "year_plan_verb",
        "year_plan_amount",
        "share_of_the_plan",
        "high_standard",
        "standard_workshops",
        "raised_standard",
    ],
)
def test_plans_of_a_year_and_standards(text: str, obs: str) -> None:
    assert figures(text, published=date(2023, 9, 26))[-1].obs == obs


def test_a_plan_for_the_year_is_a_planned_act() -> None:
    found = extract_article(
        Article("t", "县税务局全年计划新增减税降费36亿元以上。", published=date(2023, 9, 26)), LEXICON
    )
    assert [(action.type, action.realis) for action in found.actions] == [("tax_fee_reduction", "planned")]


def one_act(text: str) -> tuple[str, str]:
    [action] = extract_article(Article("t", text, published=date(2024, 8, 7)), LEXICON).actions
    return action.type, action.realis


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("县市场监管局将检查餐馆300家。", "planned"),
        ("县税务局将走访企业500家。", "planned"),
        ("本年度计划培训保育员1200人。", "planned"),
        ("县财政局预计全年减税降费4亿元。", "planned"),
        ("县教育局全年争取新建学校5所。", "planned"),
        ("县人社局将稳岗补贴发放到户。", "done"),
        ("县财政局争取上级资金3亿元。", "done"),
    ],
)
def test_words_that_plan_before_the_verb(text: str, realis: str) -> None:
    assert one_act(text)[1] == realis


def test_a_meeting_that_tells_of_accidents_promises_none() -> None:
    text = "会议指出，今年1至7月，全县发生火灾12起，同比下降25%，死亡3人。"
    assert {f.obs for f in figures(text, published=date(2024, 8, 7))} == {"actual"}


def test_the_time_of_what_is_reported_is_not_that_of_what_is_decided() -> None:
    text = "会议听取了上半年消防工作情况汇报，决定拨付资金126万元。"
    found = extract_article(Article("t", text, published=date(2024, 8, 7)), LEXICON)
    assert [action.period for action in found.actions] == [None, None]


def test_a_share_of_the_year_s_goal_is_of_the_time_it_was_reached_in() -> None:
    found = figures("上半年，全县培训保育员640人，完成全年目标的64%。", published=date(2024, 11, 5))
    assert {f.period for f in found} == {Period(date(2024, 1, 1), date(2024, 6, 30))}


@pytest.mark.parametrize(
    "text",
    [
        "一季度全县民营企业总产值完成13亿元。",
        "全县加工贸易进出口107亿元。",
        "医院拥有床位总数2377张。",
        "参加居民养老保险人数25万人。",
        "在减税降费政策有力推动下。",
        "现制定以下政策。",
    ],
    ids=["output", "trade", "beds", "insured", "circumstance", "announcement"],
)
def test_statistics_and_circumstances_are_no_acts(text: str) -> None:
    assert extract_article(Article("t", text, published=date(2024, 8, 7)), LEXICON).actions == ()


def test_an_act_on_people_counted_is_one() -> None:
    text = "县人社局新增参加失业保险人数3万人，发放贷款余额2亿元。"
    assert extract_article(Article("t", text, published=date(2024, 8, 7)), LEXICON).actions


@pytest.mark.parametrize(
    "text",
    ["经核实，应为18.9亿元，特此更正。", "申请材料由6份减至2份。", "电价最高降幅9.2%。"],
    ids=["correction", "papers", "largest_fall"],
)
def test_words_of_rules_and_needs_inside_others_mean_neither(text: str) -> None:
    assert {f.obs for f in figures(text)} == {"actual"}


def test_the_upper_limit_behind_a_lower_one_is_a_rule() -> None:
    [low, high] = figures("每户补助不低于2万元，最高不超过5万元。")
    assert (low.obs, high.obs) == ("target", "target")


@pytest.mark.parametrize("text", ["大豆均价每吨572美元。", "小麦平均亩产每亩520公斤。"], ids=["price", "yield"])
def test_what_was_paid_or_grown_is_no_rule(text: str) -> None:
    assert [f.obs for f in figures(text)] == ["actual"]


def test_a_report_is_of_the_year_it_is_named_after() -> None:
    found = extract_article(Article("t", REPORT, title="2023年政府工作报告", published=date(2023, 11, 23)), LEXICON)
    assert [figure.period.start.year for figure in found.figures if figure.period and figure.period.start] == [
        2022, 2023, 2023,
    ]  # fmt: skip
