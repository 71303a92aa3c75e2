"""What can change hands: nouns by class, from our own lists first, then from WordNet."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from firsthand.text.noun_classes import noun_classes
from firsthand.text.word_lists import listed


class Kind(StrEnum):
    """What a noun names, as far as an exchange asks."""

    ARMS = "arms"
    MONEY = "money"
    AID = "aid"
    KNOWLEDGE = "knowledge"
    ENERGY = "energy"
    MEDICINE = "medicine"
    FOOD = "food"
    GOODS = "goods"
    BUILDING = "building"
    LAND = "land"
    PEOPLE = "people"
    BODY = "body"


_NONE = """
    abstraction accord account advantage advice affair aim air answer appeal applause area art assault attack
    attention authority award baby bail ball barb barrier bed bench bit blessing blow board boost border breath career
    case chance channel character charge childbirth circle clue coin comfort comment concession confidence context
    contract control corner counter cover credence credibility cue cup deal decree defeat demand direction door edge
    element eye face fact feedback field figure film finger fire floor foot form foundation frame front game glimpse
    goal ground gunfire hand head heart help hit home hope host idea impression insight instruction insult interview
    item judgment kick lead leadership leg legitimacy lesson level life lift light line list look majority man mandate
    margin mark mass match matter meeting message mind mouth name nod note notice number opportunity opposition order
    pace page part party pass path patrol peace performance permission person picture piece place play pleasantry
    point position post power prayer presentation pressure prize profile promise proof protection punch push question
    quote race reception rein reply report reprieve resolution response result review ring rise role rule ruling
    sanction scene score self sense sentence service session setback shot side sign signal smile song sound space
    speech spot stage standard start statement step stick story strain stretch strike style surprise swing talk task
    taste test testimony thank thing thought throne tie time title tone top touch trial tribute trick trouble turn
    verdict victory view visa vision vocal voice vote vow warning way win window wish woman word work world worth
    youngster
    """

_OWN = {
    Kind.ARMS: """
        aircraft airframe ammo ammunition arm armament armor armour armoury arms arsenal artillery battery bomb bomber
        bullet carbine carrier cartridge chopper corvette cruiser destroyer detonator drone drones explosive f-16 f-35
        fighter firearm firepower frigate grenade gun gunboat gunship hardware helicopter howitzer icbm interceptor
        jet landmine launcher loitering machinegun materiel minesweeper mine missile mortar munition munitions pistol
        plane projectile radar rifle rocket round shell submarine tank torpedo trainer uav ucav vessel warhead
        warplane warship weapon weaponry weapons manpads
        """,
    Kind.MONEY: """
        allowance amount bailout bond bounty bribe cash cent cheque check compensation contribution credit currency
        debt deposit dividend dollar donation dowry dues earnings euro fee finance financing fund funding gift grant
        guarantee handout income instalment installment investment kickback lending loan money mortgage payment payoff
        payout pension pound price proceeds quota ransom rebate refund reimbursement remittance rent reparation
        reparations repayment reward royalty rouble ruble rupee salary savings scholarship share shareholding stake
        stipend stock subsidy sum tranche wage winnings yen yuan handouts equity lifeline
        """,
    Kind.AID: """
        aid assistance package relief supply supplies provision provisions consignment cargo shipment
        delivery convoy lend-lease
        """,
    Kind.KNOWLEDGE: """
        archive blueprint code cipher data database datum design document documentation dossier experience
        expertise file footage formula image imagery info information intel intelligence know-how knowledge licence
        license map patent photo photograph record recording sample secret software tape
        technology tech training transcript passport
        """,
    Kind.ENERGY: """
        barrel biofuel coal coke crude diesel electricity energy ethanol fuel gas gasoline hydrogen kerosene lng lpg
        naphtha oil petrol petroleum plutonium uranium water yellowcake
        """,
    Kind.MEDICINE: """
        antibiotic antiretroviral blood dose drug insulin kidney mask medicament medication medicine oxygen ppe plasma
        syringe therapeutic vaccine ventilator
        """,
    Kind.FOOD: """
        beef butter cereal coffee corn crop fertiliser fertilizer fish flour food foodstuff fruit grain livestock
        maize meal meat milk nut produce ration rice seed soy soya soybean sugar tea vegetable wheat wine
        """,
    Kind.GOODS: """
        ambulance apparatus appliance artefact artifact asset automobile bag belonging blanket boat book bus camera
        car cement chemical chip cigarette clothes clothing coat cocaine commodity component computer consumable
        container copper cosmetic cotton crate device diamond engine equipment export ferry furniture gear generator
        gold good goods heroin import infrastructure iron ivory jewel jewelry kit laptop lithium locomotive lorry
        luggage machine machinery marijuana material merchandise metal mineral narcotic necessity object ore painting
        paper part parts phone pipe pipeline plant present product property reactor regalia relic rubber satellite
        scrap semiconductor ship silver smartphone spare steel stone stuff system tanker telescope tent textile ticket
        timber tobacco tool tractor train scrap treasure truck turbine vehicle wagon ware wheelchair wood sculpture
        statue manuscript artwork parcel
        """,
    Kind.BUILDING: """
        airfield airport apartment base building bunker camp castle clinic company compound consulate dam embassy
        estate facility factory farm firm flat headquarters hospital hotel house housing library mall mosque museum
        palace plantation port premise premises prison refinery reservoir school shelter shop stadium station store
        terminal villa warehouse subsidiary
        """,
    Kind.LAND: """
        acre archipelago atoll coastline enclave exclave hectare island islet land plot province region site soil
        territory village waters
        """,
    Kind.PEOPLE: """
        abductee bodies body captive convict corpse defector detainee fugitive hostage inmate internee
        pow prisoner remains suspect troop troops worker
        """,
}  # fmt: skip

_CAPTIVES = listed("""
    abductee body captive captor convict corpse criminal defector detainee fugitive hostage inmate internee leader
    militant pow prisoner remains soldier suspect terrorist trafficker
    """)

_PACKING = listed("""
    amount array assortment batch bag barrel basket boatload bottle box bulk bundle carload cargo cargoes case chunk
    collection consignment container convoy couple crate cylinder dose drum fleet gallon group gram kilo kilogram
    kilogramme kind litre liter load lot majority mass megawatt cubic metre meter minimum maximum mixture most
    mountain number ounce pack package packet pair pallet parcel part percent percentage piece pile plane planeload
    portion pound proportion quantity range ream rest round sack series set share shipload shipment shipments sort
    squadron stock stockpile string sum supply supplies ton tonne train trainload tranche truck truckload type unit
    value variety vial volume wave worth dozen dozens hundred hundreds thousand thousands million millions billion
    billions trillion score scores lakh crore ten tens handful half quarter third fraction bit all some many any
    several few none one two each both delivery deliveries sale sales gift donation donations transfer transfers
    """)
"""Nouns that measure or wrap what follows "of": the goods are what counts."""


@lru_cache(maxsize=1)
def _listed() -> dict[str, Kind]:
    found = {noun: Kind(name) for noun, name in noun_classes().items()}
    for word in _NONE.split():
        found.pop(word, None)
    for kind, own in _OWN.items():
        found.update(dict.fromkeys(own.split(), kind))
    return found


def kind_of(noun: str) -> Kind | None:
    """The class of a noun in its dictionary form; of "sub-machine-gun" that of its last part."""
    listed = _listed()
    if noun not in listed and noun.endswith("s"):
        noun = noun.removesuffix("s")
    return listed.get(noun) or (listed.get(noun.rsplit("-", 1)[-1]) if "-" in noun else None)


def is_nothing(noun: str) -> bool:
    """Whether the noun is known to name nothing that changes hands."""
    return noun in _nothing()


@lru_cache(maxsize=1)
def _nothing() -> frozenset[str]:
    return frozenset(_NONE.split())


def is_packing(noun: str) -> bool:
    """Whether the noun only measures or wraps what it is followed by ("tons of grain")."""
    return noun in _PACKING


def may_be_handed_over(noun: str) -> bool:
    """Whether the noun names people who are kept, or what is left of them."""
    return noun in _CAPTIVES
