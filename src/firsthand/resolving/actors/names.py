"""The names of an article as references to actors."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.model import ActorType, MentionForm, Name, NameType, Span
from firsthand.resolving.actors.gazetteer import Seat, Sex, home_of, plain_words, sex_of, standing_of
from firsthand.resolving.actors.nouns import FEMALE, FEMALE_TITLES, MALE, MALE_TITLES, SUFFIXES, TITLES
from firsthand.resolving.actors.reference import Reference
from firsthand.resolving.actors.scene import Scene
from firsthand.text.press import named_outlet
from firsthand.text.word_lists import listed

_PLACES = frozenset({NameType.LOCATION, NameType.FACILITY})
_STILL = listed("be lie sit stand have see become remain stay host feature contain include comprise")
"""What places do without anybody in them doing anything."""
_WHERE = listed(
    """
    in at near inside outside around across throughout within through into onto off over above beyond along via
    """
)
_DEALINGS = listed(
    """
    accord accusation agreement aid alliance allegation announcement answer appeal approval assessment assistance
    assurance attack attempt ban blessing break call campaign claim comment complaint concession concern
    condemnation conflict contact cooperation criticism deal decision declaration demand denial dialogue dispute
    effort explanation failure guarantee help intention interest invasion invitation meeting move negotiation
    objection offer opposition order pact partnership plan pledge policy position pressure promise proposal protest
    reaction refusal rejection relation relations relationship reply report request response retaliation sanction
    shipment signal stance statement strategy summit support talk talks tension tensions threat tie ties treaty
    trade truce version view visit war warning willingness word words
    """
)
"""Nouns of what governments do and say: whose doing it is, acts."""
_ADDRESSED = listed(
    """
    accuse advise aid allow ally answer arm ask assist assure attack back beg blame bomb call challenge condemn
    convince criticise criticize defeat defend denounce deny deter encourage fault fight force give grant help
    inform invade invite isolate lend lobby notify offer oblige order pay permit persuade pledge praise press
    pressure promise provoke punish push reassure remind request sanction sell send show slam sue supply support
    suspect tell thank threaten trust urge warn
    """
)


def named(scene: Scene) -> Iterator[Reference]:
    """Every name that a person, a body or an acting state bears, in order of the text."""
    for name in scene.names:
        reference = _reference(scene, name)
        if reference:
            yield reference


def _reference(scene: Scene, name: Name) -> Reference | None:
    span = _without_possessive(scene.text, name.span)
    word = scene.syntax.head_of(span)
    if word is None:
        return None
    if name.type is NameType.PERSON:
        return _person(scene, span, word)
    if name.type is NameType.NATIONALITY:
        return _people(scene, span, word)
    if name.type in _PLACES or name.type is NameType.ORGANISATION:
        return _body(scene, name, span, word)
    return None


def _without_possessive(text: str, span: Span) -> Span:
    for ending in ("'s", "’s", "'", "’"):
        if span.of(text).endswith(ending) and len(span) > len(ending):
            return Span(span.start, span.end - len(ending))
    return span


def _person(scene: Scene, span: Span, word: int) -> Reference:
    words = plain_words(span.of(scene.text))
    titles, bare = parted(words)
    inner = list(scene.syntax.within(span))
    title = ""
    if titles and len(titles) < len(inner):
        start = scene.syntax.words[inner[len(titles)]].span.start
        # Words with dots or hyphens may count differently here and there: only a clean cut is made.
        if plain_words(scene.text[start : span.end]) == words[len(titles) :]:
            title = " ".join(scene.text[span.start : start].split())
            span = Span(start, span.end)
    return Reference(
        span,
        word,
        scene.sentence_of[word],
        MentionForm.NAME,
        ActorType.PERSON,
        bare,
        sex=_sex(scene, inner[0], titles, bare),
        plural=False,
        title=title,
    )


def parted(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A person's titles, and the name without "Mr", "President" and "Jr"."""
    start, end = 0, len(words)
    while start < end - 1 and words[start] in TITLES:
        start += 1
    while end - 1 > start and words[end - 1] in SUFFIXES:
        end -= 1
    return words[:start], words[start:end]


def _sex(scene: Scene, first: int, titles: tuple[str, ...], bare: tuple[str, ...]) -> Sex | None:
    """From titles in the name or before it ("Mrs", "spokeswoman"), else from the given name."""
    before = [scene.syntax.form(first - 1).lower().rstrip(".")] if first else []
    for title in (*titles, *before):
        if title in FEMALE_TITLES or title in FEMALE:
            return Sex.FEMALE
        if title in MALE_TITLES or title in MALE:
            return Sex.MALE
    return sex_of(bare[0]) if len(bare) > 1 else None


