"""Sentences that reject what somebody else claims: not any that hold a "not", but those that take a claim up."""

from __future__ import annotations

import re
from functools import lru_cache

_CLAIM = (
    r"(?:accounts?|accusations?|allegations?|assertions?|assumptions?|claims?|estimates?|figures?|impressions?|news|"
    r"numbers?|reports?|rumou?rs?|speculations?|statements?|stor(?:y|ies)|suggestions?|theor(?:y|ies)|totals?|versions?)"
)
_CLAIMED = (
    r"(?:alleged|asserted|circulated|circulating|cited|claimed|given|implied|mentioned|printed|published|quoted|"
    r"reported|rumou?red|said|spread|stated|suggested|supposed|told|written)"
)
_BE = r"(?:is|are|was|were|has been|have been|had been|is being|are being|was being|were being)"
_CALLS = r"(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|label(?:s|led|ed|ling|ing)?|term(?:s|ed|ing)?)"
_PRESS = r"(?:media|newspapers?|outlets|papers|press|reports|websites)"
_REJECTING = re.compile(
    # "false", said of something: "is false", "calls the report a fabrication".
    rf"\b(?:(?:{_BE}|be|as|it|them|that)|{_CALLS}(?: \w+){{0,8}}?)"
    r" (?:\w+ly |simply |just |a |an |pure |sheer |complete |total |utter |plain |nothing but )*"
    r"(?:false|untrue|unfounded|groundless|baseless|fabrications?|fairy tales?|hoax(?:es)?|myths?|fictions?|fictitious|"
    r"nonsense|inventions?|invented|lies|a lie|rubbish)\b"
    r"|\b(?:not|n't|isn't|wasn't|aren't|weren't) (?:at all |even )?(?:true|the case|correct|accurate)\b"
    r"|\b(?:no|not a word of|not a grain of) truth\b"
    # "as had been claimed", "contrary to reports", "contradicting the ministry".
    rf"|\bas (?:\w+ )?{_BE} (?:\w+ )?{_CLAIMED}\b"
    rf"|\bas (?:some |several |many )?{_PRESS} (?:had |have |has )?{_CLAIMED}\b"
    rf"|\bcontrary to\b|\b(?:contradict|refut|rebut|reject|dismiss|disput|deny)(?:s|es|ed|ied|ing)?\b"
    # A claim as such, or a figure of others: "the figure of", "the forty tonnes that had been in some papers".
    rf"|\b(?:the|this|that|these|those|any|such) (?:\w+ )?{_CLAIM} (?:of|that|which|about|in|according)\b"
    rf"|\b(?:the|those|these) (?:\w+ ){{1,5}}(?:that|which) (?:{_BE}) (?:\w+ )?(?:{_CLAIMED}\b|in (?:\w+ )?{_PRESS}\b)"
)  # fmt: skip


@lru_cache(maxsize=10_000)
def rejects(words: tuple[str, ...]) -> bool:
    """Whether a sentence, in lower-case words, takes up a claim of others; with a negation it turns it down."""
    return bool(_REJECTING.search(" ".join(words)))
