"""Inputs of every kind, whole and broken; the network is a server on this machine."""

from __future__ import annotations

import gzip
import io
import json
import os
import pickle
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from firsthand.errors import BadRow, Blocked, Gone, InputError, NotAPage, TooLarge, Unreachable
from firsthand.model import Page, Told
from firsthand.reading.acquire import Kind, Outside, Row, Source, acquire, expand, pages, rows
from firsthand.reading.limits import Limits

HTML = b"<!doctype html><html><body><p>The bridge was closed, the mayor said.</p></body></html>"


def taken(*inputs: object, **options: object) -> list[Page | InputError]:
    return list(acquire([str(given) for given in inputs], **options))  # type: ignore[arg-type]


def only_page(*inputs: object, **options: object) -> Page:
    (page,) = taken(*inputs, **options)
    assert isinstance(page, Page)
    return page


def only_error(*inputs: object, **options: object) -> InputError:
    (error,) = taken(*inputs, **options)
    assert isinstance(error, InputError)
    assert error.remedy, "every error names the way out"
    return error


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a.xhtml", "application/xhtml+xml"),
        ("a.txt", "text/plain"),
        ("a.md", "text/markdown"),
    ],
)
@pytest.mark.parametrize("zipped", [False, True])
def test_files_by_their_ending(tmp_path: Path, name: str, media_type: str, zipped: bool) -> None:
    path = tmp_path / (name + ".gz" * zipped)
    path.write_bytes(gzip.compress(HTML) if zipped else HTML)
    page = only_page(path, told=Told(outlet="The Example"))
    assert (page.content, page.media_type, page.path, page.url) == (HTML, media_type, str(path), None)
    assert page.told.outlet == "The Example"


def test_a_file_of_unknown_ending_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    for content, media_type in ((HTML, "text/html"), (b"The mayor spoke.", "text/plain")):
        path = tmp_path / "page.php"
        path.write_bytes(content)
        assert only_page(path).media_type == media_type


