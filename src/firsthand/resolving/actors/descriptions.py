"""Descriptions of actors by what they are: "the Kremlin spokesman", "two officials", "the ministry"."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.model import ActorType, MentionForm, NameType, Span
from firsthand.resolving.actors.gazetteer import Sex, State, home_of, plain_words, standing_of
from firsthand.resolving.actors.nouns import (
    BODIES,
    DOCUMENTS,
    FEMALE,
    GOVERNMENTS,
    GROUPS,
    MALE,
    ORGANISATIONS,
    OUTLETS,
    PERSONS,
    PLURAL_PERSONS,
)
from firsthand.resolving.actors.reference import Reference
from firsthand.resolving.actors.scene import Scene
from firsthand.text.noun_classes import noun_classes
from firsthand.text.word_lists import listed

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBN", "VBG", "HYPH", "RB", "AFX", ":"}
)
_DEFINITE = listed("the this that these those both")
_NO_ACTORS = listed("count nobody anybody somebody everybody none")
_POSSESSIVES = listed("his her its their my our your")
_TELLING = listed("some another several many most all both each every any no few two other")
_IDIOMS = frozenset(
    {("on", "board"), ("in", "force"), ("into", "force"), ("in", "service"), ("across", "board"), ("by", "force")}
    | {("in", "office"), ("in", "school"), ("at", "school"), ("in", "company"), ("in", "council"), ("at", "church")}
)
"""A preposition and a bare noun that are an adverb together."""
_STATIONS = listed(
    """
    bus charging coach filling fire fuel gas gasoline metro monitoring petrol polling power pumping rail railway
    relay research service space subway train underground water weather
    """
)
"""What a station is for that broadcasts nothing."""
_PERSONAL = frozenset({"of", "for", "at", "from", "to"})
"""What ties a description to others: an envoy to Paris; what goes from a council to a firm is no council to it."""
_LONGEST = 12
"""Words before a noun that may describe it; longer runs are tables or lists."""


def kind_of(noun: str, *, plural: bool) -> ActorType | None:
    """What a common noun names, if it names an actor."""
    if noun in PERSONS:
        return ActorType.GROUP if plural else ActorType.PERSON
    if noun in PLURAL_PERSONS or noun in GROUPS:
        return ActorType.GROUP
    if noun in GOVERNMENTS:
        return ActorType.GOVERNMENT
    if noun in ORGANISATIONS:
        return ActorType.OUTLET if noun in OUTLETS and noun not in {"agency", "network"} else ActorType.ORGANISATION
    if noun not in _NO_ACTORS and noun not in BODIES and noun not in DOCUMENTS and noun_classes().get(noun) == "people":
        return ActorType.GROUP if plural else ActorType.PERSON
    return None


def described(scene: Scene) -> Iterator[Reference]:
    """The common nouns that mean persons, bodies and groups, in order of the text."""
    syntax = scene.syntax
    for word in range(len(syntax)):
        if syntax.tag(word) not in _NOUNS or word in scene.name_at:
            continue
        if syntax.relation(word) in {"compound", "nmod", "amod", "npadvmod"} and not _is_title(scene, word):
            continue
        if word not in scene.sources and _in_idiom(scene, word):
            continue
        noun = syntax.lemma(word)
        plural = syntax.tag(word) in {"NNS", "NNPS"} or noun in PLURAL_PERSONS
        kind = kind_of(noun, plural=plural)
        if kind is None and word in scene.sources:
            kind = ActorType.DOCUMENT if noun in DOCUMENTS else ActorType.ORGANISATION if noun in BODIES else None
            yield description(scene, word, kind)
        elif kind or (noun in BODIES and _is_pointed_at(scene, word)) or (noun in DOCUMENTS and word in scene.sources):
            yield description(scene, word, kind or ActorType.ORGANISATION)


def _in_idiom(scene: Scene, word: int) -> bool:
    """ "On board", "in force", "a power station": no body is meant."""
    syntax = scene.syntax
    before = syntax.form(word - 1).lower() if word else ""
    form = syntax.form(word).lower()
    return (before, form) in _IDIOMS or (form.startswith("station") and before in _STATIONS)


def _is_title(scene: Scene, word: int) -> bool:
    """Whether a noun stands right before a person's name: "spokesman Dmitry Peskov", "President Putin"."""
    name = scene.name_at.get(word + 1)
    return name is not None and name.type is NameType.PERSON


def _is_pointed_at(scene: Scene, word: int) -> bool:
    syntax = scene.syntax
    return any(
        syntax.form(one).lower() in {"the", "this", "that"} for one in syntax.dependents(word, "det")
    ) and syntax.relation(word) in {"nsubj", "nsubjpass", "poss", "agent"}


