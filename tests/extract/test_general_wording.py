"""Classes of wording that articles of other papers showed: names with numerals, bases of rates, carried indicators."""

from datetime import date

import pytest
from acts import LEXICON, figures

from policytrack.extract.pipeline import extract_article
from policytrack.model import Article
from policytrack.period import Period


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


def test_the_month_of_当月_is_the_one_before_it() -> None:
    found = figures("8月当月全区工业增速9.7%。", published=date(2023, 9, 27))
    assert found[0].period == Period(date(2023, 8, 1), date(2023, 8, 31))


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


@pytest.mark.parametrize("place", ["三台县", "七台河市", "五家渠市", "四方台区", "五台县"])
def test_the_numeral_of_a_place_is_no_figure(place: str) -> None:
    assert [(f.surface, f.indicator) for f in figures(f"{place}新增减税4.88亿元。")] == [("4.88亿元", "新增减税")]


def test_a_count_before_a_level_of_government_is_a_figure() -> None:
    assert [f.surface for f in figures("购置三台县级监测设备。")] == ["三台"]


def test_growth_in_words_of_statistics_is_of_what_grew() -> None:
    found = figures("上半年税收收入12亿元，名义增长5.6%，实际增长5.1%。", published=date(2024, 8, 7))
    assert {f.indicator for f in found} == {"税收收入"}


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


def test_a_zone_of_a_list_is_not_the_city() -> None:
    [city, zone] = figures("全市减税210亿元，其中高新区31亿元。", place="510100")
    assert (city.organisation, zone.organisation, zone.indicator) == (None, "高新区", "减税")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("学校建成后可提供学位2700个。", "提供学位"),
        ("项目投产后可新增产值3亿元。", "新增产值"),
        ("建成投用后将新增床位300张。", "新增床位"),
    ],
    ids=["can", "in_production", "will"],
)
def test_what_something_offers_once_built_is_named_without_it(text: str, name: str) -> None:
    assert [f.indicator for f in figures(text)] == [name]
