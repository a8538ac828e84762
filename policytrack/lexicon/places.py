"""Asking for places: what a name or code means, what lies below it, whose paper a source is, which places a text names.

`policytrack.lexicon.gazetteer` says what codes look like; it is read at the first question.
"""

import re
from functools import lru_cache

from policytrack.lexicon.gazetteer import (
    NATION,
    Gazetteer,
    Place,
    PlaceNames,
    code_prefix,
    first_of,
    gazetteer,
    is_within,
    leading_place,
    parent_code,
    parse_places,
    pick_place,
    short_names,
)

__all__ = [
    "NATION", "Gazetteer", "Place", "PlaceNames", "candidates", "code_prefix", "gazetteer", "is_within",
    "leading_place", "parent_code", "parse_places", "place_of_source", "places_below", "places_in", "resolve_place",
    "short_names", "suggestions",
]  # fmt: skip

_ZONE_SUFFIX = re.compile(
    r"(?:经济技术|高新技术产业|经济|高新|旅游|循环经济|产业)?(?:开发区|示范区|试验区|集聚区|集中区|合作区|功能区|实验区|度假区)"
    r"|(?:经开|高新|综保|保税港?|综合保税|出口加工|自贸|自由贸易试验|港|新|临空经济|物流)区|(?:生物|现代)?科技城|新城"
    r"|(?:[\u4e00-\u9fff]{0,6}?)(?:产业园区?|工业园区?|科技园区?|物流园区?|园区|软件园|化工园)"
)


def resolve_place(text: str, near: str | None = None, g: Gazetteer | None = None) -> Place | None:
    """The place that a code or a name means, with or without its suffix and with or without the places above it.

    A name shared by several places of one level (鼓楼区) needs `near`, the code of a place nearby; None when it is
    unclear or unknown: `candidates` and `suggestions` then say what might be meant.
    """
    g = g or gazetteer()
    text = re.sub(r"\s+", "", text)
    if text.isascii() and text.isdecimal() and len(text) in (2, 4, 6):
        return g.by_code.get(text.ljust(6, "0"))
    if text in g.by_code:
        return g.by_code[text]
    above, hyphen, zone = text.partition("-")
    if hyphen and zone and above in g.by_code:
        return Place(text, zone, "zone", above)
    if places := g.names.get(text):
        return pick_place(places, near)
    place, end = leading_place(text, near, g)
    if place is None or end == len(text):
        return place
    if _ZONE_SUFFIX.fullmatch(text, end) and place.level != "zone":
        full = text.replace("经开区", "经济技术开发区").replace("高新区", "高新技术产业开发区")
        return first_of(g.names.get(full)) or Place(f"{place.code}-{full}", full, "zone", place.code)
    return None


def candidates(text: str) -> tuple[Place, ...]:
    """All places of that name, present ones first."""
    return gazetteer().names.get(text.strip(), ())


def suggestions(text: str, most: int = 3) -> list[str]:
    """Names like `text`, for the message about an unknown one."""
    from difflib import get_close_matches

    g = gazetteer()
    text = text.strip()[:20]
    begins = [name for name in g.names if name.startswith(text[:2])] if len(text) > 1 else []
    return get_close_matches(text, begins, most, 0.5) or get_close_matches(text, g.names, most, 0.6)


def places_below(code: str) -> tuple[str, ...]:
    """The code prefixes a place term stands for: the place, all below it, and past places that became a part of it."""
    own = code_prefix(code)
    past = {
        code_prefix(place.code)
        for places in gazetteer().names.values()
        for place in places
        if place.became and place.became.startswith(own) and not place.code.startswith(own)
    }
    return (own, *sorted(past))


@lru_cache(maxsize=1024)
def place_of_source(source: str | None, g: Gazetteer | None = None) -> str | None:
    """The code of the place a masthead, site or office belongs to: 630100 for 西宁晚报; None when it does not say."""
    if not source:
        return None
    g = g or gazetteer()
    for part in re.split(r"[\s·•/|｜—_:：,，（()）【】“”]+", source):
        place, end = leading_place(part, g=g)
        known = next((code for word, code in g.mastheads.items() if word in part), None)
        if place is not None and place.level != "nation" and not (known and end == 2 and place.level == "county"):
            return place.code
        if known or place:
            return known or NATION
        for at in range(1, min(len(part), 12) - 1):  # 云上汉川, 文明西安网
            place, _ = leading_place(part[at:], g=g)
            if place is not None and place.level != "nation":
                return place.code
    return None


def places_in(text: str, near: str | None = None, g: Gazetteer | None = None) -> list[tuple[int, int, Place]]:
    """The places named in a short text (a title, a clause), as (start, end, place), leftmost longest.

    A county without its suffix counts only below a place named before it or around `near`: 西山林场 is not in 西山区.
    """
    g = g or gazetteer()
    found = []
    at = 0
    while at < len(text) - 1:
        place, length = leading_place(text[at : at + 40], near, g)
        bare = place is not None and place.level == "county" and length == 2
        if place is None or (bare and not is_within(place.code, near or "-")):
            at += 1
        else:
            found.append((at, at + length, place))
            at += length
    return found
