"""`policytrack search`: articles by their words."""

import click

from policytrack.cli.listings import names_of
from policytrack.cli.options import Output, output_options, parse_day, select
from policytrack.cli.term_options import term_options


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD… [KEY:VALUE]…")
@term_options("words")
@click.option("-p", "--period", metavar="PERIOD", help="Only articles of this period of publication.")
@click.option("--today", metavar="DATE", help="The day that relative periods refer to.")
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, metavar="N", help="0 lists all.")
@click.option("--ranked", is_flag=True, help="Best match first instead of newest first.")
@output_options
def search(
    output: Output, words: tuple[str, ...], period: str | None, today: str | None, limit: int, ranked: bool
) -> None:
    """Find articles that hold every WORD, with the place where it stands.

    Words of one, two or more characters are found wherever they stand; KEY:VALUE terms narrow the search.
    """
    from policytrack.query import KEYS
    from policytrack.render.table import Column, Table
    from policytrack.reports.words import title
    from policytrack.store.search import search as find

    terms = [word for word in words if word.partition(":")[0] in (*KEYS, "not")]
    plain = [word for word in words if word not in terms]
    selection = select(terms, period, True, parse_day(today))
    names = names_of(output)
    conn = output.open()
    try:
        hits = list(find(conn, plain, selection.query, names, limit=limit or None, ranked=ranked))
    finally:
        conn.close()
    columns = (
        Column("id", "编号", "id", right=True),
        Column("published", "发布", "published"),
        Column("source", "来源", "source"),
        Column("title", "标题", "title"),
        Column("context", "原文", "context"),
    )
    rows = [(hit.article, hit.published, hit.source, hit.title, _around(hit.text, hit.spans)) for hit in hits]
    if not hits:
        output.say(f"No article holds {' and '.join(plain)}. Try fewer or shorter words.")
    output.write(Table(f"{title('search', output.lang)} · {' '.join(words)}", columns, rows, name="search"))


def _around(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text around the first hit, hits in brackets; the start of the text when only the title holds the words."""
    if not spans:
        return text[:40]
    first = spans[0][0]
    low, high = max(0, first - 18), min(len(text), first + 42)
    piece, at = "…" if low else "", low
    for start, end in spans:
        if start >= at and end <= high:
            piece += text[at:start] + "【" + text[start:end] + "】"
            at = end
    return " ".join((piece + text[at:high] + ("…" if high < len(text) else "")).split())
