"""The news agencies that a page credits for its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

HEAD_PARAGRAPHS = 3
"""Paragraphs from the start in which a dateline may stand."""

_NAMED = {
    "Reuters": "Reuters|Thomson Reuters|Рейтер|Рейтерс|Reuter",
    "AP": "AP|The Associated Press|Associated Press|A\\.P\\.|The AP",
    "AFP": "AFP|Agence France[- ]Presse|A\\.F\\.P\\.",
    "dpa": "dpa|dpa[-/]\\w+|Deutsche Presse-Agentur",
    "ANSA": "ANSA",
    "Press Association": "Press Association|PA Media|PA news agency|PA",
    "Xinhua": "Xinhua|Xinhua News Agency|新华社|新華社",
    "TASS": "TASS|ITAR-TASS|ТАСС",
    "Interfax": "Interfax|Интерфакс",
    "RIA Novosti": "RIA Novosti|RIA|РИА Новости",
    "EFE": "EFE|Agencia EFE",
    "Europa Press": "Europa Press",
    "Lusa": "Lusa|Agência Lusa",
    "Agência Brasil": "Agência Brasil",
    "Anadolu Agency": "Anadolu Agency|Anadolu|AA|Anadolu Ajansı",
    "IHA": "İHA|IHA",
    "DHA": "DHA",
    "Kyodo": "Kyodo|Kyodo News|共同通信|共同",
    "Jiji Press": "Jiji Press|Jiji|時事",
    "Yonhap": "Yonhap|Yonhap News Agency|연합뉴스",
    "KCNA": "KCNA|Korean Central News Agency",
    "PTI": "PTI|Press Trust of India",
    "ANI": "ANI|Asian News International",
    "IANS": "IANS|Indo-Asian News Service",
    "UPI": "UPI|United Press International",
    "Bloomberg": "Bloomberg|Bloomberg News",
    "UNB": "UNB",
    "APA": "APA|Austria Presse Agentur",
    "Keystone-SDA": "Keystone-SDA|SDA|sda|ATS|Keystone-ATS",
    "KNA": "KNA|Katholische Nachrichten-Agentur",
    "epd": "epd|Evangelischer Pressedienst",
    "SID": "SID|Sport-Informations-Dienst",
    "AAP": "AAP|Australian Associated Press",
    "CP": "The Canadian Press|Canadian Press|La Presse Canadienne|CP",
    "Belga": "Belga",
    "ANP": "ANP",
    "TT": "TT|TT Nyhetsbyrån",
    "NTB": "NTB",
    "Ritzau": "Ritzau|Ritzaus Bureau",
    "STT": "STT",
    "PAP": "PAP|Polska Agencja Prasowa",
    "CTK": "ČTK|CTK|ČTK/AP",
    "TASR": "TASR",
    "MTI": "MTI",
    "Agerpres": "Agerpres",
    "BTA": "BTA|БТА",
    "HINA": "HINA|Hina",
    "Tanjug": "Tanjug|Танјуг",
    "Ukrinform": "Ukrinform|Укринформ|Укрінформ",
    "UNIAN": "UNIAN|УНИАН|УНІАН",
    "Belta": "BelTA|БелТА",
    "Adnkronos": "Adnkronos|AdnKronos",
    "AGI": "AGI",
    "Agenzia Nova": "Agenzia Nova|Nova",
    "MENA": "MENA|Middle East News Agency|أ ش أ",
    "SANA": "SANA",
    "SPA": "SPA|Saudi Press Agency",
    "WAM": "WAM",
    "QNA": "QNA|Qatar News Agency",
    "IRNA": "IRNA|Islamic Republic News Agency",
    "Bernama": "Bernama|BERNAMA",
    "Antara": "Antara|ANTARA",
    "VNA": "VNA|TTXVN|Vietnam News Agency",
    "PNA": "PNA|Philippine News Agency",
    "NAN": "NAN|News Agency of Nigeria",
    "SAnews": "SAnews|SAnews\\.gov\\.za",
    "PANA": "Panapress|PANA",
    "Newswire": "PRNewswire|PR Newswire|Business Wire|BUSINESS WIRE|GLOBE NEWSWIRE|GlobeNewswire|ACCESSWIRE|EQS|ots",
    "ANI News": "ANI News",
    "Tribune News Service": "Tribune News Service|TNS",
    "CNN Newsource": "CNN Newsource|CNN Wire",
    "StatePoint": "StatePoint",
    "The Conversation": "The Conversation",
    "ProPublica": "ProPublica",
    "Kaiser Health News": "KFF Health News|Kaiser Health News",
}

# A press release's carrier is named as it names itself: which of them it was matters.
_CARRIERS = {
    "prnewswire": "PR Newswire",
    "pr newswire": "PR Newswire",
    "business wire": "Business Wire",
    "globe newswire": "GlobeNewswire",
    "globenewswire": "GlobeNewswire",
    "accesswire": "ACCESSWIRE",
    "eqs": "EQS",
    "ots": "ots",
}

_CANONICAL = {
    re.compile(alternatives + r"|" + re.escape(name)): name
    for name, alternatives in _NAMED.items()
    if name != "Newswire"
}

AGENCIES = frozenset(
    alternative.replace("\\", "")
    for alternatives in _NAMED.values()
    for alternative in alternatives.split("|")
    if "\\w" not in alternative
)
"""The names under which agencies sign, as written."""

_NAME = "(?:" + "|".join(sorted((a for all_ in _NAMED.values() for a in all_.split("|")), key=len, reverse=True)) + ")"
_NAMES = rf"{_NAME}(?:\s*(?:,|/|\+|&|;|-|–|\band\b|\bund\b|\bet\b|\be\b|\by\b|\bi\b)\s*{_NAME})*"
# "LONDON (Reuters) -", "Berlin (dpa/tmn) –", "(ANSA) - ROMA, 18 GIU -", "PARIS, June 18 (AFP) —"
_DATELINE = re.compile(
    rf"(?:[^\W\d_][^()\n:;!?]{{1,70}}?)?\s*[(/]\s*(?P<names>{_NAMES})[^()/\n]{{0,20}}[)/]\s*(?:[-–—.:]|(?=[“\"A-Z])|$)"
)
# "KYIV, Ukraine — AP" is not written; "PA — The …" and "Moscow. June 18. INTERFAX.COM -" are.
_DATED = re.compile(rf"[A-ZÀ-Þ][^()\n:;!?]{{1,60}}?[.,]\s(?P<names>(?i:{_NAMES}))(?:\.COM)?\s*(?:-{{1,2}}|[–—])\s")
# "新华社北河6月18日电": sent by that agency, from that place, on that day.
_SENT = re.compile(rf"(?P<names>{_NAMES})[^，。\s]{{2,16}}[电電]")
# At the end of the last paragraph: "… (AFP)", "… – dpa", "(With inputs from PTI)".
_AT_END = re.compile(rf"(?:[.!?”\"»]\s*[(\[/]\s*|[.!?”\"»]\s+[-–—/]*\s*)(?P<names>{_NAMES})\s*[)\]/]?\.?\s*$")
_SAID_OUTRIGHT = re.compile(
    rf"""
    (?:
        \(?\b(?:with|mit|avec|con|com|met|z|med)\s+
            (?:additional\s+|inputs?\s+|files?\s+|reporting\s+|material\s+|information\s+)?
            (?:from\s+|by\s+|von\s+|de\s+)?(?:the\s+)?(?P<with>{_NAMES})\b
      | \b(?:sources?|quellen?|fonte|fonti|fontes|fuentes?|bron|źródło|источник|kaynak|källa|kilde|sumber|zdroj)
            \s*:\s*(?P<source>{_NAMES})(?!\w)
      | \b(?:reporting|text|writing|compiled)\s+by\s+(?P<by>{_NAMES})(?!\w)
      | ^\W*(?:by|von|par|por|di)\s+(?:the\s+)?(?P<signed>{_NAMES})(?!\w)(?![^,|–—-]{{20,}})
      | ^\W*(?:this|the)\s+(?:article|story|report)\s.{{0,60}}\b(?:by|from|via)\s+(?:the\s+)?(?P<from>{_NAMES})(?!\w)
      | ^\W*(?:©|\(c\)|copyright)\s*(?:\d{{4}}\s*)?(?:the\s+)?(?P<rights>{_NAMES})(?!\w)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WITH_AGENCIES = re.compile(
    r"\b(?:with|and|from|mit|avec|con|com|met)\s+(?:news\s+|wire\s+)?(?:agencies|agency\s+reports|wire\s+(?:reports"
    r"|services)|"
    r"agenturen|agences|agenzie|agencias|agências|agentschappen)\b|^\W*agencies\W*$|\(agencies\)",
    re.IGNORECASE,
)
UNNAMED = "agencies"
"""What is credited where a page says "with agencies" and does not say which."""

_ALONE = re.compile(rf"\W*(?P<names>{_NAMES})\W*")
_ALONE_ANY_CASE = re.compile(_ALONE.pattern, re.IGNORECASE)
# "Reuters reported on Tuesday" speaks of an agency; a credit says no more than its name.
_LONGEST_CREDIT = 160


def credited(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The agencies that a page's paragraphs, bylines and credit lines included, credit for the text; each once.

    Datelines count in the first paragraphs, agency names after the last full stop in the last, spoken credits ("with
    agencies", "Source: dpa") in any short block. Agencies that the text merely quotes are left out.
    """
    blocks = [paragraphs] if isinstance(paragraphs, str) else [block for block in paragraphs if block.strip()]
    found: dict[str, None] = {}
    for number, block in enumerate(blocks):
        text = " ".join(block.split())
        for names in _credits_of(text, first=number < HEAD_PARAGRAPHS, last=number >= len(blocks) - 2):
            found.update(dict.fromkeys(_canonical(names)))
        if len(text) <= _LONGEST_CREDIT and _WITH_AGENCIES.search(text):
            found.setdefault(UNNAMED)
    if len(found) > 1:
        found.pop(UNNAMED, None)
    return tuple(found)


def is_agency(name: str) -> bool:
    """Whether a name, standing where an author's stands, is a news agency's."""
    # "nova", "spa" and "mena" are words too; "DPA" and "Dpa" are the agency all the same.
    return bool(_ALONE.fullmatch(name)) or (not name.islower() and bool(_ALONE_ANY_CASE.fullmatch(name)))


def agencies_of(names: Sequence[str]) -> tuple[str, ...]:
    """The agencies among the names that sign a page, by their usual names."""
    found = (agency for name in names if is_agency(name) for agency in _canonical(name))
    return tuple(dict.fromkeys(found))


def _credits_of(text: str, first: bool, last: bool) -> list[str]:
    names: list[str] = []
    if first:
        names += [found["names"] for pattern in (_DATELINE, _DATED, _SENT) if (found := pattern.match(text[:160]))]
    if last and (ending := _AT_END.search(text[-80:])):
        names.append(ending["names"])
    if len(text) <= _LONGEST_CREDIT:
        for found in _SAID_OUTRIGHT.finditer(text):
            names += [group for group in found.groups() if group and _is_written_as_name(group)]
        if alone := _ALONE.fullmatch(text):
            names.append(alone["names"])
    elif outright := re.search(r"\([^()]{3,80}\)\W*$", text):
        names += _credits_of(outright[0], first=False, last=False)
    return names


def _is_written_as_name(names: str) -> bool:
    """The patterns ignore capitals, the names do not: "nova", "spa" and "mena" are words too."""
    return re.match(_NAMES, names) is not None


def _canonical(names: str) -> list[str]:
    given = []
    for found in re.finditer(_NAME, names, re.IGNORECASE):
        written = found[0]
        carrier = _CARRIERS.get(written.lower())
        given.append(
            carrier
            or next((name for pattern, name in _CANONICAL.items() if pattern.fullmatch(written)), written.title())
        )
    return given
