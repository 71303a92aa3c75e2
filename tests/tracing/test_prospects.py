"""What is told apart by numbers alone is never what a closer look would have found alike."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import article

from firsthand.model import Verdict
from firsthand.tracing import imprint_of
from firsthand.tracing.alignment import aligned, overlaps
from firsthand.tracing.copying import copied, extent, may_be_copied
from firsthand.tracing.judging import judged
from firsthand.tracing.likeness import Known, traits
from firsthand.tracing.prospects import Prospecting
from firsthand.tracing.sheet import Sheet, outline_in, unpacked

WHO = ("The ministry", "Police in Lenn", "Ilse Brandt", "A spokesman for the port", "Nobody", "Two dockers")
DID = ("closed", "did not close", "will close", "reopened", "denied closing", "said it may close", "evacuated")
WHAT = ("the footbridge", "412 bridges", "four of 12 wells", "the harbour of Orva", "the Orvan harbour", "40 workers")
WHEN = (
    "on Monday",
    "in March 2024",
    "on 4 May",
    "after the flood",
    "and 17 people died",
    "where residents were killed",
)

sentence = st.tuples(*(st.sampled_from(words) for words in (WHO, DID, WHAT, WHEN))).map(" ".join)
text = st.lists(sentence, min_size=1, max_size=7).map(lambda sentences: ". ".join(sentences) + ".")


def sheets(*texts: str) -> list[Sheet]:
    return [unpacked(imprint_of(article(f"a{number}", words))) for number, words in enumerate(texts)]


@given(text, st.lists(text, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_bounds_miss_no_clauses_that_come_to_a_verdict(mine: str, others: list[str]) -> None:
    imprints = [imprint_of(article(f"a{number}", words)) for number, words in enumerate((mine, *others))]
    one, *rest = map(unpacked, imprints)
    outlines = list(map(outline_in, imprints))
    prospects = Prospecting(outlines[0]).among(outlines[1:])
    for other, outline, prospect in zip(rest, outlines[1:], prospects, strict=True):
        around = Known(one.terms), Known(other.terms)
        for first, here in enumerate(one.pieces):
            for second, there in enumerate(other.pieces):
                found = traits(here.features, there.features, *around)
                verdict = judged(found, answers=False).verdict
                assert verdict is Verdict.DIFFERENT or (first, second) in prospect.clauses
                akin = prospect.clauses.get((first, second), True)
                assert found == traits(here.features, there.features, *around, akin=akin)
        bags = [[line.features.terms for line in sheet.lines] for sheet in (one, other)]
        assert abs(overlaps(*bags) - prospect.overlaps).max() < 1e-6
        pairs = aligned(one, other, prospect.overlaps)
        if copied(one, other, extent(outlines[0], outline, pairs)):
            assert may_be_copied(outlines[0], outline, prospect.overlaps)


def test_an_article_without_a_word_shares_nothing() -> None:
    empty, full = (imprint_of(article(name, words)) for name, words in (("a", "!!"), ("b", "The footbridge fell.")))
    for one, other in ((empty, full), (full, empty), (empty, empty)):
        (prospect,) = Prospecting(outline_in(one)).among([outline_in(other)])
        assert not prospect.clauses


def test_numbers_of_different_things_are_no_reason_for_a_closer_look() -> None:
    def looked_at(one: str, other: str) -> list[tuple[int, int]]:
        outlines = [outline_in(imprint_of(article(name, words))) for name, words in (("a", one), ("b", other))]
        (prospect,) = Prospecting(outlines[0]).among(outlines[1:])
        return list(prospect.clauses)

    assert looked_at("The mill sold 412 tonnes.", "Lenn housed 412 dockers.") == []
    assert looked_at("The mill hired 412 workers.", "Lenn housed 412 people.") == [(0, 0)]


def test_names_alone_claim_nothing_and_capitals_throughout_are_words() -> None:
    (sheet,) = sheets("Ilse Brandt of Lenn. BRIDGE CLOSED AFTER FLOOD. The NATO mission ended.")
    claims = [piece.features for piece in sheet.pieces]
    assert [sorted(found.terms) for found in claims] == [["bridge", "close", "flood"], ["end", "mission", "nato"]]
    assert [sorted(found.names) for found in claims] == [[], ["nato"]]


def test_no_more_than_a_small_number_in_common_is_nothing_in_common() -> None:
    one, other = sheets("The mayor opened three parks.", "Three wells ran dry near Lenn.")
    verdict = judged(traits(one.pieces[0].features, other.pieces[0].features, Known(()), Known(())), answers=False)
    assert verdict.verdict is Verdict.DIFFERENT
