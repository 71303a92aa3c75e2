"""What is exported, read back by those who read such forms; hostile words come out harmless."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet
from test_contract import everything

from firsthand.errors import UsageError
from firsthand.export import linked_data, web_annotation
from firsthand.export.columnar import write_parquet
from firsthand.export.delimited import csv_lines
from firsthand.export.linked_data import as_news_article
from firsthand.export.tables import COLUMNS, Row, What, claim_row, rows_of
from firsthand.export.web_annotation import as_annotations
from firsthand.model import (
    Act,
    Actor,
    ActorType,
    Article,
    Claim,
    ClaimMember,
    Findings,
    FirstSaid,
    Form,
    Item,
    Link,
    LinkRole,
    Origin,
    PageRecord,
    Party,
    Passage,
    Quantity,
    Span,
    Stance,
    Statement,
    Support,
)

DOCS = Path(__file__).parents[2] / "docs" / "json.md"
HOSTILE = '=cmd|"/c calc"!A1, said @Ann\x00\x1b[2J\ud800 </script><!--\n\n"Wait," she said. "No."\r\n-2+3'
MEMBERS = (
    ClaimMember(Passage("a1", Span(4, 9)), "It is", Stance.ASSERTS, ("Ann", "The Tide")),
    ClaimMember(Passage("a2", Span(0, 5)), "It is not", Stance.DENIES, ("Bo",)),
)
CLAIM = Claim(
    "c00000000000a", "It is", MEMBERS, ("c00000000000b",), Support((Origin("Ann", ("named by itself",), ("a1",)),)),
    FirstSaid("Ann", "a1", "2024-06-18", certain=True),
)  # fmt: skip


def hostile() -> Findings:
    """An article whose every word means harm, with a quotation in two parts on both sides of a block's end."""
    parts = tuple(Span(HOSTILE.index(words), HOSTILE.index(words) + len(words)) for words in ('"Wait,"', '"No."'))
    page = PageRecord("javascript:alert(1)", "=p", "text/html", "0" * 64, None)
    article = Article("=a\ud800", page, HOSTILE, (), title="\t=1+1", authors=("@Ann", "-Bo"))
    whole = Span(0, len(HOSTILE))
    chain = (
        Link(Party("+Ann", None, "a1"), LinkRole.ORIGIN),
        Link(Party("</script>", None), LinkRole.RELAY),
    )
    quoted = Statement("s1", parts, Span(52, 56), None, Form.DIRECT, 0.5, chain)
    retold = Statement("s2", (whole,), None, None, Form.INDIRECT, 0.5, act=Act.QUESTION)
    return Findings(article, (quoted, retold), (Actor("a1", "+Ann", ActorType.PERSON, "captain"),))


def read_back(what: What, rows: Iterator[Row]) -> list[dict[str, str]]:
    text = "".join(csv_lines(COLUMNS[what], rows))
    return list(csv.DictReader(io.StringIO(text.encode("utf-8").decode("utf-8"), newline=""), strict=True))


def rows(what: What) -> list[Row]:
    return [claim_row(CLAIM)] if what is What.CLAIMS else list(rows_of(what, everything()))


@pytest.mark.parametrize("what", What)
def test_a_row_has_a_cell_of_the_right_type_for_each_column(what: What) -> None:
    (row,) = rows(what)
    assert set(row) == set(COLUMNS[what])
    for name, kind in COLUMNS[what].items():
        told = row[name]
        assert told is None or (type(told) in (int, float) if kind is float else type(told) is kind), name


@pytest.mark.parametrize("what", What)
def test_a_table_reads_back_as_it_was(what: What, tmp_path: Path) -> None:
    (row,) = rows(what)
    (told,) = read_back(what, iter([row]))
    written = {name: json.dumps(cell) if isinstance(cell, bool) else str(cell) for name, cell in row.items()}
    assert told == {name: "" if row[name] is None else cell for name, cell in written.items()}
    with (tmp_path / "t.parquet").open("wb") as sink:
        write_parquet(COLUMNS[what], iter([row]), sink)
    table = parquet.read_table(tmp_path / "t.parquet")
    assert table.to_pylist() == [{name: row[name] for name in COLUMNS[what]}]
    kinds = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    assert dict(zip(table.schema.names, table.schema.types, strict=True)) == {
        name: kinds[kind] for name, kind in COLUMNS[what].items()
    }


def test_offsets_in_a_table_are_those_of_the_words() -> None:
    found = everything()
    for what, places in ((What.STATEMENTS, ("content", "cue", "source")), (What.EXCHANGES, ("giver", "trigger"))):
        (row,) = rows_of(what, found)
        for place in places:
            start, end = row[f"{place}_start"], row[f"{place}_end"]
            assert isinstance(start, int)
            assert isinstance(end, int)
            assert found.article.text[start:end] == row[f"{place}_text"]
    in_parts, _ = rows_of(What.STATEMENTS, hostile())
    assert in_parts["content_text"] == '"Wait," … "No."'
    spans = [tuple(map(int, span.split("-"))) for span in str(in_parts["content_spans"]).split()]
    assert " … ".join(HOSTILE[start:end] for start, end in spans) == in_parts["content_text"]
    assert (spans[0][0], spans[-1][1]) == (in_parts["content_start"], in_parts["content_end"])


