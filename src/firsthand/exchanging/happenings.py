"""Words for events, by type, and what stands for whom in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model import Status
from firsthand.text.word_lists import listed


class Happening(StrEnum):
    """The types of events that are read."""

    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    AGREEMENT = "agreement"
    SANCTION = "sanction"
    SANCTION_LIFT = "sanction-lift"
    ATTACK = "attack"
    LAUNCH_TEST = "launch-test"
    EXPULSION = "expulsion"
    DEPLOYMENT = "deployment"
    PROTEST = "protest"
    ELECTION = "election"


@dataclass(frozen=True, slots=True)
class Parts:
    """The roles of an event: who does it, whom it is done to or with, and the prepositions that name the latter."""

    doer: str
    other: str
    by: tuple[str, ...]


CASTS = {
    Happening.VISIT: Parts("visitor", "host", ()),
    Happening.MEETING: Parts("participant", "participant", ("with", "between", "among")),
    Happening.CALL: Parts("participant", "participant", ("with", "between", "to", "from")),
    Happening.AGREEMENT: Parts("party", "party", ("with", "between", "among")),
    Happening.SANCTION: Parts("imposer", "target", ("on", "against", "upon", "to")),
    Happening.SANCTION_LIFT: Parts("imposer", "target", ("on", "against", "upon", "from", "to")),
    Happening.ATTACK: Parts("attacker", "target", ("on", "against", "at", "of", "upon", "into")),
    Happening.LAUNCH_TEST: Parts("actor", "object", ("of",)),
    Happening.EXPULSION: Parts("actor", "target", ("of",)),
    Happening.DEPLOYMENT: Parts("actor", "object", ("of",)),
    Happening.PROTEST: Parts("participant", "target", ("against",)),
    Happening.ELECTION: Parts("participant", "participant", ()),
}


def _typed(words: dict[Happening, str]) -> dict[str, Happening]:
    return {word: kind for kind, listed in words.items() for word in listed.split()}


VERBS = _typed(
    {
        Happening.VISIT: "visit tour arrive travel fly come",
        Happening.MEETING: "meet confer convene sit_down receive host welcome huddle",
        Happening.CALL: "phone telephone speak talk",
        Happening.SANCTION: "sanction embargo blacklist",
        Happening.ATTACK: """
            attack bomb shell raid invade assault ambush bombard assassinate shoot shoot_down gun_down storm firebomb
            blow_up bring_down explode go_off strafe torpedo besiege pound strike hit fire detonate
            """,
        Happening.LAUNCH_TEST: "test test-fire testfire launch fire test-launch flight-test detonate",
        Happening.EXPULSION: "expel deport declare",
        Happening.DEPLOYMENT: "deploy redeploy",
        Happening.PROTEST: "protest demonstrate",
    }
)
NOUNS = _typed(
    {
        Happening.VISIT: "visit trip tour stopover arrival",
        Happening.MEETING: """
            meeting talks talk summit conference audience consultation consultations tete-a-tete negotiation
            negotiations discussions
            """,
        Happening.CALL: "call conversation teleconference phone-call",
        Happening.AGREEMENT: """
            accord agreement ceasefire cease-fire contract deal memorandum mou pact protocol settlement treaty truce
            consensus
            """,
        Happening.SANCTION: "sanction sanctions embargo",
        Happening.ATTACK: """
            ambush assassination assault attack airstrike air-strike bombardment bombing car-bombing incursion
            invasion massacre offensive raid shelling shooting strike explosion blast exchange airstrikes gunfight
            firefight shootout
            """,
        Happening.LAUNCH_TEST: "test launch firing test-firing test-launch testing",
        Happening.EXPULSION: "expulsion",
        Happening.DEPLOYMENT: "deployment redeployment",
        Happening.PROTEST: "protest demonstration",
        Happening.ELECTION: "election elections referendum",
    }
)

LIFTING = listed("lift ease remove waive relax end suspend drop repeal rescind lifting easing removal relaxation"
                    " suspension waiver")  # fmt: skip
SANCTIONS = listed("sanction sanctions embargo blockade ban freeze blacklist")

FLYING = listed("""
    arm bomb device icbm interceptor missile probe projectile rocket satellite spacecraft torpedo vehicle warhead
    weapon slbm capsule icbms system
    """)
"""What is tested or launched; one fires a rocket, but launches a campaign too."""

EXPLOSIVE = FLYING | listed("nuclear atomic ballistic hydrogen thermonuclear missile rocket")

SENT_AWAY = listed("""
    ambassador attache attaché correspondent diplomat envoy inspector journalist official reporter spy staff observer
    officer worker missionary ngo chief representative delegation
    """)
FORCES = listed("""
    aircraft army battalion battery brigade cadet carrier commando crew destroyer division fighter fleet force forces
    frigate guard jet marine missile navy personnel pilot plane police peacekeeper recruit regiment ship soldier
    squadron submarine system troop troops unit warship weapon bomber tank
    """)

OFFICIALS = listed("""
    adviser advisor aide ambassador archbishop bishop cardinal chair chairman chairperson chairwoman chancellor chief
    commander commissioner congressman counterpart deputy delegate delegation dictator diplomat director emir emissary
    envoy excellency general governor head highness inspector king lawmaker leader legislator majesty mayor mediator
    minister mission monarch negotiator official officer parliamentarian pontiff pope premier president prince
    princess queen representative secretary senator sheikh speaker sultan team vice-president politician mp
    congresswoman ceo
    """)
"""People whose coming and going is news."""

_VERBAL = """
    personal verbal sexual scathing heart panic stinging blistering rhetorical vicious media twitter ad cyber withering
    anxiety asthma political ideological fierce bitter charm thinly-veiled partisan campaign
    """
NO_ATTACK = frozenset(_VERBAL.split())
"""What makes an attack one of words, or of illness."""
NO_STRIKE = listed("hunger labor labour general wildcat rail transport teacher worker union lucky nurse doctor")
ARMED = listed("""
    air airstrike aerial missile drone military rocket bomb bombing terror terrorist suicide nuclear artillery naval
    cruise retaliatory precision israeli american russian u.s. us nato preemptive pre-emptive surgical deadly
    """)
FIGHTERS = listed("""
    assailant attacker bomber bomb commando extremist fighter force gunman guerrilla insurgent militant militia rebel
    soldier terrorist airstrike strike missile rocket shell drone jet warplane helicopter police troop troops army
    military separatist jihadist hijacker sniper
    """)
"""Those who strike, and what they strike with."""
HOLDING = listed("""
    attend begin co-host complete conclude conduct convene end finish have hold host join make open organise organize
    pay resume schedule start take undertake wrap_up kick_off embark cancel postpone participate carry_out launch
    mount stage impose slap sign reach strike ink clinch conclude seal broker agree_on negotiate approve violate
    announce plan unleash perpetrate order execute breach commit perform lift ease threaten suffer lead face call_off
    deliver extend renew tighten reimpose discuss
    """)
"""Verbs whose subject takes part in what the noun under them names."""

MAKING_DEALS = listed("sign reach strike ink clinch conclude seal broker agree_on negotiate finalise finalize make")

EVENT_STATUS = {
    **dict.fromkeys(["propose", "suggest", "invite", "recommend", "proposed"], Status.PROPOSED),
    **dict.fromkeys(
        ["cancel", "call_off", "scrap", "abandon", "postpone", "cancelled", "canceled", "postponed"], Status.CANCELLED
    ),
    **dict.fromkeys(["threaten", "warn_of", "threatened"], Status.THREATENED),
}

_PLOVER = {
    Happening.VISIT: "CONSULT",
    Happening.MEETING: "CONSULT",
    Happening.CALL: "CONSULT",
    Happening.AGREEMENT: "AGREE",
    Happening.SANCTION: "SANCTION",
    Happening.SANCTION_LIFT: "RETREAT",
    Happening.ATTACK: "ASSAULT",
    Happening.LAUNCH_TEST: "MOBILIZE",
    Happening.EXPULSION: "SANCTION",
    Happening.DEPLOYMENT: "MOBILIZE",
    Happening.PROTEST: "PROTEST",
}
_HOSTILE = frozenset({Happening.SANCTION, Happening.ATTACK, Happening.EXPULSION})


def plover(kind: Happening, status: Status) -> str | None:
    """The PLOVER event type (Halterman and others, 2023), or None where none fits."""
    base = _PLOVER.get(kind)
    if base is None or status in {Status.DENIED, Status.NEGATED, Status.CANCELLED}:
        return None
    if status in {Status.COMPLETED, Status.ONGOING}:
        return base
    if status in {Status.PLANNED, Status.PLEDGED}:
        return "THREATEN" if kind in _HOSTILE else "AGREE"
    return {
        Status.REQUESTED: "REQUEST",
        Status.PROPOSED: "REQUEST",
        Status.REFUSED: "REJECT",
        Status.SUSPECTED: "ACCUSE",
        Status.THREATENED: "THREATEN",
    }[status]
