"""Who vouches for a clause in its article, and through whom it came."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from typing import NamedTuple

from firsthand.model import Act, Findings, LinkRole, Span, Stance, Statement
from firsthand.text.quotation import quotations
from firsthand.text.sentences import sentences
from firsthand.tracing.bodies import PRONOUNS, Described, described
from firsthand.tracing.press import Press
from firsthand.tracing.press import outside as outside_press
from firsthand.tracing.sheet import Piece

outside = lru_cache(maxsize=20_000)(outside_press)
"""The same sources come back sentence after sentence."""

_HEDGING = re.compile(
    r"\b(?:neither confirm nor deny|not confirm|cannot confirm|could not confirm|could say nothing|unable to confirm|"
    r"not be (?:independently )?(?:verified|confirmed)|(?:is|are|was|were) said to|"
    r"(?:do|does|did) not know|"
    r"not (?:rule|ruled) out|declined? to (?:confirm|comment))\b",
    re.IGNORECASE,
)
_HANGING = re.compile(r"(?<=\w),? (?:which|who|whom|whose)\b")
"""From here on a clause tells more of somebody or something that it named."""
_LEANS = re.compile(
    r"\b(?:according to|citing|cites|quoting|quotes|with reference to|referring to|on the (?:basis|strength) of"
    r"|based on|adopting (?:the )?(?:figures?|numbers?|list) of|reported by|as shown by|on the report of"
    # "from" alone says where something came from: "brought from the hospital".
    r"|(?:figures?|data|numbers?|statistics|counts?|estimates?|lists?|reports?|records?|information|details|word|news|it"
    r"|hear[ds]?|learn(?:s|ed|t)?|knows?|knew|known|got|obtained|taken|drawn|derived|comes?|came|stems?) from"
    r"|relying on|tak(?:es|en|ing|ook) over (?:the )?(?:figures?|numbers?|list) (?:of|from))"
    r"\s+(?P<who>(?:the |a |an |its |his |her )?[^,.;:\"“”]{3,60})"
)
_SHOWS = re.compile(
    r"\bas (?P<who>(?:the |a |an )?[^,.;:\"“”]{3,40}?) "
    r"(?:shows?|says?|reports?|puts it|has it|states?|announced|reported)\b"
)
_TOLD_ME = re.compile(r"\b(?P<who>[^,.;:\"“”]{3,50}?) (?:has |have |had )?told (?:me|us)\b")
_TOLD = re.compile(r"\b(?:told|tells|telling|spoke to|speaking to|interview with|said on|says on)\b")
_RELAYED = re.compile(r"\bon (?:television|TV|the radio|social media)\b|\bin the social networks\b", re.IGNORECASE)
LONGEST_DESCRIPTION = 160
_OFFICE = re.compile(
    r"\b(?:(?:general |managing )?manager|chief|director|directress|spokes(?:man|woman|person)|commissar|commissioner|"
    r"captain|lieutenant|commander|colonel|general|officer|secretary|vice-minister|minister|inspector|superintendent)\b",
    re.IGNORECASE,
)
"""Offices that are held in a body; who bears one speaks for it."""
_OURS = re.compile(r"(?:we|our|us)\b", re.IGNORECASE)
_FINDS = (
    r"(?:found|counted|counts?|measured|measures|saw|seen|observed|noted|recorded|registered|collected|sequenced|"
    r"analy[sz]ed|admitted|treated|inspected|examined|photographed|filmed|tested|reviewed|compared|verified|checked|"
    r"calculated|evaluated|mapped|tracked|visited|witnessed|watched|heard)"
)
_STAFF = r"(?:reporters?|correspondents?|journalists?|photographers?|teams?|crews?|editors?|staff)"
_FOUND = re.compile(
    rf"\b(?:we|our (?:own )?[\w-]+|I)\s+(?:have |has |had )?(?:\w+ )?{_FINDS}\b"
    rf"|\b(?:an?|the|two|three|several|its) (?:\w+ )?{_STAFF} (?:of|for|from|with) this \w+\s+(?:\w+ )?{_FINDS}\b"
    r"|\b(?:seen|counted|examined|reviewed|analy[sz]ed|verified|inspected|checked|measured|photographed) by "
    rf"(?:this (?:newspaper|paper|magazine|site|station|agency)|(?:us|our {_STAFF}))\b"
    r"|\bthis (?:newspaper|paper|magazine|site|station|agency|correspondent|reporter)"
    rf"(?:'s {_STAFF})?\s+(?:has |had )?{_FINDS}\b"
    r"|\bphotographs? (?:\w+ ){0,4}for us\b",
    re.IGNORECASE,
)
"""An outlet that says what it found out itself."""
_SAYS = (
    r"(?:said|says|spoke of|speaks of|put|puts|reported|reports|announced|announces|claimed|claims|estimated|estimates|"
    r"stated|states|confirmed|confirms|alleged|alleges|insists|insisted|maintains|maintained|warned|warns|added|adds)"
)
_WHO = r"(?P<who>(?:[A-ZÀ-Þ]|the |an? )[^,.;:\"“”]{1,60}?)"
_ATTRIBUTES = re.compile(
    rf"^{_WHO}\s+{_SAYS}\b"
    rf"|,[\"'”’]?\s+{_WHO.replace('who', 'behind')}\s+{_SAYS}"
    r"(?:\s+(?:on|late|early|in|at|this|last)\s[^,.;:\"“”]{1,40})?[.\"”’]*$"
    r"|(?:^|,\s+)[Aa]ccording to (?P<told>[^,.;:\"“”]{3,80}?)(?=[,.;:]|$)"
)
"""Whom a sentence names as its source by its form: "Police spoke of 800", "…, the camp alleges.", "According to …"."""

_TOLD_OF = re.compile(r"\s*,\s+(?:who|whom|whose|which|where|that)\b")

_BESIDE_NAMES = re.compile(
    r"^\d{1,2}[.:]\d{2}\s+|[\s,]+(?:and|or|but)$"
    r"|,?\s+(?:on|late on|early on)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?$"
    r"|,?\s+(?:yesterday|today|tonight)$"
)
"""An hour before a name, what would go on behind it, the day on which it was said."""


class Voice(NamedTuple):
    """The voice behind a clause: None where the narrator speaks. `relays` are outlets it came through, by key or name.

    `leans` are the words that say on whom it rests in turn; `own` whether the outlet found it out itself.
    """

    source: Described | None
    name: str
    relays: tuple[str, ...]
    leans: tuple[str, ...]
    stance: Stance
    anonymous: bool


class Reader:
    """Reads the voices of one article."""

    def __init__(self, findings: Findings, press: Press) -> None:
        self.findings = findings
        self.text = findings.article.text
        self.press = press
        self.house = press.house[findings.article.id]
        self.spans = list(sentences(self.text))
        self._starts = [span.start for span in self.spans]
        self._fullest: dict[int, Described | None] = {}
        self._outlets: dict[str, list[str]] = {}
        self._sourced = sorted(
            (content.start, content.end, self._sentence(content.start), number)
            for number, statement in enumerate(findings.statements)
            if statement.source
            for content in statement.content
        )

    def voice(self, piece: Piece) -> Voice:
        """Who vouches for a clause."""
        sentence = self.spans[piece.sentence]
        words = sentence.of(self.text)
        number = self._said_in(piece)
        source = self._described(number) if number is not None else self._own_words(words)
        if source is None and number is None:
            number = self._carried(piece)
            source = self._described(number) if number is not None else None
        statement = self.findings.statements[number] if number is not None else None
        relays = self._relays(sentence, source, statement)
        if source and _OURS.match(source.text):
            source = None
        own = source is None and not relays and self._found_out(piece.sentence)
        if own:
            source = Described(self.house.name, frozenset({self.house.key}), (), frozenset({self.house.key}))
        if source and not own and self._is_outlet(source):
            source = self._behind(sentence, number)
        return Voice(
            source,
            self._called(source, statement) if source else "",
            relays,
            self._leans(words, statement),
            _stance(piece, statement, words, self.text),
            source is not None and source.anonymous,
        )

    def _said_in(self, piece: Piece) -> int | None:
        """The statement of a clause, unless its cue stands behind a semicolon: "A; police said B" has two voices."""
        cue = self.findings.statements[piece.statement].cue if piece.statement is not None else None
        return None if cue and ";" in self.unquoted[piece.span.end : cue.start] else piece.statement

    def _called(self, source: Described, statement: Statement | None) -> str:
        """A source by name: what is told of it behind a comma left out, whom "the company" means put in."""
        name = _BESIDE_NAMES.sub("", _TOLD_OF.split(source.text, maxsplit=1)[0]) or source.text
        party = statement.chain[0].party if statement and statement.chain else None
        return party.name if party and _bare(name) and not _bare(party.name) else name

    def _own_words(self, words: str) -> Described | None:
        """Whom a sentence names as its source by its form alone: "Police spoke of 800"."""
        found = _ATTRIBUTES.search(words)
        return described(found["who"] or found["behind"] or found["told"]) if found else None

    def _found_out(self, sentence: int) -> bool:
        """Whether the outlet tells, close by, how it found out itself; "we" in quotation marks is who is quoted."""
        return not self._finding.isdisjoint(range(sentence - 4, sentence + 1))

    @cached_property
    def _finding(self) -> frozenset[int]:
        """The sentences in which the outlet tells that it found something out."""
        text = self.unquoted
        return frozenset(number for number, span in enumerate(self.spans) if _FOUND.search(span.of(text)))

    @cached_property
    def unquoted(self) -> str:
        """The text with blanks for what is quoted."""
        text = self.text
        for mark in quotations(text):
            text = text[: mark.span.start] + " " * len(mark.span) + text[mark.span.end :]
        return text

    def _carried(self, piece: Piece) -> int | None:
        """The statement that a sentence without a source goes on with: the last one before it in its paragraph."""
        paragraph = self.text.rfind("\n", 0, piece.span.start)
        first, behind = (bisect_left(self._sourced, (start,)) for start in (paragraph + 1, piece.span.start))
        before = [
            (end, number) for _, end, sentence, number in self._sourced[first:behind] if sentence >= piece.sentence - 2
        ]
        return max(before)[1] if before else None

    def _sentence(self, offset: int) -> int:
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.spans[number].end else len(self.spans)

    def _described(self, number: int) -> Described | None:
        """The source of a statement, read when a clause first asks."""
        if number not in self._fullest:
            self._fullest[number] = self._describe(self.findings.statements[number])
        return self._fullest[number]

    def _describe(self, statement: Statement) -> Described | None:
        """The source of a statement in its fullest words; a pronoun or a bare role stands for who was named before."""
        span = statement.source
        party = statement.chain[0].party if statement.chain else None
        if span is None and party is None:
            return None
        words = self._around(span, statement) if span else party.name if party else ""
        if party and party.actor and _bare(words) and words.lower().split()[:1] != ["the"]:
            named = next((actor.name for actor in self.findings.actors if actor.id == party.actor), "")
            words = named or words
        found = (self._named_before(span, words) if _bare(words) else None) or described(words)
        return self._with_body(found, span)

    def _with_body(self, found: Described, span: Span | None) -> Described:
        """Who holds an office without a word of where holds it in the body that was named as a source before."""
        if found.bodies or span is None or not _OFFICE.search(found.text):
            return found
        before = [other for other in self.findings.statements if other.source and other.source.start < span.start]
        behind = [other for other in self.findings.statements if other.source and other.source.start > span.start]
        # The head of a report gives the office, the next source the name and the body.
        for other in [*reversed(before), *(behind[:1] if not found.persons else ())]:
            if other.source:
                bodies = described(self._around(other.source, other)).bodies
                if bodies:
                    return found._replace(bodies=bodies)
        return found

    def _around(self, span: Span, statement: Statement) -> str:
        """A source's words with what stands between them and the cue: "Ann Lee, who heads the fund, said"."""
        cue = statement.cue
        if cue and span.end <= cue.start <= span.start + LONGEST_DESCRIPTION:
            between = self.text[span.end : cue.start]
            if not re.search(r"[.!?\"“”\n]", between):
                return " ".join(self.text[span.start : cue.start].split()).rstrip(" ,")
        return " ".join(span.of(self.text).split()).rstrip(" ,")

    def _named_before(self, span: Span | None, words: str) -> Described | None:
        """The latest source before that a pronoun may mean, or that a bare role fits."""
        role = described(words).words - {"the"}
        pronoun = words.lower().split()[0] in PRONOUNS if words.split() else True
        before = (
            described(self._around(other.source, other))
            for other in reversed(self.findings.statements)
            if other.source and span and other.source.start < span.start and not _bare(other.source.of(self.text))
        )
        return next((one for one in before if pronoun or role & one.words), None)

    def _named(self, words: str) -> list[str]:
        """The outlets that words name; one sentence is asked for each of its clauses."""
        if words not in self._outlets:
            self._outlets[words] = self.press.named(words)
        return self._outlets[words]

    def _is_outlet(self, source: Described) -> bool:
        return bool(self._named(source.text) or outside(source.text)) and not source.text.lower().startswith("we")

    def _relays(self, sentence: Span, source: Described | None, statement: Statement | None) -> tuple[str, ...]:
        words = sentence.of(self.text)
        named = self._named(words)
        found = [key for key in named if key != self.house.key]
        if len(found) < len(named) and _TOLD.search(words):
            found = []
        if source and not found and (other := outside(source.text)) and other.casefold() != self.house.name.casefold():
            found = [other]
        if not found and statement:
            found = [
                link.party.name for link in statement.chain if link.role is LinkRole.RELAY and outside(link.party.name)
            ]
        return tuple(dict.fromkeys(found))

    def _behind(self, sentence: Span, number: int | None) -> Described | None:
        """Whom an outlet cites, where the article tells."""
        after = self.text[sentence.start : sentence.end + 200]
        quoting = re.search(
            r"\b(?:quoting|citing|cites|cited|with reference to|quotes)\s+(?P<who>[^,.;:]{3,80})", after
        )
        if quoting:
            return described(" ".join(quoting["who"].split()))
        chain = self.findings.statements[number].chain if number is not None else ()
        named = [link.party.name for link in chain if link.role is LinkRole.ORIGIN]
        origin = described(named[0]) if named else None
        return origin if origin and not self._is_outlet(origin) else None

    def _leans(self, words: str, statement: Statement | None) -> tuple[str, ...]:
        found = list(_leaning(words))
        if statement:
            for content in statement.content:
                found += _told_me(content.of(self.text))
        return tuple(" ".join(who.split()) for who in found)


