"""Which articles tell the same story, and why they stand together."""

import html
import re
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from firsthand.filing import put_together
from firsthand.ledger import Catalogue, Docket, DocketKeeper, Writer
from firsthand.model import Stance
from firsthand.web import create_app
from firsthand.web.stories import shared

sys.path.append(str(Path(__file__).parents[1] / "ledger"))
from test_docket import ALL, added

from web.conftest import spoken


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "stories.db"
    with Writer(found) as ledger:
        added(DocketKeeper(ledger), *ALL, spoken())
        put_together(ledger)
    return found


def test_articles_stand_together_for_what_they_share(path: Path) -> None:
    with Catalogue.open(path) as ledger:
        docket = Docket(ledger)
        copy = next(iter(docket.copies_of(docket.articles())))
        first = copy.members[0].article
        claims = docket.held({clause.claim for clause in docket.clauses_in([first]) if clause.claim})
        found = shared(first, claims, docket.copies_of([first]))
        copies = [one for one in found if one.copied]
        assert {one.article for one in copies} == {member.article for member in copy.members} - {first}
        assert found[: len(copies)] == copies
        for one in found:
            assert one.article != first
            assert one.copied or one.claims
            for claim in one.claims:
                assert {first, one.article} <= {member.passage.article for member in claim.members}
        denying = [
            (claim, member.passage.article)
            for claim in docket.kept()
            for member in claim.members
            if member.stance is Stance.DENIES
        ]
        claim, denier = denying[0]
        assert all(claim.id in one.opposed for one in shared(denier, [claim], ()))


def test_the_page_of_a_story_tells_copies_and_claims(path: Path) -> None:
    room = TestClient(create_app(path), base_url="http://127.0.0.1:8000")
    with Catalogue.open(path) as ledger:
        docket = Docket(ledger)
        first = next(iter(docket.copies_of(docket.articles()))).members[0].article
    address = html.unescape(re.findall(r'href="(/stories/[^"]*)"', room.get(f"/articles/{first}").text)[0])
    page = room.get(address).text
    assert "claims in common" in page
    assert "the text that was copied" in page or "the same text" in page
    assert re.search(r'href="/claims/c[0-9a-f]{12}"', page)
    assert "Nothing in this ledger shares" in room.get("/stories/holm%2F1%3F").text
    assert room.get("/stories/none").status_code == 404
