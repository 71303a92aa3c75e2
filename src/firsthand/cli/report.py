"""One article as a person reads it on a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from firsthand.cli.nested import retold
from firsthand.cli.register import exchanges_and_events
from firsthand.cli.terminal import safe
from firsthand.model import (
    Act,
    Article,
    Basis,
    Block,
    Certainty,
    Findings,
    Form,
    Party,
    Publication,
    Span,
    Statement,
    Zone,
)
from firsthand.text.pronouns import names_nobody
from firsthand.text.quotation import quotations

SOURCE, CUE, QUOTED, RETOLD, FAINT, HEAD = "bold magenta", "yellow", "green", "cyan", "dim", "bold"
DENIED, EVIDENCE = "red", "blue"
WIDEST = 100
SHOWN_ASIDE = 3

_FORMS = {Form.DIRECT: "quoted", Form.INDIRECT: "retold", Form.MIXED: "partly quoted"}
_HEDGES = {Certainty.PROBABLE: "as probable", Certainty.POSSIBLE: "as possible"}
_BASES = {
    Basis.GIVEN: "as told",
    Basis.METADATA: "from the page's metadata",
    Basis.URL: "from the address",
    Basis.TEXT: "from the text",
}


def print_report(findings: Findings, console: Console) -> None:
    """Head, article, statements and what was set aside, in a column fit to read."""
    width = min(console.width, WIDEST)
    for part in _parts(findings):
        console.print(part, width=width)
    console.print()


def _parts(findings: Findings) -> Iterator[RenderableType]:
    article = findings.article
    marked = _Marked(findings)
    yield _head(article)
    yield Text()
    yield marked.article()
    yield _statements(findings, marked)
    yield from exchanges_and_events(findings)
    yield from _aside(article)
    yield from _notes(article)


def _head(article: Article) -> RenderableType:
    title = Text(safe(article.title or "(no title found)"), style=HEAD if article.title else FAINT)
    outlet = article.outlet and (article.outlet.name or article.outlet.domain)
    facts = [
        safe(outlet) if outlet else "outlet not named",
        "by " + safe(", ".join(article.authors)) if article.authors else "no author named",
        _dated(article.published),
    ]
    if article.credits:
        facts.append("text credited to " + safe(", ".join(article.credits)))
    place = article.page.url or article.page.path
    return Group(
        Rule(style=FAINT),
        title,
        Text(" · ".join(facts), style=FAINT),
        *([Text(safe(place), style=FAINT)] if place else []),
    )


def _dated(published: Publication | None) -> str:
    if published is None:
        return "no date found"
    return f"{published.value} ({_BASES[published.basis]}{'' if published.certain else ', uncertain'})"


class _Marked:
    """The article's words with sources, cues and contents in their colours."""

    def __init__(self, findings: Findings) -> None:
        self.article_blocks = [block for block in findings.article.blocks if block.span]
        self.text = Text(safe(findings.article.text))
        self.numbers: dict[int, int] = {}
        quoted = [quotation.span for quotation in quotations(findings.article.text)]
        hidden = retold(findings.statements)
        for number, statement in enumerate((one for one in findings.statements if one.id not in hidden), 1):
            self.numbers.setdefault(statement.content[0].start, number)
        for statement in findings.statements:
            for content in statement.content:
                self.text.stylize(RETOLD, content.start, content.end)
                for marked in quoted:
                    if marked.overlaps(content):
                        self.text.stylize(QUOTED, max(marked.start, content.start), min(marked.end, content.end))
        # Last, so that a source or cue inside another's words keeps its own colour.
        for statement in findings.statements:
            for span, style in ((statement.cue, CUE), (statement.source, SOURCE)):
                if span:
                    self.text.stylize(style, span.start, span.end)

    def article(self) -> RenderableType:
        """All blocks of the article, each statement's number before its first word."""
        lines = []
        for block in self.article_blocks:
            assert block.span  # noqa: S101 - chosen so
            words = self._numbered(block.span)
            if block.zone is Zone.HEADING:
                words.stylize(HEAD)
            lines.append(Padding(words, (0, 0, 1, 2)))
        return Group(*lines)

    def words(self, span: Span) -> Text:
        return self.text[span.start : span.end]

    def _numbered(self, span: Span) -> Text:
        parts = Text()
        at = span.start
        for start in sorted(start for start in self.numbers if span.start <= start < span.end):
            parts += self.text[at:start]
            parts += Text(f"[{self.numbers[start]}]", style=FAINT)
            at = start
        return parts + self.text[at : span.end]


