"""Who is meant: names, roles, seats, pronouns."""

from __future__ import annotations

from itertools import pairwise

from firsthand.model import Actor, ActorType, Form, Link, LinkRole, MentionForm, Party, Span, Statement, Tagged
from firsthand.resolving import cast_of, with_actors
from firsthand.text.cast import Cast
from resolving.actors.parsed import parsed

BELOV = (
    "The Kremlin spokesman, Anton Belov, said on Tuesday that Russia would answer. Belov told Veldpost that he had seen "
    'the letter. Pyongyang and Moscow denied the report. "I have no doubt," the spokesman said.'
)
BELOV_TAGGED = parsed(
    BELOV,
    """
The|DT|3|det Kremlin|NNP|3|compound spokesman|NN|8|nsubj ,|,|3|punct Anton|NNP|6|compound Belov|NNP|3|appos ,|,|3|punct said|VBD|0|ROOT on|IN|8|prep Tuesday|NNP|9|pobj that|IN|14|mark Russia|NNP|14|nsubj would|MD|14|aux answer|VB|8|ccomp .|.|8|punct
Belov|NNP|2|nsubj told|VBD|0|ROOT Veldpost|NNP|2|dobj that|IN|7|mark he|PRP|7|nsubj had|VBD|7|aux seen|VBN|2|ccomp the|DT|9|det letter|NN|7|dobj .|.|2|punct
Pyongyang|NNP|4|nsubj and|CC|1|cc Moscow|NNP|1|conj denied|VBD|0|ROOT the|DT|6|det report|NN|4|dobj .|.|4|punct
"|``|10|punct I|PRP|3|nsubj have|VBP|10|ccomp no|DT|5|det doubt|NN|3|dobj ,|,|10|punct "|''|10|punct the|DT|9|det spokesman|NN|10|nsubj said|VBD|0|ROOT .|.|10|punct
""",
    per="Anton Belov/Belov",
    org="Kremlin/Veldpost",
    loc="Russia/Pyongyang/Moscow",
)
LINDQVIST = (
    "Marta Lindqvist, the mayor of Hallby, met her brother Olof Lindqvist on Friday. Mrs Lindqvist said she was glad. "
    "Lindqvist did not speak to the press."
)
LINDQVIST_TAGGED = parsed(
    LINDQVIST,
    """
Marta|NNP|2|compound Lindqvist|NNP|9|nsubj ,|,|2|punct the|DT|5|det mayor|NN|2|appos of|IN|5|prep Hallby|NNP|6|pobj ,|,|2|punct met|VBD|0|ROOT her|PRP$|11|poss brother|NN|9|dobj Olof|NNP|13|compound Lindqvist|NNP|11|appos on|IN|9|prep Friday|NNP|14|pobj .|.|9|punct
Mrs|NNP|2|compound Lindqvist|NNP|3|nsubj said|VBD|0|ROOT she|PRP|5|nsubj was|VBD|3|ccomp glad|JJ|5|acomp .|.|3|punct
Lindqvist|NNP|4|nsubj did|VBD|4|aux not|RB|4|neg speak|VB|0|ROOT to|IN|4|prep the|DT|7|det press|NN|5|pobj .|.|4|punct
""",
    per="Marta Lindqvist/Olof Lindqvist/Lindqvist",
    loc="Hallby",
)
MINES = (
    "The Ministry of Mines (MOM) published a report. The ministry denied the claim. A Palestinian health official told "
    "reporters that MOM was wrong. The official did not give his name."
)
MINES_TAGGED = parsed(
    MINES,
    """
The|DT|2|det Ministry|NNP|8|nsubj of|IN|2|prep Mines|NNP|3|pobj (|-LRB-|2|punct MOM|NNP|2|appos )|-RRB-|2|punct published|VBD|0|ROOT a|DT|10|det report|NN|8|dobj .|.|8|punct
The|DT|2|det ministry|NN|3|nsubj denied|VBD|0|ROOT the|DT|5|det claim|NN|3|dobj .|.|3|punct
A|DT|4|det Palestinian|JJ|4|amod health|NN|4|compound official|NN|5|nsubj told|VBD|0|ROOT reporters|NNS|5|dobj that|IN|9|mark MOM|NNP|9|nsubj was|VBD|5|ccomp wrong|JJ|9|acomp .|.|5|punct
The|DT|2|det official|NN|5|nsubj did|VBD|5|aux not|RB|5|neg give|VB|0|ROOT his|PRP$|7|poss name|NN|5|dobj .|.|5|punct
""",
    org="Ministry of Mines/MOM",
    nat="Palestinian",
)
PAK = (
    "North Korean leader Pak Song Ho arrived in Beijing on Monday. The North Korean leader thanked China. "
    "Students danced in Paris. It rained in Lyon."
)
PAK_TAGGED = parsed(
    PAK,
    """
North|JJ|2|amod Korean|JJ|3|amod leader|NN|6|compound Pak|NNP|6|compound Song|NNP|6|compound Ho|NNP|7|nsubj arrived|VBD|0|ROOT in|IN|7|prep Beijing|NNP|8|pobj on|IN|7|prep Monday|NNP|10|pobj .|.|7|punct
The|DT|4|det North|JJ|3|amod Korean|JJ|4|amod leader|NN|5|nsubj thanked|VBD|0|ROOT China|NNP|5|dobj .|.|5|punct
Students|NNS|2|nsubj danced|VBD|0|ROOT in|IN|2|prep Paris|NNP|3|pobj .|.|2|punct
It|PRP|2|nsubj rained|VBD|0|ROOT in|IN|2|prep Lyon|NNP|3|pobj .|.|2|punct
""",
    per="Pak Song Ho",
    loc="Beijing/China/Paris/Lyon",
    nat="North Korean",
)


