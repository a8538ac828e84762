"""Promises as a table: what was announced when and for when, and what may answer it, with the parts of the score."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from policytrack.compare.facts import where_printed
from policytrack.compare.promises import Plan, Promise, Score
from policytrack.model import Fact
from policytrack.period import Period
from policytrack.period_query import people_period
from policytrack.render.table import Cell, Column, Table
from policytrack.reports.numbers import as_printed, plain
from policytrack.reports.words import whose

Label = Callable[[object], str]
_KEYS = (
    ("target_id", "目标编号", "target id"), ("indicator", "指标或行动", "indicator or act"), ("ref_area", "地区", "area"),
    ("organisation", "单位名称", "organisation"), ("target", "目标", "goal"), ("target_value", "目标值", "goal value"),
    ("unit_measure", "单位", "unit"), ("target_period", "目标期间", "goal for"), ("due", "期限", "due"),
    ("target_published", "承诺发布", "announced"), ("title", "标题", "title"), ("state", "状态", "state"),
    ("answer", "后来", "later"), ("answer_value", "后来值", "later value"), ("answer_period", "后来期间", "later period"),
    ("answer_published", "后来发布", "later published"), ("answer_id", "后来编号", "later id"),
    ("reached", "完成%", "reached %"), ("score", "契合", "score"), ("parts", "名·地·时", "name·place·time"),
)  # fmt: skip
_NUMBERS = frozenset(("target_value", "answer_value", "reached", "score"))
_PEOPLE_COLUMNS = (
    Column("ids", "编号", "ids", least=6),
    Column("published", "发布", "published", least=10),
    Column("indicator", "指标或行动", "indicator or act", least=14),
    Column("target", "目标", "goal", right=True, least=8),
    Column("answer", "后来", "later", right=True, least=8),
    Column("reached", "完成%", "reached %", right=True),
    Column("score", "契合", "score", right=True),
)
_STATES = {
    "zh": {"pending": "未到期", "silent": "尚无下文", "answered": "有可能的结果"},
    "en": {"pending": "not due yet", "silent": "silent so far", "answered": "with candidates"},
}
_SCORE_NOTE = {
    "zh": "契合：0至1，下为指标名、地区、时间三项；是候选，不是结论",
    "en": "score: 0 to 1, under it name, place and time; candidates, not claims",
}
_KNOWN_NOTE = {
    "zh": "未到期：期限在数据最后一天{}之后。",
    "en": "not due yet: due after {}, the last day of the data.",
}
_RULES_NOTE = {
    "zh": "另有{}个按规定执行的标准、价格或限额，不是承诺：`policytrack figures obs:目标`。",
    "en": "{} more targets are charges, limits or standards that hold by rule: `policytrack figures obs:target`.",
}
Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Found:
    """What the table is made of."""

    promises: Sequence[Promise]
    plans: Sequence[Plan]
    known_on: date | None  # the last day of which anything is known
    titles: Mapping[str, str]  # of the articles with promises
    rules: int  # targets that promise nothing


def promise_table(found: Found, asked: str, label: Label, *, silent: bool, data: bool, lang: str) -> Table:
    """One line a candidate; what has none stands with an empty answer. With `silent` only what fell silent.

    Programs get a field a column; people get what belongs together under each other.
    """
    rows = [row for row in (*_targets(found), *_plans(found)) if not silent or row["state"] == "silent"]
    title = _title(found, asked, lang)
    if data:
        columns = tuple(
            Column(key, zh, en, right=key in _NUMBERS, show=label if key == "ref_area" else None)
            for key, zh, en in _KEYS
        )
        return Table(title, columns, [tuple(row.get(c.key) for c in columns) for row in rows], name="promises")
    notes = [_SCORE_NOTE[lang]] if any(row["state"] == "answered" for row in rows) else []
    if found.known_on and any(row["state"] == "pending" for row in rows):
        notes.append(_KNOWN_NOTE[lang].format(found.known_on))
    if found.rules:
        notes.append(_RULES_NOTE[lang].format(found.rules))
    return Table(
        title, _PEOPLE_COLUMNS, [_stacked(row, label, lang) for row in rows], notes=tuple(notes), name="promises"
    )


def _targets(found: Found) -> Iterator[Row]:
    for promise in found.promises:
        target = promise.target
        printed = where_printed(target)
        head: Row = {
            "target_id": printed.figure_id, "indicator": target.figure.indicator, "ref_area": target.place,
            "organisation": target.organisation, "target": as_printed(target.figure),
            "target_value": target.figure.printed_value, "unit_measure": target.figure.unit,
            "target_period": _iso(target.figure.period), "due": promise.due, "target_published": printed.published,
            "title": found.titles.get(printed.article_id), "state": promise.state(found.known_on),
        }  # fmt: skip
        yield from (head | _answer(answer.fact, answer.reached, answer.score) for answer in promise.answers)
        if not promise.answers:
            yield head


def _answer(fact: Fact, reached: Decimal | None, score: Score) -> Row:
    return {
        "answer": as_printed(fact.figure), "answer_value": fact.figure.printed_value,
        "answer_period": _iso(fact.figure.period), "answer_published": fact.published,
        "answer_id": where_printed(fact).figure_id, "reached": None if reached is None else plain(reached), **_score(score),
    }  # fmt: skip


def _plans(found: Found) -> Iterator[Row]:
    for plan in found.plans:
        act = plan.report
        head: Row = {
            "target_id": act.action_id, "indicator": act.action.quote, "ref_area": act.place,
            "target_period": _iso(act.action.period), "due": plan.due, "target_published": act.published,
            "title": act.title, "state": plan.state(found.known_on),
        }  # fmt: skip
        for report, score in plan.answers:
            yield head | {
                "answer": report.action.quote, "answer_period": _iso(report.action.period),
                "answer_published": report.published, "answer_id": report.action_id, **_score(score),
            }  # fmt: skip
        if not plan.answers:
            yield head


def _score(score: Score) -> Row:
    return {"score": str(score.total), "parts": f"{score.name}·{score.place}·{score.time}"}


def _iso(period: Period | None) -> str | None:
    return period.iso if period else None


def _stacked(row: Row, label: Label, lang: str) -> tuple[Cell, ...]:
    """A row as people read it: what belongs together under each other, the promise over what may answer it."""
    scope = whose(str(row.get("organisation") or ""), str(label(row["ref_area"]) or ""))
    answer = row.get("answer") or _STATES[lang][str(row["state"])]
    return (
        _lines(row["target_id"], row.get("answer_id")), _lines(row["target_published"], row.get("answer_published")),
        _lines(row["indicator"], scope), _lines(row.get("target"), _people(row["target_period"])),
        _lines(answer, _people(row.get("answer_period"))), row.get("reached"),
        _lines(row.get("score"), str(row.get("parts") or "").replace(".0", "")),
    )  # fmt: skip


def _lines(*parts: Cell) -> str | None:
    return "\n".join(str(part) for part in parts if part) or None


def _people(iso: Cell) -> str | None:
    return people_period(Period.from_iso(str(iso))) if iso else None


def _title(found: Found, asked: str, lang: str) -> str:
    """How many promises there are, and what became of them."""
    states = Counter(one.state(found.known_on) for one in found.promises)
    states += Counter(one.state(found.known_on) for one in found.plans)
    targets, plans, names = len(found.promises), len(found.plans), _STATES[lang]
    told = [name for name in ("answered", "silent", "pending") if states[name] or name != "pending"]
    head = ("承诺" if lang == "zh" else "promises") + (f" · {asked}" if asked else "")
    if lang == "zh":
        parts = [f"{targets}个目标", f"{plans}项计划", *(f"{states[name]}项{names[name]}" for name in told)]
        return f"{head} · {'，'.join(parts)}"
    parts = [f"{targets} targets", f"{plans} planned acts", *(f"{states[name]} {names[name]}" for name in told)]
    return f"{head} · {', '.join(parts)}"
