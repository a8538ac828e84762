"""Whether an act is done, planned or only mentioned: cues of its clause, its sentence, its section and its document.

A cue carries to the clauses after it in the sentence, and to the next sentence when that goes on with 并 or 同时. A
section whose heading announces work (下一步工作) or a notice that orders it is planned unless a clause says otherwise.
"""

import re
from bisect import bisect_left
from datetime import date

from policytrack.extract.drafts import Context, TimeExpr
from policytrack.extract.evidence import SUMMARY
from policytrack.extract.layout import is_announced
from policytrack.extract.triggers import Hit

_REPORT = re.compile(r"工作报告|计划执行情况|发展计划")
_PLAN_TITLE = re.compile(
    r"意见|方案|规划|若干措施|行动计划|工作要点|(?:工作|工程|项目|任务)安排|任务分工|(?:实事|重点工程|重点项目)[^，]{0,8}(?:通知|清单|计划|目录)$|(?:扶持|奖励|优惠|若干)政策(?:措施)?》?(?:的通知)?(?:（[^）]*）)?$"
)
_PLAN_HEADING = re.compile(
    r"工作安排|主要任务|重点任务|重点工作|工作重点|工作任务|任务目标|目标和任务|预期目标|工作打算|工作计划|预算草案|预算安排|计划草案|工作思路|工作建议|下一步|下步|目标任务|今后|奋斗目标|总体要求|发展目标|工作要求|保障措施|组织实施"
)
_PAST_HEADING = re.compile(r"回顾|过去|以来|一年来|年来|工作情况|工作成效|主要成效|完成情况|这五年|成绩")
_LIST_ITEM = 120  # characters of a paragraph that may be an item of a list
_ASSIGNED = re.compile("(?:责任|牵头|责任牵头|主要责任|配合)(?:单位|部门)")
_PART = re.compile(r"[\s*#]*[一二三四五六七]、")
_DEADLINE = re.compile(
    r"到(?:(?P<by>20[0-9]{2})年|“?十[四五六]五”?末)|20[0-9]{2}年(?:底|末)?(?:前|以前)|年底前|月底前|年内(?:完成|建成|实现)"
)
# What stands before 计划 where it names a plan and is no verb: 发展计划, 三年行动计划.
_NAMED = (
    *(
        "行动",
        "发展",
        "工作",
        "培育",
        "提升",
        "建设",
        "攻坚",
        "振兴",
        "保护",
        "创新",
        "倍增",
        "年度",
        "专项",
        "三年",
        "五年",
    ),
    *("强基", "扶持", "引育", "招生", "培养", "执行", "扬帆"),
)
_GOES_ON = re.compile(r"[\s*]*(?:并|同时|此外|另外|还|其中|以及|具体|主要?包括|分别)")
# What tells the goals of a work report from its results where no heading does: goals are imperatives that begin a
# clause and round numbers with 以上; results have decimals, firsts and predicates at the end (稳步推进，).
_IMPERATIVES = (
    "支持|提升|提高|增强|扩大|拓展|完善|加强|强化|推动|健全|加大|深化|加快|推进|统筹|进一步|不断|积极|大力|全力|着力|深入|用好|建好|抓好|"
    "落实|打造|培育|探索|构建|优化"
)
_FIRSTS = "".join(word[0] for word in _IMPERATIVES.split("|"))
_PLANNED_SIGN = re.compile(
    rf"(?=[力以争确做办更鼓引将努年左{_FIRSTS}])(?:力争|以上|争创|确保|做[大强优]|办好|更多|鼓励|引导|将|努力|年内|左右|(?<=[，。；\n])(?:{_IMPERATIVES}))"
)
_DONE_SIGN = re.compile(
    r"(?=[获荣年居首成累0-9连全进快强升善显明突达增下提向有圆顺蝉建完一新])(?:获[评批得全]|荣获|入选|年来|居全|首[个批家]|成功|累计|[0-9]\.[0-9]+(?:%|亿|万)|连续|全部|(?:进|快|强|升|善)(?=[，。；])|显著|明显|"
    r"突破|达到?[0-9]|(?:增长|下降|提高|提升)[0-9.]++%?+(?!左右|以上)|向好|有力(?=[，。；])|圆满|顺利|蝉联|建成投|完成[^，。]{0,15}[0-9]|一年|新增[^，。]{0,20}[0-9.]+[^以，。]{0,4}(?=[，。]))"
)
# The first sentence of a paragraph that reports (安全防线织牢织密。) says as much as four other signs.
_REPORTED = re.compile(rf"^(?!{_IMPERATIVES})[^，。：\n]{{4,16}}{SUMMARY}(?=。.)", re.MULTILINE)
_REPORTED_WEIGHT = 4

_SPANS = ("ytd", "quarter", "half", "month", "year")
_AMOUNT = re.compile("[0-9](?![0-9]*[年月日号])")


def _is_over(time: TimeExpr, published: date | None) -> bool:
    """Whether a span ended before the article came out."""
    end = time.period.end if time.period else None
    return published is not None and end is not None and end <= published


