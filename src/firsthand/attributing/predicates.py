"""What a content says: its main predicate, and how that is turned: denied, weakened, willed."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.attributing.lexicon import BELIEVE, PREDICT
from firsthand.attributing.prose import Prose
from firsthand.model import Statement

CLAUSAL = frozenset({"ccomp", "xcomp", "parataxis"})
_OWN_VIEW = BELIEVE | PREDICT
NOTHING = frozenset({"no", "none", "nothing", "nobody", "neither", "nowhere", "zero", "hardly", "scarcely", "barely"})


class Predicate:
    """The verb (or the noun, where there is none) that a content asserts.

    `held` is the verb of holding over it where the speaker puts one there ("I think that …").
    """

    def __init__(self, prose: Prose, word: int, held: int | None = None) -> None:
        self.prose = prose
        self.word = word
        self.held = held

    def modifiers(self) -> Iterator[str]:
        """The forms of what stands at the predicate: auxiliaries, adverbs, its complement where that is a judgement."""
        syntax = self.prose.syntax
        for n in syntax.dependents(self.word):
            if syntax.relation(n) in {"aux", "advmod", "acomp", "neg", "auxpass", "npadvmod"}:
                yield syntax.form(n).lower()

    def auxiliaries(self) -> set[str]:
        syntax = self.prose.syntax
        return {syntax.form(n).lower() for n in syntax.dependents(self.word, "aux", "auxpass")}

    def subject(self) -> int | None:
        return self.prose.subject(self.word)

    def negative(self) -> bool:
        """Whether it is said not to hold: by "not" or "never", or by "no" in its subject, object, or what there is."""
        prose = self.prose
        if prose.negated(self.word) or (self.held is not None and prose.negated(self.held)):
            return True
        syntax = prose.syntax
        nouns = syntax.dependents(self.word, "nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd")
        return any(is_nothing(prose, n) for n in nouns) or any(m in NOTHING | {"nor"} for m in self.modifiers())


def is_nothing(prose: Prose, noun: int) -> bool:
    """Whether a noun says that there is none: "nobody", "no boats", "neither minister"."""
    syntax = prose.syntax
    return syntax.form(noun).lower() in NOTHING or any(
        syntax.form(n).lower() in {"no", "neither"}
        for n in syntax.dependents(noun, "det", "neg", "preconj", "quantmod")
    )


def predicate(prose: Prose, statement: Statement) -> Predicate | None:
    """The main predicate of the first sentence of a content; None where it has no words."""
    syntax = prose.syntax
    word = None
    for span in statement.content:
        candidate = syntax.head_of(span)
        if candidate is not None and (word is None or not prose.is_verb(word)):
            word = candidate if word is None or prose.is_verb(candidate) else word
    if word is None:
        return None
    held = None
    for _ in range(3):
        # "I think that P", "we hope P": P is what is held.
        clause = next(iter(syntax.dependents(word, "ccomp")), None)
        if (
            clause is None
            or syntax.lemma(word) not in _OWN_VIEW
            or not prose.is_verb(word)
            or not _inside(prose, statement, clause)
        ):
            break
        held, word = held if held is not None else word, clause
    return Predicate(prose, word, held)


def _inside(prose: Prose, statement: Statement, number: int) -> bool:
    span = prose.syntax.words[number].span
    return any(content.contains(span) for content in statement.content)
