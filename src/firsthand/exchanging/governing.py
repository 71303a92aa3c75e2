"""Words that say how far a transfer or event has come: what governs it, describes it, carries its tense."""

from __future__ import annotations

from firsthand.model import Status
from firsthand.text.word_lists import listed


def _words(listed: str, status: Status) -> dict[str, Status]:
    return dict.fromkeys(listed.split(), status)


GOVERNING = {
    **_words(
        """
        agree aim allow approve arrange authorise authorize choose clear consider contemplate contract decide discuss
        enable eye expect get_ready hope intend look mull negotiate opt order permit plan prepare propose ready
        recommend schedule seek set sign slate want weigh wish try attempt explore agree_on hammer_out interest unveil
        urge_on licence license need
        """,
        Status.PLANNED,
    ),
    **_words("commit guarantee offer pledge promise undertake volunteer vow swear", Status.PLEDGED),
    **_words(
        "appeal ask beg call call_for call_on demand implore insist lobby petition press pressure push request require"
        " solicit tell urge",
        Status.REQUESTED,
    ),
    **_words(
        """
        ban bar block cancel cease curb cut cut_off decline discontinue embargo end forbid freeze halt hold_back
        hold_up nix oppose outlaw pause prevent prohibit refuse reject rule_out scrap scupper shelve stop suspend
        terminate torpedo turn_down veto withdraw withhold
        """,
        Status.REFUSED,
    ),
    **_words("accuse allege charge fear implicate speculate suspect", Status.SUSPECTED),
    **_words("deny refute dismiss disavow", Status.DENIED),
    **_words("avoid fail neglect abstain renege", Status.NEGATED),
}
"""What a governing verb makes of the transfer under it."""

GOVERNING_NOUNS = {
    **_words(
        "agreement arrangement contract deal decision desire effort intention interest memorandum need order"
        " negotiation"
        " permission plan preparation programme program project proposal readiness scheme talk talks bid wish"
        " willingness aim attempt approval mandate accord pact",
        Status.PLANNED,
    ),
    **_words("commitment guarantee offer pledge promise undertaking vow", Status.PLEDGED),
    **_words("appeal call demand plea pressure request", Status.REQUESTED),
    **_words(
        "ban boycott embargo freeze halt moratorium refusal rejection suspension veto prohibition", Status.REFUSED
    ),
    **_words("accusation allegation charge claim speculation suspicion suspicions rumour rumor", Status.SUSPECTED),
    **_words("denial", Status.DENIED),
    **_words("failure", Status.NEGATED),
}

BY_ADJECTIVE = {
    **_words(
        "planned proposed potential possible future prospective upcoming scheduled expected forthcoming", Status.PLANNED
    ),
    **_words("promised pledged offered", Status.PLEDGED),
    **_words("requested", Status.REQUESTED),
    **_words("suspended cancelled blocked frozen halted", Status.REFUSED),
    **_words("alleged suspected supposed purported reported rumoured rumored", Status.SUSPECTED),
    **_words("continued continuing ongoing regular current", Status.ONGOING),
}

ACHIEVING = listed("""
    agree agree_on allow approve arrange authorise authorize choose clear contract order permit set sign unveil allow
    attempt explore negotiate discuss consider expect withdraw end forbid charge fear
    """) - {"negotiate", "discuss", "consider", "expect"}
"""What these govern is done by them; of transfers it is still to come."""
LASTING = listed("continue intensify last persist proceed remain rage go_on escalate")
MODALS = {"will": Status.PLANNED, "shall": Status.PLANNED, "ll": Status.PLANNED, "wo": Status.PLANNED}
POSSIBLE = listed("would could may might can should must ought ca")
NEVER = listed("never neither nor hardly")
GOING_ON = listed("begin come continue dare get go_on happen help keep manage proceed resume serve start")
WAS = listed("was were had did got")
HAS = listed("has have 've ’ve having")
IS = listed("is are am 's ’s 're ’re 'm ’m")
"""Auxiliaries, as written."""
ASKING_WHETHER = listed(
    "ascertain ask check clear confirm determine establish investigate know prove say see tell unclear wonder"
)
RANKS = listed("first second third fourth fifth last latest only highest biggest largest highest-ranking")
ALLEGED = listed("allegedly purportedly supposedly reportedly")
OWN_STATUS = {
    **_words("offer pledge promise commit", Status.PLEDGED),
    **_words("owe earmark approve", Status.PLANNED),
    **_words("request demand ask_for call_for appeal_for require solicit beg_for", Status.REQUESTED),
    **_words("seek order want", Status.PLANNED),
}
"""Verbs that name a transfer and say at once that it is yet to come."""

CLAUSAL = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "dobj", "prep", "conj", "dep"})
WILLING = listed("ready willing set due eager keen likely about poised interested")
UNWILLING = listed("unwilling reluctant unable")
HELD = listed("say believe think report understand know")
UNDONE = frozenset({Status.PLANNED, Status.PLEDGED, Status.REQUESTED, Status.REFUSED, Status.NEGATED})
STEPS = 6
