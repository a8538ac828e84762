"""Reading the lexicon: the package's TOML files, then the user's, in one format.

A file is a list of `[[table]]` entries; which file an entry stands in does not matter. Each part of the lexicon reads the
tables it owns. Later files add to earlier ones; an entry with the same `id` replaces it.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from policytrack.errors import LexiconError
from policytrack.lexicon.actions import TABLES as ACTION_TABLES
from policytrack.lexicon.actions import ActionLexicon, parse_actions
from policytrack.lexicon.campaigns import CampaignNames, parse_campaigns
from policytrack.lexicon.eras import parse_eras
from policytrack.lexicon.events import Events, parse_events
from policytrack.lexicon.feasts import Feasts, parse_feasts
from policytrack.lexicon.gazetteer import PlaceNames, parse_places
from policytrack.lexicon.measures import MeasureWords, parse_measures
from policytrack.lexicon.numeral_words import NumeralWords, parse_numeral_words
from policytrack.lexicon.organisations import TABLES as ORGANISATION_TABLES
from policytrack.lexicon.organisations import Organisations, parse_organisations
from policytrack.lexicon.schema import Entry
from policytrack.lexicon.synonyms import Synonyms, parse_synonyms
from policytrack.lexicon.time_words import TimeWords, parse_time_words
from policytrack.lexicon.units import Units, parse_units

HOME = Path(__file__).parent
Entries = dict[str, list[Entry]]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All the knowledge an extraction uses. `version` is a digest of the files it was read from."""

    version: str
    places: PlaceNames
    organisations: Organisations
    campaigns: CampaignNames
    synonyms: Synonyms
    measures: MeasureWords
    numeral_words: NumeralWords
    units: Units
    eras: dict[str, int]
    events: Events
    feasts: Feasts
    time_words: TimeWords
    actions: ActionLexicon


def read_entries(paths: Iterable[Path]) -> Entries:
    """All entries of the files, by table name; raises LexiconError for a file that is not TOML of tables."""
    entries: Entries = {}
    for path in paths:
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError as error:
            raise LexiconError(f"{path}: not UTF-8 at byte {error.start}.", hint="Save it as UTF-8.") from None
        except OSError as error:
            raise LexiconError(
                f"{path}: cannot be read: {error.strerror}.", hint="A lexicon folder holds TOML files."
            ) from None
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise LexiconError(f"{path}: no TOML: {error}.", hint="`policytrack help lexicon` shows a file.") from None
        for table, rows in content.items():
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                raise LexiconError(f"{path}: {table!r} must be written as [[{table}]] entries.")
            entries.setdefault(table, []).extend(Entry(path, table, n, row) for n, row in enumerate(rows, 1))
    return entries


def lexicon_files(directory: Path) -> list[Path]:
    """The TOML files of a lexicon directory and its folders, in a fixed order."""
    return sorted(directory.rglob("*.toml"))


@lru_cache(maxsize=8)
def load(*directories: Path) -> Lexicon:
    """The built-in lexicon, extended by the user's directories in the order given."""
    from hashlib import sha256

    paths = [path for directory in (HOME, *directories) for path in lexicon_files(directory)]
    entries = read_entries(paths)
    for directory in directories:
        _check_own(directory, entries)
    digest = sha256()
    for path in paths:
        digest.update(path.read_bytes())
    known: set[str] = set()

    def take(*tables: str) -> list[Entry]:
        """The entries of the tables a part reads."""
        known.update(tables)
        return [entry for table in tables for entry in entries.get(table, ())]

    lexicon = Lexicon(
        version=digest.hexdigest()[:12],
        places=parse_places(take("zone", "masthead")),
        organisations=parse_organisations(take(*ORGANISATION_TABLES)),
        campaigns=parse_campaigns(take("campaign")),
        synonyms=parse_synonyms(take("indicator")),
        measures=parse_measures(take("measure_words")),
        numeral_words=parse_numeral_words(take("numeral_words")),
        units=parse_units(take("unit")),
        eras=parse_eras(take("era")),
        events=parse_events(take("event")),
        feasts=parse_feasts(take("feast")),
        time_words=parse_time_words(take("time_word")),
        actions=parse_actions(take(*ACTION_TABLES)),
    )
    _check_labels(lexicon, entries)
    for table in sorted(entries.keys() - known):
        entry = entries[table][0]
        if HOME not in entry.path.parents:  # the package's own tables are checked by a test
            raise entry.error(table, "no part of the lexicon reads this table")
    return lexicon


_LONGEST = 100  # characters of a word
_PROSE = ("definition", "note", "examples", "counter_examples", "differs")  # keys whose texts are no words


def _check_own(directory: Path, entries: Entries) -> None:
    """Refuse what a user cannot have meant: one id twice in a folder, and words as long as a paragraph."""
    seen: dict[tuple[str, object], Entry] = {}
    for entry in (entry for rows in entries.values() for entry in rows if directory in entry.path.parents):
        own = entry.data.get("id")
        if isinstance(own, str):
            first = seen.setdefault((entry.table, own), entry)
            if first is not entry:
                raise entry.error("id", f"{own!r} is already number {first.number} of {first.path}")
        for key, value in entry.data.items():
            if key not in _PROSE and any(len(word) > _LONGEST for text in _texts(value) for word in text.split()):
                raise entry.error(key, f"a word of more than {_LONGEST} characters")


def _texts(value: object) -> Iterator[str]:
    """All texts in a value of a TOML file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from _texts(part)


def _check_labels(lexicon: Lexicon, entries: Entries) -> None:
    """Refuse a type whose label belongs to another, because `type:` takes labels."""
    owners: dict[str, str] = {}
    for known in lexicon.actions.types.values():
        for key, label in (("label", known.label), ("label_en", known.label_en.lower())):
            owner = owners.setdefault(label, known.id) if label else known.id
            if owner != known.id:
                entry = next(row for row in reversed(entries["action"]) if row.data.get("id") == known.id)
                raise entry.error(key, f"{label!r} is the label of {owner}")
