"""Lists of values that take their names in order: 甲、乙分别增长5%、6%, and （任务数30家） behind the figure it belongs to."""

import itertools
import re

from policytrack.extract.drafts import Context, FigureDraft

_JOINED = re.compile("[、和与及]{1,2}|[:：]")  # 7.6:27.6:64.8 has no other colon inside
_RESPECTIVELY = re.compile("分别")
# 浓度应比2013年分别下降: what stands between the nouns and 分别 compares, it does not name.
_COMPARISON = re.compile(
    "(?:[与同和跟较][^，。；、]{2,14}(?:相比|比较)|同比|环比|均|预计|将|应?(?:(?<![占同环相])比|较)[^，。；、]{1,12})$"
)
_SPLIT = re.compile("、(?:以?及|和|与)?|和|与|以及|(?<!普)及")
# The measure that the last name of a list has for all of them: 甲和乙年均浓度.
_TAIL = re.compile(r"等?(?:产品|行业|指标)?(?P<tail>(?:年均)?浓度|面积|人数|[^、和与]{2}化率|[^、和与]{0,2}率)$")
_FILLER = re.compile("等?(?:产品|行业|指标)$")
_INDUSTRIES = re.compile("[三一二]次?产业?|产业结构|三次产业")
_TO_SHARE = re.compile("(?:之?比|比例|比重|占比|结构)[^、]{0,6}$")
_NUMERALS = re.compile("第?[一二三]")  # 一、二、三产业增加值
_HEAD = re.compile("^.{0,6}对(?=[^外])")  # 对甲、乙出口
_GIVEN = re.compile("分别(?:给予|予以|按|奖励|补助|补贴)")
_STATED = re.compile("(?:势头)?(?:强劲|较快|良好|平稳|提速|加快|回暖|持续|保持|不断|稳步|快速|稳定|双双)[^，。；]*$")
_OF_WHOLE = re.compile("占(?!比)[^，。；]*$")
_MOST = 8  # names of a list
_RESIDENTS = re.compile("(?:城乡|城镇(?:居民)?[和、与]农村)(?P<rest>(?:常住)?居民.*)")
_AGAIN = re.compile(
    "[，、；]?(?:增速|增幅)?(?:同比|环比|分别|较[^，。；]{1,10}|比[^，。；]{1,10})*(?:增长|下降|增|降|提高|回落|提升|上升|(?:[高快低慢]于|[高快]出)[^，。；]{0,14}|(?:位?居|位?列|排名?)[^，。；]{0,6})(?:了)?"
)
_RATE = re.compile("(?:增速|增幅|率|比重|占比)$")
_TASK = re.compile(r"[（(](?P<what>任务数?|目标任务|目标数?|计划数?)(?:为|是)?$")


def name_lists(context: Context, drafts: list[FigureDraft]) -> None:
    """Give the values of lists their names, in place."""
    before: list[FigureDraft] = []
    here = 0
    for run in _runs(context.text, drafts):
        if len(run) > 1:
            names = _names(context, run, drafts[max(0, here - _MOST) : here])
            if not names and len(before) == len(run) and _AGAIN.fullmatch(_between(context.text, before[-1], run[0])):
                names = [_gone_on(draft, _is_of_rates(context.text, before, run)) for draft in before]
            for draft, name in zip(run, names, strict=False):
                if name:
                    draft.indicator = name
        before = run
        here += len(run)
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


def _is_of_rates(text: str, before: list[FigureDraft], run: list[FigureDraft]) -> bool:
    """Whether a list is about the rates of the one before: 高于全省2个、3个百分点, 增速分别居全市第1位、第2位."""
    return run[-1].quantity.unit == "个百分点" or "增" in _between(text, before[-1], run[0])


def _gone_on(before: FigureDraft, rates: bool) -> str:
    """The name of a value that goes on with one of the list before: 分别增长8%、9%，高于全省2个、3个百分点."""
    name = before.indicator or ""
    return name + "增速" if rates and before.kind in ("growth", "multiple") and not _RATE.search(name) else name


def _names(context: Context, run: list[FigureDraft], earlier: list[FigureDraft]) -> list[str]:
    """One name for each value of a run that 分别 introduces: the nouns before it, else those of as many figures before it.

    Without 分别 the nouns must be as many and alike: 甲失业率、乙失业率控制在3%、5%.
    """
    first = run[0]
    layout = context.layout
    at = layout.clause_at(first.quantity.start)
    clause = layout.clauses[at][0]
    before = context.text[clause : first.quantity.lead]
    found = _RESPECTIVELY.search(before)
    if first.quantity.rule == "proportion":
        return _proportion(context, before, run)
    if not found:
        return _alike(context, before, len(run))
    if _GIVEN.match(before, found.start()):
        return []
    subject = _COMPARISON.sub("", before[: found.start()])
    if len(subject) < 2 and at and layout.sentence_at(clause - 1) == layout.sentence_at(clause):
        clause, end = layout.clauses[at - 1]  # 对甲、乙出口强劲，分别增长…
        subject = _STATED.sub("", context.text[clause:end])
        if earlier and earlier[-1].quantity.start >= clause and first.kind in ("growth", "change"):
            return _levels(context, earlier, len(run))
    earlier = earlier[-len(run) :]
    if len(earlier) == len(run) and earlier[0].quantity.start >= clause:  # 游客3万人、收入2亿元均分别增长…
        alike = all(draft.kind == "level" for draft in earlier)
        return [draft.indicator or "" for draft in earlier] if alike else []
    subject = _OF_WHOLE.sub("", subject) if first.kind == "share" else subject
    subject = subject[: context.lexicon.measures.linked(subject)]  # 供养标准每月分别提高…
    residents = _RESIDENTS.search(subject)
    if residents and len(run) == 2:
        return [f"{kind}{residents['rest']}" for kind in ("城镇", "农村")]
    names = _split(context, subject)
    if len(names) == len(run):
        return _completed(context, names)
    return []


