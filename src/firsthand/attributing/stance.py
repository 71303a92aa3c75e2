"""What a source does in saying something, how sure it sounds, and whether it holds that it is so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from firsthand.attributing import lexicon as lex
from firsthand.attributing.chains import anchor_of, one_person
from firsthand.attributing.predicates import Predicate, is_nothing, predicate
from firsthand.attributing.prose import Prose
from firsthand.model import Act, Certainty, Form, Polarity, Statement
from firsthand.text.noun_classes import noun_classes

WH = frozenset({"if", "whether", "what", "why", "how", "who", "when", "where", "which"})
UNSURE_ACTS = frozenset({Act.REQUEST, Act.QUESTION, Act.REFUSE_COMMENT})


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its cue's word and its content's predicate, as the rules below ask for them."""

    prose: Prose
    statement: Statement
    cue: int | None
    lemma: str
    what: Predicate | None

    @property
    def opening(self) -> list[str]:
        """The first two words of the content, in lower case."""
        words = self.prose.syntax.within(self.statement.content[0])
        forms = (self.prose.syntax.form(n).lower() for n in words)
        return [form for form in forms if any(map(str.isalnum, form))][:2]

    def opens_with(self, *forms: str) -> bool:
        return bool(self.opening) and self.opening[0] in forms

    def infinitive(self) -> bool:
        """Whether the content is something to be done: "to …", or somebody "to …"."""
        what = self.what
        return self.opens_with("to") or (what is not None and "to" in what.auxiliaries()) or self._bids()

    def _bids(self) -> bool:
        """Whether a clause "to …" in the content hangs on the cue: "asked *all sides to wait*"."""
        syntax = self.prose.syntax
        clauses = syntax.dependents(self.cue, "xcomp", "ccomp") if self.cue is not None else []
        return any(
            syntax.tag(mark) == "TO" and self.statement.content[0].contains(syntax.words[mark].span)
            for clause in clauses
            for mark in syntax.dependents(clause, "aux")
        )


def with_stance(prose: Prose, statement: Statement) -> Statement:
    """The statement with act, certainty and polarity."""
    anchor = anchor_of(prose, statement)
    cue = anchor.word if anchor else None
    lemma = prose.syntax.lemma(cue) if cue is not None else ""
    said = Said(prose, statement, cue, lemma, predicate(prose, statement))
    act = statement.act or _act(said)
    certainty = statement.certainty or _certainty(said, act)
    return replace(statement, act=act, certainty=certainty, polarity=statement.polarity or _polarity(said, act))


def _act(said: Said) -> Act:
    by_cue = _act_by_cue(said)
    return by_cue if by_cue is not None else _act_by_content(said)


def _act_by_cue(said: Said) -> Act | None:
    """By what the cue means; None where it leaves the act to the content, as "said" does."""
    if said.cue is None:
        return None
    if not said.prose.is_verb(said.cue):
        return _act_of_noun(said)
    if _refuses(said):
        return Act.REFUSE_COMMENT
    for act, belongs in _BY_VERB:
        if belongs(said):
            return act
    return None


def _act_of_noun(said: Said) -> Act | None:
    prose, statement = said.prose, said.statement
    assert statement.cue  # noqa: S101 - it has an anchor
    for number in prose.syntax.within(statement.cue):
        act = lex.NOUN_ACTS.get(prose.syntax.lemma(number))
        if act is not None and (act is not Act.ASSERT):
            return act
    return None


def _refuses(said: Said) -> bool:
    """ "declined to say", "would not comment", "did not respond"."""
    syntax, cue = said.prose.syntax, said.cue
    assert cue is not None  # noqa: S101 - asked of verbs only
    verbs = {syntax.lemma(n) for n in syntax.dependents(cue, "xcomp")} | {said.lemma}
    if said.what is not None and said.opens_with("to"):
        verbs.add(syntax.lemma(said.what.word))
    if said.lemma in lex.REFUSE:
        return bool(verbs & lex.COMMENTING) or said.lemma == "decline"
    refusing = said.prose.negated(cue) and not (said.lemma in _TALKING and _is_habit(said, cue))
    return said.lemma in lex.COMMENTING and (refusing or _nobody_does(said, cue))


