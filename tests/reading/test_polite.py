"""Sites are asked as they want to be asked; the site of these tests is on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from firsthand.errors import Blocked, Gone, InputError, Paywalled, Unchanged
from firsthand.model import Page, Validators
from firsthand.reading.acquire import Outside, acquire
from firsthand.reading.acquire.polite import Polite

PAGE = b"<html><body><p>The north quay is shut.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    """A site with rules; `robots` is what it answers when asked for them."""

    robots: tuple[int, bytes] = (404, b"")
    seen: list[str] = []  # noqa: RUF012 - one test at a time
    busy: list[dict[str, str]] = []  # noqa: RUF012 - headers of the refusals that come first
    at_once = most_at_once = 0

    def do_GET(self) -> None:
        Site.seen.append(self.path)
        if self.path == "/robots.txt":
            self.answer(*Site.robots)
        elif Site.busy:
            self.answer(503, b"", **Site.busy.pop(0))
        elif self.path == "/moved":
            self.answer(301, b"", Location="/secret/1")
        elif self.path.startswith("/status/"):
            self.answer(int(self.path.rpartition("/")[2]), b"no")
        elif self.headers.get("If-None-Match") == '"v1"':
            self.answer(304, b"")
        else:
            self.answer(200, PAGE, **{"Content-Type": "text/html", "ETag": '"v1"'})

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Visited(dict[str, Validators]):
    """What is known of addresses from earlier visits."""

    def validators(self, url: str) -> Validators | None:
        return self.get(url)


@pytest.fixture
def site() -> Iterator[str]:
    Site.robots, Site.seen, Site.busy = (404, b""), [], []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Visit:
    """A run over some addresses, with a clock that only waiting moves."""

    def __init__(self, visits: Visited | None = None) -> None:
        self.waits: list[float] = []
        self.now = 1_000.0
        self.polite = Polite(visits or Visited(), gap=1.0, clock=lambda: self.now, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def __call__(self, *urls: str) -> list[Page | InputError]:
        return list(acquire(urls, outside=Outside(transport=self.polite)))


def test_rules_are_asked_once_and_kept_on_every_hop(site: str) -> None:
    Site.robots = (200, b"User-agent: firsthand\nDisallow: /secret/\n")
    found = Visit()(f"{site}/a", f"{site}/secret/2", f"{site}/moved")
    assert [type(one) for one in found] == [Page, Blocked, Blocked]
    assert "robots.txt" in str(found[1])
    assert Site.seen == ["/robots.txt", "/a", "/moved"]


def test_a_site_without_rules_allows_and_one_out_of_order_forbids(site: str) -> None:
    assert isinstance(Visit()(f"{site}/a")[0], Page)
    Site.robots = (500, b"")
    assert isinstance(Visit()(f"{site}/a")[0], Blocked)


def test_between_two_requests_is_a_pause_as_long_as_the_site_wishes(site: str) -> None:
    visit = Visit()
    visit(f"{site}/a", f"{site}/b")
    assert visit.waits == [1.0, 1.0]  # after the rules, after the first page
    Site.robots = (200, b"User-agent: *\nCrawl-delay: 7\n")
    visit = Visit()
    visit(f"{site}/a", f"{site}/b")
    assert visit.waits[-1] == 7.0
    Site.robots = (200, b"User-agent: *\nCrawl-delay: 86400\n")
    assert isinstance(Visit()(f"{site}/a")[0], Blocked)


def test_a_site_that_says_later_is_asked_later(site: str) -> None:
    Site.busy = [{"Retry-After": "30"}]
    visit = Visit()
    assert isinstance(visit(f"{site}/a")[0], Page)
    assert 30.0 in visit.waits
    Site.busy = [{"Retry-After": "3600"}]
    asked = len(Site.seen)
    found = Visit()(f"{site}/a", f"{site}/b")
    assert "503" in str(found[0])
    assert isinstance(found[1], Blocked)
    assert Site.seen[asked:] == ["/robots.txt", "/a"]


def test_a_page_that_did_not_change_is_not_sent_again(site: str) -> None:
    first = Visit()
    assert isinstance(first(f"{site}/a")[0], Page)
    known = first.polite.validators(f"{site}/a")
    assert known == Validators('"v1"', None)
    found = Visit(Visited({f"{site}/a": known}))(f"{site}/a", f"{site}/b")
    assert [type(one) for one in found] == [Unchanged, Page]


@pytest.mark.parametrize(
    ("status", "kind"), [(401, Blocked), (402, Paywalled), (403, Blocked), (404, Gone), (410, Gone), (429, Blocked)]
)
def test_refusals_are_told_apart(site: str, status: int, kind: type[InputError]) -> None:
    (found,) = Visit()(f"{site}/status/{status}")
    assert type(found) is kind
