"""A pipe gets what a terminal wide enough would show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytrack.render.plain import plain_text
from policytrack.render.table import Column, Table
from policytrack.render.terminal import Screen, terminal_text

COLUMNS = (Column("a", "编号", "id"), Column("n", "数值", "value", right=True), Column("q", "原文", "quote"))
cells = st.one_of(st.none(), st.integers(-999, 9999), st.text("减税3.4亿元 a%（），", max_size=12).map(str.strip))


def table(rows: list[tuple[object, ...]], title: str = "figures", notes: tuple[str, ...] = ()) -> Table:
    return Table(title, COLUMNS, rows, notes)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["zh", "en"])
@given(st.lists(st.tuples(cells, cells, cells), max_size=5))
def test_plain_text_is_what_a_wide_terminal_shows(lang: str, rows: list[tuple[object, ...]]) -> None:
    shown = table(rows, notes=("一条说明",))
    assert plain_text([shown, shown], lang) == terminal_text([shown, shown], Screen(400, False, lang))


def test_chinese_text_lines_up() -> None:
    text = plain_text([table([("1", 5, "检查企业"), ("12", 120, "减税")])], "zh")
    assert text.splitlines() == [
        "figures",
        "编号   数值   原文",
        "──────────────────────",
        "1         5   检查企业",
        "12      120   减税",
    ]


def test_line_breaks_stay_inside_their_column() -> None:
    text = plain_text([table([("1", 5, "一\n二"), ("2", 6, "三")])], "zh")
    assert text.splitlines()[3:] == ["1         5   一", "              二", "2         6   三"]


def test_control_characters_are_shown_not_sent() -> None:
    assert "\\x1b[31m" in plain_text([table([("\x1b[31m红", 1, None)])], "zh")
