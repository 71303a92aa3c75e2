"""Outlets of one owner count once where they speak for themselves; who owns which, a table and its user say."""

import pytest
from newsroom import article, traced

from firsthand.model import Claim, Outlet, Owned
from firsthand.tracing import Owners, known_owners, owner_key, read_owners

FOUND = "Fourteen boats lay in the harbour of Lenn on Sunday night after the storm broke the outer wall"


COUNTED = [
    article("pier", f"We counted the boats from the wall. {FOUND}.", "The Pier"),
    article("gull", f"Our reporter counted them at dawn, from the pier. {FOUND}, with torn sails.", "The Gull"),
]


def counted(*owners: tuple[str, str | None]) -> Claim:
    """The claim that two outlets make from their own counting, each in words of its own."""
    claims = [one for one in traced(COUNTED, dict(owners)).claims if "Fourteen" in one.text and len(one.members) == 2]
    (claim,) = claims
    return claim


def test_two_outlets_that_found_out_by_themselves_are_two_unless_one_house_owns_both() -> None:
    assert counted().support.independent == 2
    one_house = counted(("pier.example", "Harbour Media"), ("The Gull", "harbour media"))
    assert one_house.support.independent == 1
    (why,) = one_house.support.origins[0].reasons
    assert why.casefold() == "the gull and the pier belong to harbour media"
    assert counted(("pier.example", "Harbour Media"), ("gull.example", "Lenn Press")).support.independent == 2


def test_outlets_of_one_owner_that_cite_others_pass_on_what_these_say() -> None:
    said = "Fourteen boats were lost in the storm off Lenn"
    cited = [
        article("tide", f"{said}, the coast guard said.", "The Tide", "2024-05-06", ("the coast guard", "said", said)),
        article(
            "gull", f"{said}, the fishing union said.", "The Gull", "2024-05-06", ("the fishing union", "said", said)
        ),
    ]
    owners: dict[str, str | None] = {"tide.example": "Harbour Media", "gull.example": "Harbour Media"}
    alone, owned = (traced(cited, told).claims for told in (None, owners))
    assert [claim.support for claim in alone] == [claim.support for claim in owned]
    assert max(claim.support.independent for claim in owned) == 2


@pytest.mark.parametrize(
    ("outlet", "owner"),
    [
        (Outlet("The Tide", "WWW.Tide.example"), "Harbour Media"),
        (Outlet(None, "sport.tide.example"), "Harbour Media"),
        (Outlet(None, "free.tide.example"), None),
        (Outlet(None, "riptide.example"), None),
        (Outlet("the  gull", None), "Lenn Press"),
        (Outlet("Gull", "gull.example"), "Lenn Press"),
        (Outlet("Gull", "gull.example", "Its own row"), "Its own row"),
        (Outlet("Reuters", None), "Somebody else"),
        (Outlet(None, "reuters.com"), "Thomson Reuters"),
        (Outlet(None, None), None),
        (None, None),
    ],
)
def test_the_closest_entry_counts_and_the_user_outranks_the_table(outlet: Outlet | None, owner: str | None) -> None:
    told = [("tide.example", "Harbour Media"), ("free.tide.example", None), ("The Gull", "Lenn Press")]
    assert Owners(Owned(*row) for row in [*told, ("Reuters", "Somebody else")]).of(outlet) == owner


def test_the_table_that_comes_along_is_sound() -> None:
    known = known_owners()
    assert len({owner_key(row.outlet) for row in known}) == len(known)
    assert all(row.owner for row in known)
    of = {
        outlet: Owners().of(Outlet(None, outlet)) for outlet in ("edition.cnn.com", "news.cn", "cgtn.com", "tass.com")
    }
    assert of["news.cn"] == of["cgtn.com"] != of["tass.com"]
    assert of["edition.cnn.com"]


def test_a_table_is_read_with_tabs_or_commas() -> None:
    rows = (Owned("tide.example", "Harbour Media, Lenn"), Owned("The Gull", None))
    tabs = "\N{BYTE ORDER MARK}# whose they are\noutlet\towner\n\ntide.example\tHarbour  Media, Lenn \r\nThe Gull\t-\n"
    assert read_owners(tabs, "owners.tsv") == (rows, [])
    assert read_owners('Domain,Owner\ntide.example,"Harbour Media, Lenn"\nThe Gull,-', "owners.CSV") == (rows, [])
    assert read_owners("", "owners.tsv") == ((), [])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("tide.example Harbour Media", "one field"),
        ("tide.example\tHarbour\tMedia", "3 fields"),
        ("tide.example\t", "one field"),
        ("\tHarbour Media", "the outlet is missing"),
        ("https://tide.example/\tHarbour Media", "an address"),
        ("tide.example\tHarbour\x1b[2J", "cannot be printed"),
        ("WWW.Gull.example\tHarbour Media", "another owner in line 1"),
    ],
)
def test_each_bad_line_is_named_with_a_way_out(line: str, problem: str) -> None:
    rows, faults = read_owners(f"gull.example\tLenn Press\n{line}\nfoam.example\tHarbour Media\n", "owners.tsv")
    assert [row.outlet for row in rows] == ["gull.example", "foam.example"]
    (fault,) = faults
    assert (fault.name, bool(fault.remedy)) == ("owners.tsv:2", True)
    assert problem in fault.problem
