"""Derived numbers computed again: those of a report row from the figures it names, those of a database from its texts.

A row is a mapping of column names to text. Whatever cannot be computed again from ids in the row is not vouched for here.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from decimal import Decimal, InvalidOperation

from policytrack.audit import audit_article
from policytrack.audit.across import Comparison, unit_slip, yoy_chain, ytd_monotone
from policytrack.compare.facts import facts_of, where_printed
from policytrack.compare.flows import naive_growth
from policytrack.compare.series import Measure, amount, common_unit, series_key, value
from policytrack.compare.verdicts import judge
from policytrack.errors import UsageError
from policytrack.interval import HUNDRED
from policytrack.lexicon.load import Lexicon
from policytrack.model import Audit, Extraction, Fact, Figure
from policytrack.period import Period
from policytrack.retag import reading_of
from policytrack.store.audits import read_with, stored_audits
from policytrack.store.corrections import decisions
from policytrack.store.facts import printed_of_article
from policytrack.store.listing import ItemId, article_numbers, article_of, item, parse_id, stored_reading

Row = Mapping[str, object]
# The field of a row that is wrong, what the file says and what follows from the figures.
Wrong = tuple[str, str, str]


class Sources:
    """The figures that rows name, read once each."""

    def __init__(self, conn: sqlite3.Connection, measure: Measure) -> None:
        self.conn, self.measure = conn, measure
        self.known: dict[str, Fact] = {}
        self.periods: dict[str, Period | None] = {}  # of all figures of the articles read so far
        self.audited: dict[int, list[Audit]] = {}

    def fact(self, figure_id: object) -> Fact:
        """The figure as a fact of its article alone; raises UsageError when there is none."""
        name = str(figure_id)
        if name not in self.known:
            printed = list(printed_of_article(self.conn, parse_id(name).article))
            alone = {row.figure_id: fact for row in printed for fact in facts_of([row], self.measure)}
            facts = facts_of(printed, self.measure)
            told = {where_printed(fact).figure_id: fact for fact in facts}
            self.periods |= {m.figure_id: fact.figure.period for fact in facts for m in fact.mentions}
            self.known |= alone | told
        if name not in self.known:
            raise UsageError(
                f"There is no figure {name}.", hint="Check the file against the database it was made from."
            )
        return self.known[name]

    def period(self, figure_id: str) -> str | None:
        """The time of a figure, in a headline that says none that of the body's figure that it repeats."""
        self.fact(figure_id)
        period = self.periods[figure_id]
        return period.iso if period else None

    def audits(self, article: int) -> list[Audit]:
        """The audits of one article, computed from its stored figures."""
        if article not in self.audited:
            self.audited[article] = _audits(self.conn, article)
        return self.audited[article]


def recomputed(row: Row, sources: Sources) -> Iterator[Wrong]:
    """What is wrong with the derived numbers of a row of a diff, a series, a flow, an audit or a list of promises."""
    for columns, check in _CHECKS.items():
        if set(columns) <= row.keys():
            yield from check(row, sources)


def _diff(row: Row, sources: Sources) -> Iterator[Wrong]:
    facts = {side: sources.fact(row[f"{side}_id"]) for side in ("old", "new") if row.get(f"{side}_id")}
    if not facts:
        return
    unit, factor = common_unit(facts.get("old"), facts.get("new"), sources.measure)
    yield from _text(row, "unit_measure", unit)
    for side, fact in facts.items():
        period = fact.figure.period
        yield from _number(row, f"{side}_value", abs(value(fact, sources.measure)) / factor)
        yield from _text(row, f"{side}_period", period.iso if period else "")
        if not str(row[side]).endswith(fact.figure.surface):
            yield side, str(row[side]), fact.figure.surface
    if len(facts) == 2:
        verdict = judge(facts["old"], facts["new"], sources.measure)
        for name in ("delta", "delta_low", "delta_high", "percent"):
            if row.get(name) not in (None, ""):
                ours = getattr(verdict, name)
                yield from _number(row, name, ours if ours is None or name == "percent" else ours / factor)


def _flow(row: Row, sources: Sources) -> Iterator[Wrong]:
    after = sources.fact(row["to_id"])
    flow, span = value(after, sources.measure), amount(after, sources.measure)
    if row.get("from_id"):
        before = sources.fact(row["from_id"])
        flow -= value(before, sources.measure)
        span = span - amount(before, sources.measure)
    for name, number in (("flow", flow), ("flow_low", span.low), ("flow_high", span.high)):
        yield from _number(row, name, number)


def _growth(row: Row, sources: Sources) -> Iterator[Wrong]:
    if row.get("naive_growth") not in (None, ""):
        now, base = sources.fact(row["id"]), sources.fact(row["base_id"])
        ours = naive_growth(now, base, sources.measure)
        if str(row["naive_growth"]).rstrip("%") not in (str(ours), format(ours.normalize(), "f") if ours else ""):
            yield "naive_growth", str(row["naive_growth"]), f"{ours}%"


