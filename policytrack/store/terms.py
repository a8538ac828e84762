"""A query as SQL: conditions on the tables of a listing, every value a parameter.

The listings name their tables alike: `h` heads, `v` versions, and `t` the table of figures or actions.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from policytrack.names import Names
from policytrack.query import Amount, Query, Term, split_multiplier

Sql = tuple[str, list[object]]
_CODE = "{0} GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]*'"
_FIGURES_OF = "EXISTS (SELECT 1 FROM figures g WHERE g.extraction = h.extraction AND {0})"
_ACTIONS_OF = "EXISTS (SELECT 1 FROM actions g WHERE g.extraction = h.extraction AND {0})"
_ACTION_OF_FIGURE = "EXISTS (SELECT 1 FROM actions g WHERE g.extraction = t.extraction AND g.name = t.action AND {0})"
_FIGURE_OF_ACTION = "EXISTS (SELECT 1 FROM figures g WHERE g.extraction = t.extraction AND g.action = t.name AND {0})"

# Where a key is answered, by listing: a condition on the listing's own row, or on rows that belong to it.
_COLUMNS = {
    "figures": {
        "kind": "t.kind", "obs": "t.obs_status", "accumulation": "t.accumulation", "bound": "t.bound",
        "dimension": "t.dimension", "unit": "t.unit_measure", "type": "t.action_type",
    },
    "actions": {"type": "t.type", "realis": "t.realis", "stage": "t.stage"},
    "articles": {},
}  # fmt: skip
_OF_FIGURES = {
    "kind": "g.kind", "obs": "g.obs_status", "accumulation": "g.accumulation", "bound": "g.bound",
    "dimension": "g.dimension", "unit": "g.unit_measure",
}  # fmt: skip
_OF_ACTIONS = {"type": "g.type", "realis": "g.realis", "stage": "g.stage"}

# Decisions are about a text: they hold for every version of an article with the same content, so that they are there again
# when an undone article comes back.
SAME_TEXT = (
    "c.version IN (SELECT o.id FROM versions o JOIN versions m ON m.article = o.article"
    " AND m.content_sha256 = o.content_sha256 WHERE m.id = {version})"
)


@dataclass(slots=True)
class _Builder:
    listing: str  # figures | actions | articles
    names: Names
    by_published: bool
    parameters: list[object] = field(default_factory=list)

    def any(self, condition: str, values: Iterable[object]) -> str:
        """The condition for any of the values; `?` stands once or several times for the value."""
        parts = []
        for value in values:
            parts.append(condition)
            self.parameters.extend([value] * condition.count("?"))
        return f"({' OR '.join(parts)})"

    def of_figures(self, condition: str) -> str:
        """A condition on `g`, a figure, for the listing's row."""
        if self.listing == "figures":
            return condition.replace("g.", "t.")
        return (_FIGURE_OF_ACTION if self.listing == "actions" else _FIGURES_OF).format(condition)

    def of_actions(self, condition: str) -> str:
        """A condition on `g`, an action, for the listing's row."""
        if self.listing == "actions":
            return condition.replace("g.", "t.")
        return (_ACTION_OF_FIGURE if self.listing == "figures" else _ACTIONS_OF).format(condition)


def conditions(query: Query, listing: str, names: Names) -> Sql:
    """The WHERE condition of a query for `figures`, `actions` or `articles`, and its parameters.

    Raises UsageError for a type or place that nobody knows.
    """
    builder = _Builder(listing, names, query.by_published)
    parts = []
    for term in query.terms:
        part = _condition(term, builder)
        parts.append(f"NOT coalesce({part}, 0)" if term.negated else part)
    return " AND ".join(parts) or "1", builder.parameters


def _condition(term: Term, b: _Builder) -> str:
    special = _SPECIAL.get(term.key)
    if special:
        return special(term, b)
    values: Iterable[object] = term.values
    if term.key == "type":
        values = [b.names.type_id(value) for value in term.values]
    if term.key == "unit":
        values = list(dict.fromkeys((*term.values, *(split_multiplier(value)[1] for value in term.values))))
    column = _COLUMNS[b.listing].get(term.key)
    if column:
        return b.any(f"{column} = ?", values)
    if term.key in _OF_FIGURES:
        return b.of_figures(b.any(f"{_OF_FIGURES[term.key]} = ?", values))
    return b.of_actions(b.any(f"{_OF_ACTIONS[term.key]} = ?", values))


