"""Places: names to codes and back up the tree, sources to places, and past places inside present ones."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytrack.errors import LexiconError
from policytrack.lexicon.places import (
    NATION,
    candidates,
    gazetteer,
    is_within,
    leading_place,
    parent_code,
    parse_places,
    place_of_source,
    places_below,
    places_in,
    resolve_place,
    short_names,
    suggestions,
)
from policytrack.lexicon.schema import Entry


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("西宁市", "630100"),
        ("西宁", "630100"),
        ("630100", "630100"),
        ("63", "630000"),
        ("青海省西宁市城西区", "630104"),
        ("浙江安吉", "330523"),
        ("互助县", "630223"),
        ("互助土族自治县", "630223"),
        ("内蒙古", "150000"),
        ("吉林", "220000"),
        ("吉林市", "220200"),
        ("海南州", "632500"),
        ("东莞", "441900"),
        ("仙桃市", "429004"),
        ("西宁经济技术开发区", "630100-西宁经济技术开发区"),
        ("西宁经开区", "630100-西宁经济技术开发区"),
        ("苏州工业园区", "320500-苏州工业园区"),
        ("630100-苏州街工业园区", "630100-苏州街工业园区"),
        ("高台县工业园区", "620724-高台县工业园区"),
        ("中国", NATION),
    ],
)
def test_names_and_codes_resolve(text: str, code: str) -> None:
    place = resolve_place(text)
    assert place is not None
    assert place.code == code


def test_an_ambiguous_name_needs_a_place_nearby() -> None:
    assert resolve_place("鼓楼区") is None
    assert len(candidates("鼓楼区")) > 2
    near = resolve_place("鼓楼区", near="320100")
    assert near is not None
    assert near.code == "320106"


@pytest.mark.parametrize("text", ["", "云雾", "某某县", "99", "西宁市的"])
def test_unknown_names_resolve_to_nothing(text: str) -> None:
    assert resolve_place(text) is None


def test_an_unknown_name_gets_suggestions() -> None:
    assert "西宁市" in suggestions("西宁县")


def test_past_places_lie_in_the_place_that_took_them_over() -> None:
    assert places_below("110101") == ("110101", "110103")  # 崇文区
    past = resolve_place("崇文区")
    assert past is not None
    assert past.until == "200912"


def test_every_place_lies_within_its_parent() -> None:
    by_code = gazetteer().by_code
    for code in by_code:
        parent = parent_code(code)
        if parent is not None:
            assert is_within(code, parent), code
            assert parent in by_code or parent[2:4] == "90" or by_code[code].until, code


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("西宁晚报", "630100"),
        ("酉阳县统计局", "500242"),
        ("衡阳市人民政府办公室", "430400"),
        ("铜仁市碧江区", "520602"),
        ("宿州交警(转载)", "341300"),
        ("新甘肃·甘肃日报", "620000"),
        ("齐鲁晚报", "370000"),
        ("东方网", "310000"),
        ("云上汉川", "420984"),
        ("央视网 新闻联播", NATION),
        ("本站", None),
        (None, None),
    ],
)
def test_a_source_tells_its_place(source: str | None, code: str | None) -> None:
    assert place_of_source(source) == code


def test_places_in_a_title_are_found_with_their_spans() -> None:
    found = places_in("某年上海市政府工作报告")
    assert [(a, b, place.code) for a, b, place in found] == [(2, 5, "310000")]


def test_a_bare_county_name_inside_another_name_is_no_place() -> None:
    assert [place.name for _, _, place in places_in("西宁市西山林场")] == ["西宁市"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("西宁市", ("西宁",)),
        ("和县", ()),
        ("宁夏回族自治区", ("宁夏",)),
        ("海西蒙古族藏族自治州", ("海西", "海西州")),
        ("锡林郭勒盟", ("锡林郭勒",)),
    ],
)
def test_short_names(name: str, short: tuple[str, ...]) -> None:
    assert short_names(name) == short


def test_a_zone_without_a_name_is_refused() -> None:
    entry = Entry(Path("mine.toml"), "zone", 1, {"parent": "630100"})
    with pytest.raises(LexiconError, match=r"mine\.toml.*'names'"):
        parse_places([entry])


@given(st.text(max_size=40))
def test_any_text_can_be_asked_for(text: str) -> None:
    place, end = leading_place(text)
    assert (place is None) == (end == 0)
    resolve_place(text)
    place_of_source(text)
