"""The knowledge about who acts: name endings with their level, bodies with names of their own, self references.

A subject is recognised by how its name ends and by what follows it: 县医保局 before 联合 acts, 数据中心 does not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policytrack.lexicon.schema import Entry
from policytrack.lexicon.trie import compile_terms

TABLES = (
    "organisation", "body", "self_reference", "follower", "thing", "name_word", "name_start", "outsider", "lead_in",
    "title", "recipient",
)  # fmt: skip
LEVELS = ("nation", "province", "city", "county", "township", "zone", "other", "place")


@dataclass(frozen=True, slots=True)
class Ending:
    """How the names of a class of bodies end."""

    level: str  # one of LEVELS; place: that of the place the name begins with
    not_before: str
    not_after: str
    rule: str


@dataclass(frozen=True, slots=True)
class Example:
    """A clause and the subject it begins with, empty for none."""

    text: str
    actor: str
    rule: str


@dataclass(frozen=True, slots=True)
class Organisations:
    """Ready for extraction: `ending_pattern` finds ends of names, `known_pattern` matches names and self references."""

    ending_pattern: re.Pattern[str]
    endings: dict[str, tuple[Ending, ...]]
    known_pattern: re.Pattern[str]
    bodies: dict[str, str]  # name → level
    references: dict[str, tuple[str, str]]  # word → (level, self | antecedent)
    followers: frozenset[str]  # one or two characters
    name_words: frozenset[str]  # two characters: followers that also stand in names
    name_starts: frozenset[str]  # and those that names begin with
    things: tuple[str, ...]
    thing_pattern: re.Pattern[str]  # a thing at the end of a head, with adverbs after it
    outsiders: re.Pattern[str]
    lead_pattern: re.Pattern[str]
    title_pattern: re.Pattern[str]
    recipients: re.Pattern[str]
    examples: tuple[Example, ...]


def parse_organisations(entries: Iterable[Entry]) -> Organisations:
    """The lexicon's bodies; raises LexiconError for a malformed entry."""
    endings: dict[str, list[Ending]] = {}
    bodies: dict[str, str] = {}
    references: dict[str, tuple[str, str]] = {}
    lists: dict[str, list[str]] = {table: [] for table in TABLES[3:]}
    examples: list[Example] = []
    for entry in entries:
        rule = f"{entry.table}:{entry.data.get('id', entry.number)}"
        if entry.table == "organisation":
            entry.only("id", "level", "endings", "not_before", "not_after", "examples")
            ending = Ending(
                entry.choice("level", LEVELS), entry.text("not_before", ""), entry.text("not_after", ""),
                f"organisation:{entry.text('id')}",
            )  # fmt: skip
            for word in entry.text("endings").split():
                endings.setdefault(word, []).append(ending)
        elif entry.table == "body":
            entry.only("level", "names", "examples")
            bodies |= dict.fromkeys(entry.text("names").split(), entry.choice("level", LEVELS))
        elif entry.table == "self_reference":
            entry.only("level", "words", "resolves", "examples")
            value = (entry.choice("level", LEVELS), entry.choice("resolves", ("self", "antecedent")))
            references |= dict.fromkeys(entry.text("words").split(), value)
        else:
            entry.only("words", "examples")
            lists[entry.table] += entry.text("words").split()
        examples += [_example(entry, table, rule) for table in entry.tables("examples")]
    return Organisations(
        ending_pattern=compile_terms(endings),
        endings={word: tuple(found) for word, found in endings.items()},
        known_pattern=compile_terms([*bodies, *references]),
        bodies=bodies,
        references=references,
        followers=frozenset(word[:2] for word in lists["follower"]),
        name_words=frozenset(lists["name_word"]),
        name_starts=frozenset(lists["name_start"]),
        things=tuple(lists["thing"]),
        thing_pattern=re.compile(rf"(?:{'|'.join(map(re.escape, lists['thing'])) or '(?!)'})[^的\W]{{0,8}}$"),
        outsiders=compile_terms(lists["outsider"]),
        lead_pattern=compile_terms(lists["lead_in"]),
        title_pattern=compile_terms(lists["title"]),
        recipients=compile_terms(lists["recipient"]),
        examples=tuple(examples),
    )


def _example(entry: Entry, table: dict[str, object], rule: str) -> Example:
    text, actor = table.get("text"), table.get("actor")
    if not isinstance(text, str) or not isinstance(actor, str):
        raise entry.error("examples", "each example needs a `text` and an `actor`")
    return Example(text, actor, rule)
