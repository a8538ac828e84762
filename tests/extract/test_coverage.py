"""The period of a figure and how it accumulates, by the scope that names it. Said on 20 September 2023."""

from datetime import date

import pytest

from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article

LEXICON = load()


def covers(text: str, title: str = "", published: date = date(2023, 9, 20)) -> dict[str, str]:
    """Surface → period and accumulation of the figures of a text."""
    figures = extract_article(Article("1", text, title=title, published=published), LEXICON).figures
    return {f.surface: f"{f.period.iso if f.period else None} {f.accumulation}" for f in figures if f.where == "text"}


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        # what is only named to compare holds for one figure
        ("2022年排放量为80万吨，较2021年的100万吨下降20%。", "20%", "2022-01-01/2022-12-31 period"),
        ("今年园区企业数达到去年的三倍。", "三倍", "2023-01-01/2023-09-20 ytd"),
        # a value that was before is of no period
        ("上半年，绿色出行比例从61%提升至65%。", "61%", "None none"),
        ("今年，联合监管事项从18个拓展到52个。", "18个", "None point"),
        # neither stock nor flow
        ("前8个月产值增长9%，连续五年全省领先。", "五年", "None none"),
        ("1月至8月，在全县36个行业中，28个增长。", "36个", "None none"),
        ("1月至8月，在全县36个行业中，28个增长。", "28个", "2023-01-01/2023-08-31 ytd"),
        ("今天，电站投产。电站建在海拔2600米的山上。", "2600米", "None none"),
        ("今天，白石岭风电项目并网。项目总装机规模60兆瓦。", "60兆瓦", "None none"),
        # 当月 holds for its sentence
        ("1-8月产值增长7%。8月当月增长9%。其中轻工业增长6%。", "6%", "2023-01-01/2023-08-31 ytd"),
        ("8月新增企业3家，累计新增41家。", "41家", "2023-01-01/2023-08-31 ytd"),
        # what is told is not of the day on which it is told
        ("9月8日，在某某会议上，局长说，全县受损农田约有6万亩。", "6万亩", "None none"),
        ("8月公布的《水土公报》显示，全县受损农田6万亩。", "6万亩", "None none"),
        # the task is the year's
        ("截至8月底，新增就业820人，完成年度任务1000人的82%。", "1000人", "2023-01-01/2023-12-31 period"),
        ("截至8月底，失业率为3.1%，比年度目标4%低0.9个百分点。", "4%", "2023-12-31/2023-12-31 point"),
        # a beginning and an end
        ("从4月1日起，免征增值税。截至8月31日，新增减税36万元。", "36万元", "2023-04-01/2023-08-31 since"),
        ("自2019年起，新建苗圃50亩。", "50亩", "2019-01-01/.. since"),
        ("自2019年起，累计举行赛事50场，吸引观众3万人次。", "3万人次", "2019-01-01/2023-09-20 since"),
        # goals
        ("到2025年，产值超亿元的企业达12家。", "12家", "2025-01-01/2025-12-31 point"),
        ("到2025年，要压减煤炭300万吨。", "300万吨", "../2025-12-31 since"),
        ("到今年年底，有望实现营收40亿元。", "40亿元", "2023-01-01/2023-12-31 period"),
        # 目前 looks back only within its sentence
        ("今年计划淘汰旧车90辆，目前已淘汰60辆。", "60辆", "2023-01-01/2023-09-20 ytd"),
        ("今年开发岗位90个。云岭县组织见习，目前已有60名学生参加。", "60名", "None none"),
        ("我县2022年度第二批补助正式下达，涉及企业14家。", "14家", "2022-01-01/2022-12-31 period"),
        ("我县2023年度第二批补助正式下达，涉及企业14家。", "14家", "2023-01-01/2023-12-31 period"),
        ("年底前，计划签约9家。前不久，首批6家企业获得资金支持。", "6家", "None none"),
    ],
)
def test_a_figure_takes_the_time_of_its_scope(text: str, surface: str, expected: str) -> None:
    assert covers(text)[surface] == expected


def test_a_year_that_is_over_on_the_day_of_publication_is_a_period() -> None:
    found = covers("2022年，新增就业820人。", published=date(2022, 12, 31))
    assert found == {"820人": "2022-01-01/2022-12-31 period"}


def test_a_section_ends_with_the_next_heading_of_its_level() -> None:
    text = "一、2022年运行情况\n全县实现产值36亿元。\n二、存在问题\n全县有关停企业3家。"
    assert covers(text) == {"36亿元": "2022-01-01/2022-12-31 period", "3家": "None none"}


def test_a_section_goes_on_below_headings_of_a_lower_level() -> None:
    text = "一、上半年运行情况\n（一）工业\n全县实现产值36亿元。"
    assert covers(text) == {"36亿元": "2023-01-01/2023-06-30 ytd"}


