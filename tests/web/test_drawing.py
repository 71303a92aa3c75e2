"""A claim's chains as boxes and lines."""

from firsthand.model import Claim, ClaimMember, Passage, Span, Stance, Support
from firsthand.web.drawing import drawn


def member(chain: tuple[str, ...], stance: Stance = Stance.ASSERTS) -> ClaimMember:
    return ClaimMember(Passage("a", Span(0, 1)), "words", stance, chain)


def test_each_name_stands_once_in_its_column() -> None:
    told = (
        member(("the ministry", "Northwire", "Holm Post")),
        member(("the ministry", "Brenz Tribune")),
        member(("a sailor", "Holm Post"), Stance.DENIES),
        member(("Holm Post",)),
    )
    drawing = drawn(Claim("c1", "words", told, (), Support(), None))
    columns = {node.name: node.kind for node in drawing.nodes}
    assert columns == {
        "the ministry": "origin", "a sailor": "origin", "Northwire": "relay", "Holm Post": "outlet",
        "Brenz Tribune": "outlet",
    }  # fmt: skip
    assert len(drawing.nodes) == len(columns)
    assert sorted(edge.stance for edge in drawing.edges) == ["asserts", "asserts", "asserts", "denies"]
    boxes = [(node.x, node.y) for node in drawing.nodes]
    assert len(set(boxes)) == len(boxes)
    assert all(x + 200 <= drawing.width and y + 36 <= drawing.height for x, y in boxes)