def _statements(findings: Findings, marked: _Marked) -> RenderableType:
    shown = [one for one in findings.statements if one.id not in retold(findings.statements)]
    count = len(shown)
    if not count:
        return Text("No statement by anybody but the author was found.", style=FAINT)
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column(justify="right", style=FAINT, no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(justify="right", style=FAINT, no_wrap=True)
    for number, statement in enumerate(shown, 1):
        table.add_row(
            str(number),
            Group(_who(statement, marked), _what(statement, marked), *_beside(statement, marked), Text()),
            "\n".join((*_manner(statement), f"sure {statement.confidence:.0%}")),
        )
    heading = f"{count} statement{'s' if count > 1 else ''}"
    return Group(Text(heading, style=HEAD), Text(), table)


def _who(statement: Statement, marked: _Marked) -> Text:
    parts = Text()
    if statement.chain:
        parts += Text(" → ").join(_named(link.party, marked) for link in statement.chain)
        parts += Text(" → this page", style=FAINT)
    else:
        parts += Text("nobody named", style=FAINT)
    if statement.cue:
        parts += Text("  ") + Text(" ".join(marked.words(statement.cue).plain.split()), style=CUE)
    return parts


def _named(party: Party, marked: _Marked) -> Text:
    """Who is meant, and beside it the words on the page where they are others: "Ines Kolbe (“she”)".

    Where nobody can be told to be meant, the words alone.
    """
    words = " ".join(marked.words(party.span).plain.split()) if party.span else ""
    if names_nobody(party.name):
        return Text(f"“{words or safe(party.name)}”", style=FAINT)
    named = Text(safe(party.name), style=SOURCE)
    if words and party.name.casefold() not in words.casefold() and words.casefold() not in party.name.casefold():
        named.append(f" (“{words}”)", style=f"not bold {FAINT}")
    return named


def _manner(statement: Statement) -> Iterator[str]:
    """How it is said: quoted or retold, what it does beside asserting, how far the source commits itself."""
    yield _FORMS[statement.form]
    if statement.act not in {None, Act.ASSERT}:
        yield str(statement.act)
    if statement.certainty in _HEDGES:
        yield _HEDGES[statement.certainty]


def _beside(statement: Statement, marked: _Marked) -> Iterator[Text]:
    """Who denies it, and on what it is said to rest."""
    if statement.denied_by:
        yield Text("denied by " + ", ".join(safe(party.name) for party in statement.denied_by), style=DENIED)
    for evidence in statement.evidence:
        words = " ".join(marked.words(evidence.span).plain.split())
        yield Text(f"evidence, {evidence.kind.replace('-', ' ')}: {words}", style=EVIDENCE)


def _what(statement: Statement, marked: _Marked) -> Text:
    words = Text()
    for number, span in enumerate(statement.content):
        words.append(" … " if number else "", FAINT).append_text(marked.words(span))
    # A statement may run over a break between paragraphs; in the list it is one paragraph.
    return Text(" ").join(line for line in words.split("\n") if line.plain.strip())


def _aside(article: Article) -> Iterator[RenderableType]:
    zones: dict[Zone, list[Block]] = defaultdict(list)
    for block in article.blocks:
        if block.span is None and block.zone not in (Zone.TITLE, Zone.BYLINE):
            zones[block.zone].append(block)
    if not zones:
        return
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column(style=FAINT, no_wrap=True, min_width=max(len(zone.value) for zone in zones))
    table.add_column(justify="right", style=FAINT, no_wrap=True, min_width=3)
    table.add_column(style=FAINT, no_wrap=True, overflow="ellipsis", ratio=1)
    for zone, blocks in sorted(zones.items()):
        words = " · ".join(" ".join(safe(block.text).split())[:60] for block in blocks[:SHOWN_ASIDE])
        table.add_row(zone.value, str(len(blocks)), words + (" …" if len(blocks) > SHOWN_ASIDE else ""))
    yield Text("Set aside on the page", style=HEAD)
    yield table


def _notes(article: Article) -> Iterator[RenderableType]:
    if article.repairs:
        count = len(article.repairs)
        words = f"{count} damaged place{'s were' if count > 1 else ' was'} read as repaired; shown as on the page."
        yield Text(words, style=FAINT)
    for remark in article.remarks:
        yield Text(f"Note: {safe(remark)}.", style="yellow")
