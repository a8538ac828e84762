"""Who acts: fills actor, level, place, documents and target of the actions.

Most clauses of this prose omit their subject. It is looked for in the act's clause, then backwards in its sentence, its
paragraph, the heading above, earlier paragraphs and the title; a work report is its city's throughout. What stands
nearer always wins: 国家督导组来我市 is the nation's act, 我市将 after it the city's again.
"""

import re
from functools import lru_cache

from policytrack.extract.documents import find_documents
from policytrack.extract.drafts import ActionDraft, Context
from policytrack.extract.notices import Notice
from policytrack.extract.organisations import (
    ANTECEDENT,
    BODY,
    PERSON,
    PLACE,
    SELF,
    STAFF,
    TOPIC,
    Subject,
    SubjectFinder,
)
from policytrack.extract.standing import Standing, home_of, target_of
from policytrack.extract.things import is_made, is_thing
from policytrack.lexicon.load import Lexicon
from policytrack.lexicon.places import NATION, Gazetteer, gazetteer, leading_place, places_in, resolve_place

_REPORT = re.compile(r"工作报告|计划执行情况")
_BULLETIN = re.compile(r"央视|新闻联播|联播|央广|快讯")
_AGENT = re.compile(r"[被由]")
_HERE = re.compile(r"[来到赴在](?:我|本)[省市县区州]")
_FRAME = re.compile(r"数据|统计|消息|了解到|获悉|介绍|显示|介绍说")
_SAID = re.compile(r"表示|介绍|指出|强调|说$|透露|提出|称$|认为|告诉")
_ITEM = re.compile(r"[\s*]*[二三四五六七八九十]是")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百]+[条章]")
_HELPS = ("配合", "协助", "支持", "参与")  # 县教育局牵头，公安部门配合，…: the first goes on
_SITE = re.compile(r"在|落户")
_TEAMS = ("组", "队", "专班", "督察")
_ANAPHORS = ("当地", "该市", "该县", "该区", "该省")
_NOTICE = re.compile(r"意见|通知|方案|规划|条例|办法|决定|措施|细则|规定|纲要")
_FAR = 80  # clauses an omitted subject may reach back


@lru_cache(maxsize=8)
def _verbs(lexicon: Lexicon) -> frozenset[str]:
    """The verbs of two characters that the action types know, the user's among them."""
    return frozenset(word for word, term in lexicon.actions.terms.items() if term.verb and len(word) == 2)


