"""From one input to finished rows: read, complete, extract, audit. Runs in a worker process; touches no database.

What the options say beats what a reader infers, but not what the document itself says about an article.
"""

import hashlib
import json
import re
import sys
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from policytrack.audit import audit_article
from policytrack.errors import InputError, PolicytrackError
from policytrack.extract import extract_article
from policytrack.extract.quotes import sentence_around, sentence_spans
from policytrack.inputs import STDIN, Failure, Input, Page, ReadOptions, is_url
from policytrack.lexicon.load import Lexicon, load
from policytrack.lexicon.places import place_of_source, resolve_place
from policytrack.model import Article, Extraction
from policytrack.readers import Hints, read_document
from policytrack.readers.extras import MissingExtra
from policytrack.readers.page import printable
from policytrack.record import to_record
from policytrack.store.cursors import Cursor, Known
from policytrack.store.packed import Packed
from policytrack.store.reprints import bands_of
from policytrack.store.rows import ExtractionRows, rows_of
from policytrack.store.write import Document

LONGEST = 500_000  # characters of an article: a five-year plan has 100,000
_AROUND = 500  # characters of a sentence kept on each side of a figure: tables without stops are one sentence
_PROBLEMS = 20  # of one input that are told one by one


@dataclass(frozen=True, slots=True)
class Task:
    """One input to read. `known` is what it looked like when it was last read."""

    input: Input
    options: ReadOptions
    lexicon: tuple[Path, ...] = ()
    known: Known | None = None
    data: bytes | None = None  # of standard input, which a worker cannot read


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a task: a document, or none and failures; a document may have failures in parts of it, too.

    When its content is the one that was read before, there is no document, but a cursor where that has changed.
    """

    input: Input
    document: Document | None = None
    failures: tuple[Failure, ...] = ()
    same: bool = False


def read_task(task: Task) -> Result:
    """The rows of one input. Every error becomes a failure: one bad file must not stop a night's work."""
    try:
        return _read_task(task)
    except PolicytrackError as error:
        return Result(task.input, failures=(_failure(task.input, error),))
    except MemoryError:
        return lost_task(task)
    except Exception as error:
        return Result(task.input, failures=(_bug(task, error),))


def lost_task(task: Task) -> Result:
    """The result when the worker died over a task."""
    reason = f"{task.input.shown} ended its worker process; it may need more memory than there is."
    return Result(task.input, failures=(Failure(task.input.origin, reason, "Split the file and try again."),))


@dataclass(frozen=True, slots=True)
class Records:
    """The extraction records of one input, each a line of JSON, and what could not be read."""

    lines: tuple[str, ...]
    failures: tuple[Failure, ...] = ()


def extract_task(task: Task) -> Records:
    """The records of one input; every error becomes a failure, as in `read_task`."""
    try:
        fetched = fetch(task)
        assert fetched is not None  # nothing is known of it
        articles, _, failures = parse(task.input, fetched.data, task.options)
        lexicon = lexicon_of(task.lexicon)
        named = (replace(a, id=a.id or str(number)) for number, a in enumerate(articles, 1))
        return Records(tuple(_line(article, lexicon) for article in named), tuple(failures))
    except PolicytrackError as error:
        return Records((), (_failure(task.input, error),))
    except Exception as error:
        return Records((), (_bug(task, error),))


def _line(article: Article, lexicon: Lexicon) -> str:
    return json.dumps(to_record(audit_article(extract_article(article, lexicon))), ensure_ascii=False)


def lost_records(task: Task) -> Records:
    """The records when the worker died over a task."""
    return Records((), lost_task(task).failures)


def _failure(given: Input, error: PolicytrackError) -> Failure:
    """What was wrong, on one printable line: addresses and names inside of documents hold anything."""
    lasting = isinstance(error, InputError) and not isinstance(error, MissingExtra) and given.is_file
    return Failure(given.origin, printable(error.message), printable(error.hint), lasting)


def _bug(task: Task, error: Exception) -> Failure:
    """A bug must cost one document, not the batch."""
    if isinstance(error, RecursionError):
        return Failure(task.input.origin, f"{task.input.shown} is nested too deeply.", "Unpack or simplify the file.")
    if isinstance(error, ArithmeticError):
        return Failure(task.input.origin, f"{task.input.shown} holds a number too large to be one.", "Correct it.")
    reason = printable(f"{task.input.shown} could not be read: {type(error).__name__}: {error}.")
    return Failure(task.input.origin, reason[:500], "Please report it with the file; the rest of the batch went in.")


def _read_task(task: Task) -> Result:
    given, known = task.input, task.known
    fetched = fetch(task)
    if fetched is None:
        return Result(given, same=True)
    data = fetched.data
    digest = hashlib.sha256(data).hexdigest()
    cursor = _cursor(task, fetched)
    if known and digest == known.sha256:
        moved = cursor and Known(cursor.mtime_ns, cursor.size, digest, cursor.etag, cursor.last_modified) != known
        touched = Document(given.origin, digest, "", len(data), (), cursor) if moved else None
        return Result(given, touched, same=True)
    lexicon = lexicon_of(task.lexicon)
    articles, media_type, failures = parse(given, data, task.options)
    readings: Packed[tuple[Article, ExtractionRows]] = Packed()
    bands = []
    for article in map(storable, articles):
        try:
            extraction = audit_article(extract_article(article, lexicon))
        except ArithmeticError:
            reason = f"{given.shown}, article {_title(article)}: a number is too large to be one."
            failures.append(Failure(given.origin, reason, "Correct it.", given.is_file))
            continue
        readings.append((article, rows(extraction, lexicon.version)))
        bands.append(bands_of(article.text))
    # A file with a part that failed is read again the next time, so that the failure does not fall silent.
    kept = None if failures else cursor
    document = Document(given.origin, digest, media_type, len(data), readings, kept, tuple(bands))
    return Result(given, document, tuple(failures))


