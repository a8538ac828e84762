"""Whose figures: places and organisations of figures, with and without an act."""

from datetime import date
from decimal import Decimal

import pytest

from policytrack.extract.drafts import ActionDraft, Context, FigureDraft, Quantity
from policytrack.extract.layout import make_layout
from policytrack.extract.pipeline import extract_article
from policytrack.extract.scopes import assign_scopes, plain_name
from policytrack.extract.subjects import Subjects
from policytrack.extract.view import make_view
from policytrack.lexicon.load import load
from policytrack.model import Article


def figure_at(text: str, surface: str) -> FigureDraft:
    start = text.index(surface)
    one = Decimal(1)
    quantity = Quantity(
        start, start + len(surface), start, start + len(surface), one, None, one, one, 0, "元", 0, "money", "CNY",
        "exact", "number", "t",
    )  # fmt: skip
    return FigureDraft(quantity)


def scope(text: str, surface: str, act: str = "", **article: str) -> tuple[str | None, str | None]:
    """Place and organisation of a figure; `act` is `type:quote` of the act it belongs to."""
    view = make_view(text)
    item = Article(id="t", text=text, **article)  # type: ignore[arg-type]
    context = Context(item, "text", view, make_layout(view.text), load())
    figure = figure_at(view.text, surface)
    context.figures = [figure]
    if act:
        kind, _, quote = act.partition(":")
        start = view.text.index(quote)
        figure.action = ActionDraft(kind, start, start + len(quote), start, "done", "t")
        context.actions = [figure.action]
    subjects = Subjects(context)
    subjects.assign_actors()
    assign_scopes(context, subjects)
    return figure.place, figure.organisation


@pytest.mark.parametrize(
    ("text", "article", "place"),
    [
        ("全市实现产值35亿元。", {"source": "西宁晚报"}, "630100"),
        ("全省实现产值35亿元。", {"source": "西宁晚报"}, "630000"),
        ("我国进口额35亿元。", {"source": "西宁晚报"}, "100000"),
        ("去年以来，江西投放资金35亿元。", {"source": "央视网"}, "360000"),
        (
            "西宁经济技术开发区稳步发展。\n截至8月底，完成投资35亿元。",
            {"source": "西宁晚报"},
            "630100-西宁经济技术开发区",
        ),
        ("开发区产值35亿元。", {"source": "西宁晚报"}, "630100-西宁经济技术开发区"),
        ("全市实现产值35亿元。", {"place": "高台县"}, "620700"),
        ("完成投资35亿元。", {}, None),
        ("云河经济开发区稳步发展。开发区产值35亿元。", {"place": "云河市"}, "云河经济开发区"),
        ("开发区产值35亿元。", {"source": "云河经济开发区管委会"}, "云河经济开发区"),
        ("柳河县建成厂房35亿元。", {"place": "云河市"}, "柳河县"),
    ],
    ids=[
        "own city",
        "its province",
        "the nation",
        "a province",
        "carried",
        "the zone",
        "the city above",
        "unknown",
        "a zone without a code",
        "the zone of the source",
        "a namesake",
    ],
)
def test_a_figure_without_an_act_has_the_place_of_its_subject(text: str, article: dict[str, str], place: str) -> None:
    assert scope(text, "35亿元", **article) == (place, None)


def test_the_provinces_figure_is_not_that_of_a_city_without_a_code() -> None:
    assert scope("全省实现产值35亿元。", "35亿元", place="云河市") == (None, "全省")


def test_a_national_teams_findings_are_not_the_citys() -> None:
    text = "国家安全生产督导组来我市开展督导，检查企业20家。"
    assert scope(text, "20家", "inspection:检查企业20家", place="西宁市") == ("630100", "国家安全生产督导组")


def test_what_one_bureau_inspected_is_its_own() -> None:
    text = "我市应急管理局检查企业20家。"
    assert scope(text, "20家", "inspection:检查企业20家", place="西宁市") == ("630100", "市应急管理局")


def test_what_a_bureau_forgave_is_the_citys() -> None:
    text = "市税务局为企业减税35亿元。"
    assert scope(text, "35亿元", "tax_fee_reduction:为企业减税35亿元", place="西宁市") == ("630100", None)


