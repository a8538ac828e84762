"""`policytrack series INDICATOR`: one indicator over time."""

from typing import TYPE_CHECKING

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, Selection, output_options, query_options
from policytrack.errors import UsageError

if TYPE_CHECKING:
    import sqlite3

    from policytrack.model import Fact


@click.command()
@click.argument("indicator")
@query_options
@click.option("--flow", is_flag=True, help="Turn year-to-date amounts into what was added between them.")
@click.option("--vintages", is_flag=True, help="Every print of each fact: first, rounded, restated.")
@click.option("--chart", is_flag=True, help="Draw bars on the terminal.")
@output_options
def series(output: Output, selection: Selection, indicator: str, flow: bool, vintages: bool, chart: bool) -> None:
    """Follow one indicator over time, with printed growth beside our own.

    INDICATOR is a name such as 减税降费; names of the same series count as one. TERM narrows it, as place:西宁.
    """
    from policytrack.compare.flows import flows
    from policytrack.compare.series import series_key
    from policytrack.reports import series as reports
    from policytrack.store.facts import facts, measure_of

    names = names_of(output)
    measure = measure_of(names.lexicon)
    conn = output.open()
    try:
        found = facts(conn, selection.query.having("indicator", indicator), names)
        exact = [f for f in found if measure.canonical(f.figure.indicator or "") == measure.canonical(indicator)]
        if not exact:
            raise UsageError(f"No figure of {indicator!r} here.", hint=_suggest(conn, indicator))
    finally:
        conn.close()
    places = labels_of(names, output.lang)["ref_area"]
    title = f"{measure.canonical(indicator)}{' · ' + selection.title if selection.title else ''}"

    def label(cell: object) -> str:
        return places.get(str(cell), str(cell)) if cell else ""

    levels = [f for f in exact if f.figure.kind == "level" and f.figure.obs == "actual"]
    growth = [f for f in exact if f.figure.kind == "growth"]
    if flow:
        groups: dict[object, list[Fact]] = {}
        for fact in levels:
            groups.setdefault(series_key(fact, measure), []).append(fact)
        steps = [step for group in groups.values() for step in flows(group, measure)]
        table = reports.flow_table(f"{title} · flows", steps, measure, label)
    elif vintages:
        table = reports.vintages(f"{title} · vintages", levels or exact, label)
    else:
        rates = growth if levels else []
        table = reports.timeline(title, levels or exact, rates, measure, label, data=output.is_data)
    output.write(table)
    if chart and not output.is_data:
        lines = reports.chart(levels, measure, label, output.width or 80)
        width = max((_cells(line.partition("\t")[0]) for line in lines), default=0)
        for line in lines:
            name, _, bar = line.partition("\t")
            click.echo(f"{name}{' ' * (width - _cells(name))}  {bar}")


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def _suggest(conn: "sqlite3.Connection", indicator: str) -> str:
    """Indicators of the database that look or sound like the one asked for."""
    from difflib import get_close_matches

    from policytrack.store.listing import indicator_names

    known = indicator_names(conn)
    close = [name for name in known if indicator in name or name in indicator][:5]
    close = close or get_close_matches(indicator, known, 5, 0.4)
    meant = f"Did you mean {', '.join(close)}? " if close else ""
    return f"{meant}`policytrack report series` lists all."
