"""`policytrack series INDICATOR`: one indicator over time."""

from typing import TYPE_CHECKING

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, Selection, draws, output_options, query_options
from policytrack.errors import UsageError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from policytrack.compare.flows import Flow
    from policytrack.compare.series import Measure
    from policytrack.model import Fact
    from policytrack.render.chart import Bar
    from policytrack.render.table import Table


@click.command()
@click.argument("indicator")
@query_options
@click.option("--flow", is_flag=True, help="Turn year-to-date amounts into what was added between them.")
@click.option("--vintages", is_flag=True, help="Every print of each fact: first, rounded, restated.")
@click.option("--chart", is_flag=True, help="Draw bars; with -o chart.svg, .png or .html into a file.")
@output_options
@draws
def series(output: Output, selection: Selection, indicator: str, flow: bool, vintages: bool, chart: bool) -> None:
    """Follow one indicator over time, with printed growth beside our own.

    INDICATOR is a name such as 减税降费; names of the same series count as one. TERM narrows it, as place:西宁.
    """
    if flow and vintages:
        raise UsageError("--flow and --vintages are two tables.", hint="Ask for one of them.")
    from policytrack.reports import series as reports
    from policytrack.reports.vintages import vintages as vintage_table
    from policytrack.store.facts import facts, measure_of, replaced_facts, without_repeats

    if flow and vintages:
        raise UsageError("--flow and --vintages are two tables.", hint="Give one of them.")
    names = names_of(output)
    measure = measure_of(names.lexicon)
    conn = output.open()
    try:
        query, wanted = selection.query.having("indicator", f"={indicator}"), measure.canonical(indicator)
        found = without_repeats(conn, facts(conn, query, names), measure)
        exact = [f for f in found if measure.canonical(f.figure.indicator or "") == wanted]
        before = replaced_facts(conn, query, names) if vintages else []
        if not exact:
            raise UsageError(f"No figure of {indicator!r} here.", hint=suggest(conn, indicator))
    finally:
        conn.close()
    places = labels_of(names, output.lang)["ref_area"]
    title = f"{measure.canonical(indicator)}{' · ' + selection.title if selection.title else ''}"
    zh = output.lang == "zh"

    def label(cell: object) -> str:
        return places.get(str(cell), str(cell)) if cell else ""

    levels = [f for f in exact if f.figure.kind == "level" and f.figure.obs == "actual"]
    bars = None
    if flow:
        steps = _flows(levels, measure)
        title = f"{title} · {'分期新增' if zh else 'flows'}"
        table = reports.flow_table(title, steps, measure, label, data=output.is_data, lang=output.lang)
        bars = reports.flow_bars(steps, measure, label)
    elif vintages:
        title = f"{title} · {'各版本' if zh else 'vintages'}"
        shown = levels or exact
        kinds = {(f.figure.kind, f.figure.obs) for f in shown}
        gone = [f for f in before if (f.figure.kind, f.figure.obs) in kinds]
        table = vintage_table(title, shown, gone, measure, label, lang=output.lang)
    else:
        rates = [f for f in exact if f.figure.kind == "growth"] if levels else []
        table = reports.timeline(title, levels or exact, rates, measure, label, data=output.is_data, lang=output.lang)
    _write(output, table, bars if bars is not None else reports.fact_bars(levels, measure, label), chart)


def _flows(levels: "list[Fact]", measure: "Measure") -> "list[Flow]":
    """The flows of each series; facts that their article does not tell apart are in none."""
    from policytrack.compare.ambiguous import ambiguous
    from policytrack.compare.flows import flows
    from policytrack.compare.series import series_key

    unclear = ambiguous(levels, measure)
    groups: dict[object, list[Fact]] = {}
    for fact in levels:
        if fact.mentions[0].figure_id not in unclear:
            groups.setdefault(series_key(fact, measure), []).append(fact)
    return [step for group in groups.values() for step in flows(group, measure)]


def _write(output: Output, table: "Table", bars: "Sequence[Bar]", chart: bool) -> None:
    """The table, and the bars where they were asked for: a drawing as its own file, in a page, or on the terminal."""
    from policytrack.render.chart import png_bytes, svg_text, terminal_lines

    ending = output.file.suffix.lower() if output.file else ""
    if output.file and ending in (".svg", ".png"):
        if not bars:
            raise UsageError("There is nothing to draw: no amount has a period.", hint="Leave out -o to see the table.")
        svg = svg_text(table.title, bars)
        _save(output, png_bytes(svg) if ending == ".png" else svg.encode())
    elif output.file and ending in (".html", ".htm") and chart and bars:
        from policytrack.render.pages import html_text

        page = html_text([table], output.lang, output.made_by)
        _save(output, page.replace("\n</html>", f"\n{svg_text(table.title, bars)}</html>").encode())
    else:
        output.write(table)
        if chart and bars and not output.is_data and not output.file:
            for line in terminal_lines(bars, output.width or _columns()):
                click.echo(line)


def _save(output: Output, data: bytes) -> None:
    assert output.file
    try:
        output.file.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{output.file} cannot be written: {error.strerror}.", hint="Give another -o FILE.") from None
    output.say(f"Wrote {output.file}.")


def _columns() -> int:
    """The width of the terminal; 80 when the output goes elsewhere."""
    import sys
    from shutil import get_terminal_size

    return get_terminal_size().columns if sys.stdout.isatty() else 80


def suggest(conn: "sqlite3.Connection", indicator: str) -> str:
    """Indicators of the database that look or sound like the one asked for."""
    from difflib import get_close_matches

    from policytrack.store.listing import indicator_names

    known = [name for name in indicator_names(conn) if name != indicator]
    close = [name for name in known if indicator in name or name in indicator][:5]
    close = close or get_close_matches(indicator, known, 5, 0.4)
    meant = f"Did you mean {', '.join(close)}? " if close else ""
    return f"{meant}`policytrack report series` lists all."
