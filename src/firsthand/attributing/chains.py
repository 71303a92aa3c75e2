"""Who vouches for a statement and who passed it on, from the origin outward to the reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.attributing.lexicon import AUTHORITIES, BELIEVE, PREDICT, REPRESENTATIVES, SAYING, SOURCES
from firsthand.attributing.parties import carries, is_document, is_outlet, names_somebody, party_at, party_of, same
from firsthand.attributing.prose import Prose
from firsthand.attributing.voice import HEARERS, opens_as_asked
from firsthand.model import NameType, Party, Span, Statement
from firsthand.text.press import PERSONNEL

QUOTING = frozenset({"quote", "cite"})
REPORTING = frozenset({"report", "quote", "cite", "carry", "publish", "broadcast", "relay", "air", "print", "run",
                       "release", "post", "share", "circulate", "tell", "note", "state"})  # fmt: skip
"""What a relay does with the words of others ("as reported by", "carried by")."""
OBTAINED = frozenset({"obtain", "see", "review", "view", "inspect", "examine", "acquire", "analyse", "analyze", "read",
                      "access", "get", "receive", "verify", "hear", "quote", "cite", "report", "uncover",
                      "intercept", "study"})  # fmt: skip
"""What a relay does with a document before it writes of it ("obtained by")."""
HANDED = frozenset({"send", "give", "leak", "provide", "show", "share", "issue", "release", "read", "make", "supply",
                    "hand", "e-mail", "email", "forward", "submit", "emailed"})  # fmt: skip
"""How a document comes to a relay ("provided to", "shared with")."""
TALKS = frozenset({"interview", "conversation", "comment", "remark", "statement", "email", "e-mail", "message",
                   "letter", "call", "briefing", "discussion", "talk", "chat", "response", "note", "text",
                   "appearance", "op-ed", "column", "article", "essay", "piece", "post", "opinion", "broadcast",
                   "programme", "program", "show", "podcast", "segment", "report", "story",
                   "address", "speech", "video", "quote"})  # fmt: skip
"""Occasions on which one speaks to an outlet."""
TOWARDS = ("to", "with", "on", "by", "for", "in", "from", "via", "through", "at", "of")
DEEPEST = 4
"""Steps of "X said that Y said …" that are followed."""
_OWNERS = frozenset({"his", "her", "its", "their"})
_PERSONAL = frozenset({"he", "she", "i"})
_SHARED = frozenset({"they", "we", "it"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """The word of a cue on which the attribution hangs, and the words of the content, which tell of other things."""

    word: int
    content: tuple[Span, ...]

    def beyond(self, prose: Prose, number: int) -> bool:
        """Whether a word lies outside what is said."""
        span = prose.syntax.words[number].span
        return not any(content.overlaps(span) for content in self.content)


def anchor_of(prose: Prose, statement: Statement) -> Anchor | None:
    """The first verb of the cue, else the word the others hang on."""
    if statement.cue is None:
        return None
    words = prose.syntax.within(statement.cue)
    verbs = [n for n in words if prose.is_verb(n) and prose.syntax.relation(n) not in {"aux", "auxpass"}]
    word = verbs[0] if verbs else prose.syntax.head_of(statement.cue)
    return None if word is None else Anchor(word, statement.content)


def own_chain(prose: Prose, statement: Statement) -> tuple[Party, ...]:
    """The chain as far as the statement's own sentence part tells it, without the report it may stand in."""
    anchor = anchor_of(prose, statement)
    if anchor is None:
        party = party_of(prose, statement.source) if statement.source else None
        return (party,) if party else ()
    return unrepeated([*_start(prose, statement, anchor), *_hearers(prose, anchor), *_passed_on(prose, anchor)])


