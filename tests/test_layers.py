"""The arrows between the layers run downward only, and SQL stands in one place."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "policytrack"
WORDS = {"model", "period", "period_query", "errors", "interval", "record"}  # the vocabulary, open to all
# What each layer may import besides itself and the vocabulary.
MAY_IMPORT = {
    "lexicon": set(),
    "extract": {"lexicon"},
    "audit": {"lexicon"},
    "compare": {"lexicon"},
    "readers": set(),
    "render": set(),
    "store": {"names", "query", "lexicon", "compare"},
    "reports": {"lexicon", "compare", "render", "audit", "query"},
    "engines": set(),
}
PURE = ("extract", "audit", "compare", "reports")
OUTSIDE = {"sqlite3", "sqlite_utils", "rich", "click", "os", "subprocess", "random", "time"}


def imports(path: Path) -> Iterator[str]:
    """The modules a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def modules(layer: str) -> list[Path]:
    return sorted((PACKAGE / layer).rglob("*.py"))


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_imports_only_what_lies_below_it(layer: str) -> None:
    allowed = {layer, *WORDS, *MAY_IMPORT[layer]}
    wrong = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in modules(layer)
        for name in imports(path)
        if name.startswith("policytrack.") and name.split(".")[1] not in allowed
    }
    assert not wrong


@pytest.mark.parametrize("layer", PURE)
def test_pure_layers_touch_nothing_outside(layer: str) -> None:
    wrong = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in modules(layer)
        for name in imports(path)
        if name.split(".")[0] in OUTSIDE
    }
    assert not wrong


def test_nothing_imports_the_command_line() -> None:
    below = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "cli" and path.name != "__main__.py"]
    assert not [path for path in below for name in imports(path) if name.startswith("policytrack.cli")]


def test_sql_stands_in_the_store_alone() -> None:
    elsewhere = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "store"]
    wrong = {
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in elsewhere
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("execute", "executemany", "executescript")
    }
    assert not wrong
