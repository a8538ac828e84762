"""Whether a time without a year looks ahead or back: 全年 in the news of January is the year that is over, unless planned."""

import re
from datetime import date

from policytrack.extract.calendar import latest_year

_AHEAD = re.compile(
    r"力争|确保|会议(?:强调|要求)|计划(?!生育|单列)|目标|预期|将(?!军|近)|拟(?!合)|任务|争取|打算|努力|(?<![主重需必])要(?!素|求|闻)|安排|有望|预计|不少于|不低于|以上(?=[，。；、）])|(?:之|以)?前(?:完成|建成|实现|开工|投用)"
)
_BREAK = re.compile("[，。；\n]")
_SENTENCE = re.compile("[。；\n]")
_NEW_YEAR = 3  # months in which results of the year before come out
_BACK, _ON = 40, 40  # characters that are read before and behind


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the clause of the time [start, end), or the words before it in its sentence, plan."""
    low = max(0, start - _BACK)
    for stop in _SENTENCE.finditer(text, low, start):
        low = stop.end()
    close = _BREAK.search(text, end + 1, end + _ON)
    return bool(_AHEAD.search(text, low, close.start() if close else end + _ON))


def span_year(reference: date | None, month: int, *, ahead: bool) -> int | None:
    """The year of a span by its last month: the one under way when it is planned, else the latest that has begun it."""
    if reference is None:
        return None
    return reference.year if ahead else latest_year(reference, month)


def whole_year(reference: date | None, *, ahead: bool) -> int | None:
    """The year of 全年 and 年末: what news of January to March tells as done is of the year before."""
    if reference is None:
        return None
    return reference.year - 1 if reference.month <= _NEW_YEAR and not ahead else reference.year
