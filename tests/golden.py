"""Saved pages and what is expected of them; run as a program, it writes anew what to expect, to be read as a diff."""

from __future__ import annotations

import json
from pathlib import Path

from firsthand import Findings, Told, read
from firsthand.export import as_record

PAGES = Path(__file__).parent / "pages"
EXPECTED = Path(__file__).parent / "golden"
NONE = frozenset({"no-article", "not-found"})
"""Pages with no article on them, by their names."""
FETCHED = "2024-06-20"
"""All pages are taken to have been fetched on that day."""


def pages() -> list[Path]:
    """The saved pages that hold an article."""
    return sorted(path for path in PAGES.iterdir() if path.suffix != ".json" and path.stem not in NONE)


def expected_of(page: Path) -> Path:
    return EXPECTED / f"{page.name}.json"


def found_on(page: Path) -> dict[str, object]:
    """What firsthand finds on a page, short enough to be reviewed: zones by their first words, statements in words."""
    (result,) = read(str(page), told=Told(fetched=FETCHED))
    assert isinstance(result, Findings), result
    record = as_record(result)
    text = result.article.text
    head = ("language", "title", "authors", "corporate_authors", "outlet", "credits", "published", "modified", "stub")
    head += ("repairs", "remarks", "text")
    return {key: record[key] for key in head} | {
        "blocks": [f"{block.zone.value}: {block.text[:50]}" for block in result.article.blocks],
        "statements": [
            {
                "source": statement.source and statement.source.of(text),
                "cue": statement.cue and statement.cue.of(text),
                "content": [span.of(text) for span in statement.content],
                "form": statement.form.value,
            }
            for statement in result.statements
        ],
        "moments": [
            f"{moment.span.of(text)}: {moment.value} ({moment.basis}{'' if moment.certain else ', uncertain'})"
            for moment in result.moments
            if moment.span
        ],
    }


def main() -> None:
    EXPECTED.mkdir(exist_ok=True)
    for old in EXPECTED.glob("*.json"):
        old.unlink()
    for page in pages():
        written = json.dumps(found_on(page), ensure_ascii=False, indent=1)
        expected_of(page).write_text(written + "\n", encoding="utf-8")
        print(expected_of(page).name)


if __name__ == "__main__":
    main()
