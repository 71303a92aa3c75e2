"""Whether two pieces of text speak of the same things: the share of content words they have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*\d|\d")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]+")

# Words of four letters and more that join or point and name nothing, in the languages read most.
_FUNCTION_WORD_LIST = """
about above after again against also although among because been before being below between both could does doing
down during each else even ever every first from further have having here into itself just last like made make many
more most much must never only other over same says said shall should since some still such than that their them
themselves then there these they this those through under until upon very want were what when where which while whom
whose will with within without would your yours know here’s what’s aber alle allem allen aller alles andere anderen
auch beim bereits bevor bin bist dabei dafür damit dann darauf dass dazu dein deine dem denn deren dessen dich diese
diesem diesen dieser dieses doch durch eine einem einen einer eines etwa euch euer ganz gegen haben hatte hatten
hier ihre ihrem ihren ihrer immer ins jede jedem jeden jeder jedes jetzt kann kein keine keinen können laut machen
mehr mich muss müssen nach nicht nichts noch nun oder ohne schon sehr sein seine seinem seinen seiner seit sich sind
soll sollen sollte über unter viel vom wann warum wegen weil welche wenn werden wieder wird wurde wurden zwischen
ainsi alors après aussi autre autres avant avec avoir cela celle celui cette ceux chez comme comment dans depuis
deux dont elle elles encore entre était être faire fait font leur leurs lors mais même moins nous notre pour
pourquoi quand quel quelle sans sera selon sont sous tous tout toute toutes très vers votre vous agli alla allo
anche ancora anni avere come così cosa dagli dalla dalle degli della delle dello dopo dove ecco erano essere fino
loro molto negli nella nelle nello ogni perché però piano poco prima quale quando quanto quella quello questa queste
questo sarà senza solo sono stata stato sugli sulla sulle suoi tutti tutto algo algunos ante antes como contra cual
cuando desde donde durante ella ellas ellos eran esta este estos está están fueron había hace hacia hasta mientras
mismo mucho muchos nada nosotros otra otro otros para pero porque puede quien según sino sobre también tanto tiene
tienen toda todo todos unos aquí ainda apenas assim cada depois eles então essa esse isso isto mesmo muito nessa
neste onde ontem pela pelo pode quem seja sejam seus sido suas também tinha você alleen deze door maar meer naar
niet omdat onder tegen toen tussen veel voor waar waarom wanneer werd wordt worden zich zijn zonder более будет была
были было быть ведь всех даже если есть ещё когда которые который можно надо него чтобы этого после почему также
только этом
"""
_FUNCTION_WORDS = frozenset(_FUNCTION_WORD_LIST.split())


def content_keys(text: str) -> frozenset[str]:
    """The content words of a text, cut to their first five letters so that inflected forms meet; numbers whole.

    Scripts without spaces give pairs of characters.
    """
    keys: set[str] = set()
    for word in _WORD.findall(text.lower()):
        if _IDEOGRAPHS.match(word):
            keys.update(word[at : at + 2] for at in range(max(1, len(word) - 1)))
        elif word[0].isdigit():
            if len(word) > 1:
                keys.add(word)
        else:
            stem = re.split("['’]", word)
            longest = max(stem, key=len)
            if len(longest) >= 4 and longest not in _FUNCTION_WORDS and word not in _FUNCTION_WORDS:
                keys.add(longest[:5])
    return frozenset(keys)


def short_names(text: str) -> frozenset[str]:
    """Names of two or three capitals, too short for a content word: UN, EU, US, WHO."""
    return frozenset(word.lower() for word in re.findall(r"\b[A-Z]{2,3}\b", text))


def share_in(keys: frozenset[str], others: Iterable[frozenset[str]]) -> float:
    """How much of `keys` occurs in any of the others, from 0 to 1; 0 where there are none."""
    if not keys:
        return 0.0
    return len(keys & frozenset().union(*others)) / len(keys)


def word_count(text: str) -> int:
    """Words; in scripts without spaces two characters count as one."""
    ideographs = sum(len(found) for found in _IDEOGRAPHS.findall(text))
    return len(text.split()) + ideographs // 2
