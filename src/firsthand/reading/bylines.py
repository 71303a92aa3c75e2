"""Bylines: who signs an article, read from the line that says so."""

from __future__ import annotations

import re

BYLINE_LONGEST = 200
"""Characters: a longer block tells more than who wrote it."""

# What stands before a name in no ordinary heading, so that it makes a byline even with nobody behind it.
_VERBS = (
    r"(?:posted|published|written|reported|words|story|article|report|updated|compiled|translated|uploaded|submitted"
    r"|interview|interviewed) by"
    r"|escrito por|publicado por|scritto da|pubblicato da|a cura di|écrit par|publié par|propos recueillis par"
    r"|geschrieben von|veröffentlicht von|verfasst von|geschreven door|geplaatst door|skrevet av|skrevet af"
    r"|napisał(?:a)?"
)
# Nouns that make one before a colon, or right before names.
_NOUNS = (
    r"(?:about the )?authors?|analysis by|opinion by|autor(?:(?:in)?/autor(?:in)?|[/:*_]?innen|[/:*_]?in|e|en|a|es|as)?"
    r"|auteure?|автор(?:ы|и)?|текст|text"
    r"|tekst|texto|testo|texte"
    r"|yazan|penulis|oleh|reporter|correspondent|journalist"
)
# Everyday words ("By Tuesday …", "De la …"): a full name must follow, and nothing that is no name.
_WEAK = r"by|von|par|di|de|por|door|av|af|przez|od"
_BYLINE = re.compile(
    rf"(?:(?P<verb>{_VERBS})|(?P<noun>{_NOUNS})|(?P<weak>{_WEAK}))(?!\w)(?P<gap> ?[:|] ?| |$)(?P<rest>.*)",
    re.IGNORECASE,
)

_PARTICLE = (
    r"(?:de la|de los|de las|van der|van den|van de|von der|al|el|bin|ibn|de|da|do|dos|das|di|del|della|du|la|le|van"
    r"|von|der|den|ten"
    r"|ter|zu|y|af|av|dal|ul)"
)
_NO_NAME = (
    r"(?!(?:Updated|Published|Posted|Last|Special|Staff|Senior|Chief|Political|Correspondent|Reporter|Editor"
    r"|Reporting|In|On|At|For|And"
    r"|AP|AFP|BBC|CNN|Updated:|Published:)\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d)"
)
_WORD = rf"{_NO_NAME}(?:al-|el-|[dlDLO]['’])?[^\W\d_a-zß-öø-ÿа-я][\w’'.-]*"
_NAME = re.compile(rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,4}}")
_AND = re.compile(r" ?(?:,|;)? (?:and|und|et|e|y|en|og|och|i|и|та|ve|dan|with|mit|con|avec) | ?[,;&/] ?", re.IGNORECASE)
# What may follow the names: a place, an agency, a function, a date, an outlet.
_TAIL = re.compile(
    r" ?[|•·–—(@\d]| - |, | (?:in|on|for|at|am|le|el|il|em|op|den|aus|of|from|published|updated|posted|last|special"
    r"|staff|senior|chief"
    r"|political|diplomatic|correspondent|reporter|editor|reporting|with|mit|avec|con|ap|afp|bbc|cnn)\b",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|now|then|(?:mon|diens|donners|frei|sams|sonn)tag"
    r"|mittwoch"
    r"|(?:jan(?:uary)?|feb(?:ruary)?|march|mar|april|apr|may|june|jun|july|jul|august|aug|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\.?(?: \d|$)|\d|on\b|at\b)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:the )?(?:admin|administrator|editors?|staff|staff (?:writers?|reports?|reporters?)|web ?desk|news ?desk"
    r"|newsroom|news staff"
    r"|editorial (?:team|staff|board)|(?:la |die )?(?:redaktion|redazione|rédaction|redacción|redação|redactie"
    r"|redakcja|редакция)"
    r"|guest(?: author)?|contributors?|our (?:staff |own )?(?:reporter|correspondent)|webmaster|anonymous|user"
    r"|author|team|online)",
    re.IGNORECASE,
)


def byline(text: str) -> tuple[str, ...] | None:
    """The names a byline gives, as written; () for one with nobody in it ("Posted by"); None for any other block.

    Agencies and outlets that sign are names too: the caller decides whether they are authors.
    """
    line = " ".join(text.split()).strip(" |•·-–—")
    found = _BYLINE.fullmatch(line) if 0 < len(line) <= BYLINE_LONGEST else None
    if not found:
        return None
    colon = bool(found["gap"].strip())
    may_be_empty = found["verb"] is not None or colon
    names = signatures(found["rest"])
    if names is None:
        return () if may_be_empty and _names_nobody(found["rest"]) else None
    if may_be_empty or found["weak"] is None or found["weak"].lower() == "by":
        return names
    # "De Gaulle", "Di Maio" are names that begin with such a word: only a full name or an agency's initials sign.
    return names if all(" " in name or name.isupper() for name in names) else None


def says_author(text: str) -> bool:
    """Whether a byline says in so many words that its names are the author's: "Author: …", "Written by …"."""
    found = _BYLINE.fullmatch(" ".join(text.split()).strip(" |•·-–—"))
    return bool(found and not found["weak"] and byline(text))


def signatures(text: str) -> tuple[str, ...] | None:
    """The names in a list of names, whatever places, dates and functions follow it; None if it is no such list."""
    rest = text.strip(" .:|-–—")
    names: list[str] = []
    while rest:
        found = _NAME.match(rest)
        if not found or _DATES.match(rest):
            break
        names.append(_without_stop(found[0]))
        rest = rest[found.end() :]
        joint = _AND.match(rest)
        follows = _NAME.match(rest, joint.end()) if joint else None
        # After a comma, two words are a second person; a single one is a place or an agency.
        if not joint or not follows or ("," in joint[0] and " " not in follows[0]):
            break
        rest = rest[joint.end() :]
    if not names or (rest.strip(" .,|-–—") and not _TAIL.match(rest)):
        return None
    return tuple(name for name in names if not _NOBODY.fullmatch(name))


def _without_stop(name: str) -> str:
    initial_or_junior = re.search(r"\b(?:\w|Jr|Sr)\.$", name)
    return name if initial_or_junior else name.rstrip(".,")


def _names_nobody(rest: str) -> bool:
    words = rest.strip(" :|-–—.")
    return not words or bool(_NOBODY.match(words)) or bool(_DATES.match(words))
