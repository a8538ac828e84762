"""Actions of short texts: what is an act, where it begins and ends, how it stands."""

import pytest
from acts import LEXICON, actions, types
from hypothesis import given, settings
from hypothesis import strategies as st

from policytrack.extract import extract_article
from policytrack.extract.actions import explain_actions, find_actions
from policytrack.extract.drafts import Context
from policytrack.extract.layout import make_layout
from policytrack.extract.numerals import find_quantities
from policytrack.extract.times import find_times
from policytrack.extract.view import make_view
from policytrack.model import Article


def reasons(text: str) -> dict[str, str]:
    """Why the near misses of a text are no acts, by type."""
    view = make_view(text)
    context = Context(Article("x", text), "text", view, make_layout(view.text), LEXICON)
    context.times = find_times(view.text, None, LEXICON)
    context.quantities = find_quantities(view.text, context.times, LEXICON)[0]
    return {miss.type: miss.reason for miss in explain_actions(context)[1]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("累计改造老旧小区31个、更新供水管网46公里。", ["infrastructure"] * 2, id="a verb after each 、"),
        pytest.param("新建公园3个、绿道12公里。", ["infrastructure"], id="one verb, two objects"),
        pytest.param(
            "推进实施减税降费、社保缓缴等惠企政策。", ["tax_fee_reduction", "tax_deferral"], id="phrases after 、"
        ),
        pytest.param("全县被省里授予“平安县”称号。", ["award_recognition"], id="passive"),
        pytest.param("把燃气检查纳入政府工作考核。", ["inspection"], id="把"),
        pytest.param("企业开办时间压缩至1个工作日。", ["service_reform"], id="object before verb"),
        pytest.param(
            "大力加强托育服务体系建设，新增普惠托位420个。", ["public_service_delivery"], id="lead and its figure"
        ),
        pytest.param(
            "深化交通综合治理，开通地铁新线2条，打通断头路6条，新增停车位900个，新建公园5个。",
            ["infrastructure"] * 4,
            id="lead of a list of another type",
        ),
        pytest.param(
            "深化产教融合发展，出台人才引进办法。", ["public_service_delivery", "plan_issued"], id="two acts, no lead"
        ),
        pytest.param(
            "下达第二批专项补助资金，共安排补助资金420万元。", ["subsidy_disbursement"], id="what it comes to"
        ),
        pytest.param(
            "依托就业驿站开展就业服务，提供就业岗位2400个。", ["employment_social"], id="means and what is done by them"
        ),
        pytest.param("在建项目52个，占比八成；投产项目31个。", ["project_milestone"] * 2, id="a semicolon splits"),
        pytest.param("检查企业52家，发现隐患130处，督促整改121处。", ["inspection"], id="one inspection"),
        pytest.param("立案26件，罚没款43万元，取缔无证窝点5处。", ["enforcement"] * 2, id="penalties one by one"),
    ],
)
def test_acts_are_split_and_joined(text: str, expected: list[str]) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        pytest.param("任何单位不得减免税款，违者追责。", "tax_fee_reduction", "veto: 不得减免", id="veto"),
        pytest.param("尚未发放补贴资金。", "subsidy_disbursement", "negated: 尚未", id="negated"),
        pytest.param("如果拨付补助资金，企业就能复工。", "subsidy_disbursement", "hypothetical: 如果", id="condition"),
        pytest.param("为进一步推进老旧小区改造，特制定本办法。", "infrastructure", "setting", id="purpose"),
        pytest.param("开展专项整治行动以来，成效不错。", "safety_campaign", "setting", id="time clause"),
        pytest.param("何处新建停车位300个？", "infrastructure", "question", id="question"),
        pytest.param("他说：“厂里发放了补贴。大家都高兴。”", "subsidy_disbursement", "speech", id="quotation"),
        pytest.param("植树造林是造福后代的事。", "ecological_protection", "copula: 是", id="statement"),
        pytest.param("植树造林造福后代。", "ecological_protection", "no act verb", id="no verb"),
        pytest.param("帮助失业人员再就业。", "employment_social", "aim", id="purpose"),
        pytest.param("打造西南现代农业产业高地。", "industrial_upgrade", "aim", id="what a place wants to be"),
        pytest.param("新建水网是全县的大事。", "infrastructure", "copula: 是", id="statement with 是"),
        pytest.param(
            "五、关于水库扩建问题，有关部门已作研究。", "infrastructure", "setting", id="subject of a chapter"
        ),
        pytest.param("你省请求，国家支持水库扩建。", "infrastructure", "speech", id="request"),
        pytest.param("切实提升物业服务质量。", "public_service_delivery", "aim", id="what gets better"),
        pytest.param("针对技改项目融资难题，开会。", "industrial_upgrade", "setting", id="what is answered"),
        pytest.param("“两改”指老旧小区改造等工程。", "infrastructure", "setting", id="definition"),
        pytest.param("占全市新签约项目的三成。", "investment_attraction", "setting", id="share of a whole"),
        pytest.param("呼吁加大技改力度。", "industrial_upgrade", "hypothetical: 呼吁", id="wish"),
        pytest.param("■ 受新项目投产影响，产值增加。", "project_milestone", "setting", id="cause behind a list mark"),
        pytest.param("这次调整就是扩大义务教育供给。", "public_service_delivery", "not_an_act: 就是", id="copula"),
    ],
)
def test_what_is_no_act_says_why(text: str, kind: str, reason: str) -> None:
    assert kind not in types(text)
    assert reasons(text)[kind] == reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("今年新建停车位300个。", "done", id="plain"),
        pytest.param("明年将新建停车位300个。", "planned", id="将"),
        pytest.param("该系统将18个部门的数据打通，整合审批事项43项。", "done", id="将 before a noun"),
        pytest.param("到2027年底，新建停车位300个。", "planned", id="deadline"),
        pytest.param("计划改造老旧小区40个。", "planned", id="计划"),
        pytest.param("四季度计划减免租金40万元。", "planned", id="计划 before 减"),
        pytest.param("全年目标为改造老旧小区40个。", "planned", id="目标为"),
        pytest.param("会议强调，一季度全县改造老旧小区40个。", "done", id="told at a meeting"),
        pytest.param("会议强调，全县改造老旧小区40个。", "planned", id="asked for at a meeting"),
        pytest.param("实施工业振兴发展计划，建成标准厂房6万平方米。", "done", id="计划 the noun"),
        pytest.param("力争创建省级示范村5个。", "planned", id="力争"),
        pytest.param("回应招工诉求，建立用工服务机制，新建零工市场2个。", "done", id="应 inside 回应"),
        pytest.param("我县将集中力量新建停车位300个。", "planned", id="将集中"),
        pytest.param("此前，该镇曾被评为全国文明村镇。", "background", id="background"),
    ],
)
def test_an_act_is_done_planned_or_only_mentioned(text: str, expected: str) -> None:
    assert [action.realis for action in actions(text)][:1] == [expected]


