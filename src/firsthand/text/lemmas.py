"""Dictionary forms of English words."""

from __future__ import annotations

from functools import lru_cache

_PAST = {
    "bore": "bear", "bound": "bind", "felt": "feel", "fell": "fall", "found": "find", "ground": "grind", "hung": "hang",
    "lay": "lie", "led": "lead", "left": "leave", "lit": "light", "meant": "mean", "met": "meet", "rent": "rend",
    "rose": "rise", "saw": "see", "shot": "shoot", "spoke": "speak", "spun": "spin", "stole": "steal", "stuck": "stick",
    "stung": "sting", "swore": "swear", "thanked": "thank", "thought": "think", "tore": "tear",
    "wound": "wind", "wove": "weave",
}  # fmt: skip
"""Past forms that are dictionary forms of other words as well, which a dictionary cannot tell, and one it has wrong."""


_DOUBLED = {
    "cancell": "cancel", "labell": "label", "modell": "model", "signall": "signal", "travell": "travel",
}  # fmt: skip
"""British forms that the dictionary cuts in the wrong place."""


@lru_cache(maxsize=50_000)
def lemma(form: str, tag: str) -> str:
    """The dictionary form, in lower case, of a word with a Penn Treebank tag.

    Singular nouns and adjectives stay as they are: "a meeting" is not "meet".
    """
    # The dictionary takes a moment to load: only where it is used.
    from simplemma import lemmatize

    lower = form.lower()
    if tag.startswith("VB"):
        found = _PAST[lower] if tag in {"VBD", "VBN"} and lower in _PAST else str(lemmatize(lower, lang="en"))
        return _DOUBLED.get(found, found)
    if tag in {"NNS", "NNPS", "JJR", "JJS", "RBR", "RBS"}:
        return str(lemmatize(lower, lang="en"))
    return lower


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has a word in lower case: one that it has not is likely to be a name."""
    from simplemma import is_known as listed

    return bool(listed(word, lang="en"))
