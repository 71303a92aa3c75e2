"""What a statement is said to rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firsthand.attributing.chains import QUOTING, anchor_of
from firsthand.attributing.parties import is_named_body, is_outlet
from firsthand.attributing.prose import Prose
from firsthand.model import Evidence, EvidenceKind, Span, Statement

_KINDS: dict[EvidenceKind, frozenset[str]] = {
    EvidenceKind.POLL: frozenset({"poll", "polling", "survey", "questionnaire", "referendum"}),
    EvidenceKind.DATA_STATISTICS: frozenset(
        {"data", "datum", "figure", "statistic", "statistics", "number", "census", "count", "tally", "index", "metric",
         "dataset", "database", "measurement", "reading"}),
    EvidenceKind.PHOTO_VIDEO: frozenset(
        {"video", "footage", "film", "clip", "recording", "tape", "audio", "photo", "photograph", "picture", "image",
         "imagery", "screenshot", "camera", "cctv", "videotape", "livestream", "surveillance", "dashcam", "selfie"}),
    EvidenceKind.EYEWITNESS: frozenset({"witness", "eyewitness", "eye-witness", "bystander", "onlooker", "passer-by",
                                        "passerby"}),
    EvidenceKind.COURT: frozenset(
        {"indictment", "affidavit", "testimony", "lawsuit", "subpoena", "verdict", "deposition", "ruling", "judgment",
         "judgement"}),
    EvidenceKind.DOCUMENT: frozenset(
        {"document", "report", "study", "paper", "memo", "memorandum", "email", "e-mail", "mail", "cable", "record",
         "file", "dossier", "contract", "manifest", "invoice", "receipt", "audit", "transcript", "analysis", "research",
         "filing", "diary", "log", "ledger", "letter", "leak", "paperwork", "registry", "register", "archive",
         "certificate", "passport", "assessment", "minute", "valuation", "appraisal", "logbook", "deed",
         "correspondence"}),
    EvidenceKind.OTHER: frozenset(
        {"autopsy", "forensics", "dna", "wreckage", "debris", "fingerprint", "sample", "radar", "test", "experiment",
         "post-mortem", "postmortem", "evidence", "x-ray", "shrapnel", "fragment"}),
}  # fmt: skip
_BY_LEMMA = {lemma: kind for kind, lemmas in _KINDS.items() for lemma in lemmas}
_MEDIA = frozenset({"letter", "email", "e-mail", "mail"})
"""Kinds of documents that are mostly the medium of a statement, unless leaked or held by others."""
_COURTLY = frozenset({"court", "prosecution", "trial", "tribunal", "indictment", "charging"})
_COURT_PAPERS = frozenset(
    {"document", "paper", "record", "filing", "file", "transcript", "testimony", "complaint", "motion"}
)
_PICTURES = frozenset({"image", "imagery", "photo", "photograph", "picture", "analysis", "datum", "data"})
_RESTING = frozenset({"base", "rely", "rest", "draw"})
_SEEN = frozenset({"see", "witness", "hear", "watch"})


def with_evidence(prose: Prose, statement: Statement) -> Statement:
    """The statement with its evidence, each kind once."""
    found: dict[EvidenceKind, Evidence] = {}
    for kind, span in _found(prose, statement):
        found.setdefault(kind, Evidence(kind, span))
    return replace(statement, evidence=tuple(found.values()))


def _found(prose: Prose, statement: Statement) -> Iterator[tuple[EvidenceKind, Span]]:
    for noun in _grounds(prose, statement):
        kind = kind_of(prose, noun)
        if kind is not None:
            yield kind, prose.syntax.phrase(noun, without=frozenset({"relcl", "appos", "punct", "cc", "conj"}))


def kind_of(prose: Prose, noun: int) -> EvidenceKind | None:
    """What kind of evidence a noun names, by itself and by what stands before it."""
    syntax = prose.syntax
    lemma = syntax.lemma(noun)
    if is_named_body(prose, noun):
        return None
    beside = {syntax.lemma(n) for n in syntax.dependents(noun, "compound", "amod", "nmod", "poss")}
    beside |= {
        syntax.lemma(m) for n in syntax.dependents(noun, "compound") for m in syntax.dependents(n, "compound", "amod")
    }
    below = {syntax.lemma(n) for n in prose.prepositions(noun, "of", "from")}
    if "satellite" in beside | {lemma} or any(
        "satellite" in {syntax.lemma(m) for m in syntax.dependents(n, "compound", "amod")}
        for n in prose.prepositions(noun, "of", "from")
    ):
        return EvidenceKind.SATELLITE_IMAGERY if lemma in _PICTURES | {"satellite"} or below & _PICTURES else None
    if "intelligence" in beside | {lemma}:
        return EvidenceKind.INTELLIGENCE
    if beside & _COURTLY and lemma in _COURT_PAPERS:
        return EvidenceKind.COURT
    if lemma in {"one", "some", "many", "several"} and below & {"witness", "eyewitness"}:
        return EvidenceKind.EYEWITNESS
    kind = _BY_LEMMA.get(lemma)
    return _kind_of_document(prose, noun, beside, below) if kind is EvidenceKind.DOCUMENT else kind


def _kind_of_document(prose: Prose, noun: int, beside: set[str], below: set[str]) -> EvidenceKind | None:
    """A document, or what it is of; what the press writes and what merely carries words are no evidence."""
    syntax = prose.syntax
    lemma = syntax.lemma(noun)
    if lemma == "report" and (
        is_outlet(prose, noun)
        or beside & {"media", "medium", "news", "press", "preliminary"}
        or _by_outlet(prose, noun)
    ):
        return None
    if below & set(_BY_LEMMA) and lemma == "analysis":
        return next(_BY_LEMMA[b] for b in below if b in _BY_LEMMA)
    if (
        lemma in _MEDIA
        and not (beside & {"leaked", "hacked", "internal", "confidential"} or syntax.dependents(noun, "acl"))
        and syntax.tag(noun) != "NNS"
    ):
        return None
    return EvidenceKind.DOCUMENT


def _by_outlet(prose: Prose, noun: int) -> bool:
    return any(
        is_outlet(prose, n)
        for n in (
            *prose.prepositions(noun, "by", "from", "in", "on"),
            *prose.syntax.dependents(noun, "compound", "poss"),
        )
    )


def _grounds(prose: Prose, statement: Statement) -> Iterator[int]:
    """The nouns that can be what it rests on: the source itself, what is cited, what it is based on."""
    syntax = prose.syntax
    anchor = anchor_of(prose, statement)
    if statement.source:
        head = syntax.head_of(statement.source)
        if head is not None:
            yield head
            yield from prose.prepositions(head, "in", "from") if syntax.lemma(head) not in _BY_LEMMA else ()
    if anchor is None:
        return
    yield from _grounds_of_cue(prose, statement, anchor.word)


def _grounds_of_cue(prose: Prose, statement: Statement, word: int) -> Iterator[int]:
    """What the cue's own sentence part rests it on."""
    syntax = prose.syntax
    if syntax.form(word).lower() == "according" and (noun := prose.pobj(word)) is not None:
        yield noun
    source = syntax.head_of(statement.source) if statement.source else None
    for place in dict.fromkeys((word, *([] if source is None else [source]))):
        for verb in (place, *syntax.dependents(place, "advcl", "acl", "prep", "relcl", "xcomp")):
            if syntax.lemma(verb) in QUOTING and (verb != place or syntax.tag(verb) == "VBG"):
                yield from syntax.dependents(verb, "dobj")
            if syntax.lemma(verb) in _RESTING:
                yield from prose.prepositions(verb, "on", "upon", "from")
    if statement.source is None and prose.is_verb(word) and (subject := prose.subject(word)) is not None:
        yield subject
