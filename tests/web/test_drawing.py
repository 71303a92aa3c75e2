"""A claim's ways from its origins to the outlets as boxes and lines."""

from firsthand.model import Claim, ClaimMember, Copy, CopyKind, CopyMember, Origin, Passage, Span, Stance, Support
from firsthand.web.drawing import NOBODY, drawn, stances


def member(article: str, chain: tuple[str, ...], stance: Stance = Stance.ASSERTS) -> ClaimMember:
    return ClaimMember(Passage(article, Span(0, 1)), "words", stance, chain)


TOLD = (
    member("a", ("the ministry", "Northwire", "Holm Post")),
    member("b", ("the ministry", "Brenz Tribune")),
    member("c", ("the ministry", "Tarn Echo")),
    member("d", ("a sailor", "Holm Post"), Stance.DENIES),
    member("e", ("Lenn Herald",)),
)
CLAIM = Claim("c1", "words", TOLD, (), Support((Origin("the ministry", (), ("a", "b", "c")),)), None)
COPY = Copy((CopyMember("b", CopyKind.ORIGINAL, ()), CopyMember("c", CopyKind.VERBATIM, ())), "b")


def test_what_goes_back_to_one_origin_hangs_on_it_and_nothing_overlaps() -> None:
    drawing = drawn(CLAIM)
    kinds = [(node.name, node.kind, node.stance) for node in drawing.nodes]
    assert kinds == [
        ("the ministry", "origin", "asserts"), ("Northwire", "relay", "asserts"),
        ("Brenz Tribune", "outlet", "asserts"), ("Holm Post", "outlet", "asserts"), ("Tarn Echo", "outlet", "asserts"),
        (NOBODY, "origin", "aside"), ("Lenn Herald", "outlet", "aside"),
        ("a sailor", "origin", "denies"), ("Holm Post", "outlet", "denies"),
    ]  # fmt: skip
    assert [edge.stance for edge in drawing.edges].count("asserts") == 4
    assert stances(drawing.nodes) == ["asserts", "aside", "denies"]
    boxes = [(node.x, node.y) for node in drawing.nodes]
    assert len(set(boxes)) == len(boxes)
    assert all(x + 204 <= drawing.width and y + 40 <= drawing.height for x, y in boxes)


def test_a_copy_lies_under_the_text_it_was_made_from() -> None:
    outlets = {node.name: node for node in drawn(CLAIM, [COPY]).nodes if node.kind == "outlet"}
    assert "Tarn Echo" not in outlets
    assert (outlets["Brenz Tribune"].stack, outlets["Brenz Tribune"].note) == (1, "+ 1 copy: Tarn Echo")
