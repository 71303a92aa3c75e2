"""Words of transfer and what their subjects, objects and prepositions stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.text.word_lists import listed


class Shape(StrEnum):
    """Who is subject and what is object of a verb of transfer."""

    GIVE = "give"  # giver gives item to receiver
    FURNISH = "furnish"  # giver furnishes receiver with item
    TAKE = "take"  # receiver takes item from giver
    SWAP = "swap"  # both give and both receive
    BESTOW = "bestow"  # giver does to receiver what the verb itself names: trains, arms, bribes


class Grip(StrEnum):
    """How much a verb alone says that something changes hands.

    `FIRM` verbs take whatever may be a thing; `LOOSE` ones are said of speeches and blows too, and want an item that
    is known to be a thing; `PAPER` ones are said of sums and grants only; `PERSONS` are those for people.
    """

    FIRM = "firm"
    LOOSE = "loose"
    PAPER = "paper"
    PERSONS = "persons"


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to speak of a transfer."""

    shape: Shape
    grip: Grip


_VERBS: dict[tuple[Shape, Grip], str] = {
    (Shape.GIVE, Grip.FIRM): """
        sell sell_off supply export donate lend loan lease rent_out contribute ship ship_out smuggle airlift hand_over
        turn_over re-export reexport resell gift bequeath cede barter subcontract
        """,
    (Shape.GIVE, Grip.LOOSE): """
        give give_away give_back give_up provide deliver send send_back send_over hand hand_back hand_out offer pass
        pass_on transfer return dispatch distribute present transport forward release surrender relinquish issue feed
        introduce share transmit bring sign_over sign_away funnel channel pour part_with restore leak route stream
        furnish license licence divert proliferate
        """,
    (Shape.GIVE, Grip.PAPER): """
        pay pay_back pay_out grant award allocate disburse remit wire refund reimburse repay advance extend earmark
        refinance invest inject spend owe pledge promise commit approve allot assign lavish
        """,
    (Shape.GIVE, Grip.PERSONS): "extradite repatriate rendition render free",
    (Shape.FURNISH, Grip.LOOSE): """
        supply provide furnish arm equip rearm re-arm resupply re-supply present outfit serve ply flood shower stock
        bribe reward compensate fund finance subsidise subsidize bankroll fuel kit_out fit_out load
        """,
    (Shape.TAKE, Grip.FIRM): """
        buy buy_up purchase import procure borrow rent lease snap_up
        """,
    (Shape.TAKE, Grip.LOOSE): """
        receive get obtain acquire accept secure inherit source gain recover regain get_back win land draw
        """,
    (Shape.SWAP, Grip.LOOSE): "exchange swap trade share barter",
    (Shape.BESTOW, Grip.LOOSE): "train arm bribe fund finance bankroll subsidise subsidize compensate reimburse",
}  # fmt: skip

_NOUNS: dict[tuple[Shape, Grip], str] = {
    (Shape.GIVE, Grip.FIRM): """
        sale resale supply supplies export donation shipment consignment lease handover hand-over airlift re-export
        contribution
        """,
    (Shape.GIVE, Grip.LOOSE): """
        delivery transfer provision return gift distribution dispatch transmission cession surrender release smuggling
        giving handing transport
        """,
    (Shape.GIVE, Grip.PAPER): """
        payment grant loan repayment disbursement refund reimbursement allocation remittance bailout subsidy aid
        assistance bribe ransom compensation credit lending funding financing payout relief
        """,
    (Shape.GIVE, Grip.PERSONS): "extradition repatriation",
    (Shape.TAKE, Grip.FIRM): "purchase import procurement acquisition buying purchasing",
    (Shape.TAKE, Grip.LOOSE): "receipt",
    (Shape.SWAP, Grip.LOOSE): "exchange swap barter trade sharing",
}  # fmt: skip


def _frames(table: dict[tuple[Shape, Grip], str]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, tuple[Frame, ...]] = {}
    for (shape, grip), row in table.items():
        for word in row.split():
            found[word] = (*found.get(word, ()), Frame(shape, grip))
    return found


VERBS = _frames(_VERBS)
"""Frames by verb in dictionary form; a particle follows an underscore."""

NOUNS = _frames(_NOUNS)
"""Frames by noun in dictionary form."""

AID_NOUNS = listed("aid assistance relief loan grant credit funding financing subsidy compensation lending")
"""Nouns that are the transfer and what is transferred at once."""

ASKING = listed("ask_for request demand seek call_for order appeal_for want require solicit beg_for")
"""Verbs whose object is what somebody asks another for."""

ASKED = listed("request demand appeal call order plea")
"""Nouns for the asking."""
