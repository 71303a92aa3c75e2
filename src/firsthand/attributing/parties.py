"""How a party is named: by the shortest phrase that tells who it is, a proper name before a description."""

from __future__ import annotations

from firsthand.attributing.prose import Prose
from firsthand.model import Name, NameType, Party, Span
from firsthand.text.press import KINDS, PERSONNEL, named_outlet
from firsthand.text.word_lists import listed

DOCUMENTS = listed(
    """
report document statement study paper letter memo memorandum email e-mail mail dossier file record filing complaint
lawsuit suit indictment affidavit testimony transcript ruling verdict judgment judgement decision order motion brief
survey poll census data datum figure statistic number estimate analysis assessment audit review investigation inquiry
probe findings finding research article story editorial book memoir diary note notice release communique communiqué
announcement post tweet message cable log manifest contract invoice receipt bill certificate report card filing account
bulletin newsletter brochure presentation slide spreadsheet database registry register list schedule transcript text
footage video film clip tape recording audio image imagery photo photograph picture screenshot photography map
minute valuation appraisal logbook ledger deposition subpoena correspondence deed licence license permit warrant
paperwork archive dataset index
"""
)  # fmt: skip
"""Nouns for what is written, counted or recorded, behind which somebody stands."""
BODIES = listed(
    """
police army military navy government ministry company firm court opposition union parliament senate congress church
team club school university hospital bank party council committee commission agency department prosecution defence
defense state family army council cabinet embassy prosecutor intelligence coroner watchdog industry
"""
)
"""Nouns that, before the noun of a document, name its owner ("a police statement")."""
_RECORDS = listed(
    """
record filing document register registry file paper datum data log ledger account archive correspondence minute
accounts paperwork database
"""
)
_UNNAMED = listed("company firm bank school university hospital club team church family industry state council")
"""Bodies that a bare noun before records does not tell from others: "company filings", "hospital records"."""
_JOURNALISM = listed(
    """
report article story editorial column piece investigation review analysis survey poll study interview post video
bulletin newsletter broadcast programme dispatch
"""
)
"""What the press makes itself; of other documents an outlet that publishes them only passes on what they say."""
_PRINTING = frozenset({"release", "issue", "publish", "post", "carry", "circulate", "put", "air"})
_OWN = frozenset({"release", "issue", "publish", "post", "make", "write", "compile", "conduct", "prepare", "keep",
                  "carry", "produce", "author", "draft", "sign", "circulate", "commission", "collect", "gather",
                  "put", "air", "shoot", "take", "record", "file"})  # fmt: skip
"""Verbs by whose agent a document is owned ("a report issued by the ministry")."""
_LOOSE = frozenset({"relcl", "acl", "appos", "advcl", "punct", "parataxis", "dep"})
"""What hangs on a noun without being part of its name."""
_ANONYMOUS = frozenset({"it", "this", "that", "there", "which", "what"})


def is_document(prose: Prose, number: int) -> bool:
    """Whether a word names a document by its kind."""
    return prose.name_at(number) is None and prose.syntax.lemma(number) in DOCUMENTS


def is_named_body(prose: Prose, number: int) -> bool:
    """Whether a word that may tell of a document is part of a body's name: "the Cedar Ledger"."""
    name = prose.name_at(number)
    proper = prose.syntax.tag(number) in {"NNP", "NNPS"}
    return proper and name is not None and name.type is NameType.ORGANISATION


def is_outlet(prose: Prose, number: int) -> bool:
    """Whether a noun means an outlet, by its name, its kind, or the name of the outlet in front of its kind."""
    syntax = prose.syntax
    lemma = syntax.lemma(number)
    phrase = syntax.phrase(number, without=_LOOSE | {"prep", "cc", "conj"})
    named = any(named_outlet(prose.words(name.span)) for name in prose.names_within(phrase))
    if named or named_outlet(_proper(prose, number)):
        return True
    if lemma == "agency":
        return any(syntax.form(n).lower() in {"news", "press", "wire"} for n in syntax.dependents(number))
    if lemma in PERSONNEL:
        beside = [
            *prose.prepositions(number, "for", "from", "with", "of", "at"),
            *syntax.dependents(number, "poss", "compound"),
        ]
        return any(syntax.form(n).lower() == "our" or is_outlet(prose, n) for n in beside)
    return lemma in KINDS and syntax.tag(number) in {"NN", "NNS", "NNP", "NNPS"}


