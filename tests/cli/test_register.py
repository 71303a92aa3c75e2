from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from firsthand.cli.register import exchanges_and_events, written
from firsthand.model import (
    Event,
    Exchange,
    Findings,
    Form,
    Item,
    Link,
    LinkRole,
    Moment,
    Participant,
    Party,
    Quantity,
    Span,
    Statement,
    Status,
    Told,
)
from firsthand.reading.rows import read_row

TEXT = "Norland shipped 300 tanks to Vestia. Others say 500 tanks. Ana Berg visited Port Anne."


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _findings() -> Findings:
    article = read_row({"id": "a", "text": TEXT}, "a", Told())
    source = Party("The \x1b[31mministry of defence", None)
    said = Statement("s1", (_span("Others"),), None, None, Form.INDIRECT, 0.9, chain=(Link(source, LinkRole.ORIGIN),))

    def shipped(name: str, words: str, number: float) -> Exchange:
        item = Item(_span(words), "tank", Quantity(words[:3], number, number, "tanks", approx=False))
        giver, receiver = Party("Norland", _span("Norland")), Party("Vestia", _span("Vestia"))
        return Exchange(name, giver, receiver, (item,), _span("shipped"), Status.COMPLETED, None, None, ("s1",), 0.9)

    berg = Participant(Party("Ana Berg", _span("Ana Berg")), "visitor")
    when = Moment("2031-05-01/2031-05-07", None)
    port = Party("Port Anne", _span("Port Anne"))
    event = Event("e1", "visit", "CONSULT", _span("visited"), (berg,), port, when, Status.COMPLETED, 0.9)
    undated = replace(event, id="e2", type="meeting", when=None)
    exchanges = (shipped("x1", "300 tanks", 300), shipped("x2", "500 tanks", 500))
    return Findings(article, (said,), exchanges=exchanges, events=(undated, event))


def _printed(findings: Findings, width: int) -> list[str]:
    out = StringIO()
    console = Console(file=out, width=width)
    for part in exchanges_and_events(findings):
        console.print(part)
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("width", [80, 120])
def test_conflicting_figures_stand_under_each_other(width: int) -> None:
    lines = _printed(_findings(), width)
    assert max(map(len, lines)) <= width
    first, second = (next(line for line in lines if figure in line) for figure in ("300", "500"))
    assert "Norland" in first
    assert "Vestia" in first
    assert "≠" in second
    assert "Norland" not in second
    assert "\x1b" not in "".join(lines)


def test_dated_events_come_first() -> None:
    lines = _printed(_findings(), 100)
    visit, meeting = (next(n for n, line in enumerate(lines) if kind in line) for kind in ("visit ", "meeting"))
    assert visit < meeting
    assert "Port Anne" in lines[visit]


@pytest.mark.parametrize(
    ("least", "greatest", "approx", "expected"),
    [
        (5e6, 5e6, True, "≈ 5,000,000 shells"),
        (24, None, True, "≥ 24 shells"),
        (None, 50, False, "≤ 50 shells"),
        (10, 25, False, "10–25 shells"),
        (2.5, 2.5, False, "2.5 shells"),
    ],
)
def test_quantities_in_figures(least: float | None, greatest: float | None, approx: bool, expected: str) -> None:
    assert written(Quantity("", least, greatest, "shells", approx)) == expected


def test_nothing_found_prints_nothing() -> None:
    assert _printed(replace(_findings(), exchanges=(), events=()), 80) == []


@pytest.mark.parametrize(
    ("words", "quantity", "shown"),
    [("$300 million", "$300 million", "money"), ("12 million euros", "12 million", "money"),
     ("$300 million in aid", "$300 million", "aid")],
)  # fmt: skip
def test_a_sum_is_shown_as_money_and_what_it_buys_by_its_name(words: str, quantity: str, shown: str) -> None:
    text = f"Norland sent {words} to them."
    article = read_row({"id": "a", "text": text}, "a", Told())
    item = Item(Span(13, 13 + len(words)), "million", Quantity(quantity, 3e8, 3e8, "USD", approx=False))
    them = Party("them", Span(len(text) - 5, len(text) - 1))
    sent = Exchange("x1", Party("the trust", None), them, (item,), Span(8, 12), Status.COMPLETED, None, None, (), 0.9)
    line = next(line for line in _printed(Findings(article, (), exchanges=(sent,)), 100) if "300" in line)
    assert line.split()[:3] == ["trust", "“them”", shown]
