"""Names put together from what stands on both sides of a number: streaks, sums that a rule grants, ranks.

亩产连续【3年】居全市第一 measures 亩产连续居全市第一, and its rank 亩产; 对新认定的实验室给予【20万元】奖励 is the 实验室奖励.
"""

import re

from policytrack.extract.carried import Phrase
from policytrack.extract.drafts import Context, FigureDraft
from policytrack.extract.noun_before import phrase_between

_SUCCESSION = "连续"
_STREAK = re.compile(r"(?:已|再次)?连续(?:了|第)?$")
_STREAK_UNITS = frozenset(("年", "个月", "月", "个季度", "季度", "次", "届", "天", "周", "日", "批", "轮", "载"))
_VERB_ONLY = 4  # 连续3个月回升 goes on with what was named; 连续3年获评百强县 may be of anything
_PREDICATE = 14  # characters of what goes on for so long
_TOPIC = 22
_FAR = 120  # characters back to whom a sum is granted
_LONGEST = 20
_LISTED_RANK = re.compile(r"、[^，。；、]{0,6}")
# 对新认定的市级研发中心，一次性给予每家30万元奖励; 每家最高补助30万元: in what form, and for whom.
_FORM = re.compile(r"(?:奖补|奖励|补助|补贴|资助|奖金|津贴)(?=资金|$|[，。；、！）\n])")
_FORM_BEFORE = re.compile(r"(?:奖补|奖励|补助|补贴|资助)(?:资金|标准)?(?:为|每[家户人个项])?(?:最高)?$")
_FOR = re.compile(r"(?:(?<=[，。；：\n\s）、.．])|^)对(?=[^，。；\n]{3})")
_GIVES = re.compile(r"，|。|；|\n|按(?!期|时)|分别|一次性|每[家户人个项]|再?给予|予以|最高")
_OF = re.compile(r"[^，]*的(?=[^的，]{2,}$)")
_GRADE = re.compile(r"(?:国家级?|省级?|市级|县级|区级|、|及以上|以上|和|或)+(?=[^，]{2,}$)")


def streak_before(context: Context, draft: FigureDraft) -> int:
    """Where 连续 begins before a number of years, months or times, -1 where it does not."""
    q = draft.quantity
    if q.unit not in _STREAK_UNITS:
        return -1
    found = _STREAK.search(context.text, max(0, q.lead - 6), q.lead)
    return found.start() if found else -1


def streak(context: Context, draft: FigureDraft, clause: int, previous: FigureDraft | None) -> Phrase | None:
    """What has gone on for so long, None for another number."""
    at = streak_before(context, draft)
    if at < 0:
        return None
    text, q = context.text, draft.quantity
    own = phrase_between(context, clause, at, draft, previous)
    end = q.tail
    while end < len(text) and end < q.tail + _PREDICATE and text[end] not in "，。；：！？、（）\n":
        end += 1
    predicate = text[q.tail : end].lstrip("的")
    subject = own.text if own else base_name(previous) if len(predicate) <= _VERB_ONLY else ""
    return Phrase(subject + _SUCCESSION + predicate) if subject or predicate else None


def base_name(previous: FigureDraft | None) -> str:
    """What the figure before it measures: of 亩产连续居全市第一 the 亩产."""
    return (previous.indicator or "").partition(_SUCCESSION)[0] if previous is not None else ""


def ranked_again(context: Context, draft: FigureDraft, previous: FigureDraft | None) -> bool:
    """居全省第3位、全市第1位: the second rank is of the same thing."""
    if draft.kind != "rank" or previous is None or previous.kind != "rank":
        return False
    return _LISTED_RANK.fullmatch(context.text, previous.quantity.tail, draft.quantity.lead) is not None


def topic(context: Context, draft: FigureDraft, previous: FigureDraft | None) -> Phrase | None:
    """The noun of a clause without numbers that the figure's clause goes on with: 经营主体持续壮大，突破【9万】户."""
    text, layout, words = context.text, context.layout, context.lexicon.measures
    at = layout.clause_at(draft.quantity.start)
    begin = layout.clauses[at][0]
    if not at or layout.sentence_at(begin) != layout.sentence_at(layout.clauses[at - 1][0]):
        return None
    start, end = layout.clauses[at - 1]
    own = text[begin : draft.quantity.start]
    if previous is not None and previous.quantity.tail > start:
        return None
    if not own or not (own[0] in "均都" or words.linked(own) == 0):
        return None
    opening = words.leading.match(text, start, end)
    start = opening.end() if opening else start
    ends = (m.start() for m in words.behind.finditer(text, start, end) if m.lastgroup in ("word", "of", "bracket"))
    stop = next(ends, end)
    known = words.front.match(text, start, stop) or words.any_verb.match(text, start, stop)
    return Phrase(text[start:stop], start, stop) if 3 <= stop - start <= _TOPIC and not known else None


def granted(context: Context, draft: FigureDraft, clause: int) -> Phrase | None:
    """The sum that a rule grants to someone, named by both; None where the sentence has no such form."""
    text, q = context.text, draft.quantity
    if q.dimension != "money" or draft.kind != "level":
        return None
    clause_end = context.layout.clauses[context.layout.clause_at(q.start)][1]
    form = _FORM.search(text, q.tail, clause_end) or _FORM_BEFORE.search(text, max(clause, q.lead - 10), q.lead)
    if not form:
        return None
    sentence = context.layout.sentences[context.layout.sentence_at(q.start)][0]
    openings = [found.end() for found in _FOR.finditer(text, max(sentence, q.lead - _FAR), q.lead)]
    if not openings:
        return None
    stop = _GIVES.search(text, openings[-1], q.lead)
    if not stop:
        return None
    noun = _GRADE.sub("", _OF.sub("", text[openings[-1] : stop.start()].rstrip("的")))
    return Phrase(noun + form[0][:2]) if 2 <= len(noun) <= _LONGEST else None
