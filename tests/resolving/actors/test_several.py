"""Whom "they", "it", "its" and "who" mean, and whom they do not."""

from __future__ import annotations

from firsthand.model import Actor, Form, Link, LinkRole, Party, Span, Statement
from firsthand.resolving import cast_of, with_actors
from firsthand.text.cast import Cast
from resolving.actors.parsed import parsed


def said(text: str, source: str, content: str) -> Statement:
    """What the last words that are the source say in the content."""
    at, start = text.rindex(source), text.index(content)
    span = Span(at, at + len(source))
    return Statement(
        "s1",
        (Span(start, start + len(content)),),
        None,
        span,
        Form.INDIRECT,
        0.9,
        (Link(Party(source, span), LinkRole.ORIGIN),),
    )


def origin(statement: Statement, cast: Cast) -> Party:
    return with_actors([statement], cast)[0].chain[0].party


def mentions(cast: Cast, text: str) -> dict[str, list[str]]:
    return {actor.name: [mention.span.of(text) for mention in actor.mentions] for actor in cast.actors}


def test_they_are_those_who_are_joined_before() -> None:
    text = "Norland and Ostland sent ships. They said the sea was calm."
    sentences = """
Norland|NNP|4|nsubj and|CC|1|cc Ostland|NNP|1|conj sent|VBD|0|ROOT ships|NNS|4|dobj .|.|4|punct
They|PRP|2|nsubj said|VBD|0|ROOT the|DT|4|det sea|NN|5|nsubj was|VBD|2|ccomp calm|JJ|5|acomp .|.|2|punct
"""
    statement = said(text, "They", "the sea was calm")
    cast = cast_of(text, parsed(text, sentences, org="Norland/Ostland"), (statement,))
    assert origin(statement, cast).name == "Norland and Ostland"
    assert origin(statement, cast).actor is not None


def test_they_are_no_place_where_something_is() -> None:
    text = "The race in Varn was close. The two argued. They traded barbs."
    sentences = """
The|DT|2|det race|NN|5|nsubj in|IN|2|prep Varn|NNP|3|pobj was|VBD|0|ROOT close|JJ|5|acomp .|.|5|punct
The|DT|2|det two|CD|3|nsubj argued|VBD|0|ROOT .|.|3|punct
They|PRP|2|nsubj traded|VBD|0|ROOT barbs|NNS|2|dobj .|.|2|punct
"""
    statement = said(text, "They", "barbs")
    cast = cast_of(text, parsed(text, sentences, loc="Varn"), (statement,))
    assert (origin(statement, cast).name, origin(statement, cast).actor) == ("They", None)
    assert cast.actors == ()


def test_who_comes_from_a_place_is_not_the_place() -> None:
    text = "Traders from Norland, who left early, said so."
    sentences = """
Traders|NNS|9|nsubj from|IN|1|prep Norland|NNP|2|pobj ,|,|1|punct who|WP|6|nsubj left|VBD|3|relcl early|RB|6|advmod ,|,|1|punct said|VBD|0|ROOT so|RB|9|advmod .|.|9|punct
"""
    statement = said(text, "Traders", "so")
    cast = cast_of(text, parsed(text, sentences, loc="Norland"), (statement,))
    assert mentions(cast, text) == {"Traders from Norland": ["Traders", "who"]}


def test_a_relative_pronoun_is_called_by_its_noun() -> None:
    text = "The Roads Act, which forbids tolls, stands."
    sentences = """
The|DT|3|det Roads|NNPS|3|compound Act|NNP|9|nsubj ,|,|3|punct which|WDT|6|nsubj forbids|VBZ|3|relcl tolls|NNS|6|dobj ,|,|3|punct stands|VBZ|0|ROOT .|.|9|punct
"""
    statement = said(text, "which", "tolls")
    party = origin(statement, cast_of(text, parsed(text, sentences), (statement,)))
    assert (party.name, party.span and party.span.of(text), party.actor) == ("The Roads Act", "which", None)


def test_whose_it_is_is_the_subject_of_its_own_clause() -> None:
    text = "The ministry said Northsteel raised its prices."
    sentences = """
The|DT|2|det ministry|NN|3|nsubj said|VBD|0|ROOT Northsteel|NNP|5|nsubj raised|VBD|3|ccomp its|PRP$|7|poss prices|NNS|5|dobj .|.|3|punct
"""
    cast = cast_of(text, parsed(text, sentences, org="Northsteel"), ())
    assert mentions(cast, text)["Northsteel"] == ["Northsteel", "its"]


