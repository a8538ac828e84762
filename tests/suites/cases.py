"""The outside cases, as they lie beside the checkout, and which of them the product does not follow.

A case is known by the part of its origin behind the last slash, `NumberModel#52`, so that its number holds in any half of
a suite. `refused.toml` gives each refused case its reason; it counts as wrong in `share` and is left out of `kept_share`.
"""

import json
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SHARED = HERE.parent.parent.parent / "shared" / "suites"


@dataclass(frozen=True)
class Case:
    suite: str
    id: str  # NumberModel#52
    text: str
    reference: date | None
    expected: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Score:
    """What became of the news cases of a suite."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    refused: dict[str, str]  # case → reason, of the cases that lie here

    @property
    def share(self) -> float:
        """The share of right ones in percent, refused ones counted as wrong."""
        return 100 * len(self.right) / (len(self.right) + len(self.wrong))

    @property
    def kept_share(self) -> float:
        """The same without the refused ones."""
        wrong = [case for case in self.wrong if case not in self.refused]
        return 100 * len(self.right) / (len(self.right) + len(wrong))


def cases(suite: str) -> list[Case]:
    """The news cases of a suite."""
    records = map(json.loads, (SHARED / f"{suite}.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        Case(suite, _id(r["origin"]), r["input"], _day(r["reference"]), tuple(r["expected"]))
        for r in records
        if r["news"]
    ]


def _id(origin: str) -> str:
    path, _, number = origin.rpartition("#")
    return f"{path.rpartition('/')[2].partition('.')[0]}#{number}"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


@lru_cache
def refused(suite: str) -> dict[str, str]:
    """Case → reason, for the cases the product does not follow."""
    content = tomllib.loads((HERE / "refused.toml").read_text(encoding="utf-8"))
    return {case: row["reason"] for row in content.get(suite, ()) for case in row["cases"]}


def score(suite: str, is_right: Callable[[Case], bool]) -> Score:
    """Every news case of the suite, judged."""
    found = cases(suite)
    right = [case.id for case in found if is_right(case)]
    wrong = [case.id for case in found if case.id not in set(right)]
    here = {case.id for case in found}
    return Score(tuple(right), tuple(wrong), {c: why for c, why in refused(suite).items() if c in here})
