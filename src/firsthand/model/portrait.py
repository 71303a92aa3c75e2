"""What a ledger shows of one speaker, one outlet or a register as a whole, and the searches that somebody keeps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.article import Outlet
from firsthand.model.catalogue import Count, Said, Transfer, Voice
from firsthand.model.statement import Act, Form
from firsthand.model.tracing import Claim, ClaimMember, Stance


class Step(StrEnum):
    """How long a period of a time line is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """So many things between two days, both included, as ISO 8601 dates."""

    since: str
    until: str
    number: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many things were published when: periods without gaps, the earliest first; `undated` stand in none."""

    step: Step = Step.DAY
    periods: tuple[Period, ...] = ()
    undated: int = 0

    @property
    def most(self) -> int:
        """The number of the fullest period."""
        return max((period.number for period in self.periods), default=0)


class Part(StrEnum):
    """What a voice does in a statement."""

    ORIGIN = "origin"
    RELAY = "relay"
    DENIER = "denier"


@dataclass(frozen=True, slots=True)
class VoiceQuery:
    """Statements of one voice: those under exactly this name where it is known and not `wide`.

    `wide`, or where nobody bears just this name, those of all whose names hold its words. `denied` are those that
    somebody denies in the same article.
    """

    name: str
    wide: bool = False
    part: Part | None = None
    denied: bool = False
    act: Act | None = None
    form: Form | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Portrait:
    """One voice: how its statements divide, whom it speaks through, who denies it, whom it denies.

    `names` are those it is shown by, the most frequent first; `denied` of its statements are denied by others. `exact`
    where all of its statements were counted and not the newest alone.
    """

    names: tuple[Voice, ...] = ()
    timeline: Timeline = Timeline()
    acts: tuple[Count, ...] = ()
    forms: tuple[Count, ...] = ()
    outlets: tuple[Count, ...] = ()
    relays: tuple[Count, ...] = ()
    denied: int = 0
    denied_by: tuple[Count, ...] = ()
    denies: tuple[Count, ...] = ()
    exact: bool = True

    @property
    def vouches(self) -> int:
        return sum(voice.vouches for voice in self.names)

    @property
    def passes_on(self) -> int:
        return sum(voice.relays for voice in self.names)

    @property
    def denials(self) -> int:
        return sum(voice.denies for voice in self.names)


class Discord(StrEnum):
    """How two statements that cannot both stand differ: one holds and one denies, or they come near but differ."""

    OPPOSED = "opposed"
    DIFFERING = "differing"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that do not agree, the earlier first: how, how surely, and why; `judged` where a person did."""

    one: Said
    other: Said
    discord: Discord
    score: float
    reasons: tuple[str, ...] = ()
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The claim that a statement makes with others, or denies."""

    claim: Claim
    stance: Stance

    @property
    def denials(self) -> int:
        """In how many places the claim is denied."""
        return sum(member.stance is Stance.DENIES for member in self.claim.members)


@dataclass(frozen=True, slots=True)
class Contest:
    """A statement whose claim others hold the opposite of: the claim, and where they do.

    `denies` where it is the statement that denies what they assert.
    """

    said: Said
    claim: Claim
    against: tuple[ClaimMember, ...]
    denies: bool


@dataclass(frozen=True, slots=True)
class House:
    """One outlet: what it printed when, whom it relies on, and how much of it stood elsewhere before.

    `compared` of its newest articles were compared with others: `copies` of them share text with earlier articles,
    `sources` says of which outlets; `copied` were taken over later, `takers` says by whom.
    """

    outlets: tuple[Outlet, ...] = ()
    timeline: Timeline = Timeline()
    origins: tuple[Count, ...] = ()
    relays: tuple[Count, ...] = ()
    credits: tuple[Count, ...] = ()
    acts: tuple[Count, ...] = ()
    forms: tuple[Count, ...] = ()
    compared: int = 0
    copies: int = 0
    sources: tuple[Count, ...] = ()
    copied: int = 0
    takers: tuple[Count, ...] = ()
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as one article claims it, and the day of that article; of "up to 40" the least is None."""

    published: str
    least: float | None
    greatest: float | None
    approx: bool
    words: str
    transfer: Transfer


@dataclass(frozen=True, slots=True)
class Register:
    """The transfers or events that a query finds, as a whole.

    `units` says in what is counted, the most frequent first, and `amounts` are those in the one that was asked for.
    """

    timeline: Timeline = Timeline()
    types: tuple[Count, ...] = ()
    statuses: tuple[Count, ...] = ()
    givers: tuple[Count, ...] = ()
    receivers: tuple[Count, ...] = ()
    items: tuple[Count, ...] = ()
    units: tuple[Count, ...] = ()
    unit: str | None = None
    amounts: tuple[Amount, ...] = ()
    exact: bool = True


class Shelf(StrEnum):
    """What a search looks through; the value is the path of its page."""

    SEARCH = "search"
    VOICE = "who"
    EXCHANGES = "exchanges"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that somebody keeps: its name, and what is asked for, as an address has it (`q=port&act=deny`).

    `number` is None until it is kept; `at` is the ISO 8601 instant of that.
    """

    name: str
    shelf: Shelf
    asked: str
    number: int | None = None
    at: str = ""
