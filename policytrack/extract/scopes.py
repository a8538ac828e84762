"""Whose figure it is: the place and the organisation that a figure speaks of.

A figure of an act is its actor's. Another is its clause's, sentence's or paragraph's subject, else the article's place.
An organisation is named only where the figure is not simply that of the place: what one bureau inspected is not what
the city inspected, but what its tax bureau forgave is the city's. A part of a place stands for an organisation: what
绵阳市本级 or 主城区 did is not what the city did.
"""

import re
from bisect import bisect_left

from policytrack.extract.drafts import ActionDraft, Context, FigureDraft
from policytrack.extract.organisations import BODY, PERSON, Subject
from policytrack.extract.subjects import Subjects
from policytrack.lexicon.places import NATION

_OWN_WORK = frozenset(("inspection", "enforcement", "safety_campaign", "public_service_delivery", "meeting_directive"))
_TOWNS = ("街道", "镇", "乡", "街道办", "街道办事处", "镇政府", "乡政府")
_PLACES = frozenset(("nation", "province", "city", "county", "township", "zone"))
_CARRIED = 4  # clauses that a part of a place is carried on to
_FARTHEST = 200  # clauses back: a longer "sentence" is a table without stops
_GOVERNMENTS = ("政府", "市委", "县委", "区委", "省委", "管委会", "国务院", "中央", "国家", "我国", "全国")
# Parts of a place, and the words that mean all of it again. 涪城区 is a district, 市直接 no department, 城市区域 no town.
_PART = re.compile(
    r"(?=[省市县区州盟主中城全我本辖各])(?:(?P<part>[省市县区州盟]本级|[省市县区州]直(?=单位|部门|机关|企业|学校|医院|预算|各)|主城区|中心城区"
    r"|(?<=[市县])城区|(?<![一-鿿])城区|(?:(?<![一-鿿])|(?<=[在从自由对向为把将于和]))市区(?![域县块间位划政]))"
    r"|全[省市县区州]|[我本][省市县区州]|[省市县区州]域|辖区|各[县市区])"
)
_PART_SIGNS = ("本级", "城区", "市区", "省直", "市直", "县直", "区直", "州直")  # no part is named without one


def assign_scopes(context: Context, subjects: Subjects) -> None:
    """Set place and organisation of every figure that has none, in place. A place is a code; None when unknown."""
    scopes: dict[int, tuple[str | None, str | None]] = {}  # of the clauses
    parts = _parts(context.text)
    for figure in context.figures:
        if figure.action is not None and figure.action.actor:
            place, organisation = figure.action.place, _of_act(figure.action, subjects)
        else:
            clause = context.layout.clause_at(figure.quantity.start)
            if clause not in scopes:
                scopes[clause] = _of_clause(clause, subjects)
            place, organisation = scopes[clause]
        _set(figure, place, organisation or _part(figure.quantity.start, parts, subjects))


def _parts(text: str) -> list[tuple[int, str | None]]:
    """Where the text names a part of a place, or all of it again (None); empty where it names no part at all."""
    if not any(sign in text for sign in _PART_SIGNS):
        return []
    return [(m.start(), m["part"]) for m in _PART.finditer(text)]


def _part(at: int, parts: list[tuple[int, str | None]], subjects: Subjects) -> str | None:
    """The part of its place that a figure speaks of: the last word for one in its sentence, before any other subject."""
    n = bisect_left(parts, (at, "")) - 1
    if n < 0 or parts[n][1] is None:
        return None
    layout = subjects.layout
    said, own = layout.clause_at(parts[n][0]), layout.clause_at(at)
    if parts[n][0] < layout.sentences[layout.sentence_at(at)][0] or own - said > _CARRIED:
        return None
    return None if any(subjects.read(clause) for clause in range(said + 1, own + 1)) else parts[n][1]


def _set(figure: FigureDraft, place: str | None, organisation: str | None) -> None:
    figure.place = figure.place or place
    figure.organisation = figure.organisation or organisation


def _of_act(action: ActionDraft, subjects: Subjects) -> str | None:
    """The actor, where the figures of its act are not its place's: always for a body of another level."""
    actor = action.actor or ""
    home = subjects.places.by_code.get(subjects.home or "")
    level = home.level if home else None
    if home and action.place is None and action.actor_level == "county":
        return actor  # 区财政局 of a district that nobody names
    if actor.endswith(_GOVERNMENTS) or len(actor) < 3 or actor == action.place or subjects.finder.is_place(actor):
        return None
    if action.actor_level == "zone" or actor in subjects.known.references:
        return None
    if action.actor_level == "township" and _is_one_town(actor, subjects):
        return plain_name(actor, home.name if home else "")
    if action.actor_level in ("province", "city", "county", "township") and action.type not in _OWN_WORK:
        return None
    if action.actor_level == level == "nation" and action.type not in _OWN_WORK:
        return None
    return plain_name(actor, home.name if home else subjects.standing.name or "")


def _is_one_town(name: str, subjects: Subjects) -> bool:
    """Whether a body of the township level is a single town or street of a coded place: 东湖街道, not 各乡镇 or 全镇.

    Towns have no code, so that what one of them did would otherwise be the district's.
    """
    return subjects.home is not None and len(name) > 2 and name[0] not in "全我本该各" and name.endswith(_TOWNS)


def plain_name(actor: str, home: str) -> str:
    """A body's name as every article of its place prints it: 市公安局 for 我市公安局 and 西宁市公安局."""
    if home and actor.startswith(home) and len(actor) > len(home) + 1:
        return home[-1] + actor[len(home) :]
    return actor[1:] if actor[0] in "我本该" and len(actor) > 3 else actor


def _of_clause(clause: int, subjects: Subjects) -> tuple[str | None, str | None]:
    """Place and organisation of a clause without an act."""
    layout = subjects.layout
    start = layout.clauses[clause][0]
    sentence = layout.sentences[layout.sentence_at(start)][0]
    at = clause
    while at >= max(0, clause - _FARTHEST) and layout.clauses[at][0] >= sentence:
        subject = subjects.read(at)
        if subject and subject.kind != PERSON:
            return _of_subject(subjects.meant(subject), subjects)
        at -= 1
    return subjects.place_around(at, start), None


def _of_subject(subject: Subject, subjects: Subjects) -> tuple[str | None, str | None]:
    level, place = subjects.standing_of(subject)
    if place is None and subjects.standing.is_part(subject):
        return subjects.home, subject.text  # 全区 in a city's paper that names no district: not the city's
    if level not in _PLACES:
        return subjects.home, subject.text if subject.kind == BODY else None
    if level == "township" and _is_one_town(subject.text, subjects):
        return place, subject.text
    if place is None and subjects.standing.name:
        return None, subject.text  # 全省 in the paper of a city without a code: not the city's, whatever it is
    return (NATION if level == "nation" else place), None
