"""`policytrack promises`: targets, and later figures that may answer them."""

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, Selection, output_options, query_options


@click.command()
@query_options
@click.option("--silent", is_flag=True, help="Only targets without any candidate.")
@output_options
def promises(output: Output, selection: Selection, silent: bool) -> None:
    """List targets and planned figures with later figures that may answer them.

    Candidates are no claims: the score shows how well name, place and time agree. TERM and -p select the targets.
    """
    from policytrack.compare.facts import where_printed
    from policytrack.compare.promises import promises as find
    from policytrack.query import Query
    from policytrack.render.table import Cell, Column, Table
    from policytrack.reports.numbers import as_printed, plain
    from policytrack.store.facts import facts, measure_of

    names = names_of(output)
    measure = measure_of(names.lexicon)
    conn = output.open()
    try:
        targets = [f for f in facts(conn, selection.query, names) if f.figure.obs == "target"]
        actuals = facts(conn, Query().having("obs", "actual"), names)
    finally:
        conn.close()
    places = labels_of(names, output.lang)["ref_area"]
    columns = (
        Column("target_id", "目标", "target"),
        Column("indicator", "指标", "indicator"),
        Column("ref_area", "地区", "area"),
        Column("target", "目标值", "goal", right=True),
        Column("answer", "后来", "later", right=True),
        Column("reached", "完成%", "reached %", right=True),
        Column("score", "契合", "score", right=True),
        Column("parts", "名·地·时", "name·place·time"),
        Column("answer_id", "编号", "id"),
        Column("published", "发布", "published"),
    )
    rows: list[tuple[Cell, ...]] = []
    found = find(targets, actuals, measure)
    for promise in found:
        figure = promise.target.figure
        place = promise.target.organisation or places.get(promise.target.place or "", promise.target.place or "")
        head = (where_printed(promise.target).figure_id, figure.indicator, place, as_printed(figure))
        if promise.silent:
            rows.append((*head, None, None, None, None, None, None))
            continue
        if silent:
            continue
        for answer in promise.answers:
            score = answer.score
            rows.append((
                *head, as_printed(answer.fact.figure), plain(answer.reached) if answer.reached is not None else None,
                str(score.total), f"{score.name}·{score.place}·{score.time}", where_printed(answer.fact).figure_id,
                answer.fact.published,
            ))  # fmt: skip
    quiet = sum(promise.silent for promise in found)
    title = f"promises · {len(found)} targets, {len(found) - quiet} with candidates, {quiet} silent so far"
    output.write(Table(title, columns, rows, name="promises"))
