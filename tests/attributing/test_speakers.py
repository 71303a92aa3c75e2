"""Who speaks: in the passive, and where no cue leads to a quotation."""

import pytest

from firsthand.attributing.links import Attribution
from firsthand.attributing.speakers import spoken_of_before
from firsthand.attributing.voice import in_the_passive
from firsthand.model import Name, NameType, Role, Span, TaggedSpan, Word
from firsthand.text.syntax import Syntax


def parsed(tree: str) -> Syntax:
    """A text of `form/tag/head/relation` words; | stands for the end of a paragraph."""
    text, words = "", []
    for row in tree.split():
        if row == "|":
            text = text.rstrip() + "\n\n"
            continue
        form, tag, head, relation = row.rsplit("/", 3)
        words.append(Word(Span(len(text), len(text) + len(form)), tag, int(head), relation))
        text += form + " "
    return Syntax(text, words)


def span(text: str, words: str, role: Role) -> TaggedSpan:
    start = text.index(words)
    return TaggedSpan(Span(start, start + len(words)), role, 0.9)


def attribution(text: str, content: str, cue: str | None = None, source: str | None = None) -> Attribution:
    return Attribution(
        (span(text, content, Role.CONTENT),),
        span(text, cue, Role.CUE) if cue else None,
        span(text, source, Role.SOURCE) if source else None,
        0.9,
    )


BY_ENGINEERS = (
    "The/DT/1/det council/NN/3/nsubjpass was/VBD/3/auxpass warned/VBN/3/ROOT by/IN/3/agent two/CD/6/nummod "
    "engineers/NNS/4/pobj that/IN/9/mark it/PRP/9/nsubj leaked/VBD/3/ccomp"
)
TOLD = "She/PRP/2/nsubjpass was/VBD/2/auxpass told/VBN/2/ROOT that/IN/5/mark it/PRP/5/nsubj leaked/VBD/2/ccomp"
QUOTED = (
    "Lind/NNP/2/nsubjpass is/VBZ/2/auxpass quoted/VBN/2/ROOT as/IN/2/prep saying/VBG/3/pcomp that/IN/7/mark "
    "it/PRP/7/nsubj leaked/VBD/4/ccomp"
)
ACTIVE = "She/PRP/1/nsubj warned/VBD/1/ROOT that/IN/4/mark it/PRP/4/nsubj leaked/VBD/1/ccomp"


@pytest.mark.parametrize(
    ("tree", "cue", "source", "expected"),
    [
        (BY_ENGINEERS, "was warned", "The council", "two engineers"),
        (BY_ENGINEERS, "was warned", None, "two engineers"),
        (TOLD, "was told", "She", None),
        (QUOTED, "is quoted as saying", "Lind", "Lind"),
        (ACTIVE, "warned", "She", "She"),
    ],
)
def test_the_subject_of_a_passive_hears_and_its_agent_speaks(
    tree: str, cue: str, source: str | None, expected: str | None
) -> None:
    syntax = parsed(tree)
    (found,) = in_the_passive([attribution(syntax.text, "it leaked", cue, source)], syntax)
    assert (found.source and found.source.span.of(syntax.text)) == expected


def speaker(tree: str, content: str, people: tuple[str, ...] = ()) -> str | None:
    syntax = parsed(tree)
    names = [Name(span(syntax.text, person, Role.SOURCE).span, NameType.PERSON, 0.9) for person in people]
    given = attribution(syntax.text, content)
    (found,) = spoken_of_before([given], [given.contents[0].span], syntax, names)
    return found.source and found.source.span.of(syntax.text)


def test_the_person_spoken_of_before_speaks() -> None:
    ilic = "Marta/NNP/1/compound Ilic/NNP/2/nsubj waited/VBD/2/ROOT"
    shelves = "Her/PRP$/4/poss reports/NNS/5/nsubj filled/VBD/5/ROOT"
    holds = "“It/PRP/7/nsubj holds.”/VBZ/7/ROOT"
    assert speaker(f"{ilic} {shelves} {holds}", "“It holds.”", ("Marta Ilic",)) == "Marta Ilic"
    others = "Experts/NNS/4/nsubj doubted/VBD/4/ROOT it/PRP/4/dobj"
    assert speaker(f"{ilic} {others} {holds}", "“It holds.”", ("Marta Ilic",)) is None
    assert speaker(f"{ilic} | {shelves} {holds}", "“It holds.”", ("Marta Ilic",)) is None
    assert speaker("She/PRP/1/nsubj waited/VBD/1/ROOT | “It/PRP/3/nsubj holds.”/VBZ/3/ROOT", "“It holds.”") == "She"