@lru_cache(maxsize=10_000)
def _leaning(words: str) -> tuple[str, ...]:
    """Whom a sentence names as that on which it rests; asked for each of its clauses."""
    return (*(match["who"] for pattern in (_LEANS, _SHOWS) for match in pattern.finditer(words)), *_told_me(words))


@lru_cache(maxsize=10_000)
def _told_me(words: str) -> tuple[str, ...]:
    """Who told the speaker; hardly any words hold the one that this begins with."""
    return tuple(match["who"] for match in _TOLD_ME.finditer(words)) if "told" in words else ()


def _bare(words: str) -> bool:
    """Whether words name nobody by themselves: a pronoun, or "the doctor"."""
    parts = words.split()
    if not parts or parts[0].lower() in PRONOUNS:
        return True
    found = described(words)
    if found.persons:
        return False
    return parts[0].lower() == "the" and all(len(body.words) == 1 for body in found.bodies) and len(parts) <= 3


def _stance(piece: Piece, statement: Statement | None, sentence: str, text: str) -> Stance:
    words = piece.span.of(text)
    cue = statement.cue.of(text) if statement and statement.cue else ""
    if _HEDGING.search(f"{cue} {_HANGING.split(words, maxsplit=1)[0]}") or (
        piece.features.hedged and not piece.features.counts
    ):
        return Stance.HEDGES
    if statement and statement.act is Act.DENY:
        return Stance.DENIES
    return Stance.ASSERTS
