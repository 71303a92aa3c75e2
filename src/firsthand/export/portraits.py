"""The JSON of what is found about a speaker, an outlet, a register; `docs/json.md` describes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from firsthand.export.catalogue import as_listing, as_result, voice_record
from firsthand.export.contract import FORMAT, Json, Record
from firsthand.model import (
    Amount,
    ClaimMember,
    Clash,
    Contest,
    Count,
    Facets,
    House,
    Listing,
    Portrait,
    Register,
    Said,
    SavedSearch,
    Standing,
    Timeline,
)


def as_portrait(portrait: Portrait) -> Record:
    """One voice."""
    names: list[Json] = [voice_record(voice) for voice in portrait.names]
    return {
        "firsthand": FORMAT,
        "names": names,
        "vouches": portrait.vouches,
        "relays": portrait.passes_on,
        "denies": portrait.denials,
        "denied": portrait.denied,
        "timeline": _timeline(portrait.timeline),
        "acts": _counts(portrait.acts),
        "forms": _counts(portrait.forms),
        "outlets": _counts(portrait.outlets),
        "through": _counts(portrait.relays),
        "denied_by": _counts(portrait.denied_by),
        "denies_what_is_said_by": _counts(portrait.denies),
        "exact": portrait.exact,
    }


def as_clashes(clashes: Iterable[Clash]) -> Record:
    """Statements that do not agree."""
    found: list[Json] = [
        {
            "kind": clash.discord.value,
            "score": clash.score,
            "reasons": list(clash.reasons),
            "judged": clash.judged,
            "statements": [as_result(clash.one), as_result(clash.other)],
        }
        for clash in clashes
    ]
    return {"firsthand": FORMAT, "contradictions": found}


def as_statements(listing: Listing[Said], stands: Mapping[tuple[str, str], Standing]) -> Record:
    """A part of a list of statements, each with the claim that it makes with others."""
    record = as_listing("statements", listing)
    record["statements"] = [
        {**as_result(said), "claim": _standing(stands.get((said.entry.id, said.statement.id)))}
        for said in listing.found
    ]
    return record


def _standing(standing: Standing | None) -> Json:
    if standing is None:
        return None
    claim = standing.claim
    return {
        "id": claim.id,
        "stance": standing.stance.value,
        "independent": claim.support.independent,
        "places": len(claim.members),
        "denied": standing.denials,
    }


def as_contests(contests: Iterable[Contest]) -> Record:
    """Where others hold the opposite of what a speaker claims."""
    found: list[Json] = [
        {
            "denies": contest.denies,
            "statement": as_result(contest.said),
            "claim": contest.claim.id,
            "independent": contest.claim.support.independent,
            "against": [_member(member) for member in contest.against],
        }
        for contest in contests
    ]
    return {"firsthand": FORMAT, "disputes": found}


def _member(member: ClaimMember) -> Record:
    return {
        "article": member.passage.article,
        "start": member.passage.span.start,
        "end": member.passage.span.end,
        "text": member.text,
        "stance": member.stance.value,
        "chain": list(member.chain),
    }


def as_house(house: House) -> Record:
    """One outlet."""
    outlets: list[Json] = [{"name": one.name, "domain": one.domain} for one in house.outlets]
    return {
        "firsthand": FORMAT,
        "outlets": outlets,
        "timeline": _timeline(house.timeline),
        "relies_on": _counts(house.origins),
        "through": _counts(house.relays),
        "credits": _counts(house.credits),
        "acts": _counts(house.acts),
        "forms": _counts(house.forms),
        "compared": house.compared,
        "copies": house.copies,
        "copied_from": _counts(house.sources),
        "taken_up": house.copied,
        "taken_up_by": _counts(house.takers),
        "exact": house.exact,
    }


def as_register(register: Register) -> Record:
    """The transfers or events of a register as a whole."""
    amounts: list[Json] = [_amount(one) for one in register.amounts]
    return {
        "firsthand": FORMAT,
        "timeline": _timeline(register.timeline),
        "types": _counts(register.types),
        "statuses": _counts(register.statuses),
        "givers": _counts(register.givers),
        "receivers": _counts(register.receivers),
        "items": _counts(register.items),
        "units": _counts(register.units),
        "unit": register.unit,
        "amounts": amounts,
        "exact": register.exact,
    }


def as_facets(facets: Facets) -> Record:
    """How what a search finds divides."""
    return {
        "firsthand": FORMAT,
        "speakers": _counts(facets.speakers),
        "outlets": _counts(facets.outlets),
        "dates": _counts(facets.dates),
        "acts": _counts(facets.acts),
        "forms": _counts(facets.forms),
        "origins": _counts(facets.origins),
        "exact": facets.exact,
    }


def as_searches(searches: Iterable[SavedSearch]) -> Record:
    """The searches that are kept."""
    found: list[Json] = [search_record(one) for one in searches]
    return {"firsthand": FORMAT, "searches": found}


def search_record(search: SavedSearch) -> Record:
    """A kept search."""
    return {
        "id": search.number,
        "name": search.name,
        "in": search.shelf.value,
        "asked": search.asked,
        "kept": search.at,
    }


def _timeline(timeline: Timeline) -> Record:
    periods: list[Json] = [
        {"since": one.since, "until": one.until, "number": one.number} for one in timeline.periods if one.number
    ]
    return {"step": timeline.step.value, "periods": periods, "undated": timeline.undated}


def _counts(counts: Iterable[Count]) -> list[Json]:
    return [{"value": one.value, "number": one.number} for one in counts]


def _amount(amount: Amount) -> Record:
    return {
        "published": amount.published,
        "min": amount.least,
        "max": amount.greatest,
        "approx": amount.approx,
        "text": amount.words,
        "exchange": as_result(amount.transfer),
    }