def test_a_headline_that_names_a_year_for_plans_dates_no_results() -> None:
    text = "12省份今年提气象立法\n记者统计，共有12个省份提到立法。"
    assert covers(text)["12个"] == "None none"


REPORT = "2023年清溪县政府工作报告"


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("科技企业突破300家。", "300家", "2022-12-31/2022-12-31 point"),
        ("引进科技企业超300家。", "300家", "2022-01-01/2022-12-31 period"),
        ("优质品种占比达到85%。", "85%", "2022-01-01/2022-12-31 period"),
        ("污水处理率达到85%。", "85%", "2022-12-31/2022-12-31 point"),
        ("力争城镇调查失业率控制在5%以内。", "5%", "2023-01-01/2023-12-31 period"),
        ("力争养老保险覆盖率达到95%。", "95%", "2023-12-31/2023-12-31 point"),
        ("力争高新技术企业达到200家。", "200家", "2023-12-31/2023-12-31 point"),
        ("过去五年，投资年均增长11%。", "11%", "2018-01-01/2022-12-31 period"),
        ("过去五年，成效显著。工业产值突破400亿元。", "400亿元", "2022-01-01/2022-12-31 period"),
        ("过去五年，成效显著。投资年均增长11%。", "11%", "2018-01-01/2022-12-31 period"),
    ],
)
def test_a_report_of_a_year(text: str, surface: str, expected: str) -> None:
    assert covers(text, REPORT, date(2023, 1, 9))[surface] == expected


def test_what_is_counted_within_an_event_is_a_flow_over_days_that_nobody_says() -> None:
    assert covers("活动期间，发放传单600份。") == {"600份": "None period"}


def test_the_days_said_before_an_event_hold_on() -> None:
    assert covers("8月，全县开展消防宣传。活动期间，发放传单600份。") == {"600份": "2023-08-01/2023-08-31 period"}


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("目前，全县已划定一级网格9个，二级网格60个。", "60个", "None point"),
        ("目前，全县已有云岭、白石等6个乡镇开通班车。", "6个", "None point"),
        ("目前，大坝填筑已完成85%。", "85%", "None point"),
        ("目前，已出动检查组21个，排查隐患340个。", "340个", "None none"),
        ("近日，清溪县召开2022年全县推进会，签约项目9个。", "9个", "None none"),
        ("2022年百日招聘行动近日启动。首周推出专场招聘4场。", "4场", "None none"),
        ("2022年全县招聘会举行60场。", "60场", "2022-01-01/2022-12-31 period"),
        ("2022年，我市组织开展清风行动，检查企业30家。", "30家", "2022-01-01/2022-12-31 period"),
    ],
)
def test_present_stocks_and_years_inside_names(text: str, surface: str, expected: str) -> None:
    assert covers(text)[surface] == expected


def test_a_charge_holds_from_the_one_day_that_its_article_names() -> None:
    text = "10月1日起，全县将调整水费。\n居民用水每吨由2元调整为3元，提高了50%。\n县里还要建泵站6座，投资900万元。"
    assert covers(text, title="清溪县将调整水费标准") == {
        "2元": "None none", "3元": "2023-10-01/.. period", "50%": "2023-10-01/.. period",
        "6座": "None none", "900万元": "None none",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("首批13个项目昨天启动。", "13个", "2023-09-19/2023-09-19 period"),
        ("9月12日，清溪县今年首批项目签约，共有38个项目。", "38个", "2023-09-12/2023-09-12 period"),
        ("截至目前，专项整治共查处酒驾63起，无证驾驶9起。", "9起", "None none"),
        ("今年3月，研发费用扣除比例提高到90%。", "90%", "2023-03-01/.. period"),
        ("全县现有古树260株。", "260株", "None point"),
        ("力争三年内工业产值破百亿。", "百亿", "2023-01-01/2025-12-31 period"),
        ("预计4年淘汰锅炉300座。", "300座", "2023-01-01/2026-12-31 period"),
        ("五年计划已有八成措施实施。", "八成", "None none"),
        ("税务局今天还发布了12条便民措施。", "12条", "2023-09-20/2023-09-20 period"),
        ("9月6日，环保局公布污染来源报告，燃煤占28%。", "28%", "None none"),
        ("根据部署，到2025年底，全国50个城市将按新标准监测。", "50个", "2025-12-31/2025-12-31 point"),
        ("江苏省今年计划培训300人。浙江义乌打通了12个系统。", "12个", "None none"),
        ("截至8月底，全县高新技术企业达到60家。", "60家", "2023-08-31/2023-08-31 point"),
        ("9月12日，县里把贷款额度上限由20万元提高至30万元。", "30万元", "2023-09-12/.. period"),
        ("上半年产值增长9%。每回收1吨废旧家电，减少排放4.7吨。", "4.7吨", "None none"),
        ("今年，通关时间由之前的平均36小时压缩为5小时。", "36小时", "None none"),
        ("政策出台以来，发放补贴60万元。", "60万元", "../2023-09-20 since"),
        ("在沼气池发展到600口的今天，处理仍是难题。", "600口", "None none"),
        ("今天，风电项目投产。每年能够供电6亿千瓦时，相当于少烧煤20万吨。", "20万吨", "None none"),
        ("截至8月底，城镇登记失业率为3.2%。", "3.2%", "2023-08-31/2023-08-31 point"),
    ],
)
def test_opening_days_limits_and_times_that_carry_no_further(text: str, surface: str, expected: str) -> None:
    assert covers(text)[surface] == expected