def _place(term: Term, b: _Builder) -> str:
    parts = []
    for value in term.values:
        place = b.names.place(value)
        own = "t.ref_area" if b.listing != "articles" else "v.place"
        if "" in place.prefixes:  # the nation holds every place
            parts.append("1")
        elif place.prefixes:
            here = b.any(f"{own} GLOB ?", [f"{prefix}*" for prefix in place.prefixes])
            if b.listing != "articles":  # a name without a code lies where its article lies
                there = b.any("v.place GLOB ?", [f"{prefix}*" for prefix in place.prefixes])
                here = f"({here} OR (({own} IS NULL OR NOT {_CODE.format(own)}) AND {there}))"
            parts.append(here)
        else:
            parts.append(b.any(f"(instr({own}, ?) OR instr(v.place, ?))", [place.name]))
    return f"({' OR '.join(parts)})"


def _actor(term: Term, b: _Builder) -> str:
    return b.of_actions(b.any("instr(g.actor, ?)", term.values))


def _organisation(term: Term, b: _Builder) -> str:
    return b.of_figures(b.any("instr(g.organisation, ?)", term.values))


def _indicator(term: Term, b: _Builder) -> str:
    """Part of the name, or with = before it the whole: 指标7 finds 指标70, =指标7 does not."""
    whole = [name for value in term.values if value[:1] == "=" for name in b.names.indicators(value[1:])]
    part = [name for value in term.values if value[:1] != "=" for name in b.names.indicators(value)]
    tests = [b.any("g.indicator = ?", whole)] if whole else []
    if part:
        tests.append(b.any("g.indicator IN (SELECT DISTINCT indicator FROM figures WHERE instr(indicator, ?))", part))
    return b.of_figures(f"({' OR '.join(tests)})")


def _source(term: Term, b: _Builder) -> str:
    return b.any("instr(v.source, ?)", term.values)


def _date(term: Term, b: _Builder) -> str:
    """Selected is what ends in the period; what says nothing counts by its publication."""
    day = "v.published"
    if not b.by_published and b.listing != "articles":
        day = "t.day"
    parts = []
    for period in term.periods:
        ends = [(">=", period.start), ("<=", period.end)]
        bounds = [f"{day} {operator} ?" for operator, end in ends if end]
        b.parameters.extend(end.isoformat() for _, end in ends if end)
        parts.append(f"({' AND '.join(bounds) or '1'})")
    return f"({' OR '.join(parts)})"


def _amount(term: Term, b: _Builder) -> str:
    parts = []
    for amounts in term.amounts:
        parts.append("(" + " AND ".join(_comparison(amount, b) for amount in amounts) + ")")
    return b.of_figures(f"({' OR '.join(parts)})")


def _comparison(amount: Amount, b: _Builder) -> str:
    if amount.unit is None:
        b.parameters.append(float(amount.value))
        return f"g.value_sort {amount.operator} ?"
    parts = []
    for unit, factor in b.names.kin(amount.unit):
        parts.append(f"(g.unit_measure = ? AND g.value_sort {amount.operator} ?)")
        b.parameters.extend([unit, float(amount.value / factor)])
    return f"({' OR '.join(parts)})"


def phrase(text: str) -> str:
    """The words as a full-text phrase: every character is a token."""
    return '"' + " ".join(c for c in text if c != '"') + '"'


def _text(term: Term, b: _Builder) -> str:
    if b.listing != "articles":
        return b.any("instr(t.quote, ?)", term.values)
    parts = []
    for value in term.values:
        # The index knows no punctuation, so what it finds is looked at again.
        parts.append("(instr(v.title, ?) OR instr(v.text, ?))")
        b.parameters.extend([value, value])
        if any(c.isalnum() for c in value):
            parts[-1] = f"(v.id IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?) AND {parts[-1]})"
            b.parameters[-2:] = [phrase(value), value, value]
    return f"({' OR '.join(parts)})"


def _article(term: Term, b: _Builder) -> str:
    return b.any("h.article = ?", map(int, term.values))


def _run(term: Term, b: _Builder) -> str:
    return b.any("h.extraction IN (SELECT id FROM extractions WHERE run = ?)", map(int, term.values))


def _reviewed(term: Term, b: _Builder) -> str:
    item = {"figures": "AND c.item = 'figure'", "actions": "AND c.item = 'action'", "articles": ""}[b.listing]
    span = "" if b.listing == "articles" else 'AND c."where" = t."where" AND c.start = t.start AND c."end" = t."end"'
    done = (
        f"EXISTS (SELECT 1 FROM corrections c WHERE {SAME_TEXT.format(version='h.version')} {item} {span}"
        " AND c.decision <> 'undo'"
        " AND c.id NOT IN (SELECT undoes FROM corrections WHERE undoes IS NOT NULL))"
    )
    wanted = set(term.values)
    return "1" if len(wanted) == 2 else done if "yes" in wanted else f"NOT {done}"


_SPECIAL: dict[str, Callable[[Term, _Builder], str]] = {
    "place": _place, "actor": _actor, "organisation": _organisation, "indicator": _indicator, "source": _source,
    "date": _date, "amount": _amount, "text": _text, "article": _article, "run": _run, "reviewed": _reviewed,
}  # fmt: skip
