"""A sentence cut into the clauses that claim something, without those that only say who claims it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

import msgspec

from firsthand.model import Findings, Span, Statement
from firsthand.tracing.forms import NUMBER
from firsthand.tracing.tokens import Token, Words, has_finite_verb

_DATE = r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|,? \d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)?"
_DATELINE = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.'’-]*[A-ZÀ-Þ][\w.'’, /-]{{0,40}}?)?{_DATE}\s*(?:\((?P<wire>[A-Z][\w ./-]{{1,30}})\))?"
    r"\s*[-–—]+\s+(?=[\"“„«'‘]?[A-Z0-9])"
)
_BREAK = re.compile(
    # What a break begins with comes first by itself, and blanks, which are many, are tried by the letter behind them.
    r"[;:,\s](?:(?<=\s)(?=[-–—\sabstw])(?:[-–—]+\s"
    r"|(?<=\w\s)\s*(?=(?:and|but|while|whereas|although|though|because|so)\s))"
    r"|(?<=,)[\"'”’»“]?\s|(?<=[;:])\s)"
)
_RELATIVE = re.compile(
    r"(?:who|whom|whose|which|where|when|aged?|after|before|as|if|unless|until|since)\b", re.IGNORECASE
)
_JOINING = re.compile(r"(?:and|but|while|whereas|although|though|because|so|or|yet|that|then)\s+", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:with|killing|leaving|injuring|wounding|hurting|including|bringing|raising|affecting)\s", re.IGNORECASE
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|bn|mn|m|k)"
_CURRENCY = (
    r"(?:dollars?|euros?|pounds?|yen|yuan|roubles?|rubles?|rupees?|francs?|kronor|lari|leva|rand|pesos?|dinars?|shillings?"
    r"|hryvnias?|zlotys?|liras?|reais|won|baht|ringgit|rials?|riyals?|dirhams?|naira|kwacha)"
)
_AMOUNT = re.compile(
    r"\bfor (?:(?:about|around|some|nearly|almost|roughly|up to|more than|an estimated) )?"
    rf"(?:[$€£¥]\s?\d[\d,.]*\s?{_SCALE}?|\d[\d,.]*\s(?:{_SCALE}\s)?(?:US |American )?{_CURRENCY})\b"
)
_SHORTEST = 2

Part: TypeAlias = tuple[int, int]
"""Where a part of a sentence starts and ends; it may be empty, as no span is."""


class Clause(msgspec.Struct, frozen=True):
    """A stretch that claims something; `sentence` and `statement` count those of the article and of its findings."""

    span: Span
    sentence: int
    statement: int | None
    quoted: bool
    without: Span | None = None

    def compared(self, words: Words) -> list[Token]:
        """The words that are compared: all but an amount that stands for itself."""
        if self.without is None:
            return words.within(self.span.start, self.span.end)
        before = words.within(self.span.start, self.without.start)
        return before + words.within(self.without.end, self.span.end)


def dateline(text: str, start: int) -> re.Match[str] | None:
    """The place, date and wire at the head of a paragraph: "GENEVA, May 2 (XYZ) - "."""
    found = _DATELINE.match(text, start)
    return found if found and found.end() - start > 6 and (found["wire"] or text[start : start + 3].isupper()) else None


def body(text: str, sentence: Span) -> Span:
    """A sentence without what stands before it as a dateline."""
    head = dateline(text, sentence.start)
    return Span(head.end(), sentence.end) if head and head.end() < sentence.end else sentence


def clauses(findings: Findings, sentences: Sequence[Span], bodies: Sequence[Span], words: Words) -> list[Clause]:
    """The clauses of an article in order of its text; an amount paid stands for itself beside its clause.

    `bodies` are the sentences without their datelines.
    """
    text = findings.article.text
    said = _said(findings, sentences)
    found: list[Clause] = []
    for number, sentence in enumerate(bodies):
        if sentence.of(text).rstrip("\"'”’»").endswith("?"):
            continue
        within = said.get(number, [])
        for piece in _pieces(words, sentence, within):
            owner = _owner(piece, within)
            quoted = text[max(0, piece.start - 1)] in "\"“„«'‘"
            apart = _amount(text, piece)
            found.append(Clause(piece, number, owner, quoted, apart))
            if apart:
                found.append(Clause(apart, number, owner, quoted))
    return found


def _amount(text: str, piece: Span) -> Span | None:
    """What is paid, where a piece tells it besides something else."""
    before = text.find("for ", piece.start, piece.end)
    amount = _AMOUNT.search(text, before, piece.end) if before >= 0 else None
    return Span(*amount.span()) if amount and amount.end() - amount.start() < 0.6 * len(piece) else None


def _said(findings: Findings, sentences: Sequence[Span]) -> dict[int, list[tuple[int, Statement]]]:
    """The statements with a cue that have words in a sentence, by its number; with each, its own number."""
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[tuple[int, Statement]]] = {}
    for index, statement in enumerate(findings.statements):
        if statement.cue:
            for number in {
                number
                for content in statement.content
                for number in range(max(0, bisect_right(starts, content.start) - 1), bisect_left(starts, content.end))
            }:
                found.setdefault(number, []).append((index, statement))
    return found


def _owner(piece: Span, within: Sequence[tuple[int, Statement]]) -> int | None:
    """The statement whose content covers most of a piece; the narrower one where two cover it."""
    best: tuple[float, int, int] | None = None
    length = len(piece)
    for index, statement in within:
        content = statement.content
        covered = sum([max(0, min(piece.end, span.end) - max(piece.start, span.start)) for span in content])
        size = sum([len(span) for span in content])
        if covered > 0.4 * min(length, size) and covered > 0.3 * length:
            ranked = (round(covered / length, 1), -size, index)
            best = max(best, ranked) if best else ranked
    return best[2] if best else None


def _pieces(words: Words, sentence: Span, within: Sequence[tuple[int, Statement]]) -> list[Span]:
    """What a sentence falls into where it may be cut, without the parts that only say who says it."""
    cuts = {sentence.start, sentence.end}
    cuts.update([match.end() for match in _BREAK.finditer(words.text, sentence.start, sentence.end)])
    said: list[Span] = []
    for _, statement in within:
        assert statement.cue  # noqa: S101 - chosen so
        said += [span for span in (statement.cue, statement.source) if span and sentence.contains(span)]
        if sentence.contains(statement.cue):
            for content in statement.content:
                if sentence.contains(content) and content.start >= statement.cue.end:
                    cuts.add(content.start)
    runs: list[list[Part]] = [[]]
    for start, end in pairwise(sorted(cuts)):
        if said and _only_says(words, start, end, said):
            runs.append([])
        else:
            runs[-1].append((start, end))
    return [piece for run in runs for piece in _joined(words, run)]


def _only_says(words: Words, start: int, end: int, said: Sequence[Span]) -> bool:
    """Whether a part names who says something and no more: "the ministry said on Tuesday"."""
    covered = [span for span in said if start < span.end and span.start < end]
    if not covered:
        return False
    rest = [
        token for token in words.within(start, end) if not any(span.start <= token.start < span.end for span in covered)
    ]
    return not has_finite_verb(rest) or len(rest) <= 2


def _joined(words: Words, run: Sequence[Part]) -> list[Span]:
    """Parts that belong together: a relative clause and what it hangs on, a subject and its verb."""
    made: list[Part] = []
    had_verb = False
    for start, end in run:
        alone = words.has_verb(start, end) or _counts_aside(words, start, end)
        if made and (not had_verb or not alone or _leans(words, start, end)):
            made[-1] = (made[-1][0], end)
            had_verb = had_verb or (alone and not _RELATIVE.match(words.text, start))
        else:
            made.append((start, end))
            had_verb = alone
    trimmed = [_trimmed(words.text, start, end) for start, end in made]
    return [Span(start, end) for start, end in trimmed if words.count(start, end) >= _SHORTEST]


def _counts_aside(words: Words, start: int, end: int) -> bool:
    return bool(_ASIDE.match(words.text, start)) and any(word.form.marks & NUMBER for word in words.within(start, end))


def _leans(words: Words, start: int, end: int) -> bool:
    """Whether a part has no subject of its own: it begins as a relative clause or with its verb."""
    joining = _JOINING.match(words.text, start)
    if _RELATIVE.match(words.text, joining.end() if joining else start):
        return True
    return not joining and has_finite_verb(words.within(start, end)[:1])


def _trimmed(text: str, start: int, end: int) -> Part:
    """A part without the conjunction that joins it to what stands before, and the marks at its edges."""
    joining = _JOINING.match(text, start, end)
    if joining:
        start = joining.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-–—.\"'”’»“!?"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:-–—\"'“„«‘”’"):
        start += 1
    return start, end
