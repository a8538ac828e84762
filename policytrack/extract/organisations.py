"""Who stands at the beginning of a clause: a public body, a place, a self reference or an official.

A subject begins where the clause does, after conjunctions and times, ends like the name of a body, and something that
acts follows it. The first such end counts, so that in 县教育局组织学校 the school is no subject.
"""

import re
from dataclasses import dataclass

from policytrack.extract.leads import Leads
from policytrack.lexicon.organisations import Ending, Organisations
from policytrack.lexicon.places import Gazetteer, Place, is_within, leading_place

_NOT_IN_NAME = re.compile(
    r"(?=[将把被向对从由使让是着了过据的：？以后仍已在至《与首0-9])(?:[将把被向对从由使让是着了过据的：？以后仍已在至《]|(?<=[^参公])与(?=[^区])|首[个家座批次]|[0-9]处)"
)
_VERBAL = re.compile(r"[0-9百千万两]|[相有]关|各|全")  # 组织相关部门 and 建设百所 are no names, 组织部 is
_NO_NAME = re.compile(
    r"经(?![开济信发贸])|居(?!委|民)|占|有(?![关色])|即(?!墨)|就(?!业)|[新改扩]（|[为使送因若除按—其每]|全(?:区|市|省|县|州|国)?首"
)
_OTHERS = re.compile(
    r"等(?:(?:[0-9]+|[一二三四五六七八九十]+|多|各|有关|相关)?个?(?:部门|单位|机构|部委|地))?(?![多部单有各机])"
)
_SESSION = re.compile(r"第[一二三四五六七八九十百0-9]+次(?:全体)?会议")
_ABBREVIATION = re.compile(r"（(?:以下)?[简下]称.*")
_DIGITS = re.compile(r"[0-9]+(?:多|余)?(?:个|家|名|所|市|省)")
_SPEAKS = re.compile(r"(?:[\u4e00-\u9fff]{0,6})?(?:表示|介绍|透露|指出|强调|认为|说|称|坦言|告诉|提出|解释|建议)")
# 省级以上开发区; and a heading such as 养老服务中心建设, which names what is built.
_NO_ACT = re.compile(r"以[上下内外]|(?:建设|改造|提升|整治|修复)(?:工程|项目|工作)?[\s*]*$")
_WIDER = ("各地", "多地", "全省", "全市", "全县", "全区", "各级", "各市", "各县", "各区")
_GENERIC = frozenset(
    ("单位", "机构", "机关", "中心", "领导", "小组", "农场", "地区", "专家组", "合作社", "大学", "学校")
)
_AREAS = frozenset(("county", "city", "province", "township", "zone"))
_REACH = 44  # characters a subject may span

PERSON, BODY, PLACE, SELF, ANTECEDENT, TOPIC = "person", "body", "place", "self", "antecedent", "topic"
STAFF = ("班子成员", "成员", "工作人员", "负责人")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject and where it stands in the view's text."""

    start: int
    end: int
    text: str
    level: str  # of policytrack.lexicon.organisations.LEVELS
    kind: str  # person | body | place | self | antecedent | topic