def test_figures_stand_where_one_thing_is_given_alone() -> None:
    found = everything()
    (exchange,) = found.exchanges
    more = Item(Span(24, 28), "tents", Quantity("five", 5, 5, "tents", approx=False))
    (row,) = rows_of(What.EXCHANGES, replace(found, exchanges=(replace(exchange, items=(*exchange.items, more)),)))
    assert (row["quantities"], row["quantity_min"], row["items_head"]) == ("40; five", None, "trucks; tents")


@pytest.mark.parametrize("what", [What.STATEMENTS, What.ARTICLES])
def test_no_cell_is_a_formula_or_moves_a_terminal(what: What) -> None:
    told = read_back(what, rows_of(what, hostile()))
    cells = [cell for row in told for cell in row.values()]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n") and cell]
    assert not re.search(r"[\x00\x1b\ud800]", "".join(cells))
    assert told[0]["title"] == "'\t=1+1"
    words = told[1]["content_text"] if what is What.STATEMENTS else told[0]["text"]
    assert words.startswith("'=cmd|")
    assert len(words) == len(HOSTILE) + 1  # offsets stay right behind the apostrophe
    assert words.endswith('"No."\r\n-2+3')


def test_parquet_keeps_what_utf_8_can_hold(tmp_path: Path) -> None:
    with (tmp_path / "t.parquet").open("wb") as sink:
        write_parquet(COLUMNS[What.ARTICLES], rows_of(What.ARTICLES, hostile()), sink)
    (row,) = parquet.read_table(tmp_path / "t.parquet").to_pylist()
    assert row["text"] == HOSTILE.replace("\ud800", "\ufffd")


def test_without_pyarrow_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'firsthand\[parquet\]'"):
        write_parquet(COLUMNS[What.EVENTS], iter([]), io.BytesIO())


def test_lines_are_made_as_rows_come() -> None:
    taken = []

    def coming() -> Iterator[Row]:
        for number in range(3):
            taken.append(number)
            yield claim_row(CLAIM)

    lines = csv_lines(COLUMNS[What.CLAIMS], coming())
    next(lines)
    assert taken == []
    next(lines)
    assert taken == [0]


def test_annotations_point_into_the_text_and_to_the_page() -> None:
    (told,) = as_annotations(everything())
    assert (told["@context"], told["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
    on_page, in_text = told["target"]
    quote, position = in_text["selector"]
    text = everything().article.text
    assert on_page["source"] == "https://tide.example/1"
    assert on_page["selector"] == quote
    assert quote["exact"] == text[position["start"] : position["end"]]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert told["body"][0]["value"] == "the Tide"
    bodies = [body["value"] for body in told["body"]]
    assert bodies[1:] == ["indirect", "assert", "certain", "positive"]


def test_an_annotation_of_a_quotation_in_parts_has_a_target_for_each() -> None:
    quoted, _ = as_annotations(hostile())
    targets = [target["selector"] for target in quoted["target"]]
    assert [(quote["exact"], quote["prefix"]) for quote, _ in targets] == [
        ('"Wait,"', ""),  # what stands before it on the page is not known
        ('"No."', '"Wait," she said. '),
    ]
    assert "javascript" not in json.dumps(quoted)


def test_linked_data_name_who_said_it_and_where() -> None:
    told = as_news_article(everything())
    (claim,) = told["hasPart"]
    assert claim["@type"] == "Claim"
    assert claim["appearance"] == claim["isPartOf"] == {"@id": told["@id"]}
    assert claim["creator"] == {"@type": "Thing", "name": "the Tide"}
    assert [author["@type"] for author in told["author"]] == ["Person", "Organization"]
    assert (told["url"], told["isAccessibleForFree"]) == ("https://tide.example/1", False)
    quoted, asked = as_news_article(hostile())["hasPart"]
    assert (quoted["@type"], asked["@type"]) == ("Quotation", "Statement")
    assert quoted["spokenByCharacter"] == quoted["creator"]
    assert quoted["creator"]["jobTitle"] == "captain"
    assert quoted["creditText"] == "+Ann > </script>"
    assert "creator" not in asked


def test_a_document_is_what_a_statement_is_based_on() -> None:
    found = hostile()
    paper = replace(found, actors=(replace(found.actors[0], type=ActorType.DOCUMENT),))
    quoted, _ = as_news_article(paper)["hasPart"]
    assert quoted["isBasedOn"]["@type"] == "CreativeWork"
    assert not {"creator", "spokenByCharacter"} & set(quoted)


def test_names_stay_and_are_each_for_one_thing() -> None:
    found = [record for one in (everything(), hostile()) for record in as_annotations(one)]
    names = [str(record["id"]) for record in found] + [str(as_news_article(everything())["@id"])]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f-]{21}", name) for name in names)
    assert (
        names == [str(record["id"]) for one in (everything(), hostile()) for record in as_annotations(one)] + names[-1:]
    )


def test_every_column_and_key_is_documented() -> None:
    documented = set(re.findall(r"`(@?[\w-]+)`", DOCS.read_text(encoding="utf-8")))
    columns = {re.sub(r"_(start|end|text)$", "", name) for table in COLUMNS.values() for name in table}
    assert columns <= documented

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for member in value.values() for key in keys(member)}
        return {key for member in value for key in keys(member)} if isinstance(value, list) else set()

    for found in (everything(), hostile()):
        assert keys(as_news_article(found)) <= documented
        assert keys(list(as_annotations(found))) <= documented
    assert f"`{linked_data.CONTEXT}`" in DOCS.read_text(encoding="utf-8")
    assert f"`{web_annotation.CONTEXT}`" in DOCS.read_text(encoding="utf-8")
