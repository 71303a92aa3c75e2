"""Reports within reports are shown once."""

from firsthand.cli.nested import retold
from firsthand.model import Form, Link, LinkRole, Party, Span, Statement

TEXT = "Kolbe said Ilic had told her that the gates were rusted."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def said(name: str, content: str, cue: str, *chain: str) -> Statement:
    links = tuple(Link(Party(who, None), LinkRole.RELAY if n else LinkRole.ORIGIN) for n, who in enumerate(chain))
    return Statement(name, (span(content),), span(cue), span(chain[0]), Form.INDIRECT, 0.9, chain=links)


OUTER = said("s1", "Ilic had told her that the gates were rusted", "said", "Kolbe")
INNER = said("s2", "that the gates were rusted", "told", "Ilic", "Kolbe")


def test_a_report_of_nothing_but_a_report_is_shown_with_it() -> None:
    assert retold([OUTER, INNER]) == {"s1"}


def test_a_report_that_says_more_is_shown_too() -> None:
    inner = said("s2", "the gates", "told", "Ilic", "Kolbe")
    assert retold([OUTER, inner]) == frozenset()


def test_a_report_by_somebody_else_is_none_of_it() -> None:
    inner = said("s2", "that the gates were rusted", "told", "Ilic")
    assert retold([OUTER, inner]) == frozenset()
