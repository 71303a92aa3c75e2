"""Adding in a real browser: a text, files and an address that is refused; and on every saved page the very words."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx

if TYPE_CHECKING:
    from room import Browser

SECONDS = 60
PAGES = Path(__file__).parent.parent / "tests" / "pages"
TITLE = "Lock at Hamm shut"
TEXT = (
    "The lock at Hamm is closed until Monday after a barge ran into its lower gate, the canal authority said on"
    ' Tuesday.\n\n"Nobody was hurt," its head, Vera Lund, told reporters at the lock. The skipper denied that he had'
    " been asleep at the wheel.\n\nForty barges are waiting above the town, the authority said."
)
DRAWN = 12
"""Statements whose words are looked for on each page, at most."""
DROP = """const moved = new DataTransfer();
moved.items.add(new File(['The lock is closed.'], 'lock.txt'));
document.querySelector('form[data-most]').dispatchEvent(
  new DragEvent('drop', {dataTransfer: moved, bubbles: true, cancelable: true}))"""
MARKED = """const marks = [...document.querySelectorAll('mark')], first = marks[0]?.getBoundingClientRect();
return {words: marks.map(mark => mark.textContent).join(''),
  seen: first !== undefined && first.top >= 0 && first.bottom <= innerHeight,
  ran: 'ran' in window, loads: performance.getEntriesByType('resource').map(one => one.name)}"""


class Adding:
    """The ledger's owner with something to read; `wrong` is what went otherwise than it should."""

    def __init__(self, browser: Browser, room: str) -> None:
        self._browser, self._room = browser, room
        self.wrong: list[str] = []
        self.shown: list[str] = []

    def pasted(self) -> None:
        """A text from the form to its article, on one page that keeps itself up to date."""
        self._open("/add")
        fields = json.dumps({"text": TEXT, "title": TITLE})
        self._browser.run(
            f"const fields = {fields}, form = document.querySelector('form[action=\"/add/text\"]');"
            "for (const name in fields) form.elements[name].value = fields[name]; form.querySelector('button').click()"
        )
        self._wait("document.querySelector('#job')", "a pasted text leads to no job")
        self._browser.run("window.kept = true")
        self._wait("document.querySelector('h1').textContent === 'Done'", "the job of a pasted text does not end")
        self._check("window.kept", "the job's page is loaded anew instead of kept up to date")
        self._check("!('live' in document.getElementById('job').dataset)", "a job that ended is still asked for")
        self._check("document.activeElement.id === 'main' || !document.querySelector(':focus')", "focus is lost")
        self.shown.append(self._browser.run("return location.pathname"))
        self._browser.run("document.querySelector('.became a').click()")
        self._wait(f"document.querySelector('h1').textContent === {json.dumps(TITLE)}", "the article is not there")
        self._check("document.querySelectorAll('.note').length >= 3", "the article shows no statements")

    def dropped(self) -> None:
        """Many files at once, some of which are no articles."""
        self._open("/add")
        self._browser.run(DROP)
        self._check("document.querySelector('#files-told').textContent.startsWith('1 file, ')", "a drop is not taken")
        self._browser.run("document.querySelector('#files').value = ''")
        for path in sorted(PAGES.glob("*.[htm]*")):
            if path.suffix in {".html", ".txt", ".md"}:
                self._browser.choose("#files", path)
        self._check("document.querySelector('#files-told').textContent.includes(' files, ')", "files are not measured")
        self._browser.run("document.querySelector('form[action=\"/add/files\"] button').click()")
        self._wait("document.querySelector('h1').textContent === 'Done'", "the job of files does not end")
        self._check("document.querySelectorAll('.became a').length > 12", "few of the files became articles")
        self._check("document.querySelectorAll('.why').length >= 2", "files that are none are not told with a reason")
        self.shown.append(self._browser.run("return location.pathname"))

    def refused(self) -> None:
        """What must not be fetched, and what is no address at all."""
        for given, told in (("file:///etc/passwd", "is no web address"), (self._room, "its own network")):
            self._open("/add")
            self._browser.run(
                f"document.querySelector('#addresses').value = {json.dumps(given)};"
                "document.querySelector('form[action=\"/add/addresses\"] button').click()"
            )
            self._wait(f"document.body.textContent.includes({json.dumps(told)})", f"{given} is not refused in words")
        self.shown.append(self._browser.run("return location.pathname"))
        self._browser.errors()  # the refusal's status 400 among them

    def marked(self) -> None:
        """The words of the statements, on the saved page of each article that has one."""
        looked = 0
        for listed in httpx.get(f"{self._room}/api/v1/articles?size=100").json()["articles"]:
            name = quote(listed["article"]["id"], safe="")
            article = httpx.get(f"{self._room}/api/v1/articles/{name}").json()
            if httpx.get(f"{self._room}/pages/{name}").status_code != httpx.codes.OK:
                continue
            for statement in article["statements"][:DRAWN]:
                said = "".join(span["text"] for span in statement["content"])
                self._marked(f"/replicas/{name}?of={statement['id']}#words", said)
                looked += 1
            if article["statements"]:
                self.shown.append(f"/pages/{name}?of={article['statements'][0]['id']}")
        if looked < 50:
            self.wrong.append(f"only {looked} statements were looked for on their pages")
        del self.shown[6:]

    def _marked(self, path: str, said: str) -> None:
        self._browser.open(self._room + path)
        found = self._browser.run(MARKED)
        if "".join(found["words"].split()) != "".join(said.split()):
            self.wrong.append(f"{path} marks {found['words'][:80]!r}, not {said[:80]!r}")
        if not found["seen"]:
            self.wrong.append(f"{path} does not show the marked words at once")
        if found["ran"] or found["loads"]:
            self.wrong.append(f"{path} runs or loads something: {found['loads']}")
        self.wrong += [f"{path} says on the console: {line}" for line in self._browser.errors()]

    def _open(self, path: str) -> None:
        self._browser.open(self._room + path)

    def _check(self, so: str, wrong: str) -> None:
        if not self._browser.run(f"return Boolean({so})"):
            self.wrong.append(wrong)

    def _wait(self, so: str, wrong: str) -> None:
        until = time.monotonic() + SECONDS
        while not self._browser.run(f"return Boolean({so})"):
            if time.monotonic() > until:
                self.wrong.append(wrong)
                return
            time.sleep(0.1)


def added(browser: Browser, room: str) -> tuple[list[str], list[str]]:
    """What is wrong with adding, and pages that it leaves to be looked at."""
    one = Adding(browser, room)
    one.pasted()
    one.dropped()
    one.refused()
    one.marked()
    return one.wrong, one.shown
