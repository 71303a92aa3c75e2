"""Saved pages give what is expected of them; `python tests/golden.py` writes it anew."""

import json
from pathlib import Path

import pytest

from firsthand import Findings, Told, read
from golden import EXPECTED, expected_of, found_on, pages


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_a_page_gives_what_is_expected_of_it(page: Path) -> None:
    assert found_on(page) == json.loads(expected_of(page).read_text(encoding="utf-8"))


def test_nothing_is_expected_of_pages_that_are_gone() -> None:
    assert {path.name for path in EXPECTED.glob("*.json")} == {expected_of(page).name for page in pages()}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_span_lies_in_the_text(page: Path) -> None:
    (result,) = read(str(page), told=Told(fetched="2024-06-20"))
    assert isinstance(result, Findings)
    assert all(
        block.span is None or block.span.of(result.article.text) == block.text for block in result.article.blocks
    )
    assert all(
        0 <= span.start < span.end <= len(result.article.text)
        for statement in result.statements
        for span in (*statement.content, statement.cue, statement.source)
        if span
    )
