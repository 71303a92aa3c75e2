"""Damage that scraping and translating leave in a text: lost spaces, stray letters, broken quotation marks, mojibake.

Repairs never change the text; they say what it should read. A wrong repair is worse than a missing one: where clean
prose may look the same, nothing is proposed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from firsthand.model import Repair, RepairKind
from firsthand.reading.mojibake import find_mojibake
from firsthand.reading.quotation_repairs import find_quotation_repairs

# Words that a capitalised word is glued to where a space was lost. English articles are among them; the articles of
# other languages are not: "laRepubblica", "elDiario", "derStandard" are outlets.
_FUNCTION_WORDS = {
    "en": """
        a an the of in on at to by for from with and or but nor as is was are were be been has had have his her
        its their our my your that this these those which who whom whose what when where while why how if than
        then there they he she it we you not no into onto over under after before since until about against
        between among during through within without because although though so such both each all any some more
        most other said says will would can could may might must should also only just even still
    """,
    "fr": """
        de des du et ou mais dans sur sous avec sans pour par que qui dont où quand comme est sont était ont
        avait au aux en ce cette ces son ses leur leurs
    """,
    "it": """
        di del dello della dei degli delle e ed o ma in nel nella nei nelle su sul sulla con per da dal dalla
        che chi cui quando come dove è sono era hanno aveva questo questa
    """,
    "es": """
        de del y o pero en con sin por para sobre entre que quien cuando como donde es son era fue han había
        este esta ese esa su sus
    """,
    "pt": """
        de do da dos das e ou mas em no na nos nas com sem por para sobre entre que quem quando como onde é são
        era foi este esta seu sua
    """,
}
_OPENER_LIST = """
when thus the this that these those they there then what while where who with from but and for not you his her its
are was has however although because before after since during despite according moreover meanwhile today yesterday
now here how why some many most another such both each all if once even only also yet still our their your
"""
_SENTENCE_OPENERS = frozenset(_OPENER_LIST.split())
GLUED = re.compile(
    r"(?<![\w@#/.’'-])(?P<left>[^\W\d_A-ZÀ-Þ]+)(?P<right>[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]+)(?![\w@/]|\.[a-z]|-[A-Z])"
)
# Where two words may be joined: looked for first, since hardly any text has many. All these patterns begin with what is
# rare and look behind from there, which is several times as fast as looking behind at every character.
_SMALL = re.compile(r"[^\W\d_A-ZÀ-Þ]")
_JOINT = re.compile(r"[A-ZÀ-Þ](?<=[^\W\d_A-ZÀ-Þ].)")
_STRAY_CAPITAL = re.compile(r"(?P<stray>[A-Z])(?<![\w@#/.’'-].)(?P<word>[A-Z][a-z]{2,})(?![\w@/])")
# "… the war.The ministry …": a stop, then a capitalised word, with nothing that makes it an address or an abbreviation.
_GLUED_SENTENCE = re.compile(
    r"(?P<stop>[.!?,](?<=[^\W\d_A-ZÀ-Þ]{3}.)(?:(?<!,)[”»])?)"
    r"(?P<next>[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]{1,}|[A-Z](?= ))(?![\w@/.]|-\w)"
)
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"[/@_#=]|www\.|\w\.\w+\.\w|\.(?:Com|Org|Net|Gov|Co|Uk|De|Fr|It|Js|Io)\b")
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = "“„«‹‘‚\"'("
_SOFT = re.compile("[\u00ad\u200b\u2060\ufeff]+")


def find_repairs(text: str, language: str | None) -> tuple[Repair, ...]:
    """The damaged places of a text, in order, none overlapping another; `language` is an ISO 639 code.

    Offsets are code points of the text; `now` is what the place should read, empty for what should not be there.
    """
    proposals = [
        *find_mojibake(text),
        *_soft_hyphens(text),
        *_glued_words(text, language),
        *find_quotation_repairs(text),
    ]
    return tuple(_without_overlaps(proposals))


def _without_overlaps(proposals: Iterable[Repair]) -> Iterator[Repair]:
    """Where two proposals touch the same characters, the one proposed first stands."""
    covered: dict[int, int] = {}
    inserted: set[int] = set()
    kept: list[Repair] = []
    for proposal in proposals:
        start, end = proposal.start, proposal.end
        if start == end:
            inside = covered.get(start - 1) is not None and covered.get(start - 1) == covered.get(start)
            clash = start in inserted or inside
            inserted.add(start)
        else:
            clash = any(at in covered for at in range(start, end)) or any(
                at in inserted for at in range(start + 1, end)
            )
        if not clash:
            covered.update(dict.fromkeys(range(start, end), len(kept)))
            kept.append(proposal)
    yield from sorted(kept, key=lambda repair: (repair.start, repair.end))


def _soft_hyphens(text: str) -> Iterator[Repair]:
    """Hyphens that show only at a line's end, and spaces without width: they part what belongs together."""
    for found in _SOFT.finditer(text):
        yield Repair(found.start(), found.end(), found[0], "", RepairKind.SPACING)


