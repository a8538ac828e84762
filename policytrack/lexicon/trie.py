"""One regular expression that finds any of thousands of words in a single pass, longest first.

`re` tries the alternatives of a branch one after another, so a flat list of words costs as much as it is long. Here the
words are a trie, and a branch with many first characters is split by character-class lookaheads into a balanced tree.
Matches are leftmost-longest and do not overlap.
"""

import re
from collections.abc import Iterable
from typing import Any, cast

_LEAF = 16  # alternatives tried one by one before another split pays


def compile_terms(terms: Iterable[str]) -> re.Pattern[str]:
    """The pattern that finds any of `terms`; one that matches nothing when there are none.

    It is compiled when it is first used: reports read the lexicon for names and units, and never look for words.
    """
    return cast("re.Pattern[str]", _Late(tuple(terms)))


class _Late:
    """A pattern that is compiled on first use; its methods are then its own, so that later calls cost nothing more."""

    def __init__(self, terms: tuple[str, ...]) -> None:
        self._terms = terms

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # copying and pickling ask for these
            raise AttributeError(name)
        compiled = _compiled(self._terms)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            setattr(self, method, getattr(compiled, method))
        self.pattern = compiled.pattern
        return getattr(compiled, name)

    def __getstate__(self) -> tuple[str, ...]:
        return self._terms

    def __setstate__(self, terms: tuple[str, ...]) -> None:
        self._terms = terms


def _compiled(terms: tuple[str, ...]) -> re.Pattern[str]:
    root: dict[str, Any] = {}
    for term in terms:
        node = root
        for char in term:
            node = node.setdefault(char, {})
        node[""] = {}
    if not root:
        return re.compile(r"(?!)")
    return re.compile(f"(?={_gate(root)}){_branch(root)}")


def _gate(root: dict[str, Any]) -> str:
    """What a word may begin with: two characters, so that most places fail before the words are tried."""
    alone = {char for char, node in root.items() if "" in node}
    longer = {char for char, node in root.items() if node.keys() - {""}}
    seconds = {second for node in root.values() for second in node if second}
    parts = [f"[{_escaped(longer)}][{_escaped(seconds)}]"] if longer else []
    return "|".join([*parts, f"[{_escaped(alone)}]"] if alone else parts)


def _escaped(chars: Iterable[str]) -> str:
    return "".join(re.escape(c) for c in sorted(chars) if c)


def _branch(node: dict[str, Any]) -> str:
    """The expression for what may follow; a word that ends here is taken only when no longer one fits."""
    chars = sorted(char for char in node if char)
    if not chars:
        return ""
    body = _split(node, chars)
    return f"(?:{body})?" if "" in node else f"(?:{body})"


def _split(node: dict[str, Any], chars: list[str]) -> str:
    if len(chars) <= _LEAF:
        return "|".join(re.escape(char) + _branch(node[char]) for char in chars)
    half = len(chars) // 2
    left, right = chars[:half], chars[half:]
    return f"(?=[{_escaped(left)}])(?:{_split(node, left)})|(?:{_split(node, right)})"