def _title(article: Article) -> str:
    return article.title[:40] or article.text[:20]


def _cursor(task: Task, fetched: Page) -> Cursor | None:
    given = task.input
    if given.is_file:
        return Cursor(task.options.digest, given.mtime_ns, given.size)
    if not is_url(given.origin):
        return None
    return Cursor(task.options.digest, 0, len(fetched.data), fetched.etag, fetched.last_modified)


@lru_cache(maxsize=2)
def lexicon_of(folders: tuple[Path, ...]) -> Lexicon:
    """The lexicon with the user's folders, loaded once a process."""
    return load(*folders)


def fetch(task: Task) -> Page | None:
    """The bytes of an input, or None for a page that its server says is the known one.

    Raises PolicytrackError with what the operating system or the server said.
    """
    given = task.input
    if task.data is not None:
        return Page(task.data)
    if given.origin == STDIN:
        return Page(sys.stdin.buffer.read())
    if is_url(given.origin):
        from policytrack.web import fetch_page

        known = task.known
        return fetch_page(given.origin, known.etag if known else None, known.last_modified if known else None)
    try:
        return Page(Path(given.path or given.origin).read_bytes())
    except OSError as error:
        reason = f"{given.shown} cannot be read: {error.strerror}."
        raise PolicytrackError(reason, hint="Check its permissions.") from None


def parse(given: Input, data: bytes, options: ReadOptions) -> tuple[list[Article], str, list[Failure]]:
    """The articles of a document, its media type, and the parts of it that could not be read.

    Raises InputError when nothing can be read.
    """
    options = options.named(given.shown)
    form = options.format or _named_format(given.shown, options)
    hints = Hints(options.source, options.published, options.place, form, options.encoding)
    if options.columns:
        hints = replace(hints, columns=options.columns)
    reading = read_document(data, given.shown, hints)
    if not reading.articles and not reading.problems:
        raise InputError(f"{given.shown} holds no article.", hint="Name its format with --format if it was mistaken.")
    if is_url(given.origin) and len(reading.articles) == 1:  # a page that does not give its address has this one
        reading = replace(reading, articles=[replace(a, url=a.url or given.origin) for a in reading.articles])
    articles = [
        replace(complete(article, options), why=article.why or _place(number, len(reading.articles)))
        for number, article in enumerate(reading.articles, 1)
        if len(article.text) <= LONGEST
    ]
    if len(articles) < len(reading.articles):
        longest = max(len(article.text) for article in reading.articles)
        reason = f"{given.shown} holds an article of {longest:,} characters; more than {LONGEST:,} are none."
        reading.problems.insert(0, InputError(reason, hint="Split it."))
    failures = [_failure(given, problem) for problem in reading.problems[:_PROBLEMS]]
    if more := len(reading.problems) - len(failures):
        failures.append(Failure(given.origin, f"{given.shown}: {more} more parts could not be read."))
    return articles, reading.media_type, failures


def _place(number: int, of: int) -> tuple[str, ...]:
    """Why an article is one where its reader gives no reasons: the document says so itself."""
    return ("the only article of its document",) if of == 1 else (f"item {number} of {of} of its document",)


def _named_format(name: str, options: ReadOptions) -> str | None:
    """The format that a name gives away where the content may not: a first line that is broken, columns nobody knows."""
    if name.endswith((".jsonl", ".ndjson")):
        return "jsonl"
    return "csv" if options.columns and name.endswith((".csv", ".tsv")) else None


def complete(article: Article, options: ReadOptions) -> Article:
    """The article with what the options add and its place as a code where one is known."""
    source = article.source or options.source
    published, how = article.published, article.published_how
    if options.published and how != "given":
        published, how = options.published, "given"
    named = article.place or options.place
    found = resolve_place(named) if named else None
    place = (found.code if found else named) if named else place_of_source(source)
    return replace(article, source=source, published=published, published_how=how, place=place)


_SURROGATE = re.compile("[\ud800-\udfff]")


def storable(article: Article) -> Article:
    """The article with half surrogate pairs, which no encoding can hold, as U+FFFD; every offset stays valid."""
    fields = (article.id, article.text, article.title, article.byline, article.source, article.place, article.url)
    if not any(text and _SURROGATE.search(text) for text in fields):
        return article

    def clean(text: str) -> str:
        return _SURROGATE.sub("\ufffd", text)

    def clean_or_none(text: str | None) -> str | None:
        return clean(text) if text else text

    return replace(
        article, id=clean(article.id), text=clean(article.text), title=clean(article.title),
        byline=clean_or_none(article.byline), source=clean_or_none(article.source),
        place=clean_or_none(article.place), url=clean_or_none(article.url),
    )  # fmt: skip


def rows(extraction: Extraction, version: str) -> ExtractionRows:
    """The table rows of an extraction, each figure with its sentence."""
    article = extraction.article
    sentences = sentence_spans(article.text)

    def quote(where: str, start: int, end: int) -> tuple[int, int]:
        if where != "text":
            return 0, len(article.title)
        low, high = sentence_around(sentences, start, end)
        return max(low, start - _AROUND), min(high, end + _AROUND)

    return rows_of(extraction, version, quote)