def test_an_article_about_a_bulletin_tells_of_its_year() -> None:
    text = "县里发布《2022年生态环境状况公报》。\n水质达标比例为91%。\n全县现有林场6处。"
    assert covers(text) == {"91%": "2022-01-01/2022-12-31 period", "6处": "None point"}


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("到2030年，地区生产总值年均增长5%以上。", "5%", "2023-01-01/2030-12-31 period"),
        ("到2030年，城镇化率达到69%。", "69%", "2030-12-31/2030-12-31 point"),
        ("全市生产总值达到900亿元。", "900亿元", "2022-01-01/2022-12-31 period"),
        ("新设经营主体1200户。", "1200户", "2022-01-01/2022-12-31 period"),
        ("经营主体达到9200户。", "9200户", "2022-12-31/2022-12-31 point"),
    ],
)
def test_goals_and_results_of_a_report(text: str, surface: str, expected: str) -> None:
    assert covers(text, REPORT, date(2023, 1, 9))[surface] == expected


def test_a_year_looked_back_on_in_december_is_the_one_that_ends() -> None:
    text = "一年来，主要做了以下工作：\n（一）工业。新增企业30家。"
    assert covers(text, REPORT, date(2022, 12, 28)) == {"30家": "2022-01-01/2022-12-31 period"}


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("投资年均增长11%。", "11%", "2018-01-01/2022-12-31 period"),
        ("细颗粒物年均浓度29微克/立方米。", "29微克/立方米", "2022-01-01/2022-12-31 period"),
        ("五年累计引进项目960个。", "960个", "2018-01-01/2022-12-31 period"),
        ("盘活存量资产9亿元。", "9亿元", "2022-01-01/2022-12-31 period"),
        ("国庆假期游客爆满。新增企业9家。", "9家", "2022-01-01/2022-12-31 period"),
        ("小巨人企业、单项冠军企业分别达到43家、22家。", "22家", "2022-12-31/2022-12-31 point"),
        ("服务机构超过380家。", "380家", "2022-12-31/2022-12-31 point"),
        ("新落户首店超210家。", "210家", "2022-01-01/2022-12-31 period"),
        ("产业链规模突破千亿元。", "千亿元", "2022-12-31/2022-12-31 point"),
        ("总投资120亿元的钢帘线项目开工。", "120亿元", "2022-01-01/2022-12-31 period"),
        ("一、过去五年和2022年工作回顾\n新增企业9家。", "9家", "2018-01-01/2022-12-31 period"),
        (
            "一、过去五年和2022年工作回顾\n新增企业3家。\n2022年，形势严峻。\n新增企业9家。",
            "9家",
            "2022-01-01/2022-12-31 period",
        ),
        ("三、2023年工作安排\n养老保险覆盖率达到95%。", "95%", "2023-12-31/2023-12-31 point"),
        ("二、今后五年目标任务\n建成泵站9座。", "9座", "2023-01-01/2027-12-31 period"),
    ],
)
def test_the_parts_of_a_report(text: str, surface: str, expected: str) -> None:
    assert covers(text, REPORT, date(2023, 1, 9))[surface] == expected


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        # a time may tell which, and not when
        ("一季度新增减税36亿元。其中，年初实施的第一批政策减税18亿元。", "18亿元", "2023-01-01/2023-03-31 period"),
        ("一季度新增就业2万人，完成全年目标任务的26%。", "26%", "2023-01-01/2023-03-31 period"),
        ("上半年务工达5万人，占上年底人数的113%，培训1.2万人。", "1.2万人", "2023-01-01/2023-06-30 ytd"),
        # 当月 is the last month of the time in force
        ("1-7月产值增长7%；其中，当月增长9%。轻工业增长6%。", "9%", "2023-07-01/2023-07-31 period"),
        ("1-7月产值增长7%；其中，当月增长9%。轻工业增长6%。", "6%", "2023-01-01/2023-07-31 ytd"),
        # a day is not that of the next paragraph
        ("9月6日，县里出台方案。\n同时，财政局安排资金50万元。", "50万元", "None none"),
        # up to a day
        ("截至2022年底，全县共有人力资源机构59家。", "59家", "2022-12-31/2022-12-31 point"),
        ("截至2022年底，全县已脱贫7200户，人均纯收入8700元。", "8700元", "2022-01-01/2022-12-31 period"),
        ("截至2022年底，全县已脱贫7200户，贫困发生率降至0.2%。", "0.2%", "2022-12-31/2022-12-31 point"),
        ("截至8月底，完成投资9亿元，占年度计划的73%。", "73%", "2023-01-01/2023-08-31 ytd"),
        # by a year
        ("2023年，全县安排重点项目60个。", "60个", "2023-01-01/2023-12-31 period"),
        ("今年，全县安排重点项目60个。", "60个", "2023-01-01/2023-09-20 ytd"),
        ("今年底前，完成改造60个小区。", "60个", "2023-01-01/2023-12-31 period"),
        ("年内将建成泵站5座。", "5座", "2023-01-01/2023-12-31 period"),
        ("三年内产值破百亿。", "百亿", "None none"),
        ("开年以来，新增企业60家。", "60家", "2023-01-01/2023-09-20 ytd"),
        ("今年1至8月，查处案件60起，其中8月份查处9起。同比下降12%。", "12%", "2023-01-01/2023-08-31 ytd"),
        ("该项目于2022年3月开工，总投资3亿元。", "3亿元", "None none"),
        ("到2027年，完成新改建农村公路300公里。", "300公里", "../2027-12-31 since"),
    ],
)
def test_times_that_tell_which_up_to_a_day_and_by_a_year(text: str, surface: str, expected: str) -> None:
    assert covers(text)[surface] == expected