@pytest.mark.parametrize(
    ("actor", "plain"),
    [("我市公安局", "市公安局"), ("西宁市公安局", "市公安局"), ("县教育局", "县教育局"), ("我市", "我市")],
)
def test_a_body_has_one_name_in_all_articles_of_its_place(actor: str, plain: str) -> None:
    assert plain_name(actor, "西宁市") == plain


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("一季度，遂宁市本级发放补贴35亿元。", "市本级"),
        ("市本级发放补贴2亿元，带动投资35亿元。", "市本级"),
        ("市本级发放补贴2亿元，全市发放35亿元。", None),
        ("市本级投入2亿元，射洪市投入35亿元。", None),
        ("市本级投入2亿元。带动投资35亿元。", None),
        ("市直单位节约经费35亿元。", "市直"),
        ("射洪市城区投入改造资金35亿元。", "城区"),
        ("主城区改造投入35亿元。", "主城区"),
        ("涪城区投入35亿元。", None),
        ("市直接投入35亿元。", None),
    ],
)
def test_a_part_of_a_place_is_a_scope_of_its_own(text: str, part: str | None) -> None:
    assert scope(text, "35亿元", source="遂宁日报")[1] == part


CITY = {"source": "芜湖日报", "title": "惠企在行动"}


def scoped(text: str) -> list[tuple[str, str | None, str | None]]:
    found = extract_article(Article("t", text, **CITY), load())  # type: ignore[arg-type]
    return [(f.surface, f.place, f.organisation) for f in found.figures]


def test_in_a_citys_paper_the_district_goes_on_until_another_is_named() -> None:
    text = "镜湖区减税3亿元。区市场监管局检查企业30家。该区发放补贴2万元。\n区财政局拨付奖补5万元。全区新增企业6家。"
    assert {place for _, place, _ in scoped(text)} == {"340202"}


def test_a_district_that_nobody_names_is_not_the_city() -> None:
    [district, city] = scoped("区财政局拨付奖补5万元。市财政局拨付奖补7万元。")
    assert district == ("5万元", None, "区财政局")
    assert city == ("7万元", "340200", None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("全南县新增减税3亿元。", "360729"),
        ("西安市新城区新增减税3亿元。", "610102"),
        ("沈阳市于洪区新增减税3亿元。", "210114"),
    ],
    ids=["whole_is_part_of_the_name", "new", "at"],
)
def test_places_whose_names_hold_other_words(text: str, place: str) -> None:
    found = extract_article(Article("t", text), load())
    assert [(f.place, f.organisation) for f in found.figures] == [(place, None)]


def test_a_district_that_ends_in_the_word_for_downtown_is_a_district() -> None:
    found = extract_article(Article("t", "沙市区财政收入2亿元。荆州区财政收入3亿元。", source="荆州日报"), load())
    assert [f.organisation for f in found.figures] == [None, None]


@pytest.mark.parametrize(
    ("text", "surface", "act", "scope_"),
    [
        ("东山街道改造楼道35处。", "35处", "infrastructure:东山街道改造楼道35处", ("630103", "东山街道")),
        ("各乡镇改造楼道35处。", "35处", "infrastructure:各乡镇改造楼道35处", ("630103", None)),
    ],
    ids=["one street", "all towns"],
)
def test_what_one_town_did_is_not_what_the_district_did(
    text: str, surface: str, act: str, scope_: tuple[str | None, str | None]
) -> None:
    assert scope(text, surface, act, place="630103") == scope_


def test_an_item_of_a_list_of_places_lends_no_place_to_the_next_sentence() -> None:
    text = "下达补助18亿元。其中，青海省7亿元、甘肃省11亿元。每户补助标准不低于2万元。"
    assert scope(text, "2万元", place="全国")[0] == "100000"


@pytest.mark.parametrize(
    ("text", "surface", "place"),
    [
        ("【主播】青海省今年新增就业6万人。", "6万人", "630000"),
        ("西宁市前4个月出口21亿元，占全省出口的六成。", "六成", "630100"),
    ],
    ids=["mark of a newscast", "share of the province"],
)
def test_places_of_a_newscast(text: str, surface: str, place: str) -> None:
    assert scope_of(text, surface) == place


def scope_of(text: str, surface: str) -> str | None:
    """The place of one figure of a national newscast."""
    article = Article("t", text, source="中央广播电视总台", place="全国", published=date(2023, 5, 20))
    found = extract_article(article, load())
    return next(f.place for f in found.figures if f.surface == surface) or found.place


def test_a_street_called_like_a_county_elsewhere_is_at_home() -> None:
    text = "铁山街道检查商铺30家。"
    assert scope(text, "30家", "inspection:铁山街道检查商铺30家", place="320300") == ("320300", "铁山街道")