def _levels(context: Context, earlier: list[FigureDraft], count: int) -> list[str]:
    """The names of the last so many amounts of the sentence: 接待游客3万人，收入2亿元，分别增长…; none where it has fewer."""
    layout = context.layout
    start = layout.sentences[layout.sentence_at(earlier[-1].quantity.start)][0]
    levels = [draft for draft in earlier if draft.kind == "level" and draft.quantity.start >= start][-count:]
    return [draft.indicator or "" for draft in levels] if len(levels) == count else []


def _proportion(context: Context, before: str, run: list[FigureDraft]) -> list[str]:
    """Whose shares a proportion prints: the three industries, or the names of the list before it."""
    first = run[0].quantity
    sentence = context.layout.sentences[context.layout.sentence_at(first.start)][0]
    lead = context.text[max(sentence, first.lead - 40) : first.lead]
    if len(run) == 3 and _INDUSTRIES.search(lead):
        return ["第一产业", "第二产业", "第三产业"]
    names = [_TO_SHARE.sub("", name) for name in _split(context, before)]
    return names if len(names) == len(run) else []


def _alike(context: Context, before: str, count: int) -> list[str]:
    names = _split(context, before)
    if len(names) != count or not 2 <= count <= _MOST:
        return []
    measures = context.lexicon.measures
    names[-1] = names[-1][: measures.linked(names[-1])]
    ends = {name[-2:] for name in names}
    return names if len(ends) == 1 and all(len(name) > 3 for name in names) else []


def _split(context: Context, subject: str) -> list[str]:
    """The nouns of a list without scope words and light verbs in front of them."""
    return [_bare(context, name) for name in _SPLIT.split(subject) if name]


def _bare(context: Context, name: str) -> str:
    """全市甲 is 甲, 实现乙 is 乙."""
    words = context.lexicon.measures
    for pattern in (words.leading, words.front):
        found = pattern.match(name)
        if found and len(name) - found.end() > 1:
            name = name[found.end() :]
    return name


def _completed(context: Context, names: list[str]) -> list[str]:
    """Lend the names of a list the head or tail that only one of them has."""
    words = context.lexicon.measures
    head = _HEAD.match(names[0])
    last = names[-1]
    tail = words.measure_end.search(last) or _TAIL.search(last)
    if (tail and tail.start() < 1) or not tail:
        own = words.measure_end.search(names[0])
        if own and own.start() > 1 and all(words.measure_only.match(name) for name in names[1:]):
            return [names[0], *(names[0][: own.start()] + name for name in names[1:])]  # 重点项目个数、总投资
        return names if tail else _with_rest(names) or _with_kind_rest(names)
    if any(words.measure_end.search(name) or _TAIL.search(name) for name in names[:-1]):
        return names
    if all(_NUMERALS.fullmatch(name) for name in names[:-1]):
        return _with_rest(names) or names
    shared = tail["tail"] if "tail" in tail.groupdict() else tail[0]
    stems = [*names[:-1], _FILLER.sub("", last[: tail.start()])]
    if head:
        stems = [stems[0], *(head[0] + stem for stem in stems[1:])]
    if _is_short(stems):
        return _with_rest(names) or names
    if len(stems[-1]) * 3 <= len(stems[0]):  # 实际利用外资、对外投资: the first is whole
        return names
    return [stem + shared for stem in stems]


def _is_short(stems: list[str]) -> bool:
    """轻度和重度缺水村组: the first are too short to be names."""
    return all(len(stem) <= 2 for stem in stems[:-1]) and len(stems[-1]) > 4


def _with_rest(names: list[str]) -> list[str]:
    """一、二、三产业增加值 and 轻度、重度污染: the others are as long as the beginning of the last, its rest is theirs.

    Empty when they are not.
    """
    ordinal = "第" if all(_NUMERALS.fullmatch(name) for name in names[:-1]) else ""
    stems = [name.removeprefix(ordinal) for name in names]
    length, last = len(stems[0]), stems[-1]
    short = all(len(stem) == length for stem in stems[:-1]) and length <= 2 and len(last) > length
    if not short or (length == 2 and not ordinal and last[1] not in {stem[1] for stem in stems[:-1]}):
        return []
    rest = "产业" if last[length:] == "产" else last[length:]  # 一、二、三产
    return [ordinal + stem + rest for stem in (*stems[:-1], last[:length])]


def _with_kind_rest(names: list[str]) -> list[str]:
    """纺织业、服装业景气指数: what follows the last 业 is of both."""
    kind, last = names[0][-1], names[-1]
    at = last.rfind(kind)
    if not 0 < at < len(last) - 2 or any(name[-1] != kind for name in names[:-1]):
        return names
    return [*(name + last[at + 1 :] for name in names[:-1]), last]
