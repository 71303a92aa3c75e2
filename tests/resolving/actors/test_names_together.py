"""Names judged together, and interviews without names before their turns."""

from __future__ import annotations

from firsthand.model import Form, Party, Span, Statement
from firsthand.resolving import cast_of
from firsthand.tagging import tag
from resolving.actors.parsed import parsed

TALK = (
    "Veldpost spoke with Ines Kolbe about her new book.\n\nWhy did you write it?\n\nI had no choice.\n\n"
    "Did your family help?\n\nMy sister did.\n\nWill there be another?\n\nI hope so."
)
TALK_TAGGED = parsed(
    TALK,
    """
Veldpost|NNP|2|nsubj spoke|VBD|0|ROOT with|IN|2|prep Ines|NNPS|5|compound Kolbe|NNP|3|pobj about|IN|2|prep her|PRP$|9|poss new|JJ|9|amod book|NN|6|pobj .|.|2|punct
Why|WRB|4|advmod did|VBD|4|aux you|PRP|4|nsubj write|VB|0|ROOT it|PRP|4|dobj ?|.|4|punct
I|PRP|2|nsubj had|VBD|0|ROOT no|DT|4|det choice|NN|2|dobj .|.|2|punct
Did|VBD|4|aux your|PRP$|3|poss family|NN|4|nsubj help|VB|0|ROOT ?|.|4|punct
My|PRP$|2|poss sister|NN|3|nsubj did|VBD|0|ROOT .|.|3|punct
Will|MD|3|aux there|EX|3|expl be|VB|0|ROOT another|DT|3|attr ?|.|3|punct
I|PRP|2|nsubj hope|VBP|0|ROOT so|RB|2|advmod .|.|2|punct
""",
    org="Veldpost",
    per="Ines Kolbe",
)
DORN = (
    "Paula Dorn opened the bridge. Dorn thanked the workers. Yesterday Dorn had said it was late. Mr Sand disagreed. "
    "NBK said Sand was wrong. Minister Ole Sand left."
)
DORN_PARSE = """
Paula|NNP|2|compound Dorn|NNP|3|nsubj opened|VBD|0|ROOT the|DT|5|det bridge|NN|3|dobj .|.|3|punct
Dorn|NNP|2|nsubj thanked|VBD|0|ROOT the|DT|4|det workers|NNS|2|dobj .|.|2|punct
Yesterday|NN|4|npadvmod Dorn|NNP|4|nsubj had|VBD|4|aux said|VBN|0|ROOT it|PRP|6|nsubj was|VBD|4|ccomp late|JJ|6|acomp .|.|4|punct
Mr|NNP|2|compound Sand|NNP|3|nsubj disagreed|VBD|0|ROOT .|.|3|punct
NBK|NNP|2|nsubj said|VBD|0|ROOT Sand|NNP|4|nsubj was|VBD|2|ccomp wrong|JJ|4|acomp .|.|2|punct
Minister|NNP|3|compound Ole|NNP|3|compound Sand|NNP|4|nsubj left|VBD|0|ROOT .|.|4|punct
"""


def found(text: str, sentences: str, **names: str) -> dict[str, list[str]]:
    cast = cast_of(text, parsed(text, sentences, **names), ())
    return {actor.name: [mention.span.of(text) for mention in actor.mentions] for actor in cast.actors}


def test_in_an_interview_who_is_asked_says_i_and_is_called_you() -> None:
    (kolbe,) = [actor for actor in cast_of(TALK, TALK_TAGGED, ()).actors if actor.name == "Ines Kolbe"]
    assert [mention.span.of(TALK) for mention in kolbe.mentions] == ["Ines Kolbe", "her", "you", "I", "your", "My", "I"]


def test_a_surname_is_a_person_even_where_the_model_says_otherwise_or_nothing() -> None:
    actors = found(DORN, DORN_PARSE, per="Paula Dorn/Minister Ole Sand", org="Sand")
    assert actors["Ole Sand"] == ["Sand", "Sand", "Ole Sand"]
    assert actors["Paula Dorn"] == ["Paula Dorn", "Dorn", "Dorn"]


