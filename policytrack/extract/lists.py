"""Lists of values that take their names in order: 甲、乙分别增长5%、6%, and （任务数30家） behind the figure it belongs to."""

import itertools
import re

from policytrack.extract.drafts import Context, FigureDraft

_JOINED = re.compile("[、和与及]{1,2}")
_RESPECTIVELY = re.compile("分别")
# 浓度应比2013年分别下降: what stands between the nouns and 分别 compares, it does not name.
_COMPARISON = re.compile("(?:同比|环比|均|应?(?:比|较)[^，。；、]{1,12})$")
_SPLIT = re.compile("[、和与]|以及|(?<!普)及")
# The measure that the last name of a list has for all of them: 甲和乙年均浓度.
_SHARED_TAIL = re.compile(
    r"等?(?:产品|行业|指标)?(?P<tail>(?:年均)?浓度|产量|产值|总产值|增加值|营业收入|可支配收入|收入|投资|总额|销售额|销量|贷款余额|余额"
    r"|用电量|排放量|吞吐量|客流量|人数|面积|价格|出口额?|进口额?|利润|[^、和与]{0,2}率)$"
)
_RESIDENTS = re.compile("城乡(?P<rest>(?:常住)?居民.*)")
_AGAIN = re.compile(r"[，、；]?(?:同比|分别)*(?:增长|下降|增|降|提高|回落)(?:了)?")
_TASK = re.compile(r"[（(](?P<what>任务数?|目标任务|目标数?|计划数?)(?:为|是)?$")


def name_lists(context: Context, drafts: list[FigureDraft]) -> None:
    """Give the values of lists their names, in place."""
    before: list[FigureDraft] = []
    for run in _runs(context.text, drafts):
        if len(run) > 1:
            names = _names(context, run, drafts)
            if not names and len(before) == len(run) and _AGAIN.fullmatch(_between(context.text, before[-1], run[0])):
                names = [draft.indicator or "" for draft in before]
            for draft, name in zip(run, names, strict=False):
                if name:
                    draft.indicator, draft.indicator_start, draft.indicator_end = name, -1, -1
        before = run
    for previous, draft in itertools.pairwise(drafts):
        task = _TASK.search(_between(context.text, previous, draft))
        if task and previous.indicator and draft.kind == "level" and len(_between(context.text, previous, draft)) < 8:
            draft.indicator, draft.indicator_start, draft.indicator_end = previous.indicator + task["what"], -1, -1
            draft.obs = "target"


def _between(text: str, first: FigureDraft, second: FigureDraft) -> str:
    return text[first.quantity.tail : second.quantity.lead]


def _runs(text: str, drafts: list[FigureDraft]) -> list[list[FigureDraft]]:
    """Figures joined by 、 or 和 alone, each run in text order."""
    runs: list[list[FigureDraft]] = []
    for draft in drafts:
        if runs and _JOINED.fullmatch(_between(text, runs[-1][-1], draft)):
            runs[-1].append(draft)
        else:
            runs.append([draft])
    return runs


def _names(context: Context, run: list[FigureDraft], drafts: list[FigureDraft]) -> list[str]:
    """One name for each value of a run that 分别 introduces: the nouns before it, else the levels before it."""
    first = run[0]
    clause = context.layout.clauses[context.layout.clause_at(first.quantity.start)][0]
    before = context.text[clause : first.quantity.lead]
    found = _RESPECTIVELY.search(before)
    if not found:
        return []
    subject = _COMPARISON.sub("", before[: found.start()])
    residents = _RESIDENTS.search(subject)
    if residents and len(run) == 2:
        return [f"{kind}{residents['rest']}" for kind in ("城镇", "农村")]
    names = [_bare(context, name) for name in _SPLIT.split(subject) if len(name) > 1]
    if len(names) == len(run):
        return _with_tail(names)
    at = drafts.index(first)
    levels = [draft for draft in drafts[max(0, at - len(run)) : at] if draft.kind == "level"]
    return [draft.indicator or "" for draft in levels] if len(levels) == len(run) else []


def _bare(context: Context, name: str) -> str:
    """A name without the scope word in front of it: 全市甲 is 甲."""
    found = context.lexicon.measures.leading.match(name)
    return name[found.end() :] if found and len(name) - found.end() > 1 else name


def _with_tail(names: list[str]) -> list[str]:
    """甲、乙和丙产量: the tail of the last belongs to all that have none of their own."""
    found = _SHARED_TAIL.search(names[-1])
    if not found or found.start() < 2:
        return names
    tail = found["tail"]
    if any(_SHARED_TAIL.search(name) for name in names[:-1]):
        return names
    return [*(name + tail for name in names[:-1]), names[-1][: found.start()] + tail]
