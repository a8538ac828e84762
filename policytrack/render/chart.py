"""Bars: for a terminal as lines of text, for a page as SVG, which needs no library. One scale for each unit.

A bar has a label, what is printed at its end, and its length; `low` and `high` draw an error bar where the number is ours.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rich.cells import cell_len

from policytrack.errors import PolicytrackError
from policytrack.render.safe import for_terminal

_BLOCKS = "▏▎▍▌▋▊▉█"
# The first of these that is installed is used, for glyphs it lacks any other.
_FAMILIES = (
    "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, WenQuanYi Micro Hei, "
    "WenQuanYi Zen Hei, SimHei, SimSun, DejaVu Sans, Liberation Sans, Arial, sans-serif"
)
_PROBE = f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" font-family="{_FAMILIES}"><text y="15">{{}}</text></svg>'
_ROW, _BAR, _FONT = 22, 14, 13  # heights in pixels


@dataclass(frozen=True, slots=True)
class Bar:
    """One number to draw. Only bars of one unit share a scale."""

    label: str
    text: str
    value: Decimal
    unit: str
    low: Decimal | None = None
    high: Decimal | None = None


def _tops(bars: Sequence[Bar]) -> dict[str, Decimal]:
    tops: dict[str, Decimal] = {}
    for bar in bars:
        tops[bar.unit] = max(tops.get(bar.unit, Decimal(0)), bar.value, bar.high or bar.value)
    return tops


def terminal_lines(bars: Sequence[Bar], width: int) -> list[str]:
    """A line a bar, none wider than `width` while labels and numbers leave ten cells."""
    tops = _tops(bars)
    names = max((cell_len(bar.label) for bar in bars), default=0)
    ends = max((cell_len(bar.text) for bar in bars), default=0)
    room = max(10, width - names - ends - 3)
    lines = []
    for bar in bars:
        eighths = int(bar.value / tops[bar.unit] * room * 8) if bar.value > 0 else 0
        drawn = "█" * (eighths // 8) + (_BLOCKS[eighths % 8 - 1] if eighths % 8 else "")
        label = for_terminal(bar.label) + " " * (names - cell_len(bar.label))
        lines.append(f"{label}  {drawn} {for_terminal(bar.text)}".rstrip())
    return lines


def svg_text(title: str, bars: Sequence[Bar], width: int = 860) -> str:
    """A drawing of the bars; every text is escaped, and nothing is fetched from anywhere."""
    tops = _tops(bars)
    names = 12 + max((cell_len(bar.label) for bar in bars), default=0) * _FONT * 0.56
    ends = 12 + max((cell_len(bar.text) for bar in bars), default=0) * _FONT * 0.56
    room = max(120.0, width - names - ends)
    total, height = int(names + room + ends), 44 + _ROW * len(bars)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{total}" height="{height}" viewBox="0 0 {total} {height}" '
        f'font-family="{_FAMILIES}" font-size="{_FONT}">',
        f"<title>{_esc(title)}</title>",
        f'<rect width="{total}" height="{height}" fill="#fff"/>',
        f'<text x="8" y="22" font-weight="bold">{_esc(title)}</text>',
    ]
    for n, bar in enumerate(bars):
        y = 36 + n * _ROW
        top = tops[bar.unit]

        def at(value: Decimal, top: Decimal = top) -> float:
            return round(float(max(value, Decimal(0)) / top) * room, 1) if top else 0.0

        end = at(bar.value)
        parts.append(f'<text x="{names - 6:.1f}" y="{y + 12}" text-anchor="end">{_esc(bar.label)}</text>')
        parts.append(f'<rect x="{names:.1f}" y="{y}" width="{end}" height="{_BAR}" fill="#4477aa"/>')
        if bar.low is not None and bar.high is not None:
            left, right, middle = names + at(bar.low), names + at(bar.high), y + _BAR / 2
            parts.append(
                f'<path d="M{left:.1f} {middle}H{right:.1f}M{left:.1f} {y + 3}V{y + _BAR - 3}'
                f'M{right:.1f} {y + 3}V{y + _BAR - 3}" stroke="#222" fill="none"/>'
            )
            end = max(end, at(bar.high))
        parts.append(f'<text x="{names + end + 6:.1f}" y="{y + 12}">{_esc(bar.text)}</text>')
    return "\n".join(parts) + "\n</svg>\n"


def png_bytes(svg: str) -> bytes:
    """The drawing as PNG; raises PolicytrackError when the library for it is not here."""
    try:
        import resvg_py
    except ImportError:
        raise PolicytrackError(
            "PNG needs a library that is not here.", hint="pip install 'policytrack[png]', or write chart.svg instead."
        ) from None

    def draw(text: str) -> bytes:
        return bytes(resvg_py.svg_to_bytes(svg_string=text))

    # Without a font text is left out, without a glyph it is a box, and nobody is told: two characters then look the same.
    if draw(_PROBE.format("中")) == draw(_PROBE.format("国")):
        raise PolicytrackError(
            "PNG needs a font with Chinese characters, and none is here.",
            hint="Install one, such as fonts-noto-cjk, or write chart.svg, which the reader's own fonts will fill.",
        )
    return draw(svg)


def _esc(text: str) -> str:
    return html.escape(for_terminal(text))
