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
    columns: tuple[tuple[str, str], ...] = ()  # field of an article → column of a table or key of a record


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of one input, and the parts of it that could not be read."""

    articles: list[Article] = field(default_factory=list)
    media_type: str = "text/plain"
    problems: list[InputError] = field(default_factory=list)


@dataclass(slots=True)
class Budget:
    """How much one input may still unpack to, shared by all archives nested in it: the defence against archive bombs."""

    bytes: int = 256 << 20
    members: int = 20_000
    depth: int = 4

    def spend(self, size: int, origin: str) -> None:
        """Take one member of `size` bytes off; raises InputError when the input unpacks to more than is sane."""
        self.bytes -= size
        self.members -= 1
        if self.bytes < 0:
            raise InputError(f"{origin} unpacks to more than 256 MiB.", hint="Unpack it and give the files.")
        if self.members < 0:
            raise InputError(f"{origin} holds more than 20,000 members.", hint="Unpack it and give the folder.")
