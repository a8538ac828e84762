"""Traditional characters read as simplified ones, so that a mirror of a county site in them is read like the original.

The table `lexicon/traditional.txt` pairs characters one to one (its two blocks, in order): the rows of OpenCC's
TSCharacters (Apache-2.0) with a single reading, no simplified use of their own, and a simplified form among the 3,755
common characters of GB/T 2312 level 1. 著, 乾 and the like have two readings and are left as they are.
"""

import re
from functools import cache
from pathlib import Path


@cache
def _table() -> dict[int, str]:
    traditional, simplified = Path(__file__).with_name("traditional.txt").read_text(encoding="utf-8").split("\n\n")
    pairs = zip("".join(traditional.split()), "".join(simplified.split()), strict=True)
    return {ord(a): b for a, b in pairs}


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _table()))}]")


def simplify(text: str) -> str:
    """The text in simplified characters; of the same length, so offsets stay valid."""
    return text.translate(_table()) if _marks().search(text) else text