def _people(scene: Scene, span: Span, word: int) -> Reference | None:
    """A people, faith or party by its members ("the Russians", "Republicans"); not where it only describes."""
    syntax = scene.syntax
    if syntax.tag(word).startswith("JJ") or syntax.relation(word) in {"amod", "compound", "nmod"}:
        return None
    words = plain_words(span.of(scene.text))
    home = home_of(words)
    return Reference(
        span, word, scene.sentence_of[word], MentionForm.NAME, ActorType.GROUP, words,
        plural=True, state=home.code if home else None, acts=_acts(scene, word),
    )  # fmt: skip


def _body(scene: Scene, name: Name, span: Span, word: int) -> Reference | None:
    words = plain_words(span.of(scene.text))
    standing = standing_of(words)
    is_place = name.type in _PLACES
    if standing is None and name.type is NameType.FACILITY:
        return None
    if standing and (is_place or standing.seat is not Seat.CAPITAL):
        return _government(scene, span, word, words)
    if is_place:
        acts = word in scene.sources or (_says(scene, word) and not _is_where(scene, word))
        kind = ActorType.GOVERNMENT
    else:
        acts = True
        kind = ActorType.OUTLET if named_outlet(span.of(scene.text)) else ActorType.ORGANISATION
    return Reference(span, word, scene.sentence_of[word], MentionForm.NAME, kind, words, plural=None, acts=acts)


def _government(scene: Scene, span: Span, word: int, words: tuple[str, ...]) -> Reference | None:
    """A state, or what stands for it: a capital only where it acts, a palace but where something is in it."""
    standing = standing_of(words)
    if standing is None or scene.syntax.relation(word) in {"compound", "amod", "nmod", "npadvmod"}:
        return None
    acts = _acts(scene, word)
    if _is_where(scene, word) or (standing.seat is Seat.CAPITAL and not acts):
        return None
    form = MentionForm.NAME if standing.seat is Seat.STATE else MentionForm.METONYM
    kind = ActorType.ORGANISATION if standing.state.code == "EU" else ActorType.GOVERNMENT
    return Reference(
        span, word, scene.sentence_of[word], form, kind, words,
        plural=None, state=standing.state.code, acts=acts or standing.seat is Seat.PALACE,
    )  # fmt: skip


def _first_conjunct(scene: Scene, word: int) -> int:
    syntax = scene.syntax
    for _ in range(8):
        above = syntax.head(word)
        if syntax.relation(word) != "conj" or above is None:
            break
        word = above
    return word


def _is_where(scene: Scene, word: int) -> bool:
    """Whether a place tells where something is, by itself or as the apposition of one that does."""
    syntax = scene.syntax
    # A bound, since a tree guessed word by word may hold a circle.
    for _ in range(8):
        word = _first_conjunct(scene, word)
        above = syntax.head(word)
        if above is None:
            return False
        if syntax.relation(word) == "pobj" and syntax.form(above).lower() in _WHERE:
            return True
        if syntax.relation(word) != "appos":
            return False
        word = above
    return False


def _says(scene: Scene, word: int) -> bool:
    """Whether the word is the subject of a verb that takes a clause or an addressee."""
    syntax = scene.syntax
    word = _first_conjunct(scene, word)
    verb = syntax.head(word)
    if verb is None or syntax.relation(word) != "nsubj" or not syntax.tag(verb).startswith("VB"):
        return False
    return bool(syntax.dependents(verb, "ccomp", "xcomp")) and syntax.lemma(verb) not in _STILL


def _acts(scene: Scene, word: int) -> bool:
    """Whether somebody does or says something under this word: not a place, but those who govern it."""
    if word in scene.sources:
        return True
    syntax = scene.syntax
    word = _first_conjunct(scene, word)
    above = syntax.head(word)
    if above is None:
        return False
    relation = syntax.relation(word)
    if relation == "nsubj":
        return syntax.tag(above).startswith("VB") and syntax.lemma(above) not in _STILL
    if relation in {"dobj", "dative"}:
        return syntax.lemma(above) in _ADDRESSED
    if relation == "poss":
        return syntax.lemma(above) in _DEALINGS
    return relation == "pobj" and _deals(scene, above)


def _deals(scene: Scene, preposition: int) -> bool:
    """Whether a preposition leads from a dealing to a party to it: "denials from", "struck by", "talks with"."""
    syntax = scene.syntax
    above = syntax.head(preposition)
    if syntax.relation(preposition) in {"agent", "dative"} or syntax.form(preposition).lower() == "according":
        return True
    if above is None:
        return False
    if syntax.form(above).lower() == "according":
        return True
    kind = syntax.form(preposition).lower()
    return kind in {"from", "by", "with", "between", "against", "of", "to", "on"} and syntax.lemma(above) in _DEALINGS