_TALKING = frozenset({"talk", "speak", "discuss", "say", "tell", "explain"})


def _is_habit(said: Said, verb: int) -> bool:
    """ "People don't talk about it": what is never done is no answer refused."""
    syntax = said.prose.syntax
    return any(syntax.form(n).lower() in {"do", "does"} for n in syntax.dependents(verb, "aux"))


def _nobody_does(said: Said, verb: int) -> bool:
    """Whether the subject itself says no: "neither minister responded", "no official would comment"."""
    subject = said.prose.subject(verb)
    return subject is not None and is_nothing(said.prose, subject)


def _denies(said: Said) -> bool:
    if said.lemma == "deny" and said.cue is not None and said.prose.negated(said.cue):
        return False
    if said.lemma in {"play", "cast", "shed", "throw"} and said.statement.cue:
        return any(word in {"down", "doubt"} for word in said.statement.cue.of(said.prose.text).lower().split())
    return said.lemma in lex.DENY


_CALLING = frozenset({"call", "press", "push", "lobby", "ask", "campaign", "argue", "plead", "beg"})


def _requests(said: Said) -> bool:
    if said.lemma in lex.OUTRIGHT_REQUEST:
        return True
    if said.lemma in _CALLING and (said.opens_with("for", "on", "upon") or _cue_words(said) & {"for", "on", "upon"}):
        return True
    if said.lemma == "ask" and said.opens_with("that"):
        return True
    if said.lemma in lex.REQUEST_BEFORE_TO and said.infinitive():
        return not _calls_to_say(said)
    if said.lemma in {"stress", "underline", "underscore", "emphasise", "emphasize", "highlight", "reiterate", "note"}:
        words = said.prose.syntax.within(said.statement.content[0])
        return any(said.prose.syntax.lemma(n) in lex.NEED for n in list(words)[:4])
    return said.lemma == "insist" and said.opens_with("on")


def _calls_to_say(said: Said) -> bool:
    """ "Called to say that …": he who calls says it himself."""
    return said.lemma in {"call", "write"} and said.opening == ["to", "say"]


def _questions(said: Said) -> bool:
    if said.lemma in {"question", "wonder", "inquire", "enquire", "query"}:
        return True
    return said.lemma == "ask" and (
        said.opens_with(*WH, "about") or said.statement.form is not Form.INDIRECT or not said.infinitive()
    )


def _promises(said: Said) -> bool:
    if said.lemma in {"promise", "pledge", "vow", "guarantee"}:
        return True
    return said.lemma in {"offer", "undertake", "swear", "commit", "agree", "volunteer"} and said.opens_with("to")


def _accuses(said: Said) -> bool:
    if said.lemma == "charge":
        return said.statement.form is Form.INDIRECT
    return said.lemma in {"accuse", "blame", "incriminate", "implicate", "indict"} or (said.lemma == "allege")


def _believes(said: Said) -> bool:
    return said.lemma in lex.BELIEVE


_BY_VERB = (
    (Act.DENY, _denies),
    (Act.ACCUSE, _accuses),
    (Act.THREATEN, lambda said: said.lemma in lex.THREATEN),
    (Act.PROMISE, _promises),
    (Act.REQUEST, _requests),
    (Act.QUESTION, _questions),
    (Act.PREDICT, lambda said: said.lemma in lex.PREDICT),
    (Act.BELIEVE, _believes),
)


def _act_by_content(said: Said) -> Act:
    """By what is said, where the cue is as open as "said"."""
    what = said.what
    if what is None:
        return Act.ASSERT
    if said.opening == ["no"]:
        return Act.DENY
    for act, belongs in (
        (Act.BELIEVE, _holds),
        (Act.PREDICT, _expects),
        (Act.REQUEST, _obliges),
        (Act.ACCUSE, _lays_wrong),
        (Act.PROMISE, _wills),
        (Act.PREDICT, _foretells),
    ):
        if belongs(said, what):
            return act
    return Act.ASSERT


