"""Numbers as people read them in a report: 万 and 亿 where they help, signs and rounding errors where they matter."""

import re
from decimal import Decimal

from policytrack.model import Figure

_BOUND = {"approx": "约", "ge": "≥", "gt": ">", "le": "≤", "lt": "<"}

_SAYS_BOUND = re.compile("[余多约近超逾]|以上|以下|以内")  # a surface such as 4300余户 needs no further sign


def human(value: Decimal, unit: str = "") -> str:
    """`22.35亿元`, `6.6万株`, `18.7%`: the value with the multiplier that leaves 1 to 9999 before the point."""
    size = abs(value)
    for power, name in ((8, "亿"), (4, "万")):
        if size >= Decimal(10) ** power and unit not in ("%", "个百分点"):
            return f"{plain(value.scaleb(-power))}{name}{unit}"
    return f"{plain(value)}{unit}"


def plain(value: Decimal, places: int = 4) -> str:
    """A decimal without exponent and trailing zeros, at most `places` digits after the point."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > places:
        value = value.quantize(Decimal(1).scaleb(-places))
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def signed(value: Decimal, unit: str = "") -> str:
    """`+1.29亿元`, `−0.4个百分点`."""
    return f"{'−' if value < 0 else '+'}{human(abs(value), unit)}"


def as_printed(figure: Figure) -> str:
    """The printed figure with its bound and direction: `>10亿元`, `−18.7%`."""
    return signed_surface(figure.surface, figure.bound, figure.sign, figure.kind)


def signed_surface(surface: str, bound: str, sign: int, kind: str) -> str:
    """What `as_printed` says, of a figure's parts."""
    if bound == "exact" and sign > 0:
        return surface
    falls = "−" if sign < 0 and kind in ("growth", "change") else ""
    said = "" if _SAYS_BOUND.search(surface) else _BOUND.get(bound, "")
    return f"{said}{falls}{surface}"


def rate(figure: Figure) -> str:
    """A printed rate as programs read numbers, in percent, with the sign of its bound: `14.6`, `-9.0`, `>12`."""
    value = -figure.value if figure.sign < 0 else figure.value
    return f"{_BOUND.get(figure.bound, '')}{value:f}"
