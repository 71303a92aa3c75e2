"""Pages of claims: found by words and origins, told with reasons, objected to by the owner."""

import re
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from firsthand.filing import put_together
from firsthand.ledger import DocketKeeper, Writer
from firsthand.tracing import compare, imprint_of
from firsthand.web import create_app
from firsthand.web.differing import differing
from firsthand.web.guard import Rules

sys.path.append(str(Path(__file__).parents[1] / "tracing"))
from test_tracing import POOL

TOKEN = "the owner alone knows"
SAID = {"by": "Ann Tal", "reason": "I read <b>both</b>."}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "claims.db"
    with Writer(found) as ledger:
        docket = DocketKeeper(ledger)
        for one in POOL:
            docket.keep(one, compare(imprint_of(one), docket))
        put_together(ledger)
    return found


@pytest.fixture
def room(path: Path) -> TestClient:
    return TestClient(create_app(path), base_url="http://127.0.0.1:8000")


def hurt(room: TestClient) -> str:
    """The claim of the mayor and the doctor."""
    (claim,) = room.get("/api/v1/claims?q=hurt&support=2").json()["claims"]
    return str(claim["id"])


def test_claims_are_listed_by_origins_and_in_parts(room: TestClient) -> None:
    whole = room.get("/api/v1/claims?size=100").json()
    assert [one["independent"] for one in whole["claims"]] == sorted(
        (one["independent"] for one in whole["claims"]), reverse=True
    )
    assert sum(whole["independent"].values()) == whole["total"] == len(whole["claims"])
    first = room.get("/api/v1/claims?size=1").json()
    second = room.get(f"/api/v1/claims?size=1&after={first['next']}").json()
    assert [first["claims"][0]["id"], second["claims"][0]["id"]] == [one["id"] for one in whole["claims"][:2]]
    page = room.get("/claims?q=hurt&support=2").text
    assert "1 claim about" in page
    assert f"/claims/{hurt(room)}" in page
    assert room.get("/claims?support=many").status_code == 400


def test_statements_are_narrowed_by_the_origins_behind_their_claims(room: TestClient) -> None:
    page = room.get("/search?q=hurt").text
    assert "<h2>Origins</h2>" in page
    every = room.get("/api/v1/statements?q=hurt").json()["total"]
    counts = {one["value"]: one["number"] for one in room.get("/api/v1/facets?q=hurt").json()["origins"]}
    assert sum(counts.values()) == every
    for origins, number in counts.items():
        assert f"origins={origins}" in page
        assert room.get("/api/v1/statements", params={"q": "hurt", "origins": origins}).json()["total"] == number
    two = room.get("/search?q=hurt&origins=2%2B").text
    assert "2 origins or more" in two
    assert "2 origins or more" in room.get("/search?q=hurt&origins=2+").text
    assert 0 < room.get("/api/v1/statements?q=hurt&origins=2%2B").json()["total"] < every
    assert "hurt, one origin" in room.get("/feeds/search.atom?q=hurt&origins=1").text
    assert room.get("/search?origins=few").status_code == 400
    assert room.get("/api/v1/articles?origins=2").status_code == 400


def test_a_claim_tells_its_origins_and_what_is_near(room: TestClient) -> None:
    name = hurt(room)
    page = room.get(f"/claims/{name}").text
    assert "mayor Ilse Brandt" in page
    assert '<strong class="count">2</strong>' in page
    assert re.search(r"<mark>Three</mark>.*<mark>Four</mark>", page, re.DOTALL)
    clause = room.get(f"/api/v1/claims/{name}").json()
    assert clause["distinct_from"]
    assert room.get("/api/v1/claims/c000000000000").status_code == 404


def test_a_page_is_remembered_until_something_on_it_changes(room: TestClient) -> None:
    address = f"/claims/{hurt(room)}"
    tag = room.get(address).headers["etag"]
    assert room.get(address).headers["etag"] == tag
    assert room.get(address, headers={"if-none-match": tag}).status_code == 304
    room.post(f"/desk/notes{address}?note=whole", data={"text": "Ask the clinic.", "do": "publish"})
    changed = room.get(address, headers={"if-none-match": tag})
    assert (changed.status_code, "Ask the clinic." in changed.text) == (200, True)


def test_an_objection_is_kept_with_its_reason_and_changes_the_claim(room: TestClient) -> None:
    address = f"/claims/{hurt(room)}"
    places = re.findall(r'value="(place c[0-9a-f]{12})"', room.get(address).text)
    assert len(places) == 2
    wrong = room.post(f"{address}/objections", data={"to": places[0], "by": "", "reason": "so"})
    assert (wrong.status_code, "Give your name" in wrong.text) == (422, True)
    answer = room.post(f"{address}/objections", data={"to": places[0], **SAID})
    assert answer.status_code == 200
    assert "do not say the same" in answer.text
    assert "I read &lt;b&gt;both&lt;/b&gt;." in answer.text
    assert room.get("/api/v1/claims?q=hurt&support=2").json()["claims"] == []
    here, there = (f"/claims/{place.split()[1]}" for place in places)
    near = re.findall(r'value="(near c[0-9a-f]{12})"', room.get(here).text)
    assert near or room.get(there).status_code == 200


def test_origins_counted_together_are_parted_and_claims_kept_apart_joined(room: TestClient) -> None:
    listed = room.get("/api/v1/claims?q=barge&size=100").json()["claims"]
    copied = next(one for one in listed if any("copies" in reason for o in one["origins"] for reason in o["reasons"]))
    address = f"/claims/{copied['id']}"
    place = re.findall(r'value="(origin c[0-9a-f]{12})"', room.get(address).text)[0]
    page = room.post(f"{address}/objections", data={"to": place, **SAID})
    assert page.status_code == 200
    assert "stem from origins of their own" in page.text
    near = re.findall(r'value="(near c[0-9a-f]{12})"', room.get(f"/claims/{hurt(room)}").text)
    joined = room.post(f"/claims/{hurt(room)}/objections", data={"to": near[0], **SAID})
    assert (joined.status_code, "they say the same" in joined.text) == (200, True)
    assert "told in <strong>3 places" in joined.text


def test_only_the_owner_objects(path: Path) -> None:
    door = TestClient(create_app(path, Rules(TOKEN, readers=True)), base_url="http://desk.example")
    name = door.get("/api/v1/claims?q=hurt&support=2").json()["claims"][0]["id"]
    assert "This is another claim" not in door.get(f"/claims/{name}").text
    assert door.post(f"/claims/{name}/objections", data={"to": f"place {name}", **SAID}).status_code == 401


def test_numbers_names_and_negations_that_differ_are_marked() -> None:
    here, there = differing("Three men were not hurt in Lenn on Monday", "Four men were hurt in Tarn")
    assert [piece.text for piece in here if piece.differs] == ["Three", "not", "Lenn", "Monday"]
    assert [piece.text for piece in there if piece.differs] == ["Four", "Tarn"]
    assert "".join(piece.text for piece in here) == "Three men were not hurt in Lenn on Monday"
