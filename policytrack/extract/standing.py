"""Where an actor stands: its administrative level, the place of the act, and whom the act is for."""

import re

from policytrack.extract.drafts import ActionDraft
from policytrack.extract.organisations import Subject
from policytrack.lexicon.load import Lexicon
from policytrack.lexicon.organisations import Organisations
from policytrack.lexicon.places import (
    NATION,
    Gazetteer,
    Place,
    is_within,
    leading_place,
    parent_code,
    place_of_source,
    resolve_place,
    short_names,
)
from policytrack.model import Article

_TARGET = re.compile(
    r"为(?<![较更最成作认称名分行因评建造列选改升定]为)(?![了期主契何抓])|对(?<![针面]对)(?![接于比照标口象应策话外])"
    r"|向(?![上前])|给(?!予)|面向|针对|帮助|支持|协助|扶持|指导"
)
_TARGET_ENDS = re.compile(r"[，。；：“”（）《》0-9]")
_MARKS = (
    ("省", "province"), ("自治区", "province"), ("市", "city"), ("县", "county"), ("区", "county"), ("州", "city"),
    ("镇", "township"), ("乡", "township"), ("街道", "township"),
)  # fmt: skip
_ZONE = re.compile(r"[\u4e00-\u9fff]{2,16}?(?:开发区|高新区|工业园区|产业园区)")
_LOCAL = re.compile(r"[^全我本该市县区省各]{2,3}[县区镇乡](?![\u4e00-\u9fff]?[区县])")
_RANKS = ("nation", "province", "city", "county", "township")
_KINDS = {"开发区": "经济技术开发区", "经开区": "经济技术开发区", "高新区": "高新技术产业开发区"}
_OF_COUNTY = re.compile(r"[全我本该]?(?:区|县)(?![域级])")
_REGIONS = ("15", "45", "54", "64", "65")
_HAN = re.compile("[\u4e00-\u9fff]*")
_MIDDLE = 8  # characters between the stem and the kind of a zone's name
_MUNICIPALITIES = ("11", "12", "31", "50")


def home_of(article: Article, places: Gazetteer) -> str | None:
    """The code of the article's own place: as given, else the one its source reports on."""
    place = resolve_place(article.place, g=places) if article.place else None
    return place.code if place else place_of_source(article.source, places)


def _zone_in(source: str | None) -> str | None:
    """The zone that a source belongs to, by its name: 云河经济开发区 for 云河经济开发区管委会."""
    match = _ZONE.match(source or "")
    return match[0] if match else None


