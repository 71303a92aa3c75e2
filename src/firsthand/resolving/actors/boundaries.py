"""Names made whole: what the syntax shows to belong to a name that was marked in part or in pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.model import Name, NameType, Span
from firsthand.resolving.actors.gazetteer import plain_words, standing_of
from firsthand.resolving.actors.nouns import BODIES, GOVERNMENTS, GROUPS, ORGANISATIONS, PERSONS, TITLES
from firsthand.text.syntax import Syntax
from firsthand.text.word_lists import listed

_WHOLE = frozenset({NameType.PERSON, NameType.ORGANISATION, NameType.LOCATION, NameType.FACILITY})
_PROPER = frozenset({"NNP", "NNPS"})
_COMMAS = frozenset({",", ";", ":", "-", "–", "—", "("})
_ARTICLES = frozenset({"the", "a", "an"})
_WITHIN = frozenset({"compound", "nmod", "amod", "flat"})
_KINDS_OF_BODIES = ORGANISATIONS | listed(
    "centre center church college corps court force forces fund group hospital hotel museum office port school service"
    " services studios television theatre theater"
)
_OF_SOMETHING = (ORGANISATIONS | BODIES | GOVERNMENTS | GROUPS | listed("branch faculty republic kingdom")) - PERSONS
"""What names of bodies begin with, to go on with "of": "Ministry of", "University of"."""


def whole(names: Sequence[Name], syntax: Syntax) -> list[Name]:
    """The names without those that hold no proper word, each with the proper words that it is cut off from."""
    ranges = [(one, syntax.within(one.span)) for name in names for one in _lines(name, syntax.text)]
    kept = [(name, inner) for name, inner in ranges if inner and _has_substance(name, inner, syntax)]
    found: list[tuple[Name, int, int]] = []
    taken = {word for _, inner in kept for word in inner}
    for name, inner in kept:
        first, last = inner[0], inner[-1]
        if name.type in _WHOLE:
            last = _without_tail(first, last, name, syntax)
            first = _leftward(first, taken, syntax)
            last = _of(first, _rightward(last, taken, syntax), name, syntax)
        if found and _is_one(found[-1], (name, first, last), syntax):
            earlier, start, _ = found.pop()
            found.append((_merged(earlier, name), start, last))
        elif not found or first > found[-1][2]:
            found.append((name, first, last))
    return [_named(name, first, last, syntax) for name, first, last in found]


def _lines(name: Name, text: str) -> list[Name]:
    """The name, cut where a line of the page ends in it."""
    if "\n" not in name.span.of(text):
        return [name]
    return [
        replace(name, span=Span(name.span.start + piece.start(), name.span.start + piece.end()))
        for piece in re.finditer(r"[^\s][^\n]*", name.span.of(text))
    ]


def _named(name: Name, first: int, last: int, syntax: Syntax) -> Name:
    """A place that has grown into a body is one."""
    grown = last > syntax.within(name.span)[-1] and syntax.form(last).lower() in _KINDS_OF_BODIES
    kind = NameType.ORGANISATION if grown and name.type is NameType.LOCATION else name.type
    return replace(name, span=_span(syntax, first, last, name), type=kind)


def _span(syntax: Syntax, first: int, last: int, name: Name) -> Span:
    words = syntax.words
    inner = syntax.within(name.span)
    start = name.span.start if first == inner[0] else words[first].span.start
    return Span(start, name.span.end if last == inner[-1] else words[last].span.end)


def _without_tail(first: int, last: int, name: Name, syntax: Syntax) -> int:
    """The last great word: "Newsweek" in "Newsweek magazine"; places keep what they are ("Shandong province")."""
    if syntax.form(last) in _COMMAS and last > first:
        last -= 1
    if name.type not in {NameType.PERSON, NameType.ORGANISATION} or not syntax.form(first)[:1].isupper():
        return last
    while last > first and syntax.form(last).islower() and syntax.text[syntax.words[last].span.start - 1].isspace():
        last -= 1
    return last


def _has_substance(name: Name, inner: range, syntax: Syntax) -> bool:
    if name.type not in _WHOLE:
        return True
    if name.type is NameType.ORGANISATION and _is_portfolio(inner[0], syntax):
        return False
    proper = [word for word in inner if syntax.form(word).lower() not in _ARTICLES]
    return any(syntax.form(word)[:1].isupper() or syntax.form(word)[:1].isdigit() for word in proper)


def _is_portfolio(first: int, syntax: Syntax) -> bool:
    """Whether the words say what a minister is for: in "Minister of Health" no body is named."""
    of = first if syntax.form(first).lower() in {"of", "for"} else first - 1
    is_of = of > 0 and syntax.form(of).lower() in {"of", "for"}
    return is_of and syntax.form(of - 1).lower() in {"minister", "ministers", "secretary"}


def _touch(left: int, right: int, syntax: Syntax) -> bool:
    """Whether nothing but a blank stands between two words."""
    return syntax.words[right].span.start - syntax.words[left].span.end <= 1 and (
        syntax.text[syntax.words[left].span.end : syntax.words[right].span.start].strip() == ""
    )


def _belongs(left: int, right: int, syntax: Syntax) -> bool:
    """Whether two proper words side by side are words of one name: the left one stands before the right in its tree."""
    if not (syntax.tag(left) in _PROPER and syntax.tag(right) in _PROPER and _touch(left, right, syntax)):
        return False
    head = syntax.words[left].head
    return syntax.relation(left) in _WITHIN and (head == right or head == syntax.words[right].head)


def _says_body(left: int, right: int, syntax: Syntax) -> bool:
    """Whether a great common noun right behind a name says what body it is: "Beijing University", "… Ministry"."""
    form = syntax.form(right)
    return form[:1].isupper() and form.lower() in _KINDS_OF_BODIES and _touch(left, right, syntax)


def _is_title(word: int, syntax: Syntax) -> bool:
    form = syntax.form(word).lower().rstrip(".")
    return form in TITLES or form in PERSONS


def _leftward(first: int, taken: set[int], syntax: Syntax) -> int:
    while (
        first > 0
        and first - 1 not in taken
        and _belongs(first - 1, first, syntax)
        and not _is_title(first - 1, syntax)
        and not _is_title(first, syntax)
    ):
        first -= 1
    return first


def _rightward(last: int, taken: set[int], syntax: Syntax) -> int:
    while (
        last + 1 < len(syntax)
        and last + 1 not in taken
        and (_belongs(last, last + 1, syntax) or _says_body(last, last + 1, syntax))
        and not _is_title(last + 1, syntax)
    ):
        last += 1
    return last


def _of(first: int, last: int, name: Name, syntax: Syntax) -> int:
    """The end of "Ministry of Mines" where only its first word was marked."""
    if name.type is not NameType.ORGANISATION:
        return last
    preposition = last if syntax.form(last).lower() == "of" else last + 1
    body = preposition - 1
    if body < first or preposition + 1 >= len(syntax) or syntax.form(preposition).lower() != "of":
        return last
    if syntax.form(body).lower() not in _OF_SOMETHING or not syntax.form(body)[:1].isupper():
        return last
    end = preposition
    if syntax.form(end + 1).lower() == "the" and end + 2 < len(syntax):
        end += 1
    while end + 1 < len(syntax) and syntax.tag(end + 1) in _PROPER and _touch(end, end + 1, syntax):
        end += 1
    return end if syntax.tag(end) in _PROPER else last


def _is_one(earlier: tuple[Name, int, int], later: tuple[Name, int, int], syntax: Syntax) -> bool:
    """Whether two names are pieces of one: they meet, or the first has grown into the second."""
    (one, _, last), (other, first, end) = earlier, later
    if one.type not in _WHOLE or other.type not in _WHOLE or _stands_before(one, other, syntax):
        return False
    if first <= last:
        return end >= last
    return first == last + 1 and not _is_title(last, syntax) and _belongs(last, first, syntax)


def _stands_before(one: Name, other: Name, syntax: Syntax) -> bool:
    """Whether a body or state only stands before somebody's name: "UN Ole Sand", "Korea Ole Sand"."""
    if other.type is not NameType.PERSON or one.type is NameType.PERSON:
        return False
    return one.type is NameType.ORGANISATION or standing_of(plain_words(one.span.of(syntax.text))) is not None


def _merged(one: Name, other: Name) -> Name:
    """A name of two pieces is of the kind of its head, which stands last, unless the first says "Ministry of"."""
    kinds = {one.type, other.type}
    kind = NameType.ORGANISATION if NameType.ORGANISATION in kinds else other.type
    return Name(Span(one.span.start, other.span.end), kind, min(one.confidence, other.confidence))
