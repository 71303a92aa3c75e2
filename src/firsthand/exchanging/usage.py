"""What verbs of transfer are said of: which move land, which need both ends, which have a price."""

from __future__ import annotations

from firsthand.exchanging.things import Kind
from firsthand.model import NameType
from firsthand.text.word_lists import listed

TO = ("to", "into", "unto", "onto", "towards", "toward")
IMMOVABLE = frozenset({Kind.LAND, Kind.BUILDING})
LIVING = frozenset({Kind.PEOPLE, Kind.BODY})
VALUABLE = frozenset({Kind.ARMS, Kind.MONEY, Kind.AID, Kind.KNOWLEDGE, Kind.ENERGY, Kind.MEDICINE, Kind.FOOD})
PAID = frozenset({Kind.MONEY, Kind.AID})

HAND_OVER = listed(
    "hand_over turn_over hand_back return transfer surrender swap exchange trade release send_back give_back free"
    " deliver give_up extradite repatriate rendition render"
)
STAFF = listed("provide contribute offer lend supply pledge promise")
NEEDS_RECEIVER = listed("""
    advance allocate assign bring dispatch distribute divert earmark extend feed forward funnel introduce inject
    invest issue lavish leak part_with pass pass_on pour present release restore route serve share spend stream
    transmit channel commit license licence allot approve transport free send furnish deliver hand hand_out feed_in
    """)
NEEDS_GIVER = listed("accept draw gain inherit land source recover regain win rent lease")
WANTS_VALUE = listed("get receive obtain acquire secure procure get_back")
MOVES_LAND = listed(
    "cede give give_back give_up hand_over hand_back return transfer sell sell_off buy purchase acquire lease rent gift"
    " donate swap relinquish turn_over sign_over sign_away barter surrender rent_out offer pay get receive"
)
OPENING = listed("DT CD $ JJ JJR PRP$")
PERSON_TAGS = listed("PRP NN NNS NNP NNPS")
SHARES = listed("percent share stake %")
CARRIES = listed("airlift bring export funnel channel ship smuggle transfer transport")
ROW = 16
NAMED = frozenset({NameType.PERSON, NameType.ORGANISATION, NameType.LOCATION})
ANYBODY = listed("anybody anyone everybody everyone one somebody someone you")
MOVING = listed("deliver send dispatch furnish")
TRADES = listed("sell buy purchase export import sell_off buy_up re-export reexport resell procure donate lease rent")
HAS_PRICE = listed("sell buy purchase acquire pay lease rent exchange swap trade barter sell_off buy_up")
DEALS = listed("accord agreement arrangement contract deal memorandum pact treaty")
FORCE = listed("ambush attack battle burglary force heist hijacking looting raid robbery theft gunpoint")
GOALS = listed("aim ambition goal idea intention mission objective plan policy priority purpose strategy")
TELLS = listed("exchange trade swap share barter")