class Realis:
    """Reads the standing of the clauses of one context in text order."""

    def __init__(self, context: Context) -> None:
        self.text, self.lexicon = context.text, context.lexicon
        self.default = "done"
        title = context.article.title
        self.report = bool(_REPORT.search(title))
        if title and not self.report and _PLAN_TITLE.search(title) and not title.startswith("【"):
            self.default = "planned"
        if self.report and self._looks_ahead():
            self.default = "planned"
        if len(_ASSIGNED.findall(self.text)) > 1:
            self.default = "planned"  # a list of tasks, each with the body that answers for it
        self.section = self.default
        self.sentence = self.section
        self.carried = ""
        self.reviewed = False  # whether a part of the report has looked back
        self.stated = False  # whether the last clause itself said how it stands
        self.announced = False  # whether a clause of the paragraph planned
        self.listed = False  # whether the paragraphs list what a planning one announced: 将办好下列实事：
        published = context.article.published
        self.coming = [
            time.start
            for time in context.times
            if published and time.period and time.period.start and time.period.start > published
        ]
        now = published.year if published else 0
        # Spans that are over, as results are told of: 会议强调，上半年全县减税3亿元.
        self.over = [time.start for time in context.times if time.shape in _SPANS and _is_over(time, published)]
        self.spoken = False  # whether the plan in force is only what a meeting said
        self.deadlines = [m.start() for m in _DEADLINE.finditer(self.text) if not m["by"] or int(m["by"]) >= now]
        told = bool(self.over) and "会议" in self.text
        self.dated = bool(self.deadlines or self.coming or told)  # whether a clause without words may matter

    def _looks_ahead(self) -> bool:
        """Whether a report, or the part of one, has more signs of goals than of results."""
        done = len(_DONE_SIGN.findall(self.text)) + _REPORTED_WEIGHT * len(_REPORTED.findall(self.text))
        return len(_PLANNED_SIGN.findall(self.text)) > done

    def enter_paragraph(self, start: int, end: int, heading: bool) -> None:
        """Take a new paragraph into account; a heading sets what its section says."""
        line = self.text[start:end]
        self.carried = ""
        if is_announced(self.text, start):
            self.listed = self.announced
        elif heading or end - start > _LIST_ITEM:
            self.listed = False
        self.announced = False
        head = line if heading else line[:60].partition("。")[0]
        if heading or head.startswith(("*", "一", "二", "三", "四", "五", "（", "#")):
            part = self.report and _PART.match(head)
            if _PAST_HEADING.search(head):
                self.section = "done"
                self.reviewed = self.reviewed or bool(part)
            elif part and self.reviewed:
                self.section = "planned"  # what follows the review of a report looks ahead: 三、2023年工作重点
            elif _PLAN_HEADING.search(head):
                self.section = "planned"

    def enter_sentence(self, start: int) -> None:
        if self.carried and not _GOES_ON.match(self.text, start):
            self.carried = ""
        self.sentence = self.carried or ("planned" if self.listed else self.section)

    def of(self, start: int, end: int, hits: list[Hit]) -> str:
        """The realis of the clause with these words; planned carries on to the clauses after it."""
        carries = True
        found = "planned" if self.dated and self._is_ahead(start, end, hits) else ""
        spoken = False
        for index, (_, stop, term) in enumerate(hits):
            cue = term.cue
            if not cue:
                continue
            if cue == "planned":
                found, carries = "planned", True
                spoken = term.word.startswith("会议")
            elif cue == "future" and self._before_verb(hits, index, stop):
                carries = found == "planned" or any(after.typed or after.verb for _, _, after in hits[index + 1 :])
                found = "planned"
            elif cue == "background":
                return "background"
            elif cue == "done" and not found:
                found = "done"
            elif cue == "outcome" and not found:
                carries = False
        self.stated = bool(found)
        self.announced = self.announced or found == "planned"
        if found and not carries:
            return found
        if not found and self.spoken and self.carried and self._is_told(start, end):
            return "done"
        if found:
            self.spoken = spoken
            self.sentence = found
            self.carried = "planned" if found == "planned" else ""
        return self.sentence

    def _is_told(self, start: int, end: int) -> bool:
        """Whether a clause begins with a span that is over and gives a figure: 上半年全县减税3亿元."""
        at = bisect_left(self.over, start)
        return (
            at < len(self.over) and self.over[at] - start <= 1 and _AMOUNT.search(self.text, start + 6, end) is not None
        )

    def _is_ahead(self, start: int, end: int, hits: list[Hit]) -> bool:
        """Whether the clause names a deadline, or a coming day before what is done (not 下达2026年资金)."""
        at = bisect_left(self.deadlines, start)
        if at < len(self.deadlines) and self.deadlines[at] < end:
            return True
        at = bisect_left(self.coming, start)
        if at == len(self.coming) or self.coming[at] >= end:
            return False
        return all(self.coming[at] < hit for hit, _, term in hits if term.typed or term.verb)

    def _before_verb(self, hits: list[Hit], index: int, end: int) -> bool:
        """Whether 将 or 要 stands before what is done, and not before a noun (将数据打通)."""
        if self.report and hits[index][2].word.startswith("预计"):
            return False  # a work report expects the result of the year that ends
        following = hits[index + 1] if index + 1 < len(hits) and hits[index + 1][0] == end else None
        if hits[index][2].word == "计划" and self.text.endswith(_NAMED, 0, hits[index][0]):
            # 发展计划, the noun; but 本年度计划培训
            return bool(following and following[2].verb > 0 and self.text.endswith("年度", 0, hits[index][0]))
        if self.text.startswith(hits[index][2].before, end):
            return True
        if following and following[2].typed and following[2].verb == 0:  # 将走访企业, not 将稳岗补贴发到户
            return self.text[end : end + 2] in self.lexicon.organisations.followers
        return following is not None and following[2].verb > 0
