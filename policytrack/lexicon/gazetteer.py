"""Places: the GB/T 2260 tree with its dated changes, and development zones and parks below it.

A code has six digits; those of the places below begin with it less its trailing pairs of zeros (630100 西宁市 holds
every 6301..). The nation is 100000 and holds everything. A zone has no code of the standard: it is its parent's code, a
hyphen and its name (`630100-西宁经济技术开发区`), so that one prefix test serves all. Nothing is read before the first
question.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from policytrack.lexicon.schema import Entry
from policytrack.lexicon.trie import compile_terms

HOME = Path(__file__).parent
NATION = "100000"
_ETHNIC = (
    "蒙古族|回族|藏族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|"
    "东乡族|纳西族|景颇族|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|普米族|怒族|鄂温克族|保安族|裕固族|独龙族|"
    "维吾尔族?|哈萨克族?|柯尔克孜|锡伯|塔吉克|蒙古|各族"
)
_AUTONOMOUS = re.compile(rf"(.{{2,}}?)(?:{_ETHNIC})*自治(区|州|县|旗)")
_SUFFIX = re.compile(r"(.{2,})(?:特别行政区|地区|林区|特区|省|市|盟|县|旗|区)")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两")
_LEVELS = ("nation", "province", "city", "county", "zone")


class Place(NamedTuple):
    """A place of the tree, or a zone below one. A tuple, because 4,000 of them are made at the first question."""

    code: str
    name: str
    level: str  # nation | province | city | county | zone
    parent: str | None
    since: str = ""  # yyyymm of the first list that has it; "" from the beginning (2002-12)
    until: str = ""  # yyyymm of the last list that has it; "" to this day
    became: str = ""  # the code of the place that took over

    @property
    def prefix(self) -> str:
        """What the codes of this place and of all below begin with; empty for the nation."""
        return code_prefix(self.code)


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """What the lexicon adds to the tree: zones as (name, parent or ""), mastheads as (word, place name or code)."""

    zones: tuple[tuple[str, str], ...]
    mastheads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The tree, ready for look-up. `names` lists present places before past ones, higher levels first."""

    by_code: dict[str, Place]
    names: dict[str, tuple[Place, ...]]
    mastheads: dict[str, str]
    lengths: dict[str, tuple[int, ...]]  # of the names that begin with these two characters, longest first


@lru_cache(maxsize=4096)
def code_prefix(code: str) -> str:
    """What all codes at or below `code` begin with: 6301 for 630100, 63 for 630000, empty for the nation."""
    if code == NATION:
        return ""
    if len(code) == 6 and code.isdecimal():
        return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
    return code


def is_within(code: str | None, place: str) -> bool:
    """Whether `code` is the place with the code `place` or lies below it."""
    return code is not None and code.startswith(code_prefix(place))


def parent_code(code: str) -> str | None:
    """The code one level up; counties run by their province (4290..) stand directly below it."""
    if code == NATION:
        return None
    if len(code) != 6:
        return code[:6]
    if code.endswith("0000"):
        return NATION
    if code.endswith("00") or code[2:4] == "90" or code[:2] in ("11", "12", "31", "50"):
        return code[:2] + "0000"
    return code[:4] + "00"


def _level(code: str) -> str:
    if len(code) != 6 or "71" <= code[4:] <= "79":
        return "zone"
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def short_names(name: str) -> tuple[str, ...]:
    """The other names a place goes by: 西宁 for 西宁市, 互助 and 互助县 for 互助土族自治县; never one character."""
    if m := _AUTONOMOUS.fullmatch(name):
        stem, kind = m[1], m[2]
        return (stem,) if kind == "区" else (stem, stem + kind)
    m = _SUFFIX.fullmatch(name)
    return (m[1],) if m else ()


def parse_places(entries: Iterable[Entry]) -> PlaceNames:
    """The `[[zone]]` and `[[masthead]]` entries; raises LexiconError for a malformed one."""
    zones: list[tuple[str, str]] = []
    mastheads: list[tuple[str, str]] = []
    for entry in entries:
        if entry.table == "zone":
            entry.only("names", "kind", "of", "parent", "note")
            parent = entry.text("parent", "")
            zones += [(name, parent) for name in entry.texts("names")]
            if entry.texts("of"):
                kind = entry.text("kind")
                zones += [(place + kind, place) for place in entry.texts("of")]
            elif not entry.texts("names"):
                raise entry.error("names", "a zone needs `names`, or `kind` with the places it occurs `of`")
        else:
            entry.only("words", "place", "note")
            if not entry.texts("words"):
                raise entry.error("words", "a masthead needs the words it is known by")
            mastheads += [(word, entry.text("place")) for word in entry.texts("words")]
    return PlaceNames(tuple(zones), tuple(mastheads))


