"""Who wrote the article, as its page says: people, and the bodies that sign in nobody's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from firsthand.reading.credits import is_agency
from firsthand.reading.json_ld import Node, listed, types, words

META_NAMES = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
    "article:author_name",
    "articleauthor",
    "twitter:creator:name",
    "dcsext.author",
)
ORGANISATIONS = frozenset(
    ("Organization", "NewsMediaOrganization", "Corporation", "Brand", "LocalBusiness", "WebSite", "NGO")
)
# What publishing systems and forms put where nobody is named, and functions that anybody may hold.
NOBODY = re.compile(
    r"^(?:the )?(?:(?:web ?)?(?:admin|administrator|master)s?|wordpress|blogger|user\d*|guest(?: (?:author|writer"
    r"|contributor))?|contributors?|contributing writers?|anonymous|unknown|none|null|undefined|n/a|test|root|default"
    r"|author|autor|website|blog|channel|kundenservice|staff(?: (?:writers?|reporters?|correspondents?))?|team|editors?"
    r"|(?:our |own |special |a )*(?:correspondents?|reporters?)|writers?|journalist|reports?|by|von|par|por"
    r"|foto|photo|text)$",
    re.IGNORECASE,
)
# Words that stand in the names of desks, newsrooms and houses, hardly in those of people.
NOT_A_PERSON = re.compile(
    r"^the\s|\b(?:admin|administrator|webmaster|editors?|editorial|staff|desk|newsroom|news|newswire|wire|agency"
    r"|agencies|agence|agencia|agência|agenzia|agentur(?:en)?|ajansı|redaktion|redaksjonen|redazione|rédaction"
    r"|redacción|redação|redactie|redakcja|redakce|redaktionen|redaktsioon|szerkesztőség|redacția|редакция|редакція"
    r"|toimitus|team|press|media|magazine|daily|times|post|herald|gazette|tribune|journal|online|digital|tv|radio"
    r"|reuters|afp|dpa|apa|ansa|efe|tass|pti|ani|ians|afp\w?|bloomberg|associated|correspondents?|reporters?|writers?"
    r"|bureau|wordpress|user|guest|contributors?|anonymous|unknown|none|null|undefined|ltd|inc|gmbh|llc|presse|service"
    r"|network|university|institute|company|group|today|report|reports|website|blog|channel|studio|board|kundenservice"
    r"|haber|merkezi)\b",
    re.IGNORECASE,
)
# Those of them with which a newsroom signs: "Sluice Staff", "BR24 Redaktion", "Haber Merkezi".
NEWSROOM = re.compile(
    r"\b(?:editorial(?: (?:team|board|staff))?|staff|(?:news|web|world|city|sports?|foreign)? ?desk|newsroom|redaktion"
    r"|redaksjonen|redazione|rédaction|redacción|redação|redactie|redakcja|redakce|redaktionen|редакция|редакція"
    r"|toimitus|szerkesztőség|bureau|haber merkezi|newswire|news agency|news service|presse-?agentur|ajansı|agenzia)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|de|co|tr|uk)\b", re.IGNORECASE)
LEADING = re.compile(
    r"^\W*(?:(?:written |reported |posted |published )?by|von|par|por|door|av|af|di|autor(?:in)?|text|foto)\b[:\s]+",
    re.IGNORECASE,
)
JOINED = re.compile(r"\s*(?:[;|/•·]|,|\s&\s|\s(?:and|und|et|och|og|y|en|with|mit)\s)\s*", re.IGNORECASE)
TRAILING = re.compile(r"\s*(?:\(.*\)|\[.*\]|[-–—|,] .*)$")
# Shorter names of outlets turn up inside those of people by chance.
HOUSE_SHORTEST = 6
MOST_AUTHORS = 4
WORDS_OF_A_NAME = range(2, 7)


@dataclass(frozen=True, slots=True)
class Signers:
    """Whom one source names: people; agencies; newsrooms and the outlet itself."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors of an article, and those among them that are no people."""

    names: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


def declared(article: Node, tree: LexborHTMLParser, meta: dict[str, str], houses: Iterable[str]) -> tuple[Signers, ...]:
    """Whom JSON-LD, the meta tags and the markup of authorship name, in this order.

    `houses` are the names of the outlet.
    """
    outlets = _outlets(houses)
    return (
        _signers(_from_json_ld(article), outlets),
        _signers(((name, False) for name in _from_meta(meta)), outlets),
        _signers(((name, False) for name in _from_markup(tree)), outlets),
    )


def settled(sources: Iterable[Signers]) -> Authors:
    """The people of the first source that names any, with the agencies that sign beside them.

    Where none does, the bodies of the first source that names an agency; else those of the first that names any.
    """
    given = list(sources)
    for source in given:
        if source.people:
            return Authors(source.people + source.agencies, source.agencies)
    wired = next((source for source in given if source.agencies), None)
    source = wired or next((source for source in given if source.houses), Signers())
    return Authors(source.agencies + source.houses, source.agencies + source.houses)


