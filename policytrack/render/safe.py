"""Text from outside, made harmless for a terminal or a spreadsheet."""

import re

# C0 and C1 controls but for the line break, bidirectional marks, and other invisible format characters.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def for_terminal(text: str) -> str:
    """The text with control and direction characters shown as `\\x1b`; tabs become spaces, line breaks stay."""
    if _CONTROL.search(text) is None:
        return text
    return _CONTROL.sub(lambda m: " " if m[0] == "\t" else m[0].encode("unicode_escape").decode(), text)


def for_json(text: str) -> str:
    """JSON with those characters as escapes: the same data, harmless on a terminal."""
    return _CONTROL.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def for_spreadsheet(text: str) -> str:
    """The text with a leading apostrophe where a spreadsheet would take it for a formula; plain numbers stay.

    Characters that nobody sees are shown, as on a terminal: a spreadsheet may refuse the whole file for one of them.
    """
    formula = text.startswith(_FORMULA) and not re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", text)
    return ("'" if formula else "") + for_terminal(text)
