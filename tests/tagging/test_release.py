"""The model's files are checked before they are used."""

import json
import shutil
from pathlib import Path

import pytest

from firsthand.errors import ModelError
from firsthand.model import Role
from firsthand.tagging import tag
from firsthand.tagging.release import MANIFEST, RELEASE, WEIGHTS, load


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RELEASE, tmp_path / "release"))


def altered(folder: Path, **values: object) -> None:
    manifest = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps(manifest | values))


def test_altered_weights_are_refused(copy: Path) -> None:
    with (copy / WEIGHTS).open("r+b") as weights:
        weights.seek(1000)
        weights.write(b"\0\1\2\3")
    with pytest.raises(ModelError, match="not the file its manifest names"):
        load(copy)


@pytest.mark.parametrize(
    "values",
    [
        {"format": 1},
        {"labels": ["O"]},
        {"tags": []},
        {"root": [0.0]},
        {"digests": {}},
        {"linker": {"nearness": [], "nothing": []}},
    ],
)
def test_another_version_is_refused(copy: Path, values: dict[str, object]) -> None:
    altered(copy, **values)
    with pytest.raises(ModelError):
        load(copy)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / WEIGHTS).unlink()
    with pytest.raises(ModelError, match=WEIGHTS):
        load(copy)


def test_a_plain_sentence_is_tagged() -> None:
    text = "The bridge will open in May, mayor Ines Kolbe told reporters on Monday."
    tagged = tag(text)
    found = {span.role: span.span.of(text) for span in tagged.spans}
    assert found[Role.CONTENT].startswith("The bridge will open in May")
    assert found[Role.CUE].startswith("told")
    assert "Kolbe" in found[Role.SOURCE]


@pytest.mark.parametrize("text", ["", " \n\n ", "\u200b", "…"])
def test_nothing_is_found_where_there_is_nothing(text: str) -> None:
    assert tag(text).spans == ()
