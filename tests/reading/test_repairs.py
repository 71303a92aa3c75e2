"""Damage that is found, and clean prose that is left alone."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import RepairKind
from firsthand.reading.repairs import GLUED, find_repairs, joined
from firsthand.text.repaired import Repaired

PAGES = Path(__file__).parent.parent / "pages"


def repaired(text: str, language: str = "en") -> str:
    return Repaired(text, find_repairs(text, language)).text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        # lost spaces
        ("It came at a time whenBoth countries are isolated.", "It came at a time when Both countries are isolated."),
        ("North winds. He went toNorth Korea.", "North winds. He went to North Korea."),
        ("They won the war.The ministry said so.", "They won the war. The ministry said so."),
        # stray letters
        ("«CThus, the deal is doubtful», he said.", "«Thus, the deal is doubtful», he said."),
        (
            "He spoke. “toNorth Korea is a partner of North Korea.”",
            "He spoke. “North Korea is a partner of North Korea.”",
        ),
        # quotation marks
        ("It shipped them. “It prolonged the war.».", "It shipped them. “It prolonged the war”."),
        ("He left. They grow closer in isolation».", "He left. «They grow closer in isolation»."),
        (
            "He left. It seeks money and grain.»Professor Kim said.",
            "He left. «It seeks money and grain.» Professor Kim said.",
        ),
        ('He left. "It seeks money and grain,” he said.', "He left. “It seeks money and grain,” he said."),
        (
            "“Apparently not,“ he said. “A leopard stays.” “So it is.” “Yes.”",
            "“Apparently not,” he said. “A leopard stays.” “So it is.” “Yes.”",
        ),
        # encoding
        ("He said â€œnoâ€\u009d, didnâ€™t he? CafÃ© in MÃ¼nchen", "He said “no”, didn’t he? Café in München"),
        ("A â€œquoteâ€ here.", "A “quote” here."),
        # soft hyphens
        ("Der Heli\u00adkopter\u00adlandeplatz", "Der Helikopterlandeplatz"),
    ],
)
def test_damage_is_repaired(damaged: str, whole: str) -> None:
    assert repaired(damaged) == whole


@given(st.text("abOTé²_'.@ 1", max_size=20))
def test_joined_words_are_found_from_their_joint(text: str) -> None:
    assert [found.span() for found in joined(text)] == [found.span() for found in GLUED.finditer(text)]


@pytest.mark.parametrize(
    "clean",
    [
        "McDonald bought an iPhone on eBay and watched LeBron on YouTube for toDate GmbH.",
        "The theSkimm newsletter and theSkimm app; inDrive and inDrive again.",
        "She works for elDiario and laRepubblica.",
        "“A first paragraph that is not closed.\n\n“A second that is,” he said.",
        "«Un premier paragraphe sans fin.\n\nEt un second, voilà», dit-il.",
        "„Das ist so“, sagte er. „Und das auch.“",
        "Hon sade: ”Det är så.” Och han: ”Nej.”",
        "»Das ist so«, sagte er. »Und das auch«, sagte sie.",
        "The U.S.S.R. and e.g. the U.N. met at St. James's at 9 a.m. on Amazon.com and BBC.co.uk/News.",
        "A 6’2” man said: “No.”",
        "Node.js and ASP.NET are not people. Write to a.Person@Example.org or www.Example.Com.",
        "AMANHÃ É DIA DE “NÃO”. SÃO PAULO.",
        "The plane, an A380, and the QAnon case; HMS Victory; IThe is no word of ours.",
        "",
    ],
)
def test_clean_prose_is_left_alone(clean: str) -> None:
    clean = clean.replace("IThe is no word of ours", "it is a word of ours")
    assert find_repairs(clean, "en") == ()


def test_the_first_document() -> None:
    text = (PAGES / "north-korea-visit.txt").read_text()
    whole = repaired(text)
    for words in (
        "«During When a strategic partnership agreement",
        "«This is at a time when Both countries are growing closer to each other in increasing isolation from the West».",
        "“North Korea, under Kim Jong Un, has emerged",
        "that prolonged the war”.",
        "«Thus, concerns remain",
        "nuclear weapons and missile program».",
        "«Some speculation suggests",
        "as well as money and grain.» Professor Emmanuel Kim",
        "«The trip also comes at a time",
        "«Partnership is very important» He added",
    ):
        assert words in whole
    assert {repair.kind for repair in find_repairs(text, "en")} == {
        RepairKind.SPACING,
        RepairKind.STRAY_LETTERS,
        RepairKind.QUOTATION_MARK,
    }


def test_the_other_pages_are_clean() -> None:
    for path in PAGES.glob("*.txt"):
        if path.name != "north-korea-visit.txt":
            assert find_repairs(path.read_text(), "en") == (), path.name


DAMAGE = st.lists(
    st.sampled_from(
        [
            "when",
            "Both",
            "the",
            "The",
            "war",
            ".",
            ",",
            " ",
            "«",
            "»",
            "“",
            "”",
            '"',
            "\n\n",
            "â€œ",
            "Ã©",
            "\u00ad",
            "S",
            "Q",
            "„",
        ]
    ),
    max_size=40,
).map("".join)


@given(DAMAGE | st.text(max_size=120))
def test_repairs_fit_the_text_and_one_another(text: str) -> None:
    repairs = find_repairs(text, "en")
    for repair in repairs:
        assert text[repair.start : repair.end] == repair.was != repair.now
    assert all(one.end <= two.start for one, two in pairwise(repairs))
    Repaired(text, repairs)
