"""The cleaned view: what it joins and widens, and that every span of it is the same characters of the raw text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policytrack.extract.view import is_soft_break, make_view

# Characters the view treats in its own ways, and others.
ALPHABET = "甲县增长亿元。，、：；！（）,:;!?() \n\r\t\u3000\xa0\u200b\u202e\ufeff0123456789.%％１２３ＡｂＺ．／＋￥億萬#-一二ab"
COLUMNS = "全县今年开工项目40个，完成投资31亿元，涉及\n工厂、道路、学校三类，其中工厂12家。"


def same(char: str) -> str:
    """A character without its typographic width."""
    code = ord(char)
    if 0xFF01 <= code <= 0xFF5E:
        return chr(code - 0xFEE0)
    return {"億": "亿", "萬": "万", "。": ".", "￥": "¥", "﹪": "%", "∶": ":"}.get(char, char)


@given(st.text(ALPHABET, max_size=80))
@example(COLUMNS)
@example("增长 8.5 ％，\u200b达１２ 亿元")
def test_every_character_stands_at_its_offset(raw: str) -> None:
    view = make_view(raw)
    for i, char in enumerate(view.text):
        start, end = view.span(i, i + 1)
        assert end == start + 1
        assert same(raw[start]) == same(char)


@given(st.text(ALPHABET, min_size=1, max_size=80), st.data())
def test_spans_hold_the_same_characters_less_spaces(raw: str, data: st.DataObject) -> None:
    view = make_view(raw)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    first, last = view.span(start, end)
    shown, printed = ("".join(map(same, text)) for text in (view.text[start:end], raw[first:last]))
    invisible = dict.fromkeys(map(ord, " \n\r\t\u3000\xa0\u200b\u202e\ufeff"))
    assert shown.translate(invisible) == printed.translate(invisible)


@given(st.text(ALPHABET, max_size=80))
def test_nothing_but_spaces_is_dropped(raw: str) -> None:
    view = make_view(raw)
    kept = set(range(len(raw))) if view.offsets is None else set(view.offsets)
    assert all(raw[i] in " \n\r\t\u3000\xa0\u200b\u202e\ufeff" for i in range(len(raw)) if i not in kept)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("增长８.５％", "增长8.5%"),
        ("达到82%,投资3亿元", "达到82%，投资3亿元"),
        ("投资1,200万元", "投资1,200万元"),
        ("增长 8.5 % 。", "增长8.5% 。"),
        ("完成\u200b投资3亿元", "完成投资3亿元"),
        ("比例3:1", "比例3:1"),
        ("用时:5天", "用时：5天"),
    ],
)
def test_widths_and_spaces(raw: str, text: str) -> None:
    assert make_view(raw).text == text


def test_text_that_needs_no_cleaning_is_itself() -> None:
    assert make_view("开工3个。").offsets is None


def test_a_sentence_broken_over_columns_is_joined() -> None:
    assert make_view(COLUMNS).text == COLUMNS.replace("\n", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全县今年开工项目40个，完成投资31亿元，用时不到半年。", "县里派出专员，上门服务。"),
        ("全县今年开工项目四十个完成投资三十一亿元用时半年", "县里派出专员，上门服务。"),
        ("全县今年开工项目40个，完成投资31亿元，涉及", "一、工厂，12家。"),
        ("全县开工，涉及", "工厂、道路，三类。"),
        ("（三）加快开工，优化服务，推动全县项目建设，提高效率", "县里派出专员，上门服务。"),
        ("全县今年开工项目40个，完成投资31亿元，涉及", ""),
    ],
    ids=["whole sentence", "headline", "item follows", "short line", "heading", "empty line"],
)
def test_hard_breaks(before: str, after: str) -> None:
    assert not is_soft_break(before, after)
