"""JSON Lines and JSON: an object an article with id, title, published, source, place, text; all but text optional."""

import json
from collections.abc import Iterator
from typing import Any

from policytrack.errors import InputError
from policytrack.model import Article
from policytrack.readers.columns import FIELDS, assign_columns
from policytrack.readers.document import Hints, Reading
from policytrack.readers.lines import day_or_part

_HINT = 'A line is an object such as {"title": "…", "published": "2023-09-20", "text": "…"}.'
NO_HINTS = Hints()


def read_jsonl(text: str, origin: str, hints: Hints = NO_HINTS) -> Reading:
    """The articles of JSON Lines; a bad line is a problem and the others go in."""
    reading = Reading(media_type="application/x-ndjson")
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            take_record(reading, _named(_loads(line), hints), f"{origin}:{number}")
    return reading


def read_json(text: str, origin: str, hints: Hints = NO_HINTS) -> Reading:
    """The articles of a JSON array of objects, of an object that holds one, or of a single object."""
    reading = Reading(media_type="application/json")
    content = _loads(text)
    if isinstance(content, InputError):
        raise InputError(f"{origin}: {content.message}", hint=_HINT)
    for number, record in enumerate(_records(content), 1):
        take_record(reading, _named(record, hints), f"{origin}, item {number}")
    return reading


def _records(content: Any) -> Iterator[Any]:
    if isinstance(content, dict) and "text" not in content:
        lists = [value for value in content.values() if isinstance(value, list)]
        if len(lists) == 1:
            content = lists[0]
    if isinstance(content, list):
        yield from content
    else:
        yield content


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        return InputError(f"not JSON ({error.msg} at column {error.colno}).")
    except (RecursionError, ValueError) as error:
        return InputError(f"not usable JSON ({type(error).__name__}).")


def _named(record: Any, hints: Hints) -> Any:
    """The record with its usual or mapped keys (正文, content …) under the names of the fields."""
    if not isinstance(record, dict) or ("text" in record and not hints.columns):
        return record
    try:
        chosen = assign_columns([str(key) for key in record], dict(hints.columns), "")
    except InputError as error:
        return InputError(error.message.removeprefix(": ").strip(), hint=error.hint) if hints.columns else record
    return {**record, **{field: record[key] for field, key in chosen.items()}}


def take_record(reading: Reading, record: Any, where: str) -> None:
    """Add the article of a record, or the problem with it."""
    article = _article(record)
    if isinstance(article, InputError):
        reading.problems.append(InputError(f"{where}: {article.message}", hint=article.hint or _HINT))
    else:
        reading.articles.append(article)


def _article(record: Any) -> Article | InputError:
    if isinstance(record, InputError):
        return record
    if not isinstance(record, dict):
        return InputError(f"a {_name(record)} where an object is expected.")
    values: dict[str, str | None] = {}
    for key in FIELDS:
        value = record.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and key == "id":
            value = str(value)
        if value is not None and not isinstance(value, str):
            return InputError(f"{key} must be a text, not a {_name(value)}.")
        values[key] = value
    if values["text"] is None:
        return InputError("text is missing.")
    published, how = None, "unknown"
    if values["published"]:
        told = day_or_part(values["published"])
        if told is None:
            return InputError(f"published {values['published']!r} is not a day like 2023-09-20.")
        published, how = told[0], "given" if told[1] else "inferred"
    return Article(
        id=values["id"] or "", text=values["text"], title=values["title"] or "", byline=values["byline"],
        published=published, published_how=how, source=values["source"],
        place=values["place"], url=values["url"], headline_only=not values["text"].strip(),
    )  # fmt: skip


def _name(value: Any) -> str:
    names = {list: "list", dict: "object", str: "text", int: "number", float: "number", bool: "boolean"}
    return names.get(type(value), "null")
