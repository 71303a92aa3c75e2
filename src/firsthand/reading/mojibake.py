"""UTF-8 that was read as windows-1252: "â€œ" for an opening mark, "Ã©" for é."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from firsthand.model import Repair, RepairKind

# What windows-1252 shows for the bytes 0x80 to 0xBF; the five it leaves undefined come through as control codes.
_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_SHOWN = {byte: chr(byte) if byte in _UNDEFINED else bytes((byte,)).decode("cp1252") for byte in range(0x80, 0x100)}
_BYTES = {shown: byte for byte, shown in _SHOWN.items()} | {chr(byte): byte for byte in range(0x80, 0xA0)}
_CONTINUATION = "".join(sorted({character for character, byte in _BYTES.items() if byte < 0xC0}))
_TAIL = "[" + re.escape(_CONTINUATION) + "]"
_SEQUENCE = re.compile(f"[Â-ô](?:(?<=[Â-ß]){_TAIL}|(?<=[à-ï]){_TAIL}{{2}}|(?<=[ð-ô]){_TAIL}{{3}})")
# The last byte of ” is undefined in windows-1252 and often lost on the way.
_CUT_SHORT = re.compile("â€(?=[\\s.,;:!?)]|$)")
# Two-character sequences that clean text may hold: a word in capitals before a mark ("MANHÔ"), a lone Â or Ã.
_MARKS = frozenset("“”‘’„‚…–—•\u00a0‹›«»")
_SURE = re.compile("â€|Ã[©¨¼¶¤ ±³§¡­ª«´®¯]|Â[«»°·£©®]")


def find_mojibake(text: str) -> Iterator[Repair]:
    """The sequences that are one character's bytes, each with that character."""
    if text.isascii():
        return
    sure = len(_SURE.findall(text))
    for found in _SEQUENCE.finditer(text):
        meant = _meant(found[0])
        if meant and _is_believable(found[0], meant, sure):
            yield Repair(found.start(), found.end(), found[0], meant, RepairKind.ENCODING)
    for found in _CUT_SHORT.finditer(text):
        yield Repair(found.start(), found.end(), found[0], "”", RepairKind.ENCODING)


def _meant(sequence: str) -> str | None:
    try:
        return bytes(_BYTES.get(character, 0xFF & ord(character)) for character in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_believable(sequence: str, meant: str, sure: int) -> bool:
    """Whether the sequence is no clean text: by itself, or in the company of sure cases."""
    if unicodedata.category(meant)[0] not in "LPSZNM" or ord(meant) < 0xA0:
        return False
    if len(sequence) >= 3:
        return sure > 0 or (sequence[0] == "â" and sequence[1] in "€‚„\x80")
    if sequence[1] in _MARKS or sequence[0] not in "ÂÃ":
        return sure > 1
    return True