def _audit(row: Row, sources: Sources) -> Iterator[Wrong]:
    ids = str(row["figures"]).split()
    template = str(row["template"])
    across = {"ytd_monotone": ytd_monotone, "unit_slip": unit_slip}
    if template in across or template == "yoy_chain":
        facts = [sources.fact(name) for name in ids]

        def series_of(fact: Fact) -> object:
            return series_key(fact, sources.measure)

        by = Comparison(series_of, sources.measure.to_base)
        if template == "yoy_chain":
            found = list(yoy_chain(facts, [f for f in facts if f.figure.kind == "growth"], by))
        else:
            found = list(across[template](facts, by))
        known = [(audit.verdict, audit.note) for audit in found]
    else:
        article = parse_id(ids[0]).article
        names = [name.partition(".")[2] for name in ids]
        known = [
            (audit.verdict, audit.note) for audit in sources.audits(article)
            if audit.template == template and list(audit.figures) == names
        ]  # fmt: skip
    said = (str(row["verdict"]), str(row["note"]))
    if said not in known:
        yield "note", " · ".join(said), " · ".join(known[0]) if known else "no such relation"


def _promise(row: Row, sources: Sources) -> Iterator[Wrong]:
    if row.get("reached") in (None, ""):
        return
    target, answer = sources.fact(row["target_id"]), sources.fact(row["answer_id"])
    goal = value(target, sources.measure)
    reached = (value(answer, sources.measure) / goal * HUNDRED).quantize(Decimal("0.1")) if goal else None
    yield from _number(row, "reached", reached)


Check = Callable[[Row, Sources], Iterator[Wrong]]
# Which columns make a row one of a report, and how its derived numbers are computed again.
_CHECKS: dict[tuple[str, ...], Check] = {
    ("verdict", "old_id", "new_id", "delta"): _diff,
    ("flow", "from_id", "to_id"): _flow,
    ("naive_growth", "base_id", "id"): _growth,
    ("verdict", "template", "note", "figures"): _audit,
    ("target_id", "answer_id", "reached"): _promise,
}


def _number(row: Row, name: str, ours: Decimal | None) -> Iterator[Wrong]:
    said = str(row.get(name) or "")
    try:
        same = bool(said) and ours is not None and Decimal(said) == ours
    except InvalidOperation:
        same = False
    if name in row and not same and (said or ours is not None):
        yield name, said, "" if ours is None else format(ours, "f")


def _text(row: Row, name: str, ours: str) -> Iterator[Wrong]:
    said = str(row.get(name) or "")
    if name in row and said != ours:
        yield name, said, ours


def database(conn: sqlite3.Connection, lexicon: Lexicon) -> Iterator[str]:
    """What differs between the stored readings and what their texts give: figures read again, audits computed again."""
    for article in article_numbers(conn):
        row = item(conn, ItemId(article, None))
        figures, _ = stored_reading(conn, row["extraction"])
        stored = stored_audits(conn, row["extraction"])
        ours = [(a.template, a.figures, a.verdict, a.note) for a in _audits(conn, article)]
        for relation in sorted(set(stored).symmetric_difference(ours)):
            source = "is stored but does not follow" if relation in stored else "follows but is not stored"
            names = " ".join(f"{article}.{name}" for name in relation[1])
            yield f"article {article}: {relation[0]} of {names}, {relation[2]} ({relation[3]}), {source}"
        if lexicon.version == read_with(conn, row["extraction"]):
            again = reading_of(article_of(row), lexicon, decisions(conn, row["version"]))
            yield from _reread(article, figures, {(f.where, f.start, f.end): f for f in again.figures})


def _audits(conn: sqlite3.Connection, article: int) -> list[Audit]:
    row = item(conn, ItemId(article, None))
    figures, actions = stored_reading(conn, row["extraction"])
    return list(audit_article(Extraction(article_of(row), tuple(actions), tuple(figures), ())).audits)


def _reread(article: int, stored: list[Figure], again: Mapping[tuple[str, int, int], Figure]) -> Iterator[str]:
    for figure in stored:
        other = again.get((figure.where, figure.start, figure.end))
        if other is None:
            yield f"{article}.{figure.id}: {figure.surface!r} is no figure when the text is read again"
            continue
        for field in fields(Figure):
            one, two = getattr(figure, field.name), getattr(other, field.name)
            if field.name not in ("id", "action_id", "denominator", "confidence") and one != two:
                yield f"{article}.{figure.id}: {field.name} is {json.dumps(str(one), ensure_ascii=False)}, read again it is {two}"
