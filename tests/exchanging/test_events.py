import pytest

from exchanging.trees import happened
from firsthand.model import Event


def row(event: Event) -> tuple[str, str, dict[str, list[str]], str | None]:
    roles: dict[str, list[str]] = {}
    for one in event.participants:
        roles.setdefault(one.role, []).append(one.party.name)
    return event.type, event.status.value, roles, event.place and event.place.name


VISIT = (
    "President/NNP/2/compound Ana/NNP/2/compound Berg/NNP/3/nsubj visited/VBD/3/ROOT Vestia/NNP/3/dobj and/CC/3/cc"
    " met/VBD/3/conj Prime/NNP/10/compound Minister/NNP/10/compound Olu/NNP/10/compound Dan/NNP/6/dobj in/IN/6/prep"
    " Port/NNP/13/compound Anne/NNP/11/pobj ././3/punct"
)


def test_two_events_in_one_sentence() -> None:
    visit, meeting = happened(VISIT)
    assert row(visit) == ("visit", "completed", {"visitor": ["President Ana Berg"]}, "Vestia")
    assert meeting.type == "meeting"
    assert [one.party.name for one in meeting.participants] == ["President Ana Berg", "Prime Minister Olu Dan"]
    assert meeting.place
    assert meeting.place.name == "Port Anne"
    assert (visit.plover, meeting.plover) == ("CONSULT", "CONSULT")


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (
            "Norland/NNP/1/nsubj imposed/VBD/1/ROOT sanctions/NNS/1/dobj on/IN/2/prep Vestia/NNP/3/pobj ././1/punct",
            ("sanction", "completed", {"imposer": ["Norland"], "target": ["Vestia"]}, None),
        ),
        (
            (
                "Norland/NNP/1/nsubj lifted/VBD/1/ROOT its/PRP$/3/poss sanctions/NNS/1/dobj against/IN/3/prep"
                " Vestia/NNP/4/pobj ././1/punct"
            ),
            ("sanction-lift", "completed", {"imposer": ["Norland"], "target": ["Vestia"]}, None),
        ),
        (
            "Vestian/JJ/1/amod jets/NNS/2/nsubj bombed/VBD/2/ROOT the/DT/4/det harbour/NN/2/dobj ././2/punct",
            ("attack", "completed", {"attacker": ["Vestian jets"], "target": ["the harbour"]}, "the harbour"),
        ),
        (
            "Norland/NNP/0/nsubj and/CC/0/cc Vestia/NNP/0/conj signed/VBD/3/ROOT a/DT/6/det trade/NN/6/compound"
            " agreement/NN/3/dobj ././3/punct".replace("Norland/NNP/0/nsubj", "Norland/NNP/3/nsubj"),
            ("agreement", "completed", {"party": ["Norland", "Vestia"]}, None),
        ),
        (
            (
                "The/DT/2/det two/CD/2/nummod leaders/NNS/4/nsubj will/MD/4/aux hold/VB/4/ROOT a/DT/6/det summit/NN/4/dobj"
                " in/IN/6/prep Port/NNP/9/compound Anne/NNP/7/pobj ././4/punct"
            ),
            ("meeting", "planned", {"participant": ["The two leaders"]}, "Port Anne"),
        ),
        (
            (
                "Norland/NNP/1/nsubj expelled/VBD/1/ROOT three/CD/4/nummod Vestian/JJ/4/amod diplomats/NNS/1/dobj"
                " ././1/punct"
            ),
            ("expulsion", "completed", {"actor": ["Norland"], "target": ["three Vestian diplomats"]}, None),
        ),
    ],
)
def test_who_does_what_to_whom(tree: str, expected: tuple[str, str, dict[str, list[str]], str | None]) -> None:
    assert [row(event) for event in happened(tree)] == [expected]


def test_what_flies_is_tested_and_launched() -> None:
    tested, launched = happened(
        "Norland/NNP/1/nsubj tested/VBD/1/ROOT a/DT/4/det ballistic/JJ/4/amod missile/NN/1/dobj and/CC/1/cc"
        " launched/VBD/1/conj a/DT/8/det satellite/NN/6/dobj ././1/punct"
    )
    assert row(tested) == ("launch-test", "completed", {"actor": ["Norland"], "object": ["a ballistic missile"]}, None)
    assert row(launched) == ("launch-test", "completed", {"actor": ["Norland"], "object": ["a satellite"]}, None)


def test_an_event_named_again_is_one_event() -> None:
    (meeting,) = happened(
        "Ana/NNP/1/compound Berg/NNP/2/nsubj met/VBD/2/ROOT Olu/NNP/4/compound Dan/NNP/2/dobj ././2/punct The/DT/7/det"
        " meeting/NN/8/nsubj lasted/VBD/8/ROOT an/DT/10/det hour/NN/8/npadvmod ././8/punct"
    )
    assert row(meeting) == ("meeting", "completed", {"participant": ["Ana Berg", "Olu Dan"]}, None)


@pytest.mark.parametrize(
    "tree",
    [
        (
            "The/DT/1/det senator/NN/2/nsubj launched/VBD/2/ROOT a/DT/5/det scathing/JJ/5/amod attack/NN/2/dobj on/IN/5/prep"
            " the/DT/8/det opposition/NN/6/pobj ././2/punct"
        ),
        (
            "The/DT/1/det plan/NN/2/nsubj meets/VBZ/2/ROOT the/DT/4/det needs/NNS/2/dobj of/IN/4/prep the/DT/7/det"
            " poor/JJ/5/pobj ././2/punct"
        ),
        "The/DT/1/det company/NN/2/nsubj launched/VBD/2/ROOT a/DT/4/det campaign/NN/2/dobj ././2/punct",
    ],
)
def test_words_that_only_look_like_events(tree: str) -> None:
    assert happened(tree) == []


def test_who_is_asked_for_did_nothing() -> None:
    events = happened(
        "Norland/NNP/1/nsubj wrote/VBD/1/ROOT :/:/1/punct Ask/VB/1/ccomp them/PRP/3/dobj who/WP/6/nsubj"
        " visited/VBD/4/relcl Vestia/NNP/6/dobj ././1/punct"
    )
    assert not [one for event in events for one in event.participants if one.party.name == "them"]
