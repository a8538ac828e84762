"""What `figures`, `actions` and `articles` share: select, list, say what was looked for when nothing is found."""

from dataclasses import replace
from typing import TYPE_CHECKING

from policytrack.cli.options import Output, Selection

if TYPE_CHECKING:
    import sqlite3

    from policytrack.names import Names


def names_of(output: Output) -> "Names":
    """The look-ups that a query's words need."""
    from policytrack.lexicon.load import load
    from policytrack.names import Names

    return Names(load(*output.lexicon))


def labels_of(names: "Names", lang: str) -> dict[str, dict[str, str]]:
    """Labels of the values that listings show, by column."""
    from policytrack.lexicon.places import resolve_place
    from policytrack.reports.words import VALUES

    types = {t.id: t.label if lang == "zh" else t.label_en for t in names.lexicon.actions.types.values()}

    class Places(dict[str, str]):
        def __missing__(self, code: str) -> str:
            place = resolve_place(code)
            self[code] = place.name if place else code
            return self[code]

        def get(self, code: str, default: str = "") -> str:  # type: ignore[override]
            return self[code] if code[:1].isdigit() else code

    zh = lang == "zh"
    return {
        **(VALUES if zh else {}), "type": types, "action_type": types, "ref_area": Places(), "place": Places(),
    }  # fmt: skip


def print_reprints(output: Output, selection: Selection) -> None:
    """Print the selected articles that have near-duplicates, those of a cluster beside each other."""
    from importlib.util import find_spec

    from policytrack.reports.listings import listing
    from policytrack.reports.words import title
    from policytrack.store.listing import rows

    names = names_of(output)
    conn: sqlite3.Connection = output.open()
    try:
        found = [row for row in rows(conn, "articles", selection.query, names) if row["reprints"]]
    finally:
        conn.close()
    found.sort(key=lambda row: (row["cluster"], row["id"]))
    picked = output.columns or ("cluster", "id", "published", "source", "title")
    if not output.is_data:
        output = replace(output, columns=picked)
    if not found:
        missing = "" if find_spec("rensa") else " Finding reprints needs `pip install 'policytrack[dedup]'`."
        output.say(f"No article was printed more than once.{missing}")
    labels = labels_of(names, output.lang)
    output.write(listing("articles", found, title("reprints", output.lang), labels, data=output.is_data, picked=picked))


def print_listing(name: str, output: Output, selection: Selection, limit: int | None) -> None:
    """Print what a selection finds, newest first."""
    from policytrack.reports.listings import listing
    from policytrack.reports.words import title
    from policytrack.store.listing import count, rows

    names = names_of(output)
    conn: sqlite3.Connection = output.open()
    asked = f" · {selection.title}" if selection.title else ""
    try:
        table = listing(
            name,
            rows(conn, name, selection.query, names, limit=limit),
            f"{title(name, output.lang)}{asked}",
            labels_of(names, output.lang),
            data=output.is_data,
            picked=output.columns,
        )
        found = len(table.rows)
        total = count(conn, name, selection.query, names) if limit and found == limit else found
    finally:
        conn.close()
    if not found:
        where = f" match {selection.title}" if selection.title else " are stored"
        output.say(f"No {name}{where}. `policytrack report coverage` shows what there is.")
    elif total > found:
        output.say(f"{found} of {total} {name}; --limit 0 lists all.")
    output.write(table)
