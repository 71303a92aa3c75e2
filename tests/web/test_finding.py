"""Finding: the search box, speakers, outlets, registers, on pages and through the interface."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from firsthand.ledger import Saved, Writer, content_key
from firsthand.model import Act
from firsthand.web import create_app
from web.cranes import findings


@pytest.fixture
def room(tmp_path: Path) -> TestClient:
    path = tmp_path / "ledger.db"
    with Writer(path) as ledger:
        filed = [
            findings("a1", "2024-06-18", "Holm Post", 40),
            findings("a2", "2024-06-18", "Varn Post", 60),
            findings("a3", "2024-08-06", "Varn Post", 4),
        ]
        filed[2] = replace(filed[2], statements=(replace(filed[2].statements[0], act=Act.PROMISE),))
        for one in filed:
            ledger.file(one, Saved(content_key(one.article.id, None, None)))
    return TestClient(create_app(path), base_url="http://127.0.0.1:8000")


def addresses(words: str, path: str) -> list[str]:
    return [html.unescape(one) for one in re.findall(rf'href="({path}[^"]*)"', words)]


def test_a_search_tells_of_speakers_too_and_narrows_by_date(room: TestClient) -> None:
    words = room.get("/search?q=cranes").text
    assert "3 statements" in words
    months = [one for one in addresses(words, "/search") if "since=2024-08" in one]
    assert "1 statement" in room.get(months[0]).text
    best = next(one for one in addresses(words, "/search") if "order=best" in one)
    assert "3 statements" in room.get(best).text
    named = room.get("/search?q=kolbe&in=speakers").text
    assert "vouches for 3 statements" in named
    assert "/who?name=Ines+Kolbe" in named.replace("%20", "+")


def test_a_speaker_has_a_page_with_a_chart_that_a_table_repeats(room: TestClient) -> None:
    words = room.get("/who?name=Ines+Kolbe").text
    assert "<svg" in words
    assert "The same as a table" in words
    assert "Speaks through" in words
    assert "Denied by" in words
    promised = next(one for one in addresses(words, "/who") if "act=promise" in one)
    assert "1 statement," in room.get(promised).text
    week = next(one for one in addresses(words, "/who") if "since=2024-06-17" in one)
    assert "2 statements," in room.get(week).text
    assert "1 statement," in room.get("/who?name=Northwire&since=2024-07").text


def test_lists_of_a_speaker_go_on(room: TestClient) -> None:
    seen, path = [], "/who?name=Ines+Kolbe&size=2"
    for _ in range(2):
        words = room.get(path).text
        seen += re.findall(r"/articles/(a\d)#s1", words)
        path = next(iter(addresses(words, '/who[^"]*after=')), "")
    assert seen == ["a3", "a2", "a1"]
    assert path == ""


def test_an_outlet_has_a_page_over_time(room: TestClient) -> None:
    words = room.get("/outlets?name=Varn+Post").text
    assert "2 articles" in words
    assert "Credits" in words
    assert "Passed on by" in words
    week = next(one for one in addresses(words, "/outlets") if "since=2024-08-05" in one)
    assert "1 article" in room.get(week).text


def test_registers_are_charted_and_narrowed(room: TestClient) -> None:
    words = room.get("/exchanges?giver=Holm").text
    assert "Quantities in crane" in words
    assert words.count('class="dot') == 3
    assert '<a href="/articles/a1#s1"><bdi>Ines Kolbe</bdi></a>' in words
    assert "1 exchange" in room.get("/exchanges?since=2024-08").text
    events = room.get("/events?type=visit").text
    assert "3 events" in events
    assert "Events told of" in events


def test_the_interface_gives_what_the_pages_of_finding_show(room: TestClient) -> None:
    def asked(path: str) -> dict:
        return room.get("/api/v1" + path).json()

    speaker = asked("/speaker?name=Ines+Kolbe")
    assert (speaker["vouches"], speaker["denied"]) == (3, 3)
    assert speaker["through"] == [{"value": "Northwire", "number": 3}]
    assert speaker["timeline"]["periods"][0] == {"since": "2024-06-17", "until": "2024-06-23", "number": 2}
    first = asked("/speaker/statements?name=Ines+Kolbe&size=2")
    rest = asked(f"/speaker/statements?name=Ines+Kolbe&size=2&after={first['next']}")
    assert [one["article"]["id"] for one in first["statements"] + rest["statements"]] == ["a3", "a2", "a1"]
    assert asked("/speaker/contradictions?name=Ines+Kolbe")["contradictions"] == []
    outlet = asked("/outlet?name=Varn+Post")
    assert (outlet["relies_on"], outlet["compared"]) == ([{"value": "Ines Kolbe", "number": 2}], 0)
    course = asked("/exchanges/course?unit=crane")
    assert [one["max"] for one in course["amounts"]] == [4, 60, 40]
    assert asked("/events/course")["types"] == [{"value": "visit", "number": 3}]
    assert asked("/facets?q=cranes")["dates"] == [{"value": "2024-08", "number": 1}, {"value": "2024-06", "number": 2}]
    assert room.get("/api/v1/outlet?name=Nobody").status_code == 404
    for path in ("/speaker", "/speaker/statements?name=%3F", "/outlet", "/speaker?name=a&wide=2"):
        assert room.get("/api/v1" + path).status_code == 400
