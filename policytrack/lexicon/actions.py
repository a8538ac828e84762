"""Action types: the tables `[[action]]`, `[[act_verb]]` and `[[act_cue]]`, compiled to one index of their words.

A type knows words in five strengths. `phrases` state the act by themselves (缓缴); `nominals` (老旧小区改造), `objects`
and `weak` objects need an act verb or a figure in their clause, in falling weight; a `rule` is a pair of verbs and
objects that must both stand in the clause, the verb first unless the rule says `order = "either"`. `vetoes` are words
that contain a trigger and mean something else: the longest word wins, so a veto hides what it covers, but only from its
own type. Word lists are written as one text with the words separated by white space, or as a list.
"""

import re
from collections.abc import Mapping
from typing import Any

from policytrack.lexicon.action_model import ActionLexicon, ActionType, Example, PairRule, Term, Vote
from policytrack.lexicon.schema import Entry
from policytrack.lexicon.word_index import WordIndex

__all__ = ["TABLES", "ActionLexicon", "ActionType", "Example", "PairRule", "Term", "Vote", "parse_actions"]

TABLES = ("action", "act_verb", "act_cue")
WEIGHTS = {"phrases": 4.0, "nominals": 3.0, "objects": 2.0, "weak": 1.0}
RULE_WEIGHT = 3
VERB_CLASSES = ("result", "weak", "concrete")  # in rising strength; 0 is no verb
CUES = (
    "planned",
    "future",
    "background",
    "done",
    "negated",
    "hypothetical",
    "not_an_act",
    "copula",
    "outcome",
    "speech",
    "aim",
    "goal",
    "plain",
)
DIRECTIONS = ("in", "out")
ORDERS = ("verb_first", "either")


def parse_actions(entries: list[Entry]) -> ActionLexicon:
    """The action lexicon of all entries; an `[[action]]` with a known id adds its words to that type.

    Raises LexiconError with file, key and reason.
    """
    return _Compiler().read(entries)


def words(entry: Entry, key: str, data: Mapping[str, Any] | None = None) -> tuple[str, ...]:
    """A list of words, written as a TOML list or as one text separated by white space; empty when absent."""
    value = (entry.data if data is None else data).get(key, [])
    if isinstance(value, str):
        value = value.split()
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise entry.error(key, "must be a text of words or a list of non-empty texts")
    return tuple(dict.fromkeys(value))


