"""`policytrack explain`: why something was found, and what was nearly found."""

from typing import TYPE_CHECKING

import click

from policytrack.cli.listings import labels_of, names_of
from policytrack.cli.options import Output, output_options
from policytrack.errors import UsageError

if TYPE_CHECKING:
    import sqlite3

    from policytrack.names import Names
    from policytrack.render.table import Table


@click.command()
@click.argument("item_id", metavar="[ID]", required=False)
@click.option("--text", metavar="S", help="Explain a sentence instead; touches no database.")
@click.option("--published", metavar="DATE", help="The publication day of the sentence.")
@output_options
def explain(output: Output, item_id: str | None, text: str | None, published: str | None) -> None:
    """Say why an action (12.a3), a figure (12.f5) or everything in an article (12) was found.

    Prints the quote with the figures in brackets, offsets, rule and its file, what was carried over from where, the
    numeral ledger and the near misses with what stopped them.
    """
    if (item_id is None) == (text is None):
        raise UsageError("explain takes an ID or --text.", hint="As in: policytrack explain 12.f5.")
    if text is not None and not text.strip():
        raise UsageError("--text is empty.", hint="As in: policytrack explain --text 全市检查企业35家。")
    names = names_of(output)
    if text is not None:
        output.write(*_text(text, published, names, output))
        return
    assert item_id is not None
    conn = output.open()
    try:
        tables = _item(conn, item_id, names, output)
    finally:
        conn.close()
    output.write(*tables)


def _text(text: str, published: str | None, names: "Names", output: Output) -> "list[Table]":
    from policytrack.cli.input_options import _day
    from policytrack.explaining import explain_article
    from policytrack.model import Article
    from policytrack.reports.explanation import explanation

    article = Article(id="text", text=text, published=_day(published))
    labels = None if output.is_data else labels_of(names, output.lang)
    return explanation(explain_article(article, names.lexicon), names.lexicon, output.lang, labels)


def _item(conn: "sqlite3.Connection", item_id: str, names: "Names", output: Output) -> "list[Table]":
    from policytrack.explaining import explain_article
    from policytrack.reports import details
    from policytrack.reports.explanation import bases, explanation, near_misses, rule_file
    from policytrack.store.listing import ItemId, article_of, item, parse_id, provenance

    wanted, lang, lexicon = parse_id(item_id), output.lang, names.lexicon
    labels = None if output.is_data else labels_of(names, lang)
    row = item(conn, wanted)
    where = details.provenance(dict(provenance(conn, wanted.article)), lang, labels)
    read = explain_article(article_of(item(conn, ItemId(wanted.article, None))), lexicon)
    if wanted.listing == "articles":
        return [*explanation(read, lexicon, lang, labels), where]
    own = [(row["start"], row["end"])]
    if wanted.listing == "actions":
        head = details.action(row, row["quote"], lang, labels)
    else:
        quote = row["quote"] if output.is_data else details.marked(row["quote"], own, row["quote_start"])
        head = details.figure(row, quote, lang, labels)
    place = details.position(row, rule_file(row["rule"], lexicon), lang, labels)
    tables = [head, place]
    items = read.extraction.actions if wanted.listing == "actions" else read.extraction.figures
    again = [i for i in items if (i.where, i.start, i.end) == (row["where"], row["start"], row["end"])]
    if not again:
        output.say(f"The present lexicon reads {item_id} otherwise; `policytrack retag --dry-run` shows the changes.")
    elif found := read.bases.get(again[0].id):
        tables.append(bases(found, lang))
    if row["where"] == "text" and wanted.listing == "actions":
        misses = read.misses_near(row["start"], row["end"])
        if misses or output.is_data:
            tables.append(near_misses(misses, lang, labels or {}))
    return [*tables, where]
