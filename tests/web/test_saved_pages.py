"""Saved pages in the room, and what an article's page shows on demand."""

import html
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from firsthand.filing import catch_up
from firsthand.ledger import Keeper, Saved, Traces, Writer, content_key
from firsthand.model import (
    Article,
    Block,
    Event,
    Exchange,
    Findings,
    Form,
    Item,
    Link,
    LinkRole,
    Moment,
    Page,
    PageRecord,
    Party,
    Place,
    Repair,
    RepairKind,
    Span,
    Statement,
    Status,
    Zone,
)
from firsthand.tracing import claim_id, clauses_of
from firsthand.web import create_app
from firsthand.web.signs import visible

MARKUP = "<title>x</title><p>Read also: rain</p><div><p>Ines  <b>Kolbe</b> said\n Holm will send \u202eVarn cranes.</p></div>"
TEXT = "Ines Kolbe said Holm will send \u202eVarn cranes."
NAME = "holm/1?x=#&"
HERE = "holm/1%3Fx%3D%23%26"


def found(confidence: float = 0.9) -> Findings:
    """An article with a statement, an exchange and two events in one sentence."""

    def span(words: str) -> Span:
        return Span(TEXT.index(words), TEXT.index(words) + len(words))

    blocks = (
        Block(Zone.TEASER, "Read also: rain", None, Place(Span(0, 15), "/html[1]/body[1]/p[1]")),
        Block(Zone.BODY, TEXT, Span(0, len(TEXT)), Place(Span(0, len(TEXT) + 2), "/html[1]/body[1]/div[1]/p[1]")),
    )
    article = Article(
        NAME, PageRecord(None, None, "text/html", "00" * 32, None), TEXT, blocks, "en", "\u202eCranes",
        repairs=(Repair(4, 5, " ", "-", RepairKind.SPACING),),
    )  # fmt: skip
    source, when = Party("Ines Kolbe", span("Ines Kolbe"), "a1"), Moment("2024-06-17", None, certain=False)
    said = Statement(
        "s1", (Span(16, len(TEXT) - 1),), span("said"), source.span, Form.INDIRECT, confidence,
        (Link(source, LinkRole.ORIGIN),), when=when,
    )  # fmt: skip
    given = Exchange(
        "x1", Party("Holm", span("Holm")), None, (Item(span("cranes"), "crane", None),), span("send"), Status.PLANNED,
        when, None, ("s1",), 0.9,
    )  # fmt: skip
    events = (
        Event("e1", "visit", None, span("send"), (), None, None, Status.PLANNED, 0.9),
        Event("e2", "arms-test", None, span("said"), (), Party("Varn", span("Varn")), when, Status.PLANNED, 0.9),
    )
    return Findings(article, (said,), exchanges=(given,), events=events)


def opened(path: Path, findings: Findings, page: Page | None) -> TestClient:
    with Writer(path) as ledger:
        ledger.file(findings, Saved(content_key("1", None, None), page))
    return TestClient(create_app(path), base_url="http://127.0.0.1:8000")


@pytest.fixture
def room(tmp_path: Path) -> TestClient:
    return opened(tmp_path / "ledger.db", found(), Page(MARKUP.encode(), "text/html"))


def marked(words: str) -> list[str]:
    return [re.sub(r"<[^>]*>", "", piece) for piece in re.findall(r"<mark[^>]*>(.*?)</mark>", words)]


def test_every_link_of_the_article_leads_to_its_very_words(room: TestClient) -> None:
    page = room.get(f"/articles/{HERE}").text
    wanted = {
        "s1": ["Holm will send Varn cranes"],
        "x1": ["Holm", "send", "cranes"],
        "e1": ["send"],
        "e2": ["said", "Varn"],
    }
    for name, words in wanted.items():
        assert f'href="/pages/{HERE}?of={name}"' in page
        saved = room.get(f"/pages/{HERE}?of={name}").text
        (frame,) = re.findall(r'<iframe class="replica" sandbox src="([^"]+)"', saved)
        assert frame.endswith("#words")
        assert marked(room.get(html.unescape(frame)).text) == words
    assert 'href="/articles/holm/1%3Fx%3D%23%26#s1"' in room.get(f"/pages/{HERE}?of=s1").text
    assert marked(room.get(f"/replicas/{HERE}?at=0-4&at=5-10").text) == ["Ines", "Kolbe"]


