"""`policytrack runs`: what each run did."""

from typing import Any

import click

from policytrack.cli.options import Output, output_options

_UTC = {"zh": "时间为UTC。", "en": "Times are UTC."}


def _minute(cell: object) -> str:
    """2026-11-24 11:01 for people; data formats keep the seconds and the zone."""
    return str(cell)[:16].replace("T", " ")


def _time(cell: object) -> str:
    """11:01:20, on the day it started or the next."""
    return str(cell)[11:19]


@click.command()
@click.argument("run", required=False, type=click.IntRange(1))
@click.option("--failed", is_flag=True, help="Only inputs whose newest attempt failed, of all runs.")
@click.option("--quarantine", is_flag=True, help="Only broken files that are left alone until they change.")
@output_options
def runs(run: int | None, failed: bool, quarantine: bool, output: Output) -> None:
    """List all runs, newest first; with the number of one, what became of each of its inputs.

    A file that failed three times and has not changed is in quarantine: ingest leaves it alone; --retry tries it again.
    """
    from policytrack.render.table import Column, Table
    from policytrack.reports import words
    from policytrack.store.quarantine import quarantine_rows
    from policytrack.store.runs import failed_inputs, run_inputs, run_row
    from policytrack.store.runs import runs as all_runs

    def table(title: str, rows: list[dict[str, Any]], columns: tuple[Column, ...], name: str) -> Table:
        notes = (_UTC[output.lang],) if name == "runs" else ()
        return Table(
            words.title(title, output.lang),
            columns,
            [tuple(row[c.key] for c in columns) for row in rows],
            notes,
            name=name,
        )

    inputs = (
        Column("origin", "输入", "input"), Column("outcome", "结果", "outcome"),
        Column("articles", "报道", "articles", right=True), Column("reason", "原因", "reason"),
        Column("hint", "下一步", "next step"),
    )  # fmt: skip
    conn = output.open()
    if quarantine:
        broken = (
            inputs[0], Column("attempts", "次数", "attempts", right=True),
            Column("first_run", "首次", "first run", right=True), Column("run", "批次", "run", right=True), *inputs[3:],
        )  # fmt: skip
        output.write(table("Inputs left alone until they change", quarantine_rows(conn), broken, "quarantine"))
    elif failed:
        output.write(table("Inputs that failed last time", failed_inputs(conn), inputs, "inputs"))
    elif run is not None:
        found = run_row(conn, run)
        output.write(
            table(f"Run {run}: {found['command']}, {found['status']}", run_inputs(conn, run), inputs, "inputs")
        )
    else:
        columns = (
            Column("run", "批次", "run", right=True), Column("command", "命令", "command"),
            Column("started_at", "开始", "started", show=_minute),
            Column("ended_at", "结束", "ended", show=_time),
            Column("status", "状态", "status"), Column("articles", "报道", "articles", right=True),
            Column("figures", "数字", "figures", right=True), Column("actions", "行动", "actions", right=True),
            Column("unchanged", "未变", "unchanged", right=True), Column("failed", "失败", "failed", right=True),
            *((Column("lexicon", "词典", "lexicon"), Column("program", "程序", "program")) if output.is_data else ()),
        )  # fmt: skip
        output.write(table("Runs", all_runs(conn), columns, "runs"))
