"""The sentences of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.model import Span
from firsthand.text.paragraphs import paragraphs

_END = re.compile(
    # What may end a sentence comes first by itself: most letters are none of it, and passed over at once.
    r"""[.!?…:;"”»](?:(?<=[.!?…])[.!?…]*["'”’»“)\]]*|(?<=[:;])["”»]|(?<=["”»]))"""
    r"""(?=\s+["'“‘«„(\[]*[A-Z0-9À-ÖØ-Þ]|\s*$)"""
)
_WORD = re.compile(r"\S")
_STOP = re.compile(r"[.!?…]")
_SHORT = re.compile(
    r"(?:^|[\s(\"“„«'’-])(?:[A-Z]|[A-Za-z](?:\.[A-Za-z])+|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Maj|Capt|Lt|Cdr|Sgt|Cpl|Adm"
    r"|Rev|Fr|Hon|Pres|St|Mt|Ft|Inc|Ltd|Co|Corp|Bros|vs|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed"
    r"|Thu|Fri|Sat|Sun|approx|ca|cf|al|dept|est|Jr|Sr|Ave|Blvd|Rd)$"
)


def sentences(text: str) -> Iterator[Span]:
    """The sentences of each paragraph, closing marks included; a full stop behind an initial or a short form ends none.

    A sentence in quotation marks that goes on behind them ("…," she said) is one sentence with what follows.
    """
    for paragraph in paragraphs(text):
        start = paragraph.start
        for end in _END.finditer(text, paragraph.start, paragraph.end):
            if end.end() <= start or not _ends(text, start, end):
                continue
            yield Span(start, end.end())
            following = _WORD.search(text, end.end(), paragraph.end)
            start = following.start() if following else paragraph.end
        if start < paragraph.end:
            yield Span(start, paragraph.end)


def _ends(text: str, start: int, end: re.Match[str]) -> bool:
    stop = _STOP.search(end.group())
    if not stop:
        return False
    return end.group()[0] != "." or not _SHORT.search(text[max(start, end.start() - 12) : end.start()])
