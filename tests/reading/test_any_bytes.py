"""Whatever the bytes, reading ends in an article whose spans and places hold, or in an error of our own."""

from __future__ import annotations

from fuzz import PIECES, SENTENCE, faults
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.model import Page

PAGES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join)
KINDS = st.sampled_from(["text/html", "text/plain", "text/markdown"])


def holds(content: bytes, kind: str) -> None:
    assert list(faults(Page(content, kind))) == []


@settings(max_examples=150, deadline=None)
@given(PAGES, KINDS)
@example("<p>" + SENTENCE * 3 + "\ud800", "text/html")
def test_any_page(markup: str, kind: str) -> None:
    holds(markup.encode("utf-8", "surrogatepass"), kind)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), PAGES, KINDS, st.sampled_from(["utf-16", "utf-16-le", "cp1252", "utf-8"]))
def test_any_bytes(noise: bytes, markup: str, kind: str, encoding: str) -> None:
    holds(markup.encode(encoding, "replace") + noise, kind)
    holds(noise + markup.encode(encoding, "replace"), kind)
