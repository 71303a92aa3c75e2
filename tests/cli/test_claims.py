"""A claim as it is printed."""

from io import StringIO

from rich.console import Console

from firsthand.cli.claims import claim_lines
from firsthand.model import Claim, ClaimMember, FirstSaid, Origin, Passage, Span, Stance, Support


def member(article: str, chain: tuple[str, ...], stance: Stance = Stance.ASSERTS) -> ClaimMember:
    return ClaimMember(Passage(article, Span(0, 9)), "words", stance, chain)


def printed(claim: Claim) -> str:
    page = Console(file=StringIO(), width=100)
    for line in claim_lines(claim, {"c2": "Four ships left Holm."}, ()):
        page.print(line)
    return page.file.getvalue()


def test_a_claim_is_told_from_its_origins_outward() -> None:
    told = (
        member("a1", ("the ministry", "Northwire", "Holm Post")),
        member("a2", ("the ministry", "Northwire")),
        member("a3", ("the ministry", "Brenz Tribune")),
        member("a4", ("a sailor", "Sea News"), Stance.DENIES),
    )
    support = Support((Origin("the ministry", ("one text: a1 and a2 are copies",), ("a1", "a2", "a3")),))
    first = FirstSaid("the ministry", "a2", "2024-06-18T09:00Z", certain=False)
    words = printed(Claim("c1", "Three ships left\nHolm.", told, ("c2",), support, first))
    assert " ".join(words.split()).startswith(
        "Three ships left Holm. c1 1 independent origin; first said by the ministry in a2, 2024-06-18T09:00Z; it may"
        " have come earlier elsewhere the ministry"
    )
    assert [line.rstrip() for line in words.splitlines()[-8:]] == [
        "  the ministry",
        "  ├── Northwire  a2:0-9",
        "  │   └── Holm Post  a1:0-9",
        "  └── Brenz Tribune  a3:0-9",
        "  a sailor",
        "  └── Sea News  denies  a4:0-9",
        "  the ministry counts once: one text: a1 and a2 are copies",
        "  near, but different: c2 Four ships left Holm.",
    ]
