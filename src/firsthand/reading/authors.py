"""Who wrote the article, as its page says: people only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

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
    "twitter:creator:name",
    "dcsext.author",
)
ORGANISATIONS = frozenset(
    ("Organization", "NewsMediaOrganization", "Corporation", "Brand", "LocalBusiness", "WebSite", "NGO")
)
# Words that stand in the names of desks, houses and programs, hardly in those of people.
NOT_A_PERSON = re.compile(
    r"^the\s|\b(?:admin|administrator|webmaster|editors?|editorial|staff|desk|newsroom|news|newswire|wire|agency|agencies|agence"
    r"|agentur|redaktion|redaksjonen|redazione|rédaction|redacción|redação|redactie|redakcja|redakce|redaktionen|редакция"
    r"|toimitus|team|press|media|magazine|daily|times|post|herald|gazette|tribune|journal|online|digital|tv|radio|reuters"
    r"|afp|dpa|apa|ansa|efe|tass|pti|ani|ians|afp\w?|bloomberg|associated|correspondents?|reporters?|writers?|bureau"
    r"|wordpress|user|guest|contributors?|anonymous|unknown|none|null|undefined|ltd|inc|gmbh|llc|presse|service|network"
    r"|university|institute|company|group|today|report|reports|website|blog|channel|studio|board|kundenservice|haber|merkezi)\b",
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


def authors(article: Node, tree: LexborHTMLParser, meta: dict[str, str], houses: Iterable[str]) -> tuple[str, ...]:
    """The people who signed, each once, in order: from JSON-LD, else meta tags, else markup of authorship.

    `houses` are the names of the outlet, which are no people.
    """
    for given in (_from_json_ld(article), _from_meta(meta), _from_markup(tree)):
        found = people(given, houses)
        if found:
            return found
    return ()


def people(given: Iterable[str], houses: Iterable[str]) -> tuple[str, ...]:
    """The people among the given names or lists of names, each once."""
    outlets = frozenset(_letters(name) for name in houses) - {""}
    found: dict[str, str] = {}
    for entry in given:
        for name in _split(entry):
            if is_person(name) and not _is_house(name, outlets):
                found.setdefault(_letters(name), name)
    return tuple(found.values())


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


def _split(entry: str) -> Iterator[str]:
    """One name after another out of "By Ann Example, Bob Sample and Cy Pattern"."""
    text = LEADING.sub("", " ".join(entry.split()))
    for part in JOINED.split(text):
        name = TRAILING.sub("", part).strip(" .,:;–—-'\"")
        if name.isupper() and len(name) > 5:
            name = name.title()
        if name:
            yield name


def _from_json_ld(article: Node) -> Iterator[str]:
    for key in ("author", "creator"):
        for author in listed(article.get(key)):
            if isinstance(author, str):
                yield author
            elif isinstance(author, dict) and not types(author) & ORGANISATIONS:
                for name in listed(author.get("name")):
                    yield words(name) or ""


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
