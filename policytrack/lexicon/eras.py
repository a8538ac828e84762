"""Eras of emperors and of the republic: the table `[[era]]`, which turns 光绪三十年 into a year."""

from collections.abc import Iterable

from policytrack.lexicon.schema import Entry

TABLES = ("era",)


def parse_eras(entries: Iterable[Entry]) -> dict[str, int]:
    """The first year of each era by its name of two characters; raises LexiconError for anything else."""
    eras: dict[str, int] = {}
    for entry in entries:
        entry.only("name", "first")
        name, first = entry.text("name"), entry.data.get("first")
        if len(name) != 2:
            raise entry.error("name", "a name of two characters is required")
        if not isinstance(first, int) or not 1 <= first <= 2100:
            raise entry.error("first", "a year of the common era is required")
        eras[name] = first
    return eras