def test_a_plan_carries_over_the_clauses_of_its_sentence_and_into_the_next() -> None:
    found = actions("我市将改造老旧小区20个，新建公园3个。同时，打通断头路2条。河东区已建成停车场4处。")
    assert [action.realis for action in found] == ["planned", "planned", "planned", "done"]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        pytest.param("2吉瓦电池项目建成投产。", "commissioned", id="建成投产"),
        pytest.param("20吉瓦拉棒项目提前点火。", "trial", id="点火"),
        pytest.param("千吨级隔膜项目实现中试。", "pilot", id="中试"),
        pytest.param("3万吨纤维项目全面投产。", "full_production", id="全面投产"),
        pytest.param("云岭隧道主体封顶。", "topped_out", id="封顶"),
        pytest.param("引进落地年产2万吨正极材料项目。", "landed", id="引进落地"),
        pytest.param("签约年产4万吨铜箔项目。", "signed", id="签约"),
        pytest.param("拉动工业增长0.3个百分点。", None, id="动工 inside 拉动工业"),
    ],
)
def test_an_act_has_its_stage(text: str, stage: str | None) -> None:
    assert next((action.stage for action in actions(text)), None) == stage


def test_the_quote_is_the_clause_without_conjunction_and_stop() -> None:
    (found,) = actions("同时，该区新建公园3个。")
    assert found.quote == "该区新建公园3个"
    assert found.rule.startswith("infrastructure.")


