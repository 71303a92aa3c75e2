"""Contents that are parts of one."""

from firsthand.attributing.links import Attribution
from firsthand.attributing.parts import pieced
from firsthand.model import Role, Span, Tagged, TaggedSpan, Word
from firsthand.text.syntax import Syntax

TEXT = "A witness told detectives that he heard shots, according to Quill."
HEADS = (1, 2, 2, 2, 6, 6, 2, 6, 2, 2, 9, 10, 2)


def syntax() -> Syntax:
    words, at = [], 0
    forms = TEXT.replace(",", " ,").replace("Quill.", "Quill .").split()
    for form, head in zip(forms, HEADS, strict=True):
        at = TEXT.index(form, at)
        words.append(Word(Span(at, at + len(form)), "X", head, "dep"))
        at += len(form)
    return Syntax(TEXT, Tagged(words=tuple(words)).words)


def tagged(words: str, role: Role) -> TaggedSpan:
    start = TEXT.index(words)
    return TaggedSpan(Span(start, start + len(words)), role, 0.9)


CUE, SOURCE = tagged("according to", Role.CUE), tagged("Quill", Role.SOURCE)
HEAD, TAIL = tagged("A witness told", Role.CONTENT), tagged("that he heard shots", Role.CONTENT)


def contents(found: list[Attribution], *spans: TaggedSpan) -> list[list[str]]:
    return [[held.span.of(TEXT) for held in one.contents] for one in pieced(found, spans, syntax())]


def test_a_few_words_left_out_amid_a_content_belong_to_it() -> None:
    found = [Attribution((HEAD, TAIL), CUE, SOURCE, 0.9)]
    whole = "A witness told detectives that he heard shots"
    assert contents(found, HEAD, TAIL, CUE, SOURCE) == [[whole]]


def test_words_that_have_a_part_of_their_own_do_not() -> None:
    found = [Attribution((HEAD, TAIL), CUE, SOURCE, 0.9)]
    told = tagged("detectives", Role.SOURCE)
    assert contents(found, HEAD, TAIL, CUE, told) == [["A witness told", "that he heard shots"]]


def test_a_clause_that_nobody_says_goes_on_with_what_is_said_before_it() -> None:
    before = tagged("A witness told detectives", Role.CONTENT)
    found = [Attribution((before,), CUE, SOURCE, 0.9), Attribution((TAIL,), None, None, 1.0)]
    assert contents(found, before, TAIL, CUE, SOURCE) == [["A witness told detectives that he heard shots"]]
