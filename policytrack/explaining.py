"""Reading an article again to say why: the extraction, and what was nearly found."""

from policytrack.extract.actions import explain_actions
from policytrack.extract.pipeline import extract_article, read_context
from policytrack.lexicon.load import Lexicon
from policytrack.model import Article, Extraction


def explain_article(article: Article, lexicon: Lexicon) -> tuple[Extraction, list[tuple[str, str, str, str]]]:
    """The extraction of an article, and its near misses as (clause, type, rule, what stopped it)."""
    context = read_context(article, lexicon)
    misses = explain_actions(context)[1]
    rows = [(context.text[miss.start : miss.end], miss.type, miss.rule, miss.reason) for miss in misses]
    return extract_article(article, lexicon), rows
