"""The owner objects to what the program put together, or kept apart: a judgement with its reason, never overwritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import product

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from firsthand.errors import LedgerError
from firsthand.filing import put_together
from firsthand.ledger import DocketKeeper
from firsthand.model import Claim, Judgement, Passage, Stance, Verdict
from firsthand.text.typed import one_line
from firsthand.tracing import claim_id
from firsthand.web import forms
from firsthand.web.claims import named, shown
from firsthand.web.forms import Fields
from firsthand.web.guard import is_owner
from firsthand.web.room import room

MOST_PAIRS = 200
"""So many pairs of places one objection judges at most."""
LONGEST_REASON = 1_000

Pairs = list[tuple[Passage, Passage]]


def routes() -> list[Route]:
    """Where objections are sent; who opens such an address is led to the claim."""
    path = "/claims/{id}/objections"
    return [
        Route(path, forms.answering(_object), methods=["POST"]),
        Route(path, lambda request: RedirectResponse(f"/claims/{request.path_params['id']}", 303)),
    ]


def _object(request: Request, fields: Fields) -> Response:
    if not is_owner(request):
        raise HTTPException(403, "Only the ledger's owner judges in it.")
    claim = named(request)
    typed = {"by": one_line(fields.get("by", "")), "reason": one_line(fields.get("reason", ""))}
    wrong = _wrong(typed)
    verdict, pairs = _judged(request, claim, fields)
    if not pairs:
        raise HTTPException(404)
    if not wrong:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            with room(request).writer() as ledger:
                keeper = DocketKeeper(ledger)
                for one, other in pairs:
                    first, second = sorted((one, other))
                    keeper.judge(Judgement(first, second, verdict, typed["by"], now, typed["reason"]))
                put_together(ledger)
        except LedgerError:
            wrong = {"form": "The ledger is being written and takes no judgement right now. Send it again."}
    if wrong:
        request.state.objecting = {"to": fields.get("to", ""), **typed, "wrong": wrong}
        answer = shown(request)
        answer.status_code = 422
        return answer
    return RedirectResponse(f"/claims/{claim_id(pairs[0][0])}#judged", 303)


def _wrong(typed: Mapping[str, str]) -> dict[str, str]:
    """What is wrong, by field."""
    wrong = {}
    if not any(letter.isalnum() for letter in typed["by"]) or len(typed["by"]) > forms.LONGEST_NAME:
        wrong["by"] = f"Give your name, in at most {forms.LONGEST_NAME} letters."
    if not typed["reason"] or len(typed["reason"]) > LONGEST_REASON:
        wrong["reason"] = f"Say why, in at most {LONGEST_REASON:,} letters."
    return wrong


def _judged(request: Request, claim: Claim, fields: Fields) -> tuple[Verdict, Pairs]:
    """What is said of which places; no pairs where what the form names is not there."""
    kind, _, what = fields.get("to", "").partition(" ")
    answer: Callable[[Request, Claim, str], tuple[Verdict, Pairs]] | None = {
        "place": _other_claim,
        "near": _same_claim,
        "origin": _other_origin,
    }.get(kind)
    verdict, pairs = answer(request, claim, what) if answer else (Verdict.UNSURE, [])
    return verdict, [pair for pair in pairs if pair[0].article != pair[1].article][:MOST_PAIRS]


def _other_claim(_: Request, claim: Claim, what: str) -> tuple[Verdict, Pairs]:
    """A place does not say what the others say."""
    places = [member.passage for member in claim.members]
    return Verdict.DIFFERENT, [
        (place, other) for place in places if claim_id(place) == what for other in places if other != place
    ]


def _same_claim(request: Request, claim: Claim, what: str) -> tuple[Verdict, Pairs]:
    """A claim that was kept apart says the same."""
    other = room(request).docket.claim(what) if what in claim.distinct_from else None
    return Verdict.SAME, list(product(_told(claim), _told(other))) if other else []


def _other_origin(_: Request, claim: Claim, what: str) -> tuple[Verdict, Pairs]:
    """A place was counted to an origin that is not its own."""
    told = _told(claim)
    own = [place for place in told if claim_id(place) == what]
    fellows = {
        article
        for place in own
        for origin in claim.support.origins
        if place.article in origin.articles
        for article in origin.articles
    }
    return Verdict.INDEPENDENT, [(one, other) for one in own for other in told if other.article in fellows]


def _told(claim: Claim) -> list[Passage]:
    return [member.passage for member in claim.members if member.stance is not Stance.DENIES]
