"""`policytrack report`: overviews of what the database holds."""

from collections.abc import Callable
from difflib import get_close_matches
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, Selection, output_options, query_options
from policytrack.errors import UsageError

if TYPE_CHECKING:
    import sqlite3

    from policytrack.names import Names
    from policytrack.render.table import Cell, Table

NAMES = ("summary", "types", "places", "actors", "series", "campaigns", "coverage")
_BY = {"types": "type", "places": "place", "actors": "actor"}


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from policytrack.cli.complete import complete_term

    return [name for name in NAMES if name.startswith(incomplete)] + complete_term(ctx, param, incomplete)


def _name_or_term(command: Callable[..., Any]) -> Callable[..., Any]:
    """Take a first word that is no NAME for a term: `report place:西宁`, `report 减税`. A misspelt NAME is refused."""

    @wraps(command)
    def wrapped(*args: Any, name: str, terms: tuple[str, ...], **kwargs: Any) -> Any:
        if name not in NAMES:
            if name.isascii() and ":" not in name:
                close = get_close_matches(name, NAMES, 1)
                meant = f"Did you mean {close[0]}? " if close else ""
                raise UsageError(
                    f"There is no report {name!r}.",
                    hint=f"{meant}Reports are {', '.join(NAMES)}; text:{name} is a term.",
                )
            name, terms = "summary", (name, *terms)
        return command(*args, name=name, terms=terms, **kwargs)

    return wrapped


@click.command()
@click.argument("name", default="summary", metavar="[NAME]", shell_complete=_complete)
@_name_or_term
@query_options
@click.option("--by", type=click.Choice(["month", "quarter", "place", "type", "actor"]), help="Group by this instead.")
@click.option("--limit", type=click.IntRange(0), default=0, metavar="N", help="At most N rows; 0 shows all.")
@output_options
def report(output: Output, selection: Selection, name: str, by: str | None, limit: int) -> None:
    """Say what was done, with which figures, for which period.

    NAME is summary (the default), types, places, actors, series, campaigns or coverage. TERM narrows it, as place:西宁.
    """
    if by and name != "summary":
        raise UsageError(
            f"`report {name}` has its own rows, and --by asks for others.", hint=f"`report --by {by}`, or no --by."
        )
    from policytrack.store import summary as counts

    names = names_of(output)
    conn = output.open()
    try:
        total = counts.totals(conn, selection.query, names)
        title = _title(name if by is None else f"by {by}", selection, total, output.lang)
        group = by or _BY.get(name)
        if group:
            table = _grouped(conn, selection, names, group, title, output.lang)
        elif name == "series":
            table = _series(conn, selection, names, title, output.lang)
        elif name == "campaigns":
            from policytrack.reports.campaigns import campaign_table
            from policytrack.store.campaigns import campaigns_of

            found = campaigns_of(conn, selection.query, names)
            labels = _label(names, "type", output.lang), _label(names, "place", output.lang)
            table = campaign_table(title, found, *labels)
        elif name == "coverage":
            from policytrack.reports.overview import coverage

            table = coverage(title, counts.coverage(conn, selection.query, names))
        else:
            table = _summary(conn, selection, names, title, output.lang)
    finally:
        conn.close()
    if not table.rows:
        output.say(f"Nothing found{' for ' + selection.title if selection.title else ''}. "
                   "`policytrack report coverage` shows what there is.")  # fmt: skip
    if limit and len(table.rows) > limit:
        from dataclasses import replace

        output.say(f"{limit} of {len(table.rows)} rows; --limit 0 shows all.")
        table = replace(table, rows=table.rows[:limit])
    output.write(table)


def _title(name: str, selection: Selection, total: dict[str, object], lang: str) -> str:
    from policytrack.reports.words import title

    head = title(name, lang) + (f" · {selection.title}" if selection.title else "")
    articles, sources, first, last = (total[key] for key in ("articles", "sources", "first", "last"))
    if lang == "zh":
        return f"{head} · {sources}个来源{articles}篇报道" + (f"，{first}至{last}发布" if first else "")
    days = f", published {first} to {last}" if first else ""
    told = f"{articles} article{'' if articles == 1 else 's'} from {sources} source{'' if sources == 1 else 's'}"
    return f"{head} · {told}{days}"


def _label(names: "Names", key: str, lang: str) -> "Callable[[Cell], str]":
    known = labels_of(names, lang).get(key, {})
    return lambda cell: known.get(str(cell), str(cell))


def _grouped(
    conn: "sqlite3.Connection", selection: Selection, names: "Names", by: str, title: str, lang: str
) -> "Table":
    from policytrack.reports.overview import groups
    from policytrack.store.summary import grouped_actions, grouped_figures

    rows = grouped_actions(conn, selection.query, names, by)
    return groups(title, by, rows, grouped_figures(conn, selection.query, names, by), _label(names, by, lang))


def _series(conn: "sqlite3.Connection", selection: Selection, names: "Names", title: str, lang: str) -> "Table":
    from policytrack.reports.overview import series
    from policytrack.store.summary import series_overview

    labels = (_label(names, key, lang) for key in ("place", "kind", "obs"))
    return series(title, series_overview(conn, selection.query, names), *labels)


def _summary(conn: "sqlite3.Connection", selection: Selection, names: "Names", title: str, lang: str) -> "Table":
    from policytrack.reports.overview import summary
    from policytrack.store.facts import facts
    from policytrack.store.summary import grouped_actions

    by_type: dict[str, list[object]] = {}
    telling = selection.query.having("kind", "level").having("obs", "actual")  # the others are never key figures
    for fact in facts(conn, telling, names):
        figure = fact.figure
        if figure.action and figure.indicator and figure.obs == "actual" and figure.kind == "level":
            by_type.setdefault(figure.action, []).append(fact)
    both = "`policytrack figures type:…`", "`policytrack actions type:…`"
    notes = (
        "{} 列出某类行动的全部数字，{} 列出行动本身。"
        if lang == "zh"
        else "{} lists all figures of a type, {} its acts."
    ).format(*both)
    rows = grouped_actions(conn, selection.query, names, "type")
    labels = _label(names, "type", lang), _label(names, "place", lang)
    return summary(title, rows, by_type, *labels, (notes,))  # type: ignore[arg-type]