def test_the_company_behind_retold_words_is_the_one_they_are_about() -> None:
    text = "Northsteel has bought the plant of Tudor Cement, the company announced."
    sentences = """
Northsteel|NNP|3|nsubj has|VBZ|3|aux bought|VBN|12|ccomp the|DT|5|det plant|NN|3|dobj of|IN|5|prep Tudor|NNP|8|compound Cement|NNP|6|pobj ,|,|12|punct the|DT|11|det company|NN|12|nsubj announced|VBD|0|ROOT .|.|12|punct
"""
    statement = said(text, "the company", "Northsteel has bought the plant of Tudor Cement")
    cast = cast_of(text, parsed(text, sentences, org="Northsteel/Tudor Cement"), (statement,))
    assert origin(statement, cast).name == "Northsteel"


def test_on_board_and_in_force_are_no_bodies() -> None:
    text = "Nobody on board left. Rules in force stood. A power station closed."
    sentences = """
Nobody|NN|4|nsubj on|IN|1|prep board|NN|2|pobj left|VBD|0|ROOT .|.|4|punct
Rules|NNS|4|nsubj in|IN|1|prep force|NN|2|pobj stood|VBD|0|ROOT .|.|4|punct
A|DT|3|det power|NN|3|compound station|NN|4|nsubj closed|VBD|0|ROOT .|.|4|punct
"""
    assert cast_of(text, parsed(text, sentences), ()).actors == ()


def test_the_country_is_a_state_not_just_any_place() -> None:
    text = "Norland met Varn. The country is calm."
    sentences = """
Norland|NNP|2|nsubj met|VBD|0|ROOT Varn|NNP|2|dobj .|.|2|punct
The|DT|2|det country|NN|3|nsubj is|VBZ|0|ROOT calm|JJ|3|acomp .|.|3|punct
"""
    statement = said(text, "Norland", "The country is calm")
    cast = cast_of(text, parsed(text, sentences, loc="Norland/Varn"), (statement,))
    assert all("country" not in words for words in mentions(cast, text).values() if words != ["country"])


def test_a_place_and_a_paper_called_after_it_are_two() -> None:
    text = "Varn is calm. The Varn Courier said so."
    sentences = """
Varn|NNP|2|nsubj is|VBZ|0|ROOT calm|JJ|2|acomp .|.|2|punct
The|DT|3|det Varn|NNP|3|compound Courier|NNP|4|nsubj said|VBD|0|ROOT so|RB|4|advmod .|.|4|punct
"""
    statement = said(text, "The Varn Courier", "so")
    cast = cast_of(text, parsed(text, sentences, loc="Varn", org="Varn Courier"), (statement,))
    assert mentions(cast, text) == {"Varn Courier": ["Varn Courier"]}


def test_we_is_the_body_that_publishes_where_it_names_itself() -> None:
    text = "The Civic Monitor is concerned. We ask for calm."
    sentences = """
The|DT|3|det Civic|NNP|3|compound Monitor|NNP|4|nsubj is|VBZ|0|ROOT concerned|JJ|4|acomp .|.|4|punct
We|PRP|2|nsubj ask|VBP|0|ROOT for|IN|2|prep calm|NN|3|pobj .|.|2|punct
"""
    tagged = parsed(text, sentences, org="Civic Monitor")
    statement = said(text, "We", "for calm")

    def who(outlet: str) -> str:
        return origin(statement, cast_of(text, tagged, (statement,), outlet=outlet)).name

    assert who("Varn Civic Monitor") == "Civic Monitor"
    assert who("Holm Post") == "the writers"


def test_a_description_is_spelt_out_by_a_name_not_by_another_pronoun() -> None:
    text = "The office of the mayor's deputy closed. Its porter left. Ole Sands left. His lawyer left."
    sentences = """
The|DT|2|det office|NN|8|nsubj of|IN|2|prep the|DT|5|det mayor|NN|7|poss 's|POS|5|case deputy|NN|3|pobj closed|VBD|0|ROOT .|.|8|punct
Its|PRP$|2|poss porter|NN|3|nsubj left|VBD|0|ROOT .|.|3|punct
Ole|NNP|2|compound Sands|NNP|3|nsubj left|VBD|0|ROOT .|.|3|punct
His|PRP$|2|poss lawyer|NN|3|nsubj left|VBD|0|ROOT .|.|3|punct
"""
    actors: tuple[Actor, ...] = cast_of(text, parsed(text, sentences, per="Ole Sands"), ()).actors
    names = {actor.name for actor in actors}
    assert "Ole Sands’ lawyer" in names
    assert "porter of the office of the mayor's deputy" in names