def test_capitals_alone_are_a_body_and_not_a_person() -> None:
    cast = cast_of(DORN, parsed(DORN, DORN_PARSE, per="Paula Dorn/NBK"), ())
    assert {actor.name: actor.type for actor in cast.actors}["NBK"] == "organisation"


def test_a_title_is_the_role_and_no_part_of_the_name() -> None:
    cast = cast_of(DORN, parsed(DORN, DORN_PARSE, per="Minister Ole Sand/Sand"), ())
    (sand,) = [actor for actor in cast.actors if actor.name == "Ole Sand"]
    assert sand.role == "Minister"


def test_a_name_in_pieces_is_made_whole() -> None:
    text = "Paula Dorn visited the Ministry of Mines. The South Korean Defense Ministry thanked Paula."
    sentences = """
Paula|NNP|2|compound Dorn|NNP|3|nsubj visited|VBD|0|ROOT the|DT|5|det Ministry|NNP|3|dobj of|IN|5|prep Mines|NNP|6|pobj .|.|3|punct
The|DT|5|det South|JJ|5|amod Korean|JJ|5|amod Defense|NNP|5|compound Ministry|NNP|6|nsubj thanked|VBD|0|ROOT Paula|NNP|6|dobj .|.|6|punct
"""
    actors = found(text, sentences, per="Dorn", org="Ministry/South Korean Defense")
    assert "Paula Dorn" in actors
    assert "Ministry of Mines" in actors
    assert "South Korean Defense Ministry" in actors


def test_who_writes_is_called_by_the_byline() -> None:
    text = "I met Paula Dorn. She told me the truth."
    sentences = """
I|PRP|2|nsubj met|VBD|0|ROOT Paula|NNP|4|compound Dorn|NNP|2|dobj .|.|2|punct
She|PRP|2|nsubj told|VBD|0|ROOT me|PRP|2|dative the|DT|5|det truth|NN|2|dobj .|.|2|punct
"""
    tagged = parsed(text, sentences, per="Paula Dorn")
    named = {actor.name: actor for actor in cast_of(text, tagged, (), ("Ole Sand",)).actors}
    assert [mention.span.of(text) for mention in named["Ole Sand"].mentions] == ["I", "me"]
    assert [mention.span.of(text) for mention in named["Paula Dorn"].mentions] == ["Paula Dorn", "She"]
    assert {actor.name for actor in cast_of(text, tagged, ()).actors} == {"the writer", "Paula Dorn"}


def test_a_document_stands_for_its_owner_and_two_are_no_one_actor() -> None:
    text = "A Veldpost survey and Paula Dorn agreed. Ole Sand and Paula Dorn left."
    sentences = """
A|DT|3|det Veldpost|NNP|3|compound survey|NN|7|nsubj and|CC|3|cc Paula|NNP|6|compound Dorn|NNP|3|conj agreed|VBD|0|ROOT .|.|7|punct
Ole|NNP|2|compound Sand|NNP|6|nsubj and|CC|2|cc Paula|NNP|5|compound Dorn|NNP|2|conj left|VBD|0|ROOT .|.|6|punct
"""
    survey, two = Span(0, 17), Span(41, 64)
    statement = Statement("s1", (Span(36, 39),), None, survey, Form.INDIRECT, 0.9)
    cast = cast_of(text, parsed(text, sentences, per="Paula Dorn/Ole Sand", org="Veldpost"), (statement,))
    assert cast.party(survey).name == "Veldpost"
    assert cast.party(two) == Party("Ole Sand and Paula Dorn", two, None)