def _holds(said: Said, what: Predicate) -> bool:
    """ "I believe that …": the speaker's own view."""
    return _is_held_by(said, what, lex.BELIEVE)


def _expects(said: Said, what: Predicate) -> bool:
    """ "We expect that …"."""
    return _is_held_by(said, what, lex.PREDICT)


def _is_held_by(said: Said, what: Predicate, verbs: frozenset[str]) -> bool:
    held = what.held
    if held is None or said.prose.syntax.lemma(held) not in verbs:
        return False
    return _is_speaker(said, said.prose.subject(held))


def _obliges(said: Said, what: Predicate) -> bool:
    """ "X should …", "we must …", and the imperative of a direct quotation."""
    syntax = said.prose.syntax
    auxiliaries = what.auxiliaries()
    subject = what.subject()
    first_singular = subject is not None and syntax.form(subject).lower() == "i"
    if auxiliaries & lex.OBLIGING:
        return not first_singular
    if syntax.lemma(what.word) in {"need", "have", "ought"} and not first_singular and not what.negative():
        infinitive = syntax.dependents(what.word, "xcomp")
        return (
            bool(infinitive)
            and syntax.form(what.word).lower() in {"need", "needs", "have", "has", "ought"}
            and _bare_object(said, what)
        )
    bare = syntax.tag(what.word) == "VB" and not auxiliaries and subject is None
    return bare and said.statement.form is not Form.INDIRECT


def _bare_object(said: Said, what: Predicate) -> bool:
    return not said.prose.syntax.dependents(what.word, "dobj")


def _is_speaker(said: Said, subject: int | None) -> bool:
    """Whether the subject of what is said is the one who says it."""
    if subject is None:
        return True
    syntax = said.prose.syntax
    form = syntax.form(subject).lower()
    if form in {"i", "we"}:
        return True
    if said.statement.form is Form.DIRECT or form not in {"he", "she", "they", "it"}:
        owner = [syntax.form(n).lower() for n in syntax.dependents(subject, "poss")]
        return any(o in {"my", "our", "his", "her", "its", "their"} for o in owner) and syntax.lemma(subject) in {
            "government",
            "administration",
            "country",
            "party",
            "company",
            "team",
            "office",
            "ministry",
            "group",
        }
    source = said.statement.source
    head = syntax.head_of(source) if source else None
    return head is not None and one_person(said.prose, subject, head)


def _future(what: Predicate) -> bool:
    syntax = what.prose.syntax
    if what.auxiliaries() & {"will", "'ll", "’ll", "wo", "would", "shall"}:
        return "have" not in what.auxiliaries()
    return syntax.lemma(what.word) == "go" and any(
        "to" in {syntax.form(a).lower() for a in syntax.dependents(x, "aux")}
        for x in syntax.dependents(what.word, "xcomp")
    )


_STATES = frozenset({"be", "have", "need", "want", "like", "love", "seem", "appear", "know", "remain", "prefer", "say",
                     "think", "get", "see", "become", "find", "understand", "feel", "hate", "miss", "lose", "win",
                     "happen", "benefit"})  # fmt: skip
"""Verbs of what one is or undergoes, which nobody can promise by himself."""


def _wills(said: Said, what: Predicate) -> bool:
    """A future act of the speaker's own."""
    return (
        _future(what)
        and said.prose.syntax.lemma(what.word) not in _STATES
        and _is_speaker(said, what.subject())
        and what.subject() is not None
    )


def _foretells(said: Said, what: Predicate) -> bool:
    return _future(what) and not _is_speaker(said, what.subject())


_WRONGDOERS = frozenset({"people", "body"})
"""Classes of nouns whose bearers can do wrong; a name, a pronoun or an unlisted noun passes for people."""