def test_a_claim_leads_to_its_words_on_each_page(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    room = opened(path, found(), Page(MARKUP.encode(), "text/html"))
    with Writer(path) as ledger:
        catch_up(ledger, Keeper(ledger))
        (clause,) = clauses_of(Traces(ledger), NAME)
    page = room.get(f"/claims/{claim_id(clause)}?in={quote(NAME)}").text
    (link,) = re.findall(rf'href="(/pages/{re.escape(HERE)}\?at=[^"]+)"', page)
    assert marked(room.get(link.replace("/pages/", "/replicas/")).text) == ["Holm will send Varn cranes"]


def test_a_replica_has_no_origin_and_loads_nothing(room: TestClient) -> None:
    answer = room.get(f"/replicas/{HERE}")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert policy.endswith("; sandbox")
    assert "unsafe" not in policy
    assert "allow" not in policy
    framing = room.get(f"/pages/{HERE}").headers["content-security-policy"]
    assert "frame-src 'self'" in framing
    assert "unsafe" not in framing


def test_the_source_is_shown_as_text(room: TestClient) -> None:
    words = room.get(f"/pages/{HERE}?as=source").text
    assert "&lt;title&gt;x&lt;/title&gt;" in words
    assert "<iframe" not in words


@pytest.mark.parametrize(
    "asked", ["of=s9", "at=1", "at=5-5", "at=0-9999", "at=-1-5", "at=" + "9" * 30 + "-1", "at=%C2%B2-5"]
)
def test_what_is_no_place_is_told_in_words(room: TestClient, asked: str) -> None:
    answer = room.get(f"/pages/{HERE}?{asked}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_an_article_without_a_page_offers_none(tmp_path: Path) -> None:
    room = opened(tmp_path / "ledger.db", found(), None)
    assert "/pages/" not in room.get(f"/articles/{HERE}").text
    assert room.get(f"/pages/{HERE}").status_code == 404


def test_words_that_are_not_on_the_page_are_told(tmp_path: Path) -> None:
    room = opened(tmp_path / "ledger.db", found(), Page(b"<p>Another page.</p>", "text/html"))
    assert "These words were not found on the page." in room.get(f"/replicas/{HERE}?of=s1").text


def test_a_page_that_cannot_be_read_any_more_is_told(tmp_path: Path) -> None:
    room = opened(tmp_path / "ledger.db", found(), Page(b"\x00\x01\x02" * 99, "text/html"))
    assert 'class="told"' in room.get(f"/replicas/{HERE}?of=s1").text
    assert room.get(f"/pages/{HERE}?as=source").status_code == 200


def test_repairs_and_what_was_set_aside_are_shown_on_demand(room: TestClient) -> None:
    page = room.get(f"/articles/{HERE}").text
    assert f'href="/articles/{HERE}?repairs=1"' in page
    assert "aside=1" not in page
    assert '<details class="aside" open>' in page  # a few words stand where they stood
    assert "<ins>-</ins>" in room.get(f"/articles/{HERE}?repairs=1").text


def test_much_that_was_set_aside_is_folded_until_it_is_asked_for(tmp_path: Path) -> None:
    short = found()
    teaser = replace(short.article.blocks[0], text="Read also: rain. " * 30)
    long = replace(short, article=replace(short.article, blocks=(teaser, *short.article.blocks[1:])))
    room = opened(tmp_path / "ledger.db", long, None)
    assert '<details class="aside">' in room.get(f"/articles/{HERE}").text
    both = room.get(f"/articles/{HERE}?repairs=1&aside=1").text
    assert '<details class="aside" open>' in both
    assert f'href="/articles/{HERE}?aside=1"' in both
    assert f'href="/articles/{HERE}?repairs=1"' in both


def test_signs_that_turn_the_line_are_shown_and_do_nothing(room: TestClient) -> None:
    for path in (f"/articles/{HERE}", f"/pages/{HERE}?of=s1", f"/replicas/{HERE}"):
        answer = room.get(path).text
        assert "\u202e" not in re.sub(r"<title>.*?</title>", "", answer)
        assert 'data-sign="RLO"' in answer
    assert (
        visible("<a>\u2066b")
        == '&lt;a&gt;<span class="sign" role="img" data-sign="LRI" title="left-to-right isolate" aria-label="left-to-right isolate"></span>b'
    )


def test_dated_events_come_first(room: TestClient) -> None:
    line = room.get(f"/articles/{HERE}").text.partition('<ol class="timeline">')[2]
    assert line.index("arms test") < line.index("visit")
    assert "2024-06-17</time> (uncertain)" in line


@pytest.mark.parametrize(("confidence", "dimmed"), [(0.39, True), (0.4, False)])
def test_statements_that_may_well_be_misread_are_dimmed(tmp_path: Path, confidence: float, dimmed: bool) -> None:
    words = opened(tmp_path / "ledger.db", found(confidence), None).get(f"/articles/{HERE}").text
    assert ("content hue-0 unsure" in words) is dimmed
    assert ("note hue-0 unsure" in words) is dimmed
