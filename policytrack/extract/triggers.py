"""Where the words of the action lexicon stand in a text, and which type a run of them speaks for.

A clause is judged by its words alone: every word votes for types, a verb and an object of one rule vote together, and
the last typed word of the clause, the head of a Chinese noun phrase, weighs a little more.
"""

from dataclasses import dataclass

from policytrack.lexicon.actions import ActionLexicon, Term

Hit = tuple[int, int, Term]  # half-open offsets in the view's text

RESULT, WEAK, CONCRETE = 1, 2, 3  # classes of act verbs
# Verbs that are nouns at the end of a clause without another verb (助力美丽乡村建设), and what ends a clause.
_NOUNS = ("建设", "改造", "培育", "培训", "更新", "开放", "实施", "推广", "管理", "调查")
_STOPS = ("", *"，。；：、！？\n”）")
_MOVERS = ("将", "把")
_HEAD = 0.5  # bonus of the last typed word
_CLASS = 1.8  # of the last typed word after 等, which names what was listed (专项债注资、并购贷款等试点)
_MORE = 0.35  # of each word or pair for the type
_VERB = 1.0  # weight of a verb that names the type itself
_OPEN = 1.0  # weight of a rule that lets every other type win
_SPECIFIC = 2.0  # least weight of a word that can be the head: 行动 or 改革 alone is none
_MOST = 2.5  # of all bonuses together


@dataclass(slots=True)
class Judgement:
    """The type a run of words speaks for."""

    type: str
    score: float
    rule: str
    trigger: int  # where the deciding word or its verb begins
    where: int  # where the deciding word begins
    verb_at: int  # where the strongest act verb begins, -1 when there is none
    verb: int  # the strongest act verb beside it, 0 when there is none
    first_verb: int  # the first one, which says how the clause begins (加强托育体系建设 is weak)
    alone: bool  # a phrase or a pair rule, which need no further verb


def scan(text: str, lexicon: ActionLexicon) -> list[Hit]:
    """All words of the lexicon in `text`, longest first from the left, not overlapping."""
    return lexicon.index.find(text)


def _by_verb(hits: list[Hit], verb: int, first_verb: int) -> Judgement | None:
    """The type that the first verb with one speaks for, where no object does: 引进奶牛8000头."""
    for start, _, term in hits:
        if term.type:
            return Judgement(term.type, _VERB, f"{term.type}.verb", start, start, start, verb, first_verb, alone=False)
    return None


def judge(text: str, hits: list[Hit], lexicon: ActionLexicon) -> Judgement | None:
    """The best type for the words of one clause, None when they name no type."""
    scores: dict[str, float] = {}
    best: dict[str, tuple[float, str, int, bool]] = {}  # type → weight, rule, where, alone
    verb, first_verb, verb_at, last, last_at = 0, 0, -1, "", 0
    verbs: dict[int, int] = {}  # rule → index of its verb
    leading: Term | None = None  # the first verb
    leading_at = -1
    made = False  # whether a verb of no type of its own makes what it stands before an act (实施…行动)
    shifted = False  # whether 将 or 把 has moved the object before its verb
    final = len(hits) - 1
    for index, (start, end, term) in enumerate(hits):
        if term.cue and term.word in _MOVERS:
            shifted = True
        if term.verb:
            noun = index == final > 0 == first_verb and term.word in _NOUNS and text[end : end + 1] in _STOPS
            if not (first_verb or noun):
                first_verb, leading, leading_at = term.verb, term, start
            if term.verb > verb and not noun:
                verb, verb_at = term.verb, start
        if term.verb_of:
            for rule in term.verb_of:
                verbs.setdefault(rule, index)
        for vote in term.votes:
            if vote.weight >= _SPECIFIC:
                last, last_at = vote.type, start
            known = best.get(vote.type)
            if known is None:
                scores[vote.type] = _MORE
                best[vote.type] = (vote.weight, vote.rule, start, vote.alone)
                continue
            scores[vote.type] += _MORE
            if vote.weight > known[0]:
                best[vote.type] = (vote.weight, vote.rule, start, vote.alone or known[3])
            elif vote.alone and not known[3]:
                best[vote.type] = (known[0], known[1], known[2], True)
    if verbs:
        for index, (start, end, term) in enumerate(hits):
            for rule in term.object_of:
                at = verbs.get(rule)
                if at is None or at == index:
                    continue
                pair = lexicon.rules[rule]
                if pair.verb_first and start < hits[at][0] and not shifted:
                    continue
                weight = pair.weight + 0.15 * min(end - start, 8)
                known = best.get(pair.type)
                if pair.weight >= _SPECIFIC:
                    last, last_at = pair.type, start
                if known is None or weight > known[0]:
                    best[pair.type] = (weight, pair.name, min(start, hits[at][0]), True)
                elif not known[3]:
                    best[pair.type] = (known[0], pair.name, min(start, hits[at][0]), True)
                made = made or pair.weight == _OPEN
                if pair.weight > _OPEN:
                    scores[pair.type] = scores.get(pair.type, 0.0) + _MORE
                else:
                    scores.setdefault(pair.type, 0.0)
    if not best:
        return _by_verb(hits, verb, first_verb)
    if last in best:
        scores[last] = scores.get(last, 0.0) + (_HEAD if text[last_at - 1] != "等" else _CLASS)
    winner = max(best, key=lambda t: best[t][0] + min(scores[t], _MOST)) if len(best) > 1 else next(iter(best))
    weight, rule_name, where, alone = best[winner]
    alone = alone or made
    if leading and leading.decides and leading.type != winner:  # 成立…仲裁院, 出台…扶持政策
        winner, where, alone = leading.type, leading_at, True
        rule_name = f"{winner}.verb"
        scores.setdefault(winner, 0.0)
    trigger = min(where, verb_at) if verb_at >= 0 else where
    return Judgement(
        winner, weight + min(scores[winner], _MOST), rule_name, trigger, where, verb_at, verb, first_verb, alone
    )
