"""Why a clause whose words name a type is still no act: its words, its form, its place in the text.

Each reason is a short text that `explain` shows: the word that refused, or `setting`, `question`, `speech`, `outcome`,
`aim`, `no act verb`, `weak`, `lead`.
"""

import re
from bisect import bisect_left, bisect_right

from policytrack.extract.drafts import Context
from policytrack.extract.evidence import SUMMARY, is_setting, raises, speeches, trim
from policytrack.extract.triggers import CONCRETE, RESULT, WEAK, Hit, Judgement
from policytrack.lexicon.actions import Term

_SUMMARY = re.compile(f"{SUMMARY}$")
_REFUSING = ("negated", "hypothetical", "not_an_act")
_LIST_MARKERS = ("（", "——", "*", "#", *(f"{n}是" for n in "一二三四五六七八九十"))

# An entry of the glossary that closes a work report: 【标准地】即指权属清晰…的用地。
_GLOSS = re.compile(r"[\s*]*【[^】\n]{1,40}】[*：: ]{0,4}(?:即|是?指|：|[^，。\n]{0,12}(?:是指|即))")
_COUNTING = ("新增", "完成", "提供", "投入", "增加")  # act verbs that statistics use too (新增装机容量273万千瓦)
_FOLLOWED = re.compile("(?:牢记|落实|感恩)(?:习近平)?总书记[^，：]{0,16}(?:嘱托|要求|期望|厚爱|指引)$")
_ITEM = re.compile("[。；]*[一二三四五六七八九十]{1,3}是")
_NUMBERED = re.compile(r"（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、")

# 民营经济总产值完成131亿元, 床位总数2377张: what is counted is a statistic, whatever the words around it are about.
_STATISTIC = re.compile(
    r"(?:产值|增加值|生产总值|进出口(?:总值|总额|额)?|零售总?额|余额|人数|人口|户数|总数|床位|总量|产量|销量|销售额|营业收入|营收|利润"
    r"|比例|比重|[^效频利税费]率|指数|均价|名录|目录)(?:累计|预计|已经?|平均|分别)?(?:完成|实现|达到?|为|突破|超过?|有|共)*(?:约|近)?$"
)
_STATING = frozenset(("完成", "实现", "达到", "拥有", "参加", "列为", "突破"))  # verbs beside which it stays one

# Least scores (weights and bonuses of `triggers.judge`) without a phrase or a pair rule.
_WITH_CONCRETE_VERB = 2.9  # one object of the type beside 新建 or 开展
_WITH_OTHER_VERB = 3.4  # a long object beside 推进, or before 稳步推进
_WITH_FIGURE_ONLY = 4.0  # a noun that is an act itself: 法律援助210件


def _states(at: int, copula: Term, hits: list[Hit]) -> bool:
    """Whether a clause with a copula at `at` says what something is: nothing is done after 是 (建好水网是大事)."""
    return copula.word == "是" and not any(term.verb for start, _, term in hits if start > at)


