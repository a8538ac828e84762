"""Query terms, the same for every command: `type:inspection place:西宁 amount:'>=1亿元' not:text:减税`.

Different keys must all hold; of one key any value may. A word without a key is looked for in the text. `not:` in front
of a term or word turns it round. Parsing needs no database; names are resolved to ids and codes by the lexicon.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import get_close_matches

from policytrack.errors import UsageError
from policytrack.period import Period

KEYS = {
    "type": "action type: its id or Chinese label",
    "stage": "stage of a project: signed, started, completed …",
    "realis": "done, planned or background",
    "place": "a place and everything below it, by name or GB/T 2260 code",
    "actor": "who acted (part of the name)",
    "indicator": "what a figure measures (part of the name)",
    "organisation": "whose figure it is (part of the name)",
    "source": "paper or site (part of the name)",
    "date": "a period: 2023Q3, 2023-08, 1-8月, A..B, -90d",
    "amount": "a value with or without unit: >=1亿元, <30%, 10..20亿元",
    "unit": "unit as printed: %, 元, 户",
    "kind": "level, growth, change, share, ratio_to_target, diff_to_target, rank or multiple",
    "obs": "actual, target, capacity or demand",
    "accumulation": "ytd, since, period, point or none",
    "bound": "exact, approx, ge, gt, le or lt",
    "dimension": "money, count, ratio, area …",
    "article": "number of an article",
    "run": "number of a run",
    "reviewed": "yes or no",
    "text": "words of the sentence or article",
}
ALIASES = {
    "类型": "type", "阶段": "stage", "地点": "place", "地区": "place", "主体": "actor", "机构": "organisation",
    "指标": "indicator", "来源": "source", "日期": "date", "时间": "date", "period": "date", "金额": "amount",
    "数值": "amount", "value": "amount", "单位": "unit", "org": "organisation", "id": "article", "文本": "text",
    "words": "text",
}  # fmt: skip
CHOICES = {
    "realis": ("done", "planned", "background"),
    "kind": ("level", "growth", "change", "share", "ratio_to_target", "diff_to_target", "rank", "multiple"),
    "obs": ("actual", "target", "capacity", "demand"),
    "accumulation": ("ytd", "since", "period", "point", "none"),
    "bound": ("exact", "approx", "ge", "gt", "le", "lt"),
    "reviewed": ("yes", "no"),
}
# What tables in Chinese print for these values may be typed, too.
SAID = {
    "realis": {"已实施": "done", "计划": "planned", "背景": "background"},
    "kind": {
        "数值": "level", "增速": "growth", "增减": "change", "占比": "share", "完成率": "ratio_to_target",
        "超/欠进度": "diff_to_target", "位次": "rank", "倍数": "multiple",
    },
    "obs": {"实际": "actual", "目标": "target", "能力": "capacity", "需求": "demand"},
    "accumulation": {"年初累计": "ytd", "自…起累计": "since", "当期": "period", "时点": "point", "无": "none"},
    "bound": {"确数": "exact", "约": "approx", "不少于": "ge", "超过": "gt", "不超过": "le", "不足": "lt"},
    "reviewed": {"是": "yes", "否": "no", "true": "yes", "false": "no"},
}  # fmt: skip
_TERM = re.compile(r"([A-Za-z_]+|[\u4e00-\u9fff]{2})[:：](.*)", re.DOTALL)
_AMOUNT = re.compile(r"(>=|<=|≥|≤|>|<|=|)\s*(-?[0-9][0-9,]*(?:\.[0-9]+)?)(.*)", re.DOTALL)
_BETWEEN = re.compile(r"(-?[0-9][0-9,.]*?)([^.0-9~～—–-]*)(?:\.\.|~|～|—{1,2}|–|-|至)(-?[0-9].*)", re.DOTALL)
_UNIT = re.compile(r"[^0-9<>=≤≥~～–—-]*", re.DOTALL)
_MULTIPLIERS = {"万亿": 12, "千亿": 11, "百亿": 10, "亿": 8, "千万": 7, "百万": 6, "万": 4, "千": 3, "百": 2}
_KILO = re.compile("千[米瓦伏卡帕克赫]|百分|百帕")
_OPERATORS = {"≥": ">=", "≤": "<=", "": "="}

ParsePeriod = Callable[[str], Period]


@dataclass(frozen=True, slots=True)
class Amount:
    """A comparison of values; `unit` None compares in whatever unit was printed."""

    operator: str  # >= | <= | > | < | =
    value: Decimal
    unit: str | None

    @property
    def shown(self) -> str:
        return f"{self.operator}{self.value.normalize():f}{self.unit or ''}"


@dataclass(frozen=True, slots=True)
class Term:
    """One term: any of its values may hold. `amounts` and `periods` are the parsed values of those keys."""

    key: str
    values: tuple[str, ...]
    negated: bool = False
    amounts: tuple[tuple[Amount, ...], ...] = ()  # for each value, comparisons that must all hold
    periods: tuple[Period, ...] = ()

    @property
    def shown(self) -> str:
        """The term as it could be typed."""
        quoted = [f"'{v}'" if re.search(r"[\s<>]", v) else v for v in self.values]
        return " ".join(f"{'not:' if self.negated else ''}{self.key}:{value}" for value in quoted)


@dataclass(frozen=True, slots=True)
class Query:
    """All terms of a command; the empty query means everything."""

    terms: tuple[Term, ...] = ()
    by_published: bool = False  # date: selects by publication instead of by what a figure covers

    @property
    def shown(self) -> str:
        """All terms as they could be typed; empty for the empty query."""
        return " ".join(term.shown for term in self.terms)

    def values(self, key: str) -> tuple[str, ...]:
        """The values asked for under a key, negated ones left out."""
        return tuple(v for term in self.terms if term.key == key and not term.negated for v in term.values)

    def having(self, key: str, *values: str) -> "Query":
        """The query with more values under a key, as options like `--place` add them."""
        return _merge((*self.terms, *(Term(key, (v,)) for v in values)), self.by_published)


def parse_query(words: Iterable[str], parse_period: ParsePeriod, *, by_published: bool = False) -> Query:
    """The query that the words of a command line make up. Raises UsageError for an unknown key or value."""
    return _merge((_term(word, parse_period) for word in words if word.strip()), by_published)


def term(key: str, value: str, parse_period: ParsePeriod, negated: bool = False) -> Term:
    """One checked term; raises UsageError with what would be right."""
    value = value.strip().strip("'\"")
    if not value:
        raise UsageError(f"The term {key}: has no value.", hint=f"It takes {KEYS[key]}.")
    value = SAID.get(key, {}).get(value, value)
    if key in CHOICES and value not in CHOICES[key]:
        raise UsageError(
            f"{value!r} is no value of {key}:.",
            hint=f"{_meant(value, CHOICES[key])}It takes {', '.join(CHOICES[key])}.",
        )
    if key in ("article", "run") and not re.fullmatch(r"[0-9]{1,18}", value):
        raise UsageError(f"{key}:{value} is not a number.", hint=f"`policytrack {key}s` lists all.")
    if key == "amount":
        return Term(key, (value,), negated, amounts=(_amounts(value),))
    if key == "date":
        return Term(key, (value,), negated, periods=(parse_period(value),))
    return Term(key, (value,), negated)


def _term(word: str, parse_period: ParsePeriod) -> Term:
    negated = False
    while word.startswith(("not:", "非:")):
        negated = not negated
        word = word.partition(":")[2]
    match = _TERM.fullmatch(word)
    if not match:
        return term("text", word, parse_period, negated)
    key = ALIASES.get(match[1].lower(), match[1].lower())
    if key not in KEYS:
        known = (*KEYS, *ALIASES, "not")
        raise UsageError(
            f"{match[1]}: is not a key of a term.",
            hint=f"{_meant(match[1], known)}Keys are {', '.join(KEYS)}. text:'{word}' looks for the words.",
        )
    return term(key, match[2], parse_period, negated)


def _merge(terms: Iterable[Term], by_published: bool) -> Query:
    """Terms of one key become one, because any of their values may hold; negated ones must each fail by themselves."""
    merged: dict[tuple[str, bool], Term] = {}
    for new in terms:
        old = merged.get((new.key, new.negated))
        if old is None:
            merged[new.key, new.negated] = new
        else:
            merged[new.key, new.negated] = replace(
                old,
                values=(*old.values, *new.values),
                amounts=(*old.amounts, *new.amounts),
                periods=(*old.periods, *new.periods),
            )
    return Query(tuple(merged.values()), by_published)


def _meant(text: str, known: Iterable[str]) -> str:
    close = get_close_matches(text, list(known), 2, 0.5)
    return f"Did you mean {' or '.join(close)}? " if close else ""


def _amounts(text: str) -> tuple[Amount, ...]:
    if between := _BETWEEN.fullmatch(text):
        high = _amount(f"<={between[3]}", text)
        low = _amount(f">={between[1]}{between[2] or _tail(between[3])}", text)
        return low, high
    return (_amount(text, text),)


def _tail(text: str) -> str:
    """Multiplier and unit of the upper end, which the lower end shares: 10..20亿元."""
    return re.sub(r"^-?[0-9][0-9,.]*", "", text)


def _amount(text: str, whole: str) -> Amount:
    match = _AMOUNT.fullmatch(text.strip())
    if not match or not _UNIT.fullmatch(match[3]):
        raise UsageError(f"{whole!r} is not an amount.", hint="Write it like >=1亿元, <30%, 500 or 10..20亿元.")
    power, unit = split_multiplier(match[3].strip())
    return Amount(_OPERATORS.get(match[1], match[1]), Decimal(match[2].replace(",", "")).scaleb(power), unit or None)


def split_multiplier(unit: str) -> tuple[int, str]:
    """The power of ten in front of a unit, and the unit: (4, 吨) for 万吨; 千瓦 and 千克 are units of their own."""
    for word, power in _MULTIPLIERS.items():
        if unit.startswith(word) and not _KILO.match(unit):
            return power, unit[len(word) :]
    return 0, unit
