"""Pages that show the beginning of an article and ask to be paid for the rest."""

from __future__ import annotations

import json

import pytest

from firsthand.model import Page
from firsthand.reading.html import read_html

SENTENCE = "The mill at Springfield was sold on Monday to a maker of paper, the mayor told the council. "


def stub(sentences: int, behind: str = "", article: dict[str, object] | None = None, inside: str = "") -> bool:
    paragraphs = "".join(f"<p>{n}. {SENTENCE}</p>" for n in range(sentences))
    data = json.dumps({"@type": "NewsArticle", "headline": "Mill sold", **(article or {})})
    markup = (
        f"<title>Mill sold</title><script type='application/ld+json'>{data}</script>"
        f"<article><h1>Mill sold</h1>{paragraphs}{inside}</article>{behind}"
    )
    return read_html(Page(markup.encode(), "text/html")).stub


PAID: dict[str, object] = {"isAccessibleForFree": False}
PART: dict[str, object] = {**PAID, "hasPart": {"isAccessibleForFree": "False", "cssSelector": ".rest"}}


@pytest.mark.parametrize(
    ("sentences", "article", "expected"),
    [
        (3, PAID, True),
        (3, {"isAccessibleForFree": True}, False),
        (3, {**PAID, "wordCount": 60}, False),
        (3, {**PAID, "wordCount": "900"}, True),
        (40, {**PAID, "wordCount": 9000}, True),
        (40, PAID, False),
        (25, PART, True),
        (25, {**PART, "hasPart": {"isAccessibleForFree": False, "cssSelector": "..["}}, False),
        (60, PART, False),
    ],
)
def test_what_the_page_declares(sentences: int, article: dict[str, object], expected: bool) -> None:
    assert stub(sentences, article=article) is expected


def test_the_paid_part_is_there() -> None:
    assert not stub(25, article=PART, inside=f"<div class=rest><p>{SENTENCE * 2}</p></div>")


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to continue reading this article.",
        "This story is for subscribers only",
        "Jetzt weiterlesen mit Sluice+",
        "La suite est réservée aux abonnés.",
        "Contenuto riservato agli abbonati",
        "Exclusivo para suscriptores",
    ],
)
def test_invitations_to_pay(line: str) -> None:
    assert stub(3, behind=f"<div class=offer><p>{line}</p></div>")
    assert not stub(40, behind=f"<div class=offer><p>{line}</p></div>")


def test_how_much_is_left() -> None:
    assert stub(40, behind="<div class=offer><p>Il vous reste 79.5% de cet article à lire.</p></div>")


def test_subscribers_in_the_news_are_no_invitation() -> None:
    assert not stub(3, behind="<footer>Subscribe to our newsletter</footer>")