def unrepeated(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The links in order, each once."""
    kept: list[Party] = []
    for party in parties:
        if not any(same(party, other) for other in kept):
            kept.append(party)
    return tuple(kept)


def _start(prose: Prose, statement: Statement, anchor: Anchor) -> list[Party]:
    """The origin, and those between it and whoever the cue belongs to."""
    for special in (_quoted_as_saying, _citing):
        found = special(prose, statement, anchor)
        if found:
            return found
    head = _source_head(prose, statement, anchor)
    if head is None:
        return []
    speaker = party_of(prose, statement.source) if statement.source else party_at(prose, head)
    links = [*([speaker] if speaker else []), *_obtained(prose, head)]
    return [*_cited(prose, head, anchor), *links]


def _source_head(prose: Prose, statement: Statement, anchor: Anchor) -> int | None:
    if statement.source:
        return prose.syntax.head_of(statement.source)
    if prose.syntax.form(anchor.word).lower() == "according":
        return prose.pobj(anchor.word)
    subject = prose.subject(anchor.word) if prose.is_verb(anchor.word) else None
    if prose.syntax.lemma(anchor.word) in HEARERS and (
        prose.syntax.dependents(anchor.word, "nsubjpass", "auxpass") or opens_as_asked(anchor.word, prose.syntax)
    ):
        return None  # "was told that …", "asked whether …, she": the subject hears
    return subject if subject is not None and names_somebody(prose, subject) and anchor.beyond(prose, subject) else None


def _quoted_as_saying(prose: Prose, statement: Statement, anchor: Anchor) -> list[Party]:
    """ "X quoted Y as saying", "Y was quoted by X as saying": Y, then X if it is named."""
    quoting = _quoting(prose, anchor)
    if quoting is None:
        return []
    syntax = prose.syntax
    subject = prose.subject(quoting)
    if not (syntax.dependents(quoting, "nsubjpass", "auxpass") or syntax.relation(quoting) == "acl"):
        quoted = next(iter(syntax.dependents(quoting, "dobj")), None)
        return [party_at(prose, n) for n in (quoted, subject) if n is not None]
    carriers = [n for verb in (quoting, anchor.word) for n in _carriers(prose, verb)]
    if subject is None:
        return []
    quoted_party = party_at(prose, subject)
    marked = party_of(prose, statement.source) if statement.source else None
    if marked and not any(same(marked, party_at(prose, n)) for n in carriers) and not is_outlet(prose, subject):
        quoted_party = quoted_party if same(marked, quoted_party) or marked.span != quoted_party.span else marked
    return [quoted_party, *(party_at(prose, n) for n in carriers[:1])]


def _quoting(prose: Prose, anchor: Anchor) -> int | None:
    """The verb of quoting over "as saying"; the words between them may hang anywhere."""
    syntax = prose.syntax
    above = [anchor.word, *list(syntax.ancestors(anchor.word))[:3]]
    quoting = next((n for n in above if syntax.lemma(n) in QUOTING and prose.is_verb(n)), None)
    if quoting is None:
        return None
    behind = range(quoting + 1, max(quoting, anchor.word) + 1)
    hung = syntax.dependents(quoting, "prep", "mark", "advmod", "advcl")
    as_words = [n for n in (*behind, *hung) if syntax.form(n).lower() == "as"]
    says = anchor.word == quoting or syntax.tag(anchor.word) == "VBG"
    return quoting if as_words and says else None


def _carriers(prose: Prose, verb: int) -> list[int]:
    """Who carries words that are told in the passive: behind "by", or the outlet behind "in" or "on"."""
    agent = prose.agent(verb)
    if agent is not None:
        return [agent]
    return [n for n in prose.prepositions(verb, "in", "on", "by", "from") if is_outlet(prose, n)]


def _citing(prose: Prose, statement: Statement, anchor: Anchor) -> list[Party]:
    """The cue is "citing" itself: its object, then whoever cites."""
    syntax = prose.syntax
    if syntax.lemma(anchor.word) not in QUOTING or syntax.tag(anchor.word) not in {"VBG", "VBN", "VBD", "VBZ", "VBP"}:
        return []
    cited = _cited_by(prose, anchor.word)
    if not cited:
        return []
    by = prose.subject(anchor.word)
    if by is None:
        above = syntax.head(anchor.word)
        by = above if above is not None and prose.is_noun(above) else None
    return [*cited, *([party_at(prose, by)] if by is not None and names_somebody(prose, by) else [])]


def _cited_by(prose: Prose, verb: int) -> list[Party]:
    """Whom a verb of citing cites; reasons that are cited are nobody."""
    for noun in prose.syntax.dependents(verb, "dobj", "pobj"):
        lemma = prose.syntax.lemma(noun)
        name = prose.name_at(noun)
        if name or lemma in SOURCES or is_document(prose, noun) or prose.syntax.tag(noun) in {"NNP", "NNPS"}:
            return [party_at(prose, noun)]
        owners = prose.syntax.dependents(noun, "poss")
        if owners and lemma in TALKS:
            return [party_at(prose, owners[0])]
    return []


def _cited(prose: Prose, speaker: int, anchor: Anchor) -> list[Party]:
    """Whom the speaker cites for it: "…, citing Y", "quoting Y", "which quoted Y", "with reference to Y"."""
    syntax = prose.syntax
    places = {speaker, anchor.word}
    if syntax.form(anchor.word).lower() == "according":
        places.discard(anchor.word)
    for place in sorted(places):
        for verb in syntax.dependents(place, "advcl", "acl", "relcl", "prep", "xcomp", "dep", "conj", "ccomp"):
            cites = syntax.lemma(verb) in QUOTING and prose.is_verb(verb)
            belongs = anchor.beyond(prose, verb) or (place == anchor.word < verb)
            if cites and belongs and (syntax.tag(verb) == "VBG" or syntax.relation(verb) == "relcl"):
                cited = _cited_by(prose, verb)
                if cited and (is_outlet(prose, speaker) or not _is_evidence(prose, verb)):
                    return cited
        for noun in prose.prepositions(place, "with"):
            if syntax.lemma(noun) == "reference":
                return [party_at(prose, n) for n in prose.prepositions(noun, "to")[:1]]
    return []


def _is_evidence(prose: Prose, verb: int) -> bool:
    """Whether what is cited is a thing that the speaker himself goes by, not somebody else's word."""
    return any(is_document(prose, noun) for noun in prose.syntax.dependents(verb, "dobj"))


def _obtained(prose: Prose, document: int) -> list[Party]:
    """Through whom a document came: "documents obtained by Y", "shared with Y"."""
    found = []
    syntax = prose.syntax
    for verb in _done_to(prose, document):
        agent = prose.agent(verb)
        if agent is not None and (syntax.lemma(verb) in OBTAINED or carries(prose, document, verb, agent)):
            found.append(agent)
        if syntax.lemma(verb) in HANDED:
            found += [n for n in prose.prepositions(verb, "to", "with", "by") if is_outlet(prose, n)]
            found += [
                n
                for a in syntax.dependents(verb, "oprd", "acomp", "xcomp")
                for n in prose.prepositions(a, "to")
                if is_outlet(prose, n)
            ]
    return [party_at(prose, n) for n in found if names_somebody(prose, n)]


def _done_to(prose: Prose, document: int) -> list[int]:
    """The verbs that tell what was done with a document; the tree may hang them on what it is of."""
    syntax = prose.syntax
    verbs = [verb for one in syntax.dependents(document, "acl", "relcl") for verb in syntax.conjuncts(one)]
    if is_document(prose, document):
        verbs += [
            verb for noun in prose.prepositions(document, "of", "from") for verb in syntax.dependents(noun, "acl")
        ]
    return verbs


def _hearers(prose: Prose, anchor: Anchor) -> list[Party]:
    """The outlet that the source spoke to, and those who spoke in the source's name."""
    syntax = prose.syntax
    if not prose.is_verb(anchor.word):
        return []
    objects = [n for n in prose.objects(anchor.word) if anchor.beyond(prose, n)]
    found = [n for n in objects if _hears(prose, n) and not _is_ones_own(prose, n)]
    found += [n for n in _occasions(prose, anchor.word, anchor, 0) if n not in found]
    parties = [_hearer(prose, n) for n in found if names_somebody(prose, n)]
    for noun in prose.prepositions(anchor.word, "through", "via", "by"):
        if syntax.lemma(noun) in REPRESENTATIVES and anchor.beyond(prose, noun):
            parties.insert(0, party_at(prose, noun))
    return parties


def _hearer(prose: Prose, number: int) -> Party:
    return party_at(prose, number)


def _hears(prose: Prose, number: int) -> bool:
    """Whether one who is told is an outlet; reporters without one are an audience."""
    if is_outlet(prose, number):
        return True
    name = prose.name_at(number)
    return bool(name and any(is_outlet(prose, n) for n in prose.syntax.dependents(number, "compound", "appos")))


def _occasions(prose: Prose, number: int, anchor: Anchor, depth: int) -> list[int]:
    """Outlets among what tells where and how it was said: "in an interview with Y", "in remarks carried by Y"."""
    syntax = prose.syntax
    found: list[int] = []
    if depth > DEEPEST:
        return found
    for noun in prose.prepositions(number, *TOWARDS):
        if not anchor.beyond(prose, noun):
            continue
        if is_outlet(prose, noun):
            found += [] if _is_ones_own(prose, noun) else [noun]
        elif syntax.lemma(noun) in TALKS:
            found += _hosts(prose, noun)
            found += _occasions(prose, noun, anchor, depth + 1)
            for verb in syntax.dependents(noun, "acl", "relcl"):
                found += _occasions(prose, verb, anchor, depth + 1)
    if depth == 0:
        for verb in syntax.dependents(number, "advcl", "prep"):
            speaks = [
                v
                for v in (verb, *syntax.dependents(verb, "pcomp"))
                if syntax.lemma(v) in {"speak", "talk", "write", "appear"}
            ]
            for v in speaks:
                found += _occasions(prose, v, anchor, depth + 1)
    return found


def _is_ones_own(prose: Prose, outlet: int) -> bool:
    """Whether who speaks does so through a channel of his own: "told his podcast", "published on its website"."""
    syntax = prose.syntax
    owners = {syntax.form(n).lower() for n in syntax.dependents(outlet, "poss")}
    return not owners.isdisjoint(_OWNERS) and prose.name_at(outlet) is None and syntax.lemma(outlet) not in PERSONNEL


def _hosts(prose: Prose, talk: int) -> list[int]:
    """The outlet before its occasion: "a CNN interview", "an interview on Fox"."""
    return [n for n in prose.syntax.dependents(talk, "compound", "nmod", "poss") if is_outlet(prose, n)]


def _passed_on(prose: Prose, anchor: Anchor) -> list[Party]:
    """Who reports the whole of it: "…, according to Y", "as reported by Y"."""
    syntax = prose.syntax
    found: list[Party] = []
    if syntax.form(anchor.word).lower() == "according":
        return found
    for number in syntax.dependents(anchor.word):
        if not anchor.beyond(prose, number):
            continue
        if syntax.form(number).lower() == "according":
            noun = prose.pobj(number)
            if noun is not None:
                found += [
                    *_cited(prose, noun, Anchor(number, anchor.content)),
                    party_at(prose, noun),
                    *_obtained(prose, noun),
                ]
        elif syntax.relation(number) in {"advcl", "prep", "acl", "dep", "conj"} and _as_reported(prose, number):
            agent = prose.agent(_as_reported(prose, number) or number)
            found += [party_at(prose, agent)] if agent is not None and names_somebody(prose, agent) else []
    return found


def _as_reported(prose: Prose, number: int) -> int | None:
    syntax = prose.syntax
    for verb in (number, *syntax.dependents(number, "pcomp", "advcl")):
        if prose.is_verb(verb) and syntax.tag(verb) == "VBN" and syntax.lemma(verb) in REPORTING:
            return verb
    return None


def reported_by(prose: Prose, statement: Statement, chain: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those whose report the statement's own sentence part stands in: "Y reported that X said …"."""
    anchor = anchor_of(prose, statement)
    if anchor is None:
        return ()
    found: list[Party] = []
    word, speaker = anchor.word, _source_head(prose, statement, anchor)
    for _ in range(DEEPEST):
        above = _governor(prose, word)
        if above is None:
            break
        subject = prose.subject(above)
        if subject is not None and names_somebody(prose, subject) and not one_person(prose, speaker, subject):
            found += [*_told(prose, word, subject), party_at(prose, subject)]
        upper = Anchor(above, anchor.content)
        found += [*_hearers(prose, upper), *_passed_on(prose, upper)]
        word, speaker = above, subject
    return tuple(found)


def _governor(prose: Prose, word: int) -> int | None:
    """The verb of saying whose object a clause is."""
    syntax = prose.syntax
    for _ in range(DEEPEST):
        above = syntax.head(word)
        if above is None:
            return None
        relation = syntax.relation(word)
        if relation in {"ccomp", "parataxis"} and prose.is_verb(above):
            return above if syntax.lemma(above) in SAYING else None
        if relation not in {"conj", "advcl", "xcomp", "pcomp", "prep", "acl"}:
            return None
        if relation == "advcl" and syntax.dependents(word, "nsubj", "nsubjpass"):
            return None
        word = above
    return None


def told_first(prose: Prose, statement: Statement, outer: Party) -> list[Party]:
    """Those whom an inner report was told, where it is one of theirs who passes it on."""
    anchor = anchor_of(prose, statement)
    speaker = prose.syntax.head_of(outer.span) if outer.span else None
    return [] if anchor is None or speaker is None else _told(prose, anchor.word, speaker)


def _told(prose: Prose, word: int, speaker: int) -> list[Party]:
    """Those told first, where one of them is the one who passes it on: detectives, for a spokesman of the police."""
    syntax = prose.syntax
    beside = {syntax.lemma(n) for n in syntax.subtree(speaker)}
    if not beside & AUTHORITIES:
        return []
    # Who is told stands right behind the verb, wherever the tree hangs it.
    behind = {*prose.objects(word), *range(word + 1, min(word + 3, len(syntax)))}
    return [party_at(prose, n) for n in sorted(behind) if prose.is_noun(n) and syntax.lemma(n) in AUTHORITIES][:1]


def one_person(prose: Prose, inner: int | None, outer: int) -> bool:
    """Whether a pronoun in a report means the one who reports: "Ruiz said she believes …"."""
    if inner is None:
        return True
    syntax = prose.syntax
    form = syntax.form(inner).lower()
    if form == syntax.form(outer).lower():
        return True
    if form in {"i", "we"}:
        return True
    if inner < outer and syntax.tag(outer) != "PRP":
        # "He said that …, the precinct said": a pronoun looks back.
        return False
    name = prose.name_at(outer)
    plural = syntax.tag(outer) in {"NNS", "NNPS"} or bool(syntax.dependents(outer, "conj"))
    organisation = bool(name and name.type is not NameType.PERSON)
    if form in _PERSONAL:
        return not (plural or organisation or is_outlet(prose, outer) or syntax.lemma(outer) in AUTHORITIES)
    return form in _SHARED and (plural or organisation)


__all__ = [
    "BELIEVE",
    "PREDICT",
    "Anchor",
    "anchor_of",
    "one_person",
    "own_chain",
    "reported_by",
    "told_first",
    "unrepeated",
]
