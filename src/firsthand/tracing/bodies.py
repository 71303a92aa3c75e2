"""Names and bodies in the words that describe a source, and when two descriptions mean the same."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from firsthand.model import Span
from firsthand.text.word_lists import listed
from firsthand.tracing.tokens import Token, tokens
from firsthand.tracing.vocabulary import kinship

BODIES = listed(
    "ministry minister government cabinet parliament senate congress assembly police constabulary sheriff court "
    "tribunal prosecutor prosecution council commission board institute institution agency bureau company firm "
    "corporation group holding bank fund hospital clinic brigade guard union federation confederation association "
    "society chamber party campaign team office service inspectorate directorate department authority "
    "administration laboratory lab university college school academy army navy military force embassy consulate "
    "church diocese parish foundation charity mission network centre center secretariat committee panel "
    "organisation organization league club shipyard yard operator railway airline airport port museum zoo works "
    "plant mill factory observatory survey garrison command alliance coalition opposition rebel militia regulator "
    "watchdog ombudsman municipality prefecture presidency palace kremlin pentagon treasury exchange insurer broker "
    "developer institute consortium cooperative line lines"
)
_KINDS = tuple(
    listed(kinds)
    for kinds in (
        "union federation confederation",
        "company firm corporation group holding",
        "hospital clinic",
        "university college",
        "army military",
        "police constabulary",
        "prosecutor prosecution",
    )
)
"""Words for one kind of body, whatever their vectors say."""
TITLES = listed(
    "mr mrs ms miss dr prof professor sir dame lord lady captain capt lieutenant lt colonel col general gen major "
    "maj sergeant sgt corporal commander cdr admiral adm commissar commissioner inspector superintendent constable "
    "president vice prime minister chancellor premier governor mayor deputy senator representative secretary "
    "director chairman chairwoman chair chief head spokesman spokeswoman spokesperson judge justice prosecutor "
    "lawyer attorney father fr sister brother bishop archbishop cardinal pope imam rabbi pastor reverend rev king "
    "queen prince princess sheikh ayatollah doctor nurse manager executive officer official analyst economist "
    "historian teacher farmer engineer managing general national provincial regional local first"
)
DOCUMENTS = listed(
    "memo memorandum register indictment verdict judgment affidavit contract treaty invoice filing prospectus letter "
    "email e-mail log logbook diary dossier transcript recording photograph footage video blueprint"
)
"""What is one thing, however many read it; of reports, statements and surveys there are many."""
PRONOUNS = listed("he she it they we i you who which that his her their him them us me one this these those")
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?:\s+[A-ZÀ-Þ][\w'’.-]*)*")
_SMALL = listed("of for and the de del der van von du la a an its their his her")


class Body(NamedTuple):
    """An organisation as described: the noun that says what it is, and the words that tell it from others."""

    noun: str
    words: frozenset[str]


class Described(NamedTuple):
    """A source as described: personal names, bodies it is or speaks for, other telling words."""

    text: str
    persons: frozenset[str]
    bodies: tuple[Body, ...]
    words: frozenset[str]

    @property
    def anonymous(self) -> bool:
        return not self.persons and not self.bodies


@lru_cache(maxsize=50_000)
def described(text: str) -> Described:
    """What the words that name a source tell of it."""
    found = tokens(text)
    bodies = _bodies(text, found)
    of_bodies = frozenset(word for body in bodies for word in body.words)
    persons = frozenset(
        token.lower
        for token in found
        if _capital(text, found, token)
        and token.lower not in TITLES
        and token.lower not in of_bodies
        and token.lower not in PRONOUNS
        and not _place(text, token)
    )
    words = frozenset(token.lemma for token in found if token.lower not in PRONOUNS and token.lower not in _SMALL)
    return Described(text, persons, bodies, words)


def _capital(text: str, found: list[Token], token: Token) -> bool:
    """Whether a word is part of a name: capitalised, and not only because a description begins there."""
    if token.name or not text[token.start].isupper() or token.start:
        return token.name
    return len(found) > 1 and text[found[1].start].isupper() and found[1].start - token.end == 1


def _place(text: str, token: Token) -> bool:
    """Whether a name stands behind "in", "from" or "at": where somebody is, not who."""
    return bool(re.search(r"\b(?:in|from|near|at)\s+(?:the\s+)?$", text[: token.start], re.IGNORECASE))


def _phrases(text: str) -> list[Span]:
    """Stretches of capitalised words; "of" and "for" join them behind a kind of body only: "Bank of Lenn"."""
    found: list[Span] = []
    for match in _CAPITALS.finditer(text):
        before = found[-1] if found else None
        between = text[before.end : match.start()].strip() if before else ""
        last = text[before.start : before.end].rsplit(maxsplit=1)[-1].lower() if before else ""
        if before and (
            (between in {"of", "of the", "for", "for the"} and last in BODIES) or between in {"and", "de", "del"}
        ):
            found[-1] = Span(before.start, match.end())
        else:
            found.append(Span(*match.span()))
    return found


def _bodies(text: str, found: list[Token]) -> tuple[Body, ...]:
    bodies: list[Body] = []
    for number, token in enumerate(found):
        noun = token.lemma if token.lemma in BODIES else token.lower
        if noun not in BODIES or noun in TITLES - {"general"}:
            continue
        phrase = next((m for m in _phrases(text) if m.start <= token.start < m.end), None)
        words = {noun}
        if phrase and text[token.start].isupper():
            words |= {t.lower for t in found if phrase.start <= t.start < phrase.end}
        else:
            words |= _modifiers(found, number, text)
        bodies.append(Body(noun, frozenset(words - _SMALL - TITLES | {noun})))
    return tuple(_widest(bodies))


def _modifiers(found: list[Token], number: int, text: str) -> set[str]:
    """The words that stand before a noun and tell it from others, back to an article, a preposition or a comma."""
    words: set[str] = set()
    place = number - 1
    while place >= 0 and number - place <= 3:
        between = text[found[place].end : found[place + 1].start]
        if between.strip(" -'’s") or found[place].lower in _SMALL or found[place].lower in PRONOUNS:
            break
        words.add(found[place].lower if found[place].name else found[place].lemma)
        place -= 1
    return words


def _widest(bodies: list[Body]) -> list[Body]:
    kept: list[Body] = []
    for body in sorted(bodies, key=lambda body: (-len(body.words), body.noun)):
        if not any(body.words <= other.words for other in kept):
            kept.append(body)
    return kept


def same_body(one: Body, other: Body) -> bool:
    """Whether two bodies may be one: the same kind of body, and what is told of one does not tell it from the other."""
    akin = (
        one.noun == other.noun
        or any({one.noun, other.noun} <= kind for kind in _KINDS)
        or kinship(one.noun, other.noun) >= 0.7
    )
    mine, theirs = one.words - {one.noun}, other.words - {other.noun}
    if not akin:
        return len(mine & theirs) >= 2
    if not mine or not theirs:
        return True
    return bool(mine & theirs)


def same_person(one: Described, other: Described) -> bool:
    """Whether two descriptions name one person: the same names, or one name of several."""
    if not one.persons or not other.persons:
        return False
    shared = one.persons & other.persons
    return bool(shared) and len(shared) >= min(len(one.persons), len(other.persons)) - (len(shared) > 1)


def same_voice(one: Described, other: Described) -> str | None:
    """Why two described sources are one voice; None where they are not shown to be."""
    if same_person(one, other):
        return f"the same person, {max((one.text, other.text), key=len)}"
    for body in one.bodies:
        for other_body in other.bodies:
            if same_body(body, other_body):
                return f"one institution, one voice: {one.text} and {other.text}"
    return _same_document(one, other)


def _same_document(one: Described, other: Described) -> str | None:
    """Why two sources are one document: of the same kind, and nobody is named who tells it from another."""
    shared = sorted(one.words & other.words & DOCUMENTS)
    apart = (one.persons and other.persons) or (one.bodies and other.bodies)
    return f"one document, the {shared[0]}" if shared and not apart else None
