"""Classes of wording that articles of other papers showed: names with numerals, bases of rates, carried indicators."""

from datetime import date
from typing import Any

import pytest

from policytrack.extract.pipeline import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article, Figure
from policytrack.period import Period

LEXICON = load()


def figures(text: str, **more: Any) -> list[Figure]:
    return list(extract_article(Article("t", text, **more), LEXICON).figures)


@pytest.mark.parametrize(
    "text",
    ["三元区召开座谈会。", "工业保持三位数增长。", "产业迈上千亿级台阶。"],
    ids=["district", "digits", "step"],
)
def test_numerals_of_names_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_the_base_of_a_rate_is_no_figure() -> None:
    assert [f.surface for f in figures("每生产1度电、1吨钢需要消耗280克标准煤。")] == ["280克标准煤"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("粮食单产连续八年居全市首位。", ["8", "1"]),
        ("全县工业产值突破百亿，新增百亿企业2家。", ["10000000000", "10000000000", "2"]),
    ],
    ids=["streak", "round_amounts"],
)
def test_counts_in_words(text: str, values: list[str]) -> None:
    assert [format(f.value, "f") for f in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("全县工业增加值增长9%，高于全省2个百分点。", ["工业增加值", "工业增加值增速"]),
        ("全市旅游收入势头强劲，上半年增长16%。", ["旅游收入"]),
        ("新增就业1200人，完成年度任务1500人的80%。", ["新增就业", "新增就业任务", "新增就业"]),
        ("查处其他违法行为12起。", ["其他违法行为"]),
        ("推动各行将平均费率降至1%。", ["平均费率"]),
        ("12.改造灌区10万亩。", ["改造灌区"]),
    ],
    ids=["comparison", "opening", "goal", "whole_words", "moved", "list_number"],
)
def test_indicators(text: str, indicators: list[str]) -> None:
    assert [f.indicator for f in figures(text)] == indicators


def test_places_of_a_list_have_the_indicator_before_them() -> None:
    found = figures("开工企业511户，比重为80%，其中西宁市83%，海东市74%。")
    assert [(f.indicator, f.place) for f in found[2:]] == [("开工企业", "630100"), ("开工企业", "630200")]


def test_the_goal_inside_a_completion_is_a_target() -> None:
    assert [f.obs for f in figures("新增就业1200人，完成年度任务1500人的80%。")] == ["actual", "target", "actual"]


def test_a_price_that_a_rule_sets_is_a_target() -> None:
    assert {f.obs for f in figures("居民水价由2.8元调整为3.1元。")} == {"target"}


def test_the_month_of_当月_is_the_one_before_it() -> None:
    found = figures("8月当月全区工业增速9.7%。", published=date(2023, 9, 27))
    assert found[0].period == Period(date(2023, 8, 1), date(2023, 8, 31))


def test_tasks_with_the_body_in_charge_are_planned() -> None:
    text = "新建步道12公里。（责任单位：市城管局）\n改造公厕20座。（责任单位：市住建局）"
    acts = extract_article(Article("t", text), LEXICON).actions
    assert {act.realis for act in acts} == {"planned"}


def test_traditional_text_keeps_its_characters() -> None:
    found = extract_article(Article("t", "全縣發放創業貸款3000萬元。"), LEXICON)
    assert [f.surface for f in found.figures] == ["3000萬元"]
    assert found.actions[0].quote.endswith("發放創業貸款3000萬元")


@pytest.mark.parametrize(
    ("text", "accumulation"),
    [
        ("今年上半年，全县签约项目12个。", "ytd"),
        ("1至8月，全县签约项目12个。", "ytd"),
        ("8月，全县签约项目12个。", "period"),
        ("自2019年以来，全县签约项目12个。", "since"),
    ],
    ids=["half", "months", "month", "since"],
)
def test_words_say_how_a_figure_accumulates_without_a_day_of_publication(text: str, accumulation: str) -> None:
    assert figures(text)[0].accumulation == accumulation


def test_the_quarter_that_is_over_is_a_quarter() -> None:
    found = figures("刚刚过去的一季度，全市出口增长5%。", published=date(2023, 4, 9))
    assert found[0].period == Period(date(2023, 1, 1), date(2023, 3, 31))


def test_a_quarter_in_the_name_of_an_effort_dates_nothing() -> None:
    found = figures("实施一季度攻坚行动，新签约项目8个。", published=date(2023, 9, 9))
    assert found[0].period is None


def test_居民_is_no_verb() -> None:
    found = figures("城镇调查失业率5.2%，居民人均可支配收入增长4.6%。")
    assert [f.indicator for f in found] == ["城镇调查失业率", "居民人均可支配收入"]


def test_adverbs_before_the_verb_are_no_part_of_the_name() -> None:
    assert [f.indicator for f in figures("全市一般公共预算支出首次突破200亿元。")] == ["一般公共预算支出"]


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


def test_a_report_is_of_the_year_it_is_named_after() -> None:
    found = extract_article(Article("t", REPORT, title="2023年政府工作报告", published=date(2023, 11, 23)), LEXICON)
    assert [figure.period.start.year for figure in found.figures if figure.period and figure.period.start] == [
        2022, 2023, 2023,
    ]  # fmt: skip


def test_an_index_in_percent_is_a_level() -> None:
    assert [f.kind for f in figures("6月，制造业采购经理指数为50.2%。")] == ["level"]


