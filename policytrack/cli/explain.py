"""`policytrack explain`: why something was found, and what was nearly found."""

from typing import TYPE_CHECKING

import click

from policytrack.cli.listings import names_of
from policytrack.cli.options import Output, output_options
from policytrack.errors import UsageError

if TYPE_CHECKING:
    import sqlite3

    from policytrack.lexicon.load import Lexicon
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
    names = names_of(output)
    if text is not None:
        output.write(*_text(text, published, names.lexicon))
        return
    assert item_id is not None
    conn = output.open()
    try:
        tables = _item(conn, item_id, names.lexicon)
    finally:
        conn.close()
    output.write(*tables)


def _text(text: str, published: str | None, lexicon: "Lexicon") -> "list[Table]":
    from policytrack.cli.input_options import _day
    from policytrack.explaining import explain_article
    from policytrack.model import Article
    from policytrack.reports.explanation import explanation

    article = Article(id="text", text=text, published=_day(published))
    return explanation(*explain_article(article, lexicon), lexicon)


def _item(conn: "sqlite3.Connection", item_id: str, lexicon: "Lexicon") -> "list[Table]":
    from policytrack.explaining import explain_article
    from policytrack.reports import details
    from policytrack.reports.explanation import explanation, rule_file
    from policytrack.store.listing import article_of, item, parse_id, provenance

    wanted = parse_id(item_id)
    row = item(conn, wanted)
    where = details.provenance(dict(provenance(conn, wanted.article)))
    if wanted.listing == "articles":
        return [*explanation(*explain_article(article_of(row), lexicon), lexicon), where]
    if wanted.listing == "actions":
        head = details.action(row, row["quote"])
    else:
        own = [(row["start"], row["end"])]
        head = details.figure(row, details.marked(row["quote"], own, row["quote_start"]))
    place = details.fields(
        "where it stands",
        [
            ("article", f"{row['article']}: {row['title']}"), ("source", row["source"]), ("published", row["published"]),
            ("offsets", f"{row['start']}–{row['end']} in the {row['where']}"), ("rule file", rule_file(row["rule"], lexicon)),
        ],
        "position",
    )  # fmt: skip
    return [head, place, where]