def span(text: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def called(cast: Cast, name: str) -> Actor:
    (actor,) = [actor for actor in cast.actors if actor.name == name]
    return actor


def words(actor: Actor, text: str) -> list[str]:
    return [mention.span.of(text) for mention in actor.mentions]


def test_a_person_is_found_under_surname_role_and_pronoun() -> None:
    belov = called(cast_of(BELOV, BELOV_TAGGED, ()), "Anton Belov")
    assert words(belov, BELOV) == ["spokesman", "Anton Belov", "Belov", "he", "spokesman"]
    assert belov.type is ActorType.PERSON
    assert belov.role == "Kremlin spokesman"
    assert belov.aliases == ("Belov",)
    assert all(mention.certain for mention in belov.mentions)


def test_capitals_and_palaces_stand_for_their_governments() -> None:
    cast = cast_of(BELOV, BELOV_TAGGED, ())
    russia = called(cast, "Russia")
    assert russia.type is ActorType.GOVERNMENT
    assert [(mention.span.of(BELOV), mention.form) for mention in russia.mentions] == [
        ("Russia", MentionForm.NAME),
        ("Moscow", MentionForm.METONYM),
    ]
    assert words(called(cast, "North Korea"), BELOV) == ["Pyongyang"]


def test_the_speaker_says_i_and_parties_get_full_names() -> None:
    source = span(BELOV, "the spokesman")
    statement = Statement(
        "s1",
        (span(BELOV, '"I have no doubt,"'),),
        None,
        source,
        Form.DIRECT,
        0.9,
        chain=(Link(Party("the spokesman", source), LinkRole.ORIGIN), Link(Party("Veldpost", None), LinkRole.RELAY)),
    )
    cast = cast_of(BELOV, BELOV_TAGGED, [statement])
    assert "I" in words(called(cast, "Anton Belov"), BELOV)
    (resolved,) = with_actors([statement], cast)
    assert [link.party.name for link in resolved.chain] == ["Anton Belov", "Veldpost"]
    assert [link.party.actor for link in resolved.chain] == [
        called(cast, "Anton Belov").id,
        called(cast, "Veldpost").id,
    ]
    assert resolved.chain[0].party.span == source


def test_two_people_of_one_surname_stay_two_and_a_guess_is_marked() -> None:
    cast = cast_of(LINDQVIST, LINDQVIST_TAGGED, ())
    marta, olof = called(cast, "Marta Lindqvist"), called(cast, "Olof Lindqvist")
    assert words(olof, LINDQVIST) == ["brother", "Olof Lindqvist"]
    assert words(marta, LINDQVIST) == ["Marta Lindqvist", "mayor", "her", "Lindqvist", "she", "Lindqvist"]
    assert [mention.certain for mention in marta.mentions] == [True, True, True, True, True, False]
    assert marta.role == "mayor of Hallby"


def test_initials_and_common_nouns_mean_the_body_named_before() -> None:
    cast = cast_of(MINES, MINES_TAGGED, ())
    ministry = called(cast, "Ministry of Mines")
    assert words(ministry, MINES) == ["Ministry of Mines", "MOM", "ministry", "MOM"]


def test_who_has_no_name_is_called_by_the_description() -> None:
    official = called(cast_of(MINES, MINES_TAGGED, ()), "Palestinian health official")
    assert words(official, MINES) == ["health official", "official", "his"]
    assert official.role == "Palestinian health official"


def test_places_that_do_nothing_are_no_actors() -> None:
    cast = cast_of(PAK, PAK_TAGGED, ())
    assert words(called(cast, "Pak Song Ho"), PAK) == ["leader", "Pak Song Ho", "leader"]
    assert [actor.name for actor in cast.actors] == ["Pak Song Ho", "China"]


def test_a_phrase_means_what_its_head_means() -> None:
    cast = cast_of(BELOV, BELOV_TAGGED, ())
    whole = cast.at(span(BELOV, "The Kremlin spokesman, Anton Belov"))
    assert whole is not None
    assert whole.name == "Anton Belov"
    assert cast.at(span(BELOV, "Tuesday")) is None
    assert cast.party(span(BELOV, "the letter")) == Party("the letter", span(BELOV, "the letter"), None)


def test_mentions_do_not_overlap() -> None:
    for text, tagged in ((BELOV, BELOV_TAGGED), (LINDQVIST, LINDQVIST_TAGGED), (MINES, MINES_TAGGED)):
        spans = sorted(mention.span for actor in cast_of(text, tagged, ()).actors for mention in actor.mentions)
        assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_text_without_words_has_no_actors() -> None:
    assert cast_of("", Tagged(), ()).actors == ()


LUND = "The yard, said its spokeswoman, Pia Lund, was safe. It rained. She added that it was old."
LUND_TAGGED = parsed(
    LUND,
    """
The|DT|2|det yard|NN|11|nsubj ,|,|2|punct said|VBD|11|parataxis its|PRP$|6|poss spokeswoman|NN|4|nsubj ,|,|6|punct Pia|NNP|9|compound Lund|NNP|4|appos ,|,|4|punct was|VBD|0|ROOT safe|JJ|11|acomp .|.|11|punct
It|PRP|2|nsubj rained|VBD|0|ROOT .|.|2|punct
She|PRP|2|nsubj added|VBD|0|ROOT that|IN|5|mark it|PRP|5|nsubj was|VBD|2|ccomp old|JJ|5|acomp .|.|2|punct
""",
    per="Pia Lund",
)


def test_commas_set_a_name_off_behind_its_description_whatever_the_tree_makes_of_it() -> None:
    lund = called(cast_of(LUND, LUND_TAGGED, ()), "Pia Lund")
    assert words(lund, LUND) == ["spokeswoman", "Pia Lund", "She"]


STRAND = "Celia Strand spoke on Monday. Robin Renner, she said, had told her so."
STRAND_TAGGED = parsed(
    STRAND,
    """
Celia|NNP|2|compound Strand|NNP|3|nsubj spoke|VBD|0|ROOT on|IN|3|prep Monday|NNP|4|pobj .|.|3|punct
Robin|NNP|2|compound Renner|NNP|8|nsubj ,|,|5|punct she|PRP|5|nsubj said|VBD|8|parataxis ,|,|5|punct had|VBD|8|aux told|VBN|0|ROOT her|PRP|8|dobj so|RB|8|advmod .|.|8|punct
""",
    per="Celia Strand/Robin Renner",
)


def test_who_speaks_is_not_whom_the_words_call_by_name() -> None:
    source = span(STRAND, "she")
    contents = (span(STRAND, "Robin Renner"), span(STRAND, "had told her so"))
    statement = Statement("s1", contents, span(STRAND, "said"), source, Form.INDIRECT, 0.9)
    assert "she" in words(called(cast_of(STRAND, STRAND_TAGGED, [statement]), "Celia Strand"), STRAND)


def test_what_goes_from_a_body_to_another_is_no_part_of_its_name() -> None:
    text = "The site was moved from the county council to Arden. The council agreed."
    tagged = parsed(
        text,
        """
The|DT|2|det site|NN|4|nsubjpass was|VBD|4|auxpass moved|VBN|0|ROOT from|IN|4|prep the|DT|8|det county|NN|8|compound council|NN|5|pobj to|IN|8|prep Arden|NNP|9|pobj .|.|4|punct
The|DT|2|det council|NN|3|nsubj agreed|VBD|0|ROOT .|.|3|punct
""",
        org="Arden",
    )
    assert called(cast_of(text, tagged, ()), "county council")


def test_a_dateline_is_nobody_that_a_pronoun_means() -> None:
    text = "HALLBY (Sudline) - It rained. They left."
    tagged = parsed(
        text,
        """
HALLBY|NNP|7|dep (|-LRB-|3|punct Sudline|NNP|1|appos )|-RRB-|3|punct -|:|1|punct It|PRP|7|nsubj rained|VBD|0|ROOT .|.|7|punct
They|PRP|2|nsubj left|VBD|0|ROOT .|.|2|punct
""",
        org="Sudline",
        loc="HALLBY",
    )
    assert not [actor for actor in cast_of(text, tagged, ()).actors if "They" in words(actor, text)]
