"""One pass of one small encoder over an article: the labelled spans, and what may link them."""

from __future__ import annotations

from firsthand.model import Tagged


def tag(text: str) -> Tagged:
    """The sources, cues and contents of an English text, and their possible links, in offsets of that text.

    Raises ModelError if the model's files are not what they should be.
    """
    # onnxruntime takes a quarter of a second to import: only where it is used.
    from firsthand.tagging.encoder import tag_text
    from firsthand.tagging.release import load

    return tag_text(text, load())
