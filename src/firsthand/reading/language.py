"""Which language an article is in."""

from __future__ import annotations

import re

SHORTEST = 60
"""Letters: of fewer, the page's own word counts for more than what the letters show."""

DOUBTFUL = 8.0
"""Natural logarithms of probability by which the first language must lead the second to be believed."""

LONGEST = 800
"""Characters looked at: more change nothing."""

_SUBTAG = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_].*)?\s*$")


def language_of(text: str, declared: str | None) -> str | None:
    """The ISO 639 code of the text's language; of short or doubtful text, the primary subtag of the one declared."""
    said = _SUBTAG.match(declared or "")
    fallback = said[1].lower() if said else None
    sample = text[:LONGEST]
    if sum(character.isalpha() for character in sample) < SHORTEST:
        return fallback
    from py3langid import rank

    ranked = rank(sample)
    (best, most), (_, next_most) = ranked[0], ranked[1]
    if most - next_most < DOUBTFUL:
        return fallback
    return str(best)