class Subjects:
    """The subjects of one context; every clause is read at most once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.layout = context.layout
        self.known = context.lexicon.organisations
        self.places: Gazetteer = gazetteer(context.lexicon.places)
        article = context.article
        self.home = home_of(article, self.places)
        self.standing = Standing(self.known, self.places, self.home, article)
        times = {t.start: t.end for t in context.times}
        self.finder = SubjectFinder(self.text, self.known, self.places, times, self.home, _verbs(context.lexicon))
        self.report = self._report_place() if _REPORT.search(article.title) else None
        if self.report and self.home is None:
            place = resolve_place(self.report, g=self.places)
            self.home = self.finder.near = self.standing.home = place.code if place else None
        # items of a bulletin and articles of a notice each name their own subject
        self.separate = bool(_BULLETIN.search(article.source or "") or _NOTICE.search(article.title))
        self.cache: dict[int, Subject | None] = {}
        self.origins: list[Subject | None] = []  # parallel to the actions: where each actor was found
        self.notice = Notice(context)
        self.documents = find_documents(self.text, self.finder)

    def _report_place(self) -> str | None:
        """Whose work report it is, by the name in the title or the source."""
        article = self.context.article
        for name in (article.title, article.source or ""):
            for start, end, place in places_in(name[:60], g=self.places):
                if place.level != "nation":
                    return place.name if len(name[start:end]) < len(place.name) else name[start:end]
        return None

    def assign_actors(self) -> None:
        """Fill actor, actor_how, actor_level, place, documents and target of every action, in place."""
        for action in self.context.actions:
            clause = self.layout.clause_at(action.start)
            subject, how = self.subject_of(action, clause)
            self.origins.append(subject)
            if subject is None:
                action.place = self._site(action) or self.place_around(clause - 1, self.layout.clauses[clause][0])
            else:
                subject = self.meant(subject)
                action.actor, action.actor_how = subject.text, how
                action.actor_level, action.place = self.standing_of(subject)
                if action.actor_level == "nation" and self._is_here(action, subject):
                    action.place = self.home
            action.documents = self._documents(action)
            action.target = target_of(self.text, action, self.context.lexicon)

    def subject_of(self, action: ActionDraft, clause: int) -> tuple[Subject | None, str | None]:
        """The subject of the act in `clause`, and how it is known; a span of (0, 0) is not in this text."""
        start, end = self.layout.clauses[clause]
        if action.start > start + 6 and self.text[action.start - 1] in "、并":
            start = action.start
        agent = self._agent(action, start)
        if agent:
            return agent, "stated"
        own = self._own(clause, start, end, action.trigger)
        proper = self.finder.leads.skip(start, end)
        founded = bool(own and is_made(self.text, own, action))
        if own and not founded and (own.kind != TOPIC or action.type == "plan_issued"):
            return own, "stated"
        if founded or is_thing(self.text, action, proper, self.known):
            return (self._reporter(), "inferred") if self.report else (self.notice.in_charge(action), "stated")
        if own:
            return own, "stated"
        if (
            self.text[proper : proper + 1] in ("从", "到")
            and self.text[proper + 1 : proper + 3] in self.known.followers
        ):
            return None, None  # 从完善制度，到建成市场: a summary without a subject
        verbal = self.text[proper : proper + 2] in self.known.followers or action.trigger == proper
        sentence = self.layout.sentences[self.layout.sentence_at(start)][0]
        at = clause - 1
        while at >= 0 and self.layout.clauses[at][0] >= sentence:
            subject = self.read(at) if verbal or not self.report else None
            general = self.report and subject and (subject.kind == SELF or self._is_general(subject))
            if subject and not general and not subject.text.endswith(STAFF):
                return subject, "carried"
            at -= 1
        if self.report:  # and not the office in charge of it (牵头单位：市交通局)
            return self._reporter(), "inferred"
        charge = self.notice.in_charge(action)
        if charge:
            return charge, "stated"
        issuer = self.notice.issuer(action)
        if issuer:
            return issuer, "inferred"
        if _ITEM.match(self.text, sentence):  # 三是…: the subject stands before 一是
            first = self.text.rfind("一是", max(0, sentence - 1500), sentence)
            at = self.layout.clause_at(first) - 1 if first > 0 else at
        return self._carried(at, start)

    def _own(self, clause: int, start: int, end: int, trigger: int) -> Subject | None:
        subject = self.finder.at(start, end, trigger)
        if subject and subject.kind == TOPIC and subject.level == "nation" and subject.text != "我国":
            subject = None  # 全国生态环境大会召开: nobody's act
        self.cache[clause] = subject
        return None if subject and self.report and self._is_general(subject) else subject

    def _is_general(self, subject: Subject) -> bool:
        """Whether a subject of a work report only means the reporting place: 全市, 各级."""
        return subject.kind == TOPIC or (subject.kind == SELF and subject.text[0] in "全各市省县区地开园")

    def read(self, clause: int) -> Subject | None:
        """The subject that a clause hands on to the next ones; none for one that only names a source."""
        if clause not in self.cache:
            start, end = self.layout.clauses[clause]
            subject = self.finder.at(start, end)
            if subject and self.text.startswith(_HELPS, subject.end):
                subject = None
            if subject and (_FRAME if subject.kind != PERSON else _SAID).search(self.text, subject.end, end):
                subject = None
            self.cache[clause] = subject
        return self.cache[clause]

    def _carried(self, at: int, start: int) -> tuple[Subject | None, str | None]:
        """The subject of an earlier sentence of the paragraph, of the heading above or of an earlier paragraph."""
        layout = self.layout
        paragraph = layout.paragraph_at(start)
        begin = layout.paragraphs[paragraph][0]
        stop = max(0, at - _FAR)
        wide: Subject | None = None  # 全市 or 全国, which names nobody: who was named before it goes on
        while at >= stop:
            left = layout.clauses[at][0]
            if left < begin:
                if self.separate:
                    return (wide, "carried") if wide else (None, None)
                heading = self._heading(paragraph)
                if heading:
                    return heading, "carried"
                if _ARTICLE.match(self.text, begin):
                    return (wide, "carried") if wide else (None, None)
                paragraph = layout.paragraph_at(left)
                begin = layout.paragraphs[paragraph][0]
            if layout.headings[paragraph]:
                at -= 1
                continue
            subject = self.read(at)
            if subject and subject.kind in (SELF, TOPIC) and subject.text[0] == "全":
                wide = wide or subject
            elif subject and not self.finder.hands_nothing_on(subject):
                return (wide if wide and subject.kind == SELF else subject), "carried"  # 我市 says no more than 全市
            at -= 1
        heading = self._heading(paragraph)
        if heading:
            return heading, "carried"
        titled = self._titled()
        named = titled[0] and titled[0].kind in (BODY, PLACE)
        return titled if named or not wide else (wide, "carried")

    def _heading(self, paragraph: int) -> Subject | None:
        """The body a heading before the paragraph names: 市水务局："""
        if paragraph == 0 or not self.layout.headings[paragraph - 1]:
            return None
        start, end = self.layout.paragraphs[paragraph - 1]
        colon = self.text.find("：", start, min(end, start + 24))
        return self.finder.named(start, colon, colon) if colon > start else None

    def _titled(self) -> tuple[Subject | None, str | None]:
        """The subject of the title, for a body that never names it."""
        title = self.context.article.title
        if not title or self.context.where == "title" or "关于" in title:
            return None, None
        finder = SubjectFinder(title, self.known, self.places, {}, self.home)
        subject = finder.at(0, len(title))
        return (subject, "inferred") if subject and subject.kind != PERSON else (None, None)

    def _reporter(self) -> Subject:
        return Subject(0, 0, self.report or "", "place", PLACE)

    def _agent(self, action: ActionDraft, start: int) -> Subject | None:
        """Who stands after 被 or 由 in the clause: 被省林业局授予."""
        for match in _AGENT.finditer(self.text, start, min(action.end, start + 80)):
            subject = self.finder.named(match.end(), action.end)
            if subject and subject.kind != PLACE:
                return subject
        return None

    def place_around(self, clause: int, start: int) -> str | None:
        """The code of the place that the clauses up to `clause` speak of, else the article's."""
        subject, _ = (None, None) if self.report else self._carried(clause, start)
        return self.standing_of(self.meant(subject))[1] if subject else self.home or self.standing.name

    def standing_of(self, subject: Subject) -> tuple[str, str | None]:
        """The level of a subject and the code of its place: in a city's paper 该区 and 区财政局 are of the district last
        named, and of an unknown one where none is.
        """
        level, place = self.standing.of(subject)
        if not self.standing.is_part(subject):
            return level, place
        at = self.layout.clause_at(subject.start)
        for back in range(at - 1, max(-1, at - _FAR), -1):
            found = self.read(back)
            if found and found.kind in (PLACE, BODY) and not self.standing.is_part(found):
                code = self.standing.of(found)[1]
                named = self.places.by_code.get(code or "")
                if named and named.level == "county":
                    return level, named.code
        return level, None

    def _is_here(self, action: ActionDraft, subject: Subject) -> bool:
        """Whether a national body acts in the article's own place: 国家督导组来我市, or a team of it anywhere."""
        if self.home in (None, NATION):
            return False
        if subject.text.endswith(_TEAMS) or _HERE.search(self.text, action.start, action.end):
            return True
        home = self.places.by_code.get(self.home or "")
        return bool(home and self.text.find(home.name[:2], action.start, action.end) >= 0)

    def _site(self, action: ActionDraft) -> str | None:
        """The place an act without an actor is said to happen in: 在云河县举行."""
        for match in _SITE.finditer(self.text, action.start, action.end):
            place, _ = leading_place(self.text[match.end() : match.end() + 20], self.home, self.places)
            if place and place.level != "nation":
                return place.code
        return None

    def meant(self, subject: Subject) -> Subject:
        """Who is meant: by 当地 the place named before it, by 全省 after a quoted official that official's province."""
        if subject.kind not in (ANTECEDENT, SELF):
            return subject
        at = self.layout.clause_at(subject.start)
        if subject.kind == ANTECEDENT and subject.text in _ANAPHORS:
            for back in range(at - 1, max(-1, at - 12), -1):
                found = self.read(back)
                if found and found.kind in (PLACE, BODY):
                    return found
        if subject.kind == SELF and subject.text[0] == "全" and len(subject.text) == 2:
            for back in range(at - 1, max(-1, at - 4), -1):
                speaker = self.finder.speaker(*self.layout.clauses[back])
                if speaker:
                    return Subject(subject.start, subject.end, speaker, "place", PLACE)
            if self.home in (None, NATION) and subject.text != "全国":
                for back in range(at - 1, max(-1, at - 12), -1):
                    found = self.read(back)
                    if found and found.kind == PLACE:
                        return found
        return subject

    def _documents(self, action: ActionDraft) -> tuple[str, ...]:
        if not self.documents:
            return ()
        end = action.end + 1
        return tuple(d.title for d in self.documents if d.start < end and d.end > action.start)
