"""Where an actor stands: its administrative level, the place of the act, and whom the act is for."""

import re

from policytrack.extract.drafts import ActionDraft
from policytrack.extract.organisations import Subject
from policytrack.lexicon.organisations import Organisations
from policytrack.lexicon.places import NATION, Gazetteer, leading_place, place_of_source, resolve_place
from policytrack.model import Article

_TARGET = re.compile(r"为|对|向|给|面向|针对|帮助|支持|协助|扶持|指导")
_MARKS = (
    ("省", "province"), ("自治区", "province"), ("市", "city"), ("县", "county"), ("区", "county"), ("州", "city"),
    ("镇", "township"), ("乡", "township"), ("街道", "township"),
)  # fmt: skip
_MUNICIPALITIES = ("11", "12", "31", "50")


def home_of(article: Article, places: Gazetteer) -> str | None:
    """The code of the article's own place: as given, else the one its source reports on."""
    place = resolve_place(article.place, g=places) if article.place else None
    return place.code if place else place_of_source(article.source, places)


class Standing:
    """Levels and places of the actors of one article."""

    def __init__(self, known: Organisations, places: Gazetteer, home: str | None) -> None:
        self.known = known
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
        place, _ = leading_place(text.removeprefix("全"), self.home, self.places)
        code = place.code if place else self.home
        known = self.known.known_pattern.match(text)
        if known and known[0] in self.known.bodies:
            level = self.known.bodies[known[0]]
        if place and level in ("province", "city", "county"):
            level = place.level
        elif level == "county" and text[0] == "各":
            level = "other"
        if level == "place":
            level = place.level if place else self._by_name(text)
        return level, NATION if level == "nation" else code

    def _by_name(self, text: str) -> str:
        """The level of a body that names no place: 市教育局, 国家督导组; that of the article for a bare 教育局."""
        if text.startswith(("国家", "中国", "全国", "中央")):
            return "nation"
        home = self.places.by_code.get(self.home or "")
        for mark, level in _MARKS:
            if mark in text[:4]:
                if level == "city" and home and home.level == "province" and home.code[:2] in _MUNICIPALITIES:
                    return "province"  # 市政府 in a municipality
                return level
        return home.level if home and home.level != "nation" else "other"


def target_of(text: str, action: ActionDraft, known: Organisations) -> str | None:
    """Whom an act is for: what follows 为, 对, 向 or 帮助 up to the next verb, number or mark."""
    match = _TARGET.search(text, action.start, action.end)
    if match is None:
        return None
    start = match.end()
    for at in range(start, min(action.end, start + 24)):
        if text[at].isdecimal() or text[at] in "，；：“（" or (text[at : at + 2] in known.followers and at > start + 1):
            return (text[start:at].rstrip("的、") or None) if at - start > 1 else None
    return None