def _proper(prose: Prose, number: int) -> str:
    """The run of capitalised words that a word stands in."""
    return prose.words(_proper_span(prose, number)) if prose.syntax.tag(number).startswith("NNP") else ""


def _proper_span(prose: Prose, number: int) -> Span:
    syntax = prose.syntax
    first = last = number
    while first > 0 and _continues(prose, first - 1, number):
        first -= 1
    while last + 1 < len(syntax) and _continues(prose, last + 1, number):
        last += 1
    return Span(syntax.words[first].span.start, syntax.words[last].span.end)


def _continues(prose: Prose, number: int, name: int) -> bool:
    syntax = prose.syntax
    return syntax.tag(number) in {"NNP", "NNPS"} and name in {syntax.head(number), number, *syntax.ancestors(number)}


def party_of(prose: Prose, span: Span) -> Party | None:
    """Whom the words of a source name; None where they name nobody."""
    syntax = prose.syntax
    head = syntax.head_of(span)
    if head is None:
        return None
    if not prose.is_noun(head) or syntax.relation(head) in {"det", "poss"}:
        nouns = [n for n in syntax.within(span) if prose.is_noun(n) and syntax.relation(n) not in {"det", "compound"}]
        if not nouns:
            return Party(prose.words(span), span)
        head = nouns[0]
    name = _person_at_end(prose, span, head)
    return _named(prose, name.span) if name else party_at(prose, head, span)


def _person_at_end(prose: Prose, span: Span, head: int) -> Name | None:
    """The person who closes a long title: "Head of the Committee for Wells Ana Ruiz", whatever the tree makes of it."""
    names = [name for name in prose.names_within(span) if name.type is NameType.PERSON]
    if len(names) != 1 or prose.name_at(head) or prose.text[names[0].span.end : span.end].strip(" ,"):
        return None
    first = prose.syntax.within(names[0].span)[0]
    before = prose.syntax.words[first - 1] if first else None
    titled = before is not None and before.tag in {"NN", "NNP", "NNPS", "NNS", ","} and span.contains(before.span)
    return names[0] if titled and not is_document(prose, head) else None


def party_at(prose: Prose, head: int, within: Span | None = None) -> Party:
    """Whom a noun names, looking no further than `within`."""
    syntax = prose.syntax
    if is_document(prose, head):
        owner = owner_of(prose, head)
        if owner:
            return owner
    name = prose.name_at(head) or _apposed(prose, head, within)
    several = [n for n in syntax.dependents(head, "conj") if within is None or within.contains(syntax.words[n].span)]
    if several:
        return _described(prose, head, within, keep_conjuncts=True)
    if name:
        return _named(prose, name.span)
    if syntax.tag(head) in {"NNP", "NNPS"}:
        return _named(prose, _proper_span(prose, head))
    return _described(prose, head, within)


def _apposed(prose: Prose, head: int, within: Span | None) -> Name | None:
    """The name beside a description ("a spokeswoman, Ina Kolb"), not the description beside a name."""
    syntax = prose.syntax
    if syntax.tag(head) == "PRP":
        return None
    for number in syntax.dependents(head, "appos"):
        name = prose.name_at(number)
        if name and name.type is not NameType.LOCATION and (within is None or within.contains(name.span)):
            return name
    return _adjoining(prose, head, within)


def _adjoining(prose: Prose, head: int, within: Span | None) -> Name | None:
    """The name right behind a description ("state broadcaster RTA"), whatever the tree makes of it."""
    if prose.syntax.tag(head) not in {"NN", "NNS"} or head + 1 >= len(prose.syntax) or is_document(prose, head):
        return None
    name = prose.name_at(head + 1)
    if (
        name is None
        or name.type in {NameType.LOCATION, NameType.FACILITY}
        or (within and not within.contains(name.span))
    ):
        return None
    apart = prose.text[prose.syntax.words[head].span.end : name.span.start].strip()
    return name if not apart and not prose.words(name.span).endswith(("'s", "’s")) else None


