"""Spans to statements: who is linked to which words by which cue, in what form, and how sure we are of it."""

from __future__ import annotations

from firsthand.attributing.statements import attribute

__all__ = ["attribute"]
