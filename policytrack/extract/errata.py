"""Correction notices: 本报5月6日3版《…》一文中，“进口额3亿元”应为“进口额2亿元”. Both values are printed as results."""

import re

from policytrack.extract.drafts import Quantity

_ISSUE = re.compile(
    r"(?:第?[A-Z]?[0-9]{1,2}版|[^，。；\n《]{0,8}(?:刊发|刊登|刊载)|[^，。；\n《]{0,6}《[^》\n]{1,60}》一[文稿])"
)
_PAPERS = ("本报", "我报", "本报于", "我报于")
_RIGHT = re.compile(
    r"(?:”应为“[^“”，。；]{0,24}|(?:核实|更正|勘误|有误)[^。；\n]{0,8}应为|[0-9][万亿百千元吨人户个家%％]{0,4}应为)$"
)
_WRONG = re.compile(r"”?(?:一数)?(?:有误)?，?(?:经核实)?，?应为“?(?=[^，。；\n]{0,24}[0-9])")
_REACH = 30  # characters before the right value


def cites_issue(text: str, start: int, end: int) -> bool:
    """Whether the day [start, end) is only that of the issue in which something was printed: 本报5月6日3版."""
    return text[max(0, start - 3) : start].endswith(_PAPERS) and _ISSUE.match(text, end) is not None


def is_corrected(text: str, q: Quantity) -> bool:
    """Whether a value is the wrong or the right one of a correction: …3亿元应为…; 经核实，应为2亿元."""
    if _RIGHT.search(text, max(0, q.lead - _REACH), q.lead):
        return True
    return _WRONG.match(text, q.tail) is not None
