"""An article's text as a page shows it: paragraphs cut into runs that are marked alike, with what was set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.model import ARTICLE_ZONES, SURE_ENOUGH, Article, Block, Findings, Repair, Span, Statement, Zone
from firsthand.text.paragraphs import paragraphs

HUES = 8
"""Sources are told apart by so many colours; more of them share."""
SHORT_BLOCKS, SHORT_TEXT = 3, 240
"""What was set aside is shown as it stands up to so many blocks and characters; more is folded."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are marked alike: the statements they lie in, outermost first, the part they play, what mends them.

    `anchor` is the statement that first shows here; `unsure` where the innermost may well be misread.
    """

    text: str
    statements: tuple[str, ...] = ()
    part: str | None = None
    hue: int | None = None
    repair: Repair | None = None
    anchor: str | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article and the statements that begin in it; `zone` where the page gave one."""

    zone: Zone
    runs: tuple[Run, ...]
    notes: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """Blocks of the page, one after the other, that are no part of the article."""

    blocks: tuple[Block, ...]

    @property
    def kinds(self) -> str:
        """The zones, each once."""
        return ", ".join(dict.fromkeys(block.zone.value for block in self.blocks))

    @property
    def short(self) -> bool:
        """Whether it can stand open without pushing the article apart."""
        return len(self.blocks) <= SHORT_BLOCKS and sum(len(block.text) for block in self.blocks) <= SHORT_TEXT


def hues(statements: Sequence[Statement]) -> dict[str, int | None]:
    """The colour of each statement, by its id: one for each origin, in the order of their appearance; None for none."""
    seen: dict[str, int] = {}
    found: dict[str, int | None] = {}
    for statement in statements:
        origin = statement.chain[0].party if statement.chain else None
        key = (origin.actor or origin.name.casefold()) if origin else None
        found[statement.id] = None if key is None else seen.setdefault(key, len(seen)) % HUES
    return found


def laid_out(findings: Findings) -> list[Paragraph | SetAside]:
    """The page in its order: the article's paragraphs in runs, and between them what was set aside."""
    article = findings.article
    marks = _Marks(findings)
    if not any(block.span for block in article.blocks):
        return [marks.paragraph(span, Zone.BODY) for span in paragraphs(article.text)]
    found: list[Paragraph | SetAside] = []
    aside: list[Block] = []
    for block in article.blocks:
        if block.span is None or block.zone not in ARTICLE_ZONES:
            aside.append(block)
            continue
        if aside:
            found.append(SetAside(tuple(aside)))
            aside = []
        found += [
            marks.paragraph(Span(block.span.start + span.start, block.span.start + span.end), block.zone)
            for span in paragraphs(block.text)
        ]
    if aside:
        found.append(SetAside(tuple(aside)))
    return found


class _Marks:
    """What lies where in an article's text."""

    def __init__(self, findings: Findings) -> None:
        self._article: Article = findings.article
        self._statements = findings.statements
        self._hues = hues(findings.statements)
        self._pieces = [(span, said, part) for said in findings.statements for span, part in _parts(said)]
        self._anchored: set[str] = set()

    def paragraph(self, where: Span, zone: Zone) -> Paragraph:
        pieces = [piece for piece in self._pieces if piece[0].overlaps(where)]
        repairs = [repair for repair in self._article.repairs if where.start <= repair.start < where.end]
        cuts = {where.start, where.end}
        for span, _, _ in pieces:
            cuts |= {max(where.start, span.start), min(where.end, span.end)}
        for repair in repairs:
            cuts |= {repair.start, min(where.end, repair.end)}
        edges = sorted(cuts)
        runs = tuple(self._runs(edges, pieces, repairs))
        notes = tuple(s for s in self._statements if where.start <= s.content[0].start < where.end)
        return Paragraph(zone, runs, notes)

    def _runs(
        self, edges: Sequence[int], pieces: Sequence[tuple[Span, Statement, str]], repairs: Iterable[Repair]
    ) -> Iterator[Run]:
        at = {repair.start: repair for repair in repairs}
        for start, end in pairwise(edges):
            repair = at.get(start)
            if repair and repair.start == repair.end:
                yield Run("", repair=repair)
                repair = None
            held = sorted(
                (piece for piece in pieces if piece[0].start <= start and end <= piece[0].end),
                key=lambda piece: len(piece[0]),
                reverse=True,
            )
            inner = held[-1] if held else None
            yield Run(
                self._article.text[start:end],
                tuple(dict.fromkeys(statement.id for _, statement, _ in held)),
                inner[2] if inner else None,
                self._hues[inner[1].id] if inner else None,
                repair,
                self._anchor([statement for _, statement, _ in held]),
                inner is not None and inner[1].confidence < SURE_ENOUGH,
            )

    def _anchor(self, held: Sequence[Statement]) -> str | None:
        """The innermost statement that has no place to jump to yet."""
        for statement in reversed(held):
            if statement.id not in self._anchored:
                self._anchored.add(statement.id)
                return statement.id
        return None


def _parts(statement: Statement) -> Iterator[tuple[Span, str]]:
    for span in statement.content:
        yield span, "content"
    if statement.cue:
        yield statement.cue, "cue"
    if statement.source:
        yield statement.source, "source"
