"""Decisions put into effect: stored, and the articles they touch read again; and gold out of what is reviewed."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from policytrack.correcting import check_change, corrected
from policytrack.errors import UsageError
from policytrack.extract import extract_article
from policytrack.lexicon.load import Lexicon
from policytrack.lexicon.places import gazetteer, resolve_place
from policytrack.names import Names
from policytrack.reading import rows
from policytrack.record import to_record
from policytrack.retag import reading_of
from policytrack.store import corrections
from policytrack.store.listing import ItemId, article_of, item, parse_id
from policytrack.store.write import RunWriter, tentative

_AMOUNT = re.compile(r"(-?[0-9][0-9,]*(?:\.[0-9]+)?)[ ]*([^0-9.,\s]*)")  # a number, and a multiplier and unit behind it
_NUMERAL = re.compile(r"([0-9]{1,18})\.n([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about: a current item of an article's current version."""

    article: int
    version: int
    item: str  # figure | action | numeral
    where: str
    start: int
    end: int

    @property
    def span(self) -> tuple[str, str, int, int]:
        return self.item, self.where, self.start, self.end


def target(conn: sqlite3.Connection, text: str) -> Target:
    """The item of an id: 12.f5, 12.a3 or 12.n245 for an unattached numeral; raises UsageError when there is none."""
    numeral = _NUMERAL.fullmatch(text.strip())
    if numeral:
        article, start = int(numeral[1]), int(numeral[2])
        found = corrections.numeral_at(conn, article, start)
        if found is None:
            raise UsageError(f"There is no unattached numeral {text}.", hint="`policytrack review --list` lists them.")
        return Target(article, found[0], "numeral", "text", start, found[1])
    wanted = parse_id(text)
    if wanted.name is None:
        raise UsageError(f"{text} is an article.", hint=f"Decide on its items: `policytrack review article:{text}`.")
    row = item(conn, wanted)
    return Target(
        wanted.article, row["version"], wanted.listing.removesuffix("s"), row["where"], row["start"], row["end"]
    )


def _plain_number(text: str) -> str:
    """A typed number with its multiplier multiplied out: 18.9亿 is 1890000000; any other text as it is."""
    from policytrack.query import split_multiplier

    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return text
    power, _ = split_multiplier(found[2])
    return format(Decimal(found[1].replace(",", "")).scaleb(power), "f")


def parse_changes(kind: str, settings: Iterable[str], names: Names) -> dict[str, str]:
    """The changes of FIELD=VALUE settings, names turned into what stands in the tables; raises UsageError."""
    from datetime import date

    from policytrack.period_query import parse_period
    from policytrack.query import SAID, split_multiplier

    changes = {}
    for setting in settings:
        field, equals, value = (part.strip() for part in setting.partition("="))
        if not equals:
            raise UsageError(f"{setting!r} is no change.", hint="Write FIELD=VALUE, as in indicator=减税降费.")
        value = SAID.get(field, {}).get(value, value)
        if field == "value":
            value = _plain_number(value)
        if field == "unit" and split_multiplier(value)[0] and value not in names.lexicon.units.by_name:
            raise UsageError(f"{value} is a multiplier and a unit.", hint="Write it as in: value=18.9亿, unit=元.")
        if value and field in ("type", "action"):
            value = names.type_id(value)
        if value and field == "period" and "/" not in value:
            value = parse_period(value, date.today()).iso
        if value and field == "place":
            found = resolve_place(value, g=gazetteer(names.lexicon.places))
            value = found.code if found else value
        check_change(kind, field, value)
        changes[field] = value
    return changes


def decide(conn: sqlite3.Connection, about: Target, decision: str, changes: Mapping[str, str] | None = None) -> int:
    """Store a decision; its number. It takes effect with `apply`."""
    if about.item == "numeral" and decision != "accept":
        raise UsageError("An unattached numeral can only be accepted: it counts nothing.", hint="Or leave it.")
    return corrections.decide(conn, about.version, about.span, decision, changes or {})


def apply(
    conn: sqlite3.Connection, articles: Iterable[int], lexicon: Lexicon, folders: Iterable[Path] = ()
) -> int | None:
    """Read the articles again with what stands about them, as one run; its number, None when there are none."""
    touched = sorted(set(articles))
    if not touched:
        return None
    with tentative(conn) as decision:
        writer = RunWriter(conn, "review", [str(folder) for folder in folders], lexicon.version)
        for article in touched:
            row = item(conn, ItemId(article, None))
            found = reading_of(article_of(row), lexicon, corrections.decisions(conn, row["version"]))
            writer.reread(article, row["version"], rows(found, lexicon.version))
        writer.end("done")
        decision.keep = True
    return writer.run


def gold(conn: sqlite3.Connection, lexicon: Lexicon) -> Iterator[tuple[dict[str, Any], int]]:
    """The record of every article with a decision, and how many of its items nobody has decided on."""
    for article, version in corrections.reviewed_articles(conn):
        decided = corrections.decisions(conn, version)
        found = corrected(extract_article(article_of(item(conn, ItemId(article, None))), lexicon), decided)
        seen = {decision.span for decision in decided}
        spans = [("figure", f.where, f.start, f.end) for f in found.figures]
        spans += [("action", a.where, a.start, a.end) for a in found.actions]
        spans += [("numeral", "text", n.start, n.end) for n in found.numerals if n.cls == "unattached"]
        yield to_record(found), sum(span not in seen for span in spans)
