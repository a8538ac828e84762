"""Fetching pages from a server on this machine."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from policytrack.engines import make_engine
from policytrack.errors import InputError
from policytrack.ingest import Job, Part, ingest
from policytrack.inputs import Input, ReadOptions
from policytrack.reading import Task, read_task
from policytrack.store.connect import open_writer
from policytrack.web import fetch_page

DAY = "Wed, 20 Sep 2023 10:12:00 GMT"
PAGE = "# 南泽县检查加油站\n\n7月17日，县应急管理局检查加油站46座，整改隐患31处。\n"


class Site(BaseHTTPRequestHandler):
    """A few pages, and a robots.txt that keeps one of them private. `/dated` and `/tagged` know what has not changed."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["User-Agent"]))  # type: ignore[attr-defined]
        answers = {
            "/robots.txt": (200, "User-agent: *\nDisallow: /private/\n"),
            "/news": (200, PAGE),
            "/private/news": (200, PAGE),
            "/big": (200, "字" * 2000),
        }
        targets = {"/loop": "/loop", "/away": "ftp://127.0.0.1/news", "/moved": "/news", "/hidden": "/private/news"}
        if self.path in targets:
            self.send_response(302)
            self.send_header("Location", targets[self.path])
            self.end_headers()
            return
        if self.path in ("/tagged", "/dated", "/cut"):
            self.answer_with_validators()
            return
        code, text = answers.get(self.path, (404, ""))
        self.send_response(code)
        self.end_headers()
        self.wfile.write(text.encode())

    def answer_with_validators(self) -> None:
        asked = self.headers["If-None-Match" if self.path == "/tagged" else "If-Modified-Since"]
        same = {"/tagged": '"v1"', "/dated": DAY}.get(self.path)
        self.send_response(304 if asked and asked == same else 200)
        if self.path != "/cut":
            self.send_header("ETag" if self.path == "/tagged" else "Last-Modified", str(same))
        self.send_header("Content-Length", str(len(PAGE.encode()) + (9 if self.path == "/cut" else 0)))
        self.end_headers()
        if asked != same or asked is None:
            self.wfile.write(PAGE.encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []  # type: ignore[attr-defined]
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/news", "/moved"])
def test_a_page_is_fetched_through_redirects(site: str, path: str) -> None:
    page = fetch_page(site + path)
    assert page
    assert page.data.decode() == PAGE


@pytest.mark.parametrize("path", ["/tagged", "/dated"])
def test_a_page_that_has_not_changed_is_not_sent_again(site: str, path: str) -> None:
    first = fetch_page(site + path)
    assert first
    assert first.data.decode() == PAGE
    assert fetch_page(site + path, first.etag, first.last_modified) is None


def test_a_page_that_was_cut_off_is_no_page(site: str) -> None:
    with pytest.raises(InputError, match="/cut ended 9 bytes early"):
        fetch_page(site + "/cut")


def test_a_page_that_never_ends_is_left(site: str) -> None:
    ticks = iter(range(0, 10_000, 200))
    with pytest.raises(InputError, match="/big took more than 300 seconds"):
        fetch_page(site + "/big", clock=lambda: float(next(ticks)) * 2)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/private/news", "the site's robots.txt does not allow it. Save the page and give the file."),
        ("/gone", "the server answered 404 Not Found. Check the address."),
        (
            "/loop",
            "the server answered 302 The HTTP server returned a redirect error that would lead to an infinite loop.",
        ),
        ("/away", "the server answered 302 redirected away from the web."),
        ("/hidden", "the server answered 302 redirected to where robots.txt does not allow it."),
    ],
)
def test_what_cannot_be_had_says_why(site: str, path: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch_page(site + path)
    assert str(caught.value).startswith(site)
    assert message in str(caught.value)


def test_a_page_that_is_too_large_is_left(site: str) -> None:
    with pytest.raises(InputError, match="is larger than"):
        fetch_page(site + "/big", limit=1000)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(InputError, match=r"cannot be fetched: .*\. Check the address and the network\."):
        fetch_page("http://127.0.0.1:9/", seconds=5)


def test_an_article_of_the_web_is_known_by_its_address(site: str) -> None:
    result = read_task(Task(Input(f"{site}/news", f"{site}/news"), ReadOptions()))
    assert result.document
    [(article, rows)] = result.document.readings
    assert article.url == f"{site}/news"
    assert [row[4] for row in rows.figures] == ["46座", "31处"]


def test_a_page_of_a_source_is_asked_for_once_it_has_changed(site: str, tmp_path: Path) -> None:
    job = Job((Part((f"{site}/tagged", f"{site}/news"), ReadOptions()),))
    ended = []
    for _ in range(2):
        with open_writer(tmp_path / "a.db") as conn:
            ended.append(ingest(conn, job, lambda _: make_engine("process", 1, 0), print))
    assert [(summary.run, summary.unchanged, summary.failed) for summary in ended] == [(1, 0, 0), (None, 2, 0)]
