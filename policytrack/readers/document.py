"""What readers take and give: bytes with hints in, articles and problems out."""

from dataclasses import dataclass, field
from datetime import date

from policytrack.errors import InputError
from policytrack.model import Article


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user said about an input; it beats what a reader infers, not what the input says of an article."""

    source: str | None = None
    published: date | None = None
    place: str | None = None
    format: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of one input, and the parts of it that could not be read."""

    articles: list[Article] = field(default_factory=list)
    media_type: str = "text/plain"
    problems: list[InputError] = field(default_factory=list)
