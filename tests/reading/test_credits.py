"""Agencies that are credited, and agencies that are merely quoted."""

from __future__ import annotations

import pytest

from firsthand.reading.credits import UNNAMED, credited

BODY = "The bridge at Holm was closed on Tuesday night after a storm, the ministry said."


@pytest.mark.parametrize(
    ("paragraphs", "agencies"),
    [
        (["LONDON (Reuters) - The bridge was closed.", BODY], ("Reuters",)),
        (["PARIS, June 18 (AFP) — The bridge was closed.", BODY], ("AFP",)),
        (["Berlin (dpa/tmn) - Die Brücke ist zu.", BODY], ("dpa",)),
        (["(ANSA) - ROMA, 18 GIU - Il ponte è chiuso.", BODY], ("ANSA",)),
        (["SEOUL, June 18 (Xinhua) -- The bridge was closed.", BODY], ("Xinhua",)),
        (["Moscow. June 18. INTERFAX - The bridge was closed.", BODY], ("Interfax",)),
        (["OSLO, May 6, 2024 /PRNewswire/ -- The bridge was sold.", BODY], ("PR Newswire",)),
        (["新华社北河6月18日电 大桥关闭。", BODY], ("Xinhua",)),
        ([BODY, "Die Brücke bleibt zu. (dpa)"], ("dpa",)),
        ([BODY, "The bridge stays closed. (AFP/AP)"], ("AFP", "AP")),
        ([BODY, "Source: dpa"], ("dpa",)),
        ([BODY, "(With inputs from PTI)"], ("PTI",)),
        ([BODY, "AP"], ("AP",)),
        (["By Reuters", BODY], ("Reuters",)),
        (["By Ann Lee with agencies", BODY], (UNNAMED,)),
        (["Par Élodie Marchetti avec AFP", BODY], ("AFP",)),
        (["(AP) — The bridge was closed.", BODY], ("AP",)),
        ([BODY, "Press Association"], ("Press Association",)),
    ],
)
def test_credits(paragraphs: list[str], agencies: tuple[str, ...]) -> None:
    assert credited(paragraphs) == agencies


@pytest.mark.parametrize(
    "paragraph",
    [
        "The minister told Reuters that the bridge would stay closed for as long as the storm lasted.",
        "Reuters reported on Tuesday that the bridge had been closed.",
        "According to the AP, the bridge was closed on Tuesday, and nobody was hurt in the storm.",
        "The ministry (MoT) - which owns the bridge - did not answer.",
        "The bridge was closed, the agency AFP quoted the minister as saying.",
        "He works for Bloomberg.",
        "She spent a week at the spa. Mena is a name. Nova is another.",
    ],
)
def test_agencies_that_are_merely_quoted(paragraph: str) -> None:
    assert credited([paragraph]) == ()
    assert credited([BODY, paragraph]) == ()


def test_a_single_paragraph_may_be_given_as_such() -> None:
    assert credited("LONDON (Reuters) - The bridge was closed.") == ("Reuters",)
    assert credited([]) == ()
