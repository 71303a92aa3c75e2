"""What is said of a speaker by others' claims, through adding, comparing and putting together as the program does."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from firsthand.filing import catch_up, put_together
from firsthand.ledger import Keeper, Saved, Writer, content_key
from firsthand.model import (
    Act,
    Article,
    Basis,
    Findings,
    Form,
    Link,
    LinkRole,
    Outlet,
    PageRecord,
    Party,
    Publication,
    Span,
    Statement,
)
from firsthand.web import create_app


def told(name: str, speaker: str, words: str, outlet: str, day: str, act: Act = Act.ASSERT) -> Findings:
    """An article in which somebody says something."""
    text = f"{speaker} {'denied' if act is Act.DENY else 'said'} that {words}."
    end = len(speaker)
    start = text.index(words)
    said = Statement(
        "s1", (Span(start, start + len(words)),), Span(end + 1, end + 5), Span(0, end), Form.INDIRECT, 0.9,
        (Link(Party(speaker, Span(0, end)), LinkRole.ORIGIN),), act,
    )  # fmt: skip
    article = Article(
        name, PageRecord(None, None, "text/plain", "00" * 32, None), text, (), language="en", title=f"Of {speaker}",
        outlet=Outlet(outlet, None), published=Publication(day, Basis.GIVEN, certain=True),
    )  # fmt: skip
    return Findings(article, (said,))


PLAN = "the harbour ministry of Holm plans to raise the toll for ships to 67 crowns"


@pytest.fixture
def room(tmp_path: Path) -> TestClient:
    path = tmp_path / "ledger.db"
    with Writer(path) as ledger:
        for one in (
            told("a", "Ines Kolbe", PLAN, "Holm Post", "2024-06-18"),
            told("b", "Omar Brand", PLAN, "Varn Post", "2024-06-19", Act.DENY),
            told("c", "Ines Kolbe", PLAN.replace("67", "45"), "Brenz Post", "2024-06-20"),
        ):
            ledger.file(one, Saved(content_key(one.article.id, None, None)))
        catch_up(ledger, Keeper(ledger))
        put_together(ledger)
    return TestClient(create_app(path), base_url="http://127.0.0.1:8000")


def test_a_speaker_is_held_against_others_and_against_themselves(room: TestClient) -> None:
    words = room.get("/who?name=Ines+Kolbe").text
    assert "Denied by others" in words
    assert "Told differently" in words
    assert "other numbers of the same thing" in words
    (dispute,) = room.get("/api/v1/speaker/disputes?name=Ines+Kolbe").json()["disputes"]
    assert (dispute["denies"], [one["article"] for one in dispute["against"]]) == (False, ["b"])
    (clash,) = room.get("/api/v1/speaker/contradictions?name=Ines+Kolbe").json()["contradictions"]
    assert (clash["kind"], [one["article"]["id"] for one in clash["statements"]]) == ("differing", ["a", "c"])
    (other,) = room.get("/api/v1/speaker/disputes?name=Omar+Brand").json()["disputes"]
    assert other["denies"]


def test_a_statement_that_is_found_says_how_it_stands(room: TestClient) -> None:
    words = room.get("/search?q=toll").text
    assert "independent origin" in words
    assert "denied in 1" in words
    assert "Claims 1" in words
    assert 'href="/claims?q=toll&amp;support=1"' in words
    listed = room.get("/api/v1/statements?q=toll&until=2024-06-18").json()["statements"]
    (claim,) = [one["claim"] for one in listed]
    assert (claim["stance"], claim["independent"], claim["places"], claim["denied"]) == ("asserts", 1, 2, 1)
    (spoken,) = room.get("/api/v1/speaker/statements?name=Omar+Brand").json()["statements"]
    assert (spoken["claim"]["id"], spoken["claim"]["stance"]) == (claim["id"], "denies")
