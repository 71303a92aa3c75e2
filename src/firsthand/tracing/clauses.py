"""A sentence cut into the clauses that claim something, without those that only say who claims it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from firsthand.model import Findings, Span, Statement
from firsthand.tracing.forms import FINITE
from firsthand.tracing.quantities import numbers
from firsthand.tracing.tokens import Token, Words, has_finite_verb

_DATE = r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|,? \d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)?"
_DATELINE = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.'’-]*[A-ZÀ-Þ][\w.'’, /-]{{0,40}}?)?{_DATE}\s*(?:\((?P<wire>[A-Z][\w ./-]{{1,30}})\))?"
    r"\s*[-–—]+\s+(?=[\"“„«'‘]?[A-Z0-9])"
)
_BREAK = re.compile(
    r"[;:]\s|\s[-–—]+\s|,[\"'”’»“]?\s|(?<=\w)\s+(?=(?:and|but|while|whereas|although|though|because|so)\s)"
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


class Clause(NamedTuple):
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


def clauses(findings: Findings, sentences: Sequence[Span], words: Words) -> list[Clause]:
    """The clauses of an article in order of its text; an amount paid stands for itself beside its clause."""
    text = findings.article.text
    said = _said(findings, sentences)
    found: list[Clause] = []
    for number, sentence in enumerate(sentences):
        if sentence.of(text).rstrip("\"'”’»").endswith("?"):
            continue
        head = dateline(text, sentence.start)
        start = head.end() if head and head.end() < sentence.end else sentence.start
        within = said.get(number, ())
        for piece in _pieces(words, Span(start, sentence.end), within):
            owner = _owner(piece, within)
            quoted = text[max(0, piece.start - 1)] in "\"“„«'‘"
            amount = _AMOUNT.search(text, piece.start, piece.end)
            apart = Span(*amount.span()) if amount and amount.end() - amount.start() < 0.6 * len(piece) else None
            found.append(Clause(piece, number, owner, quoted, apart))
            if apart:
                found.append(Clause(apart, number, owner, quoted))
    return found


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
    for index, statement in within:
        covered = sum(
            max(0, min(piece.end, content.end) - max(piece.start, content.start)) for content in statement.content
        )
        size = sum(len(content) for content in statement.content)
        if covered > 0.4 * min(len(piece), size) and covered > 0.3 * len(piece):
            ranked = (round(covered / len(piece), 1), -size, index)
            best = max(best, ranked) if best else ranked
    return best[2] if best else None


def _pieces(words: Words, sentence: Span, within: Sequence[tuple[int, Statement]]) -> list[Span]:
    cuts = {sentence.start, sentence.end}
    cuts |= {match.end() for match in _BREAK.finditer(words.text, sentence.start, sentence.end)}
    said: list[Span] = []
    for _, statement in within:
        assert statement.cue  # noqa: S101 - chosen so
        said += [span for span in (statement.cue, statement.source) if span and sentence.contains(span)]
        if sentence.contains(statement.cue):
            for content in statement.content:
                if sentence.contains(content) and content.start >= statement.cue.end:
                    cuts.add(content.start)
    parts = [Span(start, end) for start, end in pairwise(sorted(cuts))]
    kept = [None if _only_says(words, part, said) else part for part in parts]
    return [piece for run in _runs(kept) for piece in _joined(words, run)]


def _only_says(words: Words, part: Span, said: Sequence[Span]) -> bool:
    """Whether a part names who says something and no more: "the ministry said on Tuesday"."""
    covered = [span for span in said if part.overlaps(span)]
    if not covered:
        return False
    rest = [
        token
        for token in words.within(part.start, part.end)
        if not any(span.start <= token.start < span.end for span in covered)
    ]
    return not has_finite_verb(rest) or len(rest) <= 2


def _runs(parts: Sequence[Span | None]) -> list[list[Span]]:
    runs: list[list[Span]] = [[]]
    for part in parts:
        if part is None:
            runs.append([])
        else:
            runs[-1].append(part)
    return [run for run in runs if run]


def _joined(words: Words, run: Sequence[Span]) -> list[Span]:
    """Parts that belong together: a relative clause and what it hangs on, a subject and its verb."""
    text = words.text
    made: list[tuple[Span, bool]] = []
    for part in run:
        inside = words.within(part.start, part.end)
        alone = has_finite_verb(inside) or _counts_aside(text, part, inside)
        if made and (not made[-1][1] or not alone or _leans(text, part, inside)):
            before, had = made[-1]
            made[-1] = (Span(before.start, part.end), had or (alone and not _RELATIVE.match(text, part.start)))
        else:
            made.append((part, alone))
    trimmed = (_trimmed(text, span) for span, _ in made)
    return [span for span in trimmed if span and len(words.within(span.start, span.end)) >= _SHORTEST]


def _counts_aside(text: str, part: Span, words: Sequence[Token]) -> bool:
    return bool(_ASIDE.match(text, part.start)) and bool(numbers([word.lower for word in words]))


def _leans(text: str, part: Span, words: Sequence[Token]) -> bool:
    """Whether a part has no subject of its own: it begins as a relative clause or with its verb."""
    joining = _JOINING.match(text, part.start)
    if _RELATIVE.match(text, joining.end() if joining else part.start):
        return True
    return bool(words) and not joining and bool(words[0].form.marks & FINITE)


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    joining = _JOINING.match(text, start, end)
    if joining:
        start = joining.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-–—.\"'”’»“!?"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:-–—\"'“„«‘”’"):
        start += 1
    return Span(start, end) if start < end else None
