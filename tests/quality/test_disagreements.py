"""The browser of disagreements with a gold file."""

from disagreements import ROLES, Saying, cases, from_gold

TEXT = 'Ana Ruiz said the bridge was safe. Her rival denied it: "It is not," Bo Lind told us on Monday.'


def saying(source: str, cue: str, content: str) -> Saying:
    spans = {
        role: [(TEXT.index(words), TEXT.index(words) + len(words))] if words else []
        for role, words in zip(ROLES, (source, cue, content), strict=True)
    }
    return from_gold(TEXT, spans)


def categories(gold: list[Saying], found: list[Saying]) -> list[str]:
    return [case.category for case in cases("a", TEXT, gold, found)]


RUIZ = saying("Ana Ruiz", "said", "the bridge was safe")


def test_each_disagreement_has_its_category() -> None:
    assert categories([RUIZ], [RUIZ]) == []
    assert categories([RUIZ], []) == ["missed"]
    assert categories([], [RUIZ]) == ["false"]
    assert categories([RUIZ], [saying("Ana Ruiz", "told", "the bridge was safe")]) == ["cue"]
    assert categories([RUIZ], [saying("Ana Ruiz", "said", "the")]) == ["content"]
    assert categories([RUIZ], [saying("Bo Lind", "said", "the bridge was safe")]) == ["source"]
    assert categories([RUIZ], [saying("", "said", "the bridge was safe")]) == ["source-missed"]
    assert categories([saying("", "said", "the bridge was safe")], [RUIZ]) == ["source-added"]
    assert categories([RUIZ], [saying("Ana Ruiz", "said", "bridge was safe")]) == ["inexact"]


def test_the_better_of_two_finds_is_the_match_and_the_other_came_twice() -> None:
    assert categories([RUIZ], [saying("", "", "the bridge was safe"), RUIZ]) == ["twice"]


def test_quoted_words_and_verbs_of_saying_are_told_apart() -> None:
    (case,) = cases("a", TEXT, [saying("Bo Lind", "told", '"It is not,"')], [])
    assert set(case.kinds()) == {"direct", "saying"}
    (case,) = cases("a", TEXT, [saying("Her rival", "denied", "the bridge was safe")], [])
    assert set(case.kinds()) == {"indirect"}
