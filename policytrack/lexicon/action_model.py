"""What the tagger knows of actions: the types as their files describe them, and what each word says for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from policytrack.lexicon.word_index import WordIndex


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what is to be found in it; `why` says what a counter-example is instead."""

    text: str
    realis: str = "done"
    stage: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ActionType:
    """One action type as its file describes it."""

    id: str
    label: str
    label_en: str
    definition: str
    announces: bool  # whether a document that states such an act thereby does it (现印发给你们)
    joins: bool  # whether the acts of one sentence are one act (检查…，发现…，责令…)
    direction: str | None  # of money that belongs to such an act: in | out
    measures: Mapping[str, str]  # unit → what a figure in this unit counts
    stages: Mapping[str, str]  # word → stage
    examples: tuple[Example, ...]
    counter_examples: tuple[Example, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Vote:
    """What a word says for a type."""

    type: str
    weight: float
    alone: bool  # states the act without a verb beside it
    rule: str


@dataclass(frozen=True, slots=True)
class PairRule:
    """A type's pair of verbs and objects."""

    type: str
    name: str  # <type>.<name>
    weight: float
    verb_first: bool  # whether the verb must stand before its object


@dataclass(slots=True)
class Term:
    """All that one word means to the tagger."""

    word: str
    verb: int = 0  # index into VERB_CLASSES + 1
    type: str = ""  # of what this act verb is done to, where no object says another
    decides: bool = False  # where it leads its clause, whatever the objects say
    cue: str = ""
    before: tuple[str, ...] = ()  # of a cue "future": what must follow it, besides any act verb
    votes: tuple[Vote, ...] = ()
    verb_of: frozenset[int] = frozenset()  # indices into ActionLexicon.rules
    object_of: frozenset[int] = frozenset()
    vetoed: tuple[str, ...] = ()  # the types that this word is a veto of
    continues: tuple[str, ...] = ()  # the types whose act goes on when a clause is about this
    typed: bool = False  # takes part in any type


@dataclass(frozen=True, slots=True)
class ActionLexicon:
    """All action types, their words by text, and the index that finds the words."""

    types: dict[str, ActionType] = field(default_factory=dict)
    rules: tuple[PairRule, ...] = ()
    terms: dict[str, Term] = field(default_factory=dict)
    index: WordIndex[Term] = field(default_factory=lambda: WordIndex({}))

    def type(self, type_id: str) -> ActionType | None:
        return self.types.get(type_id)
