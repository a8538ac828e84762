"""Fetching pages from a server on this machine."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from policytrack.errors import InputError
from policytrack.inputs import Input, ReadOptions
from policytrack.reading import Task, read_task
from policytrack.web import fetch_page

PAGE = "# 南泽县检查加油站\n\n7月17日，县应急管理局检查加油站46座，整改隐患31处。\n"


class Site(BaseHTTPRequestHandler):
    """A few pages, and a robots.txt that keeps one of them private."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["User-Agent"]))  # type: ignore[attr-defined]
        answers = {
            "/robots.txt": (200, "User-agent: *\nDisallow: /private/\n"),
            "/news": (200, PAGE),
            "/private/news": (200, PAGE),
            "/big": (200, "字" * 2000),
        }
        if self.path in ("/loop", "/away", "/moved"):
            self.send_response(302)
            target = {"/loop": "/loop", "/away": "ftp://127.0.0.1/news", "/moved": "/news"}[self.path]
            self.send_header("Location", target)
            self.end_headers()
            return
        code, text = answers.get(self.path, (404, ""))
        self.send_response(code)
        self.end_headers()
        self.wfile.write(text.encode())

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
    assert fetch_page(site + path).decode() == PAGE


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
