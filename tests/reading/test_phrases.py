"""What the words of one block give away."""

from __future__ import annotations

import pytest

from firsthand.model import Zone
from firsthand.reading import phrases
from firsthand.reading.bylines import byline


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("READ\u00a0 Hard life for those who taste sweets for work", Zone.TEASER),
        ("Read more: How the bridge was built", Zone.TEASER),
        ("See also", Zone.TEASER),
        ("Lesen Sie auch: Wie die Brücke entstand", Zone.TEASER),
        ("Lire aussi notre reportage sur le pont", Zone.TEASER),
        ("Leggi anche Il ponte chiuso", Zone.TEASER),
        ("Читайте также: Мост закрыт", Zone.TEASER),
        ("اقرأ أيضا: الجسر مغلق", Zone.TEASER),
        ("関連記事", Zone.TEASER),
        ("Most read", Zone.TEASER),
        ("Leave a Reply", Zone.COMMENT_FORM),
        ("Your email address will not be published. Required fields are marked *", Zone.COMMENT_FORM),
        ("Il tuo indirizzo email non sarà pubblicato.", Zone.COMMENT_FORM),
        ("3 Comments", Zone.COMMENT),
        ("© 2024 The Example. All rights reserved.", Zone.COPYRIGHT),
        ("RIPRODUZIONE RISERVATA", Zone.COPYRIGHT),
        ("Sign up for our newsletter", Zone.PROMO),
        ("Facebook | Twitter | WhatsApp", Zone.PROMO),
        ("Advertisement", Zone.PROMO),
        ("Tags: bridge, mayor, Holm", Zone.NAVIGATION),
        ("Home > World > Asia", Zone.NAVIGATION),
        ("Photo: Ann Lee/Reuters", Zone.CAPTION),
        ("We use cookies to improve your experience.", Zone.OTHER),
        ("(Reporting by Ann Lee; Editing by Bo Ray)", Zone.OTHER),
        ("Posted by", Zone.BYLINE),
        ("By Ann Lee and Bo Ray", Zone.BYLINE),
    ],
)
def test_phrases_of_pages(text: str, zone: Zone) -> None:
    assert phrases.zone_of_phrase(text) is zone


@pytest.mark.parametrize(
    "text",
    [
        "Read more than a hundred books and you will know less, the minister said.",
        "Related to the minister by marriage, he never held an office.",
        "By Tuesday the bridge had been closed for a week.",
        "Share prices fell on Monday after the minister spoke.",
        "Copyright law is to be rewritten, the minister said.",
        "Home Office officials denied the report.",
        "Follow the money, the investigators were told.",
        "Video shows the bridge falling into the river.",
        "De Gaulle",
        "Comment is free, but facts are sacred, he said.",
        "Photographs of the bridge were shown in court.",
        "Section 2 of the act was struck down.",
        "Support for the minister grew in the north.",
        "Search teams found the boat on Sunday.",
        "Subscribers to the plan will pay more, the company said.",
        "",
    ],
)
def test_prose_is_no_phrase(text: str) -> None:
    assert phrases.zone_of_phrase(text) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By JANE DOE and John Q. Public", ("JANE DOE", "John Q. Public")),
        ("Posted by Ann Lee on June 18, 2024 at 9:14 am", ("Ann Lee",)),
        ("By Ann Lee, Bob Ray and Cy Young | Reuters", ("Ann Lee", "Bob Ray", "Cy Young")),
        ("Von Anna Müller und Jörg Groß", ("Anna Müller", "Jörg Groß")),
        ("Door Jan de Vries", ("Jan de Vries",)),
        ("Por María José López", ("María José López",)),
        ("Автор: Иван Петров", ("Иван Петров",)),
        ("By Abdul al-Khateeb", ("Abdul al-Khateeb",)),
        ("By Dr. Jane O’Neil", ("Dr. Jane O’Neil",)),
        ("By Reuters", ("Reuters",)),
        ("Posted by", ()),
        ("Written by admin", ()),
        ("Posted by admin on June 18", ()),
        ("By Tuesday", None),
        ("By the numbers", None),
        ("Di Maio", None),
        ("Text", None),
        ("The minister said so.", None),
    ],
)
def test_bylines(line: str, names: tuple[str, ...] | None) -> None:
    assert byline(line) == names


def test_comments_are_told_by_their_signatures() -> None:
    for line in ("Gunnar says:", "Lise on March 4, 2023 at 7:02 pm", "Ferryman 2 days ago", "Reply"):
        assert phrases.signs_comment(line)
    for line in ("The minister says no", "Last updated 2 hours ago", "He said: nothing"):
        assert not phrases.signs_comment(line)


def test_prices_are_no_comment_signatures() -> None:
    assert not phrases.signs_comment("Get it on Amazon for 39.99")
    assert phrases.signs_comment("Lise am 4. März um 14.30 Uhr")


@pytest.mark.parametrize(
    "text",
    [
        "Empfohlener redaktioneller Inhalt",
        "An dieser Stelle finden Sie einen externen Inhalt von VideoSphere, der den Artikel ergänzt.",
        "To view this content you must accept cookies of third parties.",
        "Pour afficher ce contenu, vous devez accepter les cookies",
        "By submitting your e-mail, you agree to our Terms",
    ],
)
def test_what_stands_for_embedded_content(text: str) -> None:
    assert phrases.zone_of_phrase(text) is Zone.OTHER


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ann Lee, second left, and Bob Ray (right) open the mill.", True),
        ("Pictured from left are Ann Lee and Bob Ray.", True),
        ("The left lost the vote, and the right won it.", False),
    ],
)
def test_where_people_stand_in_a_picture(text: str, places: bool) -> None:
    assert phrases.places_people_in_picture(text) is places


def test_a_mark_of_rights_behind_words_without_a_year_is_a_photo_credit() -> None:
    assert phrases.zone_of_phrase("© 2024 The Daily Sluice") is Zone.COPYRIGHT
    assert phrases.zone_of_phrase("The mill at dusk, before it was sold. © AFP | HANDOUT") is None
    assert phrases.ends_in_photo_credit("The mill at dusk, before it was sold. © AFP | HANDOUT")
