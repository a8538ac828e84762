"""Bars on a terminal and as a drawing."""

import re
import sys
import xml.etree.ElementTree as ET
from decimal import Decimal
from types import SimpleNamespace

import pytest
from rich.cells import cell_len

from policytrack.errors import PolicytrackError
from policytrack.render.chart import _PROBE, Bar, png_bytes, svg_text, terminal_lines

SVG = "{http://www.w3.org/2000/svg}"


def bar(label: str, value: int, unit: str = "元", low: int | None = None, high: int | None = None) -> Bar:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Bar(label, f"{value}{unit}", Decimal(value), unit, *ends)


def test_bars_share_one_scale() -> None:
    whole, half = terminal_lines([bar("一季度", 20), bar("半年", 10)], 33)
    assert whole == "一季度  ████████████████████ 20元"  # 33 less 6, 4 and 3 cells leaves 20
    assert half == "半年    ██████████ 10元"


def test_units_do_not_share_a_scale() -> None:
    money, firms = terminal_lines([bar("甲", 2000000), bar("乙", 5, "家")], 40)
    assert money.count("█") == firms.count("█")


def test_no_line_is_wider_than_asked() -> None:
    lines = terminal_lines([bar("安澜市", 35), bar("望川市经济技术开发区", 7)], 50)
    assert max(map(cell_len, lines)) <= 50


def test_a_number_below_zero_has_no_bar() -> None:
    assert terminal_lines([bar("甲", -3), bar("乙", 3)], 40)[0] == "甲   -3元"


def test_the_drawing_has_a_bar_and_a_label_for_each_number() -> None:
    root = ET.fromstring(svg_text("增减", [bar("甲", 20), bar("乙", 10)]))
    widths = [float(rect.attrib["width"]) for rect in root.iter(f"{SVG}rect")][1:]
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)
    assert [text.text for text in root.iter(f"{SVG}text")] == ["增减", "甲", "20元", "乙", "10元"]


def test_an_error_bar_spans_what_rounding_allows() -> None:
    [path] = ET.fromstring(svg_text("", [bar("甲", 20, low=15, high=25)])).iter(f"{SVG}path")
    [_, rect] = ET.fromstring(svg_text("", [bar("甲", 20, low=15, high=25)])).iter(f"{SVG}rect")
    left, right = (float(path.attrib["d"].replace("H", " ").replace("M", " ").split()[i]) for i in (0, 2))
    assert (right - left) / float(rect.attrib["width"]) == pytest.approx(0.5, abs=0.01)  # 10 of 20


def test_hostile_labels_are_harmless() -> None:
    text = svg_text("</title><script>", [bar("\x1b<b>", 1)])
    assert "<script" not in text
    assert "\x1b" not in text


def test_png_without_its_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(PolicytrackError, match="PNG needs a library") as refused:
        png_bytes("<svg/>")
    assert "policytrack[png]" in str(refused.value.hint)


def test_png_without_a_chinese_font_is_refused_rather_than_left_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", SimpleNamespace(svg_to_bytes=lambda svg_string: b"blank"))
    with pytest.raises(PolicytrackError, match="a font with Chinese characters"):
        png_bytes("<svg/>")


def test_png_is_drawn_where_two_characters_look_different(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose only Chinese font bears another name than the renderer's default."""
    monkeypatch.setitem(sys.modules, "resvg_py", SimpleNamespace(svg_to_bytes=lambda svg_string: svg_string.encode()))
    assert png_bytes("<svg/>") == b"<svg/>"


def test_the_probe_asks_for_the_fonts_of_the_chart() -> None:
    families = re.search(r'font-family="([^"]+)"', svg_text("", [bar("a", 1)]))
    assert families
    assert families[1] in _PROBE