class Refusals:
    """Judges the clauses of one context, sentence by sentence."""

    def __init__(self, context: Context) -> None:
        self.text = context.text
        self.figures = [quantity.start for quantity in context.quantities]
        self.counts = [q.start for q in context.quantities if q.form not in ("percent", "points", "fraction")]
        spoken = speeches(context.text)
        self.spoken_starts = [start for start, _ in spoken]
        self.spoken_ends = [end for _, end in spoken]
        self.quoting = False

    def enter_sentence(self) -> None:
        self.quoting = False  # whether the sentence has begun to report what a leader said

    def has_figure(self, start: int, end: int) -> bool:
        at = bisect_left(self.figures, start)
        return at < len(self.figures) and self.figures[at] < end

    def is_title(self, sentence: tuple[int, int], paragraph: tuple[int, int]) -> bool:
        """Whether a sentence is the title of its paragraph: `（三）加大支持力度。` before more text, or bold."""
        start, end = sentence
        if end - start > 45:
            return False
        head = self.text[start:end].lstrip(" 　")
        if end + 2 >= paragraph[1]:  # nothing follows: only a numbered head stands alone, （三）加大支持力度。
            return bool(_NUMBERED.match(head)) and "，" not in head and not self.has_figure(start, end)
        announces = start == paragraph[0] and "，" not in head and _SUMMARY.search(head)
        if announces and not self.has_figure(start, end):
            return True
        if head.startswith("**"):
            return self.text.startswith(("。**", "**"), end) or head.endswith("**")
        if not head.startswith(_LIST_MARKERS) or "，" in head or self.has_figure(start, end):
            return False
        return not _ITEM.match(self.text, end)  # 一是开展义诊。二是…: an item and no title

    def is_gloss(self, paragraph: tuple[int, int]) -> bool:
        """Whether a paragraph explains a word."""
        return self.text.startswith(("【", "*"), paragraph[0]) and bool(_GLOSS.match(self.text, *paragraph))

    def reason(self, start: int, end: int, hits: list[Hit], found: Judgement) -> str:
        """Why a judged clause is no act, empty when it is one."""
        outcome = False
        core = max(found.verb_at, found.trigger)
        for at, _, term in hits:
            cue = term.cue
            if not cue:
                continue
            if cue == "speech":
                self.quoting = self.quoting or not self._is_followed(start, end)
            elif cue == "outcome":
                outcome = True
            elif cue in _REFUSING or (cue == "copula" and (at < core or _states(at, term, hits))):
                return f"{cue}: {term.word}"
        if self.quoting or self._is_spoken(start):
            return "speech"
        if is_setting(self.text, start, end):
            return "setting"
        if self.text.startswith(("？", "?"), end):
            return "question"
        if self._is_aim(start, end, hits):
            return "aim"
        if self._is_statistic(start, end, hits):
            return "outcome"
        if found.alone:
            return ""
        if outcome and all(term.word in _COUNTING for _, _, term in hits if term.verb == CONCRETE):
            return "outcome"
        return self._weakness(start, end, found)

    def note(self, start: int, end: int, hits: list[Hit]) -> None:
        """Take the cues of a clause without a type into account."""
        if not self.quoting and any(term.cue == "speech" for _, _, term in hits):
            self.quoting = not self._is_followed(start, end)

    def _is_followed(self, start: int, end: int) -> bool:
        """Whether the clause only names whose words are followed: 牢记总书记嘱托，全市新建公园3个."""
        return bool(_FOLLOWED.match(self.text, trim(self.text, start, end)[0], end))

    def _is_aim(self, start: int, end: int, hits: list[Hit]) -> bool:
        """Whether the clause says what is wanted: begins with 帮助, ends in 高地 or raises a 水平, and counts nothing."""
        first, last = hits[0], hits[-1]
        if last[2].cue == "goal":
            aims = not self.text[last[1] : end].strip(" *”")
        elif first[2].cue == "aim":
            aims = first[0] == trim(self.text, start, end)[0]
        else:
            aims = raises(self.text, start, end)
        return aims and not self.has_figure(start, end)

    def _is_statistic(self, start: int, end: int, hits: list[Hit]) -> bool:
        """Whether the clause says no more than how much of something there is."""
        at = bisect_left(self.figures, start)
        if at == len(self.figures) or self.figures[at] >= end:
            return False
        if any(term.verb == CONCRETE and term.word not in _STATING for _, _, term in hits):
            return False
        return _STATISTIC.search(self.text, start, self.figures[at]) is not None

    def _weakness(self, start: int, end: int, found: Judgement) -> str:
        score = found.score
        if found.verb == CONCRETE and (score >= _WITH_CONCRETE_VERB or self.has_figure(start, end)):
            return ""
        if found.verb == WEAK and score >= _WITH_OTHER_VERB and found.verb_at < found.where:
            return ""
        if found.verb == RESULT and score >= _WITH_OTHER_VERB and found.verb_at > found.where:
            return ""
        if found.verb == 0 and score >= _WITH_FIGURE_ONLY and self._is_counted(found.where, end):
            return ""
        return "weak" if found.verb else "no act verb"

    def _is_counted(self, start: int, end: int) -> bool:
        """Whether a count or an amount follows, not a rate: 法律援助210件."""
        at = bisect_left(self.counts, start)
        return at < len(self.counts) and self.counts[at] < end

    def _is_spoken(self, start: int) -> bool:
        at = bisect_right(self.spoken_starts, start) - 1
        return at >= 0 and start < self.spoken_ends[at]