class Standing:
    """Levels and places of the actors of one article."""

    def __init__(self, known: Organisations, places: Gazetteer, home: str | None, article: Article) -> None:
        self.known = known
        self.text = article.text  # where a zone may be called by its full name
        self.name = None if home else article.place or _zone_in(article.source)  # of a place without a code
        self.places = places
        self.home = home
        self.cache: dict[tuple[str, str], tuple[str, str | None]] = {}

    def of(self, subject: Subject) -> tuple[str, str | None]:
        """The administrative level of a subject, and the code of its place."""
        key = (subject.text, subject.level)
        if key not in self.cache:
            self.cache[key] = self._find(*key)
        return self.cache[key]

    def _find(self, text: str, level: str) -> tuple[str, str | None]:
        place, length = leading_place(text, self.home, self.places)
        if place is None:  # 全青海省; 全南县 is a county
            place, length = leading_place(text.removeprefix("全"), self.home, self.places)
        if place and level == "township" and self._is_namesake(place, text[length - 1]):
            place, length = None, 0
        code = place.code if place else self.home
        if self.name and level in ("county", "city", "township", "place"):
            # around a place without a code, names of others are only names: another 柳河县 has the code
            local = text[:length] if place and place.level == "county" else _LOCAL.match(text)
            code = local if isinstance(local, str) else local[0] if local else code
        known = self.known.known_pattern.match(text)
        if known and known[0] in self.known.bodies and (len(known[0]) > 2 or known[0] == text):
            level = self.known.bodies[known[0]]
        if place and level in ("province", "city", "county"):
            level = place.level
        elif level == "county" and text[0] == "各":
            level = "other"
        if level == "place":
            level = place.level if place else self._by_name(text)
        if level == "zone":
            return level, self._zone(text) or code
        if level == "nation":
            return level, NATION
        return level, self._wider(text) or code or (None if self._is_above(level) else self.name)

    def _is_namesake(self, place: Place, last: str) -> bool:
        """Whether a town is only called like a county elsewhere: 雨花街道 need not be in 雨花区."""
        if self.home is None or place.level != "county" or last in "市县区旗":
            return False
        return not is_within(place.code, self.home)

    def is_part(self, subject: Subject) -> bool:
        """Whether a subject only says that it is of a county or district, in the paper of the city or province above."""
        home = self.places.by_code.get(self.home or "")
        if home is None or home.level not in ("city", "province") or not _OF_COUNTY.match(subject.text):
            return False
        whole = home.code[:2] in _REGIONS and "区" in subject.text[:2]  # 全区 of an autonomous region
        return not whole and leading_place(subject.text, self.home, self.places)[0] is None

    def _is_above(self, level: str) -> bool:
        """Whether a level is above that of the article's place, which has a name but no code."""
        own = next((named for mark, named in _MARKS if (self.name or "").endswith(mark)), "other")
        return level in _RANKS and own in _RANKS and _RANKS.index(level) < _RANKS.index(own)

    def _wider(self, text: str) -> str | None:
        """The place above the article's own that 全省, 我省 or 省 means."""
        home = self.home
        if home is None or home == NATION or text[:1] not in "全我本省":
            return None
        if "省" in text[:2]:
            return home[:2] + "0000"
        own = self.places.by_code.get(home)
        if text[:2] in ("全市", "我市") and own and own.level == "county" and own.name[-1] != "市":
            return parent_code(home)
        return None

    def _zone(self, text: str) -> str | None:
        """The code of a zone, its name when its place has none; 开发区 is the one the article calls by its name."""
        own = self.places.by_code.get(self.home or "")
        base = own.name if own else self.name or ""
        if base.endswith(text):
            return self.home or base
        full = text.replace("经开区", _KINDS["经开区"]) if len(text) > 3 else text
        if len(full) <= 5 and base:
            stem = (short_names(base) or (base,))[0]
            full = self._called(stem, text) or text
        zone = resolve_place(full, self.home, self.places)
        if zone is None and own and text in _KINDS:
            here = [p for p in self.places.by_code.values() if p.parent == own.code and p.name.endswith(_KINDS[text])]
            return here[0].code if len(here) == 1 else f"{own.code}-{text}"
        if zone is not None:
            return zone.code
        if len(full) > 5:
            return full if own is None else f"{own.code}-{full}"
        return f"{base}-{text}" if base and not own else None

    def _called(self, stem: str, kind: str) -> str | None:
        """The first name in the text that begins with a stem and ends in a kind, at most 8 characters behind it."""
        at = self.text.find(stem)
        while at >= 0:
            behind = at + len(stem)
            end = self.text.find(kind, behind, behind + _MIDDLE + len(kind))
            if end >= 0 and _HAN.fullmatch(self.text, behind, end):
                return self.text[at : end + len(kind)]
            at = self.text.find(stem, at + 1)
        return None

    def _by_name(self, text: str) -> str:
        """The level of a body that names no place: 市教育局, 国家督导组; that of the article for a bare 教育局."""
        if text.startswith(("国家", "中国", "全国", "中央")):
            return "nation"
        home = self.places.by_code.get(self.home or "")
        marks = sorted((text.find(mark, 0, 4), n) for n, (mark, _) in enumerate(_MARKS) if mark in text[:4])
        if marks:  # the first one: 区市场监管局 is a district's
            level = _MARKS[marks[0][1]][1]
            if level == "city" and home and home.level == "province" and home.code[:2] in _MUNICIPALITIES:
                return "province"  # 市政府 in a municipality
            return level
        return home.level if home and home.level != "nation" else "other"


def target_of(text: str, action: ActionDraft, lexicon: Lexicon) -> str | None:
    """Whom an act is for: after 为, 对, 向 or 帮助, up to the last recipient of a list (困难职工和返乡青年)."""
    known = lexicon.organisations
    for match in _TARGET.finditer(text, action.start, action.end):
        start = match.end()
        if match[0] == "为" and "以" in text[max(action.start, start - 16) : start]:
            continue  # 以企业为主体
        mark = _TARGET_ENDS.search(text, start, min(action.end, start + 28))
        limit = mark.start() if mark else min(action.end, start + 28)
        stop = 0
        for end in known.recipients.finditer(text, start, limit):
            if stop and text[stop] not in "、和与及等":
                break  # 为企业培训职工: the first is meant
            if len(end[0]) == 1 and not _acts(text, end.end(), limit, known.followers):
                continue  # 对全市产业链: nobody
            stop = end.end()
        if stop - start > 1 and not _says_more(text, start, stop, known):
            return text[start:stop]
    return None


def _says_more(text: str, start: int, stop: int, known: Organisations) -> bool:
    """Whether a supposed recipient holds a verb: 支持建设社区 is for nobody."""
    if text[start : start + 2] in known.followers:
        return True
    pairs = (text[at : at + 2] for at in range(start, stop - 1))
    return any(pair in known.followers and pair not in known.name_words for pair in pairs)


def _acts(text: str, at: int, limit: int, followers: frozenset[str]) -> bool:
    """Whether what stands at `at` lets a place be a recipient: a verb, another recipient, or the end of the clause."""
    if at >= limit:
        return text[at : at + 1] in ("", "，", "。", "；", "\n")
    return text[at : at + 2] in followers or text[at] in "、和与及等"
