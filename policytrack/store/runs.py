"""Runs: what they did, and taking one back.

Undoing deletes nothing: the run is marked, and `heads` falls back to what is the newest without it.
"""

import sqlite3
from typing import Any

from policytrack.errors import UsageError
from policytrack.store.write import now, transaction

_RUNS = """
SELECT r.id AS run, r.command, r.started_at, e.ended_at,
  CASE WHEN u.run IS NOT NULL THEN 'undone' ELSE coalesce(e.status, 'unfinished') END AS status,
  (SELECT count(DISTINCT v.article) FROM versions v WHERE v.run = r.id) AS articles,
  (SELECT count(*) FROM extractions x JOIN figures f ON f.extraction = x.id WHERE x.run = r.id) AS figures,
  (SELECT count(*) FROM extractions x JOIN actions a ON a.extraction = x.id WHERE x.run = r.id) AS actions,
  (SELECT coalesce(sum(i.articles), 0) FROM run_inputs i WHERE i.run = r.id AND i.outcome = 'unchanged') AS unchanged,
  (SELECT count(*) FROM run_inputs i WHERE i.run = r.id AND i.outcome = 'failed') AS failed,
  r.lexicon, r.program, r.arguments
FROM runs r LEFT JOIN run_ends e ON e.run = r.id LEFT JOIN run_undos u ON u.run = r.id
"""


def runs(conn: sqlite3.Connection) -> list[dict[str, Any]]:
    """All runs, newest first, with what each added."""
    return [dict(row) for row in conn.execute(_RUNS + " ORDER BY r.id DESC")]


def run_row(conn: sqlite3.Connection, run: int) -> dict[str, Any]:
    """One run; raises UsageError when there is none of this number."""
    row = conn.execute(_RUNS + " WHERE r.id = ?", (run,)).fetchone()
    if row is None:
        newest = conn.execute("SELECT max(id) FROM runs").fetchone()[0]
        known = f"The newest is {newest}; `policytrack runs` lists all." if newest else "There are no runs yet."
        raise UsageError(f"There is no run {run}.", hint=known)
    return dict(row)


def run_inputs(conn: sqlite3.Connection, run: int) -> list[dict[str, Any]]:
    """The inputs of a run with what became of each: failures first."""
    rows = conn.execute(
        "SELECT origin, outcome, articles, reason, hint FROM run_inputs WHERE run = ? ORDER BY outcome <> 'failed', id",
        (run,),
    )
    return [dict(row) for row in rows]


def failed_inputs(conn: sqlite3.Connection) -> list[dict[str, Any]]:
    """Inputs whose newest attempt failed: they are tried again by every run that meets them."""
    rows = conn.execute(
        "SELECT origin, outcome, articles, reason, hint FROM run_inputs i WHERE outcome = 'failed'"
        " AND id = (SELECT max(id) FROM run_inputs j WHERE j.origin = i.origin) ORDER BY origin"
    )
    return [dict(row) for row in rows]


def undo(conn: sqlite3.Connection, run: int) -> int:
    """Take a run back; the number of articles whose current state changed. Raises UsageError for an unknown run."""
    row = run_row(conn, run)
    if row["status"] == "undone":
        raise UsageError(f"Run {run} is already undone.", hint="Ingest its inputs again to bring them back.")
    if row["command"] == "review":
        hint = "`policytrack review --log` numbers them; `policytrack review --undo N` takes one back."
        raise UsageError(f"Run {run} put decisions into effect, and those stand.", hint=hint)
    with transaction(conn):
        conn.execute("INSERT INTO run_undos (run, undone_at) VALUES (?, ?)", (run, now()))
        touched = [
            r[0]
            for r in conn.execute(
                "SELECT h.article FROM heads h JOIN extractions x ON x.id = h.extraction"
                " JOIN versions v ON v.id = h.version WHERE x.run = ? OR v.run = ?",
                (run, run),
            )
        ]
        for article in touched:
            _set_head(conn, article)
    return len(touched)


def _set_head(conn: sqlite3.Connection, article: int) -> None:
    """Point an article at its newest version and reading of runs that stand, or at nothing."""
    newest = conn.execute(
        "SELECT v.id, x.id FROM versions v JOIN extractions x ON x.version = v.id WHERE v.article = ?"
        " AND v.run NOT IN (SELECT run FROM run_undos) AND x.run NOT IN (SELECT run FROM run_undos)"
        " ORDER BY v.id DESC, x.id DESC LIMIT 1",
        (article,),
    ).fetchone()
    if newest is None:
        conn.execute("DELETE FROM heads WHERE article = ?", (article,))
    else:
        conn.execute("UPDATE heads SET version = ?, extraction = ? WHERE article = ?", (*newest, article))
