"""Who acts: subjects at the beginning of clauses, carried over, changed, passive and inferred."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytrack.extract.documents import find_documents
from policytrack.extract.drafts import ActionDraft, Context
from policytrack.extract.layout import make_layout
from policytrack.extract.organisations import SubjectFinder
from policytrack.extract.subjects import Subjects
from policytrack.extract.view import make_view
from policytrack.lexicon.load import load
from policytrack.lexicon.organisations import Example
from policytrack.lexicon.places import gazetteer, resolve_place
from policytrack.model import Article


def acts(text: str, *quotes: str, **article: str) -> list[ActionDraft]:
    """The actions with these quotes, their actors assigned. A quote may be `type:quote`; its trigger is its start."""
    view = make_view(text)
    context = Context(Article(id="t", text=text, **article), "text", view, make_layout(view.text), load())  # type: ignore[arg-type]
    at = 0
    for quote in quotes:
        kind, _, words = quote.rpartition(":")
        at = view.text.index(words, at)
        context.actions.append(
            ActionDraft(type=kind or "other_policy", start=at, end=at + len(words), trigger=at, realis="done", rule="t")
        )
    Subjects(context).assign_actors()
    return context.actions


def actors(text: str, *quotes: str, **article: str) -> list[str | None]:
    return [act.actor for act in acts(text, *quotes, **article)]


@pytest.mark.parametrize("example", load().organisations.examples, ids=lambda example: f"{example.rule}:{example.text}")
def test_every_example_of_the_lexicon_holds(example: Example) -> None:
    finder = SubjectFinder(example.text, load().organisations, gazetteer(), {})
    subject = finder.at(0, len(example.text))
    assert (subject.text if subject else "") == example.actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("今年以来，江西组建农技服务专班", "江西"),
        ("据悉，浙江安吉为返乡青年提供低息贷款", "浙江安吉"),
        ("云南大理、丽江等地文旅部门推出免票措施", "云南大理、丽江等地文旅部门"),
        ("我市公证处为老年人上门办理公证", "我市公证处"),
        ("各地要强化监测预警", "各地"),
        ("国家防汛工作组赴云河县查看堤防", "国家防汛工作组"),
        ("县委书记李明带队检查安全生产", "县委书记李明"),
        ("云河开发区（以下简称“园区”）印发通知", "云河开发区"),
        ("县政府常务会议审议通过河道办法", "县政府常务会议"),
        ("省人大常委会第三十次会议表决通过条例", "省人大常委会第三十次会议"),
        ("由县教育局牵头开展排查", "县教育局"),
        ("县财政拨付资金五百万元", "县财政"),
        ("甘州、临泽两地共建供水管网", "甘州、临泽两地"),
        ("市生态环境局西城分局对企业进行检查", "市生态环境局西城分局"),
        ("组织相关部门对商场开展检查", None),
        ("谋划布局新赛道", None),
        ("建设百所示范学校", None),
        ("以数据中心建设带动产业发展", None),
        ("首个省级开发区获批建设", None),
    ],
)
def test_the_subject_of_a_clause(text: str, actor: str | None) -> None:
    finder = SubjectFinder(text, load().organisations, gazetteer(), {})
    subject = finder.at(0, len(text))
    assert (subject.text if subject else None) == actor


def test_an_omitted_subject_is_carried_within_the_sentence() -> None:
    text = "县住建局成立检查组，排查在建工地32个，下发整改通知书11份。"
    found = acts(text, "排查在建工地32个", "下发整改通知书11份")
    assert [act.actor for act in found] == ["县住建局", "县住建局"]
    assert {act.actor_how for act in found} == {"carried"}


def test_an_omitted_subject_is_carried_over_paragraphs() -> None:
    text = "云河经济开发区持续优化营商环境。\n工业产值稳步增长。\n为企业减税1.2亿元。"
    assert actors(text, "为企业减税1.2亿元") == ["云河经济开发区"]


def test_the_subject_changes_and_comes_back() -> None:
    text = "10月8日，国家安全生产督导组来我市开展督导。我市将以此为契机，持续开展隐患整治。"
    found = acts(text, "来我市开展督导", "持续开展隐患整治", place="西宁市")
    assert [act.actor for act in found] == ["国家安全生产督导组", "我市"]
    assert [act.actor_level for act in found] == ["nation", "city"]
    assert [act.place for act in found] == ["630100", "630100"]


def test_an_official_acts_in_his_own_sentence_only() -> None:
    text = "市教育局召开会议。副市长王芳出席会议，宣布行动开始。随后发放补助50万元。"
    assert actors(text, "宣布行动开始", "发放补助50万元") == ["副市长王芳", "市教育局"]


def test_who_leads_acts_and_who_helps_does_not() -> None:
    text = "由县教育局牵头，公安、消防等部门配合，对20所学校开展排查。"
    assert actors(text, "对20所学校开展排查") == ["县教育局"]


def test_in_a_passive_clause_the_agent_acts() -> None:
    text = "云河县两所中学被省教育厅授予文明校园称号。"
    assert actors(text, "被省教育厅授予文明校园称号") == ["省教育厅"]


def test_a_work_report_is_its_citys() -> None:
    text = (
        "过去一年，工业投资增长。新建学校8所。全市改造老旧小区20个。合山县入选全国试点，建成实训基地3个。推进污水治理。"
    )
    found = acts(
        text,
        "新建学校8所",
        "改造老旧小区20个",
        "入选全国试点",
        "建成实训基地3个",
        "推进污水治理",
        title="来宾市政府工作报告",
    )
    assert [act.actor for act in found] == ["来宾市", "来宾市", "合山县", "合山县", "来宾市"]
    assert found[0].actor_how == "inferred"


def test_a_work_report_is_its_citys_where_it_says_we_or_names_an_office_in_charge() -> None:
    text = "我们坚持民生为本，新建学校8所。\n改造小区20个。（牵头单位：市住建局）"
    assert actors(text, "新建学校8所", "改造小区20个", title="来宾市政府工作报告") == ["来宾市", "来宾市"]


def test_items_of_a_bulletin_do_not_lend_their_subject() -> None:
    text = "国家电网建成新线路。\n第六届文化节开幕，将发放消费券2万张。"
    assert actors(text, "将发放消费券2万张", source="央视网 新闻联播") == [None]


def test_a_notice_names_who_is_in_charge() -> None:
    text = "（一）对吸纳就业的企业给予补贴。支持返乡创业。（县人社局、县财政局负责）\n（二）优化服务。"
    assert actors(text, "给予补贴", "支持返乡创业", title="关于稳就业的若干意见") == ["县人社局、县财政局"] * 2


def test_a_heading_with_a_colon_lends_its_body() -> None:
    text = "市水利局：\n更换老旧水表3000只。"
    assert actors(text, "更换老旧水表3000只") == ["市水利局"]


def test_items_of_a_list_go_back_to_the_subject_before_it() -> None:
    text = "县司法局优化服务。一是畅通渠道。各司法所办理调解40件。二是巩固便民模式。"
    assert actors(text, "巩固便民模式") == ["县司法局"]


def test_there_means_the_place_named_before() -> None:
    text = "在福建厦门，当地扩大岗位规模，发放补贴。"
    found = acts(text, "扩大岗位规模", "发放补贴")
    assert [act.actor for act in found] == ["福建厦门"] * 2
    assert found[0].place == "350200"


def test_a_thing_is_no_actor() -> None:
    text = "县交通局加快建设。招聘会昨日在城南举行。"
    view = make_view(text)
    context = Context(Article(id="t", text=text), "text", view, make_layout(view.text), load())
    act = ActionDraft("employment_social", text.index("招聘会"), len(text) - 1, text.index("举行"), "done", "t")
    context.actions.append(act)
    Subjects(context).assign_actors()
    assert act.actor is None


@pytest.mark.parametrize(
    ("text", "quote", "article", "level"),
    [
        ("省教育厅印发方案。", "印发方案", {}, "province"),
        ("县应急管理局开展检查。", "开展检查", {}, "county"),
        ("柳河镇清理河道。", "清理河道", {}, "township"),
        ("云河经济开发区引进项目。", "引进项目", {}, "zone"),
        ("财政部、水利部下达资金。", "下达资金", {}, "nation"),
        ("教育局组织培训。", "组织培训", {"source": "西宁晚报"}, "city"),
        ("市政府出台措施。", "出台措施", {"place": "北京市"}, "province"),
        ("浙江义乌打通数据系统。", "打通数据系统", {}, "county"),
    ],
)
def test_the_level_of_an_actor(text: str, quote: str, article: dict[str, str], level: str) -> None:
    assert acts(text, quote, **article)[0].actor_level == level


@pytest.mark.parametrize(
    ("quote", "target"),
    [
        ("为困难群众发放补贴8万元", "困难群众"),
        ("对用水大户、重点企业开展走访", "用水大户、重点企业"),
        ("帮助返乡农民工就业", "返乡农民工"),
        ("支持临泽县创建示范区", "临泽县"),
        ("支持建设社区食堂", None),
        ("获评为平安乡镇", None),
        ("对全市产业链进行梳理", None),
        ("新建公园3个", None),
    ],
)
def test_whom_an_act_is_for(quote: str, target: str | None) -> None:
    assert acts(f"县人社局{quote}。", quote)[0].target == target


def test_the_documents_of_an_act() -> None:
    act = acts("县人社局印发《就业帮扶办法》，宣传到户。", "印发《就业帮扶办法》，宣传到户")[0]
    assert act.documents == ("《就业帮扶办法》",)


def test_a_document_has_number_issuer_and_verb() -> None:
    text = "县政府印发了《河道管理办法》（云政发〔2022〕15号），同时废止《采砂规定》。根据《省教育厅关于招生的意见》，"
    finder = SubjectFinder(text, load().organisations, gazetteer(), {})
    assert [(d.title, d.number, d.issuer, d.verb) for d in find_documents(text, finder)] == [
        ("《河道管理办法》", "云政发〔2022〕15号", "县政府", "印发"),
        ("《采砂规定》", None, None, "废止"),
        ("《省教育厅关于招生的意见》", None, "省教育厅", None),
    ]


def test_a_users_lexicon_adds_bodies(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[[body]]\nlevel = "city"\nnames = "护河联盟"\n\n[[zone]]\nnames = ["银杏谷园"]\nparent = "西宁市"\n',
        encoding="utf-8",
    )
    lexicon = load(tmp_path)
    finder = SubjectFinder("护河联盟开展巡查", lexicon.organisations, gazetteer(lexicon.places), {})
    subject = finder.at(0, 8)
    assert subject is not None
    assert (subject.text, subject.level) == ("护河联盟", "city")
    zone = resolve_place("银杏谷园", g=gazetteer(lexicon.places))
    assert zone is not None
    assert zone.code == "630100-银杏谷园"


@given(st.text(alphabet="市县局委的在由被，。：（）《》一是我国全省当地开展2023年\n“”", max_size=80))
def test_any_text_is_read_without_exception(text: str) -> None:
    view = make_view(text)
    context = Context(Article(id="t", text=text, title="工作报告"), "text", view, make_layout(view.text), load())
    context.actions = [ActionDraft("plan_issued", a, b, a, "done", "t") for a, b in context.layout.clauses]
    Subjects(context).assign_actors()
    context = replace(context, article=Article(id="t", text=text))
    Subjects(context).assign_actors()


def test_the_whole_city_does_not_hide_who_was_named_before_it() -> None:
    text = "县商务局走访企业。全县消费市场总体平稳。发放消费券三百万元。"
    assert actors(text, "发放消费券") == ["县商务局"]


def test_the_whole_city_acts_where_nobody_else_is_named() -> None:
    assert actors("全县消费市场总体平稳，发放消费券三百万元。", "发放消费券") == ["全县"]


@pytest.mark.parametrize(
    "text",
    [
        "棚户区改造加快，发放补偿款两百万元。",
        "省级以上园区集中供热，发放补偿款两百万元。",
        "便民服务中心建设，发放补偿款两百万元。",
        "居全省前列，发放补偿款两百万元。",
        "确定专班十项任务，发放补偿款两百万元。",
        "奋力助推全区发展，发放补偿款两百万元。",
    ],
    ids=lambda text: text[:4],
)
def test_what_is_no_body_does_not_act(text: str) -> None:
    assert actors(text, "发放补偿款") == [None]


def test_a_self_reference_before_全市_says_no_more_than_it() -> None:
    text = "我市签约项目30个。全市引进项目19个，其中工业项目八成。新增企业15家。"
    assert actors(text, "新增企业15家", place="西宁市") == ["全市"]


def test_what_is_built_does_not_act() -> None:
    found = actors("县民政服务中心建成投运。", "project_milestone:建成投运")
    assert found == [None]
