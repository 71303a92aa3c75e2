"""Who says a quotation that no cue leads to: whoever the sentences before it are about.

Marta Ilic has inspected the dam four times. Her reports fill two shelves. “It will hold, but only if the rain stops.”
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from firsthand.attributing.links import Attribution
from firsthand.model import Name, NameType, Role, Span, TaggedSpan
from firsthand.text.syntax import Syntax
from firsthand.text.word_lists import listed

SENTENCES = 3
"""So many sentences back a speaker is looked for."""
_PRONOUNS = listed("he she they i we")
_BESIDE_THE_SUBJECT = frozenset({"npadvmod", "dep", "meta", "advcl", "conj"})
_SURE = 0.5


def spoken_of_before(
    found: list[Attribution], spoken: Sequence[Span], syntax: Syntax, names: Sequence[Name]
) -> list[Attribution]:
    """The attributions, spoken words with neither cue nor source given to the person last spoken of before them."""
    people = [name.span for name in names if name.type is NameType.PERSON]
    return [
        replace(one, source=speaker)
        if one.cue is None
        and one.source is None
        and any(one.contents[0].span.overlaps(span) for span in spoken)
        and (speaker := _speaker(one.contents[0].span.start, spoken, syntax, people))
        else one
        for one in found
    ]


def _speaker(at: int, spoken: Sequence[Span], syntax: Syntax, people: Sequence[Span]) -> TaggedSpan | None:
    """The person whom the nearest sentences are about; one between may speak of what is theirs ("Her reports …")."""
    for sentence in islice(_sentences_before(at, syntax), SENTENCES):
        if any(sentence.overlaps(span) for span in spoken):
            return None  # somebody speaks there: this may be an answer
        subjects = [(one, syntax.phrase(one, without=frozenset({"relcl"}))) for one in _subjects(sentence, syntax)]
        for subject, phrase in subjects:
            if syntax.form(subject).lower() in _PRONOUNS or any(name.overlaps(phrase) for name in people):
                return TaggedSpan(phrase, Role.SOURCE, _SURE)
        if not any(syntax.tag(word) == "PRP$" for _, phrase in subjects for word in syntax.within(phrase)):
            return None
    return None


def _sentences_before(at: int, syntax: Syntax) -> Iterator[Span]:
    """The sentences before a place, from the nearest: of its paragraph or, where it leads that, of the one before."""
    begin = syntax.text.rfind("\n", 0, at) + 1
    if not syntax.text[begin:at].strip():
        begin = syntax.text.rfind("\n", 0, len(syntax.text[:begin].rstrip())) + 1
    return (sentence for sentence in reversed(syntax.sentences) if begin <= sentence.start and sentence.end <= at)


def _subjects(sentence: Span, syntax: Syntax) -> Iterator[int]:
    """The subjects of a sentence's main clause: names, nouns and pronouns before its root that hang on it."""
    words = syntax.within(sentence)
    if words:
        root = syntax.root(words[-1])
        for number in syntax.dependents(root):
            is_noun = syntax.tag(number).startswith(("NN", "PRP"))
            if number < root and is_noun and syntax.relation(number) not in _BESIDE_THE_SUBJECT:
                yield number