def test_a_folder_gives_its_files_sorted_without_hidden_and_unknown_ones(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", ".hidden.html", "picture.png", "sub/c.jsonl.gz", ".git/d.html", "sub/z.warc"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(HTML)
    sources = expand([str(tmp_path)])
    assert [Path(source.name).name for source in sources] == ["a.txt", "b.html", "c.jsonl.gz", "z.warc"]
    assert [source.kind for source in sources if isinstance(source, Source)] == [
        Kind.PLAIN,
        Kind.HTML,
        Kind.JSONL,
        Kind.WARC,
    ]


def test_a_folder_with_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    error = only_error(tmp_path)
    assert isinstance(error, Unreachable)
    assert ".html" in error.remedy


def test_one_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    good = tmp_path / "good.html"
    good.write_bytes(HTML)
    found = taken(tmp_path / "missing.html", good, "", good)
    assert [type(result) for result in found] == [Unreachable, Page, Unreachable, Page]


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.html"
    path.write_bytes(HTML)

    # A file's rights would not stop root, under whom tests may run.
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    error = only_error(path)
    assert isinstance(error, Unreachable)
    assert "ermission" in error.problem or "may not" in error.problem


def test_a_link_to_nowhere_is_unreachable(tmp_path: Path) -> None:
    link = tmp_path / "page.html"
    link.symlink_to(tmp_path / "gone.html")
    error = only_error(link)
    assert isinstance(error, Unreachable)
    assert "no such file" in error.problem


def test_gzip_data_that_break_off(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(os.urandom(5000))[:-900])
    error = only_error(path)
    assert isinstance(error, NotAPage)
    assert "gzip" in error.problem


def test_a_small_file_that_unzips_to_a_large_one(tmp_path: Path) -> None:
    path = tmp_path / "bomb.html.gz"
    path.write_bytes(gzip.compress(bytes(5_000_000)))
    assert isinstance(only_error(path, limits=Limits(bytes=100_000)), TooLarge)


def test_standard_input_is_told_by_its_first_bytes() -> None:
    line = json.dumps({"text": "The mayor spoke.", "url": "https://example.org/a"}).encode()
    for content, media_type in (
        (HTML, "text/html"),
        (gzip.compress(HTML), "text/html"),
        (b"Mayor speaks\n\nThe mayor spoke {briefly}.", "text/plain"),
        (line + b"\n", "text/plain"),
        (b'{not json} said the "mayor".', "text/plain"),
    ):
        page = only_page("-", outside=Outside(standard_input=io.BytesIO(content)))
        assert page.media_type == media_type
        assert page.url == ("https://example.org/a" if content == line + b"\n" else None)


def test_lines_of_json_are_pages(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(
        "\n".join(
            [
                json.dumps(
                    {"html": "<p>Ä", "url": "https://example.org/1", "fetched": "2024-06", "outlet": "The Example"}
                ),
                "",
                '{"text": "cut off',
                "[1, 2]",
                json.dumps({"url": "https://example.org/2"}),
                json.dumps({"text": "b", "published": 2024}),
                "[" * 100_000,
                json.dumps({"text": "The end.", "published": "2024-06-18"}),
            ]
        )
    )
    found = taken(path, told=Told(outlet="Told Outlet"))
    assert [type(result) for result in found] == [Page, BadRow, BadRow, BadRow, BadRow, BadRow, Page]
    first, *errors, last = found
    assert isinstance(first, Page)
    assert isinstance(last, Page)
    assert (first.content.decode(), first.media_type, first.fetched) == ("<p>Ä", "text/html", "2024-06")
    assert first.told.outlet == "Told Outlet"
    assert last.told.published == "2024-06-18"
    names = [error.name.rpartition(":")[2] for error in errors if isinstance(error, InputError)]
    assert names == ["3", "4", "5", "6", "7"]


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({"text": "x" * 5000}) + "\n" + json.dumps({"text": "short"}) + "\n")
    found = taken(path, limits=Limits(bytes=1000))
    assert [type(result) for result in found] == [TooLarge, Page]


def test_damaged_gzip_ends_the_lines_but_keeps_those_before(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl.gz"
    whole = "".join(json.dumps({"text": f"{number} {os.urandom(40).hex()}"}) + "\n" for number in range(2000))
    path.write_bytes(gzip.compress(whole.encode())[:-20_000])
    found = taken(path)
    assert len(found) > 100
    assert all(isinstance(page, Page) for page in found[:-1])
    assert isinstance(found[-1], NotAPage)


def test_rows_of_clean_articles(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"text": "a"}\nnonsense\n{"text": "b"}\n')
    (source,) = expand([str(path)])
    assert isinstance(source, Source)
    found = list(rows(source))
    assert [result.values["text"] for result in found if isinstance(result, Row)] == ["a", "b"]
    assert [result.name for result in found] == [f"{path}:1", f"{path}:2", f"{path}:3"]
    assert isinstance(found[1], BadRow)


def test_sources_and_pages_travel_to_other_processes(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(HTML)
    (source,) = pickle.loads(pickle.dumps(expand([str(path)])))
    (page,) = pages(source)
    assert pickle.loads(pickle.dumps(page)) == page
    error = only_error(tmp_path / "missing.txt")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def record(url: str, body: bytes, content_type: str = "text/html", status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}; charset=utf-8\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"WARC-Date: 2024-06-20T10:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("zipped", [False, True])
def test_a_web_archive(tmp_path: Path, zipped: bool) -> None:
    records = [
        record("<https://example.org/1>", HTML),
        record("https://example.org/picture", b"x", "image/png"),
        record("https://example.org/gone", HTML, status="404 Not Found"),
        record("https://example.org/2", HTML),
    ]
    path = tmp_path / ("pages.warc" + ".gz" * zipped)
    path.write_bytes(b"".join(gzip.compress(one) if zipped else one for one in records))
    found = [page for page in taken(path) if isinstance(page, Page)]
    assert [page.url for page in found] == ["https://example.org/1", "https://example.org/2"]
    assert {page.fetched for page in found} == {"2024-06-20T10:00:00Z"}
    assert {(page.content, page.charset, page.media_type) for page in found} == {(HTML, "utf-8", "text/html")}
    assert len({page.name for page in found}) == 2


def test_a_web_archive_that_breaks_off_or_has_no_page(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    path.write_bytes(
        gzip.compress(record("https://example.org/1", HTML))
        + gzip.compress(record("https://x/", os.urandom(9000)))[:4000]
    )
    found = taken(path)
    assert isinstance(found[0], Page)
    assert isinstance(found[-1], NotAPage)
    path.write_bytes(gzip.compress(record("https://example.org/picture", b"x", "image/png")))
    assert isinstance(only_error(path), NotAPage)


class Site(BaseHTTPRequestHandler):
    """A site with every kind of answer."""

    seen: list[str] = []  # noqa: RUF012 - one server at a time

    def do_GET(self) -> None:
        Site.seen.append(self.headers["User-Agent"])
        kind, _, rest = self.path.strip("/").partition("/")
        if kind == "status":
            self.answer(int(rest), b"no")
        elif kind == "loop":
            self.answer(302, b"", Location=f"/loop/{len(rest)}x")
        elif kind == "moved":
            self.answer(301, b"", Location="/page")
        elif kind == "pdf":
            self.answer(200, b"%PDF-1.4", **{"Content-Type": "application/pdf"})
        elif kind == "large":
            self.answer(
                200, gzip.compress(bytes(3_000_000)), **{"Content-Type": "text/html", "Content-Encoding": "gzip"}
            )
        elif kind == "damaged":
            self.answer(200, b"no gzip", **{"Content-Type": "text/html", "Content-Encoding": "gzip"})
        elif kind == "untyped":
            self.answer(200, HTML)
        else:
            self.answer(200, HTML, **{"Content-Type": "text/html; charset=windows-1252"})

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address_is_fetched_and_its_redirects_followed(site: str) -> None:
    clock = Outside(clock=lambda: datetime(2024, 6, 20, 10, 0, tzinfo=UTC))
    page = only_page(f"{site}/moved", outside=clock)
    assert (page.content, page.media_type, page.charset) == (HTML, "text/html", "windows-1252")
    assert (page.url, page.fetched, page.path) == (f"{site}/page", "2024-06-20T10:00:00+00:00", None)
    assert set(Site.seen) == {"firsthand"}
    assert only_page(f"{site}/untyped").media_type == "text/html"


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("status/403", Blocked, "403"),
        ("status/404", Gone, "404"),
        ("status/418", Unreachable, "418"),
        ("status/503", Unreachable, "503"),
        ("loop/", Unreachable, "5 times"),
        ("pdf", NotAPage, "application/pdf"),
        ("large", TooLarge, "bytes"),
        ("damaged", NotAPage, "damaged"),
    ],
)
def test_what_a_site_may_answer(site: str, path: str, kind: type[InputError], words: str) -> None:
    error = only_error(f"{site}/{path}", limits=Limits(bytes=1_000_000))
    assert type(error) is kind
    assert words in error.problem
    assert error.name == f"{site}/{path}"


def test_no_site_at_all() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.server_close()
    assert isinstance(only_error(f"http://127.0.0.1:{server.server_port}/"), Unreachable)
    assert isinstance(only_error("http://"), Unreachable)
