"""Fetching one page: bounded in time, size and redirects, and only where robots.txt allows it.

A page that was fetched before is asked for with its ETag and its date, so that an unchanged one costs a short answer.
"""

import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from http.client import HTTPException
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener
from urllib.robotparser import RobotFileParser

from policytrack import __version__
from policytrack.errors import InputError
from policytrack.inputs import Page

AGENT = f"policytrack/{__version__}"
SECONDS = 30.0  # without a sign of life
WHOLE_SECONDS = 300.0  # for all of a page
BYTES = 20 << 20
REDIRECTS = 5
_ROBOTS_BYTES = 512 << 10
_PART = 64 << 10


class _Redirects(HTTPRedirectHandler):
    """A few redirects, to web pages only, never to file: or ftp:, and only where robots.txt there allows it."""

    max_redirections = REDIRECTS
    max_repeats = 2

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        parts = urlsplit(newurl)
        if parts.scheme not in ("http", "https"):
            raise HTTPError(newurl, code, "redirected away from the web", headers, fp)
        if parts.path != "/robots.txt" and not allowed(newurl):
            raise HTTPError(newurl, code, "redirected to where robots.txt does not allow it", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch_page(
    url: str,
    etag: str | None = None,
    last_modified: str | None = None,
    *,
    seconds: float = SECONDS,
    limit: int = BYTES,
    clock: Callable[[], float] = time.monotonic,
) -> Page | None:
    """A page, or None when it is the one with the given ETag or date.

    Raises InputError that names the URL and what the server or robots.txt said.
    """
    headers = {"Accept": "text/html,*/*"}
    if etag:
        headers["If-None-Match"] = etag
    if last_modified:
        headers["If-Modified-Since"] = last_modified
    try:
        if not allowed(url, seconds):
            raise InputError(
                f"{url}: the site's robots.txt does not allow it.", hint="Save the page and give the file."
            )
        return _read(build_opener(_Redirects), url, headers, seconds, limit, clock)
    except HTTPError as error:
        if error.code == 304 and (etag or last_modified):
            return None
        said = " ".join(f"{error.code} {error.reason}".split())
        raise InputError(f"{url}: the server answered {said}.", hint="Check the address.") from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise InputError(f"{url} cannot be fetched: {reason}.", hint="Check the address and the network.") from None


def _read(
    opener: OpenerDirector,
    url: str,
    headers: Mapping[str, str],
    seconds: float,
    limit: int,
    clock: Callable[[], float] = time.monotonic,
) -> Page:
    deadline = clock() + WHOLE_SECONDS
    request = Request(url, headers={"User-Agent": AGENT, **headers})
    data = bytearray()
    with opener.open(request, timeout=seconds) as answer:
        while part := answer.read1(_PART):
            data += part
            if len(data) > limit:
                raise InputError(f"{url} is larger than {limit >> 20} MiB.", hint="Download it and give the file.")
            if clock() > deadline:
                raise InputError(
                    f"{url} took more than {WHOLE_SECONDS:.0f} seconds.", hint="Download it and give the file."
                )
        missing = answer.length
        said = answer.headers
    if missing:
        raise InputError(f"{url} ended {missing} bytes early.", hint="Try again later.")
    return Page(bytes(data), said.get("ETag"), said.get("Last-Modified"))


def allowed(url: str, seconds: float = SECONDS) -> bool:
    """Whether robots.txt lets us read a page; a site without one allows everything."""
    return _rules(urljoin(url, "/robots.txt"), seconds).can_fetch(AGENT, url)


@lru_cache(maxsize=256)
def _rules(address: str, seconds: float) -> RobotFileParser:
    """The rules of a site, asked for once a process."""
    rules = RobotFileParser()
    try:
        text = _read(build_opener(_Redirects), address, {}, seconds, _ROBOTS_BYTES).data
    except HTTPError as error:
        text = b"User-agent: *\nDisallow: /\n" if error.code >= 500 else b""
    rules.parse(text.decode("utf-8", "replace").splitlines())
    return rules
