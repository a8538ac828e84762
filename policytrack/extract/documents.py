"""Documents named in a text: 《…》 with its number, its issuer and what was done with it.

The number (国发〔2018〕43号) stands after the title or before it. All offsets are half-open in the view's text.
"""

import re
from dataclasses import dataclass

from policytrack.extract.organisations import SubjectFinder

_DOCUMENT = re.compile(r"《(?:[^《》〈〉\n]|〈[^〈〉\n]*〉|《[^《》\n]*》){2,120}》")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[［（(【][0-9]{4}[〕\]］）)】]第?[0-9]{1,4}号|第[0-9]{1,4}号令")
_ISSUER = re.compile(r"《([^《》，]{2,24}?)关于")
_VERB = re.compile(
    r"印发|出台|修订|修正|废止|发布|公布|制定|下发|颁布|通过|实施|施行|批准|批复|公开|签署|发出|起草|编制|研制"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document named in the text."""

    start: int
    end: int
    title: str  # with its 《》
    number: str | None
    issuer: str | None  # by the title (国务院关于…), else the subject of its clause
    verb: str | None  # the last verb of issuing, amending or repealing before it in its clause, else the first after it


def find_documents(text: str, subjects: SubjectFinder | None = None) -> list[Document]:
    """The documents of `text` in order; issuers that only the clause names are found by `subjects`."""
    found: list[Document] = []
    if "《" not in text:
        return found
    last = 0
    for match in _DOCUMENT.finditer(text):
        start, end = match.span()
        left = max(last, start - 30)
        for mark in "，。；\n":
            left = max(left, text.rfind(mark, left, start) + 1)
        number = _NUMBER.search(text, end, end + 24) or _NUMBER.search(text, left, start)
        verbs = list(_VERB.finditer(text, left, start))
        verb = verbs[-1] if verbs else _VERB.search(text, end, end + 12)
        issuer = None
        if own := _ISSUER.match(match[0]):
            issuer = own[1]
        elif subjects and verbs and (subject := subjects.at(left, start)):
            issuer = subject.text
        found.append(Document(start, end, match[0], number[0] if number else None, issuer, verb[0] if verb else None))
        last = end
    return found
