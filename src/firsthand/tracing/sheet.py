"""An article as tracing compares it, and its packed form for the ledger."""

from __future__ import annotations

import json
import re
import zlib
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from firsthand.model import Findings, Imprint, Span
from firsthand.text.quotation import quotations
from firsthand.text.repaired import Repaired
from firsthand.text.sentences import sentences
from firsthand.text.winnowing import fingerprints, signed, word_number
from firsthand.tracing.clauses import clauses, dateline
from firsthand.tracing.features import Count, Features, features
from firsthand.tracing.tokens import Words

VERSION = 3
"""Of the keys and the packed form; imprints of another version are made anew."""

STORY_KEYS = 32
"""Under so many of its most telling words an article can be found."""

LARGE = 20
"""Numbers above this tell stories apart."""

NUMBER_WEIGHT = 0.8
"""What one mention of a large number weighs beside names, which weigh 1."""


_INSIDE = re.compile(r"""["'“”„‟«»＂‘’`]*\s*(.*?)[\s,"'“”„‟«»＂‘’`]*\Z""", re.DOTALL)


class Line(NamedTuple):
    """A sentence: its words in lower case, in order; whether most of it stands in quotation marks."""

    span: Span
    words: tuple[str, ...]
    quoted: bool
    features: Features


class Piece(NamedTuple):
    """A clause with what of it is compared; `statement` is the number of the statement it belongs to."""

    span: Span
    sentence: int
    statement: int | None
    quoted: bool
    features: Features


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sentences, clauses and quotations of an article; `published` as its page says."""

    article: str
    published: str | None
    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...]
    quoted: tuple[Line, ...]

    def known(self) -> frozenset[str]:
        """All that the article talks of: its telling words and the beginnings of them, of four letters and more."""
        terms = {term for line in self.lines for term in line.features.terms}
        return frozenset(terms | {term[:length] for term in terms for length in range(4, len(term))})


def sheet_of(findings: Findings) -> Sheet:
    """The article as it is compared."""
    article = findings.article
    text = article.text
    marks = [mark.span for mark in quotations(text)]
    words = Words(text)
    spans = list(sentences(text))
    lines = []
    for span in spans:
        head = dateline(text, span.start)
        body = Span(head.end(), span.end) if head and head.end() < span.end else span
        inside = sum(min(body.end, mark.end) - max(body.start, mark.start) for mark in marks if mark.overlaps(body))
        lines.append(_line(words, body, quoted=inside > 0.5 * len(body)))
    pieces = tuple(
        Piece(clause.span, clause.sentence, clause.statement, clause.quoted, features(clause.compared(words), text))
        for clause in clauses(findings, spans, words)
    )
    quoted = tuple(_line(words, span, quoted=True) for span in _quoted(findings))
    return Sheet(article.id, article.published.value if article.published else None, tuple(lines), pieces, quoted)


def _quoted(findings: Findings) -> list[Span]:
    """The words between quotation marks, the marks repaired where they are damaged."""
    view = Repaired(findings.article.text, findings.article.repairs)
    found = []
    for mark in quotations(view.text):
        words = _INSIDE.match(view.text, mark.span.start, mark.span.end)
        if words and words[1]:
            found.append(view.to_original(Span(*words.span(1))))
    return found


def _line(words: Words, span: Span, *, quoted: bool) -> Line:
    inside = words.within(span.start, span.end)
    return Line(span, tuple([token.lower for token in inside]), quoted, features(inside, words.text))


def imprint_of(sheet: Sheet) -> Imprint:
    """What the ledger keeps of an article, and under which keys it is found."""
    words = [word for line in sheet.lines for word in line.words]
    keys = fingerprints(words) | story_keys(sheet)
    return Imprint(sheet.article, precedence(sheet.article), tuple(sorted(keys)), packed(sheet), VERSION)


def precedence(article: str) -> int:
    """A fixed random-looking number of an article's id."""
    return signed(word_number("article " + article))


def story_keys(sheet: Sheet) -> frozenset[int]:
    """Keys of the names, rare words and large numbers that an article says most of."""
    weights: dict[str, float] = defaultdict(float)
    for line in sheet.lines:
        for term, weight in line.features.terms.items():
            weights[term] += weight * weight
        for count in line.features.counts:
            if count.value > LARGE:
                weights[f"#{count.value:g}"] += NUMBER_WEIGHT
    chosen = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:STORY_KEYS]
    return frozenset(signed(word_number("story " + term)) for term, _ in chosen)


def packed(sheet: Sheet) -> bytes:
    """A sheet as bytes; `unpacked` reads them."""
    record = [
        sheet.article,
        sheet.published,
        [_line_out(line) for line in sheet.lines],
        [[*_span_out(p.span), p.sentence, p.statement, p.quoted, _features_out(p.features)] for p in sheet.pieces],
        [_line_out(line) for line in sheet.quoted],
    ]
    return zlib.compress(
        json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 1
    )


def unpacked(data: bytes) -> Sheet:
    """The sheet that was packed."""
    article, published, lines, pieces, quoted = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    return Sheet(
        article,
        published,
        tuple(_line_in(line) for line in lines),
        tuple(
            Piece(Span(start, end), sentence, statement, quoted, _features_in(found))
            for start, end, sentence, statement, quoted, found in pieces
        ),
        tuple(_line_in(line) for line in quoted),
    )


Json: TypeAlias = Any  # the packed form is lists of lists, read by nobody but the functions below


def _span_out(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _line_out(line: Line) -> Json:
    return [*_span_out(line.span), " ".join(line.words), line.quoted, _features_out(line.features)]


def _line_in(record: Json) -> Line:
    start, end, words, quoted, found = record
    return Line(Span(start, end), tuple(words.split()), quoted, _features_in(found))


def _features_out(found: Features) -> Json:
    flags = found.negated + 2 * found.hedged + 4 * found.planned + 8 * found.leaning
    terms = [[term, round(weight, 3), term in found.names] for term, weight in found.terms.items()]
    counts = [[count.value, count.loose, *count.units] for count in found.counts]
    dates = [sorted(found.years), sorted(found.days), sorted(found.months)]
    return [terms, counts, *dates, flags, sorted(found.outcomes)]


def _features_in(record: Json) -> Features:
    terms, counts, years, days, months, flags, outcomes = record
    return Features(
        {term: weight for term, weight, _ in terms},
        frozenset(term for term, _, name in terms if name),
        tuple(Count(value, tuple(units), loose) for value, loose, *units in counts),
        frozenset(years),
        frozenset(days),
        frozenset(months),
        bool(flags & 1),
        bool(flags & 2),
        bool(flags & 4),
        bool(flags & 8),
        frozenset(outcomes),
    )
