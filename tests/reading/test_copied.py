"""Pages as a person copies them off a browser: what plain text is measured on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from copied import copied, main


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<h1>Mill  <b>sold</b></h1><p>One<br>two</p><p>Three <a>four</a>, five.</p>", "Mill sold\n\nOne\ntwo\n\nThree four, five."),
        ("<div>a<div>b</div></div>c", "a\nb\nc"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", "1\t2\n3\t4"),
        ("a<div hidden>b</div><div style='display: none'>c</div><script>d</script><noscript>e</noscript>f", "af"),
        ("<details><summary>a</summary><p>b</p></details><details open><summary>c</summary>d</details>", "a\nc\nd"),
        ("<p>a</p>\n\n<p></p>\n<p> b </p>", "a\n\nb"),
    ],
)  # fmt: skip
def test_line_ends_as_browsers_set_them(markup: str, text: str) -> None:
    assert copied(markup) == text + "\n"


def test_a_folder_becomes_lines_that_firsthand_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mill.html").write_text("<p>The mill was sold.</p>", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["copied.py", str(tmp_path), str(tmp_path / "out.jsonl")])
    main()
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == {
        "id": "mill",
        "text": "The mill was sold.\n",
    }
