"""Names judged together: what one place says of a name holds for the same name in others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.model import Name, NameType
from firsthand.resolving.actors.gazetteer import Seat, home_of, plain_words, sex_of, standing_of
from firsthand.resolving.actors.nouns import ORGANISATIONS, PERSONS, TITLES
from firsthand.text.syntax import Syntax
from firsthand.text.word_lists import listed

_TYPES = frozenset({NameType.PERSON, NameType.ORGANISATION, NameType.LOCATION, NameType.FACILITY})
_ALSO_PERSONS = frozenset({"chad", "georgia", "israel", "jordan", "kingston", "paris", "victoria", "washington"})
_PROPER = frozenset({"NNP", "NNPS"})

_BODY_ENDINGS = ORGANISATIONS | listed(
    """
    airlines airways alliance army bistro cafe centre center college corp force forces fund futures group holdings
    hotel inc industries institute limited ltd motors museum office plc restaurant school securities services sports
    studios systems technologies times united
    """
)

_AGENCIES = listed(
    """
    aap aljazeera anadolu ansa afp ap bbc bernama bloomberg cnn dpa efe interfax irna isna kcna kuna kyodo reuters
    sana tass tasnim ukrinform unian wafa xinhua yonhap
    """
)
"""Outlets whose one-word names mean nothing else."""

Words = tuple[str, ...]


def consistent(names: Sequence[Name], syntax: Syntax) -> list[Name]:
    """The names with one type for each, states as states, and surnames of persons found wherever they stand."""
    plain = [plain_words(name.span.of(syntax.text)) for name in names]
    votes: dict[Words, Counter[NameType]] = defaultdict(Counter)
    for name, words in zip(names, plain, strict=True):
        votes[words][name.type] += 1
        shown = _shown_to_be(name, words, syntax)
        if shown:
            votes[words][shown] += 5
    parts = _parts_of_persons(votes)
    found = [
        # "UN" is no Kim Jong Un.
        _retyped(name, words, votes[words], set() if _is_acronym(name.span.of(syntax.text)) else parts)
        for name, words in zip(names, plain, strict=True)
    ]
    found = [name for name, words in zip(found, plain, strict=True) if not set(words) <= TITLES]
    return sorted([*found, *_overlooked(found, parts, syntax)], key=lambda name: name.span)


def _shown_to_be(name: Name, words: Words, syntax: Syntax) -> NameType | None:
    """What the table of states or the words around a name show it to be, against what it was tagged."""
    standing = standing_of(words)
    if standing and not (name.type is NameType.PERSON and (words[0] in _ALSO_PERSONS or sex_of(words[0]))):
        return NameType.FACILITY if standing.seat is Seat.PALACE else NameType.LOCATION
    if home_of(words) and name.type in _TYPES:
        return NameType.NATIONALITY
    inner = syntax.within(name.span)
    if not inner or name.type not in _TYPES:
        return None
    if name.type is NameType.PERSON and (_is_acronym(name.span.of(syntax.text)) or _ends_as_body(words)):
        return NameType.ORGANISATION
    before = inner[0] - 1
    if before >= 0 and syntax.form(before).lower().rstrip(".") in {"mr", "mrs", "ms", "miss"}:
        return NameType.PERSON
    is_titled = before >= 0 and syntax.tag(before) == "NN" and syntax.form(before) in PERSONS
    return NameType.PERSON if is_titled and syntax.words[before].span.end + 1 == name.span.start else None


def _is_acronym(name: str) -> bool:
    return 2 <= len(name) <= 6 and name.isupper() and name.isalpha()


def _ends_as_body(words: Words) -> bool:
    return len(words) > 1 and words[-1] in _BODY_ENDINGS


def _parts_of_persons(votes: dict[Words, Counter[NameType]]) -> set[str]:
    """The surnames of persons with a full name in the text, unless something else bears them, too."""
    return {
        words[-1]
        for words, counts in votes.items()
        if len(words) > 1 and counts.most_common(1)[0][0] is NameType.PERSON and len(words[-1]) > 1
    }


def _retyped(name: Name, words: Words, counts: Counter[NameType], parts: set[str]) -> Name:
    if name.type not in _TYPES | {NameType.NATIONALITY}:
        return name
    if len(words) == 1 and words[0] in parts and standing_of(words) is None:
        return replace(name, type=NameType.PERSON)
    best, most = counts.most_common(1)[0]
    return replace(name, type=best) if most > counts[name.type] else name


def _overlooked(names: Sequence[Name], parts: set[str], syntax: Syntax) -> Iterator[Name]:
    """Surnames of persons named in full, outlets and states that stand alone somewhere without having been marked."""
    taken = {word for name in names for word in syntax.within(name.span)}
    for word in range(len(syntax)):
        if word in taken or syntax.tag(word) not in _PROPER:
            continue
        beside = [at for at in (word - 1, word + 1) if 0 <= at < len(syntax) and syntax.tag(at) in _PROPER]
        plain = plain_words(syntax.form(word))
        if _is_acronym(syntax.form(word)):
            plain = (syntax.form(word).lower(),) if _is_agency(plain) or standing_of(plain) else ()
        kind = _kind_of_overlooked(plain, parts) if not beside else None
        if kind:
            yield Name(syntax.words[word].span, kind, 0.5)


def _is_agency(plain: Words) -> bool:
    return len(plain) == 1 and plain[0] in _AGENCIES


def _kind_of_overlooked(plain: Words, parts: set[str]) -> NameType | None:
    if len(plain) == 1 and plain[0] in parts:
        return NameType.PERSON
    if standing_of(plain):
        return NameType.LOCATION
    return NameType.ORGANISATION if _is_agency(plain) else None