class SubjectFinder:
    """Finds subjects in one text. `times` maps the start of a time to its end; `near` is the code of a place nearby."""

    def __init__(
        self,
        text: str,
        known: Organisations,
        places: Gazetteer,
        times: dict[int, int],
        near: str | None = None,
        verbs: frozenset[str] = frozenset(),
    ) -> None:
        self.text = text
        self.known = known
        self.places = places
        self.times = times
        self.leads = Leads(text, known, times)
        self.near = near
        self.verbs = verbs  # of the action lexicon, two characters each

    def is_place(self, name: str) -> bool:
        """Whether a name is a place's and nothing more: 青海省西宁市."""
        return leading_place(name, self.near, self.places)[1] == len(name)

    def _leading(self, start: int, end: int) -> tuple[Place | None, int]:
        """The place that the text from `start` begins with, and the length of its name; (None, 0) for none."""
        if self.text[start : start + 2] not in self.places.lengths:
            return None, 0
        return leading_place(self.text[start : min(end, start + 24)], self.near, self.places)

    def hands_nothing_on(self, subject: Subject) -> bool:
        """Whether no later sentence is of a subject: a person, staff, or an item of a list of values (其中甲县4亿元)."""
        if subject.kind == PERSON or subject.text == "我们" or subject.text.endswith(STAFF):
            return True
        item = subject.kind != SELF and self.text[subject.end : subject.end + 1].isdecimal()
        return item and subject.end not in self.times

    def acts(self, at: int, end: int, trigger: int) -> bool:
        """Whether what follows a name at `at` makes it a subject."""
        if at == trigger:
            return True
        if at >= end:
            return False
        text, followers = self.text, self.known.followers
        if _NO_ACT.match(text, at, end):
            return False
        if (
            text[at : at + 2] in followers
            or text[at : at + 2] in self.verbs
            or text[at] in followers
            or at in self.times
        ):
            return True
        return text[at] == "“" or (text[at].isdecimal() and not _DIGITS.match(text, at, end))

    def at(self, start: int, end: int, trigger: int = -1) -> Subject | None:
        """The subject of the clause [start, end), None for none; `trigger` is where its act begins, if it has one."""
        text = self.text
        start = self.leads.skip(start, end)
        if start >= end:
            return None
        if text[start] == "在":
            return self._located(start + 1, end)
        if text[start] == "由":  # 由县教育局牵头，
            return self.named(start + 1, end, trigger)
        if text[start] in "从到据" and not self.known.known_pattern.match(text, start + 1):
            return None
        if text[start] in "从到":
            start += 1
        return self.named(start, end, trigger)

    def named(self, start: int, end: int, trigger: int = -1) -> Subject | None:
        """The subject that begins exactly at `start`."""
        text, known = self.text, self.known
        if start >= end:
            return None
        limit = min(end, start + _REACH)
        found = known.known_pattern.match(text, start, end)
        subject = self._known(found, end, trigger) if found else None
        if subject and text[subject.end : subject.end + 2] not in known.name_starts:
            return subject
        if _NO_NAME.match(text, start):
            return subject
        bad = _NOT_IN_NAME.search(text, start, limit)
        limit = bad.start() if bad else limit
        return (
            self._body(start, limit, end, trigger)
            or subject
            or self._place(start, end, trigger)
            or self._person(start, limit, end)
            or self._topic(start, end, found)
        )

    def _known(self, found: re.Match[str], end: int, trigger: int) -> Subject | None:
        """The listed body or self reference as a subject, with its staff (该队班子成员)."""
        text, (start, stop) = self.text, found.span()
        for staff in STAFF:
            if text.startswith(staff, stop):
                stop += len(staff)
                break
        if not self.acts(stop, end, trigger):
            return None
        word = text[start:stop]
        if stop > found.end():
            return Subject(start, stop, word, "place", BODY)
        if word in self.known.references:
            level, how = self.known.references[word]
            return Subject(start, stop, word, level, SELF if how == "self" else ANTECEDENT)
        return Subject(start, stop, word, self.known.bodies[word], BODY)

    def _body(self, start: int, limit: int, end: int, trigger: int) -> Subject | None:
        """The body whose name ends before `limit`: the first end that something acts after.

        Where a name may go on (西宁市 before 应急管理局), the next end counts if there is one.
        """
        text, known = self.text, self.known
        short: Subject | None = None
        for match in known.ending_pattern.finditer(text, start, limit):
            stop = self._whole_name(start, match.end(), end)
            if stop - start < 2 or text[start:stop] in _GENERIC or not self.acts(stop, end, trigger):
                continue
            ending = self._ending(start, match)
            if ending and ending.level in _AREAS and stop < self._place_end(start, end):
                continue  # 西安市|新城区: the name of a place goes on
            if ending is None or (text[start].isdecimal() and ending.level in ("county", "city", "province")):
                continue
            name = _ABBREVIATION.sub("", text[start:stop])
            if self._holds_verb(start, match.start(), stop) or ("”" in name and "“" not in name):
                break
            if stop == match.end() and name.endswith(known.things) and not match[0].endswith(known.things):
                break
            subject = Subject(start, stop, name, ending.level, BODY)
            if ending.level not in _AREAS or text[stop : stop + 2] not in known.name_starts:
                return subject if short is None or stop - short.end <= 12 else short
            short = short or subject
        return short

    def _place_end(self, start: int, end: int) -> int:
        """Where the name of a place that begins at `start` ends, with the places inside it: 西安市新城区."""
        return start + leading_place(self.text[start : min(end, start + 24)], self.near, self.places)[1]

    def _holds_verb(self, start: int, stop: int, end: int) -> bool:
        """Whether a name [start, end) whose ending is at `stop` says that something is done: 谋划布局, 组织相关部门."""
        text, followers, known = self.text, self.known.followers, self.known
        first = text[start : start + 2]
        if first in followers or first in self.verbs:
            if first not in known.name_starts or end - start > 6 or _VERBAL.search(text, start + 2, end):
                return True
            start += 2
        for at in range(start, stop):
            pair = text[at : at + 2]
            if pair in followers and pair not in known.name_words:
                return True
        return False

    def _topic(self, start: int, end: int, found: re.Match[str] | None) -> Subject | None:
        """A self reference or place that only heads the subject (我国造林面积…): the actor of what has no other."""
        level, how = self.known.references.get(found[0], ("other", "")) if found else ("other", "")
        if found and level != "other" and how == "self" and not _NO_ACT.match(self.text, found.end(), end):
            return Subject(start, found.end(), found[0], level, TOPIC)
        place, length = self._leading(start, end)
        if place is None or place.level not in ("province", "city") or start + length >= end:
            return None
        return Subject(start, start + length, self.text[start : start + length], place.level, TOPIC)

    def _ending(self, start: int, match: re.Match[str]) -> Ending | None:
        """The class of a name's ending, None when the characters around it make another word of it."""
        text, first, stop = self.text, match.start(), match.end()
        before = text[first - 1] if first > start else ""
        after = text[stop : stop + 1]
        for ending in self.known.endings[match[0]]:
            if (before and before in ending.not_after) or (after and after in ending.not_before):
                continue
            if len(match[0]) == 1 and (not before or before.isdecimal()):
                continue
            return ending
        return None

    def _whole_name(self, start: int, stop: int, end: int) -> int:
        """The end of a name that goes on after one of its endings: 整治专班督导组, 财政局办公室."""
        match = self.known.ending_pattern.match(self.text, stop, end)
        if match and len(match[0]) > 1 and self._ending(start, match):
            stop = match.end()
        session = _SESSION.match(self.text, stop, end)
        return self._after_brackets(start, session.end() if session else stop, end)

    def _after_brackets(self, start: int, stop: int, end: int) -> int:
        """The end of a name with its brackets: 再担保基金（机构）, 开发区（以下简称…）, 财政等."""
        text = self.text
        if text[stop : stop + 1] == "）" and "（" in text[start:stop]:
            return stop + 1
        if text[stop : stop + 1] == "（":
            close = text.find("）", stop, min(end, stop + 30))
            if close > 0:
                return close + 1
        others = _OTHERS.match(text, stop, end)
        if others:
            return others.end()
        return stop

    def _place(self, start: int, end: int, trigger: int) -> Subject | None:
        text = self.text
        first = start + 1 if text[start] == "全" else start
        place, length = self._leading(first, end)
        if place is None:
            return None
        stop = first + length
        name = text[first:stop]
        if place.level == "county" and len(name) == 2 and not is_within(place.code, self.near or "-"):
            return None
        if text[stop : stop + 2] in _WIDER:
            stop += 2
        if not self.acts(stop, end, trigger):
            return None
        return Subject(start, stop, text[start:stop], place.level, PLACE)

    def _located(self, start: int, end: int) -> Subject | None:
        """The place of a clause that says no more than where: 在江边县，"""
        place, length = self._leading(start, end)
        if place is None or start + length != end:
            return None
        return Subject(start, end, self.text[start:end], place.level, PLACE)

    def _person(self, start: int, limit: int, end: int) -> Subject | None:
        """An official with the name that follows the title, unless the clause only reports what was said."""
        text = self.text
        stop = -1
        for match in self.known.title_pattern.finditer(text, start, limit):
            stop = match.end()
        if stop < 0 or _SPEAKS.match(text, stop, end):
            return None
        for length in (0, 2, 3):
            if stop + length <= limit and not self._holds_verb(start, stop, stop) and self.acts(stop + length, end, -1):
                return Subject(start, stop + length, text[start : stop + length], "place", PERSON)
        return None

    def speaker(self, start: int, end: int) -> str | None:
        """The place whose official or body is quoted by this clause (据云河市环保局局长介绍), None for none."""
        start = self.leads.skip(start, end)
        if start < end and self.text[start] == "据":
            start += 1
        place, length = self._leading(start, end)
        if place is None or not _SPEAKS.search(self.text, start, end):
            return None
        return self.text[start : start + length]