def test_a_percentage_names_its_part() -> None:
    assert [f.indicator for f in figures("各园区生产了全县55%的水泥。")] == ["水泥"]


def test_times_of_day_are_no_figures() -> None:
    assert figures("昨天下午4点，园区召开会议。") == []


def test_a_unit_before_an_adjective_counts() -> None:
    assert [f.surface for f in figures("表彰3900名优秀学子。")] == ["3900名"]


def test_the_body_and_those_it_serves_are_no_part_of_the_name() -> None:
    assert [f.indicator for f in figures("园区管委会累计为企业减税降费22.35亿元。")] == ["减税降费"]


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


@pytest.mark.parametrize("place", ["三台县", "七台河市", "五家渠市", "四方台区", "五台县"])
def test_the_numeral_of_a_place_is_no_figure(place: str) -> None:
    assert [(f.surface, f.indicator) for f in figures(f"{place}新增减税4.88亿元。")] == [("4.88亿元", "新增减税")]


def test_a_count_before_a_level_of_government_is_a_figure() -> None:
    assert [f.surface for f in figures("购置三台县级监测设备。")] == ["三台"]


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


def test_growth_in_words_of_statistics_is_of_what_grew() -> None:
    found = figures("上半年税收收入12亿元，名义增长5.6%，实际增长5.1%。", published=date(2024, 8, 7))
    assert {f.indicator for f in found} == {"税收收入"}


@pytest.mark.parametrize(
    "text",
    ["经核实，应为18.9亿元，特此更正。", "申请材料由6份减至2份。", "电价最高降幅9.2%。"],
    ids=["correction", "papers", "largest_fall"],
)
def test_words_of_rules_and_needs_inside_others_mean_neither(text: str) -> None:
    assert {f.obs for f in figures(text)} == {"actual"}


def test_what_something_recovers_to_is_not_its_time() -> None:
    assert [f.period for f in figures("旅游收入恢复到2019年的95%。", published=date(2023, 8, 7))] == [None]


def test_the_number_of_a_telephone_is_a_name() -> None:
    found = extract_article(Article("t", "有意者请拨0735-4441234。"), LEXICON)
    assert found.figures == ()
    assert {n.cls for n in found.numerals} == {"name"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("检查企业140家，立案58起，拘留5人。", ["检查企业", "立案", "拘留"]),
        ("发现隐患30处，已整改28处。", ["发现隐患", "已整改隐患"]),
    ],
    ids=["another_unit", "the_same_unit"],
)
def test_a_bare_verb_names_what_is_counted_in_another_unit(text: str, names: list[str]) -> None:
    assert [f.indicator for f in figures(text)] == names


def test_a_ratio_without_a_unit_keeps_its_name_and_both_values() -> None:
    found = figures("城乡收入比由上年的1.86缩小到1.83。", published=date(2024, 8, 7))
    assert [(f.surface, f.indicator) for f in found] == [("1.86", "城乡收入比"), ("1.83", "城乡收入比")]


def test_a_change_with_a_verb_is_of_the_amount_with_that_verb() -> None:
    [_, _, more] = figures("全省已发放助学贷款64亿元，惠及高校120所，较去年同期多发放9亿元。")
    assert (more.kind, more.indicator) == ("change", "助学贷款")


def test_the_upper_limit_behind_a_lower_one_is_a_rule() -> None:
    [low, high] = figures("每户补助不低于2万元，最高不超过5万元。")
    assert (low.obs, high.obs) == ("target", "target")


def test_a_place_of_a_list_is_the_place_of_its_figure_and_no_part_of_it() -> None:
    [_, first, second] = figures("全市新增就业9万人，其中镜湖区3万人、弋江区2万人。", place="340200")
    assert [(f.place, f.breakdown) for f in (first, second)] == [("340202", None), ("340209", None)]


def test_of_places_of_one_name_a_list_means_the_articles_own() -> None:
    [_, first, second] = figures("全市新增就业9万人，其中鼓楼区3万人、玄武区2万人。", place="320100")
    assert [(f.place, f.indicator) for f in (first, second)] == [("320106", "新增就业"), ("320102", "新增就业")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("利润总额-3.2亿元。", [("-3.2亿元", "level", "利润总额")]),
        ("税收减少1200万元至3.3亿元。", [("1200万元", "change", "税收"), ("3.3亿元", "level", "税收")]),
        (
            "完成投资3亿元，为年度任务的103.3%。",
            [("3亿元", "level", "完成投资"), ("103.3%", "ratio_to_target", "完成投资")],
        ),
        (
            "出口额66亿美元（约合人民币478亿元），同比增长5.5%。",
            [("66亿美元", "level", "出口额"), ("478亿元", "level", "出口额"), ("5.5%", "growth", "出口额")],
        ),
    ],
    ids=["loss", "by_and_to", "of_the_task", "in_other_money"],
)
def test_what_an_amount_is_told_of(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(f.surface, f.kind, f.indicator) for f in figures(text)] == told


@pytest.mark.parametrize("text", ["大豆均价每吨572美元。", "小麦平均亩产每亩520公斤。"], ids=["price", "yield"])
def test_what_was_paid_or_grown_is_no_rule(text: str) -> None:
    assert [f.obs for f in figures(text)] == ["actual"]


def test_a_zone_of_a_list_is_not_the_city() -> None:
    [city, zone] = figures("全市减税210亿元，其中高新区31亿元。", place="510100")
    assert (city.organisation, zone.organisation, zone.indicator) == (None, "高新区", "减税")