def test_he_at_the_head_of_a_text_is_who_comes_next() -> None:
    text = "He said no. Ole Sand left."
    sentences = """
He|PRP|2|nsubj said|VBD|0|ROOT no|UH|2|intj .|.|2|punct
Ole|NNP|2|compound Sand|NNP|3|nsubj left|VBD|0|ROOT .|.|3|punct
"""
    statement = Statement("s1", (Span(8, 10),), None, Span(0, 2), Form.INDIRECT, 0.9)
    (sand,) = cast_of(text, parsed(text, sentences, per="Ole Sand"), (statement,)).actors
    assert [(mention.span.of(text), mention.certain) for mention in sand.mentions] == [
        ("He", False),
        ("Ole Sand", True),
    ]


def test_a_role_before_a_name_is_hers_wherever_it_returns() -> None:
    text = "Norland President Paula Dorn met Kim Jong Un. The president left the UN."
    sentences = """
Norland|NNP|2|compound President|NNP|4|compound Paula|NNP|4|compound Dorn|NNP|5|nsubj met|VBD|0|ROOT Kim|NNP|8|compound Jong|NNP|8|compound Un|NNP|5|dobj .|.|5|punct
The|DT|2|det president|NN|3|nsubj left|VBD|0|ROOT the|DT|5|det UN|NNP|3|dobj .|.|3|punct
"""
    cast = cast_of(text, parsed(text, sentences, per="Paula Dorn/Kim Jong Un", org="UN", loc="Norland"), ())
    dorn = cast.named("Paula Dorn")
    assert dorn is not None
    assert (dorn.role, [mention.span.of(text) for mention in dorn.mentions]) == (
        "Norland President",
        ["Paula Dorn", "president"],
    )
    assert [actor.name for actor in cast.actors] == ["Paula Dorn", "Kim Jong Un", "UN"]


def test_a_pronoun_in_a_description_is_spelt_out() -> None:
    text = "The ministry met Ole Sand. A spokesman for it left."
    sentences = """
The|DT|2|det ministry|NN|3|nsubj met|VBD|0|ROOT Ole|NNP|5|compound Sand|NNP|3|dobj .|.|3|punct
A|DT|2|det spokesman|NN|5|nsubj for|IN|2|prep it|PRP|3|pobj left|VBD|0|ROOT .|.|5|punct
"""
    cast = cast_of(text, parsed(text, sentences, per="Ole Sand"), ())
    assert [actor.name for actor in cast.actors] == ["ministry", "Ole Sand", "spokesman for the ministry"]


def test_parties_joined_are_named_together_and_owners_spelt_out() -> None:
    text = "Ole Sand left. His lawyers agreed. The director and one owner of it agreed."
    sentences = """
Ole|NNP|2|compound Sand|NNP|3|nsubj left|VBD|0|ROOT .|.|3|punct
His|PRP$|2|poss lawyers|NNS|3|nsubj agreed|VBD|0|ROOT .|.|3|punct
The|DT|2|det director|NN|8|nsubj and|CC|2|cc one|CD|5|nummod owner|NN|2|conj of|IN|5|prep it|PRP|6|pobj agreed|VBD|0|ROOT .|.|8|punct
"""
    cast = cast_of(text, parsed(text, sentences, per="Ole Sand"), ())
    both = Span(text.index("The director"), text.rindex(" agreed"))
    assert (cast.party(both).actor, cast.party(both).name) == (None, "director and one owner of it")
    assert cast.party(Span(text.index("His"), text.index("His") + 11)).name == "Ole Sand’s lawyers"


def test_a_family_name_that_stands_first_is_the_family_name() -> None:
    text = (
        "The prime minister, Kim Dae Song, spoke in Hallby on Monday. Kim thanked his guests.\n\n"
        "Professor Emma Kim of the University of Brenz said the talks had failed."
    )
    tagged = tag(text)
    cast = cast_of(text, tagged, ())
    names = {actor.name: [mention.span.of(text) for mention in actor.mentions] for actor in cast.actors}
    assert "Kim" in names["Kim Dae Song"]
    assert "Kim" not in names["Emma Kim"]
