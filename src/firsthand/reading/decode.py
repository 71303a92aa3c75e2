"""From the bytes of a page to its characters."""

from __future__ import annotations

import codecs
import re

from firsthand.errors import NotAPage
from firsthand.model import Page

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The first bytes of kinds of file that people mistake for pages, and what to call them.
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image, sound or film"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "gzipped data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard-compressed data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "sound or film"),
    (b"ID3", "sound"),
)
META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
# Labels that the web uses for a wider set than they name (WHATWG Encoding Standard, section 4.2).
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
ASCII = bytes(range(128))
# Control codes that no text uses; 27 begins the escape sequences of ISO-2022.
CONTROL = bytes([*range(9), *range(14, 27), *range(28, 32)])
UNDECODABLE = "\ufffd"


def decode(page: Page) -> str:
    """The characters of a page, without its byte order mark; bytes that mean nothing become U+FFFD.

    In this order: byte order mark, UTF-8 if the bytes are valid UTF-8, the charset declared by the server or the page,
    a guess, windows-1252. Raises NotAPage for empty or binary content.
    """
    content = page.content
    if not content.strip():
        raise NotAPage(page.name, "there is nothing in it", "fetch or save the page again")
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    _refuse_binary(page)
    wide = _unmarked_utf16(content)
    if wide:
        return content.decode(wide, errors="replace")
    _refuse_control_bytes(page)
    return _decode_unmarked(content, page.charset)


def _decode_unmarked(content: bytes, from_server: str | None) -> str:
    declared = _declared(content, from_server)
    # Valid UTF-8 beyond ASCII is hardly ever anything else, whatever the page declares. ISO-2022 is all ASCII bytes.
    if not (declared and declared.startswith("iso2022") and b"\x1b" in content):
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            pass
    beyond_ascii = len(content.translate(None, ASCII))
    for encoding in dict.fromkeys(filter(None, (declared, "utf-8"))):
        text = content.decode(encoding, errors="replace")
        # A page cut off or patched together from two sources has a few bad bytes, a wrong charset has many.
        if text.count(UNDECODABLE) <= max(1, beyond_ascii // 20):
            return text
    return _guessed(content)


def _guessed(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:100_000], steps=5, chunk_size=2048).best()
    encoding = WIDER.get(best.encoding, best.encoding) if best else "cp1252"
    text = content.decode(encoding, errors="replace")
    return text if text.count(UNDECODABLE) < len(text) // 50 + 2 else content.decode("cp1252", errors="replace")


def _declared(content: bytes, from_server: str | None) -> str | None:
    """The Python name of the charset that server, meta tag or XML declaration give, if Python knows it."""
    head = content[:4096]
    found = META_CHARSET.search(head) or XML_ENCODING.search(head)
    for label in (from_server, found.group(1).decode("ascii") if found else None):
        if not label:
            continue
        try:
            name = codecs.lookup(label.strip(" \"'")).name
        except (LookupError, ValueError):
            continue
        if not _is_text_codec(name):
            continue
        # A meta tag that could be read as ASCII cannot be in UTF-16.
        return "utf-8" if name.startswith(("utf-16", "utf-32", "utf-7")) else WIDER.get(name, name)
    return None


def _is_text_codec(name: str) -> bool:
    """False for Python's transforms (rot13, zlib, …) and escapes, which no page may ask for."""
    if name in {
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "unicode-escape",
        "raw-unicode-escape",
        "mbcs",
    }:
        return False
    try:
        return isinstance(b"a".decode(name, errors="replace"), str)
    except (LookupError, UnicodeError):
        return False


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without a byte order mark, told by where its zero bytes stand in text that is mostly ASCII."""
    head = content[:2000]
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if half and odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if half and even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _refuse_binary(page: Page) -> None:
    for signature, kind in SIGNATURES:
        if page.content.startswith(signature):
            raise NotAPage(page.name, f"it is {kind}, not a page", "convert it to HTML or plain text first")


def _refuse_control_bytes(page: Page) -> None:
    """Raises NotAPage where more than one byte in twenty is a control code that text does not use."""
    head = page.content[:20_000]
    if len(head) - len(head.translate(None, CONTROL)) > len(head) * 0.05:
        raise NotAPage(page.name, "it is binary data, not a page", "convert it to HTML or plain text first")