def signers(given: Iterable[str], houses: Iterable[str]) -> Signers:
    """The people, agencies and houses among names or lists of names as bylines give them."""
    return _signers(((entry, False) for entry in given), _outlets(houses))


def people(given: Iterable[str], houses: Iterable[str]) -> tuple[str, ...]:
    """The people among the given names or lists of names, each once."""
    return signers(given, houses).people


def _signers(given: Iterable[tuple[str, bool]], outlets: frozenset[str]) -> Signers:
    """Sort names, or lists of names, each with whether its source calls it an organisation."""
    found: dict[str, tuple[str, str]] = {}
    for entry, organisation in given:
        for name in _split(entry, outlets):
            kind = _kind(name, outlets, organisation)
            if kind:
                found.setdefault(_letters(name), (kind, _cased(name) if kind == "person" else name))
    return Signers(*(tuple(name for kind, name in found.values() if kind == wanted) for wanted in KINDS))


KINDS = ("person", "agency", "house")


def _kind(name: str, outlets: frozenset[str], organisation: bool) -> str | None:
    """What a name is: a person's, an agency's, a newsroom's or outlet's; None for what names nobody."""
    if NOBODY.search(name) or not any(map(str.isalpha, name)):
        return None
    if is_agency(name):
        return "agency"
    if organisation or _is_house(name, outlets):
        return "house" if len(name) <= 60 else None
    if is_person(name):
        return "person"
    return "house" if NEWSROOM.search(name) and len(name) <= 60 and not ADDRESS.search(name) else None


def _is_house(name: str, outlets: frozenset[str]) -> bool:
    """Whether a name is an outlet's, has one in it, or is what the outlet's initials stand for."""
    letters = _letters(name)
    initials = "".join(word[0] for word in name.split()).casefold()
    parts = {_letters(word) for word in name.split()}
    return any(
        outlet == initials or outlet in parts or (len(outlet) >= HOUSE_SHORTEST and outlet in letters)
        for outlet in outlets
    )


def is_person(name: str) -> bool:
    """Whether the words can be one person's name: two to six words, no address, no desk, house or program."""
    if (
        not (3 if name.isascii() else 1) < len(name) <= 60
        or ADDRESS.search(name)
        or NOT_A_PERSON.search(name)
        or re.search(r"\d", name)
    ):
        return False
    count = len(name.split())
    if count in WORDS_OF_A_NAME:
        return True
    # Names in scripts without spaces, or of a single word, are told from handles by their letters alone.
    return count == 1 and not name.isascii() and not name.islower()


def _split(entry: str, outlets: frozenset[str]) -> Iterator[str]:
    """One name after another out of "By Ann Example, Bob Sample and Cy Pattern"."""
    text = LEADING.sub("", " ".join(entry.split()))
    if _letters(text) in outlets:  # "Press & Journal"
        yield TRAILING.sub("", text)
        return
    for part in JOINED.split(text):
        name = TRAILING.sub("", part).strip(" .,:;–—-'\"")
        if name:
            yield name


def _cased(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 5 else name


def _outlets(houses: Iterable[str]) -> frozenset[str]:
    return frozenset(_letters(name) for name in houses) - {""}


def _from_json_ld(article: Node) -> Iterator[tuple[str, bool]]:
    """Each name with whether it is said to be an organisation's."""
    for key in ("author", "creator"):
        for author in _flat(article.get(key)):
            if isinstance(author, str):
                yield author, False
            elif isinstance(author, dict):
                parts = (words(author.get("givenName")), words(author.get("familyName")))
                for name in listed(author.get("name")) or [" ".join(filter(None, parts))]:
                    yield words(name) or "", bool(types(author) & ORGANISATIONS)


def _flat(value: object) -> Iterator[object]:
    """What a list holds, lists in it opened."""
    for item in listed(value):
        if isinstance(item, list):
            yield from item
        else:
            yield item


def _from_meta(meta: dict[str, str]) -> Iterator[str]:
    for name in META_NAMES:
        if meta.get(name):
            yield meta[name]


def _from_markup(tree: LexborHTMLParser) -> Iterator[str]:
    for selector in (
        '[itemprop~="author"] [itemprop~="name"]',
        '[itemprop~="author"]',
        'a[rel~="author"]',
        ".author.vcard",
    ):
        names = dict.fromkeys(_named(node) for node in tree.css(selector))
        # More authors than that are those of the articles that the page leads to.
        if 0 < len(names) <= MOST_AUTHORS:
            yield from names
            return


def _named(node: LexborNode) -> str:
    return " ".join((node.attributes.get("content") or node.text(separator=" ")).split())


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