def _lays_wrong(said: Said, what: Predicate) -> bool:
    """Wrongdoing laid on an identified party: it does wrong, in the active voice, or is called what is wrong."""
    syntax = said.prose.syntax
    subject = what.subject()
    if (
        subject is None
        or syntax.relation(subject) == "nsubjpass"
        or _is_speaker(said, subject)
        or what.negative()
        or _future(what)
    ):
        return False
    named = syntax.tag(subject) in {"NNP", "NNPS"} or any(
        syntax.form(n).lower() in {"the", "this", "that", "these"} or syntax.relation(n) == "poss"
        for n in syntax.dependents(subject)
    )
    named = named or syntax.form(subject).lower() in {"he", "she", "they", "you"}
    if not named or noun_classes().get(syntax.lemma(subject), "people") not in _WRONGDOERS:
        return False
    verbs = {what.word, *syntax.dependents(what.word, "xcomp")}
    if any(syntax.lemma(v) in lex.WRONGS for v in verbs if said.prose.is_verb(v)):
        return True
    beside = [n for v in verbs for n in syntax.dependents(v, "attr", "dobj")]
    beside += [n for v in verbs for n in said.prose.prepositions(v, "of", "in", "for", "to")]
    return any(syntax.lemma(n) in lex.WRONG_NOUNS for n in beside)


def _certainty(said: Said, act: Act) -> Certainty:
    if act in UNSURE_ACTS:
        return Certainty.UNKNOWN
    if act is Act.DENY:
        return Certainty.PROBABLE if said.lemma in {"play", "cast", "shed", "throw", "downplay"} else Certainty.CERTAIN
    hedges = _hedges(said)
    if _is_mere_possibility(said, act, hedges):
        return Certainty.POSSIBLE
    leaves_open = said.lemma in lex.SUGGESTING and not (said.lemma == "point" and "out" in _cue_words(said))
    if (
        act in {Act.BELIEVE, Act.THREATEN}
        or hedges & lex.LIKELY
        or leaves_open
        or what_held(said)
        or (act is Act.PREDICT and said.lemma in lex.PREDICT)
    ):
        return Certainty.PROBABLE
    return Certainty.CERTAIN


def _is_mere_possibility(said: Said, act: Act, hedges: set[str]) -> bool:
    """Hearsay, "may" and "perhaps", what is feared or hoped, charges that nobody owns."""
    is_noun_of_belief = (
        said.cue is not None and lex.NOUN_ACTS.get(said.lemma) is Act.BELIEVE and not said.prose.is_verb(said.cue)
    )
    return bool(
        said.lemma in lex.HEARSAY
        or hedges & lex.MAYBE
        or what_held(said) & lex.FEARFUL
        or said.lemma in lex.FEARFUL
        or is_noun_of_belief
        or (not said.statement.chain and act is Act.ACCUSE)
    )


def what_held(said: Said) -> set[str]:
    """The verb by which the content itself is only held: "I hope that …"."""
    if said.what is None or said.what.held is None or not _is_speaker(said, said.prose.subject(said.what.held)):
        return set()
    return {said.prose.syntax.lemma(said.what.held)}


def _cue_words(said: Said) -> set[str]:
    cue = said.statement.cue
    return set(cue.of(said.prose.text).lower().split()) if cue else set()


def _hedges(said: Said) -> set[str]:
    """The words that weaken: at the predicate, and in the cue itself."""
    found = _cue_words(said)
    what = said.what
    if what is not None:
        found |= set(what.modifiers())
        syntax = said.prose.syntax
        if said.prose.is_verb(what.word):
            found.add(syntax.lemma(what.word))
        for n in syntax.dependents(what.word, "acomp", "attr", "xcomp"):
            found |= {syntax.form(m).lower() for m in syntax.dependents(n, "advmod", "amod")}
        if said.prose.negated(what.word):
            found -= {"could"}  # what could not be is no mere possibility
    return found - {"can"}


def _polarity(said: Said, act: Act) -> Polarity:
    if act is Act.DENY:
        return Polarity.NEGATIVE
    if act in {Act.REFUSE_COMMENT, Act.QUESTION, Act.REQUEST}:
        return Polarity.POSITIVE
    denied_cue = (
        said.cue is not None and said.prose.is_verb(said.cue) and said.lemma != "deny" and said.prose.negated(said.cue)
    )
    negative = denied_cue or (said.what is not None and said.what.negative())
    return Polarity.NEGATIVE if negative else Polarity.POSITIVE
