"""One speaker, one outlet, one register: what a ledger shows of them as a whole."""

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from firsthand.errors import UsageError
from firsthand.ledger import Catalogue, Houses, Keeper, Registers, Saved, Speakers, Writer, content_key
from firsthand.ledger.connection import migrations
from firsthand.model import (
    Act,
    Actor,
    ActorType,
    Compared,
    Count,
    Event,
    EventQuery,
    ExchangeQuery,
    Findings,
    Imprint,
    Likeness,
    Link,
    LinkRole,
    Part,
    Party,
    Passage,
    Quantity,
    Query,
    SharedText,
    Slice,
    Span,
    Status,
    Verdict,
    VoiceQuery,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def told(findings: Findings, *chain: str, act: Act = Act.ASSERT, denied_by: tuple[str, ...] = ()) -> Findings:
    """The article with its statement told through these names, the origin first."""
    links = tuple(
        Link(Party(name, None, f"p{n}"), LinkRole.RELAY if n else LinkRole.ORIGIN) for n, name in enumerate(chain)
    )
    said = replace(
        findings.statements[0], chain=links, act=act, denied_by=tuple(Party(name, None) for name in denied_by)
    )
    return replace(findings, statements=(said,), actors=())


def file(path: Path, *articles: Findings) -> None:
    with Writer(path) as ledger:
        for one in articles:
            ledger.file(one, Saved(content_key(one.article.id, None, None)))


def tie(path: Path, *ends: tuple[str, str], verdict: Verdict | None = None) -> None:
    """What comparing filed articles two by two showed: shared text, or a verdict on clauses."""
    with Writer(path) as ledger, ledger.transaction():
        keeper, whole, names = Keeper(ledger), Span(16, 30), sorted({name for pair in ends for name in pair})
        for name in names[:-1]:
            keeper.imprint(Compared(Imprint(name, 1, (), b"", 1)))
        shared = [SharedText(*pair, ((whole, whole, 1.0),)) for pair in ends]
        alike = [Likeness(Passage(one, whole), Passage(other, whole), verdict, 0.9) for one, other in ends if verdict]
        ties = ((), tuple(alike)) if verdict else (tuple(shared), ())
        keeper.imprint(Compared(Imprint(names[-1], 1, (), b"", 1), *ties))


def test_a_speaker_is_told_through_whom_denied_by_whom(path: Path, make) -> None:
    file(
        path,
        told(make("a1"), "Ines Kolbe", "Northwire", denied_by=("the union",)),
        told(make("a2", outlet="Varn Post", day="2024-07-01"), "Ines Kolbe", act=Act.PROMISE),
        told(make("a3", day=None), "Omar Brand", denied_by=("Ines Kolbe",)),
        told(make("a4"), "a sailor", "Ines Kolbe"),
    )
    with Catalogue.open(path) as ledger:
        found = Speakers(ledger).portrait(VoiceQuery("ines  kolbe"))
    assert (found.vouches, found.passes_on, found.denials, found.denied) == (2, 1, 1, 1)
    assert found.acts == (Count("promise", 1), Count("assert", 1))
    assert found.outlets == (Count("Varn Post", 1), Count("Holm Post", 1))
    assert found.relays == (Count("Northwire", 1),)
    assert found.denied_by == (Count("the union", 1),)
    assert found.denies == (Count("Omar Brand", 1),)
    assert sum(period.number for period in found.timeline.periods) == 2


def test_a_pronoun_is_no_speaker(path: Path, make) -> None:
    unnamed = told(make("a1"), "We", "Northwire", denied_by=("they",))
    file(path, unnamed, told(make("a2"), "US"))
    with Catalogue.open(path) as ledger:
        assert ledger.voices("we they") == ledger.voices("we") == ()
        assert ledger.facets(Query()).speakers == (Count("US", 1),)
        assert [said.statement.chain[0].party.name for said in ledger.said_by("Northwire").found] == ["We"]


def test_statements_of_a_speaker_come_by_what_they_do_in_them(path: Path, make) -> None:
    file(
        path,
        told(make("a1"), "Ines Kolbe", denied_by=("the union",)),
        told(make("a2", outlet="Varn Post", day="2024-07-01"), "Ines Kolbe", act=Act.PROMISE),
        told(make("a3"), "a sailor", "Ines Kolbe"),
        told(make("a4"), "Omar Brand", denied_by=("Ines Kolbe",)),
    )
    with Catalogue.open(path) as ledger:

        def found(**narrower: object) -> list[str]:
            query = VoiceQuery("Ines Kolbe", **narrower)  # type: ignore[arg-type]
            return [said.entry.id for said in Speakers(ledger).said(query).found]

        assert found() == ["a2", "a4", "a3", "a1"]
        assert found(part=Part.ORIGIN) == ["a2", "a1"]
        assert found(part=Part.RELAY) == ["a3"]
        assert found(part=Part.DENIER) == ["a4"]
        assert found(denied=True, part=Part.ORIGIN) == ["a1"]
        assert found(act=Act.PROMISE) == ["a2"]
        assert found(outlet="varn post") == ["a2"]
        assert found(until="2024-06", part=Part.ORIGIN) == ["a1"]
        first = Speakers(ledger).said(VoiceQuery("Ines Kolbe"), Slice(3))
        assert (first.total, len(first.found)) == (4, 3)
        rest = Speakers(ledger).said(VoiceQuery("Ines Kolbe"), Slice(3, first.next))
        assert [said.entry.id for said in rest.found] == ["a1"]


def test_just_this_name_unless_all_that_hold_its_words_are_meant(path: Path, make) -> None:
    file(path, told(make("a1"), "Kolbe"), told(make("a2"), "Ines Kolbe"), told(make("a3"), "the ministry"))
    with Catalogue.open(path) as ledger:
        said = Speakers(ledger).said
        assert [one.entry.id for one in said(VoiceQuery("Kolbe")).found] == ["a1"]
        assert [one.entry.id for one in said(VoiceQuery("Kolbe", wide=True)).found] == ["a2", "a1"]
        assert [one.entry.id for one in said(VoiceQuery("ines")).found] == ["a2"]
        with pytest.raises(UsageError):
            said(VoiceQuery("?"))


def test_an_alias_leads_to_the_speaker(path: Path, make) -> None:
    file(path, make())
    with Catalogue.open(path) as ledger:
        assert [voice.name for voice in Speakers(ledger).portrait(VoiceQuery("Kolbe")).names] == ["Ines Kolbe"]


def test_what_tracing_holds_of_clauses_of_one_speaker(path: Path, make) -> None:
    file(path, told(make("a1"), "Ines Kolbe"), told(make("a2"), "Ines Kolbe"), told(make("a3"), "Omar Brand"))
    tie(path, ("a1", "a2"), ("a1", "a3"), verdict=Verdict.NEAR)
    with Catalogue.open(path) as ledger:
        speakers, kolbe = Speakers(ledger), VoiceQuery("Ines Kolbe")
        assert [(one.one.article, one.other.article) for one in speakers.alike(kolbe)] == [("a1", "a2")]
        assert [one.entry.id for one in speakers.said_in(kolbe, ["a2", "a3", "none"])] == ["a2"]


def credited(findings: Findings, *agencies: str, at: str) -> Findings:
    article = findings.article
    assert article.published
    return replace(findings, article=replace(article, credits=agencies, published=replace(article.published, value=at)))


def test_an_outlet_is_told_whom_it_relies_on_and_what_it_copies(path: Path, make) -> None:
    file(
        path,
        credited(told(make("w"), "Ines Kolbe"), at="2024-06-18T08:00Z"),
        credited(told(make("n", outlet="Northwire"), "Ines Kolbe"), at="2024-06-18T07:00Z"),
        credited(told(make("h", outlet="Holm Post"), "Ines Kolbe", "Northwire"), "Northwire", at="2024-06-18T11:00+02:00"),
        credited(told(make("v", outlet="Varn Post"), "Omar Brand"), at="2024-06-18"),
        credited(told(make("b", outlet="Brenz"), "Omar Brand"), at="2024-06-20"),
    )  # fmt: skip
    # Of h and v nobody knows which came first that day; h and w are of one house.
    tie(path, ("h", "n"), ("h", "v"), ("b", "h"), ("h", "w"))
    with Catalogue.open(path) as ledger:
        found = Houses(ledger).house("holm post")
        assert Houses(ledger).house("Nobody").outlets == ()
    assert (found.compared, found.copies, found.sources) == (2, 1, (Count("Northwire", 1),))
    assert (found.copied, found.takers) == (1, (Count("Brenz", 1),))
    assert found.credits == (Count("Northwire", 1),)
    assert found.origins == (Count("Ines Kolbe", 2),)
    assert found.relays == (Count("Northwire", 1),)
    assert sum(period.number for period in found.timeline.periods) == 2


def test_credits_of_articles_filed_before_are_looked_up_once(path: Path, make, monkeypatch: pytest.MonkeyPatch) -> None:
    file(path, credited(make(), "Northwire", " ", at="2024-06-18"))
    before = apsw.Connection(str(path))
    number = next(n for n, sql in enumerate(migrations()) if "CREATE TABLE credit" in sql)
    before.execute("DROP TABLE credit; DROP TABLE saved_search; DROP INDEX voice_statement; DROP INDEX article_outlet")
    before.pragma("user_version", number)
    before.close()
    known = migrations()[: number + 1]
    monkeypatch.setattr("firsthand.ledger.connection.migrations", lambda: known)
    with Catalogue.open(path) as ledger:
        assert Houses(ledger).house("Holm Post").credits == (Count("Northwire", 1),)


def test_a_register_is_told_over_time_and_in_one_unit(path: Path, make) -> None:
    def given(name: str, head: str, quantity: Quantity | None, day: str | None = "2024-06-18") -> Findings:
        findings = make(name, day=day)
        exchange = findings.exchanges[0]
        items = (replace(exchange.items[0], head=head, quantity=quantity),)
        return replace(findings, exchanges=(replace(exchange, items=items),))

    file(
        path,
        given("a1", "grain", Quantity("300 tonnes", 300, 300, "tonne", approx=False)),
        given("a2", "rice", Quantity("up to 40 tonnes", None, 40, "tonne", approx=True), "2024-06-20"),
        given("a3", "crane", Quantity("two cranes", 2, 2, None, approx=False)),
        given("a4", "grain", Quantity("8 tonnes", 8, 8, "tonne", approx=False), None),
        given("a5", "grain", None),
    )
    with Catalogue.open(path) as ledger:
        found = Registers(ledger).exchanges(ExchangeQuery())
        cranes = Registers(ledger).exchanges(ExchangeQuery(giver="Kolbe"), "crane")
        none = Registers(ledger).exchanges(ExchangeQuery(giver="Omar"))
    assert found.units == (Count("tonne", 3), Count("crane", 1))
    assert [(one.published, one.least, one.greatest) for one in found.amounts] == [
        ("2024-06-20", None, 40), ("2024-06-18", 300, 300),
    ]  # fmt: skip
    assert found.items == (Count("grain", 3), Count("rice", 1), Count("crane", 1))
    assert (found.givers, found.statuses) == ((Count("Ines Kolbe", 5),), (Count("planned", 5),))
    assert (found.timeline.undated, [one.number for one in found.timeline.periods]) == (1, [3, 0, 1])
    assert [one.words for one in cranes.amounts] == ["two cranes"]
    assert (none.unit, none.amounts, none.timeline.periods) == (None, (), ())


def test_events_are_told_over_time_and_by_type(path: Path, make) -> None:
    happened = [
        Event(f"e{n}", kind, None, Span(11, 15), (), None, None, Status.COMPLETED, 0.5)
        for n, kind in enumerate(("visit", "visit", "attack"), 1)
    ]
    actor = Actor("p1", "Ines Kolbe", ActorType.PERSON, None, ())
    file(path, replace(make(), events=tuple(happened), actors=(actor,)))
    with Catalogue.open(path) as ledger:
        found = Registers(ledger).events(EventQuery())
        assert found.types == (Count("visit", 2), Count("attack", 1))
        assert [one.number for one in found.timeline.periods] == [3]
        assert Registers(ledger).events(EventQuery(type="attack")).statuses == (Count("completed", 1),)