def description(scene: Scene, word: int, kind: ActorType | None) -> Reference:
    """The reference that a noun makes with what stands around it."""
    syntax = scene.syntax
    noun = syntax.lemma(word)
    first = _first(scene, word)
    last = _last(scene, word, kind)
    outer = list(range(first, word)) + list(range(word + 1, last + 1))
    owner = next((one for one in syntax.dependents(word, "poss")), None)
    start = word
    while start > first and start - 1 not in scene.name_at and _is_small(scene, start - 1):
        start -= 1
    state = next(iter(_states(scene, outer)), None)
    return Reference(
        span=Span(syntax.words[start].span.start, syntax.words[word].span.end),
        word=word,
        sentence=scene.sentence_of[word],
        form=MentionForm.DESCRIPTION,
        type=kind,
        noun=noun,
        sex=Sex.MALE if noun in MALE else Sex.FEMALE if noun in FEMALE else None,
        plural=syntax.tag(word) in {"NNS", "NNPS"} or noun in PLURAL_PERSONS,
        state=state.code if state else None,
        possessor=owner if owner is not None and syntax.tag(owner) in {"PRP$", "NN", "NNP", "NNS", "NNPS"} else None,
        definite=_is_definite(scene, word, first),
        modifiers=frozenset(syntax.form(one).lower() for one in outer if syntax.form(one)[0].isalnum()),
        phrase=Span(syntax.words[_opening(scene, first)].span.start, syntax.words[last].span.end),
        shown=_is_shown(scene, word, first),
        is_great=word not in scene.sources and syntax.form(word)[:1].isupper() and not _opens(scene, word),
    )  # fmt: skip


def _opens(scene: Scene, word: int) -> bool:
    return word == 0 or scene.sentence_of[word - 1] != scene.sentence_of[word]


def _is_shown(scene: Scene, word: int, first: int) -> bool:
    """Whether a noun stands as a noun: written small, pointed at, or big only because a sentence begins."""
    opens = first == word and _opens(scene, word)
    form = scene.syntax.form(word)
    if form[:1].isupper() and _is_title(scene, word):
        return False
    pointed = first > 0 and scene.syntax.form(first - 1).lower() in _DEFINITE
    return form[:1].islower() or word in scene.sources or opens or pointed


def _is_small(scene: Scene, word: int) -> bool:
    form = scene.syntax.form(word)
    return form[:1].islower() or (form == "-" and scene.syntax.tag(word) == "HYPH")


def _first(scene: Scene, word: int) -> int:
    """The first of the words before a noun that describe it, determiners left out."""
    syntax = scene.syntax
    first = word
    while first > 0 and word - first < _LONGEST and syntax.tag(first - 1) in _BEFORE:
        before = first - 1
        if syntax.tag(before) in {":", "RB", "VBG"} and syntax.words[before].head not in range(before, word + 1):
            break
        if scene.sentence_of[before] != scene.sentence_of[word] or not _hangs_on(scene, before, first, word):
            break
        first = before
    return first


def _opening(scene: Scene, first: int) -> int:
    """The word before a description that says whose or how many: "her lawyers", "some witnesses"."""
    syntax = scene.syntax
    if first == 0 or scene.sentence_of[first - 1] != scene.sentence_of[first]:
        return first
    tells = syntax.tag(first - 1) == "PRP$" or syntax.form(first - 1).lower() in _TELLING
    return first - 1 if tells else first


def _hangs_on(scene: Scene, before: int, first: int, word: int) -> bool:
    """Whether a word belongs to the noun behind it, and is no noun phrase of its own."""
    if scene.syntax.tag(before) == "POS":
        return True
    head = scene.syntax.words[before].head
    # In "Russian President Putin" the adjective hangs on the name behind the title.
    return first <= head <= word + 4 and head != before


def _last(scene: Scene, word: int, kind: ActorType | None) -> int:
    """The last word of "of the ministry", "for Ukraine" behind a noun; the noun itself where nothing follows."""
    syntax = scene.syntax
    last = word
    telling = _PERSONAL if kind in {ActorType.PERSON, ActorType.GROUP} else _PERSONAL - {"to"}
    for preposition in syntax.dependents(word, "prep"):
        if preposition != last + 1 or syntax.form(preposition).lower() not in telling:
            break
        inner = syntax.subtree(preposition, frozenset({"relcl", "acl", "appos", "punct", "cc", "conj"}))
        run = [one for one, at in zip(inner, range(preposition, preposition + len(inner)), strict=True) if one == at]
        last = run[-1] if run else last
    return min(last, word + _LONGEST)


def _is_definite(scene: Scene, word: int, first: int) -> bool:
    syntax = scene.syntax
    if syntax.dependents(word, "poss"):
        return True
    opening = [syntax.form(one).lower() for one in syntax.dependents(word, "det")]
    if not opening and syntax.tag(word) == "NNP" and syntax.form(word)[:1].isupper():
        # A title without an article, as in headlines: "Russian President to visit …"
        return first == 0 or syntax.form(first - 1).lower() not in {"a", "an", "as"}
    if first > 0 and not opening:
        opening = [syntax.form(first - 1).lower()]
    return any(one in _DEFINITE for one in opening)


def _states(scene: Scene, words: list[int]) -> Iterator[State]:
    for word in words:
        name = scene.name_at.get(word)
        plain = plain_words(name.span.of(scene.text) if name else scene.syntax.form(word))
        home = home_of(plain)
        standing = standing_of(plain) if name or scene.syntax.tag(word) in {"NNP", "NNPS"} else None
        if home:
            yield home
        elif standing:
            yield standing.state