def _glued_words(text: str, language: str | None) -> Iterator[Repair]:
    functions = frozenset(_FUNCTION_WORDS.get(language or "", "").split())
    glued = [found for found in joined(text) if found["left"] in functions]
    words = Counter(_WORD.findall(text) if glued else ())
    for found in glued:
        left, right = found["left"], found["right"]
        known = right.lower() in functions or words[right] > 0 or words[right.lower()] > 0
        # A joined form that comes back is a name: theSkimm, inDrive.
        if known and words[found[0]] == 1:
            yield _split(text, found.start(), found.end("left"), left)
    if language == "en":
        yield from _stray_capitals(text)
    for found in _GLUED_SENTENCE.finditer(text):
        if not _ADDRESS.search(_token_at(text, found.start())) and (
            len(found["next"]) > 2 or found["next"] in _SHORT_STARTS
        ):
            yield Repair(found.end("stop"), found.end("stop"), "", " ", RepairKind.SPACING)


def joined(text: str) -> Iterator[re.Match[str]]:
    """Words in small letters that run on with a capital, in a word of their own: `ofThe`."""
    for joint in _JOINT.finditer(text):
        start = joint.start()
        while start and _SMALL.match(text, start - 1):
            start -= 1
        if found := GLUED.match(text, start):
            yield found


_SHORT_START_LIST = """
He It In On At We If As An By To So No My A I Is Do Up
"""
_SHORT_STARTS = frozenset(_SHORT_START_LIST.split())


def _split(text: str, start: int, joint: int, left: str) -> Repair:
    """The space between two words; or, right behind a mark that opens a sentence, the removal of a stray fragment."""
    mark = text[start - 1 : start]
    before = text[: start - 1].rstrip()
    if mark and mark in _OPENING and (not before or before[-1] in ".!?:…»”\n"):
        return Repair(start, joint, left, "", RepairKind.STRAY_LETTERS)
    return Repair(joint, joint, "", " ", RepairKind.SPACING)


def _stray_capitals(text: str) -> Iterator[Repair]:
    """One capital too many before a word that opens sentences: "SWhen", "CThus"."""
    for found in _STRAY_CAPITAL.finditer(text):
        if found["word"].lower() not in _SENTENCE_OPENERS:
            continue
        if found["stray"] in "QA":  # question and answer, with the space lost
            yield Repair(found.end("stray"), found.end("stray"), "", " ", RepairKind.SPACING)
        else:
            yield Repair(found.start(), found.end("stray"), found["stray"], "", RepairKind.STRAY_LETTERS)


def _token_at(text: str, offset: int) -> str:
    start = max(text.rfind(" ", 0, offset), text.rfind("\n", 0, offset)) + 1
    token = _TOKEN.match(text, start)
    return token[0] if token else ""
