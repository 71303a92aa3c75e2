"""A reply in a real browser, from writing to moderation, by keyboard alone; and hostile ones, which must stay words."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx

if TYPE_CHECKING:
    from room import Browser

TAB, ENTER = "\ue004", "\ue007"
SECONDS = 10
NAME, ADDRESS, TEXT = "Rosa Tal", "rosa@tal.example", "The port was open on Monday. I saw three ships leave."
RUN = "<script>window.ran=1</script>"
HOSTILE = (
    f'"><img src=x onerror=window.ran=1>{RUN}</textarea>{RUN} javascript:window.ran=1',
    "[a link](javascript:window.ran=1) <a href=javascript:window.ran=1>x</a> http://evil.example/ &lt;b&gt; {{ 7*7 }}",
    "Great"
    + "northernharbours" * 150
    + " \u202egnp.exe\u202c \u2067שער\u2069 Z"
    + "\u0336\u0351" * 200
    + " \x00 \ud800 x",
)
RAW = (
    b"name=%00%ED%A0%80%E2%80%AE%22%3E%3Cscript%3Ewindow.ran%3D1%3C%2Fscript%3E&address=a%40b.example"
    b"&text=%ED%B0%80%00ok%FF"
)
FILL = """const [name, address, text] = %s, form = document.querySelector('form.writing');
form.noValidate = true;
form.elements.name.value = name; form.elements.address.value = address; form.elements.text.value = text;
form.querySelector('button').click()"""


class Replying:
    """A reader and the ledger's owner, both at one keyboard; `wrong` is what went otherwise than it should."""

    def __init__(self, browser: Browser, room: str, article: str) -> None:
        self._browser, self._room = browser, room
        self._page = f"{room}/articles/{quote(article, safe='')}"
        self.wrong: list[str] = []

    def replied(self) -> None:
        """From the statement to the form, to the desk, and back to where the reply is shown."""
        self._open(self._page)
        self._run("document.querySelector('.note .write-here a').focus()")
        self._press(ENTER, "the form does not open, or its first field is not focused", "name")
        self._browser.press(NAME + TAB + ADDRESS + TAB + TEXT + TAB)
        self._press(ENTER, "the reply is not said to be held", "writing")
        self._check("document.querySelector('.sent')", "nobody is told that the reply is held")
        self._check(f"!document.body.innerText.includes('{NAME}')", "the reply is shown before it is approved")
        self._open(f"{self._room}/desk")
        self._check("document.activeElement.matches('.case')", "the first reply at the desk is not focused")
        self._check(f"document.activeElement.innerText.includes('{NAME}')", "the reply is not at the desk")
        self._check(f"!document.body.innerText.includes('{ADDRESS}')", "the address is shown")
        self._browser.press("a")
        self._wait("document.body.innerText.includes('Nothing waits')", "a does not approve")
        self._open(self._page)
        self._check(f"document.querySelector('.reply').innerText.includes('{NAME}')", "the reply is not shown")

    def corrected(self) -> None:
        """A form with faults keeps what was typed and says what is wrong beside the field."""
        self._open(self._page + "?reply=s1")
        self._send((NAME, "nowhere", TEXT))
        self._wait("document.querySelector('[name=address][aria-invalid]')", "a wrong address is not told of")
        self._check(f"document.querySelector('form.writing').elements.text.value == {json.dumps(TEXT)}", "text is lost")
        self._check("document.activeElement.name == 'address'", "the wrong field is not focused")

    def attacked(self) -> None:
        """Hostile replies, sent and approved."""
        for words in HOSTILE:
            self._open(self._page + "?reply=s1")
            self._send((words[:70], ADDRESS, words))
            self._wait("document.querySelector('.sent')", f"a hostile reply is not held: {words[:30]}")
        form = {"content-type": "application/x-www-form-urlencoded", "x-forwarded-for": "192.0.2.7"}
        raw = httpx.post(
            f"{self._page.replace('/articles/', '/replies/articles/')}?reply=s1", content=RAW, headers=form
        )
        if raw.status_code != 303:
            self.wrong.append(f"broken bytes are answered with {raw.status_code}")
        self._open(f"{self._room}/desk")
        self._unharmed("at the desk")
        for left in range(len(HOSTILE), -1, -1):
            self._browser.press("a")
            self._wait(f"document.querySelectorAll('.case').length == {left}", "a hostile reply is not approved")
        self._open(self._page)
        self._check(f"document.querySelectorAll('.reply').length == {len(HOSTILE) + 2}", "a hostile reply is missing")
        self._unharmed("at the statement")

    def hurried(self) -> None:
        """Too many replies are refused in words, with what was typed."""
        self._open(self._page + "?reply=s1")
        self._send((NAME, ADDRESS, "The fifth."))
        self._wait("document.querySelector('.sent')", "the fifth reply is not held")
        self._open(self._page + "?reply=s1")
        self._send((NAME, ADDRESS, "The sixth."))
        self._wait("document.body.innerText.includes('Send this one again in')", "the sixth reply is not refused")
        self._check("document.querySelector('form.writing').elements.text.value == 'The sixth.'", "it is lost")

    def noted(self) -> None:
        """A note, kept and then published."""
        self._open(self._page + "?note=whole")
        self._browser.press("Ask the harbour master." + TAB)
        self._press(ENTER, "a note is not kept", None)
        self._wait("document.querySelector('.own .status')", "a note is not private")
        self._run("document.querySelector('.own a').click()")
        self._wait("document.querySelector('[value=publish]')", "a note has no page")
        self._run("document.querySelector('[value=publish]').click()")
        self._wait("document.querySelector('.own') && !document.querySelector('.own .status')", "it is not published")

    def _unharmed(self, where: str) -> None:
        self._check("!('ran' in window)", f"a script from a reply ran {where}")
        self._check("!document.querySelector('main img, main script, .told a, main [onerror]')", f"markup {where}")
        self._check("!/[\\u202a-\\u202e\\u2066-\\u2069\\0]/.test(document.querySelector('main .told').innerText)",
                    f"marks that turn words {where}")  # fmt: skip

    def _open(self, address: str) -> None:
        self._browser.open(address)
        self.wrong += [f"on the console at {address}: {line}" for line in self._said()]

    def _send(self, typed: tuple[str, str, str]) -> None:
        self._run(FILL % json.dumps(typed))

    def _press(self, key: str, otherwise: str, focused: str | None) -> None:
        self._browser.press(key)
        if focused:
            self._wait(f"[document.activeElement.name, document.activeElement.id].includes('{focused}')", otherwise)

    def _run(self, script: str) -> None:
        self._browser.run(script)

    def _holds(self, condition: str) -> bool:
        return bool(self._browser.run(f"return document.readyState == 'complete' && Boolean({condition})"))

    def _check(self, condition: str, otherwise: str) -> None:
        if not self._holds(condition):
            self.wrong.append(otherwise)

    def _wait(self, condition: str, otherwise: str) -> None:
        until = time.monotonic() + SECONDS
        while not self._holds(condition):
            if time.monotonic() > until:
                self.wrong.append(otherwise)
                return
            time.sleep(0.05)
        self.wrong += [f"on the console: {line}" for line in self._said()]

    def _said(self) -> list[str]:
        # That a form was not in order, or came too often, is told on the console by its status.
        return [line for line in self._browser.errors() if "status of 4" not in line]


def replied(browser: Browser, room: str, article: str) -> tuple[list[str], list[str]]:
    """What is wrong with replying, and the pages that show what was written."""
    path = Replying(browser, room, article)
    steps: tuple[Callable[[], None], ...] = (path.replied, path.corrected, path.attacked, path.hurried, path.noted)
    for step in steps:
        step()
    page = f"/articles/{quote(article, safe='')}"
    shown = [
        page,
        f"{page}?reply=s1",
        f"{page}?note=s1",
        "/desk",
        "/desk?state=approved",
        "/desk/notes",
        "/desk/notes/1",
    ]
    return path.wrong, shown
