"""Hostile pages end soon, in an article or a clear error."""

from __future__ import annotations

from time import monotonic

import pytest

from firsthand.errors import FirsthandError, TooLarge
from firsthand.model import Page
from firsthand.reading import read
from firsthand.reading.html import read_html
from firsthand.reading.limits import Deadline, Limits, check_bytes, check_markup

PROSE = "".join(f"<p>The ferry number {n} will not sail before noon, its captain said.</p>" for n in range(5))
NAMES = " ".join(f"a{n}" for n in range(100_000))
HOSTILE = {
    "nested": "<div>" * 4_000_000,
    "siblings": "<div></div>" * 1_800_000,
    "paragraphs": "<p>x" * 200_000,
    "attributes": f"<div {NAMES}>{PROSE}",
    "attributes with values": f"<div {NAMES.replace(' ', '=1 ')}>{PROSE}",
    "attributes after a quoted bracket": f"<div a='>' {NAMES}>{PROSE}",
    "attributes between slashes": f"<div {NAMES.replace(' ', '/')}>{PROSE}",
    "depth": "<div>" * 100_000 + PROSE,
    "formatting that reopens": "".join(f"<b a={n}><p>" for n in range(50_000)),
    "angle brackets": "<" * 2_000_000,
    "many blocks, all deep": "<div>" * 900 + PROSE + "<li><a href=/x>Mill sold to a maker of paper</a>" * 39_000,
    "open comment": "<!--" * 500_000,
    "open quotes": "<a b=\"'" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_soon(name: str) -> None:
    started = monotonic()
    with pytest.raises(FirsthandError) as caught:
        read_html(Page(HOSTILE[name].encode(), "text/html", path=f"{name}.html"))
    assert str(caught.value).startswith(f"{name}.html: ")
    assert monotonic() - started < 10


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<p>" * 11, "10 tags"),
        ("<div>" * 6, "5 levels"),
        ("<p a b c d>", "3 attributes"),
        ("<p a=1 b='2 3 4 5' c='>' d>", "3 attributes"),
    ],
)
def test_what_is_too_much_is_named(page: str, what: str) -> None:
    with pytest.raises(TooLarge, match=f"p.html: the page has more than the {what}"):
        check_markup("p.html", page.encode(), Limits(tags=10, depth=5, attributes=3))


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 10,
        "<div></div>" * 10,
        "<div>" * 5,
        "<p a='1 2 3 4 5 6 7' b=\"x y z\" c>",
        "<script>" + "<div>" * 50 + "</script><!-- " + "<div>" * 50 + "-->",
    ],
)
def test_what_is_just_enough_passes(page: str) -> None:
    check_markup("p.html", page.encode(), Limits(tags=10, depth=5, attributes=3))


def test_bytes_are_checked_first() -> None:
    check_bytes("p.html", 10, Limits(bytes=10))
    with pytest.raises(TooLarge, match=r"11 bytes, more than the 10 allowed .*article's part"):
        check_bytes("p.html", 11, Limits(bytes=10))


def test_long_text_and_time() -> None:
    with pytest.raises(TooLarge, match="characters"):
        read_html(Page(PROSE.encode(), "text/html"), Limits(text=50))
    with pytest.raises(TooLarge, match="more than 0 seconds"):
        read_html(Page(PROSE.encode(), "text/html"), Limits(seconds=0))
    assert list(Deadline("", 60).watch("abc")) == ["a", "b", "c"]


@pytest.mark.parametrize(
    "hiding", ["<script></style></div></script>", "<style></script></div></style>", "<!--</div>-->"]
)
def test_depth_cannot_be_hidden(hiding: str) -> None:
    with pytest.raises(TooLarge, match="nesting"):
        check_markup("deep", ("<div>" + hiding).encode() * 2_000)


def test_what_a_page_shows_is_bounded() -> None:
    for media_type in ("text/html", "text/plain"):
        with pytest.raises(TooLarge, match="shows"):
            read(Page(b"The mill was sold. " * 100, media_type), Limits(text=200))
