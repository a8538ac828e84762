"""Tables for documents: Markdown and HTML.

A page names the command that made it, as a JSON list of words that no reader sees: `policytrack verify` runs it again.
"""

import html
import json
from collections.abc import Sequence

from policytrack.render.safe import for_json, for_terminal
from policytrack.render.table import Table, shown


def markdown_comment(made_by: Sequence[str]) -> str:
    """The last line of a Markdown page: its command in a comment, which no word can close."""
    words = json.dumps(made_by, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")
    return f"\n<!-- policytrack {for_json(words)} -->\n" if made_by else ""


def markdown_text(table: Table, lang: str) -> str:
    """A GitHub table under a heading; pipes and line breaks in cells are escaped."""

    def cell(text: str) -> str:
        safe = for_terminal(text).replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")
        return safe.replace("<", "&lt;").replace(">", "&gt;")

    lines = [f"## {cell(table.title)}", ""] if table.title else []
    lines.append("| " + " | ".join(cell(column.heading(lang)) for column in table.columns) + " |")
    lines.append("|" + "|".join(" ---: " if column.right else " --- " for column in table.columns) + "|")
    for row in table.rows:
        cells = (cell(shown(column, value)) for column, value in zip(table.columns, row, strict=True))
        lines.append("| " + " | ".join(cells) + " |")
    if table.notes:
        lines += ["", *(f"*{cell(note)}*" for note in table.notes)]
    return "\n".join(lines) + "\n"


_STYLE = (
    "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}caption{text-align:left;font-weight:bold;"
    "padding:.5em 0}th,td{border-bottom:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}"
    ".n{text-align:right}"
)


def html_text(tables: Sequence[Table], lang: str, made_by: Sequence[str] = ()) -> str:
    """One self-contained page; every text is escaped."""

    def esc(text: str) -> str:
        return html.escape(for_terminal(text)).replace("\n", "<br>")

    parts = [f'<!doctype html>\n<html lang="{lang}"><meta charset="utf-8"><title>policytrack</title>']
    if made_by:
        parts.append(f'<meta name="policytrack" content="{esc(for_json(json.dumps(made_by, ensure_ascii=False)))}">')
    parts.append(f"<style>{_STYLE}</style>")
    for table in tables:
        parts.append(f"<table><caption>{esc(table.title)}</caption><thead><tr>")
        css = [' class="n"' if column.right else "" for column in table.columns]
        heads = zip(css, table.columns, strict=True)
        parts.append("".join(f"<th{c}>{esc(column.heading(lang))}</th>" for c, column in heads))
        parts.append("</tr></thead><tbody>")
        for row in table.rows:
            cells = zip(css, table.columns, row, strict=True)
            parts.append(
                "<tr>" + "".join(f"<td{c}>{esc(shown(column, value))}</td>" for c, column, value in cells) + "</tr>"
            )
        parts.append("</tbody></table>")
        parts.extend(f"<p>{esc(note)}</p>" for note in table.notes)
    return "\n".join(parts) + "\n</html>\n"
