"""Fetching one page: bounded in time, size and redirects, and only where robots.txt allows it."""

from collections.abc import Mapping
from http.client import HTTPException
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener
from urllib.robotparser import RobotFileParser

from policytrack import __version__
from policytrack.errors import InputError

AGENT = f"policytrack/{__version__}"
SECONDS = 30.0
BYTES = 20 << 20
REDIRECTS = 5
_ROBOTS_BYTES = 512 << 10


class _Redirects(HTTPRedirectHandler):
    """A few redirects, and to web pages only: never to file: or ftp:."""

    max_redirections = REDIRECTS
    max_repeats = 2

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise HTTPError(newurl, code, "redirected away from the web", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch_page(url: str, *, seconds: float = SECONDS, limit: int = BYTES) -> bytes:
    """The bytes of a page; raises InputError that names the URL and what the server or robots.txt said."""
    opener = build_opener(_Redirects)
    try:
        if not _allowed(opener, url, seconds):
            raise InputError(
                f"{url}: the site's robots.txt does not allow it.", hint="Save the page and give the file."
            )
        return _read(opener, url, {"Accept": "text/html,*/*"}, seconds, limit)
    except HTTPError as error:
        said = " ".join(f"{error.code} {error.reason}".split())
        raise InputError(f"{url}: the server answered {said}.", hint="Check the address.") from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise InputError(f"{url} cannot be fetched: {reason}.", hint="Check the address and the network.") from None


def _read(opener: OpenerDirector, url: str, headers: Mapping[str, str], seconds: float, limit: int) -> bytes:
    request = Request(url, headers={"User-Agent": AGENT, **headers})
    with opener.open(request, timeout=seconds) as answer:
        data: bytes = answer.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"{url} is larger than {limit >> 20} MiB.", hint="Download it and give the file.")
    return data


def _allowed(opener: OpenerDirector, url: str, seconds: float) -> bool:
    """Whether robots.txt lets us read the page; a site without one allows everything."""
    rules = RobotFileParser()
    try:
        text = _read(opener, urljoin(url, "/robots.txt"), {}, seconds, _ROBOTS_BYTES)
    except HTTPError as error:
        return error.code < 500
    rules.parse(text.decode("utf-8", "replace").splitlines())
    return rules.can_fetch(AGENT, url)