def _named(prose: Prose, span: Span) -> Party:
    """A proper name, without an article before it or a genitive behind it."""
    words = span.of(prose.text)
    end = span.end - (2 if words.endswith(("'s", "’s")) and len(words) > 3 else 0)
    start = span.start
    for article in ("the ", "The ", "a ", "an ", "A ", "An "):
        if words.startswith(article):
            start += len(article)
    name = Span(start, end) if start < end else span
    return Party(prose.words(name), name)


def _described(prose: Prose, head: int, within: Span | None, *, keep_conjuncts: bool = False) -> Party:
    """A description: the noun with what stands before it and the prepositions that tell it from others."""
    cut = _LOOSE if keep_conjuncts else _LOOSE | {"cc", "conj"}
    phrase = prose.syntax.phrase(head, without=frozenset(cut))
    if within and phrase.overlaps(within):
        phrase = Span(max(phrase.start, within.start), min(phrase.end, within.end))
    return Party(prose.words(phrase), phrase)


def owner_of(prose: Prose, document: int) -> Party | None:
    """Who stands behind a document, where its phrase says so."""
    syntax = prose.syntax
    for owner in syntax.dependents(document, "poss"):
        return party_at(prose, owner)
    for verb in syntax.dependents(document, "acl", "relcl"):
        agent = prose.agent(verb)
        if agent is not None and syntax.lemma(verb) in _OWN and not carries(prose, document, verb, agent):
            return party_at(prose, agent)
    for owner in prose.prepositions(document, "by"):
        return party_at(prose, owner)
    before = _before(prose, document)
    if before:
        return before
    for owner in prose.prepositions(document, "from", "of"):
        if _can_own(prose, owner):
            return party_at(prose, owner)
    return None


def carries(prose: Prose, document: int, verb: int, agent: int) -> bool:
    """Whether an outlet made public what is not its own: "a memo published by the Post"."""
    syntax = prose.syntax
    own = syntax.lemma(document) in _JOURNALISM
    return not own and syntax.lemma(verb) in _PRINTING and is_outlet(prose, agent)


def _before(prose: Prose, document: int) -> Party | None:
    syntax = prose.syntax
    for number in reversed(syntax.dependents(document, "compound", "nmod", "amod")):
        name = prose.name_at(number)
        if name and name.type in {NameType.ORGANISATION, NameType.PERSON}:
            return _named(prose, name.span)
        if named_outlet(_proper(prose, number)):
            return _named(prose, _proper_span(prose, number))
        if (
            syntax.lemma(number) in BODIES - {"court"}
            and syntax.tag(number) in {"NN", "NNS"}
            and syntax.relation(number) != "amod"
            and not _is_of_a_kind(prose, document, number)
        ):
            phrase = syntax.phrase(number)
            return Party(prose.words(phrase), phrase)
    return None


def _is_of_a_kind(prose: Prose, document: int, body: int) -> bool:
    """Whether a bare noun tells what records they are, and nobody who keeps them: "company filings"."""
    syntax = prose.syntax
    lemma = syntax.lemma(body)
    pointed = syntax.dependents(document, "det", "poss") or syntax.dependents(body, "compound", "amod", "nmod")
    return lemma in _UNNAMED and syntax.lemma(document) in _RECORDS and not pointed


def _can_own(prose: Prose, number: int) -> bool:
    name = prose.name_at(number)
    if name:
        return name.type in {NameType.ORGANISATION, NameType.PERSON}
    return is_outlet(prose, number) or prose.syntax.lemma(number) in BODIES | {
        "official",
        "officer",
        "center",
        "centre",
    }


def names_somebody(prose: Prose, number: int) -> bool:
    """Whether a noun can be a link of a chain at all: "there" and "which" cannot."""
    return prose.is_noun(number) and prose.syntax.form(number).lower() not in _ANONYMOUS


def same(one: Party, other: Party) -> bool:
    """Whether two places name one party: the same words, or the same spot."""
    return one.name.lower() == other.name.lower() or bool(one.span and other.span and one.span.overlaps(other.span))
