"""From bytes to characters."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import NotAPage
from firsthand.model import Page
from firsthand.reading.decode import decode

WORDS = "<p>Die Brücke “bleibt” geschlossen – sagt Zoë aus Łódź.</p>"
WESTERN = "<p>Die Brücke “bleibt” geschlossen – sagt Zoë.</p>"


def decoded(content: bytes, charset: str | None = None) -> str:
    return decode(Page(content, "text/html", path="p.html", charset=charset))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_utf8_comes_back(text: str) -> None:
    content = text.encode()
    if not content.startswith(codecs.BOM_UTF8):
        assert decoded(content) == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_decides(encoding: str) -> None:
    assert decoded(WORDS.encode(encoding), charset="windows-1252") == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark(encoding: str) -> None:
    assert decoded(WORDS.encode(encoding)) == WORDS


def test_declared_charset() -> None:
    polish = "<p>Most w Łodzi zostanie zamknięty.</p>"
    assert decoded(polish.encode("iso8859-2"), charset="ISO-8859-2") == polish
    meta = f'<meta charset="iso-8859-2">{polish}'
    assert decoded(meta.encode("iso8859-2")) == meta
    japanese = "<meta http-equiv=content-type content='text/html; charset=Shift_JIS'><p>橋は春まで閉鎖される。</p>"
    assert decoded(japanese.encode("cp932")) == japanese
    old = "橋は春まで閉鎖される。"
    assert decoded(old.encode("iso2022_jp"), charset="ISO-2022-JP") == old


def test_latin_1_means_windows_1252() -> None:
    assert decoded(WESTERN.encode("cp1252"), charset="iso-8859-1") == WESTERN


def test_wrong_declarations() -> None:
    assert decoded(WORDS.encode(), charset="windows-1252") == WORDS
    assert decoded((f"<meta charset=utf-8>{WESTERN}" * 5).encode("cp1252")) == f"<meta charset=utf-8>{WESTERN}" * 5
    assert decoded(WORDS.encode(), charset="no-such-thing") == WORDS
    assert decoded(WORDS.encode(), charset="rot13") == WORDS
    assert decoded(WORDS.encode(), charset="x\0y") == WORDS


def test_a_few_bad_bytes_do_not_spoil_utf8() -> None:
    text = decoded(WORDS.encode() * 20 + b"\xff\xed\xa0\x80")
    assert text.startswith(WORDS * 20)
    assert "\ufffd" in text
    text.encode()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "nothing in it"),
        (b" \r\n", "nothing in it"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04....", "ZIP"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 500, "binary"),
    ],
)
def test_what_is_no_page(content: bytes, what: str) -> None:
    with pytest.raises(NotAPage, match=f"p.html: .*{what}"):
        decoded(content)


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "shift_jis", "hz", "big5", "utf-7"]))
def test_any_bytes_end_in_characters_or_a_clear_error(content: bytes, charset: str | None) -> None:
    with suppress(NotAPage):
        decoded(content, charset).encode()