@lru_cache(maxsize=4)
def gazetteer(extra: PlaceNames | None = None) -> Gazetteer:
    """The tree with the zones and mastheads of `extra` (of the package when None). A few milliseconds, once."""
    if extra is None:
        path = HOME / "places.toml"
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        extra = parse_places(
            Entry(path, table, n, row) for table, rows in content.items() for n, row in enumerate(rows, 1)
        )
    by_code = {NATION: Place(NATION, "中国", "nation", None)}
    names: dict[str, list[Place]] = {"中国": [by_code[NATION]], "全国": [by_code[NATION]]}
    lines = (HOME / "places.tsv").read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and line[0] != "#"]
    rows.sort(key=lambda row: (row[3] != "", len(code_prefix(row[0]))))
    for code, name, since, until, became in rows:
        place = Place(code, name, _level(code), parent_code(code), since, until, became)
        by_code.setdefault(code, place)
        names.setdefault(name, []).append(place)
        for short in short_names(name):
            names.setdefault(short, []).append(place)
    found = Gazetteer(by_code, {name: tuple(places) for name, places in names.items()}, {}, _lengths(names))
    for name, parent in extra.zones:
        zone = _zone(found, name, parent)
        if zone is not None:
            by_code[zone.code] = zone
            found.names[name] = (zone,)
            known = found.lengths.get(name[:2], ())
            if len(name) not in known:
                found.lengths[name[:2]] = tuple(sorted((*known, len(name)), reverse=True))
    for word, where in extra.mastheads:
        home = found.by_code.get(where) or first_of(found.names.get(where))
        if home is not None:
            found.mastheads[word] = home.code
    return found


@lru_cache(maxsize=4)
def numbered_places(extra: PlaceNames | None = None) -> re.Pattern[str]:
    """Matches the name of a place that begins with a numeral: 三台县, 七台河. Short forms of two characters are not among
    them, because 三台 may be three of something.
    """
    names = gazetteer(extra).names
    return compile_terms(name for name in names if name[0] in _NUMERALS and len(name) > 2)


def _lengths(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}


def first_of(places: tuple[Place, ...] | None) -> Place | None:
    return places[0] if places else None


def _zone(g: Gazetteer, name: str, parent: str) -> Place | None:
    home: Place | None
    if parent:
        home = g.by_code.get(parent) or first_of(g.names.get(parent))
    else:
        home, _ = leading_place(name, g=g)
    return None if home is None or home.level == "zone" else Place(f"{home.code}-{name}", name, "zone", home.code)


def pick_place(places: tuple[Place, ...], near: str | None) -> Place | None:
    """The place meant: the only one, the one near `near`, else the only one of the highest level; None when unclear."""
    if len(places) == 1:
        return places[0]
    if near:
        home: str | None = near
        while home:
            for place in places:
                if is_within(home, place.code) or (home != NATION and is_within(place.code, home)):
                    return place
            home = parent_code(home)
    present = [place for place in places if not place.until] or list(places)
    level = min(_LEVELS.index(place.level) for place in present)
    top = [place for place in present if _LEVELS.index(place.level) == level]
    return top[0] if len({place.code for place in top}) == 1 else None


def leading_place(text: str, near: str | None = None, g: Gazetteer | None = None) -> tuple[Place | None, int]:
    """The innermost place that `text` begins with (青海省西宁市城西区…) and where its name ends; (None, 0) for none."""
    g = g or gazetteer()
    found: Place | None = None
    at = 0
    while at < len(text):
        for length in g.lengths.get(text[at : at + 2], ()):
            places = g.names.get(text[at : at + length]) if at + length <= len(text) else None
            if places is None:
                continue
            inside = tuple(
                p for p in places if found is None or (is_within(p.code, found.code) and p.code != found.code)
            )
            place = pick_place(inside, found.code if found else near) if inside else None
            if place is not None:
                found, at = place, at + length
                break
        else:
            break
    return found, at