def test_the_quote_keeps_quotation_marks_in_pairs() -> None:
    assert [a.quote for a in actions("“一网通办”事项新增43项。")] == ["“一网通办”事项新增43项"]


def test_the_actor_is_printed_as_in_the_article() -> None:
    assert [a.actor for a in actions("縣教育局發放助學補助260萬元。")] == ["縣教育局"]


def test_a_long_verb_of_a_rule_is_an_act_verb() -> None:
    assert types("全域化推进学校锅炉节能改造。") == ["energy_saving_emission"]


def test_a_phrase_is_the_verb_it_begins_with() -> None:
    assert [action.realis for action in actions("将慰问老党员80名。")] == ["planned"]


def test_a_verb_names_the_type_of_a_count_of_things_that_no_type_knows() -> None:
    assert types("引进优质奶山羊600只。") == ["industrial_upgrade"]
    assert types("引进优质奶山羊。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("出台支持返乡创业带动就业“十条”政策。", ["plan_issued"], id="issue"),
        pytest.param("成立全市首家湿地生态仲裁院。", ["institution_setup"], id="found"),
        pytest.param("创建“水美渠道”12条。", ["evaluation_standard"], id="model"),
    ],
)
def test_a_leading_verb_decides_the_type_whatever_its_objects_say(text: str, expected: list[str]) -> None:
    assert types(text) == expected


def test_who_follows_a_leaders_words_still_acts() -> None:
    assert types("牢记总书记嘱托，云陵县改造公厕12座。") == ["infrastructure"]
    assert types("总书记强调，要改造公厕12座。") == []


def test_a_clause_around_something_with_its_own_act_is_an_act() -> None:
    assert types("围绕河湖水质持续开展污染治理。") == ["ecological_protection"]
    assert types("围绕河湖水质污染治理，") == []


def test_an_act_stated_twice_is_one_record_with_the_figures_of_both() -> None:
    text = "河西区改造老旧小区23个，惠及群众。据了解，今年以来河西区改造老旧小区23个。新建公园23个。"
    found = extract_article(Article("x", text), LEXICON)
    assert [a.quote for a in found.actions] == ["河西区改造老旧小区23个", "新建公园23个"]
    assert [len(a.figures) for a in found.actions] == [2, 1]


def test_admitted_shortcomings_are_no_acts() -> None:
    assert types("我们也清醒地认识到，培育新兴产业任务很重，改造老旧小区进度不快。") == []


@pytest.mark.parametrize(
    "text", ["", "\n", "\u3000", "。。。", "、、、", "将", "“", "《", "新建", "1", "\x00\ud800", "（" * 50]
)
def test_any_text_is_survived(text: str) -> None:
    assert isinstance(actions(text), list)


MARKS = tuple("将要，、。；“”（）？\n《》是A％\u3000\u200b")
WORDS = (
    "新建",
    "老旧小区",
    "31个",
    "减税降费",
    "检查",
    "企业",
    "。\n",
    "不得",
    "其中",
    "2025年",
    "到2027年底",
    "加强",
    "全面完成",
)
OPENINGS = ("3亿元", "**", "一是", "（三）", "总书记", "同时", "央视网消息（新闻联播）：")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(MARKS + WORDS + OPENINGS), max_size=40).map("".join))
def test_evidence_lies_in_the_text_in_order_and_is_found_again(text: str) -> None:
    found = actions(text)
    assert [a.quote for a in found] == [text[a.start : a.end] for a in found]
    assert all(a.quote.strip() for a in found)
    assert [a.start for a in found] == sorted(a.start for a in found)
    assert found == actions(text)


def test_planned_clauses_are_noted_with_and_without_an_act() -> None:
    view = make_view("我市将新建公园3个，绿地率达到41%。去年新建公园2个。")
    context = Context(Article("x", view.raw), "text", view, make_layout(view.text), LEXICON)
    find_actions(context)
    assert [view.text[a:b] for a, b in context.planned] == ["我市将新建公园3个，绿地率达到41%"]
