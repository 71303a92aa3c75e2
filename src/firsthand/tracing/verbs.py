"""Words that tell, without a parser, that a stretch of English holds a finite verb, a denial, a doubt, a plan."""

from __future__ import annotations

from itertools import chain

from firsthand.text.word_lists import listed

AUXILIARIES = listed(
    "is are was were am be been has have had do does did will would shall should can could may might must isn't "
    "aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot"
)
_IRREGULAR = listed(
    "began beat became bent bet bit bled blew bore bought bound broke brought built burned burnt came caught chose "
    "clung cost crept cut dealt drew drank drove dug ate fed fell felt fled flew forbade forgot fought found froze "
    "gave went got grew heard held hid hit hung hurt kept knew laid lay led left lent let lost made meant met paid "
    "put quit ran rang read rode rose said sank sat saw sent set shed shone shook shot shrank shut slept slid sold "
    "sought spent split spoke spread sprang stole stood struck stuck sued swam swept swore swung taught thought "
    "threw told took tore understood undertook underwent upheld wept withdrew woke won wore wrote"
)
_PRESENT = listed(
    "accuses admits adopts agrees allows announces appears argues asks believes belongs brings builds calls causes "
    "cites claims comes concludes confirms contains continues contradicts costs counts covers cuts demands denies "
    "describes employs ends enters expects explains faces fears finds follows gets gives goes grows handles heads "
    "holds hopes includes insists joins keeps kills knows lacks lasts leads learns leaves lets lies lives looks "
    "loses makes means measures meets moves needs notes offers opens operates orders owns passes pays plans plays "
    "produces promises provides puts raises reaches receives remains reports requires rises runs says seeks seems "
    "sees sells sends serves shows sits speaks speaks spends stands starts states stays stops strikes suggests "
    "supports takes talks tells thinks threatens travels tries turns urges uses wants warns wins works writes say "
    "think believe know want hope fear expect need see lie make take give get go come keep live stand remain "
    "produce contain agree demand"
)
_ADJECTIVES_IN_ED = listed("united so-called armed aged sacred naked wicked rugged limited related")
NEGATIONS = listed(
    "not no never none nobody nothing neither nor nowhere without isn't aren't wasn't weren't hasn't haven't hadn't "
    "don't doesn't didn't won't wouldn't can't couldn't cannot hardly"
)
DENYING = listed("deny refute reject dismiss contradict dispute rebut disprove repudiate disavow")
UNFOUNDED = listed("false untrue unfounded baseless fabricate fabrication fairy hoax myth fiction nonsense invention")
HEDGES = listed(
    "perhaps maybe possibly reportedly allegedly apparently supposedly presumably might may could rumour rumor "
    "unconfirmed unclear"
)
LACKING = listed("lack fail refuse decline absence unable cease stop halt end")
PLANNED = listed("will shall plan intend propose expect schedule aim want due going foresee envisage would prepare")
OUTCOMES = {
    word: outcome
    for outcome, words in (
        ("dead", "die dead death kill killing fatal fatally perish drown body corpse fatality deceased slain"),
        ("missing", "missing vanish disappear disappearance unaccounted trace"),
        ("hurt", "injure injury injured hurt wound wounded fracture hospital hospitalise hospitalize maim burn"),
        ("safe", "rescue save survive survivor alive unhurt unharmed uninjured safe"),
        ("held", "arrest detain detention custody jail imprison hostage captive"),
        ("displaced", "evacuate displace homeless flee"),
        ("ill", "infect infection sick ill case patient"),
    )
    for word in words.split()
}
"""What befell people: a count of the dead is another claim than the same count of the missing."""
OPPOSITES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("rise increase climb grow gain jump raise up higher", "fall decrease drop decline lose sink lower down"),
        ("live alive survive survivor rescue", "die dead kill killing death fatal fatally drown perish body"),
        ("win winner victory", "lose loser defeat"),
        ("open reopen", "close shut closure"),
        ("accept approve agree", "reject refuse decline veto"),
        ("find recover", "miss missing vanish disappear"),
        ("arrive enter come", "leave depart exit go"),
        ("start begin resume continue", "stop end cease halt suspend cancel"),
        ("arrest detain jail convict guilty", "release free acquit innocent"),
        ("confirm", "deny"),
        ("hire employ appoint", "dismiss fire sack resign"),
        ("legal lawful", "illegal unlawful"),
        ("accident accidental accidentally", "deliberate deliberately intentional intentionally arson"),
        ("man male father husband son brother", "woman female mother wife daughter sister"),
        ("north northern", "south southern"),
        ("east eastern", "west western"),
    )
)  # fmt: skip


def _sides() -> dict[str, int]:
    sides: dict[str, int] = {}
    for bit, words in enumerate(chain.from_iterable(OPPOSITES)):
        for word in words:
            sides[word] = sides.get(word, 0) | 1 << bit
    return sides


SIDES = _sides()
"""The sides of OPPOSITES on which a word stands, two bits for each of them."""

_FIRST = sum(1 << 2 * number for number in range(len(OPPOSITES)))


def across(sides: int) -> int:
    """The sides over against some sides."""
    return ((sides & _FIRST) << 1) | ((sides >> 1) & _FIRST)


def is_finite(word: str) -> bool:
    """Whether a lower-case word may be a finite verb."""
    if word in AUXILIARIES or word in _IRREGULAR or word in _PRESENT:
        return True
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed") and word not in _ADJECTIVES_IN_ED
