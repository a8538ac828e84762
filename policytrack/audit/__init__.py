"""The arithmetic audit: relations between printed figures, recomputed on rounding intervals.

Each template is one module with a `NAME` and a pure `check`. A verdict of `inconsistent` needs intervals that do not
meet; whatever rests on an assumption says so in its note.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from policytrack.audit import (
    growth_and_change,
    headline_body,
    level_and_growth,
    names_vs_count,
    parts_sum,
    per_unit,
    ratio_of_pair,
    share_of_total,
    shares_sum,
    target_completion,
)
from policytrack.audit.passage import Passage
from policytrack.model import Audit, Extraction

# Templates over one article, in the order in which they are reported.
ARTICLE_TEMPLATES: dict[str, Callable[[Passage], Iterator[Audit]]] = {
    target_completion.NAME: target_completion.check,
    share_of_total.NAME: share_of_total.check,
    shares_sum.NAME: shares_sum.check,
    growth_and_change.NAME: growth_and_change.check,
    level_and_growth.NAME: level_and_growth.check,
    parts_sum.NAME: parts_sum.check,
    headline_body.NAME: headline_body.check,
    names_vs_count.NAME: names_vs_count.check,
    ratio_of_pair.NAME: ratio_of_pair.check,
    per_unit.NAME: per_unit.check,
}


def audit_article(extraction: Extraction) -> Extraction:
    """The extraction with the audits of its own figures."""
    if len(extraction.figures) < 1:
        return extraction
    passage = Passage.of(extraction.article, extraction.figures)
    audits = tuple(audit for check in ARTICLE_TEMPLATES.values() for audit in check(passage))
    return replace(extraction, audits=audits)
