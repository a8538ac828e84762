"""What stands before the subject of a clause: conjunctions, list markers, datelines and times."""

import re

from policytrack.lexicon.organisations import Organisations

_DAY = r"(?:[0-9]{1,4}[年月日号](?:至|到|[-—~])?)+"
_LEAD = re.compile(  # list markers, datelines and times that the time grammar does not know
    r"[\s　*#>“”■◆●□]+|[一二三四五六七八九十]+(?:是|、|要)|（[一二三四五六七八九十0-9]+）|[0-9]+[.、．](?![0-9])|——"
    r"|【[^】\n]{1,12}】|本报[^，。：（\n]{0,12}讯|[^，。\n]{0,6}消息|（[^（）\n]{0,16}）"
    rf"|(?:自|从|截至|到|至|早在)?{_DAY}(?:上旬|中旬|下旬|年?底|年?末|年?初|起|以来|前|后|上午|下午|晚|凌晨|当天|至今)*"
    r"|[今去前本当明]年(?:以来|前?[0-9一二三四五六七八九十]+个?[月季]度?|上半年|下半年|年?底|年?初|起)?"
    r"|[前上][0-9一二三四五六七八九十两]+个?(?:月|季度)|在整个(?=[\u4e00-\u9fff]{2,4}[已共将])"
)


class Leads:
    """Finds where the clauses of one text begin behind their leads. `times` maps the start of a time to its end."""

    def __init__(self, text: str, known: Organisations, times: dict[int, int]) -> None:
        self.text = text
        self.words = known.lead_pattern
        self.times = times
        self.read: dict[tuple[int, int], int] = {}

    def skip(self, start: int, end: int) -> int:
        """Where the clause [start, end) proper begins; every clause is read once."""
        proper = self.read.get((start, end))
        if proper is None:
            proper = self.read[start, end] = self._skip(start, end)
        return proper

    def _skip(self, start: int, end: int) -> int:
        text, words = self.text, self.words
        for _ in range(8):
            at = self.times.get(start, 0)
            if at <= start:
                lead = words.match(text, start, end) or _LEAD.match(text, start, end)
                if lead is None:
                    break
                at = lead.end()
            start = at
            if start < end and text[start] in "，、：":
                start += 1
        return min(start, end)
