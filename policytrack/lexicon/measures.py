"""Words around a number that say what it measures: the table `[[measure_words]]`."""

import re
from dataclasses import dataclass
from functools import cached_property

from policytrack.lexicon.schema import Entry

TABLES = ("measure_words",)
IDS = ("growth", "decline", "to", "share", "linking", "light_verb", "lead_verb", "joined_verb", "kept_verb", "scope", "adverb",
       "target_cue", "capacity_cue", "demand_cue", "whole", "predicate", "inner_word", "later_verb", "event", "entity", "measure",
       "state", "telling_verb")  # fmt: skip


@dataclass(frozen=True)
class MeasureWords:
    """The lists by id."""

    lists: dict[str, tuple[str, ...]]

    def firsts(self, *ids: str, more: str = "") -> str:
        """A lookahead for the first characters of some lists: most places hold none, and cost one comparison."""
        return f"(?=[{''.join(sorted({word[0] for name in ids for word in self.lists[name]} | set(more)))}])"

    def alternation(self, *ids: str) -> str:
        """The words of some lists as a regular expression, the longest first."""
        words = {word for name in ids for word in self.lists[name]}
        return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))

    @cached_property
    def _tails(self) -> tuple[frozenset[str], frozenset[str], tuple[int, ...]]:
        linking, whole = frozenset(self.lists["linking"]), frozenset(self.lists["whole"])
        return linking, whole, tuple(sorted({len(word) for word in linking | whole}, reverse=True))

    def linking_at(self, text: str) -> int:
        """The length of the longest linking word that `text` ends with, 0 for none or where it ends a whole word."""
        linking, whole, lengths = self._tails
        for length in lengths:
            word = text[-length:]
            if len(word) == length and word in linking:
                return length
            if word in whole:
                return 0
        return 0

    def linked(self, text: str) -> int:
        """Where the linking words at the end of `text` begin."""
        end = len(text)
        while length := self.linking_at(text[:end]):
            end -= length
        return end

    @cached_property
    def moving(self) -> re.Pattern[str]:
        """A verb of growth or decline at the end, perhaps with 了 or 约 behind it."""
        return re.compile(
            f"{self.firsts('growth', 'decline')}(?:(?P<up>{self.alternation('growth')})|(?P<down>{self.alternation('decline')}))"
            "(?:了|约|超过?|近|逾|幅度?为?|率?为?|达|均|分别|至少|比例为|不低于|不少于)*$"
        )

    @cached_property
    def leading(self) -> re.Pattern[str]:
        """Adverbs and scope words at the start of a noun phrase."""
        gate = self.firsts("adverb", "scope")
        return re.compile(f"{gate}(?!{self.alternation('whole')})(?:{self.alternation('adverb', 'scope')})")

    @cached_property
    def light(self) -> re.Pattern[str]:
        verbs = self.alternation("light_verb")
        return re.compile(f"{self.firsts('light_verb')}(?!(?<=线)上线)(?:{verbs})(?:了|过)?")

    @cached_property
    def front(self) -> re.Pattern[str]:
        """A verb in front of what is counted that is no part of its name."""
        verbs = self.alternation("light_verb", "lead_verb")
        gate = self.firsts("light_verb", "lead_verb")
        return re.compile(f"{gate}(?!{self.alternation('whole')})(?:{verbs})(?:了|过|到(?![位期账岗]))?")

    @cached_property
    def may(self) -> re.Pattern[str]:
        """可 or 能 before a verb: 可带动就业; 可透水 is one word."""
        verbs = self.alternation("light_verb", "lead_verb", "kept_verb")
        return re.compile(f"(?:可|能|会)(?=(?:{verbs}|增加|减排|节约|实现|产生))")

    @cached_property
    def acting(self) -> re.Pattern[str]:
        """An adverb between who acts and the verb of the act: 各学校|累计走访企业."""
        verbs = self.alternation("light_verb", "lead_verb", "kept_verb")
        return re.compile(
            "(?=[累已共拟预计先年现建设辖拥])"
            f"(?:(?:累计|已经?|(?<!公)共计?|拟|预计|(?<!年度)(?<!按)计划|先后|年均)(?=(?:{verbs}))|(?<!于)[现共建设辖已]有|拥有(?!量))"
        )

    @cached_property
    def whole_front(self) -> re.Pattern[str]:
        """A word in front that only seems to begin with a word to be taken off: 在建, 并网."""
        return re.compile(f"{self.firsts('whole')}(?:{self.alternation('whole')})")

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """A verb of `joined_verb` at the front of a name."""
        return re.compile(f"{self.firsts('joined_verb')}(?:{self.alternation('joined_verb')})(?=.)")

    @cached_property
    def joined_end(self) -> re.Pattern[str]:
        """The same directly before a number: 新增【12家】门店."""
        return re.compile(f"(?:{self.alternation('joined_verb')})(?:了)?$")

    @cached_property
    def any_verb(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.alternation('light_verb', 'lead_verb', 'joined_verb', 'kept_verb')})(?:了)?")

    @cached_property
    def measure_end(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.alternation('measure')})$")

    @cached_property
    def measure_only(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.alternation('measure')})$")

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """What may end a noun behind a number; the group says how."""
        marks, joints = "，。；：！？、 \u3000\n》）”", "[与同和]|以?及"
        gate = self.firsts("inner_word", "later_verb", "event", "measure", "predicate", more=f"{marks}“（的与同和以及")
        return re.compile(
            f"{gate}(?:(?P<inner>{self.alternation('inner_word')})|(?P<mark>[{marks}])|(?P<quote>“)|(?P<bracket>（)|(?P<of>的)"
            f"|(?P<joint>{joints})|(?P<later>{self.alternation('later_verb')})|(?P<event>{self.alternation('event', 'measure')})"
            f"|(?P<word>{self.alternation('predicate')}))"
        )

    @cached_property
    def entity_end(self) -> re.Pattern[str]:
        """A word for what is counted, at the end."""
        return re.compile(f"(?:{self.alternation('entity')})$")

    @cached_property
    def stated(self) -> re.Pattern[str]:
        """What is said of all that is counted, up to the end of its clause."""
        return re.compile(
            "(?:均|都|已经?|正在?|全部|相继|陆续|成功|顺利|同时|如期)*"
            f"(?P<state>{self.alternation('state')})(?:了)?(?=[，。；：！？、\n]|$)"
        )

    @cached_property
    def told(self) -> re.Pattern[str]:
        """A verb with its object that fills the rest of a clause: 入选首批名单."""
        return re.compile(
            f"(?:将|已|均|都|已经|正在)*(?P<verb>{self.alternation('telling_verb')})了?"
            "(?P<object>[\u4e00-\u9fff“”]{3,10})(?=[，。；：、（\n]|$)"
        )


def parse_measures(entries: list[Entry]) -> MeasureWords:
    """All lists; raises LexiconError for an id that the grammar does not know."""
    lists: dict[str, tuple[str, ...]] = dict.fromkeys(IDS, ())
    for entry in entries:
        entry.only("id", "words", "why")
        name = entry.choice("id", IDS)
        lists[name] = (*lists[name], *entry.texts("words"))
    return MeasureWords(lists)
