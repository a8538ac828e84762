"""Names of campaigns and projects: what later reports of the same effort have in common."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policytrack.lexicon.schema import Entry
from policytrack.lexicon.trie import compile_terms

_QUOTED = re.compile(r"“([^“”\n]{2,16})”")
_DOCUMENT = re.compile(r"《([^《》\n]{4,60})》")
_WORD = re.compile(r"[0-9A-Za-z.+\u4e00-\u9fff]+")
_REACH = 22  # characters a name may have before its ending


@dataclass(frozen=True, slots=True)
class CampaignNames:
    """Finds the names in the quote of an act."""

    endings: re.Pattern[str]
    weak: frozenset[str]
    leading: re.Pattern[str]
    trailing: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]

    def of(self, quote: str) -> frozenset[str]:
        """The names of campaigns, projects and documents in `quote`, without what wordings add to them."""
        names = {m[1] for m in _DOCUMENT.finditer(quote)}
        for quoted in _QUOTED.finditer(quote):
            if self.endings.match(quote, quoted.end()) or self.endings.search(quoted[1]):
                names.add(self.plain(quoted[1]))
        for word in _WORD.finditer(quote):
            for ending in self.endings.finditer(word[0]):
                name = self.plain(word[0][max(0, ending.end() - _REACH) : ending.end()])
                bare = len(name) - len(ending[0])
                if bare >= (4 if ending[0] in self.weak else 2):
                    names.add(name)
                    break
        return frozenset(name for name in names if len(name) > 3)

    def plain(self, name: str) -> str:
        """A name without leading verbs and places in general, and without 工作 or 行动 at its end."""
        cut = 0
        for lead in self.leading.finditer(name):
            if lead.end() < len(name) - 2:
                cut = lead.end()
        name = name[cut:]
        for tail in self.trailing:
            if name.endswith(tail) and len(name) - len(tail) > 3:
                return name.removesuffix(tail)
        return name


def parse_campaigns(entries: Iterable[Entry]) -> CampaignNames:
    """The `[[campaign]]` entries together; raises LexiconError for a malformed one."""
    words: dict[str, list[str]] = {"endings": [], "weak": [], "leading": [], "trailing": []}
    examples = []
    for entry in entries:
        entry.only(*words, "examples")
        for key, found in words.items():
            found += entry.text(key, "").split()
        for example in entry.tables("examples"):
            if not isinstance(example.get("text"), str) or not isinstance(example.get("name"), str):
                raise entry.error("examples", "each example needs a `text` and a `name`")
            examples.append((example["text"], example["name"]))
    return CampaignNames(
        endings=compile_terms([*words["endings"], *words["weak"]]),
        weak=frozenset(words["weak"]),
        leading=compile_terms(words["leading"]),
        trailing=tuple(words["trailing"]),
        examples=tuple(examples),
    )