def test_a_numbered_heading_may_end_with_a_stop() -> None:
    text = "一、1-7月主要经济指标完成情况。\n全县生产总值52亿元。\n（一）工业增加值增长7%。"
    assert covers(text, title="清溪县经济运行简报") == {
        "52亿元": "2023-01-01/2023-07-31 ytd",
        "7%": "2023-01-01/2023-07-31 ytd",
    }


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        # what is there, and what it moved by
        ("截至8月底，产业园入驻商户90户，较年初增加7户。", "90户", "2023-08-31/2023-08-31 point"),
        ("截至8月底，产业园入驻商户90户，较年初增加7户。", "7户", "2023-08-31/2023-08-31 point"),
        ("截至8月底，产业园新入驻商户9户。", "9户", "2023-01-01/2023-08-31 ytd"),
        ("上半年，惠及市场主体900户。", "900户", "2023-01-01/2023-06-30 ytd"),
        # a moment is not that of what was done
        ("1-8月，产值增长9%。8月末，存款余额7亿元。建成渠道5公里。", "5公里", "2023-01-01/2023-08-31 ytd"),
        ("1-8月，产值增长9%。8月末，存款余额7亿元。贷款余额5亿元。", "5亿元", "2023-08-31/2023-08-31 point"),
        ("1-8月，产值增长9%。8月末，存款余额7亿元。累计建成渠道5公里。", "5公里", "2023-08-31/2023-08-31 point"),
        # no plan is of a span that is over
        ("上半年，减免租金70万元。下一步，将再减免租金20万元。", "20万元", "None none"),
        ("上半年，减免租金70万元。下半年，将再减免租金20万元。", "20万元", "2023-07-01/2023-12-31 period"),
        ("会议听取了上半年防汛工作汇报，决定拨付专项资金60万元。", "60万元", "None none"),
        # a sum is agreed when the projects are
        ("1-8月，产值增长9%。\n新签约项目6个，协议总投资8亿元。", "8亿元", "2023-01-01/2023-08-31 ytd"),
        ("1-8月，产值增长9%。\n北山水库协议总投资8亿元。", "8亿元", "None none"),
    ],
)
def test_what_goes_with_the_figure_before_it(text: str, surface: str, expected: str) -> None:
    assert covers(text)[surface] == expected


def test_a_planned_act_of_a_report_is_of_the_year_ahead() -> None:
    text = "一、2023年工作回顾\n新建泵站3座。\n二、2024年主要任务\n全年计划完成投资9亿元。新建泵站5座。"
    article = Article("1", text, title="2024年云陵县政府工作报告", published=date(2024, 1, 9))
    acts = extract_article(article, LEXICON).actions
    assert [act.period.iso for act in acts if act.period][-1] == "2024-01-01/2024-12-31"
