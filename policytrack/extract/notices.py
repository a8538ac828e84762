"""What only notices say about who acts: who is in charge of a paragraph, and whose notice it is."""

import re
from bisect import bisect_right

from policytrack.extract.drafts import ActionDraft, Context
from policytrack.extract.organisations import BODY, Subject

_IN_CHARGE = re.compile(
    r"（([^（）\n]{2,160}?)(?:等)?(?:按职责分工|分别|共同)?(?:负责|牵头)(?:[，。；][^（）\n]*)?）"
    r"|(?:责任单位|牵头单位)[：:]([^。；\n（）]{2,120})"
)
_WORDS = ("负责", "牵头", "责任单位")


class Notice:
    """The responsibilities that one text assigns."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.charges: list[tuple[int, str]] = []
        if any(word in self.text for word in _WORDS):
            self.charges = [(m.start(), m[1] or m[2]) for m in _IN_CHARGE.finditer(self.text)]

    def in_charge(self, action: ActionDraft) -> Subject | None:
        """Who is put in charge at the end of the act's paragraph: （县教育局、县民政局负责）"""
        at = bisect_right(self.charges, (action.start, ""))
        if at == len(self.charges):
            return None
        start, names = self.charges[at]
        line_end = self.text.find("\n", action.end, start)
        if 0 <= line_end < start - 2:  # the brackets may stand on a line of their own
            return None
        return Subject(start, start, names, "place", BODY)

    def issuer(self, action: ActionDraft) -> Subject | None:
        """The office whose notice it is, for 现印发给你们, which names no subject."""
        source = self.context.article.source
        if action.type != "plan_issued" or not source or "给你们" not in self.text[action.start : action.end + 60]:
            return None
        endings = self.context.lexicon.organisations.ending_pattern.finditer(source)
        return Subject(0, 0, source, "place", BODY) if any(m.end() == len(source) for m in endings) else None
