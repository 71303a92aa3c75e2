"""The JSON of one article."""

import json
import re
from pathlib import Path

from firsthand.export import as_record
from firsthand.model import (
    Act,
    Actor,
    ActorType,
    Article,
    Basis,
    Block,
    Certainty,
    Event,
    Evidence,
    EvidenceKind,
    Exchange,
    Findings,
    Form,
    Ground,
    Item,
    Link,
    LinkRole,
    Mention,
    MentionForm,
    Moment,
    Outlet,
    PageRecord,
    Participant,
    Party,
    Place,
    Polarity,
    Precision,
    Publication,
    Quantity,
    Repair,
    RepairKind,
    Span,
    Statement,
    Status,
    Zone,
)

DOCS = Path(__file__).parents[2] / "docs" / "json.md"
TEXT = "Orvia sent 40 trucks to Lenn on Monday, the Tide said."
WHEN = Moment("2024-05-06", Span(29, 38), precision=Precision.DAY, basis=Ground.WEEKDAY)


def party(words: str) -> Party:
    start = TEXT.index(words)
    return Party(words, Span(start, start + len(words)), f"a-{words}")


def everything() -> Findings:
    """Findings in which every field of every noun is filled."""
    page = PageRecord("https://tide.example/1", "tide.html", "text/html", "0" * 64, "2024-05-07")
    article = Article(
        id="sha256:0",
        page=page,
        text=TEXT,
        blocks=(
            Block(Zone.BODY, TEXT, Span(0, len(TEXT)), Place(Span(3, 57), "/html[1]/body[1]/p[1]")),
            Block(Zone.PROMO, "Subscribe", None, Place(Span(60, 69))),
        ),
        language="en",
        title="Trucks",
        authors=("Ada Bell", "AFP"),
        corporate_authors=("AFP",),
        outlet=Outlet("The Tide", "tide.example"),
        credits=("AFP",),
        published=Publication("2024-05-07", Basis.METADATA, certain=True),
        modified=Publication("2024-05-08", Basis.TEXT, certain=False),
        stub=True,
        repairs=(Repair(5, 6, " ", "  ", RepairKind.SPACING),),
        remarks=("a stub",),
    )
    statement = Statement(
        id="s1",
        content=(Span(0, 38),),
        cue=Span(49, 53),
        source=Span(40, 48),
        form=Form.INDIRECT,
        confidence=0.87654,
        chain=(Link(party("the Tide"), LinkRole.ORIGIN),),
        act=Act.ASSERT,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.POSITIVE,
        denied_by=(party("Lenn"),),
        evidence=(Evidence(EvidenceKind.DOCUMENT, Span(0, 5)),),
        when=WHEN,
    )
    exchange = Exchange(
        id="x1",
        giver=party("Orvia"),
        receiver=party("Lenn"),
        items=(Item(Span(11, 20), "trucks", Quantity("40", 40, 40, "trucks", approx=False)),),
        trigger=Span(6, 10),
        status=Status.COMPLETED,
        when=WHEN,
        in_return_for=None,
        according_to=("s1",),
        confidence=0.5,
    )
    event = Event(
        "e1", "visit", "CONSULT", Span(6, 10), (Participant(party("Orvia"), "visitor"),), party("Lenn"), WHEN,
        Status.PLANNED, 0.5,
    )  # fmt: skip
    actor = Actor(
        "a-Lenn",
        "Lenn",
        ActorType.GOVERNMENT,
        "neighbour",
        ("the Lennish",),
        None,
        (Mention(Span(24, 28), MentionForm.NAME),),
    )
    return Findings(article, (statement,), (actor,), (exchange,), (event,), (WHEN,))


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for member in value.values() for key in keys(member)}
    return {key for member in value for key in keys(member)} if isinstance(value, list) else set()


def test_every_span_is_its_words() -> None:
    def spans(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            own = [value] if {"start", "end", "text"} <= set(value) and "zone" not in value else []
            return own + [span for member in value.values() for span in spans(member)]
        return [span for member in value for span in spans(member)] if isinstance(value, list) else []

    found = spans(as_record(everything()))
    assert len(found) > 15
    assert all(span["text"] == TEXT[span["start"] : span["end"]] for span in found)  # type: ignore[misc]


def test_an_empty_article_has_every_key() -> None:
    bare = Article("x", PageRecord(None, None, "text/plain", "", None), "", ())
    record = as_record(Findings(bare))
    assert set(record) == set(as_record(everything()))
    assert record["title"] is None
    assert record["statements"] == []


def test_it_is_json_and_reads_back_as_it_was() -> None:
    record = as_record(everything())
    assert json.loads(json.dumps(record)) == record
    assert record["statements"][0]["confidence"] == 0.877  # type: ignore[index, call-overload]


def test_every_key_and_value_of_a_closed_list_is_documented() -> None:
    documented = set(re.findall(r"`([\w-]+)`", DOCS.read_text(encoding="utf-8")))
    assert keys(as_record(everything())) <= documented
    for names in (
        Zone,
        Form,
        Act,
        Certainty,
        Polarity,
        LinkRole,
        EvidenceKind,
        Status,
        ActorType,
        MentionForm,
        RepairKind,
        Basis,
    ):
        assert {name.value for name in names} <= documented, names
