"""Languages of texts, and what to believe where the text is too short."""

from __future__ import annotations

import pytest

from firsthand.reading.language import language_of

LONG = {
    "en": "The bridge at Holm was closed on Tuesday night after a storm, the ministry of transport said in a statement.",
    "de": "Die Brücke bei Holm wurde am Dienstagabend nach einem Sturm geschlossen, teilte das Verkehrsministerium mit.",
    "fr": "Le pont de Holm a été fermé mardi soir après une tempête, a annoncé le ministère des transports du pays.",
    "it": "Il ponte di Holm è stato chiuso martedì sera dopo una tempesta, ha comunicato il ministero dei trasporti.",
    "ru": "Мост в Хольме был закрыт во вторник вечером после бури, сообщило министерство транспорта этой страны.",
}


@pytest.mark.parametrize("language", sorted(LONG))
def test_long_texts_speak_for_themselves(language: str) -> None:
    assert language_of(LONG[language], None) == language
    assert language_of(LONG[language], "xx-YY") == language


@pytest.mark.parametrize(
    ("declared", "language"),
    [("de-AT", "de"), ("EN_us", "en"), ("fr", "fr"), ("", None), (None, None), ("no language", None)],
)
def test_short_texts_follow_what_is_declared(declared: str | None, language: str | None) -> None:
    assert language_of("Bridge closed", declared) == language


def test_a_beginning_in_two_languages_is_read_on() -> None:
    mixed = LONG["en"] + " " + LONG["it"] + " "
    assert language_of(mixed + LONG["it"] + LONG["it"].replace("martedì", "lunedì"), None) == "it"
    assert language_of(mixed + LONG["en"] + LONG["en"].replace("Tuesday", "Monday"), None) == "en"
