"""Which language an article is in."""

from __future__ import annotations

import re

SHORTEST = 60
"""Letters: of fewer, the page's own word counts for more than what the letters show."""

DOUBTFUL = 8.0
"""Natural logarithms of probability by which the first language must lead the second to be believed."""

FIRST_LOOK, LONGEST = 200, 800
"""Characters looked at: the first, and all where those leave any doubt; more change nothing."""

SURE = 50.0
"""A lead that no further text takes back; nine of ten articles have more after the first look."""

_SUBTAG = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_].*)?\s*$")


def language_of(text: str, declared: str | None) -> str | None:
    """The ISO 639 code of the text's language; of short or doubtful text, the primary subtag of the one declared."""
    said = _SUBTAG.match(declared or "")
    fallback = said[1].lower() if said else None
    if sum(map(str.isalpha, text[:LONGEST])) < SHORTEST:
        return fallback
    best, lead = _likeliest(text[:FIRST_LOOK])
    if lead < SURE:
        best, lead = _likeliest(text[:LONGEST])
    return fallback if lead < DOUBTFUL else best


def _likeliest(sample: str) -> tuple[str, float]:
    """The likeliest language of a text, and by how much it leads the next."""
    from py3langid import rank

    (best, most), (_, next_most) = rank(sample)[:2]
    return str(best), most - next_most
