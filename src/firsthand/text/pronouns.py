"""Pronouns as words: what stands for somebody whom it does not name."""

from __future__ import annotations

from firsthand.text.word_lists import listed

_BARE = listed(
    """
    i me we us you he him she her it they them himself herself itself themselves myself ourselves yourself yourselves
    who whom which that this these those one ones oneself
    somebody someone anybody anyone everybody everyone nobody all another any both each either few many most neither
    none other others several some
    """
)
_COUNTED = listed("two three four five six seven eight nine ten pair duo trio latter former same")
"""With "the" before it, such a word stands for those named before: "the two agreed"."""


WRITER, WRITERS = "the writer", "the writers"
"""Who says "I" and "we" in an article that does not name its author."""


def names_nobody(words: str) -> bool:
    """Whether words are a pronoun or stand for an unnamed writer; "US", "IT" and "WHO" in capitals are names."""
    if words in {WRITER, WRITERS}:
        return True
    parts = words.split()
    # A newspaper is called "i".
    if not parts or words == "i" or any(len(part) > 1 and part.isupper() for part in parts):
        return False
    small = [part.lower() for part in parts]
    if len(small) == 2 and small[0] in {"the", "these", "those", "all", "both"}:
        return small[1] in _COUNTED
    return len(small) == 1 and small[0] in _BARE