class _Compiler:
    """Collects the words of all entries, then compiles them."""

    def __init__(self) -> None:
        self.types: dict[str, ActionType] = {}
        self.rules: list[PairRule] = []
        self.terms: dict[str, Term] = {}
        self.vetoes: dict[str, list[str]] = {}
        self.named: list[tuple[Entry, str]] = []  # verbs that name a type, which may stand in a later file

    def read(self, entries: list[Entry]) -> ActionLexicon:
        readers = {"action": self._action, "act_verb": self._verb, "act_cue": self._cue}
        for entry in entries:
            readers[entry.table](entry)
        for entry, kind in self.named:
            if kind not in self.types:
                raise entry.error("type", f"there is no action type {kind!r}")
        self._apply_vetoes()
        self._inherit_heads()
        self._inherit_verbs()
        for term in self.terms.values():
            term.typed = bool(term.votes or term.verb_of or term.object_of or term.continues)
        return ActionLexicon(self.types, tuple(self.rules), self.terms, WordIndex(self.terms))

    def _term(self, word: str) -> Term:
        return self.terms.setdefault(word, Term(word))

    def _verb(self, entry: Entry) -> None:
        entry.only("id", "class", "type", "decides", "words")
        entry.text("id")
        strength = VERB_CLASSES.index(entry.choice("class", VERB_CLASSES)) + 1
        kind = entry.text("type", "")
        if kind:
            self.named.append((entry, kind))
        decides = entry.data.get("decides", False)
        if not isinstance(decides, bool) or (decides and not kind):
            raise entry.error("decides", "must be true or false, and needs a type")
        for word in words(entry, "words"):
            term = self._term(word)
            term.verb = max(term.verb, strength)
            term.type = kind or term.type
            term.decides = term.decides or decides

    def _cue(self, entry: Entry) -> None:
        entry.only("id", "cue", "words", "before")
        entry.text("id")
        cue = entry.choice("cue", CUES)
        for word in words(entry, "words"):
            term = self._term(word)
            term.cue, term.before = cue, words(entry, "before")

    def _action(self, entry: Entry) -> None:
        entry.only(
            "id", "label", "label_en", "definition", "direction", "phrases", "nominals", "objects", "weak", "continues",
            "joins", "announces", "measures", "vetoes", "stages", "examples", "counter_examples", "rule",
        )  # fmt: skip
        type_id = entry.text("id")
        if not re.fullmatch(r"[a-z][a-z0-9_]*", type_id):
            raise entry.error("id", f"{type_id!r} must be written in small letters, digits and _")
        found = int(type_id in self.types)
        self.types[type_id] = self._described(entry, type_id)
        strength: dict[str, str] = {}
        for key, weight in WEIGHTS.items():
            for word in words(entry, key):
                if strength.setdefault(word, key) != key:
                    raise entry.error(key, f"{word!r} stands in {strength[word]} already")
                bonus = 0.15 * min(len(word), 8)
                term = self._term(word)
                vote = Vote(type_id, weight + bonus, key == "phrases", f"{type_id}.{key}")
                term.votes = (*(v for v in term.votes if v.type != type_id), vote)
                found += 1
        for word in words(entry, "continues"):
            term = self._term(word)
            term.continues = (*term.continues, type_id)
        for row in entry.tables("rule"):
            self._rule(entry, type_id, row)
            found += 1
        for word in words(entry, "vetoes"):
            self.vetoes.setdefault(word, []).append(type_id)
        if not found:
            raise entry.error("phrases", "a type needs phrases, nominals, objects or a rule")

    def _rule(self, entry: Entry, type_id: str, row: Mapping[str, Any]) -> None:
        for key in row:
            if key not in ("name", "verbs", "objects", "weight", "order"):
                raise entry.error("rule", f"unknown key {key!r}; known are name, objects, order, verbs, weight")
        name, weight = row.get("name"), row.get("weight", RULE_WEIGHT)
        if not isinstance(name, str) or not name:
            raise entry.error("rule", "each rule needs a name")
        if not isinstance(weight, int) or isinstance(weight, bool) or not 1 <= weight <= 9:
            raise entry.error("rule", f"weight of {name!r} must be a whole number from 1 to 9")
        order = row.get("order", ORDERS[0])
        if order not in ORDERS:
            raise entry.error("rule", f"order of {name!r} must be one of {', '.join(ORDERS)}")
        verbs, objects = words(entry, "verbs", row), words(entry, "objects", row)
        if not verbs or not objects:
            raise entry.error("rule", f"{name!r} needs verbs and objects")
        index = len(self.rules)
        self.rules.append(PairRule(type_id, f"{type_id}.{name}", float(weight), order == ORDERS[0]))
        for word in verbs:
            self._term(word).verb_of |= {index}
        for word in objects:
            self._term(word).object_of |= {index}

    def _described(self, entry: Entry, type_id: str) -> ActionType:
        known = self.types.get(type_id)
        measures, stages = entry.data.get("measures", {}), entry.data.get("stages", {})
        if not isinstance(measures, dict) or not all(isinstance(v, str) for v in measures.values()):
            raise entry.error("measures", "must be a table of unit = text")
        if not isinstance(stages, dict):
            raise entry.error("stages", "must be a table of stage = words")
        by_word = {word: stage for stage in stages for word in words(entry, stage, stages)}
        for word in by_word:
            self._term(word)
        direction = entry.choice("direction", DIRECTIONS) if "direction" in entry.data else None
        examples, counters = _examples(entry, "examples"), _examples(entry, "counter_examples")
        flags = {}
        for key in ("joins", "announces"):
            flags[key] = entry.data.get(key, getattr(known, key) if known else False)
            if not isinstance(flags[key], bool):
                raise entry.error(key, "must be true or false")
        if known:  # a user's file adds to a type that is already there
            label, label_en, definition = known.label, known.label_en, known.definition
            direction = direction or known.direction
            measures, by_word = {**known.measures, **measures}, {**known.stages, **by_word}
            examples, counters = known.examples + examples, known.counter_examples + counters
        else:
            label, label_en, definition = "", type_id, ""
        return ActionType(
            id=type_id,
            label=entry.text("label", label or None),
            label_en=entry.text("label_en", label_en),
            definition=entry.text("definition", definition),
            joins=flags["joins"],
            announces=flags["announces"],
            direction=direction,
            measures=measures,
            stages=by_word,
            examples=examples,
            counter_examples=counters,
            path=entry.path,
        )

    def _inherit_heads(self) -> None:
        """Let a long object take part in the rules of its head noun: 综合改革试点 in those of 试点."""
        for word, term in self.terms.items():
            if term.verb or not (term.votes or term.object_of):
                continue
            for cut in range(1, len(word) - 1):
                head = self.terms.get(word[cut:])
                if head is not None and head.object_of:
                    own = {vote.type for vote in term.votes} | {self.rules[i].type for i in term.object_of}
                    term.object_of |= {i for i in head.object_of if self.rules[i].type in own}
                    break

    def _inherit_verbs(self) -> None:
        """Give a verb that only rules know the class of the act verb it ends in: 全力开展 is one as 开展 is.

        A phrase keeps the class of the verb it begins with: 将选派干部 is a plan as 将选派 is.
        """
        for word, term in self.terms.items():
            if any(vote.alone for vote in term.votes) and not (term.verb or term.cue):
                begins = (self.terms.get(word[:cut]) for cut in range(len(word) - 1, 1, -1))
                term.verb = next((begin.verb for begin in begins if begin is not None and begin.verb), 0)
            if term.verb_of and not (term.verb or term.votes or term.cue):
                ends = (self.terms.get(word[cut:]) for cut in range(1, len(word) - 1))
                term.verb = next((end.verb for end in ends if end is not None and end.verb), 0)

    def _apply_vetoes(self) -> None:
        """Give every veto the meaning of the words inside it for all types but its own."""
        known = dict(self.terms)
        for word, types in self.vetoes.items():
            covered = _inside(word, known)
            term = self._term(word)
            term.vetoed = tuple(types)
            if not term.votes and not term.object_of and not term.verb_of:
                votes = {v.type: v for t in covered for v in t.votes if v.type not in types}
                term.votes = tuple(votes.values())
                term.object_of = frozenset(i for t in covered for i in t.object_of if self.rules[i].type not in types)
            elif types:
                term.votes = tuple(v for v in term.votes if v.type not in types)


def _inside(word: str, terms: Mapping[str, Term]) -> list[Term]:
    """The terms that a scan would find in `word`: longest first from the left."""
    found, at = [], 0
    while at < len(word):
        end = next((end for end in range(len(word), at, -1) if word[at:end] in terms), 0)
        if end:
            found.append(terms[word[at:end]])
        at = end or at + 1
    return found


def _examples(entry: Entry, key: str) -> tuple[Example, ...]:
    found = []
    for row in entry.tables(key):
        for name in row:
            if name not in ("text", "realis", "stage", "why") or not isinstance(row[name], str):
                raise entry.error(key, f"{name!r}: an example has text, realis, stage and why, each a text")
        if not row.get("text"):
            raise entry.error(key, "each example needs a text")
        found.append(Example(**row))
    return tuple(found)
